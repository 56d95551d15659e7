"""The WSGI entry point: `granian --interface wsgi cms.wsgi:application`."""

import os
import sys

from django.core.wsgi import get_wsgi_application
from environs import EnvError

from cms.checks import UnsafeProduction

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings")

try:
    application = get_wsgi_application()
except (UnsafeProduction, EnvError) as refusal:
    sys.exit(str(refusal))

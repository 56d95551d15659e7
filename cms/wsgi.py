"""The WSGI entry point: `granian --interface wsgi cms.wsgi:application`."""

import os
import sys

from django.core.wsgi import get_wsgi_application
from environs import EnvError

from articles.management.parent import end_with
from cms.checks import UnsafeProduction

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings")

try:
    application = get_wsgi_application()
except (UnsafeProduction, EnvError) as refusal:
    sys.exit(str(refusal))

# Set by `manage.py serve` alone: a server that is killed must not leave the port taken.
if parent := os.environ.get("SERVED_BY"):
    end_with(int(parent))

"""Production's settings, with the static files in the folder that the checks give."""

import os
from pathlib import Path

from cms.settings import *  # noqa: F403

STATIC_ROOT = Path(os.environ["SITE_STATIC_ROOT"])

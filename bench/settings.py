"""The project's settings for measuring: as in development, but without the debug pages."""

from cms.settings import *  # noqa: F403

DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1"]
ROOT_URLCONF = "bench.urls"

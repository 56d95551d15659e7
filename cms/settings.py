"""Diptych's settings: one file, read from the environment (docs/operators.md lists the variables).

Without any variable this is a development machine: SQLite, a media folder, debug pages and a
key that nobody may use elsewhere.
"""

from pathlib import Path
from urllib.parse import urlsplit

import environs
from django.utils.translation import gettext_lazy as _

from cms.checks import refuse_unsafe_production

BASE_DIR = Path(__file__).resolve().parent.parent

env = environs.Env()
env.read_env(str(BASE_DIR / ".env"), recurse=False)

DEBUG = env.bool("DEBUG", default=True)
SECRET_KEY = env.str("SECRET_KEY", default="development-only" if DEBUG else "")
# The keys before, while it is being changed: what was signed or sealed with them is read still.
SECRET_KEY_FALLBACKS: list[str] = env.list("SECRET_KEY_FALLBACKS", default=[])
ALLOWED_HOSTS = env.list(
    "ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"] if DEBUG else []
)

# Where `manage.py serve` listens.
HOST = env.str("HOST", default="127.0.0.1")
PORT = env.int("PORT", default=8000)

# Absolute addresses (canonical, hreflang, share links) come from here, never from the request.
SITE_URL = env.str("SITE_URL", default=f"http://127.0.0.1:{PORT}" if DEBUG else "").rstrip("/")

INSTALLED_APPS = [
    "modeltranslation",  # before admin, so that it can patch the admin's forms
    "articles.apps.ArticlesConfig",  # before admin, so that its templates are found first
    "articles.desk.apps.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "reversion",
    "django_prose_editor",  # its editor alone, as a module of ours asks for it
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "cms.security.SecurityHeadersMiddleware",  # first, so that no response leaves without them
    "cms.compression.CompressTextMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "articles.desk.language.DeskLanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "cms.urls"
WSGI_APPLICATION = "cms.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# --- Database ------------------------------------------------------------------------------------

DATABASES = {
    "default": env.dj_db_url("DATABASE_URL", default=f"sqlite:///{BASE_DIR / 'db.sqlite3'}")
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # IMMEDIATE takes the write lock at BEGIN: a transaction that reads and then writes can
    # not fail halfway because another one wrote in between; it waits at its start instead.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;"
        ),
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

# --- Languages -----------------------------------------------------------------------------------

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("da", _("Danish"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Copenhagen"

MODELTRANSLATION_LANGUAGES = ("en", "da")
MODELTRANSLATION_DEFAULT_LANGUAGE = "en"
# A missing translation is missing. Anything else would put one language on the other's page.
MODELTRANSLATION_ENABLE_FALLBACKS = False
MODELTRANSLATION_FALLBACK_LANGUAGES = {"default": ()}

# --- Files ---------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
MEDIA_URL = "/media/"
MEDIA_ROOT = Path(env.str("MEDIA_ROOT", default=str(BASE_DIR / "media")))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "cms.static_files.StaticFiles"
    },
}
# Where nginx keeps MEDIA_ROOT for its own use ("/private-media/"): Diptych then says who may see
# a picture, and nginx sends it. Empty: Diptych sends it itself.
MEDIA_ACCEL = env.str("MEDIA_ACCEL", default="")
# Caches in front that are asked (PURGE) to forget the pictures that were taken down.
MEDIA_PURGE_URLS: list[str] = env.list("MEDIA_PURGE_URLS", default=[])
WHITENOISE_USE_FINDERS = DEBUG
WHITENOISE_AUTOREFRESH = DEBUG

# --- People --------------------------------------------------------------------------------------

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
# The password of the demo's logins. Without one, articles/demo/logins.py makes one and keeps it.
DEMO_PASSWORD = env.str("DEMO_PASSWORD", default="")
LOGIN_URL = "admin:login"
LANGUAGE_COOKIE_NAME = "diptych-language"
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_AGE = 60 * 60 * 24 * 365

SITE_HOST = urlsplit(SITE_URL).netloc
AUTH_USER_MODEL = "articles.User"

# --- Readers -------------------------------------------------------------------------------------

# How often pages are read and how far, without a word about who reads. Off, no page tells anything.
COUNT_READS = env.bool("COUNT_READS", default=True)

# --- Safety --------------------------------------------------------------------------------------
# The policies of content, permissions and referrers are in cms/security.py.

SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Strict"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
FORMS_URLFIELD_ASSUME_HTTPS = True  # "example.com" in a form; the rule from Django 6 on
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440  # of a form, its files not counted
# An article of 60 slides in two languages fits, and 200 photos to be completed at once.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 6000
DATA_UPLOAD_MAX_NUMBER_FILES = 201  # the upload screen takes 200, and says so of one more
# To disk as they come, and no further than the library takes them: 200 files of 40 MB would
# not fit into memory, nor should one file without an end fill the disk.
FILE_UPLOAD_HANDLERS = ["articles.photos.uploads.BoundedUploadHandler"]
FILE_UPLOAD_TEMP_DIR = env.str("UPLOAD_DIR", default="") or None

if not DEBUG:
    refuse_unsafe_production(secret_key=SECRET_KEY, allowed_hosts=ALLOWED_HOSTS, site_url=SITE_URL)
    # Needs a server in front that overwrites X-Forwarded-Proto: docs/operators.md.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    CSRF_TRUSTED_ORIGINS = [SITE_URL]
    # The prefix makes browsers refuse these cookies from anything but this host over HTTPS.
    SESSION_COOKIE_NAME = "__Host-session"
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_NAME = "__Host-csrf"
    CSRF_COOKIE_SECURE = True
    LANGUAGE_COOKIE_SECURE = True

# --- Log -----------------------------------------------------------------------------------------
# To standard error, for whatever collects it. Warnings and worse; a 404 is neither.

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "cms.logs.UtcFormatter",
            "format": "%(asctime)sZ %(levelname)s %(name)s: %(message)s",
            "datefmt": "%Y-%m-%dT%H:%M:%S",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"level": "WARNING"},
        "django.request": {"level": "ERROR"},
    },
}

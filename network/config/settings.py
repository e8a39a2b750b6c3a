"""Settings of the portal, read from the environment.

Without DATABASE_URL, BROKER_URL and CACHE_URL the embedded servers under VAR_DIR are used (see embedded.py).
In production (neither DEBUG nor DEMO, and a DATABASE_URL given) a missing or weak SECRET_KEY stops the start.
"""

from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

from . import embedded
from .account_settings import *  # noqa: F403 - Django and Celery read all settings from this module
from .api_settings import *  # noqa: F403
from .celery_settings import *  # noqa: F403
from .fora_settings import *  # noqa: F403
from .keeping_settings import *  # noqa: F403
from .translation_settings import *  # noqa: F403

BASE_DIR = Path(__file__).resolve().parents[2]
env = environ.Env()

DEBUG = env.bool("DEBUG", False)
DEMO = env.bool("DEMO", False)
VAR_DIR = Path(env("VAR_DIR", default=str(BASE_DIR / "var"))).resolve()
PORT = env.int("PORT", 8000)
PUBLIC_URL = env("PUBLIC_URL", default=f"http://localhost:{PORT}")
# IATI's identifier of who publishes the Fund: by default the Organization's channel code of OECD/DAC.
IATI_REPORTING_ORG = env("IATI_REPORTING_ORG", default="XM-DAC-47079")
FUND_DATA_LICENCE = env("FUND_DATA_LICENCE", default="https://creativecommons.org/licenses/by/4.0/")
EMBEDDED = not env("DATABASE_URL", default="")
PRODUCTION = not (DEBUG or DEMO or EMBEDDED)

_urls = embedded.urls(VAR_DIR, DEMO)
DATABASE_URL = env("DATABASE_URL", default="") or _urls["DATABASE_URL"]
BROKER_URL = env("BROKER_URL", default="") or _urls["BROKER_URL"]
CACHE_URL = env("CACHE_URL", default="") or _urls["CACHE_URL"]

SECRET_KEY = env("SECRET_KEY", default="") or ("" if PRODUCTION else embedded.secret_key(VAR_DIR))
if PRODUCTION and (len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 10):
    raise ImproperlyConfigured("Set SECRET_KEY to a random value of at least 50 characters.")

ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[] if PRODUCTION else ["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[PUBLIC_URL])

INSTALLED_APPS = [
    "modeltranslation",  # before admin: it patches model registration
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "anymail",
    "axes",
    "csp",
    "django_htmx",
    "template_partials",
    "lucide",
    "rules",
    "pgtrigger",
    "pghistory",
    "rest_framework",
    "django_filters",
    "drf_spectacular",
    "network",
    "network.ui",
    "network.l10n",
    "network.notifications",
    "network.search",
    "network.following",
    "network.moderation",
    "network.audit",
    "network.library",
    "network.agenda",
    "network.mandates",
    "network.imports",
    "practices",
    "training_catalogue",
    "fund",
    "fora",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "network.config.compression.PageCompression",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "network.views.time_zone.TimeZoneMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "network.config.policy.PolicyMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "network.views.limits.LimitsMiddleware",
    "network.views.second_factor.SecondFactorMiddleware",
    "pghistory.middleware.HistoryMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "network.config.urls"
WSGI_APPLICATION = "network.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "network.ui.context.page",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "network.ui.templatetags.ui",
            ],
        },
    }
]
FORM_RENDERER = "network.ui.forms.PortalRenderer"

DATABASES = {
    "default": {
        **env.db_url_config(DATABASE_URL),
        "ENGINE": "network.config.postgresql",
        "CONN_MAX_AGE": env.int("CONN_MAX_AGE", 600),
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"connect_timeout": 5},
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        "BACKEND": "network.config.cache.OptionalRedisCache",
        "LOCATION": CACHE_URL,
        "KEY_PREFIX": "portal",
    }
}
CELERY_BROKER_URL = BROKER_URL

AUTH_USER_MODEL = "network.User"
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXIES", 0)
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION  # http://localhost; a browser allows no other
SECOND_FACTOR_REQUIRED = not DEMO
INVITATION_DAYS = env.int("INVITATION_DAYS", 14)

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("es", "Español"), ("fr", "Français"), ("pt", "Português")]
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale_build"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"
USE_THOUSAND_SEPARATOR = False  # it breaks identifiers in links and SVG
MODELTRANSLATION_LANGUAGES = ("en", "es", "fr", "pt")
MODELTRANSLATION_DEFAULT_LANGUAGE = "en"
MODELTRANSLATION_FALLBACK_LANGUAGES = ("en",)
MODELTRANSLATION_AUTO_POPULATE = False
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_SAMESITE = "Lax"

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},  # in MEDIA_ROOT
    "staticfiles": {"BACKEND": "network.config.static.CompressOnceStorage"},
}
WHITENOISE_MAX_AGE = 3600
MEDIA_ROOT = VAR_DIR / "media"
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o640
FILE_UPLOAD_HANDLERS = [
    "network.ui.uploads.CappedUploadHandler",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
MEDIA_ACCEL_PREFIX = env("MEDIA_ACCEL_PREFIX", default="")  # nginx then sends files (X-Accel-Redirect)
UPLOAD_MAX_BYTES = env.int("UPLOAD_MAX_BYTES", 25 * 1024 * 1024)

# The Fund: rules that its sources do not state are the portal's own, and neutral unless somebody sets them.
FUND_DEFAULT_ICR_PERCENT = env(
    "FUND_DEFAULT_ICR_PERCENT", default=""
)  # put into the form of an agreement; "" puts none
FUND_EVIDENCE_REQUIRED = env.bool("FUND_EVIDENCE_REQUIRED", False)  # whether each draft needs a file

EMAIL_BACKEND = env("EMAIL_BACKEND", default="network.notifications.mailbox.MailboxBackend")
EMAIL_FILE_PATH = VAR_DIR / "mail"
EMAIL_HOST = env("EMAIL_HOST", default="localhost")
EMAIL_PORT = env.int("EMAIL_PORT", 25)
EMAIL_HOST_USER = env("EMAIL_HOST_USER", default="")
EMAIL_HOST_PASSWORD = env("EMAIL_HOST_PASSWORD", default="")
EMAIL_USE_TLS = env.bool("EMAIL_USE_TLS", False)
EMAIL_TIMEOUT = env.int("EMAIL_TIMEOUT", 20)  # seconds for each answer of the mail server
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="Inter-American Network <notices@localhost>")

NOTIFICATIONS_FOLD_AFTER = env.int(
    "NOTIFICATIONS_FOLD_AFTER", 5
)  # mails on one object in an hour; the rest is one
METRICS_TOKEN = env("METRICS_TOKEN", default="")  # without it /metrics answers this machine only
MAIL_WEBHOOK_SECRET = env(
    "MAIL_WEBHOOK_SECRET", default=""
)  # "user:password"; without it no provider is listened to
ANYMAIL = {"WEBHOOK_SECRET": MAIL_WEBHOOK_SECRET} if MAIL_WEBHOOK_SECRET else {}

SESSION_ENGINE = "network.config.sessions"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 14
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "network.views.errors.csrf_failure"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if PRODUCTION:
    SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", True)
    SECURE_REDIRECT_EXEMPT = [r"^health/"]
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
        "manifest-src": ["'self'"],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env("LOG_LEVEL", default="INFO")},
    "loggers": {"axes": {"level": "WARNING"}, "celery": {"level": "INFO"}},
}
SILENCED_SYSTEM_CHECKS: list[str] = []

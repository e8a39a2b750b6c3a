"""Settings of the tests: the real ones, on servers of their own and with quick password hashing.

tests/servers.py starts the throw-away servers whose addresses follow from the VAR_DIR chosen here.
Workers of pytest-xdist inherit it, and each has a database, a broker and a cache number of its own.
"""

import os
import re
import secrets

from .embedded.folders import passing_folder

os.environ["VAR_DIR"] = os.environ.setdefault("TEST_VAR_DIR", "") or str(passing_folder("portal-tests-"))
os.environ["TEST_VAR_DIR"] = os.environ["VAR_DIR"]
os.environ["DEMO"] = os.environ["DEBUG"] = "0"
if os.environ.get("DATABASE_URL"):  # then the real settings ask for a secret
    os.environ.setdefault("SECRET_KEY", secrets.token_urlsafe(50))

from .settings import *  # noqa: F403 - after the choice of VAR_DIR

_worker = re.sub(r"\D", "", os.environ.get("PYTEST_XDIST_WORKER", ""))
_number = int(_worker) % 12 + 3 if _worker else 2

PRODUCTION = False
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "sessionid", "csrftoken"
SECURE_HSTS_SECONDS = 0
STORAGES = {
    **STORAGES,  # noqa: F405
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
WHITENOISE_AUTOREFRESH = True
WRITES_PER_MINUTE = SEARCHES_PER_MINUTE = API_READS_PER_MINUTE = 0  # tests/network/test_limits.py sets them
CACHES["default"]["OPTIONS"] = {"socket_timeout": 20, "socket_connect_timeout": 20}  # noqa: F405 - it may stall
SECOND_FACTOR_REQUIRED = False  # tests/network/test_second_factor.py turns it on
if not os.environ.get("BROKER_URL"):
    BROKER_URL = CELERY_BROKER_URL = BROKER_URL.replace("virtual_host=0", f"virtual_host={_number}")  # noqa: F405
if not os.environ.get("CACHE_URL"):
    CACHE_URL = CACHE_URL.replace("db=0", f"db={_number}")  # noqa: F405
    CACHES["default"]["LOCATION"] = CACHE_URL  # noqa: F405

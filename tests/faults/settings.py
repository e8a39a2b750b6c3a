"""Settings of the portal that is being broken: the tests' own, with real mail to the harness's server."""

import os

from network.config.settings_test import *  # noqa: F403

ROOT_URLCONF = "tests.faults.urls"
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = "127.0.0.1"
EMAIL_PORT = int(os.environ["SMTP_PORT"])
EMAIL_TIMEOUT = 3  # seconds: the slow server of the harness is sometimes slower

"""What a web server loads."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "network.config.settings")

application = get_wsgi_application()

from network.config.checks import refuse_demonstration  # noqa: E402 - needs the applications loaded

refuse_demonstration()

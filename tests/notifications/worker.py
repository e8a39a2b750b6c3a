"""A real Celery worker for the tests: python -m tests.notifications.worker QUEUES."""

import sys

import django

django.setup()

from network.config.programs import work  # noqa: E402 - after the settings
from tests.notifications import work as registered  # noqa: E402

if __name__ == "__main__":
    assert registered
    work("test", sys.argv[1].split(","), children=2)

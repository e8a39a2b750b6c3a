"""Settings, addresses, processes: everything that holds the portal together."""

from .celery import app as celery_app  # the web process publishes through it too

__all__ = ["celery_app"]

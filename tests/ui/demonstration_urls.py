"""The portal's addresses as the demonstration has them, whatever the settings said at first."""

from django.urls import include, path

from network.config.urls import *  # noqa: F403 - error handlers too
from network.config.urls import urlpatterns as portal

urlpatterns = [path("dev/", include("network.config.dev_urls")), *portal]

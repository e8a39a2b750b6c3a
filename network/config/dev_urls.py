"""Addresses for those who build the portal; never in production."""

from django.urls import include, path

from network.views import dev

urlpatterns = [
    path("components/", dev.components, name="dev_components"),
    path("mail/", include("network.notifications.dev_urls")),
]

"""Feeds have no language in their address; included below /feeds/."""

from django.urls import path
from django.views.decorators.http import require_safe

from ..views import feeds

urlpatterns = [
    path("fora/<slug:slug>/", require_safe(feeds.space_feed), name="space-feed"),
    path("fora/<slug:slug>/<int:pk>/", require_safe(feeds.thread_feed), name="thread-feed"),
]

"""Addresses for readers of news and for harvesters; they have no language of their own."""

from django.urls import path

from ..views.downloads import practice_feed
from .oai.views import provide

urlpatterns = [
    path("feeds/practices.atom", practice_feed, name="practice-feed"),
    path("oai", provide, name="oai"),
]

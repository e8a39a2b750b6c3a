"""Addresses of reading and writing; those that begin with the name of a space stand last of all."""

from django.urls import path

from ..views import overview, spaces

urlpatterns = [
    path("", overview.overview, name="overview"),
    path("<slug:slug>/", spaces.space, name="space"),
]

"""Addresses of the moderators' desk, of flags, cases and appeals."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

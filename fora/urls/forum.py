"""Addresses of what a forum is prepared and concluded with: proposals, agenda, papers, report."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

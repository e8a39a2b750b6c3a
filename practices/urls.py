"""Addresses of the database of good practices; words of the path never change once published."""

from django.urls import URLPattern

app_name = "practices"
urlpatterns: list[URLPattern] = []

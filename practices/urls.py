"""Addresses of the database of good practices; words of the path never change once published."""

from django.urls import re_path

from .views import detail

app_name = "practices"
IDENTIFIER = r"(?P<identifier>GP-\d{4}-\d{4,})"
urlpatterns = [
    re_path(rf"^{IDENTIFIER}/$", detail.practice_detail, name="detail"),
]

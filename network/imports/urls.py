"""Addresses of imports; the words never change once published."""

from django.urls import path, re_path

from .views import batch, pages

app_name = "imports"
KIND = r"(?P<kind>[a-z_]+\.[a-z_]+)"

urlpatterns = [
    path("", pages.List.as_view(), name="list"),
    re_path(rf"^{KIND}/new/$", pages.New.as_view(), name="new"),
    re_path(rf"^{KIND}/template\.(?P<form>xlsx|csv)$", pages.Template.as_view(), name="template"),
    path("<uuid:uuid>/", batch.Page.as_view(), name="page"),
    path("<uuid:uuid>/accept/", batch.Accept.as_view(), name="accept"),
    path("<uuid:uuid>/cancel/", batch.Cancel.as_view(), name="cancel"),
]

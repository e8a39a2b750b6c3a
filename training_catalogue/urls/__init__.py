"""Addresses of the catalogue; words of the path never change once published."""

from django.urls import path
from django.views.generic import RedirectView

from . import applications, assistance, courses, managing

app_name = "training"
urlpatterns = [
    path("", RedirectView.as_view(pattern_name="training:courses"), name="overview"),
    *courses.urlpatterns,
    *assistance.urlpatterns,
    *managing.urlpatterns,
    *applications.urlpatterns,
]

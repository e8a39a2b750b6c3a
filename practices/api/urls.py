"""Addresses of practices in the API; included below /api/v1/."""

from django.urls import path

from .views import PracticeDetail, PracticeList

urlpatterns = [
    path("practices/", PracticeList.as_view(), name="practices"),
    path("practices/<str:identifier>/", PracticeDetail.as_view(), name="practice"),
]

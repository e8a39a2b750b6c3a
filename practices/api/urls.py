"""Addresses of practices in the API; included below /api/v1/."""

from django.urls import path

from .adaptations import AdaptationDetail, AdaptationList
from .views import PracticeDetail, PracticeList

urlpatterns = [
    path("adaptations/", AdaptationList.as_view(), name="adaptations"),
    path("adaptations/<int:pk>/", AdaptationDetail.as_view(), name="adaptation"),
    path("practices/", PracticeList.as_view(), name="practices"),
    path("practices/<str:identifier>/", PracticeDetail.as_view(), name="practice"),
]

"""Addresses of offers, requests, cooperations and gaps in the API; included below /api/v1/training/."""

from django.urls import path

from . import assistance as views

urlpatterns = [
    path("offers/", views.OfferList.as_view(), name="offers"),
    path("offers/<int:pk>/", views.OfferDetail.as_view(), name="offer"),
    path("requests/", views.RequestList.as_view(), name="requests"),
    path("requests/<int:pk>/", views.RequestDetail.as_view(), name="request"),
    path("cooperations/", views.CooperationList.as_view(), name="cooperations"),
    path("cooperations/<int:pk>/", views.CooperationDetail.as_view(), name="cooperation"),
    path("gaps/", views.GapList.as_view(), name="gaps"),
]

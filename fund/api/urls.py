"""Addresses of the Fund in the API; included below /api/v1/fund/."""

from django.urls import path

from . import views

urlpatterns = [
    path("summary/", views.Summary.as_view(), name="fund-summary"),
    path("contributions/", views.ContributionList.as_view(), name="fund-contributions"),
    path("projects/", views.ProjectList.as_view(), name="fund-projects"),
    path("projects/<str:identifier>/", views.ProjectDetail.as_view(), name="fund-project"),
    path("entries/", views.EntryList.as_view(), name="fund-entries"),
    path("entries/<int:number>/", views.EntryDetail.as_view(), name="fund-entry"),
]

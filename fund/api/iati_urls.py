"""Addresses of IATI's files, below /fund/ without language; words of the path never change."""

from django.urls import path

from . import iati

urlpatterns = [
    path("iati/activities.xml", iati.activities, name="iati-activities"),
    path("iati/organisation.xml", iati.organisation, name="iati-organisation"),
]

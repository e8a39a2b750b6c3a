"""The portal's addresses and those of the specimen."""

from django.urls import path

from network.config.urls import *  # noqa: F403 - error handlers too
from network.config.urls import urlpatterns as portal

from . import specimen

urlpatterns = [path("specimen/", specimen.draft), path("specimen/save/", specimen.save), *portal]

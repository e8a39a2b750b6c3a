"""Addresses of what a person follows; the words never change once published."""

from django.urls import path

from .views import pages

app_name = "following"

urlpatterns = [
    path("me/following/", pages.listing, name="list"),
    path("me/following/save/", pages.Save.as_view(), name="save"),
    path("me/following/follow/", pages.follow_subject, name="follow"),
    path("me/following/unfollow/", pages.unfollow_subject, name="unfollow"),
    path("me/following/<int:pk>/", pages.Change.as_view(), name="change"),
    path("me/following/<int:pk>/delete/", pages.delete_one, name="delete"),
]

"""Addresses of reading and writing; those that begin with the name of a space stand last of all."""

from django.urls import path

from ..views import attachments, news, overview, spaces, threads

urlpatterns = [
    path("", overview.overview, name="overview"),
    path("unread/", overview.unread, name="unread"),
    path("posts/<int:pk>/", threads.permanent, name="post"),
    path("attachments/<uuid:uuid>/", attachments.download, name="attachment"),
    path("<slug:slug>/", spaces.space, name="space"),
    path("<slug:slug>/<int:pk>/", threads.thread, name="thread"),
    path("<slug:slug>/<int:pk>/news/", news.news, name="news"),
]

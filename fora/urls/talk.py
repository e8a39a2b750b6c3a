"""Addresses of reading and writing; those that begin with the name of a space stand last of all."""

from django.urls import path

from ..views import attachments, following, news, overview, spaces, threads
from ..views.writing import drafts, edits, new_threads, people, replies

urlpatterns = [
    path("", overview.overview, name="overview"),
    path("unread/", overview.unread, name="unread"),
    path("drafts/", drafts.drafts, name="drafts"),
    path("drafts/<int:pk>/discard/", drafts.discard, name="draft_discard"),
    path("posts/<int:pk>/", threads.permanent, name="post"),
    path("posts/<int:pk>/edit/", edits.edit, name="edit"),
    path("posts/<int:pk>/withdraw/", edits.withdraw, name="withdraw"),
    path("posts/<int:pk>/history/", edits.history, name="history"),
    path("attachments/<uuid:uuid>/", attachments.download, name="attachment"),
    path("<slug:slug>/", spaces.space, name="space"),
    path("<slug:slug>/new/", new_threads.NewThread.as_view(), name="new_thread"),
    path("<slug:slug>/people/", people.people, name="people"),
    path("<slug:slug>/similar/", new_threads.similar, name="similar"),
    path("<slug:slug>/follow/", following.follow_space, name="follow_space"),
    path("<slug:slug>/read/", following.read_space, name="read_space"),
    path("<slug:slug>/<int:pk>/", threads.thread, name="thread"),
    path("<slug:slug>/<int:pk>/news/", news.news, name="news"),
    path("<slug:slug>/<int:pk>/reply/", replies.Reply.as_view(), name="reply"),
    path("<slug:slug>/<int:pk>/follow/", following.follow_thread, name="follow_thread"),
]

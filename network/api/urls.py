"""The Network's own addresses in the API; included below /api/v1/."""

from django.urls import path

from . import docs, views

urlpatterns = [
    path("states/", views.StateList.as_view(), name="states"),
    path("states/<str:iso2>/", views.StateDetail.as_view(), name="state"),
    path("topics/", views.TopicList.as_view(), name="topics"),
    path("topics/<slug:slug>/", views.TopicDetail.as_view(), name="topic"),
    path("schema/", docs.Schema.as_view(), name="schema"),
    path("docs/", docs.api_docs, name="docs"),
]

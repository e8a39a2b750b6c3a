"""Addresses of the Network's own pages; words of the path never change once published."""

from django.urls import path

from .views import demo, home, me, pages, states, topics

app_name = "network"

urlpatterns = [
    path("", home.Home.as_view(), name="home"),
    path("states/", states.StateList.as_view(), name="states"),
    path("states/<str:iso2>/", states.state_page, name="state"),
    path("topics/", topics.TopicList.as_view(), name="topics"),
    path("topics/<slug:slug>/", topics.topic_page, name="topic"),
    path("me/", me.Me.as_view(), name="me"),
    path("me/preview/", pages.preview, name="preview"),
    path("demonstration/sign-in/", demo.demo_login, name="demo_login"),
    *(
        path(f"{name}/", pages.Page.as_view(name=name), name=name)
        for name in ("about", "help", "privacy", "accessibility", "data")
    ),
]

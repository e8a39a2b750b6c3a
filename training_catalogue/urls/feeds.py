"""Addresses for calendars and feed readers; they have no language of their own."""

from django.urls import path
from django.views.decorators.http import require_safe

from ..views import feeds
from ..views.assistance.feed import assistance_feed

urlpatterns = [
    path("training/sessions.ics", feeds.sessions_calendar, name="training-calendar"),
    path(
        "training/sessions/<uuid:uuid>.ics",
        feeds.session_calendar,
        name="training-session-calendar",
    ),
    path("training/courses.atom", feeds.course_feed, name="training-feed"),
    path("training/assistance/", require_safe(assistance_feed), name="assistance-feed"),
]

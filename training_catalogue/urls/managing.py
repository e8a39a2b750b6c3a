"""Addresses of those who enter courses."""

from django.urls import path

from ..views.managing import courses, desk, sessions, sources

urlpatterns = [
    path("desk/", desk.Desk.as_view(), name="desk"),
    path("desk/sources/", sources.Sources.as_view(), name="sources"),
    path("desk/sources/new/", sources.NewSource.as_view(), name="new_source"),
    path("desk/sources/<uuid:uuid>/", sources.SourcePage.as_view(), name="source"),
    path("desk/sources/<uuid:uuid>/edit/", sources.EditSource.as_view(), name="edit_source"),
    path("desk/sources/<uuid:uuid>/give-back/", sources.GiveBack.as_view(), name="source_give_back"),
    path("desk/sources/<uuid:uuid>/<slug:verb>/", sources.SourceStep.as_view(), name="source_step"),
    path("courses/new/", courses.NewCourse.as_view(), name="new_course"),
    path("desk/<uuid:uuid>/", courses.Draft.as_view(), name="draft"),
    path("desk/<uuid:uuid>/edit/", courses.EditCourse.as_view(), name="edit_course"),
    path("desk/<uuid:uuid>/sessions/new/", sessions.NewSession.as_view(), name="new_session"),
    path(
        "desk/<uuid:uuid>/sessions/<uuid:session>/edit/", sessions.EditSession.as_view(), name="edit_session"
    ),
    path(
        "desk/<uuid:uuid>/sessions/<uuid:session>/<slug:verb>/",
        sessions.SessionStep.as_view(),
        name="session_step",
    ),
    path("desk/<uuid:uuid>/<slug:verb>/", courses.Step.as_view(), name="course_step"),
]

"""Addresses of what people write themselves, and of applications; included below /api/v1/training/."""

from django.urls import path

from . import applications, writing_assistance, writing_courses, writing_sessions

urlpatterns = [
    path("applications/", applications.ApplicationList.as_view(), name="training-applications"),
    path("applications/<uuid:uuid>/", applications.ApplicationDetail.as_view(), name="training-application"),
    path(
        "applications/<uuid:uuid>/steps/",
        applications.ApplicationSteps.as_view(),
        name="training-application-steps",
    ),
    path(
        "sessions/<uuid:uuid>/applications/",
        applications.SessionApplications.as_view(),
        name="training-session-applications",
    ),
    path("own/courses/", writing_courses.OwnCourseList.as_view(), name="training-own-courses"),
    path("own/courses/<uuid:uuid>/", writing_courses.OwnCourseDetail.as_view(), name="training-own-course"),
    path(
        "own/courses/<uuid:uuid>/steps/",
        writing_courses.OwnCourseSteps.as_view(),
        name="training-own-course-steps",
    ),
    path(
        "own/courses/<uuid:uuid>/sessions/",
        writing_sessions.OwnSessionList.as_view(),
        name="training-own-sessions",
    ),
    path(
        "own/sessions/<uuid:uuid>/", writing_sessions.OwnSessionDetail.as_view(), name="training-own-session"
    ),
    path(
        "own/sessions/<uuid:uuid>/steps/",
        writing_sessions.OwnSessionSteps.as_view(),
        name="training-own-session-steps",
    ),
    path("own/assistance/", writing_assistance.OwnAssistanceList.as_view(), name="training-own-assistance"),
    path(
        "own/assistance/<int:pk>/",
        writing_assistance.OwnAssistanceDetail.as_view(),
        name="training-own-assistance-record",
    ),
    path(
        "own/assistance/<int:pk>/steps/",
        writing_assistance.OwnAssistanceSteps.as_view(),
        name="training-own-assistance-steps",
    ),
    path("own/offers/", writing_assistance.OwnOffers.as_view(), name="training-own-offers"),
    path("own/requests/", writing_assistance.OwnRequests.as_view(), name="training-own-requests"),
]

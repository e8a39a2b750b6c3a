"""Addresses of applications to sessions."""

from django.urls import path

from ..views.applying import apply, desks, pages

urlpatterns = [
    path("sessions/<uuid:session>/apply/", apply.Apply.as_view(), name="apply"),
    path("sessions/<uuid:session>/applications/", desks.SessionList.as_view(), name="session_applications"),
    path(
        "sessions/<uuid:session>/applications.csv",
        desks.SessionFile.as_view(),
        name="session_applications_csv",
    ),
    path("applications/", pages.Mine.as_view(), name="applications"),
    path("applications/clearing/", desks.ToClear.as_view(), name="applications_to_clear"),
    path("applications/<uuid:uuid>/", pages.Page.as_view(), name="application"),
    path("applications/<uuid:uuid>/step/<slug:verb>/", pages.Step.as_view(), name="application_step"),
    path("applications/<uuid:uuid>/why/<slug:verb>/", pages.CommentedStep.as_view(), name="application_why"),
]

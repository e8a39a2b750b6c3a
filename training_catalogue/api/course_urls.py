"""Addresses of courses and sessions in the API; included below /api/v1/training/."""

from django.urls import path

from .courses import CourseDetail, CourseList, SessionList

urlpatterns = [
    path("courses/", CourseList.as_view(), name="training-courses"),
    path("courses/<str:identifier>/", CourseDetail.as_view(), name="training-course"),
    path("sessions/", SessionList.as_view(), name="training-sessions"),
]

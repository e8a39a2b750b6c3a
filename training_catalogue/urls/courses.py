"""Addresses of courses and sessions."""

from django.urls import path, re_path

from ..views import calendar, course, downloads, listing

IDENTIFIER = r"(?P<identifier>TC-\d{4}-\d{4,})"
urlpatterns = [
    path("courses/", listing.course_list, name="courses"),
    path("courses.csv", downloads.courses_csv, name="courses_csv"),
    path("courses.xlsx", downloads.courses_xlsx, name="courses_xlsx"),
    path("courses.json", downloads.courses_json, name="courses_json"),
    re_path(rf"^courses/{IDENTIFIER}/$", course.page, name="course"),
    path("sessions/", calendar.sessions, name="sessions"),
]

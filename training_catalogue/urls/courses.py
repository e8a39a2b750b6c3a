"""Addresses of courses and sessions."""

from django.urls import path, re_path

from ..views import course, listing

IDENTIFIER = r"(?P<identifier>TC-\d{4}-\d{4,})"
urlpatterns = [
    path("courses/", listing.course_list, name="courses"),
    re_path(rf"^courses/{IDENTIFIER}/$", course.page, name="course"),
]

"""Courses as their providers write them, for programs: by the forms of the pages."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from network.api import (
    CURSOR,
    FIELDS,
    IDEMPOTENCY_KEY,
    IF_MATCH,
    LANG,
    body_of,
    check_version,
    checked,
    idempotent,
    newest_records,
    sent_as,
    wanted_fields,
)

from ..choices import CourseState
from ..forms.courses import CourseForm, NewCourseForm
from ..models import Course
from ..rules.courses import writes_courses
from ..services import way
from .access import OWN, OwnView
from .application_serializers import StepSerializer
from .course_serializers import OwnCourseSerializer

NewCourseSerializer = body_of("NewCourse", NewCourseForm)
CourseChangeSerializer = body_of("CourseChange", CourseForm)
STEPS = {
    "submit": way.submit_course,
    "confirm": way.confirm_course,
    "withdraw": way.withdraw_course,
    "delete": way.delete_draft,
}


class OwnCoursePageSerializer(serializers.Serializer):
    """A part of the list of your courses; follow `next` until it is null."""

    next = serializers.URLField(allow_null=True)
    previous = serializers.URLField(allow_null=True)
    results = OwnCourseSerializer(many=True)


class OwnCoursesView(OwnView):
    """What the people of a provider do with its courses."""

    def course(self, request: Request, uuid: Any) -> Course:
        """The course, for who works on it."""
        found = Course.objects.worked_on_by(request.user).select_related("provider__state")
        course: Course = get_object_or_404(found.prefetch_related("topics", "sessions"), uuid=uuid)
        return course

    def said(self, request: Request, course: Course, **more: Any) -> Response:
        """The course as an answer, with its version."""
        only = wanted_fields(request, OwnCourseSerializer)
        data = OwnCourseSerializer(course, only=only, context={"request": request}).data
        return Response(data, **{"headers": {"ETag": version_of(course)}} | more)

    def again(self, request: Request, location: str) -> Response:
        """What was made before, as it stands now."""
        return self.made(request, location.rstrip("/").rpartition("/")[2])

    def made(self, request: Request, uuid: Any) -> Response:
        """201, with the address."""
        course = self.course(request, uuid)
        headers = {"Location": f"{OWN}/courses/{course.uuid}/", "ETag": version_of(course)}
        return self.said(request, course, status=201, headers=headers)


def version_of(course: Course) -> str:
    """What If-Match names."""
    return f'"{course.uuid}-{course.revision}"'


class OwnCourseList(OwnCoursesView):
    """Courses that one works on."""

    @extend_schema(
        operation_id="training_own_courses_list",
        tags=["training"],
        parameters=[LANG, FIELDS, CURSOR],
        responses=OwnCoursePageSerializer,
    )
    def get(self, request: Request) -> Response:
        """List the courses that you write for, wherever they stand, the newest first."""
        found = Course.objects.worked_on_by(request.user).select_related("provider__state")
        return newest_records(request, found.prefetch_related("topics", "sessions"), OwnCourseSerializer)

    @extend_schema(
        operation_id="training_own_courses_create",
        tags=["training"],
        parameters=[LANG, IDEMPOTENCY_KEY],
        request=NewCourseSerializer,
        responses={201: OwnCourseSerializer},
    )
    @idempotent
    def post(self, request: Request) -> Response:
        """Enter a course as a draft; submit it by a step of its own."""
        by: Any = request.user
        if not writes_courses(by):
            raise PermissionDenied
        form = NewCourseForm(sent_as(NewCourseForm, request), user=by)
        words = checked(form)
        language = words["source_language"]
        course = way.start_course(
            provider=words["provider"], by=by, language=language, **form.values(language)
        )
        return self.made(request, course.uuid)


class OwnCourseDetail(OwnCoursesView):
    """One of them."""

    @extend_schema(
        operation_id="training_own_courses_retrieve",
        tags=["training"],
        parameters=[LANG, FIELDS],
        responses=OwnCourseSerializer,
    )
    def get(self, request: Request, uuid: Any) -> Response:
        """Read a course that you write, with what is still missing and the version for If-Match."""
        return self.said(request, self.course(request, uuid))

    @extend_schema(
        operation_id="training_own_courses_partial_update",
        tags=["training"],
        parameters=[LANG, IF_MATCH],
        request=CourseChangeSerializer,
        responses=OwnCourseSerializer,
    )
    def patch(self, request: Request, uuid: Any) -> Response:
        """Change what a course says; what you do not send stays."""
        course, by = self.course(request, uuid), request.user
        check_version(request, version_of(course))
        form = CourseForm(
            sent_as(CourseForm, request, CourseForm.initial_of(course)),
            must_be_complete=course.state != CourseState.DRAFT,
        )
        checked(form)
        way.save_course(
            course=course,
            by=by,  # type: ignore[arg-type]  # signed in
            seen_revision=course.revision,
            **form.values(course.source_language),
        )
        return self.said(request, self.course(request, uuid))


class OwnCourseSteps(OwnCoursesView):
    """What is done with a course."""

    @extend_schema(
        operation_id="training_own_courses_step",
        tags=["training"],
        parameters=[LANG],
        request=StepSerializer,
        responses={200: OwnCourseSerializer, 204: None},
    )
    def post(self, request: Request, uuid: Any) -> Response:
        """Submit a course, confirm it, withdraw it (with a comment), or throw a draft away."""
        course, by = self.course(request, uuid), request.user
        verb, comment = self.step(request, STEPS)
        why = {"reason": comment} if verb == "withdraw" else {}
        STEPS[verb](course=course, by=by, **why)  # type: ignore[operator]  # each a verb of its way
        return Response(status=204) if verb == "delete" else self.said(request, self.course(request, uuid))

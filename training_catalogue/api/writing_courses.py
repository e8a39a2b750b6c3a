"""Courses and sessions as their providers write them, for programs: by the forms of the pages."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

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
    PAGE_SIZE,
    body_of,
    check_version,
    checked,
    idempotent,
    place,
    sent_as,
    wanted_fields,
)

from ..choices import CourseState
from ..forms.courses import CourseForm, NewCourseForm
from ..forms.sessions import HOURS, NewSessionForm, SessionForm
from ..models import Course, Session
from ..rules import can_schedule
from ..rules.courses import writes_courses
from ..services import sessions as scheduling
from ..services import way
from .access import OwnView
from .application_serializers import StepSerializer
from .course_serializers import OwnCourseSerializer, RunSerializer

NewCourseSerializer = body_of("NewCourse", NewCourseForm)
CourseChangeSerializer = body_of("CourseChange", CourseForm)
NewSessionSerializer = body_of("NewSession", NewSessionForm)
SessionChangeSerializer = body_of("SessionChange", SessionForm)
OWN = "/api/v1/training/own"
STEPS = {
    "submit": way.submit_course,
    "confirm": way.confirm_course,
    "withdraw": way.withdraw_course,
    "delete": way.delete_draft,
}
OF_SESSIONS = ("open", "close", "reopen", "cancel")


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
        only = wanted_fields(request, OwnCourseSerializer)
        found = Course.objects.worked_on_by(request.user).order_by("-pk")
        cursor = request.query_params.get("cursor", "")
        if cursor.isascii() and cursor.isdigit() and len(cursor) < 19:
            found = found.filter(pk__lt=int(cursor))
        found = found.select_related("provider__state").prefetch_related("topics", "sessions")
        rows = list(found[: PAGE_SIZE + 1])
        further = str(rows[PAGE_SIZE - 1].pk) if len(rows) > PAGE_SIZE else ""
        said = OwnCourseSerializer(rows[:PAGE_SIZE], many=True, only=only, context={"request": request})
        return Response({"next": place(request, further), "previous": None, "results": said.data})

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
        sent = StepSerializer(data=request.data)
        sent.is_valid(raise_exception=True)
        verb = sent.validated_data["verb"]
        if verb not in STEPS:
            raise serializers.ValidationError({"verb": [", ".join(STEPS)]})
        why = {"reason": sent.validated_data.get("comment", "")} if verb == "withdraw" else {}
        STEPS[verb](course=course, by=by, **why)  # type: ignore[operator]  # each a verb of its way
        return Response(status=204) if verb == "delete" else self.said(request, self.course(request, uuid))


class OwnSessionsView(OwnView):
    """What the people of a provider do with its sessions."""

    def session(self, request: Request, uuid: Any) -> Session:
        """The session, for who may change its course."""
        found = Session.objects.filter(course__in=Course.objects.worked_on_by(request.user))
        session: Session = get_object_or_404(found.select_related("course__provider__state"), uuid=uuid)
        return session

    def said(self, request: Request, session: Session, **more: Any) -> Response:
        """The session as an answer, with its version."""
        data = RunSerializer(session, context={"request": request}).data
        headers = {"ETag": version_of_session(session)} | more.pop("headers", {})
        return Response(data, headers=headers, **more)

    def again(self, request: Request, location: str) -> Response:
        """What was made before, as it stands now."""
        session = self.session(request, location.rstrip("/").rpartition("/")[2])
        return self.said(request, session, status=201, headers={"Location": location})


def version_of_session(session: Session) -> str:
    """What If-Match names."""
    return f'"{session.uuid}-{session.changed_at.timestamp():.6f}"'


class OwnSessionList(OwnSessionsView):
    """Sessions of a course: new ones."""

    @extend_schema(
        operation_id="training_own_sessions_create",
        tags=["training"],
        parameters=[LANG, IDEMPOTENCY_KEY],
        request=NewSessionSerializer,
        responses={201: RunSerializer},
    )
    @idempotent
    def post(self, request: Request, uuid: Any) -> Response:
        """Add a session; hours are ISO 8601, with an offset or on the clock of `time_zone`."""
        by: Any = request.user
        course = get_object_or_404(Course.objects.worked_on_by(by).select_related("provider"), uuid=uuid)
        if not can_schedule(by, course):
            raise PermissionDenied
        form = NewSessionForm(_on_its_clock(sent_as(NewSessionForm, request)))
        words = checked(form)
        made = scheduling.add_session(
            course=course, by=by, is_open=words["is_open"], **form.values(course.source_language)
        )
        location = f"{OWN}/sessions/{made.uuid}/"
        return self.said(request, made, status=201, headers={"Location": location})


class OwnSessionDetail(OwnSessionsView):
    """One session."""

    @extend_schema(
        operation_id="training_own_sessions_retrieve",
        tags=["training"],
        parameters=[LANG],
        responses=RunSerializer,
    )
    def get(self, request: Request, uuid: Any) -> Response:
        """Read a session of yours, with the version for If-Match."""
        return self.said(request, self.session(request, uuid))

    @extend_schema(
        operation_id="training_own_sessions_partial_update",
        tags=["training"],
        parameters=[LANG, IF_MATCH],
        request=SessionChangeSerializer,
        responses=RunSerializer,
    )
    def patch(self, request: Request, uuid: Any) -> Response:
        """Change a session; what you do not send stays. Calendars hear of it."""
        session, by = self.session(request, uuid), request.user
        check_version(request, version_of_session(session))
        form = SessionForm(_on_its_clock(sent_as(SessionForm, request, _before(session))))
        checked(form)
        changed = scheduling.save_session(
            session=session,
            by=by,  # type: ignore[arg-type]  # signed in
            seen=session.changed_at,
            **form.values(session.source_language),
        )
        return self.said(request, changed)


class OwnSessionSteps(OwnSessionsView):
    """What is done with a session."""

    @extend_schema(
        operation_id="training_own_sessions_step",
        tags=["training"],
        parameters=[LANG],
        request=StepSerializer,
        responses=RunSerializer,
    )
    def post(self, request: Request, uuid: Any) -> Response:
        """Open a session for application, close or reopen it, or cancel it (with a comment)."""
        session, by = self.session(request, uuid), request.user
        sent = StepSerializer(data=request.data)
        sent.is_valid(raise_exception=True)
        verb = sent.validated_data["verb"]
        if verb not in OF_SESSIONS:
            raise serializers.ValidationError({"verb": [", ".join(OF_SESSIONS)]})
        moved = scheduling.move_session(
            session=session,
            by=by,  # type: ignore[arg-type]  # signed in
            verb=verb,
            reason=sent.validated_data.get("comment", ""),
        )
        return self.said(request, moved)


def _before(session: Session) -> dict[str, Any]:
    """What the form shows of a session."""
    form = SessionForm()
    form.show(session)
    return form.initial


def _on_its_clock(data: Any) -> Any:
    """Hours with an offset, as the clock of the session's time zone says them."""
    try:
        zone = ZoneInfo(data.get("time_zone", ""))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return data  # the form says so
    for name in HOURS:
        try:
            hour = datetime.fromisoformat(data.get(name, ""))
        except ValueError:
            continue
        if hour.tzinfo is not None:
            data[name] = hour.astimezone(zone).replace(tzinfo=None).isoformat()
    return data

"""Courses and sessions for programs; reading only."""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from network.api import (
    FIELDS,
    LANG,
    PAGE_SIZE,
    ApiView,
    Gone,
    asked_as_on_the_page,
    asked_by,
    etag_of,
    list_stamp,
    part_of_list,
    place,
    spares,
    wanted_fields,
)

from ..choices import FACET_GROUPS, CourseState
from ..filters import CourseFilter
from ..models import Course, Session
from ..querysets.lines import MARKS, course_lines, session_lines, texts
from ..services.indexing import KIND
from .course_serializers import CourseSerializer, CourseSummarySerializer, SessionSerializer

EPOCH, MICROSECOND = datetime(1970, 1, 1, tzinfo=UTC), timedelta(microseconds=1)
SESSIONS = 3  # of each course in the list
RUN = ("link", "cancel_reason", "changed_at", *texts("note"))
ASKED = asked_by(FACET_GROUPS)


class CoursePageSerializer(serializers.Serializer):
    """A part of the list of courses; follow `next` until it is null."""

    next = serializers.URLField(allow_null=True)
    previous = serializers.URLField(allow_null=True)
    results = CourseSummarySerializer(many=True)


class SessionPageSerializer(serializers.Serializer):
    """A part of the list of sessions; follow `next` until it is null."""

    next = serializers.URLField(allow_null=True)
    previous = serializers.URLField(allow_null=True)
    results = SessionSerializer(many=True)


def _whole(user: Any) -> Any:
    found = Course.objects.visible_to(user).exclude(state=CourseState.WITHDRAWN)
    return found.select_related("provider").prefetch_related("topics", "sessions")


def _list_stamp(request: HttpRequest) -> str | None:
    """What the newest courses are known by to visitors, who ask for them again and again; else None."""
    return list_stamp(request, KIND, MARKS)


@method_decorator(spares(_list_stamp), name="dispatch")
class CourseList(ApiView):
    """Courses."""

    @extend_schema(
        operation_id="training_courses_list",
        tags=["training"],
        parameters=ASKED,
        responses=CoursePageSerializer,
    )
    def get(self, request: Request) -> Response:
        """List published courses, newest first, by the filters of the page for people."""
        stamp = _list_stamp(request._request)  # before the list is read: it may only be too old
        page = asked_as_on_the_page(request, CourseFilter).keys()
        own = Course.objects.visible_to(request.user).exclude(state=CourseState.WITHDRAWN)
        records = course_lines(None if request.user.is_anonymous else own, page.rows, SESSIONS)
        etag = etag_of(request, __name__, stamp)
        return part_of_list(request, page, records, CourseSummarySerializer, etag=etag)


class CourseDetail(ApiView):
    """One course."""

    @extend_schema(
        operation_id="training_courses_retrieve",
        tags=["training"],
        parameters=[LANG, FIELDS],
        responses=CourseSerializer,
    )
    def get(self, request: Request, identifier: str) -> Response:
        """Read the whole record of a published course; 410 once it was withdrawn."""
        only = wanted_fields(request, CourseSerializer)
        public = _whole(request.user).filter(state=CourseState.PUBLISHED)
        course = public.filter(identifier=identifier).first()
        if course is None:
            raise _absence(identifier)
        return Response(CourseSerializer(course, only=only, context={"request": request}).data)


def _absence(identifier: str) -> Exception:
    """Gone with the reason when the course was withdrawn, else not found."""
    course = Course.objects.filter(identifier=identifier, state=CourseState.WITHDRAWN).first()
    if course is None:
        return Http404()
    step = course.steps.filter(to_state=CourseState.WITHDRAWN).last()
    words = {"identifier": identifier, "reason": step.reason if step else ""}
    return Gone(_("%(identifier)s was withdrawn: %(reason)s") % words)


class SessionList(ApiView):
    """Sessions."""

    @extend_schema(
        operation_id="training_sessions_list",
        tags=["training"],
        parameters=ASKED,
        responses=SessionPageSerializer,
    )
    def get(self, request: Request) -> Response:
        """List sessions that have not ended, by their beginning, of the courses that the filters leave."""
        only = wanted_fields(request, SessionSerializer)
        keys = asked_as_on_the_page(request, CourseFilter).all_keys()
        found = Session.objects.visible_to(request.user).filter(course__state=CourseState.PUBLISHED)
        found = found.of_courses(keys).coming(timezone.now())
        if (after := _after(request.query_params.get("cursor", ""))) is not None:
            found = found.after(*after)
        rows = session_lines(found[: PAGE_SIZE + 1], *RUN)
        further = ""
        if len(rows) > PAGE_SIZE:
            last = rows[PAGE_SIZE - 1]
            further = f"{(last.starts_at - EPOCH) // MICROSECOND}-{last.pk}"
        said = SessionSerializer(rows[:PAGE_SIZE], many=True, only=only, context={"request": request})
        return Response({"next": place(request, further), "previous": None, "results": said.data})


def _after(text: str) -> tuple[datetime, int] | None:
    """A place in the list: the beginning of a session in microseconds, and its key."""
    moment, _dash, pk = text.partition("-")
    figures = all(part.isascii() and part.isdigit() for part in (moment, pk))
    if not figures or len(moment) > 16 or len(pk) > 18:
        return None
    return EPOCH + int(moment) * MICROSECOND, int(pk)

"""Sessions of courses as their providers write them, for programs: by the forms of the pages."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from network.api import IDEMPOTENCY_KEY, IF_MATCH, LANG, body_of, check_version, checked, idempotent, sent_as

from ..forms.sessions import HOURS, NewSessionForm, SessionForm
from ..models import Course, Session
from ..rules import can_schedule
from ..services import sessions as scheduling
from .access import OWN, OwnView
from .application_serializers import StepSerializer
from .course_serializers import RunSerializer

NewSessionSerializer = body_of("NewSession", NewSessionForm)
SessionChangeSerializer = body_of("SessionChange", SessionForm)
VERBS = ("open", "close", "reopen", "cancel")


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
        verb, reason = self.step(request, VERBS)
        moved = scheduling.move_session(
            session=session,
            by=by,  # type: ignore[arg-type]  # signed in
            verb=verb,
            reason=reason,
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

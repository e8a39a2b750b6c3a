"""Applications to sessions for programs: applying, seeing one's own, clearing and deciding."""

from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import translation
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from network.api import (
    CURSOR,
    FIELDS,
    IDEMPOTENCY_KEY,
    LANG,
    PAGE_SIZE,
    checked,
    idempotent,
    place,
    sent_as,
    wanted_fields,
)
from network.choices import Role

from ..forms.applications import ApplicationForm
from ..models import Application, Session
from ..rules.applications import may_apply, reads_applications
from ..services.applying.way import apply_for, take_step
from .access import OwnView
from .application_serializers import ApplicationSerializer, NewApplicationSerializer, StepSerializer

OF = OpenApiParameter(
    "of",
    OpenApiTypes.STR,
    enum=["mine", "to_clear"],
    description="mine: your own (without it); to_clear: those that await your clearance, the oldest first.",
)


class ApplicationPageSerializer(serializers.Serializer):
    """A part of a list of applications; follow `next` until it is null."""

    next = serializers.URLField(allow_null=True)
    previous = serializers.URLField(allow_null=True)
    results = ApplicationSerializer(many=True)


class ApplicationsView(OwnView):
    """What people read and write of applications."""

    def page(self, request: Request, found: Any) -> Response:
        """A part of a selection in its order; the cursor is a place in it."""
        only = wanted_fields(request, ApplicationSerializer)
        asked = request.query_params.get("cursor", "0")
        start = min(int(asked), 10**6) if asked.isascii() and asked.isdigit() and len(asked) < 8 else 0
        rows = list(found.for_list().with_number()[start : start + PAGE_SIZE + 1])
        said = ApplicationSerializer(rows[:PAGE_SIZE], many=True, only=only, context={"request": request})
        further = str(start + PAGE_SIZE) if len(rows) > PAGE_SIZE else ""
        before = str(max(0, start - PAGE_SIZE)) if start else ""
        return Response(
            {"next": place(request, further), "previous": place(request, before), "results": said.data}
        )

    def one(self, request: Request, uuid: Any) -> Application:
        """The application, for whom it concerns."""
        found = Application.objects.visible_to(request.user).for_list().with_number()
        return get_object_or_404(found, uuid=uuid)

    def said(self, request: Request, application: Application, **more: Any) -> Response:
        """The application as an answer."""
        only = wanted_fields(request, ApplicationSerializer)
        data = ApplicationSerializer(application, only=only, context={"request": request}).data
        return Response(data, **more)

    def again(self, request: Request, location: str) -> Response:
        """What was sent before, as it stands now."""
        application = self.one(request, location.rstrip("/").rpartition("/")[2])
        return self.said(request, application, status=201, headers={"Location": location})


class ApplicationList(ApplicationsView):
    """One's own, or those that one clears."""

    @extend_schema(
        operation_id="training_applications_list",
        tags=["training"],
        parameters=[OF, LANG, FIELDS, CURSOR],
        responses=ApplicationPageSerializer,
    )
    def get(self, request: Request) -> Response:
        """List your applications, the newest first, or those that await your clearance."""
        if request.query_params.get("of", "mine") == "to_clear":
            user: Any = request.user
            if not user.has_role(Role.FOCAL_POINT, Role.STAFF_MANAGER):
                raise Http404
            return self.page(request, Application.objects.clearing(request.user))
        return self.page(request, Application.objects.of(request.user))


class ApplicationDetail(ApplicationsView):
    """One application."""

    @extend_schema(
        operation_id="training_applications_retrieve",
        tags=["training"],
        parameters=[LANG, FIELDS],
        responses=ApplicationSerializer,
    )
    def get(self, request: Request, uuid: Any) -> Response:
        """Read where an application stands: your own, or one that you clear or decide."""
        return self.said(request, self.one(request, uuid))


class ApplicationSteps(ApplicationsView):
    """What is done with an application."""

    @extend_schema(
        operation_id="training_applications_step",
        tags=["training"],
        parameters=[LANG],
        request=StepSerializer,
        responses=ApplicationSerializer,
    )
    def post(self, request: Request, uuid: Any) -> Response:
        """Withdraw your application; clear or refuse it, accept, put on the waiting list or decline."""
        application = self.one(request, uuid)
        sent = StepSerializer(data=request.data)
        sent.is_valid(raise_exception=True)
        words, by = sent.validated_data, request.user
        done = take_step(
            application=application,
            by=by,  # type: ignore[arg-type]  # signed in
            verb=words["verb"],
            comment=words.get("comment", ""),
        )
        return self.said(request, self.one(request, done.uuid))


class SessionApplications(ApplicationsView):
    """Applications to one session: its provider reads them, people send theirs."""

    @extend_schema(
        operation_id="training_session_applications_list",
        tags=["training"],
        parameters=[LANG, FIELDS, CURSOR],
        responses=ApplicationPageSerializer,
    )
    def get(self, request: Request, uuid: Any) -> Response:
        """List the applications to a session of yours: what awaits your decision first."""
        session = get_object_or_404(Session.objects.select_related("course__provider__state"), uuid=uuid)
        if not reads_applications(request.user, session):  # type: ignore[arg-type]  # signed in
            raise Http404
        rows = Application.objects.visible_to(request.user).filter(session=session).for_provider()
        return self.page(request, rows)

    @extend_schema(
        operation_id="training_session_applications_create",
        tags=["training"],
        parameters=[LANG, IDEMPOTENCY_KEY],
        request=NewApplicationSerializer,
        responses={201: ApplicationSerializer},
    )
    @idempotent
    def post(self, request: Request, uuid: Any) -> Response:
        """Apply for a seat in a session that takes applications here."""
        found = Session.objects.visible_to(request.user).select_related("course__provider")
        session = get_object_or_404(found, uuid=uuid, course__identifier__isnull=False)
        by: Any = request.user
        if not may_apply(by):
            raise Http404
        form = ApplicationForm(sent_as(ApplicationForm, request), session=session, by=by)
        words = checked(form)
        made = apply_for(
            session=session,
            by=by,
            motivation=words["motivation"],
            language=str(translation.get_language()),
            country=words.get("country"),
        )
        headers = {"Location": f"/api/v1/training/applications/{made.uuid}/"}
        return self.said(request, self.one(request, made.uuid), status=201, headers=headers)

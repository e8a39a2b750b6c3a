"""Offers and requests as their parties write them, for programs: by the form of the pages."""

from typing import Any

from django.http import Http404
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

from ..choices.assistance import ASSISTANCE_STEPS, AssistanceKind
from ..forms.assistance import AssistanceForm
from ..models import Assistance
from ..rules.assistance import can_write, writes_assistance
from ..services.assistance.way import take_step
from ..services.assistance.writing import save_assistance, start_assistance
from .access import OWN, OwnView
from .application_serializers import StepSerializer
from .assistance_serializers import OwnAssistanceSerializer

VERBS = sorted({row.verb for row in ASSISTANCE_STEPS if row.source and row.verb not in ("hide", "fulfil")})
NewAssistanceSerializer = body_of("NewAssistance", AssistanceForm, "revision")
AssistanceChangeSerializer = body_of("AssistanceChange", AssistanceForm, "revision", "party")


class OwnAssistancePageSerializer(serializers.Serializer):
    """A part of the list of your offers and requests; follow `next` until it is null."""

    next = serializers.URLField(allow_null=True)
    previous = serializers.URLField(allow_null=True)
    results = OwnAssistanceSerializer(many=True)


class OwnAssistanceView(OwnView):
    """What the people of a party do with its offers and requests."""

    def record(self, request: Request, pk: int) -> Assistance:
        """The record, for its people."""
        found = Assistance.objects.of_people(request.user).for_list()
        record: Assistance = get_object_or_404(found, pk=pk if pk < 2**63 else None)
        return record

    def said(self, request: Request, record: Assistance, **more: Any) -> Response:
        """The record as an answer, with its version."""
        only = wanted_fields(request, OwnAssistanceSerializer)
        data = OwnAssistanceSerializer(record, only=only, context={"request": request}).data
        headers = {"ETag": version_of(record)} | more.pop("headers", {})
        return Response(data, headers=headers, **more)

    def made(self, request: Request, pk: int) -> Response:
        """201, with the address."""
        headers = {"Location": f"{OWN}/assistance/{pk}/"}
        return self.said(request, self.record(request, pk), status=201, headers=headers)

    def again(self, request: Request, location: str) -> Response:
        """What was made before, as it stands now."""
        return self.made(request, int(location.rstrip("/").rpartition("/")[2]))

    def begin(self, request: Request, kind: AssistanceKind) -> Response:
        """A draft by the form of the page."""
        by: Any = request.user
        if not writes_assistance(by):
            raise Http404
        form = AssistanceForm(sent_as(AssistanceForm, request), user=by, kind=kind)
        checked(form)
        record = start_assistance(by=by, kind=kind, words=form.words(), **form.party_chosen())
        return self.made(request, record.pk)


def version_of(record: Assistance) -> str:
    """What If-Match names."""
    return f'"assistance-{record.pk}-{record.revision}"'


class OwnAssistanceList(OwnAssistanceView):
    """Offers and requests of one's states and organizations."""

    @extend_schema(
        operation_id="training_own_assistance_list",
        tags=["training"],
        parameters=[LANG, FIELDS, CURSOR],
        responses=OwnAssistancePageSerializer,
    )
    def get(self, request: Request) -> Response:
        """List the offers and requests that you write for, wherever they stand, the newest first."""
        found = Assistance.objects.of_people(request.user).for_list()
        return newest_records(request, found, OwnAssistanceSerializer)


class OwnOffers(OwnAssistanceView):
    """New offers."""

    @extend_schema(
        operation_id="training_own_offers_create",
        tags=["training"],
        parameters=[LANG, IDEMPOTENCY_KEY],
        request=NewAssistanceSerializer,
        responses={201: OwnAssistanceSerializer},
    )
    @idempotent
    def post(self, request: Request) -> Response:
        """Begin an offer as a draft; `party` is "state:GT" or "organization:12"."""
        return self.begin(request, AssistanceKind.OFFER)


class OwnRequests(OwnAssistanceView):
    """New requests."""

    @extend_schema(
        operation_id="training_own_requests_create",
        tags=["training"],
        parameters=[LANG, IDEMPOTENCY_KEY],
        request=NewAssistanceSerializer,
        responses={201: OwnAssistanceSerializer},
    )
    @idempotent
    def post(self, request: Request) -> Response:
        """Begin a request as a draft; `party` is "state:GT" or "organization:12"."""
        return self.begin(request, AssistanceKind.REQUEST)


class OwnAssistanceDetail(OwnAssistanceView):
    """One of them."""

    @extend_schema(
        operation_id="training_own_assistance_retrieve",
        tags=["training"],
        parameters=[LANG, FIELDS],
        responses=OwnAssistanceSerializer,
    )
    def get(self, request: Request, pk: int) -> Response:
        """Read an offer or request of yours, with the version for If-Match."""
        return self.said(request, self.record(request, pk))

    @extend_schema(
        operation_id="training_own_assistance_partial_update",
        tags=["training"],
        parameters=[LANG, IF_MATCH],
        request=AssistanceChangeSerializer,
        responses=OwnAssistanceSerializer,
    )
    def patch(self, request: Request, pk: int) -> Response:
        """Change its words; what you do not send stays. What is public follows at once."""
        record, by = self.record(request, pk), request.user
        check_version(request, version_of(record))
        if not can_write(by, record):  # type: ignore[arg-type]  # signed in
            raise Http404
        shown = AssistanceForm(user=by, kind=record.kind, record=record).initial  # type: ignore[arg-type]
        data = sent_as(AssistanceForm, request, shown)
        form = AssistanceForm(data, user=by, kind=record.kind, record=record)  # type: ignore[arg-type]
        checked(form)
        save_assistance(
            record=record,
            by=by,  # type: ignore[arg-type]
            words=form.words(),
            revision=record.revision,
        )
        return self.said(request, self.record(request, pk))


class OwnAssistanceSteps(OwnAssistanceView):
    """What is done with it."""

    @extend_schema(
        operation_id="training_own_assistance_step",
        tags=["training"],
        parameters=[LANG],
        request=StepSerializer,
        responses={200: OwnAssistanceSerializer, 204: None},
    )
    def post(self, request: Request, pk: int) -> Response:
        """Ask for clearance, submit or publish it, confirm, close or withdraw it: what `steps` names."""
        record, by = self.record(request, pk), request.user
        verb, comment = self.step(request, VERBS)
        take_step(record=record, by=by, verb=verb, comment=comment)  # type: ignore[arg-type]  # signed in
        if verb == "delete":
            return Response(status=204)
        return self.said(request, self.record(request, pk))

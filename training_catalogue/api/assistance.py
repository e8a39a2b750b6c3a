"""Offers, requests, cooperations and gaps for programs; reading only."""

from typing import Any

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from network.api import (
    CURSOR,
    FIELDS,
    LANG,
    PAGE_SIZE,
    ApiView,
    asked_as_on_the_page,
    asked_by,
    in_their_order,
    part_of_list,
    place,
    wanted_fields,
)

from ..choices.assistance_facets import ASSISTANCE_FACETS
from ..forms.assistance_filter import FILTERS
from ..models import Assistance, Cooperation, CooperationReport
from ..services.assistance.indexing import OFFER, REQUEST
from ..services.needs.gaps import gaps
from .assistance_serializers import AssistanceSerializer, CooperationSerializer, GapSerializer

LISTED = asked_by(ASSISTANCE_FACETS)


class AssistancePageSerializer(serializers.Serializer):
    """A part of a list of offers or requests; follow `next` until it is null."""

    next = serializers.URLField(allow_null=True)
    previous = serializers.URLField(allow_null=True)
    results = AssistanceSerializer(many=True)


class CooperationPageSerializer(serializers.Serializer):
    """A part of the list of cooperations; follow `next` until it is null."""

    next = serializers.URLField(allow_null=True)
    previous = serializers.URLField(allow_null=True)
    results = CooperationSerializer(many=True)


def _listed(request: Request, kind: str) -> Response:
    """Those that stand open, newest first; with words, the nearest first."""
    page = asked_as_on_the_page(request, FILTERS[kind]).keys()
    records = in_their_order(Assistance.objects.visible_to(request.user).for_list(), page.rows)
    return part_of_list(request, page, records, AssistanceSerializer)


def _one(request: Request, kind: str, pk: int) -> Response:
    only = wanted_fields(request, AssistanceSerializer)
    found = Assistance.objects.visible_to(request.user).for_list()
    record = found.filter(pk=pk, kind=kind, published_at__isnull=False).first() if pk < 2**63 else None
    if record is None:
        raise Http404
    return Response(AssistanceSerializer(record, only=only, context={"request": request}).data)


class OfferList(ApiView):
    """Offers."""

    @extend_schema(
        operation_id="training_offers_list",
        tags=["training"],
        parameters=LISTED,
        responses=AssistancePageSerializer,
    )
    def get(self, request: Request) -> Response:
        """List offers of assistance by the filters of the page for people."""
        return _listed(request, OFFER)


class OfferDetail(ApiView):
    """One offer."""

    @extend_schema(
        operation_id="training_offers_retrieve",
        tags=["training"],
        parameters=[LANG, FIELDS],
        responses=AssistanceSerializer,
    )
    def get(self, request: Request, pk: int) -> Response:
        """Read one offer of assistance."""
        return _one(request, OFFER, pk)


class RequestList(ApiView):
    """Requests."""

    @extend_schema(
        operation_id="training_requests_list",
        tags=["training"],
        parameters=LISTED,
        responses=AssistancePageSerializer,
    )
    def get(self, request: Request) -> Response:
        """List requests for assistance by the filters of the page for people."""
        return _listed(request, REQUEST)


class RequestDetail(ApiView):
    """One request."""

    @extend_schema(
        operation_id="training_requests_retrieve",
        tags=["training"],
        parameters=[LANG, FIELDS],
        responses=AssistanceSerializer,
    )
    def get(self, request: Request, pk: int) -> Response:
        """Read one request for assistance."""
        return _one(request, REQUEST, pk)


def _cooperations(request: Request) -> Any:
    return Cooperation.objects.visible_to(request.user).for_list().order_by("-pk")


def _said(request: Request, rows: list[Cooperation], only: Any) -> Any:
    reports = CooperationReport.objects.visible_to(request.user).filter(cooperation__in=rows)
    context = {"request": request, "reports": {report.cooperation_id: report for report in reports}}
    return CooperationSerializer(rows, many=True, only=only, context=context).data


class CooperationList(ApiView):
    """Cooperations."""

    @extend_schema(
        operation_id="training_cooperations_list",
        tags=["training"],
        parameters=[LANG, FIELDS, CURSOR],
        responses=CooperationPageSerializer,
    )
    def get(self, request: Request) -> Response:
        """List agreed, running and completed cooperations, newest first."""
        only = wanted_fields(request, CooperationSerializer)
        cursor = request.query_params.get("cursor", "")
        found = _cooperations(request)
        if cursor.isascii() and cursor.isdigit():
            found = found.filter(pk__lt=min(int(cursor), 2**62))
        rows = list(found[: PAGE_SIZE + 1])
        further = str(rows[PAGE_SIZE - 1].pk) if len(rows) > PAGE_SIZE else ""
        return Response(
            {
                "next": place(request, further),
                "previous": None,
                "results": _said(request, rows[:PAGE_SIZE], only),
            }
        )


class CooperationDetail(ApiView):
    """One cooperation."""

    @extend_schema(
        operation_id="training_cooperations_retrieve",
        tags=["training"],
        parameters=[LANG, FIELDS],
        responses=CooperationSerializer,
    )
    def get(self, request: Request, pk: int) -> Response:
        """Read one cooperation, with its report once it is completed."""
        only = wanted_fields(request, CooperationSerializer)
        rows = list(_cooperations(request).filter(pk=pk)) if pk < 2**63 else []
        if not rows:
            raise Http404
        return Response(_said(request, rows, only)[0])


class GapList(ApiView):
    """What is missing."""

    @extend_schema(
        operation_id="training_gaps_list",
        tags=["training"],
        parameters=[LANG, FIELDS],
        responses=GapSerializer(many=True),
    )
    def get(self, request: Request) -> Response:
        """List topics with their needs, courses and offers, the most needed first."""
        only = wanted_fields(request, GapSerializer)
        return Response(GapSerializer(gaps(), many=True, only=only, context={"request": request}).data)

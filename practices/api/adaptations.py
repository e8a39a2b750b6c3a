"""The addresses of adaptations for programs; reading only."""

from typing import Any

from django.http import Http404, HttpRequest
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from network.api import (
    FIELDS,
    LANG,
    ApiView,
    Gone,
    asked_as_on_the_page,
    asked_by,
    etag_of,
    in_their_order,
    list_stamp,
    part_of_list,
    spares,
    wanted_fields,
)

from ..choices.adaptations import ADAPTATION_FACETS, AdaptationState
from ..filters import AdaptationFilter
from ..models import Adaptation
from ..querysets.adaptations import MARKS
from ..services.adapting.indexing import KIND
from .adaptation_serializers import AdaptationSerializer, AdaptationSummarySerializer

LARGEST = 2**63 - 1  # key that the database knows


class AdaptationPageSerializer(serializers.Serializer):
    """A part of the list; follow `next` until it is null."""

    next = serializers.URLField(allow_null=True)
    previous = serializers.URLField(allow_null=True)
    results = AdaptationSummarySerializer(many=True)


def _list_stamp(request: HttpRequest) -> str | None:
    """What the newest adaptations are known by to visitors, who ask for them again and again; else None."""
    return list_stamp(request, KIND, MARKS)


def _public(user: Any) -> Any:
    return Adaptation.objects.visible_to(user).published()


@method_decorator(spares(_list_stamp), name="dispatch")
class AdaptationList(ApiView):
    """Published adaptations, newest first; with words, the nearest first."""

    @extend_schema(
        operation_id="adaptations_list",
        tags=["practices"],
        parameters=asked_by(ADAPTATION_FACETS),
        responses=AdaptationPageSerializer,
    )
    def get(self, request: Request) -> Response:
        """List published adaptations of practices, by words and by the facets of the search."""
        stamp = _list_stamp(request._request)  # before the list is read: it may only be too old
        page = asked_as_on_the_page(request, AdaptationFilter).keys()
        lines = in_their_order(_public(request.user).for_lines(), page.rows)
        etag = etag_of(request, __name__, stamp)
        return part_of_list(request, page, lines, AdaptationSummarySerializer, etag=etag)


class AdaptationDetail(ApiView):
    """One published adaptation."""

    @extend_schema(
        operation_id="adaptations_retrieve",
        tags=["practices"],
        parameters=[LANG, FIELDS],
        responses=AdaptationSerializer,
    )
    def get(self, request: Request, pk: int) -> Response:
        """Read the whole record of a published adaptation; 410 once it was withdrawn."""
        only = wanted_fields(request, AdaptationSerializer)
        found = _public(request.user).for_lines().prefetch_related("topics")
        adaptation = found.filter(pk=pk).first() if pk <= LARGEST else None
        if adaptation is None:
            raise _absence(pk)
        return Response(AdaptationSerializer(adaptation, only=only, context={"request": request}).data)


def _absence(pk: int) -> Exception:
    """Gone with the reason when the adaptation was withdrawn, else not found."""
    gone = Adaptation.objects.filter(pk=pk, state=AdaptationState.WITHDRAWN)
    adaptation = gone.first() if pk <= LARGEST else None
    if adaptation is None:
        return Http404()
    step = adaptation.steps.filter(verb="withdraw").last()
    words = {"number": pk, "reason": step.comment if step else ""}
    return Gone(_("Adaptation %(number)s was withdrawn: %(reason)s") % words)

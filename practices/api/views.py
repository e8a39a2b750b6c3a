"""The addresses of practices for programs; reading only."""

from collections.abc import Callable
from functools import cache
from typing import Any

from django.contrib.auth.models import AnonymousUser
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
    list_stamp,
    part_of_list,
    spares,
    wanted_fields,
)

from ..choices import FACET_GROUPS, PracticeState
from ..filters import PracticeFilter
from ..models import Practice
from ..querysets import PracticeQuerySet
from ..querysets.lines import MARKS
from ..querysets.whole import stamps_written
from ..services.indexing import KIND
from .serializers import PracticeSerializer, PracticeSummarySerializer


class PracticePageSerializer(serializers.Serializer):
    """A part of the list; follow `next` until it is null."""

    next = serializers.URLField(allow_null=True)
    previous = serializers.URLField(allow_null=True)
    results = PracticeSummarySerializer(many=True)


def _list_stamp(request: HttpRequest) -> str | None:
    """What the newest practices are known by to visitors, who ask for them again and again; else None."""
    return list_stamp(request, KIND, MARKS)


@method_decorator(spares(_list_stamp), name="dispatch")
class PracticeList(ApiView):
    """Published practices, newest first; with words, the nearest first."""

    @extend_schema(
        operation_id="practices_list",
        tags=["practices"],
        parameters=asked_by(FACET_GROUPS),
        responses=PracticePageSerializer,
    )
    def get(self, request: Request) -> Response:
        """List published practices by the filters of the page for people."""
        stamp = _list_stamp(request._request)  # before the list is read: it may only be too old
        page = asked_as_on_the_page(request, PracticeFilter).keys()
        lines = Practice.objects.visible_to(request.user).lines(page.rows)
        etag = etag_of(request, __name__, stamp)
        return part_of_list(request, page, lines, PracticeSummarySerializer, etag=etag)


def _stamp(request: HttpRequest, identifier: str) -> str | None:
    if request.user.is_anonymous:
        return _stamps_of_visitors(PracticeQuerySet.visible_to)(identifier)
    return _readable(request.user).stamp(identifier)


@cache
def _stamps_of_visitors(_door: Any) -> Callable[[str], str | None]:
    """Visitors ask most; what they may read is written once for the door that stands."""
    return stamps_written(lambda identifier: _readable(AnonymousUser()).filter(identifier=identifier))


def _readable(user: Any) -> PracticeQuerySet:
    return Practice.objects.visible_to(user).exclude(state=PracticeState.WITHDRAWN)


@method_decorator(spares(_stamp), name="dispatch")
class PracticeDetail(ApiView):
    """One published practice."""

    @extend_schema(
        operation_id="practices_retrieve",
        tags=["practices"],
        parameters=[LANG, FIELDS],
        responses=PracticeSerializer,
    )
    def get(self, request: Request, identifier: str) -> Response:
        """Read the whole record of a published practice; 410 once it was withdrawn."""
        only = wanted_fields(request, PracticeSerializer)
        practice = _readable(request.user).whole(identifier)
        if practice is None:
            raise _absence(identifier)
        data = PracticeSerializer(practice, only=only, context={"request": request}).data
        return Response(data, headers={"ETag": etag_of(request, __name__, practice.stamp)})


def _absence(identifier: str) -> Exception:
    """Gone with the reason when the practice was withdrawn, else not found."""
    gone = Practice.objects.with_permanent_address().filter(
        identifier=identifier, state=PracticeState.WITHDRAWN
    )
    practice = gone.first()
    if practice is None:
        return Http404()
    step: Any = practice.transitions.filter(to_state=PracticeState.WITHDRAWN).last()
    words = {"identifier": identifier, "reason": step.comment if step else ""}
    return Gone(_("%(identifier)s was withdrawn: %(reason)s") % words)

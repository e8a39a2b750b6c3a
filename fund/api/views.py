"""The Fund for programs; reading only, the same figures and entries as the pages."""

from typing import Any

from django.db.models import Prefetch
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from network.api import CURSOR, FIELDS, LANG, PAGE_SIZE, ApiView, etag_of, place, spares, wanted_fields

from ..choices import EntryKind
from ..filters import EntryFilter, whole
from ..models import Entry, Leg, Project
from ..services.exporting.figures import COLUMNS, as_records, summary_rows
from ..services.reference import licence
from ..services.showing.chain import head_of_chain
from ..services.showing.overview import overview
from ..services.showing.projects import money_of
from ..services.showing.stamp import stamp
from .serializers import (
    ContributionSerializer,
    EntrySerializer,
    ProjectSerializer,
    ProjectSummarySerializer,
    SummarySerializer,
)

FILTERS = [
    OpenApiParameter("donor", OpenApiTypes.INT, description="Id of a donor."),
    OpenApiParameter("project", OpenApiTypes.STR, description="Identifier of a project."),
    OpenApiParameter("year", OpenApiTypes.INT, description="Year in which entries count."),
    OpenApiParameter("currency", OpenApiTypes.STR, description="ISO 4217."),
    OpenApiParameter(
        "of", OpenApiTypes.STR, description="A figure (received, used, bank) or role of accounts."
    ),
    CURSOR,
]


def _stamp(request: HttpRequest, **arguments: Any) -> str:
    return stamp()


@method_decorator(spares(_stamp), name="dispatch")
class FundView(ApiView):
    """Says the licence, and what the answer is made from."""

    def answer(self, data: Any) -> Response:
        """With ETag, and with the licence as a link too."""
        headers = {
            "ETag": etag_of(self.request, __name__, stamp()),
            "Link": f'<{licence()}>; rel="license"',
        }
        return Response(data, headers=headers)


def _page_of(serializer: type[serializers.Serializer], name: str) -> Any:
    """What a part of a list looks like."""
    fields = {
        "__doc__": "A part of the list; follow `next` until it is null.",
        "next": serializers.URLField(allow_null=True),
        "previous": serializers.URLField(allow_null=True),
        "licence": serializers.URLField(),
        "results": serializer(many=True),
    }
    return type(name, (serializers.Serializer,), fields)


EntryPageSerializer = _page_of(EntrySerializer, "FundEntryPageSerializer")
ContributionPageSerializer = _page_of(ContributionSerializer, "FundContributionPageSerializer")
ProjectPageSerializer = _page_of(ProjectSummarySerializer, "FundProjectPageSerializer")


def _with_parts(entries: Any) -> Any:
    legs = Leg.objects.select_related("account__currency").order_by("n")
    return entries.select_related("donor", "project", "agreement").prefetch_related(Prefetch("legs", legs))


def _listed(view: FundView, request: Request, entries: Any, serializer: Any) -> Response:
    """A part of a list of entries, newest first."""
    only = wanted_fields(request, serializer)
    asked = _asked(request)
    rows, newer, older = asked.part(_with_parts(entries(asked.found())), PAGE_SIZE)
    data = serializer(rows, many=True, only=only, context={"request": request}).data
    return view.answer(
        {
            "next": place(request, f"b{older}" if older else None),
            "previous": place(request, f"a{newer}" if newer else None),
            "licence": licence(),
            "results": data,
        }
    )


def _asked(request: Request) -> EntryFilter:
    """The filter of the page, the place given by `cursor`."""
    query = request.query_params.copy()
    cursor = query.pop("cursor", [""])[-1]
    asked = EntryFilter(query)
    asked.before = asked.after = None
    if cursor:
        number = whole(cursor[1:])
        if cursor[0] not in "ab" or number is None:
            raise ValidationError({"cursor": _("Follow the links: this is no place in the list.")})
        asked.before, asked.after = (number, None) if cursor[0] == "b" else (None, number)
    return asked


class Summary(FundView):
    """Sources and uses."""

    @extend_schema(
        operation_id="fund_summary_retrieve",
        tags=["fund"],
        parameters=[LANG, OpenApiParameter("year", OpenApiTypes.INT, description="All years without it.")],
        responses=SummarySerializer,
    )
    def get(self, request: Request) -> Response:
        """Read the figures of the Fund, with the head of the chain."""
        year = whole(request.query_params.get("year"), 9998)
        seen, head = overview(year, most=None), head_of_chain()
        if request.query_params.get("year") and year not in seen.years:
            raise Http404
        return self.answer(
            {
                "as_of": seen.as_of,
                "year": seen.year,
                "is_certified": seen.is_certified,
                "licence": licence(),
                "head": {"number": head.number, "hash": head.fingerprint},
                "figures": as_records(COLUMNS, summary_rows(seen)),
            }
        )


class EntryList(FundView):
    """Posted entries."""

    @extend_schema(
        operation_id="fund_entries_list",
        tags=["fund"],
        parameters=[
            LANG,
            FIELDS,
            OpenApiParameter(
                "kind", OpenApiTypes.STR, enum=list(EntryKind.values), description="With reversals."
            ),
            *FILTERS,
        ],
        responses=EntryPageSerializer,
    )
    def get(self, request: Request) -> Response:
        """List posted entries by the filters of the page for people, newest first."""
        return _listed(self, request, lambda found: found, EntrySerializer)


class EntryDetail(FundView):
    """One entry."""

    @extend_schema(
        operation_id="fund_entries_retrieve",
        tags=["fund"],
        parameters=[LANG, FIELDS],
        responses=EntrySerializer,
    )
    def get(self, request: Request, number: int) -> Response:
        """Read one posted entry."""
        only = wanted_fields(request, EntrySerializer)
        entry = _with_parts(Entry.objects.all()).filter(pk=number).first() if number < 2**63 else None
        if entry is None:
            raise Http404
        return self.answer(EntrySerializer(entry, only=only, context={"request": request}).data)


class ContributionList(FundView):
    """What donors gave."""

    @extend_schema(
        operation_id="fund_contributions_list",
        tags=["fund"],
        parameters=[LANG, FIELDS, *FILTERS],
        responses=ContributionPageSerializer,
    )
    def get(self, request: Request) -> Response:
        """List what donors gave in money and in kind, and what went back to them, newest first."""
        return _listed(self, request, lambda found: found.of_contributions(), ContributionSerializer)


class ProjectList(FundView):
    """What the Fund pays for."""

    @extend_schema(
        operation_id="fund_projects_list",
        tags=["fund"],
        parameters=[
            LANG,
            FIELDS,
            OpenApiParameter("cursor", OpenApiTypes.STR, description="Place in the list, from next."),
        ],
        responses=ProjectPageSerializer,
    )
    def get(self, request: Request) -> Response:
        """List the projects by identifier."""
        only = wanted_fields(request, ProjectSummarySerializer)
        after = request.query_params.get("cursor", "").replace("\x00", "")
        found = Project.objects.for_list().filter(identifier__gt=after).order_by("identifier")
        rows = list(found[: PAGE_SIZE + 1])
        further = rows[PAGE_SIZE - 1].identifier if len(rows) > PAGE_SIZE else ""
        serializer = ProjectSummarySerializer(
            rows[:PAGE_SIZE], many=True, only=only, context={"request": request}
        )
        return self.answer(
            {
                "next": place(request, further),
                "previous": None,
                "licence": licence(),
                "results": serializer.data,
            }
        )


class ProjectDetail(FundView):
    """One project."""

    @extend_schema(
        operation_id="fund_projects_retrieve",
        tags=["fund"],
        parameters=[LANG, FIELDS],
        responses=ProjectSerializer,
    )
    def get(self, request: Request, identifier: str) -> Response:
        """Read one project with its money."""
        only = wanted_fields(request, ProjectSerializer)
        project = get_object_or_404(Project.objects.for_list(), identifier=identifier.replace("\x00", ""))
        project.money = money_of(project)
        return self.answer(ProjectSerializer(project, only=only, context={"request": request}).data)

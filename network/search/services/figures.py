"""Figures on one facet, from the maintained summary: how many objects of each kind carry it, and what else
they carry. They come beside a record that is read anyway."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import CharField, QuerySet, Sum, Value
from django.db.models.functions import Cast, Concat

from ..models import FacetCount

Figures = Mapping[str, Mapping[str, int]]
"""By kind, by facet ("" for the kind itself)."""

_BETWEEN = "\t"
_kinds: set[str] = set()


def count(kind: str) -> None:
    """Have figures of a kind read."""
    _kinds.add(kind)


def with_figures(records: QuerySet, facet: Any, user: Any) -> QuerySet:
    """Records, each with `figures` on the facet that an expression gives, to be read by `read_figures`."""
    counted = FacetCount.objects.visible_to(user).filter(kind__in=sorted(_kinds), base=facet)
    figure = Cast(Sum("objects_counted"), CharField())
    line = Concat("kind", Value(_BETWEEN), "facet", Value(_BETWEEN), figure, output_field=CharField())
    lines = ArraySubquery(counted.order_by().values("kind", "facet").annotate(line=line).values("line"))
    return records.annotate(figures=lines)


def read_figures(lines: Iterable[str]) -> Figures:
    """Figures of the lines that came beside a record."""
    found: dict[str, dict[str, int]] = {}
    for line in lines:
        kind, facet, figure = line.split(_BETWEEN)
        if figure != "0":
            found.setdefault(kind, {})[facet] = int(figure)
    return found

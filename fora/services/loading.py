"""The working groups that ministers' mandates name, as spaces with these mandates, in four languages."""

import json
from pathlib import Path
from typing import Any

from django.db import transaction

from network.choices import Language
from network.models import Topic

from ..choices import Access, SpaceKind, SpaceState
from ..models import Space

DATA = Path(__file__).resolve().parents[1] / "data" / "working_groups.json"
HEADING = {"en": "Mandates", "es": "Mandatos", "fr": "Mandats", "pt": "Mandatos"}


@transaction.atomic
def load_working_groups() -> int:
    """Make the spaces that are missing; gives how many are new. What people changed since is kept."""
    data = json.loads(DATA.read_text(encoding="utf-8"))
    known = set(Space.objects.unfiltered().values_list("slug", flat=True))
    new = [record for record in data["spaces"] if record["slug"] not in known]
    for position, record in enumerate(data["spaces"]):
        if record in new:
            _make(record, data["mandates"], position)
    return len(new)


def _make(record: dict[str, Any], mandates: dict[str, dict[str, str]], position: int) -> None:
    texts = {
        f"{name}_{code}": text
        for code in Language.values
        for name, text in (
            ("title", record["title"][code]),
            ("description", record["description"][code]),
            ("concept_note", _note(record, mandates, code)),
        )
    }
    space = Space(
        slug=record["slug"],
        kind=SpaceKind.WORKING_GROUP,
        access=Access.PUBLIC,
        state=SpaceState.OPEN,
        source_language=Language.EN,
        group_code=record["code"],
        mandates=record["mandates"],
        position=position,
        **texts,
    )
    space.save()
    space.topics.set(Topic.objects.filter(pk__in=record["topics"]))


def _note(record: dict[str, Any], mandates: dict[str, dict[str, str]], code: str) -> str:
    """The mandates with their short titles, as a list in Markdown."""
    lines = [f"- **{mandate}** {mandates[mandate][code]}" for mandate in record["mandates"]]
    return "\n".join([f"## {HEADING[code]}", "", *lines])

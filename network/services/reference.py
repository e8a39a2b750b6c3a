"""Loading the reference data that every installation begins with."""

import json
from pathlib import Path
from typing import Any

from django.db import transaction

from network.l10n.services.glossary import load_glossary

from ..choices import StateStatus
from ..models import IccsSection, MemberState, Topic
from .states import change_state_status

DATA = Path(__file__).resolve().parents[1] / "data"


def _read(name: str) -> dict[str, Any]:
    return json.loads((DATA / name).read_text(encoding="utf-8"))


def _names(record: dict[str, Any]) -> dict[str, str]:
    return {f"name_{language}": text for language, text in record["name"].items()}


@transaction.atomic
def load_reference() -> dict[str, int]:
    """Add the member states, topics, ICCS sections and glossary terms of the data files that are missing.

    Returns their counts. What is there already is left alone: names, descriptions and statuses are the
    staff's to edit, and every start of the portal runs this.
    """
    return {
        "states": _load_states(_read("member_states.json")["states"]),
        "topics": _load_topics(_read("topics.json")),
        "iccs": _load_iccs(_read("iccs_level1.json")["sections"]),
        "terms": load_glossary(),
    }


def _load_states(records: list[dict[str, Any]]) -> int:
    for record in records:
        state, created = MemberState.objects.get_or_create(
            iso2=record["iso2"],
            defaults={
                "iso3": record["iso3"],
                "region": record["region"],
                "groups": record["groups"],
                "joined_year": record["joined"],
                "languages": record["portal_languages"],
                **_names(record),
            },
        )
        if created:
            change_state_status(
                state=state,
                status=StateStatus(record["status"]),
                since_on=None,
                note=record["status_note"],
                source=record["status_source"],
                by=None,
            )
    return len(records)


def _load_topics(data: dict[str, Any]) -> int:
    for position, record in enumerate(data["groups"] + data["topics"]):
        Topic.objects.get_or_create(
            slug=record["slug"],
            defaults={
                "parent_id": record.get("parent"),
                "position": position,
                **_names(record),
                **{name: text for name, text in record.items() if name.startswith("description_")},
            },
        )
    return len(data["topics"])


def _load_iccs(records: list[dict[str, Any]]) -> int:
    for record in records:
        IccsSection.objects.get_or_create(code=record["code"], defaults=_names(record))
    return len(records)

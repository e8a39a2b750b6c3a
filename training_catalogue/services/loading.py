"""What the documents of the ministers' process offer, ask for and need, loaded in every installation."""

import json
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from network.choices import Language, OrganizationKind
from network.models import Organization, Topic
from network.services.secretariat import secretariat_account

from ..choices.assistance import AssistanceKind, AssistanceState, RecordedBy
from ..choices.parties import Audience
from ..models import Assistance, AssistanceStep, DocumentedNeed
from .assistance.following import follow_assistance

DATA = Path(__file__).resolve().parents[1] / "data"
SECRETARIAT = "General Secretariat of the Organization of American States"
KINDS = {"offer": AssistanceKind.OFFER, "demand": AssistanceKind.REQUEST}


def _read(name: str) -> dict[str, Any]:
    return json.loads((DATA / name).read_text(encoding="utf-8"))


@transaction.atomic
def load_assistance() -> tuple[int, int]:
    """Record the offers and demands that the Rapporteur notes, the calls of the Secretariat, and needs that
    documents state.

    What is there already is left as it is. Returns how many records and how many needs are new.
    """
    data = _read("assistance.json")
    return _load_records(data) + _load_calls(data["secretariat_calls"]), _load_needs(
        _read("needs.json")["needs"]
    )


def _load_records(data: dict[str, Any]) -> int:
    source = data["source"].partition(";")[0]
    known = set(
        Assistance.objects.filter(source_document=source).values_list(
            "kind", "country", "organization__name", "title_en"
        )
    )
    new = [
        record
        for record in data["assistance"]
        if (KINDS[record["kind"]], record["state"], record.get("entity"), record["subject_en"]) not in known
    ]
    for record in new:
        _record(record, source)
    return len(new)


def _record(record: dict[str, Any], source: str) -> None:
    """One offer or demand with what the report states, and nothing else."""
    row = Assistance(
        kind=KINDS[record["kind"]],
        recorded_by=RecordedBy.RAPPORTEUR,
        country_id=record["state"],
        organization=None if record["state"] else _organization(record["entity"]),
        source_language=Language.EN,
        title_en=record["subject_en"],
        strength=record.get("strength", ""),
        on_behalf_of_en=record.get("on_behalf_of", ""),
        reported_by=record.get("reported_by", ""),
        practice_named=record.get("practice", ""),
        source_document=source,
        source_place=record["section"],
    )
    _keep(row, record["topics"])


def _keep(row: Assistance, topics: list[str]) -> None:
    """As the Secretariat's account records it."""
    by = secretariat_account()
    row.state, row.published_at = AssistanceState.PUBLISHED, timezone.now()
    row.author = row.changed_by = by
    try:
        row.full_clean()
    except ValidationError as error:
        raise ValueError(f"{row.title_en}: {'; '.join(error.messages)}") from error
    row.save()
    row.topics.set(Topic.objects.filter(pk__in=topics))
    AssistanceStep.objects.create(assistance=row, verb="record", to_state=row.state, by=by)
    follow_assistance(row, came_out=True)


def _load_calls(calls: list[dict[str, Any]]) -> int:
    """What the Secretariat asked of all member states: requests of its own, which no single offer meets."""
    known = set(Assistance.objects.filter(recorded_by=RecordedBy.CALL).values_list("title_en", flat=True))
    new = [call for call in calls if call["subject_en"] not in known]
    for call in new:
        document = ", ".join(part for part in (call["source"], call.get("document")) if part)
        _keep(
            Assistance(
                kind=AssistanceKind.REQUEST,
                recorded_by=RecordedBy.CALL,
                organization=_organization(SECRETARIAT),
                addressed_to=[Audience.STATES],
                source_language=Language.EN,
                title_en=call["subject_en"],
                reported_by=call["by"],
                source_document=document,
                source_place=call.get("section", ""),
            ),
            call["topics"],
        )
    return len(new)


def _organization(name: str) -> Organization:
    found, _made = Organization.objects.get_or_create(
        name=name,
        state=None,
        defaults={"name_language": "en", "kind": OrganizationKind.INTERNATIONAL, "is_verified": True},
    )
    return found


def _load_needs(needs: list[dict[str, Any]]) -> int:
    known = set(DocumentedNeed.objects.values_list("code", flat=True))
    new = [need for need in needs if need["code"] not in known]
    for need in new:
        reservation = next(iter(need.get("reservations", ())), {})
        row = DocumentedNeed(
            code=need["code"],
            source_language=Language.EN,
            subject_en=need["subject_en"],
            audience_en=need.get("audience_en", ""),
            kind=need["kind"],
            mandates=need["mandates"],
            source=need["source"],
            reservation_en=reservation.get("note_en", ""),
            reserved_by_id=reservation.get("state"),
        )
        row.full_clean()
        row.save()
        row.topics.set(Topic.objects.filter(pk__in=need["topics"]))
    return len(new)

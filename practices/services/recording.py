"""Practices that the Secretariat records from an official document, through the verbs of the form."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from network.choices import OrganizationKind
from network.models import Organization, User
from network.services.secretariat import secretariat_account

from ..choices import Actor, PracticeState, Provenance, ReachBasis
from ..models import Practice, TransitionEvent
from ..rules import acts_as
from .record_files import RecordFile, RecordFileError
from .way import claim_practice, publish_practice, submit_practice


@transaction.atomic
def load_records(*, file: RecordFile) -> tuple[int, int]:
    """Record and publish what the file holds and the portal does not yet; returns (new, known before).

    A record is known by its document, its place there, its state and its title: twice makes nothing twice,
    and what staff corrected since is kept. Raises RecordFileError when a value does not fit.
    """
    known = {
        (practice.source_place, practice.country_id, practice.original("title"))
        for practice in Practice.objects.filter(source_document=file.source)
    }
    new = [
        record
        for record in file.records
        if (record["section"], record["state"], record["title"]) not in known
    ]
    if new:
        secretariat = secretariat_account()
        for record in new:
            _publish(record_practice(record=record, source=file.source, by=secretariat), secretariat)
    return len(new), len(file.records) - len(new)


@transaction.atomic
def record_practice(*, record: dict[str, Any], source: str, by: User) -> Practice:
    """Begin a practice with what one record states, and nothing else.

    Level, approach and topics are the Secretariat's classification, which the state has not confirmed.
    Raises PermissionDenied when `by` is no staff manager, RecordFileError when a value does not fit.
    """
    practice = Practice(
        country_id=record["state"],
        author=by,
        provenance=Provenance.MINISTERIAL_RECORD,
        source_document=source,
        is_classification_confirmed=False,
        **_columns(record),
    )
    if not acts_as(Actor.FOCAL_POINT, by, practice):
        raise PermissionDenied
    practice.organization = _organization(record)
    try:
        practice.full_clean()
    except ValidationError as error:
        raise RecordFileError([f"{record['title']}: {'; '.join(error.messages)}"]) from error
    practice.save()
    practice.topics.set(record["topics"])
    TransitionEvent.objects.create(practice=practice, verb="start", to_state=PracticeState.DRAFT, by=by)
    return practice


def _columns(record: dict[str, Any]) -> dict[str, Any]:
    """The fields of the form that the record fills; the text is the Secretariat's English."""
    reach = record.get("beneficiaries_per_year", {})
    return {
        "source_language": "en",
        "title_language": record["title_language"],
        f"title_{record['title_language']}": record["title"],
        "summary_en": record["summary_en"],
        "prevention_level": record["prevention_level"],
        "approaches": [record["approach"]],
        "population_description_en": record.get("population", ""),
        "places_en": record.get("coverage", ""),
        "reached_from": reach.get("min"),
        "reached_until": reach.get("max"),
        "reach_basis": ReachBasis.PER_YEAR if reach else "",
        "started_on": record.get("start", ""),
        "ended_on": record.get("end", ""),
        "presented_by": record.get("presented_by", ""),
        "source_place": record["section"],
        "source_note_en": record.get("note", ""),
        "offers_assistance": record.get("offers_to_share"),
    }


def _organization(record: dict[str, Any]) -> Organization:
    organization, _created = Organization.objects.get_or_create(
        name=record["organization"],
        state_id=record["state"],
        defaults={
            "name_language": record["title_language"],
            "kind": OrganizationKind.GOVERNMENT,
            "is_verified": True,
        },
    )
    return organization


def _publish(practice: Practice, by: User) -> None:
    """The way of every practice; the Secretariat speaks for what it recorded itself."""
    for step in (submit_practice, claim_practice, publish_practice):
        practice = step(practice=practice, by=by)

"""The glossary: loading it, and which of its terms a text holds."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from network.choices import Language
from network.models import User
from network.rules import is_staff_manager

from ..engine.terms import Term, finder
from ..models import GlossaryTerm
from ..querysets import revised_languages

DATA = Path(__file__).resolve().parents[2] / "data" / "glossary.json"


@transaction.atomic
def load_glossary() -> int:
    """Add the terms of the project's data file that are missing; gives how many there are in the file.

    What is there already is left alone: it is the revisers' to edit, and every start of the portal runs this.
    """
    records = json.loads(DATA.read_text(encoding="utf-8"))["terms"]
    GlossaryTerm.objects.bulk_create([_term(record) for record in records], ignore_conflicts=True)
    return len(records)


def _term(record: dict[str, Any]) -> GlossaryTerm:
    return GlossaryTerm(
        key=record["key"],
        keep=record.get("do_not_translate", False),
        attested=record.get("attested", []),
        note=record.get("note", ""),
        **{code: record.get(code, "") for code in Language.values},
    )


@transaction.atomic
def save_term(*, term: GlossaryTerm, by: User) -> GlossaryTerm:
    """Add or change a term. Raises PermissionDenied for others than revisers and staff managers,
    ValidationError for a term without at least two languages or with a key that exists."""
    _check(by)
    term.changed_by = by
    term.full_clean()
    term.save()
    return term


@transaction.atomic
def delete_term(*, term: GlossaryTerm, by: User) -> None:
    """Take a term out. Raises PermissionDenied for others than staff managers."""
    if not is_staff_manager(by):
        raise PermissionDenied
    term.delete()


def _check(by: User) -> None:
    if not (is_staff_manager(by) or revised_languages(by)):
        raise PermissionDenied


def terms_in(text: str, *, source: str, target: str, terms: Sequence[GlossaryTerm]) -> list[GlossaryTerm]:
    """Those of `terms` that the text speaks of, in singular or plural, and that have a form in the target."""
    both = [term for term in terms if getattr(term, source) and getattr(term, target)]
    keys = finder([Term(term.forms, term.keep, term.key) for term in both], source, target).keys_in(text)
    return [term for term in both if term.key in keys]


def glossary_hash(terms: Sequence[GlossaryTerm], *, source: str, target: str) -> str:
    """What these terms are known by: empty for none; changes when a form changes."""
    if not terms:
        return ""
    lines = sorted(
        f"{term.key}\0{getattr(term, source)}\0{getattr(term, target)}\0{term.keep}" for term in terms
    )
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def terms_of_file() -> list[Term]:
    """The terms of the project's data file, for work without a database."""
    records = json.loads(DATA.read_text(encoding="utf-8"))["terms"]
    return [
        Term(
            forms={code: record[code] for code in Language.values if record.get(code)},
            keep=record.get("do_not_translate", False),
            key=record["key"],
        )
        for record in records
    ]


def all_terms() -> list[GlossaryTerm]:
    """The whole glossary; read once per run."""
    return list(GlossaryTerm.objects.all())

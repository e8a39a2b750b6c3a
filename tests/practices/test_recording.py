"""Practices that the Secretariat records from an official document."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from network.models import Organization
from practices.models import Practice

pytestmark = pytest.mark.django_db


RECORD = {
    "state": "CL",
    "title": "Plan de prueba",
    "title_language": "es",
    "organization": "Ministerio de prueba",
    "summary_en": "A plan.",
    "prevention_level": "primary",
    "approach": "social",
    "topics": ["youth"],
    "section": "4.a",
}


def write(folder: Path, *records: Any, **top: Any) -> Path:
    """A file of records."""
    path = folder / "records.json"
    path.write_text(json.dumps({"source": "A report", "practices": list(records), **top}), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("record", "words"),
    [
        ({**RECORD, "state": "ZZ"}, "Record 1.*ZZ"),
        ({**RECORD, "topics": ["nothing"]}, "Record 1.*nothing"),
        ({**RECORD, "topics": "youth"}, "Record 1.*topics"),
        ({**RECORD, "topics": []}, "Record 1.*topics"),
        ({**RECORD, "approach": "magic"}, "Record 1.*magic"),
        ({**RECORD, "prevention_level": 3}, "Record 1.*prevention_level"),
        ({**RECORD, "title": " "}, "Record 1.*title"),
        ({**RECORD, "title": "x" * 300}, "200"),
        ({**RECORD, "start": "yesterday"}, "year"),
        ({**RECORD, "start": 2013}, "start"),
        ({**RECORD, "surprise": 1}, "surprise"),
        ({**RECORD, "offers_to_share": "yes"}, "offers_to_share"),
        ({**RECORD, "beneficiaries_per_year": {"min": 9, "max": 1}}, "beneficiaries"),
        ({**RECORD, "beneficiaries_per_year": {"min": True, "max": 2}}, "beneficiaries"),
        ("not a record", "Record 1"),
        (None, "Record 1"),
    ],
)
def test_a_file_with_a_wrong_record_says_which_and_loads_nothing(
    record: Any, words: str, tmp_path: Path
) -> None:
    """The good record before it is not loaded either."""
    good = {**RECORD, "title": "Otro plan"}
    path = write(tmp_path, record, good)
    with pytest.raises(CommandError, match=words):
        call_command("load_practices", str(path))
    assert not Practice.objects.exists()


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"\xff\xfe", b'{"practices": []}', b'{"source": "x"}'])
def test_a_file_that_is_no_such_file_is_refused_in_words(content: bytes, tmp_path: Path) -> None:
    """Neither a traceback nor half a load."""
    path = tmp_path / "wrong.json"
    path.write_bytes(content)
    with pytest.raises(CommandError, match="file"):
        call_command("load_practices", str(path))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """The message holds the path."""
    with pytest.raises(CommandError, match=r"nowhere\.json"):
        call_command("load_practices", str(tmp_path / "nowhere.json"))


def test_two_records_of_one_organization_share_it(tmp_path: Path) -> None:
    """And two titles at one place of the source are two practices."""
    call_command("load_practices", str(write(tmp_path, RECORD, {**RECORD, "title": "Segundo plan"})))
    assert Practice.objects.count() == 2
    assert Organization.objects.filter(name="Ministerio de prueba").count() == 1

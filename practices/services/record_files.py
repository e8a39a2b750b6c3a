"""Reading a file of practices that an official document describes (see practices/data/practices.json)."""

import json
from pathlib import Path
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from network.choices import Language
from network.models import MemberState, Topic

from ..choices import Approach, PreventionLevel

DEFAULT_FILE = Path(__file__).resolve().parents[1] / "data" / "practices.json"
TEXTS = (
    "state",
    "title",
    "title_language",
    "organization",
    "summary_en",
    "prevention_level",
    "approach",
    "section",
)
OPTIONAL_TEXTS = ("population", "coverage", "presented_by", "note", "start", "end")
OTHERS = ("topics", "beneficiaries_per_year", "offers_to_share")


class RecordFileError(Exception):
    """The file cannot be loaded; `problems` names each fault and the record that it is in."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__("\n".join(problems))


class RecordFile(NamedTuple):
    """A file as read: the document that its records come from, and the records."""

    source: str
    records: list[dict[str, Any]]


def read_records(path: Path) -> RecordFile:
    """Read and check a file; raises RecordFileError with all that is wrong, before anything is written."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise RecordFileError([_("The file cannot be read: %(error)s") % {"error": error}]) from error
    except ValueError as error:  # bad JSON, or not UTF-8
        raise RecordFileError([_("The file is not JSON in UTF-8: %(error)s") % {"error": error}]) from error
    if not isinstance(data, dict) or not isinstance(data.get("practices"), list) or not data.get("source"):
        raise RecordFileError(
            [_("The file needs “source”, the name of the document, and “practices”, a list.")]
        )
    known = {
        "state": set(MemberState.objects.values_list("pk", flat=True)),
        "topics": set(Topic.objects.leaves().values_list("pk", flat=True)),
        "prevention_level": set(PreventionLevel.values),
        "approach": set(Approach.values),
        "title_language": set(Language.values),
    }
    problems = [
        _("Record %(number)d: %(problem)s") % {"number": number, "problem": problem}
        for number, record in enumerate(data["practices"], 1)
        for problem in _problems(record, known)
    ]
    if problems:
        raise RecordFileError(problems)
    return RecordFile(data["source"], data["practices"])


def _problems(record: Any, known: dict[str, set[str]]) -> list[str]:
    """What is wrong with one record."""
    if not isinstance(record, dict):
        return [_("not a record with names and values.")]
    found = [
        _("“%(name)s” is missing or not text.") % {"name": name}
        for name in TEXTS
        if not (isinstance(record.get(name), str) and record[name].strip())
    ]
    found += [
        _("“%(name)s” is not text.") % {"name": name}
        for name in OPTIONAL_TEXTS
        if not isinstance(record.get(name, ""), str)
    ]
    found += [
        _("“%(name)s” is not a name that this file may use.") % {"name": name}
        for name in record
        if name not in TEXTS + OPTIONAL_TEXTS + OTHERS
    ]
    if not isinstance(record.get("offers_to_share", True), bool):
        found.append(_("“%(name)s” is neither true nor false.") % {"name": "offers_to_share"})
    return found + _bad_topics(record, known) + _bad_reach(record) + _unknown(record, known)


def _bad_topics(record: dict[str, Any], known: dict[str, set[str]]) -> list[str]:
    topics = record.get("topics")
    if not isinstance(topics, list) or not topics or not all(isinstance(topic, str) for topic in topics):
        return [_("“topics” is not a list of topics.")]
    return [
        _("there is no “%(value)s” among the values of “%(name)s”.") % {"value": topic, "name": "topics"}
        for topic in topics
        if topic not in known["topics"]
    ]


def _bad_reach(record: dict[str, Any]) -> list[str]:
    reach = record.get("beneficiaries_per_year", {"min": 0, "max": 0})
    fits = (
        isinstance(reach, dict)
        and set(reach) == {"min", "max"}
        and all(type(number) is int and number >= 0 for number in reach.values())
        and reach["min"] <= reach["max"]
    )
    return [] if fits else [_("“beneficiaries_per_year” needs “min” and “max”, the smaller one first.")]


def _unknown(record: dict[str, Any], known: dict[str, set[str]]) -> list[str]:
    return [
        _("there is no “%(value)s” among the values of “%(name)s”.") % {"value": record[name], "name": name}
        for name in ("state", "prevention_level", "approach", "title_language")
        if isinstance(record.get(name), str) and record[name] not in known[name]
    ]

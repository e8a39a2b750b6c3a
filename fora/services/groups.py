"""Working groups as the documents of the Meetings of Ministers know them; nothing is added to that."""

import datetime as dt
import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from django.utils.translation import get_language

from network.models import MemberState

DATA = Path(__file__).resolve().parents[1] / "data" / "group_documents.json"


class Meeting(NamedTuple):
    """A meeting of a group; what the documents do not say is None or empty."""

    number: int
    held: bool
    starts_on: dt.date | None
    ends_on: dt.date | None
    city: str
    country: str
    chair: str
    document: str


class Group(NamedTuple):
    """A working group in the reader's language."""

    code: str
    task: str
    status: str
    chair: str
    mandates: list[tuple[str, str]]
    meetings: list[Meeting]
    source: str


@cache
def _data() -> dict[str, Any]:
    return json.loads(DATA.read_text(encoding="utf-8"))


def group_of(code: str) -> Group | None:
    """The group of this code in the active language; None for a code that the documents do not name."""
    return groups_of([code]).get(code)


def groups_of(codes: Iterable[str]) -> dict[str, Group]:
    """The groups of these codes in the active language; one query at most."""
    wanted = set(codes)
    found = [each for each in _data()["working_groups"] if each["code"] in wanted]
    names = _state_names(found)
    return {each["code"]: _in_words(each, names) for each in found}


def _in_words(group: dict[str, Any], names: dict[str | None, str]) -> Group:
    language = (get_language() or "en")[:2]
    return Group(
        code=group["code"],
        task=group["task"][language],
        status=group["status"][language],
        chair=names.get(group["chair"], ""),
        mandates=[(code, _data()["mandates"][code][language]) for code in group["mandates"]],
        meetings=[_meeting(each, names, language) for each in group["meetings"]],
        source=_data()["source"][language],
    )


def _state_names(groups: list[dict[str, Any]]) -> dict[str | None, str]:
    """Names of the states that the groups' lines speak of; no query where there are none."""
    meetings = [meeting for group in groups for meeting in group["meetings"]]
    codes = {meeting.get(key) for meeting in meetings for key in ("state", "chair_state")}
    codes = {code for code in codes | {group["chair"] for group in groups} if code}
    return {state.pk: state.name for state in MemberState.objects.filter(pk__in=codes)} if codes else {}


def _meeting(meeting: dict[str, Any], names: dict[str | None, str], language: str) -> Meeting:
    return Meeting(
        number=meeting["number"],
        held=meeting["held"],
        starts_on=_day(meeting.get("start")),
        ends_on=_day(meeting.get("end")),
        city=meeting.get("city", {}).get(language, ""),
        country=names.get(meeting.get("state"), ""),
        chair=names.get(meeting.get("chair_state"), ""),
        document=meeting.get("document", ""),
    )


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None

"""Courses as lists show them, made of search rows alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from network.search.marking import mark
from network.search.models import SearchRow
from network.ui import languages
from network.ui.templatetags.ui import lang_attribute

from ..choices import Certificate, Mode, SessionState
from . import times, words


@dataclass(frozen=True)
class When:
    """The next session of a course: its days, until when one applies, and its state as a tag."""

    days: str
    deadline: str
    status: str
    tone: str
    phase: str
    more: int


@dataclass(frozen=True)
class Card:
    """One course in a list; `title` and `summary` are safe, with hits marked. `facts` are short."""

    url: str
    title: SafeString
    title_lang: str
    provider: str
    provider_lang: str
    mode: str
    taught_in: str
    identifier: str
    facts: tuple[str, ...]
    when: When | None
    is_sample: bool


def cards(rows: Iterable[SearchRow], lexemes: Iterable[str] = ()) -> list[Card]:
    """Cards of search rows; no further query."""
    code, wanted = languages.active(), frozenset(lexemes)
    return [_card(row, code, wanted) for row in rows]


def _card(row: SearchRow, code: str, wanted: frozenset[str]) -> Card:
    shown = row.display
    mode = words.label(Mode, shown["mode"])
    place = (
        (shown["session"] or {}).get("place", "") if shown["mode"] in (Mode.IN_PERSON, Mode.BLENDED) else ""
    )
    return Card(
        url=f"/{code}/{row.address}",
        title=mark(row.title, row.title_language, wanted),
        title_lang=lang_attribute(row.title_language),
        provider=shown["provider"],
        provider_lang=lang_attribute(shown["provider_language"]),
        mode=f"{mode}, {place}" if place else mode,
        taught_in=", ".join(each.upper() for each in shown["languages"]),
        identifier=shown["identifier"],
        facts=facts(shown),
        when=when(shown),
        is_sample=shown["sample"],
    )


def facts(shown: dict[str, Any]) -> tuple[str, ...]:
    """What a list says of a course in short: volume, certificate, fee, grants, language."""
    has_certificate = shown["certificate"] not in ("", Certificate.NONE)
    found = (
        words.hours(shown["hours"]),
        words.hours_a_week(shown["hours_a_week"]),
        _("Certificate") if has_certificate else "",
        words.fee(is_free=shown["free"], amount=shown["fee"], currency=shown["currency"]),
        _("Grants") if shown["grants"] else "",
        words.requires(*shown["required"]),
    )
    return tuple(fact for fact in found if fact)


def when(shown: dict[str, Any]) -> When | None:
    """The next session of a course in a list."""
    session = shown["session"]
    if session is None:
        return None
    tone, phase = words.TONES[SessionState(session["state"])]
    zone = session["zone"]
    days = (
        _("At any time")
        if session["any_time"]
        else times.days(_read(session["starts"]), _read(session["ends"]), zone)
    )
    until = session["deadline"]
    return When(
        days=days,
        deadline=words.deadline(times.day(_read(until), zone), shown["admission"])
        if until
        else _("No deadline"),
        status=words.status(session["state"], session["left"]),
        tone=tone,
        phase=phase,
        more=shown["coming"] - 1,
    )


def _read(text: str) -> datetime:
    return datetime.fromisoformat(text)

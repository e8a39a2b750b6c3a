"""Values of a course and a session put into words, the same on cards, pages and in files."""

from decimal import Decimal
from typing import Any

from babel import Locale
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from network.ui import numbers

from ..choices import Admission, CourseLevel, LanguageLevel, Mode, SessionState, TeachingLanguage

TONES = {
    SessionState.ANNOUNCED: ("go", "open"),
    SessionState.OPEN: ("good", "done"),
    SessionState.FULL: ("warn", "review"),
    SessionState.CLOSED: ("draft", "screening"),
    SessionState.RUNNING: ("go", "screening"),
    SessionState.ENDED: ("draft", "withdrawn"),
    SessionState.CANCELLED: ("stop", "withdrawn"),
}
"""Tone and phase of the tag that says a session's state."""


def fee(*, is_free: bool, amount: Decimal | str | None, currency: str) -> str:
    """What participants pay; empty when the provider does not say."""
    if is_free:
        return _("Free of charge")
    return numbers.money(Decimal(amount), currency) if amount is not None else ""


def hours(count: int | None) -> str:
    """Hours in all."""
    if not count:
        return ""
    return ngettext("%(count)s hour", "%(count)s hours", count) % {"count": numbers.number(count)}


def hours_a_week(count: int | None) -> str:
    """Hours a week."""
    return _("%(count)s h a week") % {"count": numbers.number(count)} if count else ""


def weeks(count: int | None) -> str:
    """Weeks in all."""
    if not count:
        return ""
    return ngettext("%(count)s week", "%(count)s weeks", count) % {"count": numbers.number(count)}


def requires(language: str, level: str) -> str:
    """The language that participants must know: "Requires English B2"."""
    if not language:
        return ""
    words = {"language": language_in_words(language), "level": LanguageLevel(level).label}
    return _("Requires %(language)s %(level)s") % words


def language_name(code: str) -> str:
    """A language of instruction by its own name."""
    return str(TeachingLanguage(code).label)


def language_in_words(code: str) -> str:
    """A language by its name in the reader's language: "English"."""
    return str(Locale.parse(numbers.locale()).languages.get(code, language_name(code)))


def status(state: str, left: int | None) -> str:
    """A session's state, with the seats that are left while one can apply."""
    if state == SessionState.OPEN and left is not None:
        words = {"count": numbers.number(left)}
        return ngettext("Open, %(count)s seat", "Open, %(count)s seats", left) % words
    if state == SessionState.FULL:
        return _("Full, waiting list")
    return str(SessionState(state).label)


def deadline(day: str, admission: str) -> str:
    """Until when one applies, and with whom."""
    if admission == Admission.FOCAL_POINT:
        return _("Apply until %(day)s, through the focal point") % {"day": day}
    return _("Apply until %(day)s") % {"day": day}


def label(choices: type[Mode] | type[CourseLevel] | Any, value: str) -> str:
    """The words of a closed list; empty for nothing."""
    return str(choices(value).label) if value else ""

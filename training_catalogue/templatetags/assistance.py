"""Tags for offers, requests, matches and cooperations: {% load assistance %}."""

from typing import Any

from django import template
from django.utils.translation import pgettext

from network.ui.templatetags.ui import foreign, prose

from ..services.matching.reasons import Reason, in_words

register = template.Library()


@register.simple_tag
def foreign_text(record: Any, field: str) -> Any:
    """A short text of a record, marked with its language and origin."""
    return foreign(record.passage(field))


@register.simple_tag
def prose_text(record: Any, field: str) -> Any:
    """A long text of a record (Markdown) in a block that says its language and origin."""
    return prose(record.passage(field))


@register.simple_tag
def party(record: Any) -> Any:
    """The state or organization of an offer or request; an organization's name in its own language."""
    return foreign(record.party.name, record.party_language)


@register.simple_tag
def reasons(match: Any) -> list[Reason]:
    """{% reasons match as why %}: why the two fit, in words."""
    return in_words(match.reasons)


@register.filter
def has_words(record: Any, field: str) -> bool:
    """Whether the author has written this field."""
    return bool(record.original(field))


@register.filter
def step_name(verb: str) -> str:
    """A step as the history calls it."""
    names = {
        "start": pgettext("step of a record", "begun"),
        "record": pgettext("step of a record", "recorded"),
        "ask_clearance": pgettext("step of a record", "clearance asked for"),
        "send_back": pgettext("step of a record", "sent back"),
        "submit": pgettext("step of a record", "submitted"),
        "publish_own": pgettext("step of a record", "published"),
        "publish": pgettext("step of a record", "published"),
        "return": pgettext("step of a record", "returned"),
        "decline": pgettext("step of a record", "declined"),
        "confirm": pgettext("step of a record", "confirmed"),
        "hide": pgettext("step of a record", "hidden"),
        "close": pgettext("step of a record", "closed"),
        "fulfil": pgettext("step of a record", "met by a cooperation"),
        "reopen": pgettext("step of a record", "opened again"),
        "withdraw": pgettext("step of a record", "withdrawn"),
        "agree": pgettext("step of a record", "agreed"),
        "begin": pgettext("step of a record", "begun"),
        "complete": pgettext("step of a record", "completed"),
    }
    return names.get(verb, verb)

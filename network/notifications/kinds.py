"""What may be told, and in which words. Apps register theirs from AppConfig.ready().

Texts are lazily translated and evaluated in the reader's language; placeholders are named, `%(title)s`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.utils.functional import Promise

from .choices import Category, Frequency

__all__ = ["Category", "Kind", "Matter", "UnknownKindError", "Words", "find_kind", "kinds", "register"]

Text = str | Promise


class Words(NamedTuple):
    """What an app's kind of news says, of which it makes a Kind; the app's placeholders are filled in."""

    category: Category
    label: Text
    subject: Text
    line: Text
    text: Text
    action: Text
    default: Frequency = Frequency.AT_ONCE


@dataclass(frozen=True)
class Matter:
    """What the words are made from. `actor` and `recipient` are None where there is none."""

    about: Any
    actor: Any = None
    recipient: Any = None
    context: dict[str, Any] = field(default_factory=dict)


def _nothing(matter: Matter) -> dict[str, Any]:
    return {}


def _own_address(about: Any) -> str:
    return about.get_absolute_url()


def _never(about: Any) -> bool:
    return False


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of news to people with accounts: inbox, mail, summaries.

    label: how the preferences call it. line: in the inbox and in summaries. may_see: whether a person may
    still see it when the mail is about to go; by default the model's `visible_to`. is_private: then the
    mail is a link without text. related: what `values` needs with the object, for select_related. required:
    the person cannot turn it off. found: where the words are about something else than the object, such as a
    post of a thread: gives it by the id of each notification, for what the reader may still see. wishes: what
    people said elsewhere about an object, such as how they follow it; "never" for the kind goes before that.
    stops_one: the link that stops mails is about the one object, such as a saved search, not about the kind.
    subject, text, action: words of the mail; paragraphs of `text` are parted
    by blank lines, `action` is what the link says. values: gives the placeholders. link: a path of the
    portal. template: base name of the two templates.
    """

    verb: str
    category: Category
    label: Text
    subject: Text
    line: Text
    text: Text
    action: Text
    values: Callable[[Matter], dict[str, Any]] = _nothing
    link: Callable[[Any], str] = _own_address
    may_see: Callable[[Any, Any], bool] | None = None
    is_private: Callable[[Any], bool] = _never
    related: tuple[str, ...] = ()
    found: Callable[[Sequence[Any], Any], dict[int, Any]] | None = None
    wishes: Callable[[str, Sequence[int]], dict[int, Frequency]] | None = None
    stops_one: bool = False
    required: bool = False
    default: Frequency = Frequency.AT_ONCE
    template: str = "notifications/mail/notice"


class UnknownKindError(LookupError):
    """No app registered this verb: its code is missing or older than the row."""


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Add a kind of news; raises ValueError when another one has the same verb."""
    if _kinds.setdefault(kind.verb, kind) is not kind:
        raise ValueError(f"Two kinds of news are called {kind.verb}.")


def find_kind(verb: str) -> Kind:
    """The kind of this verb; raises UnknownKindError."""
    try:
        return _kinds[verb]
    except KeyError:
        raise UnknownKindError(f"No kind of news is called {verb}.") from None


def kinds() -> list[Kind]:
    """All kinds that reach people's inboxes, by category."""
    order = list(Category)
    return sorted(_kinds.values(), key=lambda kind: (order.index(kind.category), kind.verb))

"""What can be moderated. An app registers its kinds from AppConfig.ready(); moderation knows no app."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.functional import Promise

from .choices import Verb
from .querysets import register_own

Act = Callable[..., Any]


def _never(record: Any, user: Any) -> bool:
    return False


def _open(record: Any) -> bool:
    return False


def _nobody(record: Any) -> Iterable[Any]:
    return ()


@dataclass(frozen=True, kw_only=True)
class ModeratedKind:
    """A kind of object that people may flag and moderators act upon.

    kind: "fora.post", at most 40 characters. scope: where an object belongs, as text; moderates: whether a
    person moderates this object (never the own words). visible: the query set that a person may read: only
    that may be flagged. author: whose words they are; own: the
    keys of all objects that are a person's words. address, label, excerpt: how the queue shows it; the
    excerpt is for moderators only.

    moderators: who hears of flags on an object. is_private: then mails about it are links without text.

    verbs: what moderators can do with it, each a function of (record, by=, reason=, text=) that changes the
    object and writes that down by `record_action`. undo: which verb takes a decision back when an
    appeal is granted; what is missing cannot be taken back (a redaction).
    """

    kind: str
    model: type[Model]
    verbose: str | Promise
    scope: Callable[[Any], str]
    visible: Callable[[Any], QuerySet[Any]]
    author: Callable[[Any], Any]
    own: Callable[[Any], QuerySet[Any]]
    address: Callable[[Any], str]
    label: Callable[[Any], str] = str
    excerpt: Callable[[Any], str] = str
    moderates: Callable[[Any, Any], bool] = _never
    verbs: Mapping[Verb, Act] = field(default_factory=dict)
    undo: Mapping[Verb, Verb] = field(default_factory=dict)
    scope_label: Callable[[str], str] = str
    moderators: Callable[[Any], Iterable[Any]] = _nobody
    is_private: Callable[[Any], bool] = _open

    def find(self, object_id: int) -> Any | None:
        """The object, whoever may read it; None when it is gone."""
        return self.model._base_manager.filter(pk=object_id).first()


@dataclass(frozen=True)
class Desk:
    """Where people read of a case (moderators), a decision (who is concerned), an appeal (who decides)."""

    case: Callable[[Any], str]
    decision: Callable[[Any], str]
    appeal: Callable[[Any], str]


_desk: list[Desk] = []


def register_desk(desk: Desk) -> None:
    """Say where the pages of moderation are; a later call replaces."""
    _desk[:] = [desk]


def the_desk() -> Desk:
    """The pages of moderation; raises LookupError while no app has any."""
    try:
        return _desk[0]
    except IndexError:
        raise LookupError("No app has registered the pages of moderation.") from None


class UnknownKindError(LookupError):
    """No app registered this kind: its code is missing or older than the row."""


_kinds: dict[str, ModeratedKind] = {}


def register(kind: ModeratedKind) -> None:
    """Make a kind of object be moderated; raises ValueError when another one has the same name."""
    if _kinds.setdefault(kind.kind, kind) is not kind:
        raise ValueError(f"Two kinds that are moderated are called {kind.kind}.")
    register_own(kind.kind, kind.own)


def find_kind(name: str) -> ModeratedKind:
    """The kind of this name; raises UnknownKindError."""
    try:
        return _kinds[name]
    except KeyError:
        raise UnknownKindError(f"Nothing that is moderated is called {name}.") from None


def kind_of(record: Model) -> ModeratedKind:
    """How this object is moderated; raises UnknownKindError."""
    for kind in _kinds.values():
        if type(record) is kind.model:
            return kind
    raise UnknownKindError(f"{type(record).__name__} is not moderated.")


def kinds() -> list[ModeratedKind]:
    """All kinds, in the order of registration."""
    return list(_kinds.values())

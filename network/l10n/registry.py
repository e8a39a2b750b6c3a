"""Which records are translated. An app registers its kinds from AppConfig.ready(), one line each."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet, TextField
from django.utils.functional import Promise
from modeltranslation.translator import translator


def _always(record: Any) -> bool:
    return True


def _never(record: Any) -> bool:
    return False


def _itself(record: Any) -> Any:
    return record


def _none(record: Any) -> Any:
    return None


def _nothing(record: Any) -> Iterable[Any]:
    return ()


def _no_search(records: Sequence[Any]) -> None:
    return None


def _own_address(record: Any) -> str:
    return record.get_absolute_url()


def _visible(model: type[Model]) -> Callable[[Any], QuerySet[Any]]:
    return model._default_manager.visible_to


@dataclass(frozen=True, kw_only=True)
class TranslatedKind:
    """A kind of record whose text is written in one language and read in four.

    kind: "practices.practice", at most 40 characters. model: a SourceTextModel. fields: columns that exist
    per language; rich_fields: those of them that hold Markdown. verbose: how the desk calls the kind.

    readable: whether others than the authors read it: only then it is translated. public: whether everyone
    does: then revisers may work on it. confidential: its text must not leave the house (by default whatever
    is not public). kept: (record, field) is not machine translated, such as a name in its own language; a
    field in another language than its record always is kept. people_write: people write several languages
    of the record themselves, so a change in any column is a person's.

    root: the record that it belongs to, which is locked first and translated with it; parts: of a root, all
    other records that do. country: the member state whose text it is. address, label: where and as what
    people find it. visible: the query set of the model that a person may read. index: called, in the
    transaction that writes translations, with the roots whose search rows are to be rebuilt.
    """

    kind: str
    model: type[Model]
    fields: tuple[str, ...]
    rich_fields: tuple[str, ...] = ()
    verbose: str | Promise = ""
    readable: Callable[[Any], bool] = _always
    public: Callable[[Any], bool] = _always
    confidential: Callable[[Any], bool] | None = None
    kept: Callable[[Any, str], bool] = lambda record, field: False
    people_write: bool = False
    root: Callable[[Any], Any] = _itself
    parts: Callable[[Any], Iterable[Any]] = _nothing
    country: Callable[[Any], str | None] = _none
    address: Callable[[Any], str] = _own_address
    label: Callable[[Any], str] = str
    visible: Callable[[Any], QuerySet[Any]] | None = None
    index: Callable[[Sequence[Any]], None] = _no_search

    def column(self, field: str, language: str) -> Any:
        """The column that holds the field's text in a language."""
        return self.model._meta.get_field(f"{field}_{language}")

    def is_confidential(self, record: Any) -> bool:
        """Whether only engines of this house may read it."""
        return self.confidential(record) if self.confidential else not self.public(record)

    def is_kept(self, record: Any, field: str) -> bool:
        """Whether the field stays in its own language unless a person translates it."""
        return record.language_of(field) != record.source_language or self.kept(record, field)

    def visible_to(self, user: Any) -> QuerySet[Any]:
        """Records that the person may read."""
        return (self.visible or _visible(self.model))(user)


class UnknownKindError(LookupError):
    """No app registered this kind: its code is missing or older than the row."""


_kinds: dict[str, TranslatedKind] = {}
_by_model: dict[type[Model], TranslatedKind] = {}


def register(kind: TranslatedKind) -> None:
    """Make a kind of record be translated; raises ValueError when another one has the same name."""
    if _kinds.setdefault(kind.kind, kind) is not kind:
        raise ValueError(f"Two kinds of records are called {kind.kind}.")
    _by_model[kind.model] = kind


def find_kind(name: str) -> TranslatedKind:
    """The kind of this name; raises UnknownKindError."""
    try:
        return _kinds[name]
    except KeyError:
        raise UnknownKindError(f"No kind of record is called {name}.") from None


def kind_of(record: Model | type[Model]) -> TranslatedKind | None:
    """How this record is translated; None when it is not."""
    return _by_model.get(record if isinstance(record, type) else type(record))


def kinds() -> list[TranslatedKind]:
    """All kinds, in the order of registration."""
    return list(_kinds.values())


def texts_of(model: type[Model]) -> dict[str, Any]:
    """What a TranslatedKind says of a model whose texts are columns per language; prose holds Markdown."""
    fields = sorted(translator.get_options_for_model(model).fields)
    prose = [name for name in fields if isinstance(model._meta.get_field(name), TextField)]
    return {
        "model": model,
        "verbose": model._meta.verbose_name,
        "fields": tuple(fields),
        "rich_fields": tuple(prose),
    }

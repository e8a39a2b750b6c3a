"""Records whose text is written in one language and read in four."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, NamedTuple

from django.db import models, transaction
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ..choices import Language

MACHINE = "machine:"
_reads_originals: ContextVar[bool] = ContextVar("reads_originals", default=False)


@contextmanager
def reading_originals() -> Iterator[None]:
    """Within this block every text is shown as its author wrote it, whatever the reader's language."""
    before = _reads_originals.set(True)
    try:
        yield
    finally:
        _reads_originals.reset(before)


def reads_originals() -> bool:
    """Whether originals are shown now."""
    return _reads_originals.get()


class Passage(NamedTuple):
    """A piece of a record's text, the language that it is in and how it came into it.

    `mark` is the record's note on a translation: "machine:apertium", "approved", "stale" (a person approved
    it, and the original has changed since); empty for originals and for what people wrote with the record.
    """

    text: str
    language: str
    is_original: bool
    mark: str = ""

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)

    @property
    def is_machine(self) -> bool:
        """Whether a machine translated it and no person has approved it."""
        return self.mark.startswith(MACHINE)

    @property
    def engine(self) -> str:
        """Which machine did: "apertium", "memory" (of approved translations); empty for people's words."""
        return self.mark.removeprefix(MACHINE) if self.is_machine else ""

    @property
    def is_stale(self) -> bool:
        """Whether the original has changed since a person approved the translation."""
        return self.mark == "stale"

    @property
    def origin(self) -> str:
        """Whose words they are: "author", "machine", "memory" or "human"."""
        if self.is_original:
            return "author"
        if not self.is_machine:
            return "human"
        return "memory" if self.engine == "memory" else "machine"


class SourceText:
    """What has a `source_language` and texts once per language (`title_es`), read by `passage`."""

    source_language: str
    translation_marks: Mapping[str, Mapping[str, str]] = {}

    def language_of(self, field: str) -> str:
        """Language that `field` was written in; a record may say so per field (`title_language`)."""
        return getattr(self, f"{field}_language", "") or self.source_language

    def original(self, field: str) -> str:
        """Text of `field` as its author wrote it."""
        return getattr(self, f"{field}_{self.language_of(field)}") or ""

    def passage(self, field: str, language: str | None = None) -> Passage:
        """Text of `field` for a reader of `language` (default: the active one), else the original.

        Within `reading_originals` the original, unless a language is asked for by name.
        """
        wanted = (language or get_language() or self.source_language)[:2]
        source = self.language_of(field)
        if wanted != source and (language or not reads_originals()):
            translated = getattr(self, f"{field}_{wanted}") or ""
            if translated:
                mark = self.translation_marks.get(wanted, {}).get(field, "")
                return Passage(translated, wanted, False, mark)
        return Passage(self.original(field), source, True)


class SourceTextModel(SourceText, models.Model):
    """A record with a source language; its text columns exist once per language.

    The columns come from django-modeltranslation. Reading goes through `passage`, which never
    passes off one language for another; writing names the column (`title_es`). `translation_marks` says by
    language and field how a translation came about; network.l10n keeps it, with the columns of the languages
    that are not the author's: saving a record leaves them as they are.
    """

    source_language = models.CharField(  # type: ignore[assignment]  # a column on the class, text on a record
        _("language of the text"), max_length=2, choices=Language
    )
    translation_marks = models.JSONField(  # type: ignore[assignment]
        default=dict, editable=False
    )

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, with what follows from it for the translations, in one transaction."""
        with transaction.atomic(savepoint=False):
            super().save(*args, **kwargs)

"""Records whose text is written in one language and read in four."""

from typing import NamedTuple

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ..choices import Language


class Passage(NamedTuple):
    """A piece of a record's text and the language that it is in."""

    text: str
    language: str
    is_original: bool

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)


class SourceText:
    """What has a `source_language` and texts once per language (`title_es`), read by `passage`."""

    source_language: str

    def language_of(self, field: str) -> str:
        """Language that `field` was written in; a record may say so per field (`title_language`)."""
        return getattr(self, f"{field}_language", "") or self.source_language

    def original(self, field: str) -> str:
        """Text of `field` as its author wrote it."""
        return getattr(self, f"{field}_{self.language_of(field)}") or ""

    def passage(self, field: str, language: str | None = None) -> Passage:
        """Text of `field` for a reader of `language` (default: the active one), else the original."""
        wanted = (language or get_language() or self.source_language)[:2]
        source = self.language_of(field)
        if wanted != source:
            translated = getattr(self, f"{field}_{wanted}") or ""
            if translated:
                return Passage(translated, wanted, False)
        return Passage(self.original(field), source, True)


class SourceTextModel(SourceText, models.Model):
    """A record with a source language; its text columns exist once per language.

    The columns come from django-modeltranslation. Reading goes through `passage`, which never
    passes off one language for another; writing names the column (`title_es`).
    """

    source_language = models.CharField(  # type: ignore[assignment]  # a column on the class, text on a record
        _("language of the text"), max_length=2, choices=Language
    )

    class Meta:
        abstract = True

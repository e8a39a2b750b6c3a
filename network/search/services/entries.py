"""What the indexers of all apps share: a record in its own language and in those it is translated into."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from django.urls import reverse
from django.utils.translation import override

from network.models import SourceTextModel
from network.models.text import MACHINE

from ..registry import Entry


def entries_in_languages(
    record: Any,
    translated: Iterable[str],
    said: Callable[[str], Mapping[str, Any]],
    *,
    summary: str = "summary",
    **shared: Any,
) -> Iterator[Entry]:
    """The entries of a public record: its original, then each language that it is translated into.

    `said(language)` gives body, names and the like; `summary` is the field that a list shows below the title.
    """
    for code in [record.source_language, *translated]:
        title, below = record.passage("title", code), record.passage(summary, code)
        yield Entry(
            object_id=record.pk,
            visibility="public",
            published_at=record.published_at,
            language=code,
            is_original=code == record.source_language,
            title=title.text,
            title_language=title.language,
            summary=below.text,
            **said(code),
            **shared,
        )


def facets_from(single: Mapping[str, Any], several: Mapping[str, Iterable[Any]]) -> list[str]:
    """Facets as "group:value": of groups with one value each, and of groups with several."""
    return sorted(
        {f"{group}:{value}" for group, value in single.items() if value}
        | {f"{group}:{value}" for group, values in several.items() for value in values if value}
    )


def approved_languages(translated: Iterable[str], records: Iterable[SourceTextModel]) -> list[str]:
    """The languages in which nothing of these records is read as a machine left it."""
    marks = [record.translation_marks for record in records]
    return [code for code in translated if not any(_has_machine_text(each, code) for each in marks)]


def _has_machine_text(marks: Mapping[str, Any], code: str) -> bool:
    return any(mark.startswith(MACHINE) for mark in marks.get(code, {}).values())


def address_without_language(url_name: str, specimen: str, identifier: str | None) -> str:
    """A permanent address as rows keep it; the address of a specimen is worked out once."""
    return _address_of(url_name, specimen).replace(specimen, identifier or "")


@cache
def _address_of(url_name: str, specimen: str) -> str:
    with override("en"):
        return reverse(url_name, args=[specimen]).removeprefix("/en/")

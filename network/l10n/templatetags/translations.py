"""What pages tell readers about translations; costs no query, for records carry their marks."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.template import Context
from django.urls import reverse

from network.models import SourceTextModel, reads_originals
from network.models.text import MACHINE
from network.ui import languages

from ..registry import kind_of
from ..rules import works_at_the_desk
from ..services.engines import engine_name, has_engine

register = template.Library()


@register.inclusion_tag("components/translated.html", takes_context=True)
def translation_note(
    context: Context, record: SourceTextModel, parts: Iterable[SourceTextModel] = ()
) -> dict[str, Any]:
    """The label of a record that is read in another language than its own: see components/translated.html.

    {% load translations %}{% translation_note practice practice_parts %}
    """
    language = languages.active()
    if record.source_language == language:
        return {"case": ""}
    records = [record, *parts]
    marks = [mark for each in records for mark in each.translation_marks.get(language, {}).values()]
    engines = sorted({mark.removeprefix(MACHINE) for mark in marks if mark.startswith(MACHINE)})
    has_translation = any(_is_translated(each, language) for each in records)
    kind, path = kind_of(record), context["page_path"]
    return {
        "case": _case(engines, marks, has_translation),
        "source_language": record.source_language,
        "language": language,
        "engines": [engine_name(engine) for engine in engines],
        "has_gaps": any(_has_gaps(each, language) for each in records),
        "path": path,
        "original_url": f"{path}?original=1",
        "suggest_url": reverse("l10n:suggest", args=[kind.kind, record.pk]) if kind and marks else "",
        "by_people": not has_translation and _waits_for_people(context, record, language),
    }


def _case(engines: list[str], marks: list[str], has_translation: bool) -> str:
    """Which words the label says."""
    if reads_originals():
        return "original" if has_translation else "untranslated"
    if engines:
        return "machine" if all(mark.startswith(MACHINE) for mark in marks) else "mixed"
    return "people" if has_translation else "untranslated"


def _fields(record: SourceTextModel) -> tuple[str, ...]:
    kind = kind_of(record)
    return kind.fields if kind else ()


def _is_translated(record: SourceTextModel, language: str) -> bool:
    return any(
        record.language_of(name) != language and getattr(record, f"{name}_{language}")
        for name in _fields(record)
    )


def _has_gaps(record: SourceTextModel, language: str) -> bool:
    """Whether something was written that is not there in this language."""
    kind = kind_of(record)
    return any(
        record.original(name)
        and not getattr(record, f"{name}_{language}")
        and not (kind and kind.is_kept(record, name))
        for name in _fields(record)
    )


def _waits_for_people(context: Context, record: SourceTextModel, language: str) -> bool:
    """Told to those who can do something about it."""
    user = context.get("user")
    return user is not None and works_at_the_desk(user) and not has_engine(record.source_language, language)

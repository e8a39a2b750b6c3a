"""Changing words in all that is kept of a text and its translations, so that both still belong together."""

from collections.abc import Callable

from ..models import MemorySegment, Translation, TranslationStep
from .records import text_hash

Change = Callable[[str], str]
TEXTS = ("source_text", "newer_text", "text", "draft")


def change_words(kind: str, key: int | str, change: Change) -> int:
    """Change the words of one record's translations, of their history and memory; gives how many changed.

    For when the record itself is changed by UPDATE in the same transaction: nothing is translated anew.
    """
    changed = 0
    for row in Translation.objects.of_object(kind, key).select_for_update().order_by("pk"):
        words = {name: change(getattr(row, name)) for name in TEXTS}
        if all(words[name] == getattr(row, name) for name in TEXTS):
            continue
        hashes = {
            row.source_hash: text_hash(words["source_text"], row.source_language),
            row.newer_hash: text_hash(words["newer_text"], row.source_language) if row.newer_hash else "",
        }
        for name in ("source_hash", "newer_hash", "draft_hash"):
            words[name] = hashes.get(getattr(row, name), getattr(row, name))
        Translation.objects.filter(pk=row.pk).update(**words)
        _history(row, change, hashes)
        changed += 1
    return changed


def _history(row: Translation, change: Change, hashes: dict[str, str]) -> None:
    for step in TranslationStep.objects.filter(translation=row):
        kept = hashes.get(step.source_hash, step.source_hash)
        TranslationStep.objects.filter(pk=step.pk).update(text=change(step.text), source_hash=kept)
    for segment in MemorySegment.objects.filter(translation=row):
        source = change(segment.source)
        MemorySegment.objects.filter(pk=segment.pk).update(
            source=source, text=change(segment.text), source_hash=text_hash(source, segment.source_language)
        )

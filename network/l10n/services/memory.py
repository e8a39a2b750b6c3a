"""The translation memory: what people approved, block by block, is used again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.contrib.postgres.search import TrigramSimilarity
from django.utils import timezone

from network.models import User

from ..models import MemorySegment, Translation
from ..registry import find_kind
from .records import text_hash

LONGEST_SEGMENT = 2000  # characters; longer ones never come again
LIKE = 0.4  # similarity from which a segment is worth showing
LONGEST_QUERY = 600


@dataclass(frozen=True)
class Match:
    """A segment of the memory that resembles a text; 1.0 is the same text."""

    source: str
    text: str
    similarity: float

    @property
    def percent(self) -> int:
        """Similarity of a hundred."""
        return round(self.similarity * 100)


def remember(*, translation: Translation, by: User | None) -> int:
    """Keep an approved text of the public for later, block by block; how many, 0 when they do not pair."""
    if not translation.is_public:
        return 0
    from .translating import segments  # late

    rich = translation.field in find_kind(translation.kind).rich_fields
    pairs = _pairs(segments(translation.source_text, rich), segments(translation.text, rich))
    now = timezone.now()
    kept = {
        text_hash(source, translation.source_language): MemorySegment(
            source_language=translation.source_language,
            target_language=translation.target_language,
            source_hash=text_hash(source, translation.source_language),
            source=source,
            text=text,
            translation=translation,
            approved_by=by,
            approved_at=now,
        )
        for source, text in pairs
        if len(source) <= LONGEST_SEGMENT
    }
    keep_segments(kept.values())
    return len(kept)


def keep_segments(segments: Iterable[MemorySegment]) -> None:
    """Put segments into the memory, in the place of those with the same original and direction."""
    MemorySegment.objects.bulk_create(
        segments,
        batch_size=1000,
        update_conflicts=True,
        unique_fields=["source_language", "target_language", "source_hash"],
        update_fields=["source", "text", "translation", "approved_by", "approved_at"],
    )


def _pairs(sources: Sequence[str], texts: Sequence[str]) -> list[tuple[str, str]]:
    if len(sources) != len(texts):
        return []
    return [(source, text) for source, text in zip(sources, texts, strict=True) if source and text]


def known(sources: Sequence[str], source: str, target: str) -> dict[str, str]:
    """Which of these blocks the memory holds word for word, with their translations."""
    by_hash = {text_hash(text, source): text for text in sources}
    found = MemorySegment.objects.usable().between(source, target).filter(source_hash__in=list(by_hash))
    return {by_hash[segment.source_hash]: segment.text for segment in found}


def matches(text: str, *, source: str, target: str, most: int = 3) -> list[Match]:
    """Segments that resemble a text, the nearest first, for the desk; one index scan."""
    asked = text[:LONGEST_QUERY]
    found = (
        MemorySegment.objects.usable()
        .between(source, target)
        .filter(source__trigram_similar=asked)
        .annotate(similarity=TrigramSimilarity("source", asked))
        .filter(similarity__gte=LIKE)
        .order_by("-similarity", "pk")[:most]
    )
    return [Match(row.source, row.text, row.similarity) for row in found]

"""Which text of a practice is translated, and who reads it."""

from collections.abc import Iterator, Sequence

from network.l10n.registry import TranslatedKind, register, texts_of
from network.models import SourceTextModel
from network.search.services import index_objects

from ..choices import PracticeState
from ..models import BuildingBlock, Evaluation, Material, Outcome, Practice, Rating
from .indexing import KIND, PARTS

READ_BY_OTHERS = (
    PracticeState.SUBMITTED,
    PracticeState.SCREENING,
    PracticeState.IN_REVIEW,
    PracticeState.CONSENSUS,
    PracticeState.PUBLISHED,
)
"""Where the Secretariat or everyone reads it; in all others it is in the hands of its authors, or gone."""


def register_translations() -> None:
    """Have practices, and what belongs to them, translated."""
    register(
        TranslatedKind(
            kind="practices.practice",
            readable=_is_readable,
            public=lambda practice: practice.state == PracticeState.PUBLISHED,
            parts=_parts,
            country=lambda practice: practice.country_id,
            label=lambda practice: practice.original("title") or str(practice),
            index=_index,
            **texts_of(Practice),
        )
    )
    for model in (BuildingBlock, Outcome, Evaluation, Material, Rating):
        register(
            TranslatedKind(
                kind=f"practices.{model._meta.model_name}",
                root=lambda part: part.practice,
                country=lambda part: part.practice.country_id,
                address=lambda part: part.practice.get_absolute_url(),
                label=lambda part: part.practice.original("title") or str(part.practice),
                **texts_of(model),
            )
        )


def _is_readable(practice: Practice) -> bool:
    """The draft of a new version is read beside what is public, whose translations are there already."""
    return practice.state in READ_BY_OTHERS and practice.revises_id is None


def _parts(practice: Practice) -> Iterator[SourceTextModel]:
    for name in PARTS:
        yield from getattr(practice, name).all()


def _index(practices: Sequence[Practice]) -> None:
    index_objects(KIND, [practice.pk for practice in practices])

"""Which text of an adaptation is translated, and who reads it."""

from collections.abc import Sequence

from network.l10n.registry import TranslatedKind, register, texts_of
from network.search.services import index_objects

from ...choices.adaptations import AdaptationState
from ...models import Adaptation
from .indexing import KIND

READ_BY_OTHERS = (AdaptationState.SUBMITTED, AdaptationState.PUBLISHED)


def register_adaptation_translations() -> None:
    """Have adaptations translated from their submission on."""
    register(
        TranslatedKind(
            kind="practices.adaptation",
            readable=lambda adaptation: adaptation.state in READ_BY_OTHERS,
            public=lambda adaptation: adaptation.is_public,
            country=lambda adaptation: adaptation.country_id,
            label=lambda adaptation: adaptation.original("title"),
            index=_index,
            **texts_of(Adaptation),
        )
    )


def _index(adaptations: Sequence[Adaptation]) -> None:
    index_objects(KIND, [adaptation.pk for adaptation in adaptations])

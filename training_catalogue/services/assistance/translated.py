"""Which text of offers, requests, cooperations and needs is translated, and who reads it."""

from collections.abc import Sequence

from network.l10n.registry import TranslatedKind, register, texts_of
from network.search.services import index_objects

from ...choices.assistance import READ_BY_ALL, AssistanceState
from ...choices.cooperation import PUBLIC_COOPERATIONS, CooperationState
from ...models import (
    Assistance,
    Cooperation,
    CooperationReport,
    DocumentedNeed,
    RankedTopic,
    SurveyRound,
)

READ_BY_OTHERS = (AssistanceState.SUBMITTED, *READ_BY_ALL)


def register_assistance_translations() -> None:
    """Have them translated."""
    register(
        TranslatedKind(
            kind="training.assistance",
            readable=lambda record: record.state in READ_BY_OTHERS,
            public=lambda record: record.state in READ_BY_ALL,
            country=lambda record: record.country_id,
            index=_index,
            **texts_of(Assistance),
        )
    )
    register(
        TranslatedKind(
            kind="training.cooperation",
            readable=lambda record: record.state != CooperationState.WITHDRAWN,
            public=lambda record: record.state in PUBLIC_COOPERATIONS,
            country=lambda record: record.match.request.country_id,
            **texts_of(Cooperation),
        )
    )
    register(
        TranslatedKind(
            kind="training.coop_report",
            readable=lambda report: report.cooperation.state != CooperationState.WITHDRAWN,
            public=lambda report: report.cooperation.state == CooperationState.COMPLETED,
            country=lambda report: report.cooperation.match.request.country_id,
            **texts_of(CooperationReport),
        )
    )
    _register_needs()


def _register_needs() -> None:
    register(TranslatedKind(kind="training.need", **texts_of(DocumentedNeed)))
    register(TranslatedKind(kind="training.round", **texts_of(SurveyRound)))
    register(
        TranslatedKind(
            kind="training.ranked",
            public=lambda rank: False,
            country=lambda rank: rank.answer.country_id,
            **texts_of(RankedTopic),
        )
    )


def _index(records: Sequence[Assistance]) -> None:
    for kind in {record.kind for record in records}:
        index_objects(kind, [record.pk for record in records if record.kind == kind])

"""Rounds of the needs survey, and the answers of states."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from network.choices import Language, Role
from network.models import MemberState, Topic, User
from network.ui.plain_text import clean_line, clean_text

from ...choices.needs import MOST_RANKED
from ...models import NeedsAnswer, RankedTopic, SurveyRound
from ...rules.assistance import is_staff_manager
from ..assistance.news import tell_of_round
from ..errors import EmptyError, NotOpenError


@dataclass(frozen=True)
class RoundWords:
    """What the form of a round holds."""

    language: Language | str
    title: str
    introduction: str
    opens_on: dt.date
    closes_on: dt.date


@transaction.atomic
def save_round(*, by: User, words: RoundWords, round: SurveyRound | None = None) -> SurveyRound:
    """Make a round, or change one; focal points hear of it on the day on which it opens.

    Raises PermissionDenied for others than staff managers, EmptyError, ValidationError for dates in disorder.
    """
    if not is_staff_manager(by):
        raise PermissionDenied
    title = clean_line(words.title)
    if not title:
        raise EmptyError
    if words.closes_on < words.opens_on:
        raise ValidationError({"closes_on": _("The last day lies before the first one.")})
    row = round or SurveyRound(created_by=by, is_demonstration=by.is_demonstration)
    before = row.source_language
    if before and before != words.language:
        setattr(row, f"title_{before}", "")
        setattr(row, f"introduction_{before}", "")
    row.source_language = Language(words.language)
    setattr(row, f"title_{words.language}", title)
    setattr(row, f"introduction_{words.language}", clean_text(words.introduction)[:3000])
    row.opens_on, row.closes_on = words.opens_on, words.closes_on
    row.save()
    tell_opened_rounds()
    return row


def tell_opened_rounds() -> int:
    """Tell focal points of each round that has opened since this was last done; returns how many rounds."""
    today = timezone.localdate()
    told = 0
    with transaction.atomic():
        rounds = SurveyRound.objects.select_for_update(skip_locked=True).open(today)
        for round in rounds.filter(told_at__isnull=True):
            tell_of_round(round)
            SurveyRound.objects.filter(pk=round.pk).update(told_at=timezone.now())
            told += 1
    return told


@transaction.atomic
def answer_survey(
    *,
    round: SurveyRound,
    country: MemberState,
    by: User,
    language: Language | str,
    ranked: Sequence[tuple[Topic, str]],
) -> NeedsAnswer:
    """Answer for a state: topics in the order of their rank, each with what is needed; the last one counts.

    Raises PermissionDenied for others than the state's focal points and for states that take no part;
    NotOpenError outside the round's days; EmptyError without a topic; ValidationError for one named twice.
    """
    if not country.is_active or not by.has_role(Role.FOCAL_POINT, state=country.pk):
        raise PermissionDenied
    row = SurveyRound.objects.select_for_update(no_key=True).get(pk=round.pk)
    if not SurveyRound.objects.open(timezone.localdate()).filter(pk=row.pk).exists():
        raise NotOpenError
    if not ranked:
        raise EmptyError
    topics = [topic.pk for topic, _need in ranked]
    if len(set(topics)) != len(topics) or len(topics) > MOST_RANKED:
        raise ValidationError(_("Name each topic once."))
    answer, _made = NeedsAnswer.objects.update_or_create(
        round=row, country=country, defaults={"answered_by": by}
    )
    for rank in answer.ranks.all():
        rank.delete()  # one by one: their translations go with them
    for place, (topic, need) in enumerate(ranked, start=1):
        RankedTopic.objects.create(
            answer=answer,
            topic=topic,
            rank=place,
            source_language=Language(language),
            **{f"need_{language}": clean_text(need)[:2000]},
        )
    return answer

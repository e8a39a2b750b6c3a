"""Rounds of the survey that wait for a person's answer."""

from django.utils import timezone

from network.choices import Role
from network.models import User

from ...models import NeedsAnswer, SurveyRound


def rounds_to_answer(user: User) -> list[SurveyRound]:
    """Open rounds that a state of the person has not answered yet."""
    states = user.states(Role.FOCAL_POINT)
    if not states:
        return []
    found = list(SurveyRound.objects.open(timezone.localdate()))
    answered = set(
        NeedsAnswer.objects.filter(round__in=found, country__in=states).values_list("round", "country")
    )
    return [round for round in found if any((round.pk, state) not in answered for state in states)]

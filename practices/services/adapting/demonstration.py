"""Invented adaptations of the demonstration, brought on their way by the services that people use."""

import json
from typing import Any

from django.conf import settings
from django.db import transaction

from network.models import MemberState, User

from ...models import Adaptation, Practice
from ..demonstration import DATA
from .way import take_step
from .writing import AdaptationWords, start_adaptation


@transaction.atomic
def load_demonstration_adaptations() -> int:
    """Make the demonstration's adaptations that are missing; returns how many are new. Only where DEMO is on.

    They adapt invented practices alone: nothing stands on the page of a real one that nobody said. An
    adaptation is known by its title, so that what people did with it since is kept.
    """
    if not settings.DEMO:
        raise RuntimeError("Demonstration adaptations exist only where DEMO=1.")
    records = json.loads(DATA.read_text(encoding="utf-8"))["adaptations"]
    known = {each.original("title") for each in Adaptation.objects.filter(is_demonstration=True)}
    new = [record for record in records if record["texts"]["title"] not in known]
    if not new:
        return 0
    invented = Practice.objects.published().filter(is_demonstration=True)
    origins = {practice.original("title"): practice for practice in invented}
    people = {user.email: user for user in User.objects.filter(is_demonstration=True)}
    return sum(_make(record, origins.get(record["of"]), people) for record in new)


def _make(record: dict[str, Any], origin: Practice | None, people: dict[str, User]) -> bool:
    """Whether it was made: not when somebody has withdrawn what it adapts."""
    if origin is None:
        return False
    adaptation = start_adaptation(
        practice=origin,
        by=people[record["author"]],
        country=MemberState.objects.get(pk=record["state"]),
        words=AdaptationWords(record["source_language"], record["texts"], record["values"]),
    )
    for verb, email in record["steps"]:
        adaptation = take_step(adaptation=adaptation, by=people[email], verb=verb)
    return True

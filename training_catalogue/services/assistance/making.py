"""Filling a database with invented offers, in bulk, for measurements."""

import random
from datetime import timedelta

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from network.choices import Language
from network.models import MemberState, Topic, User
from network.search.services.bulk import added_in_bulk

from ...choices.assistance import AssistanceKind, AssistanceState, Modality
from ...models import Assistance
from .indexing import OFFER, entries_of

CHUNK = 1000  # offers in memory at a time
WORDS = ("data", "mediation", "youth", "schools", "police", "prisons", "borders", "surveys", "analysis")


@transaction.atomic
def make_offers(*, count: int, seed: int) -> int:
    """Add `count` invented published offers with rows in search; returns how many offers stand open now.

    The same seed on the same database makes the same offers. Only where demonstration content may be.
    """
    if not (settings.DEMO or settings.DEBUG):
        raise RuntimeError("Invented offers exist only where DEMO=1 or DEBUG=1.")
    chance = random.Random(seed)  # noqa: S311 - samples, not secrets
    states, topics = list(MemberState.objects.active()), list(Topic.objects.leaves())
    author, _made = User.objects.get_or_create(
        email="samples@demo.example",
        defaults={"full_name": "◇", "is_demonstration": True, "is_active": False},
    )
    with added_in_bulk(OFFER) as add:
        for start in range(0, count, CHUNK):
            made = [
                _invent(chance, states, author, start + place) for place in range(min(CHUNK, count - start))
            ]
            Assistance.objects.bulk_create(made)
            filed = Assistance.topics.through
            filed.objects.bulk_create(
                filed(assistance=offer, topic=topic)
                for offer in made
                for topic in chance.sample(topics, chance.randint(1, 3))
            )
            found = Assistance.objects.filter(pk__in=[offer.pk for offer in made]).for_list()
            add(entry for offer in found for entry in entries_of(offer))
    with connection.cursor() as cursor:
        for model in (Assistance, Assistance.topics.through):
            cursor.execute(f"ANALYZE {model._meta.db_table}")
    return Assistance.objects.published().filter(kind=AssistanceKind.OFFER).count()


def _invent(chance: random.Random, states: list[MemberState], author: User, number: int) -> Assistance:
    """An offer of some state, in its language."""
    state = chance.choice(states)
    language = chance.choice(state.languages or [Language.EN])
    words = " ".join(chance.sample(WORDS, 3))
    now = timezone.now() - timedelta(minutes=number)
    return Assistance(
        kind=AssistanceKind.OFFER,
        state=AssistanceState.PUBLISHED,
        published_at=now,
        country=state,
        source_language=language,
        languages=[language, *(["en"] if chance.random() < 0.3 and language != "en" else [])],
        modalities=chance.sample(Modality.values, 2),
        author=author,
        changed_by=author,
        is_demonstration=True,
        **{f"title_{language}": f"{words} {number}", f"description_{language}": f"{words}."},
    )

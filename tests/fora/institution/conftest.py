"""A virtual forum with everything: who leads it, agenda, papers, threads, over or open."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from fora.choices import Capacity, SpaceKind, SpaceState
from fora.models import AgendaItem, BackgroundPaper, PaperVersion, Space, TopicProposal
from fora.services.proposals import propose_topic
from network.models import MemberState, User
from tests.factories import SpaceFactory, UserFactory, let_in

DAY = dt.timedelta(days=1)


def make_forum(*, closed: bool = False, state: str = SpaceState.OPEN, **more: Any) -> Space:
    """A virtual forum of three weeks, in its middle or over since yesterday."""
    now = timezone.now()
    opens = now - 22 * DAY if closed else now - 10 * DAY
    space = SpaceFactory(
        **{
            "kind": SpaceKind.VIRTUAL,
            "state": state,
            "slug": "youth",
            "title_en": "Prevention with young people",
            "description_en": "What works outside the capitals.",
            "concept_note_en": "Why **now**.",
            "opens_at": opens,
            "closes_at": opens + 21 * DAY,
            **more,
        }
    )
    item = AgendaItem.objects.create(
        space=space, source_language="en", title_en="Early detection", position=1
    )
    AgendaItem.objects.create(
        space=space,
        source_language="en",
        title_en="How to measure",
        position=2,
        opens_at=space.closes_at - 2 * DAY,
        closes_at=space.closes_at,
    )
    paper = BackgroundPaper.objects.create(
        space=space,
        source_language="en",
        title_en="Recommendations of Lima",
        symbol="MISPA V/REC.1",
        year=2015,
    )
    PaperVersion.objects.create(paper=paper, language="es", url="https://example.org/lima")
    space.first_item = item
    return space


@pytest.fixture
def forum(db: None) -> Space:
    """Open now."""
    return make_forum()


@pytest.fixture
def past_forum(db: None) -> Space:
    """Over since yesterday."""
    return make_forum(closed=True)


@pytest.fixture
def facilitator() -> User:
    """Leads what a test lets them lead."""
    return UserFactory(full_name="Facilitator of Jamaica", language="en", time_zone="America/Jamaica")


@pytest.fixture
def facilitator_of_forum(forum: Space, facilitator: User) -> User:
    """Leads the open forum."""
    return let_in(facilitator, forum, Capacity.FACILITATOR)


@pytest.fixture
def facilitator_of_past(past_forum: Space, facilitator: User) -> User:
    """Leads the forum that is over."""
    return let_in(facilitator, past_forum, Capacity.FACILITATOR)


@pytest.fixture
def proposal(focal_point_of_guatemala: User, guatemala: MemberState) -> TopicProposal:
    """Guatemala proposes, in Spanish."""
    return propose_topic(
        country=guatemala,
        by=focal_point_of_guatemala,
        title="Jóvenes y prevención",
        rationale="Porque la escuela detecta primero.",
        language="es",
    )


@pytest.fixture
def signed_in(client: Client) -> Any:
    """signed_in(user) gives a client of that person."""

    def sign_in(user: User) -> Client:
        mine = Client()
        mine.force_login(user, backend="network.services.signing_in.AuthenticationBackend")
        return mine

    return sign_in

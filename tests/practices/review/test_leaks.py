"""Who judges and what they score comes out nowhere before publication, names never to authors or the public.

Names and words are unique, so that one look at an answer says whose they are. Addresses are taken from the
resolver: a new one that takes a practice, a state or a topic is asked too.
"""

import json
import re
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.test import Client
from django.urls import NoReverseMatch, reverse

from network.choices import Role
from network.notifications.kinds import Matter, find_kind
from network.notifications.models import Notification
from network.notifications.services.reading import visible_objects, words_for
from network.services.personal_data import export_personal_data
from practices.choices import PracticeState
from practices.models import Practice, Review, TransitionEvent
from practices.services import scoring, way
from practices.services.rating import PublishedNotes
from tests.access.matrix import addresses
from tests.factories import UserFactory
from tests.plainly import plain_running

from .people import begin, public_to_judge, reviewer, scores_of, submit, to_judge

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("leaks of reviews")]  # one world for all
NAMES = ("Quillcanary", "Rushcanary")
ELSEWHERE = (
    "fora:",
    "fund:",
    "training:",
    "account_",
    "mfa_",
    "usersessions_",
    "admin:",
    "api:fora",
    "api:fund",
)
"""Rooms of other apps, which cannot know practices (import-linter), and of signing in."""
PEOPLE: dict[str, list[Any]] = {
    "visitor": [],
    "author": [(Role.CONTRIBUTOR, "GT")],
    "focal": [(Role.FOCAL_POINT, "GT")],
    "screener of the state": [Role.SCREENER, (Role.CONTRIBUTOR, "GT")],
    "another reviewer": [Role.REVIEWER],
    "first": [],
    "second": [],
}
QUERIES = {
    "network:search": ["?q=wordcanary", "?q=quillcanary"],
    "practices:list": ["", "?q=wordcanary", "?view=evidence", "?view=table", "?strength=moderate"],
    "practices:desk": ["", "?q=quillcanary"],
}


def words_of(number: int, stage: str) -> dict[str, Any]:
    """Scores whose words say whose they are."""
    return {
        "reasons": f"reasonwordcanary{number}{stage}",
        "notes": {"effect": f"notewordcanary{number}{stage}"},
    }


def judged(practice: Practice, people: Any, screener: Any, stage: str) -> Practice:
    """Before two people: one has scored, the other has a draft; as far as `stage` says."""
    found, (first, second) = begin(practice, screener, *people)
    submit(first, found, "limited", **words_of(1, stage))
    draft = {"note-effect": f"draftwordcanary2{stage}"}
    scoring.save_scores(review=second, by=second.reviewer, draft=draft)
    if stage == "halfway":
        return found
    submit(second, found, "very_strong" if stage == "consensus" else "limited", **words_of(2, stage))
    found.refresh_from_db()
    return found


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[SimpleNamespace]:
    """Practices at every stage of a review."""
    with django_db_blocker.unblock(), transaction.atomic():
        screener = UserFactory(full_name="Elena Ruiz", roles=[Role.SCREENER])
        two = [reviewer(name) for name in NAMES]
        people = {
            name: UserFactory(full_name=f"Person {name}", roles=roles)
            for name, roles in PEOPLE.items()
            if roles
        }
        people |= {"first": two[0], "second": two[1]}
        common = {"author": people["author"]}
        practices = {
            stage: judged(to_judge(**common, title_es=f"Práctica {stage}"), two, screener, stage)
            for stage in ("halfway", "consensus", "settled")
        }
        practices["copy"] = judged(public_to_judge(**common), two, screener, "settled")
        public = judged(to_judge(**common), two, screener, "settled")
        notes = PublishedNotes("es", {"effect": "Texto editado."})
        practices["public"] = way.publish_practice(practice=public, by=screener, comment="Sí.", notes=notes)
        declined = judged(to_judge(**common, consents_to_list_if_declined=True), two, screener, "settled")
        practices["declined"] = way.decline_practice(practice=declined, by=screener, comment="No.")
        clients = {"visitor": Client(), **{name: Client() for name in people}}
        for name, person in people.items():
            clients[name].force_login(person)
        yield SimpleNamespace(people=people, clients=clients, practices=practices)
        transaction.set_rollback(True)
    cache.clear()  # the next test has another world


def leaks(content: bytes | str, role: str) -> set[str]:
    """Canaries in an answer that this person must not read; a reviewer's own are the reviewer's.

    In a consensus round each reads the other's words, without a name.
    """
    text = content if isinstance(content, str) else content.decode(errors="replace")
    number = {"first": 1, "second": 2}.get(role, 0)
    found = {name for place, name in enumerate(NAMES, 1) if name in text and place != number}
    for digit, stage in re.findall(r"wordcanary(\d)([a-z]*)", text):
        whose = int(digit)
        if whose != number and not (number and stage.startswith("consensus")):
            found.add(f"{whose} {stage}")
    return found


def surfaces(world: SimpleNamespace) -> Iterator[tuple[str, str]]:
    """Every address with every practice, and with its queries."""
    for name, shapes in sorted(addresses().items()):
        if name.startswith(ELSEWHERE):
            continue
        for arguments in _arguments(world):
            for names in shapes:
                try:
                    path = reverse(name, kwargs={each: arguments[each] for each in names})
                except (NoReverseMatch, KeyError):
                    continue
                if "/fund/" in path:  # the Fund in IATI, which has no name of its own
                    continue
                yield from ((name, path + query) for query in QUERIES.get(name, [""]))
            if not any(shapes):
                break


def _arguments(world: SimpleNamespace) -> Iterator[dict[str, Any]]:
    common = {"iso2": "GT", "slug": "youth", "section": "practices", "step": "results", "number": "1"}
    for practice in world.practices.values():
        yield (
            common
            | {"uuid": practice.uuid, "identifier": practice.identifier, "pk": practice.pk}
            | {
                "kind": "practices.practice",
                "key": practice.pk,
            }
        )
    for review in Review.objects.all():
        yield common | {"uuid": review.uuid}


@pytest.mark.parametrize(
    "role", [role for role in PEOPLE if role not in ("author", "second", "another reviewer")]
)
def test_no_page_feed_or_answer_says_who_judges_or_what_they_scored(world: Any, role: str) -> None:
    """The search, the lists, the API, feeds, drafts, the desk, what waits, the archive's page."""
    if role == "visitor":
        cache.clear()
    found, asked = {}, set()
    with plain_running():
        for name, path in dict.fromkeys(surfaces(world)):
            answer = world.clients[role].get(path)
            content = b"".join(answer.streaming_content) if answer.streaming else answer.content
            asked.add(name)
            if leaked := leaks(content, role):
                found[path] = leaked
    assert found == {}
    assert {"practices:detail", "practices:review", "api:practice", "practices:desk_item"} <= asked


@pytest.mark.parametrize("role", PEOPLE)
def test_no_row_that_a_person_is_let_see_says_it(world: Any, role: str) -> None:
    """Every `visible_to` of the portal."""
    person, found = world.people.get(role, AnonymousUser()), {}
    for model in apps.get_models():
        if hasattr(model._default_manager.all(), "visible_to"):
            rows = list(model._default_manager.all().visible_to(person).values())
            if leaked := leaks(json.dumps(rows, cls=DjangoJSONEncoder), role):
                found[model.__name__] = leaked
    assert found == {}


def test_no_step_of_the_log_and_no_news_has_a_reviewer_as_its_actor(world: Any) -> None:
    """Ids tell too."""
    two = [world.people["first"].pk, world.people["second"].pk]
    assert not TransitionEvent.objects.filter(by__in=two).exists()
    assert not Notification.objects.filter(actor__in=two).exists()


@pytest.mark.parametrize("role", [role for role in PEOPLE if role != "visitor"])
def test_the_own_archive_holds_the_own_reviews_alone(world: Any, role: str) -> None:
    """What a person takes along."""
    content = json.dumps(export_personal_data(user=world.people[role]), cls=DjangoJSONEncoder)
    assert leaks(content, role) == set()
    assert ("notewordcanary" in content) == (role in ("first", "second"))


def test_no_news_says_it(world: Any) -> None:
    """Each that was told, in the words of the inbox and the mail."""
    names = {person.pk: name for name, person in world.people.items()}
    rows, found = list(Notification.objects.select_related("recipient", "actor")), []
    for row in rows:
        kind, about = find_kind(row.verb), visible_objects([row], row.recipient).get(row.pk)
        if about is None or not row.verb.startswith("practices."):
            continue
        words = words_for(kind, Matter(about, row.actor, row.recipient, row.context))
        text = "\n".join([words.subject, words.line, *words.paragraphs, words.url])
        found += [(row.verb, leak) for leak in leaks(text, names.get(row.recipient_id, "desk"))]
    assert {"practices.review_asked", "practices.consensus"} <= {row.verb for row in rows}
    assert found == []


def test_the_test_would_notice(world: Any) -> None:
    """The words are there for those who may read them."""
    practice = world.practices["consensus"]
    assert practice.state == PracticeState.CONSENSUS
    review = Review.objects.get(round__practice=practice, reviewer=world.people["first"])
    page = world.clients["first"].get(review.get_absolute_url()).content.decode()
    assert "reasonwordcanary2consensus" in page
    assert scores_of(practice).relevance == "good"

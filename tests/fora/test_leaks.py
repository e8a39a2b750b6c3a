"""No text of the fora comes out where its reader may not read it: every state × every role × every surface.

The words are unique, so that one look at an answer says whose text is in it. Surfaces are taken from the URL
resolver and the registries; what is new there is asked too, or fails.
"""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.core import mail
from django.core.cache import cache
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.urls import reverse
from django.utils.translation import override

from fora.models import Post, Space, Thread
from fora.querysets import (
    OfPostQuerySet,
    PostQuerySet,
    QuoteQuerySet,
    RevisionQuerySet,
    SpaceQuerySet,
    ThreadQuerySet,
)
from network.l10n import registry as translated
from network.moderation.models import Appeal, ModerationAction, ModerationCase
from network.notifications.kinds import Matter, kinds
from network.notifications.models import Notification
from network.notifications.services.reading import visible_objects, words_for
from network.search.registry import indexers
from network.services.personal_data import export_personal_data
from network.ui import slots
from tests.notifications.kinds import run_all
from tests.plainly import plain_running

from .leaks.surfaces import ask, surfaces, unknown
from .leaks.visits import visited
from .leaks.world import COMMON, ROLES, LeakWorld, make_leak_world

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("leaks of the fora")]  # one world for all
DECISIONS = ["approve", "reject", "hide", "show", "redact", "overturn", "uphold"]
SANCTIONS = ["warn", "mute", "suspend", "lift"]
ABOUT: dict[str, Any] = {
    "fora.posted": Thread,
    "fora.replied": Thread,
    "fora.mentioned": Thread,
    "fora.pending": Thread,
    "fora.opened": Space,
    "fora.closed": Space,
    "fora.report_due": Space,
    "fora.report_published": Space,
    "moderation.flagged": ModerationCase,
    "moderation.appealed": Appeal,
} | {f"moderation.{verb}": ModerationAction for verb in DECISIONS + SANCTIONS}
"""What news are about. Those of proposals hold nothing of a post."""
OF_PROPOSALS = {"fora.proposed", "fora.proposal_scheduled", "fora.proposal_declined"}
SEARCHED = {"practice", "adaptation", "post", "course", "offer", "request"}


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[LeakWorld]:
    """One world for all; only looked at."""
    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock(), override("en"):
        patch.setattr(settings, "FORA_MOST_POSTS", 0)
        with transaction.atomic():
            mail.outbox = []
            yield make_leak_world()
            transaction.set_rollback(True)
    cache.clear()  # the next test has another world


def _scan(world: LeakWorld, role: str, only: str = "") -> tuple[dict[str, set[str]], set[str]]:
    """What one person gets and must not, by address; and all words that they get."""
    found, seen, turn = {}, set(), ROLES.index(role)
    posts_alone: set[str] = set()
    with plain_running():
        for number, (name, path) in enumerate(surfaces(world), turn):
            if not name.startswith(only):
                continue
            for how, content in visited(world.clients[role], name, path, number, posts_alone):
                words = world.words_in(content)
                seen |= words
                if leaked := world.not_for(role, words):
                    found[f"{name} {how} {path}"] = leaked
    return found, seen


def test_every_address_and_registry_entry_is_looked_at(world: LeakWorld) -> None:
    """What is new is asked, or somebody says why it cannot hold a text of the fora."""
    assert unknown(world) == []
    told = {kind.verb for kind in kinds() if kind.verb.startswith(("fora.", "moderation."))}
    assert told == set(ABOUT) | OF_PROPOSALS
    assert {indexer.kind for indexer in indexers()} == SEARCHED


@pytest.mark.parametrize("role", ROLES[::-1])
def test_no_page_file_feed_or_answer_holds_what_its_reader_may_not_read(world: LeakWorld, role: str) -> None:
    """Those who may most go first: what a cache keeps for them must not come out for others."""
    if role == ROLES[-1]:
        cache.clear()
    found, seen = _scan(world, role)
    assert found == {}
    assert role == "visitor" or b"/accounts/logout/" in ask(world.clients[role], "/en/")  # to the end
    missing = {where for word, where in world.where.items() if role in world.may[word] and word not in seen}
    assert not [each for each in missing if "public: opening" in each or "public: title" in each]


@pytest.mark.parametrize("role", ROLES)
def test_what_is_not_found_says_nothing_of_what_is_there(world: LeakWorld, role: str) -> None:
    """The page that the scan leaves out."""
    hidden = world.posts["private", "published"]
    for path in (hidden.thread.get_absolute_url(), f"/en/fora/posts/{hidden.pk}/edit/"):
        assert world.leaks(ask(world.clients[role], path), role) == set()


@pytest.mark.parametrize("role", ROLES)
def test_no_row_that_a_person_is_let_see_holds_it(world: LeakWorld, role: str) -> None:
    """Every `visible_to` of the portal, whatever its table: search rows, translations, the log, files."""
    found = {}
    for model in apps.get_models():
        if not hasattr(model._default_manager.all(), "visible_to"):
            continue
        rows = model._default_manager.all().visible_to(world.people[role])
        content = json.dumps(list(rows.values()), cls=DjangoJSONEncoder).encode()
        if leaked := world.leaks(content, role):
            found[model.__name__] = leaked
    assert found == {}


@pytest.mark.parametrize("role", ROLES[1:])
def test_nobody_is_told_what_they_may_not_read(world: LeakWorld, role: str) -> None:
    """Each kind of news about each thing that it could be about: in the inbox, a summary, a mail."""
    person, found = world.people[role], {}
    for kind in kinds():
        for row, about in _news(kind, person):
            text = json.dumps(_words(kind, row, about), cls=DjangoJSONEncoder).encode()
            if leaked := world.leaks(text, role):
                found[f"{kind.verb} {row.about_id}"] = leaked
    assert found == {}


def _news(kind: Any, person: Any) -> Iterator[tuple[Notification, Any]]:
    model = ABOUT.get(kind.verb)
    if model is None:
        return
    from django.contrib.contenttypes.models import ContentType

    rows = []
    posts = list(Post.objects.unfiltered().values_list("pk", "thread_id"))
    about_type = ContentType.objects.get_for_model(model)
    abouts = (
        posts if model is Thread else [(0, key) for key in model._base_manager.values_list("pk", flat=True)]
    )
    for number, (post, key) in enumerate(abouts, 1):
        row = Notification(
            recipient=person, verb=kind.verb, about_type=about_type, about_id=str(key), pk=number
        )
        row.context = {"post": post} if post else {}
        rows.append(row)
    objects = visible_objects(rows, person)
    yield from ((row, objects[row.pk]) for row in rows if row.pk in objects)


def _words(kind: Any, row: Notification, about: Any) -> list[str]:
    words = words_for(kind, Matter(about, None, row.recipient, row.context))
    return [words.subject, words.line, *words.paragraphs, words.url]


def test_no_mail_that_was_promised_before_carries_it(world: LeakWorld) -> None:
    """All that waits in the outbox is sent now: after posts were hidden, withdrawn, redacted."""
    point = transaction.savepoint()
    run_all(rounds=4)
    by_address = {person.email: name for name, person in world.people.items() if name != "visitor"}
    found, sent = [], 0
    for message in mail.outbox:
        role = next(name for email, name in by_address.items() if email in message.to[0])
        parts = [message.subject, message.body, *(each.content for each in message.alternatives)]
        sent += 1
        found += [(role, message.subject, leak) for leak in world.leaks("\n".join(parts).encode(), role)]
    transaction.savepoint_rollback(point)
    assert sent
    assert found == []


@pytest.mark.parametrize("role", ROLES[1:])
def test_the_own_archive_holds_the_own_words_and_nobody_elses(world: LeakWorld, role: str) -> None:
    """Hidden ones with what became of them; redacted ones are gone."""
    content = json.dumps(export_personal_data(user=world.people[role]), cls=DjangoJSONEncoder).encode()
    assert world.leaks(content, role) == set()
    held = {world.where[word] for word in world.words_in(content)}
    if role == "author":
        assert {"public hidden: text", "public draft: text", "held rejected: text"} <= held
    assert not any("redacted" in where for where in held)


def test_no_translator_gets_what_they_may_not_read(world: LeakWorld) -> None:
    """Each kind of record that is translated, as the translators' desk and suggestions ask for it."""
    found = {}
    for kind in translated.kinds():
        for role in ROLES:
            rows = kind.visible_to(world.people[role])
            content = json.dumps(list(rows.values()), cls=DjangoJSONEncoder).encode()
            if leaked := world.leaks(content, role):
                found[f"{kind.kind} {role}"] = leaked
    assert found == {}


def test_words_that_are_proposed_to_who_mistypes_are_nobodys_secret(world: LeakWorld) -> None:
    """A visitor who types most of a hidden word is not helped to the rest."""
    found = {}
    for word, where in world.where.items():
        if "visitor" in world.may[word]:
            continue
        content = ask(world.clients["visitor"], f"{reverse('network:search')}?q={word[:-1]}x")
        if leaked := world.leaks(content, "visitor"):
            found[where] = leaked
    assert found == {}


def test_every_slot_that_the_fora_fill_is_on_a_page_that_is_looked_at(world: LeakWorld, monkeypatch) -> None:
    """A filling that no address shows would be looked at by nobody."""
    shown = set()
    original = slots.fillings

    def noted(slot: str) -> Any:
        shown.add(slot)
        return original(slot)

    monkeypatch.setattr(slots, "fillings", noted)
    for path in (reverse("network:home"), reverse("network:me"), "/en/states/GT/", "/en/topics/youth/"):
        world.clients["staff"].get(path)
    ours = {each.slot for each in slots._fillings.values() if each.context.__module__.startswith("fora.")}
    assert ours <= shown


OPENED = {
    PostQuerySet: ("member", "fora:flag"),
    SpaceQuerySet: ("visitor", "fora:space"),
    ThreadQuerySet: ("visitor", "fora:thread"),
    OfPostQuerySet: ("visitor", "fora:attachment"),
}


@pytest.mark.parametrize("door", OPENED, ids=lambda door: door.__name__)
def test_a_door_that_stands_open_is_noticed(world: LeakWorld, door: Any, monkeypatch: Any) -> None:
    """Take the filter of a `visible_to` away: somebody gets words that are not theirs."""
    monkeypatch.setattr(door, "visible_to", lambda self, user: self.all())
    found, _seen = _scan(world, *OPENED[door])
    assert found


@pytest.mark.parametrize("door", [PostQuerySet, RevisionQuerySet, QuoteQuerySet, ThreadQuerySet])
def test_rows_behind_a_door_that_stands_open_are_noticed(
    world: LeakWorld, door: Any, monkeypatch: Any
) -> None:
    """The same for the rows themselves."""
    monkeypatch.setattr(door, "visible_to", lambda self, user: self.all())
    if door is QuoteQuerySet:
        from fora.models import Quote

        every, mine = Quote.objects.count(), Quote.objects.none().count()
        assert Quote.objects.all().visible_to(world.people["visitor"]).count() == every > mine
        return
    with pytest.raises(AssertionError):
        test_no_row_that_a_person_is_let_see_holds_it(world, "visitor")


def test_the_page_with_the_texts_shows_them_to_who_may(world: LeakWorld) -> None:
    """No door is nailed up: the common word finds the public opening for a visitor."""
    content = ask(world.clients["visitor"], f"{reverse('network:search')}?q={COMMON}")
    assert "public: opening" in {world.where[word] for word in world.words_in(content)}

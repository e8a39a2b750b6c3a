"""A forum of each access with posts in every state, and a word of its own in each text.

Each post was published first where its state allows it, was told of, indexed and translated, and then hidden,
withdrawn or redacted by the services: what they forget to take away is there to be found.
"""

import random
import re
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import AnonymousUser

from fora.choices import Access, Capacity, Following, PostState, SpaceState
from fora.models import Post, PostRevision, Space, Subscription, Thread
from fora.services.attachments import attach
from fora.services.drafts import QuoteOf, save_draft
from fora.services.mentions import handle_of
from fora.services.moderating import approve, flag_post, hide, redact, reject
from fora.services.moving import hide_thread
from fora.services.posting import edit_post, publish_post, start_thread, withdraw
from network.choices import Role
from network.l10n.models import Translation
from network.moderation.choices import Reason
from network.moderation.models import ModerationAction
from network.moderation.services import appeal
from network.ui import markdown
from tests.access.world import _client
from tests.factories import SpaceFactory, UserFactory, let_in
from tests.notifications.kinds import run_all

LETTERS = "bcdfghjkmpqtvwxz"
CANARY = re.compile(rb"zq[bcdfghjkmpqtvwxz]{7}zq", re.IGNORECASE)
COMMON = "lighthouse"  # in every text: what a reader may search for
ROLES = ("visitor", "member", "outsider", "entered", "author", "facilitator", "moderator", "staff")
NOBODY: frozenset[str] = frozenset()
MODERATORS = frozenset({"moderator", "staff"})
AUTHOR = frozenset({"author"})
READERS = {
    "public": frozenset(ROLES),
    "held": frozenset(ROLES),
    "members": frozenset(ROLES) - {"visitor"},
    "private": MODERATORS | AUTHOR | {"entered"},
    "prepared": MODERATORS | AUTHOR | {"facilitator"},
}
BY_STATE = {
    PostState.DRAFT: AUTHOR,
    PostState.PENDING: AUTHOR | MODERATORS,
    PostState.REJECTED: AUTHOR | MODERATORS,
    PostState.HIDDEN: AUTHOR | MODERATORS,
    PostState.WITHDRAWN: MODERATORS,
    PostState.REDACTED: NOBODY,
}
"""Who reads a text in a state, of those who read the space; a published one all of them."""


@dataclass
class LeakWorld:
    """`may`: who may read which word, and `where` it was put, for the message of a test that fails."""

    people: dict[str, Any] = field(default_factory=dict)
    clients: dict[str, Any] = field(default_factory=dict)
    spaces: dict[str, Space] = field(default_factory=dict)
    posts: dict[tuple[str, str], Post] = field(default_factory=dict)
    may: dict[str, frozenset[str]] = field(default_factory=dict)
    where: dict[str, str] = field(default_factory=dict)
    _random: random.Random = field(default_factory=lambda: random.Random(7))

    def word(self, where: str, readers: frozenset[str]) -> str:
        """A new canary with who may read it."""
        word = f"zq{''.join(self._random.choices(LETTERS, k=7))}zq"
        self.may[word], self.where[word] = readers, where
        return word

    def leaks(self, content: bytes, role: str) -> set[str]:
        """What this person must not have read, by where it was put."""
        return self.not_for(role, self.words_in(content))

    def not_for(self, role: str, words: set[str]) -> set[str]:
        """Which of these canaries the person must not have read."""
        return {self.where.get(word, word) for word in words if role not in self.may.get(word, NOBODY)}

    def words_in(self, content: bytes) -> set[str]:
        """The canaries in some bytes."""
        return {match.decode().lower() for match in CANARY.findall(content)}


def make_leak_world() -> LeakWorld:
    """Make it all, in the transaction that is open; FORA_MOST_POSTS must be 0."""
    world = LeakWorld()
    _people(world)
    for name, more in (
        ("public", {}),
        ("members", {"access": Access.MEMBERS}),
        ("private", {"access": Access.PRIVATE}),
        ("prepared", {"state": SpaceState.PREPARATION}),
        ("held", {"is_premoderated": True}),
    ):
        about = f"{COMMON} {world.word(f'{name}: description', READERS[name])}"
        _fill(
            world,
            name,
            SpaceFactory(slug=f"leak-{name}", title_en=f"Space {name}", description_en=about, **more),
        )
    _hidden_thread(world)
    _moderate(world)
    return world


def _people(world: LeakWorld) -> None:
    plain = {"roles": [Role.MEMBER]}
    made = {
        "member": plain,
        "outsider": {"roles": [(Role.FOCAL_POINT, "CL")]},
        "entered": plain,
        "author": {"roles": [(Role.CONTRIBUTOR, "GT")]},
        "facilitator": plain,
        "moderator": plain,
        "staff": {"roles": [Role.STAFF_MANAGER]},
    }
    world.people = {"visitor": AnonymousUser()} | {
        name: UserFactory(full_name=f"{name.title()} Person", **more) for name, more in made.items()
    }
    let_in(world.people["outsider"], SpaceFactory(), Capacity.MODERATOR)
    world.clients = {name: _client(None if name == "visitor" else world.people[name]) for name in ROLES}


def _fill(world: LeakWorld, name: str, space: Space) -> None:
    """A thread with a post in each state."""
    world.spaces[name] = space
    let_in(world.people["moderator"], space, Capacity.MODERATOR)
    if name == "private":
        let_in(world.people["entered"], space)
        let_in(world.people["author"], space)
    if name == "prepared":
        let_in(world.people["facilitator"], space, Capacity.FACILITATOR)
        let_in(world.people["author"], space, Capacity.FACILITATOR)
    for person in list(world.people.values())[1:]:
        Subscription.objects.create(user=person, space=space, frequency=Following.INSTANT)
    readers = READERS[name]
    thread = _opening(world, name, readers).thread
    for state in STATES.get(name, OTHERS):
        _post(world, name, thread, state, readers & BY_STATE[state])


STATES = {
    "public": (PostState.HIDDEN, PostState.WITHDRAWN, PostState.REDACTED, PostState.DRAFT),
    "held": (PostState.PENDING, PostState.REJECTED, PostState.DRAFT),
}
"""Besides published, as far as a space has them; the draft comes last, as a thread holds one of a person."""
OTHERS = (PostState.HIDDEN, PostState.REDACTED)


def _opening(world: LeakWorld, name: str, readers: frozenset[str]) -> Post:
    title = world.word(f"{name}: title", readers)
    text = f"{COMMON} {world.word(f'{name}: opening', readers)}"
    post = start_thread(
        space=world.spaces[name],
        by=world.people["author"],
        title=f"{COMMON} {title}",
        text=text,
        language="en",
    )
    if name == "held":
        approve(post=post, by=world.people["moderator"])
    world.posts[name, "published"] = _fresh(post)
    return _fresh(post)


def _post(world: LeakWorld, name: str, thread: Thread, state: PostState, readers: frozenset[str]) -> Post:
    """Written, with a file, a quote and everybody named; changed once; translated; told of; then as it is."""
    place, by = f"{name} {state}", world.people["author"]
    names = " ".join(handle_of(person) for person in list(world.people.values())[1:])
    first, then = world.word(f"{place}: first revision", readers), world.word(f"{place}: text", readers)
    opening = world.posts[name, "published"]
    revision = PostRevision.objects.unfiltered().get(post=opening, number=1)
    post = save_draft(
        thread=thread, by=by, text=f"{COMMON} {first} {names}", language="en", quotes=[QuoteOf(revision)]
    )
    attach(
        post=post,
        by=by,
        content=f"{COMMON} {world.word(f'{place}: file', readers)}".encode(),
        name=f"{world.word(f'{place}: name of a file', readers)}.txt",
        media_type="text/plain",
        sha256=f"{post.pk:064d}",
        alternative_text=world.word(f"{place}: alternative text", readers),
    )
    text = f"{COMMON} {then} {names}"
    if state == PostState.DRAFT:
        post = save_draft(thread=thread, by=by, text=text, language="en")
    else:
        post = publish_post(post=post, by=by)
        if name == "held" and state not in (PostState.PENDING, PostState.REJECTED):
            post = approve(post=post, by=world.people["moderator"])
        else:
            post = edit_post(post=post, by=by, text=text, language="en")
    _translate(world, post, place, readers)
    run_all(rounds=1)  # people are told, and mails promised, before the post goes
    _quote(world, name, thread, post)
    _bring(world, post, state)
    world.posts[name, state.value] = _fresh(post)
    return post


def _translate(world: LeakWorld, post: Post, place: str, readers: frozenset[str]) -> None:
    """As an engine would have: on the record and at the translators' desk."""
    word = world.word(f"{place}: translation", readers)
    text = f"{COMMON} {word}"
    Post.objects.unfiltered().filter(pk=post.pk).update(
        body_es=text, html_es=markdown.render(text), translation_marks={"es": {"body": "machine:apertium"}}
    )
    jobs = Translation.objects.of_object("fora.post", post.pk).filter(target_language="es")
    jobs.update(text=text, state="machine_draft", origin="machine")


def _quote(world: LeakWorld, name: str, thread: Thread, post: Post) -> None:
    """Somebody else quotes it, as long as it can be read."""
    if _fresh(post).state != PostState.PUBLISHED or name not in ("public", "members"):
        return
    revision = PostRevision.objects.unfiltered().filter(post=post).latest("number")
    draft = save_draft(
        thread=thread,
        by=world.people["member"],
        text=f"{COMMON} as was said",
        language="en",
        quotes=[QuoteOf(revision)],
    )
    publish_post(post=draft, by=world.people["member"])


def _bring(world: LeakWorld, post: Post, state: PostState) -> None:
    moderator, reason = world.people["moderator"], Reason.OFF_TOPIC
    post = _fresh(post)
    match state:
        case PostState.HIDDEN:
            hide(post=post, by=moderator, reason=reason)
        case PostState.REJECTED:
            reject(post=post, by=moderator, reason=reason)
        case PostState.WITHDRAWN:
            withdraw(post=post, by=world.people["author"])
        case PostState.REDACTED:
            redact(post=post, by=moderator, reason=reason)


def _hidden_thread(world: LeakWorld) -> None:
    """A whole thread of a public space is hidden; who began it still finds it."""
    readers = AUTHOR | MODERATORS
    post = start_thread(
        space=world.spaces["public"],
        by=world.people["author"],
        title=f"{COMMON} {world.word('hidden thread: title', readers)}",
        text=f"{COMMON} {world.word('hidden thread: text', readers)}",
        language="en",
    )
    run_all(rounds=1)
    hide_thread(thread=post.thread, by=world.people["moderator"], reason=Reason.OFF_TOPIC)
    world.posts["public", "thread hidden"] = _fresh(post)


def _moderate(world: LeakWorld) -> None:
    """What moderation itself holds: a flag, an explanation, an appeal."""
    post = world.posts["public", "published"]
    note = world.word("text of a flag", MODERATORS | {"member"})
    flag_post(post=post, by=world.people["member"], reason=Reason.OTHER, text=note)
    hidden = ModerationAction.objects.get(
        object_id=world.posts["public", "hidden"].pk, kind="fora.post", verb="hide"
    )
    appeal(action=hidden, by=world.people["author"], text=world.word("appeal", AUTHOR | MODERATORS))


def _fresh(post: Post) -> Post:
    return Post.objects.unfiltered().select_related("thread__space").get(pk=post.pk)

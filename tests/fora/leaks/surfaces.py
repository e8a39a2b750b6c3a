"""Every address of the portal with everything that it could be asked for; none can be forgotten.

A new address is asked with every space, thread and post whose argument it takes. One that takes an argument
unknown here fails: give it values in `values`, or say in ELSEWHERE why it can hold nothing of the fora.
"""

import io
import itertools
import zipfile
from collections.abc import Iterator
from typing import Any

from django.test import Client
from django.urls import NoReverseMatch, reverse
from pypdf import PdfReader

from fora.models import PaperVersion, Post, PostAttachment, Thread, TopicProposal
from network.following.models import Interest
from network.l10n.models import Translation
from network.models import ApiToken
from network.moderation.models import Appeal, ModerationAction, Sanction
from network.notifications.models import Notification
from network.ui import sitemaps
from tests.access.matrix import addresses
from training_catalogue.models import Assistance, Cooperation

from .world import COMMON, LeakWorld

ELSEWHERE = {
    "admin:": "a door of its own, which no role of the portal opens",
    "account_": "signing in: knows accounts only",
    "mfa_": "signing in: knows accounts only",
    "usersessions_": "sessions of one account",
    "health-": "one word",
    "metrics": "counts without text; for the operator's machine",
    "practices:": "another app, which cannot know the fora (import-linter); its slots hold practices",
    "fund:": "another app, which cannot know the fora",
    "training:": "another app, which cannot know the fora",
    "api:training": "another app, which cannot know the fora",
    "api:fund": "another app, which cannot know the fora",
    "api:adaptation": "another app, which cannot know the fora",
    "api:practice": "another app, which cannot know the fora",
    "iati-": "the Fund in IATI",
    "network:staff": "people, roles, organizations, states, topics",
    "network:invitation": "the own letter of invitation",
    "network:contributor": "roles and letters of a state",
    "network:hand_over": "roles and letters of a state",
    "network:confirm_address": "a letter's key",
    "network:organization": "an office of the Network",
    "network:photo": "a picture of a person",
    "network:settings_attest": "a role",
    "network:settings_erase": "a question",
    "network:demo_login": "a form",
    "network:welcome": "a form",
    "imports:": "tables that a person handed in, of practices and courses",
    "l10n:glossary": "terms of the house",
    "l10n:term": "terms of the house",
    "notifications:stop": "names a kind of news",
    "notifications:staff": "work by number; announcements",
    "notifications:announcement": "written by staff",
    "dev": "never in production",
}
QUERIES = {
    "network:search": [f"?q={COMMON}", f"?q={COMMON}&page=2", "?q=nothing"],
    "fora:overview": ["", f"?q={COMMON}"],
    "fora:thread": ["", "?original=1", "?page=2", "?page=99"],
    "fora:news": ["", "?after=0", "?after=1"],
    "fora:similar": [f"?title={COMMON}", f"?q={COMMON}"],
    "fora:desk": ["?lane=flagged", "?lane=pending", "?lane=appeals"],
    "fora:desk_log": ["", f"?q={COMMON}"],
    "l10n:desk": ["", f"?q={COMMON}"],
    "l10n:memory": ["", f"?q={COMMON}"],
}


OF_PROPOSALS = [f"fora:proposal{step}" for step in ("", "_schedule", "_decline", "_withdraw", "_support")]


def is_elsewhere(name: str) -> bool:
    """Whether it can hold nothing of the fora, for a reason given above."""
    return name.startswith(tuple(ELSEWHERE))


def values(world: LeakWorld) -> dict[frozenset[str], list[dict[str, Any]]]:
    """Arguments by their names: all spaces, threads, posts, files, texts to be translated."""
    posts = list(Post.objects.unfiltered().select_related("thread__space").order_by("pk"))
    threads = list(Thread.objects.unfiltered().select_related("space"))
    spaces = list(world.spaces.values())
    return {
        frozenset(): [{}],
        frozenset({"slug"}): [{"slug": space.slug} for space in spaces] + [{"slug": "youth"}],
        frozenset({"slug", "pk"}): [{"slug": each.space.slug, "pk": each.pk} for each in threads],
        frozenset({"slug", "pk", "post"}): [
            {"slug": post.thread.space.slug, "pk": post.thread_id, "post": post.pk} for post in posts
        ],
        frozenset({"pk"}): [{"pk": key} for key in sorted({post.pk for post in posts})],
        frozenset({"name", "pk"}): [{"name": "posts", "pk": post.pk} for post in posts]
        + [{"name": "threads", "pk": each.pk} for each in threads],
        frozenset({"name", "pk", "step"}): [
            {"name": "posts", "pk": post.pk, "step": "hide"} for post in posts
        ],
        frozenset({"uuid"}): [{"uuid": each.uuid} for each in PostAttachment.objects.unfiltered()],
        frozenset({"kind", "key"}): [{"kind": "fora.post", "key": str(post.pk)} for post in posts]
        + [{"kind": "fora.thread", "key": str(each.pk)} for each in threads],
        frozenset({"slug", "uuid"}): [
            {"slug": version.paper.space.slug, "uuid": version.uuid}
            for version in PaperVersion.objects.select_related("paper__space")
        ],
        frozenset({"iso2"}): [{"iso2": "GT"}],
        frozenset({"section"}): [{"section": name} for name in sitemaps.parts()],
    }


def of_own_kind() -> dict[str, list[dict[str, Any]]]:
    """Addresses whose `pk` is not a post's."""
    return {
        "fora:decision": _keys(ModerationAction),
        **dict.fromkeys(("api:thread", "api:posts"), _keys(Thread)),
        **dict.fromkeys(OF_PROPOSALS, _keys(TopicProposal) or [{"pk": 1}]),
        "fora:desk_appeal": _keys(Appeal),
        "fora:desk_sanction_end": _keys(Sanction),
        "l10n:piece": _keys(Translation.objects.filter(kind__startswith="fora.", target_language="es")),
        "notifications:open": _keys(Notification)[:6],
        "notifications:about_one": _keys(Notification)[:6],
        **dict.fromkeys(("api:offer", "api:request"), _keys(Assistance) or [{"pk": 1}]),
        "api:cooperation": _keys(Cooperation) or [{"pk": 1}],
        **dict.fromkeys(("following:change", "following:delete"), _keys(Interest) or [{"pk": 1}]),
        "network:settings_token_revoke": _keys(ApiToken) or [{"pk": 1}],
    }


def _keys(rows: Any) -> list[dict[str, Any]]:
    found = rows if hasattr(rows, "values_list") else rows._base_manager.all()
    return [{"pk": key} for key in found.values_list("pk", flat=True)]


def unknown(world: LeakWorld) -> list[str]:
    """Addresses that nobody has said anything about."""
    known, own = values(world), of_own_kind()
    return sorted(
        f"{name} {sorted(names)}"
        for name, variants in addresses().items()
        for names in variants
        if not is_elsewhere(name) and name not in own and names not in known
    )


def surfaces(world: LeakWorld) -> list[tuple[str, str]]:
    """Name and path of everything that is asked."""
    known, own = values(world), of_own_kind()
    found = []
    for name, variants in addresses().items():
        if is_elsewhere(name):
            continue
        for names in variants:
            for arguments in own.get(name, known.get(names, [])):
                found += [(name, path + query) for path, query in _asked(name, arguments, world)]
    return found


def _asked(name: str, arguments: dict[str, Any], world: LeakWorld) -> Iterator[tuple[str, str]]:
    try:
        path = reverse(name, kwargs=arguments)
    except NoReverseMatch:
        return
    queries = QUERIES.get(name, [""])
    if name == "fora:reply":
        keys = _answered(arguments["pk"], world)
        queries = ["", *(f"?quote={key}&to={key}" for key in keys)]
    yield from itertools.product([path], queries)


def _answered(thread: int, world: LeakWorld) -> list[int]:
    """Posts that an answer in a thread could name: its own and, in the public one, those of all others."""
    is_public = thread == world.posts["public", "published"].thread_id
    return [post.pk for post in world.posts.values() if is_public or post.thread_id == thread]


def ask(client: Client, path: str) -> bytes:
    """All that one answer holds, unpacked: headers, pages, files, archives."""
    return said(client.get(path, follow=False))


def said(answer: Any) -> bytes:
    """What an answer holds."""
    assert answer.status_code < 500, answer.request["PATH_INFO"]
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    headers = "\n".join(f"{name}: {value}" for name, value in answer.headers.items()).encode()
    return headers + b"\n" + unpacked(body)


def unpacked(body: bytes) -> bytes:
    """The words of a ZIP (also XLSX, DOCX, ODT) or a PDF; others as they are."""
    if body[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            return b"\n".join(
                name.encode() + b"\n" + unpacked(archive.read(name)) for name in archive.namelist()
            )
    if body[:5] == b"%PDF-" and len(body) > 100:
        reader = PdfReader(io.BytesIO(body))
        return " ".join(page.extract_text() for page in reader.pages).encode()
    return body

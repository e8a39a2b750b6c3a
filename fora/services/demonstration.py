"""The virtual forum of the demonstration: proposed, scheduled, discussed and moderated by the services that
people use."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files import File
from django.db import transaction
from django.utils import timezone

from network.choices import Role
from network.models import MemberState, Topic, User
from network.moderation.choices import Reason
from network.services import grant_role

from ..choices import Capacity, SpaceState
from ..models import AgendaItem, Post, PostRevision, Space, Thread, TopicProposal
from .following import enter_space
from .moderating import flag_post, hide
from .posting import QuoteOf, reply, start_thread
from .preparing.papers import PaperWords, add_file, add_paper
from .proposals import propose_topic, schedule, support
from .spaces import change_space, grant_in_space

DATA = Path(__file__).resolve().parents[1] / "data" / "demonstration.json"
PAPERS = DATA.parent / "papers"
OPEN_FOR = (timedelta(days=-14), timedelta(days=7))


@transaction.atomic
def load_demonstration_fora() -> int:
    """Make the forum of the demonstration if it is missing; gives how many posts are new. Needs DEMO."""
    if not settings.DEMO:
        raise RuntimeError("The forum of the demonstration exists only where DEMO=1.")
    data = json.loads(DATA.read_text(encoding="utf-8"))
    if Space.objects.unfiltered().filter(slug=data["space"]["slug"]).exists():
        return 0
    return Story(data).tell()


class Story:
    """What happens in data/demonstration.json, one step after the other."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data
        for email, name, language, role in data["people"]:
            _person(email, name, language, Role(role))
        self.people = {user.email: user for user in User.objects.filter(is_demonstration=True)}
        self.manager = self.people["manager@demo.example"]
        self.threads: dict[str, Thread] = {}
        self.posts: dict[str, Post] = {}

    def tell(self) -> int:
        """Take each step; gives how many posts were written."""
        space = self._prepare(self._propose(self.data["proposal"]))
        for record in self.data["papers"]:
            self._lay_out(space, record)
        for record in self.data["threads"]:
            self._start(space, record)
        for record in self.data["posts"]:
            self._reply(record)
        self._moderate()
        self._propose(self.data["second_proposal"])
        posts = Post.objects.unfiltered().filter(thread__space=space)
        posts.update(is_demonstration=True)
        Thread.objects.unfiltered().filter(space=space).update(is_demonstration=True)
        return posts.count()

    def _propose(self, record: dict[str, Any]) -> TopicProposal:
        proposal = propose_topic(
            country=MemberState.objects.get(pk=record["country"]),
            by=self.people[record["by"]],
            title=record["title"],
            rationale=record["rationale"],
            language=record["language"],
            topics=list(Topic.objects.filter(pk__in=record["topics"])),
        )
        TopicProposal.objects.filter(pk=proposal.pk).update(is_demonstration=True)
        for email in record["support"]:
            support(proposal=proposal, by=self.people[email])
        return proposal

    def _prepare(self, proposal: TopicProposal) -> Space:
        record, now = self.data["space"], timezone.now()
        texts = {
            f"{name}_{code}": text
            for name in ("title", "description", "concept_note")
            for code, text in record[name].items()
        }
        space = schedule(
            proposal=proposal,
            by=self.manager,
            slug=record["slug"],
            opens_at=now + OPEN_FOR[0],
            closes_at=now + OPEN_FOR[1],
            group_code="WG-LETHAL-VIOLENCE",
            mandates=["SPS-R23"],
            is_demonstration=True,
            **texts,
        )
        for position, titles in enumerate(self.data["agenda"]):
            item = {f"title_{code}": text for code, text in titles.items()}
            AgendaItem.objects.create(space=space, position=position, source_language="es", **item)
        grant_in_space(
            space=space,
            user=self.people["moderator@demo.example"],
            capacity=Capacity.MODERATOR,
            by=self.manager,
            reason="Demonstration",
        )
        return change_space(space=space, by=self.manager, state=SpaceState.OPEN)

    def _lay_out(self, space: Space, record: dict[str, Any]) -> None:
        """A background paper with its text."""
        words = PaperWords(record["title"], record["language"], record["symbol"], record["year"])
        paper = add_paper(space=space, words=words, by=self.manager)
        with (PAPERS / record["file"]).open("rb") as text:
            add_file(
                paper=paper,
                language=record["language"],
                upload=File(text, name=record["file"]),
                name=record["file"],
                by=self.manager,
            )

    def _start(self, space: Space, record: dict[str, Any]) -> None:
        items = list(AgendaItem.objects.filter(space=space))
        author = self.people[record["by"]]
        enter_space(space=space, by=author)
        post = start_thread(
            space=space,
            by=author,
            title=record["title"],
            text=record["text"],
            language=record["language"],
            agenda_item=items[record["item"] - 1],
        )
        self.threads[record["as"]] = post.thread

    def _reply(self, record: dict[str, Any]) -> None:
        thread = self.threads[record["in"]]
        posts = {post.seq: post for post in Post.objects.unfiltered().filter(thread=thread)}
        quotes = [QuoteOf(_revision(posts[record["quote"]]))] if "quote" in record else []
        made = reply(
            thread=thread,
            by=self.people[record["by"]],
            text=record["text"],
            language=record["language"],
            reply_to=posts.get(record.get("to")),
            quotes=quotes,
        )
        self.posts[record.get("as", "")] = made

    def _moderate(self) -> None:
        signal, done = self.data["flag"], self.data["hide"]
        flag_post(
            post=self.posts[signal["post"]],
            by=self.people[signal["by"]],
            reason=Reason(signal["reason"]),
            text=signal["text"],
        )
        hide(
            post=self.posts[done["post"]],
            by=self.people[done["by"]],
            reason=done["reason"],
            text=done["text"],
        )


def _revision(post: Post) -> PostRevision:
    return PostRevision.objects.unfiltered().get(post=post, number=post.revision)


def _person(email: str, name: str, language: str, role: Role) -> None:
    if not User.objects.filter(email=email).exists():
        user = User.objects.create_user(email, full_name=name, language=language, is_demonstration=True)
        grant_role(user=user, role=role, reason="Demonstration", by=None)

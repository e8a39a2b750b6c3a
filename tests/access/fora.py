"""The fora of the access world: a space of each sort, a thread with a post in each state, who leads them."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from fora.choices import Access, Capacity, PostState, ProposalState, ReportState, SpaceKind, SpaceState
from fora.models import (
    AgendaItem,
    BackgroundPaper,
    Citation,
    FinalReport,
    Mention,
    PaperVersion,
    Post,
    PostAttachment,
    PostMove,
    PostRevision,
    ProposalSupport,
    Quote,
    ReadSpace,
    ReadThread,
    Space,
    SpaceGrant,
    Subscription,
    Thread,
    ThreadMove,
    TopicProposal,
)
from network.models import User
from network.moderation.choices import Reason, SanctionKind, Verb
from network.moderation.models import Appeal, Flag, ModerationAction, ModerationCase, Sanction
from tests.factories import PostFactory, SpaceFactory, ThreadFactory, let_in

SPACES = {
    "public": {},
    "members": {"access": Access.MEMBERS},
    "private": {"access": Access.PRIVATE},
    "preparation": {"state": SpaceState.PREPARATION},
}


def make_fora(people: dict[str, User]) -> dict[str, dict[str, Any]]:
    """Guatemala's author writes, her focal point is let into the private space and leads the one in
    preparation, the screener moderates the public one; Chile's people and "others" have no place."""
    found: dict[str, dict[str, Any]] = {}
    spaces = {name: SpaceFactory(slug=f"of-{name}", title_en=name, **more) for name, more in SPACES.items()}
    let_in(people["focal"], spaces["private"])
    let_in(people["focal"], spaces["preparation"], Capacity.FACILITATOR)
    let_in(people["author"], spaces["private"])
    let_in(people["screener"], spaces["public"], Capacity.MODERATOR)
    for name, space in spaces.items():
        thread = ThreadFactory(space=space, starter=people["author"], title_en=name)
        post = PostFactory(thread=thread, text=f"{name} published")
        if name == "public":
            for state in PostState:
                if state != PostState.PUBLISHED:
                    other = PostFactory(thread=thread, state=state, text=f"{name} {state}")
                    found[f"post_{state}"] = {"pk": other.pk}
        _hang(space, thread, post, people)
        found[f"post_{name}"] = {"pk": post.pk}
        found[f"file_of_{name}"] = {"uuid": post.attachments.get().uuid}
        found[f"space_{name}"] = {"slug": space.slug, "pk": thread.pk, "post": post.pk}
    for post in Post.objects.unfiltered().filter(thread__space=spaces["public"]):
        found[f"desk_{post.state}"] = {"name": "posts", "step": "hide", "pk": post.pk}
    return found | _moderate(spaces["public"], people) | _prepare(spaces["preparation"], people)


def _prepare(space: Space, people: dict[str, User]) -> dict[str, dict[str, Any]]:
    """What has an address behind a space in preparation, and a public forum that is over; Guatemala's focal
    point leads both. The proposal is hers."""
    paper = BackgroundPaper.objects.get(space=space)
    filed = PaperVersion.objects.create(
        paper=paper, language="es", file="fora/a", file_name="a.pdf", media_type="application/pdf"
    )
    grant = SpaceGrant.objects.create(
        space=space, user=people["author"], capacity=Capacity.MEMBER, reason="test"
    )
    now = timezone.now()
    past = SpaceFactory(
        slug="over",
        title_en="public",
        kind=SpaceKind.VIRTUAL,
        opens_at=now - timedelta(days=9),
        closes_at=now - timedelta(days=1),
    )
    let_in(people["focal"], past, Capacity.FACILITATOR)
    FinalReport.objects.create(space=past, source_language="en", title_en="Draft", body_en="Text.")
    return {
        "proposal": {"pk": TopicProposal.objects.open().get().pk},
        "agenda_item": {"slug": space.slug, "pk": AgendaItem.objects.get(space=space).pk},
        "paper": {"slug": space.slug, "pk": paper.pk, "uuid": filed.uuid},
        "place": {"slug": space.slug, "pk": grant.pk},
        "forum_over": {"slug": past.slug},
    }


def _hang(space: Space, thread: Thread, post: Post, people: dict[str, User]) -> None:
    """One of each thing that belongs to a space or a post."""
    AgendaItem.objects.create(space=space, source_language="en", title_en="Item")
    paper = BackgroundPaper.objects.create(space=space, source_language="en", title_en="Paper", symbol="1")
    PaperVersion.objects.create(paper=paper, language="en", url="https://example.org/")
    revision = PostRevision.objects.get(post=post)
    Quote.objects.create(post=post, revision=revision)
    Mention.objects.create(post=post, user=people["focal"])
    PostAttachment.objects.create(
        post=post, file=f"fora/{post.pk}", file_name="a.pdf", media_type="application/pdf", sha256="0" * 64
    )
    PostMove.objects.create(post=post, thread=thread, seq=90)
    ThreadMove.objects.create(thread=thread, space=space)
    published = space.slug != "of-members"
    report = FinalReport.objects.create(
        space=space,
        source_language="en",
        title_en="Report",
        state=ReportState.PUBLISHED if published else ReportState.DRAFT,
        published_at=timezone.now() if published else None,
    )
    Citation.objects.create(report=report, number=1, revision=revision)
    ReadThread.objects.create(user=people["member"], thread=thread, last_read_seq=1)
    ReadSpace.objects.create(user=people["member"], space=space)
    Subscription.objects.create(user=people["member"], space=space, frequency="daily")
    if space.slug == "of-public":
        for title, state in (("Topic", ProposalState.PROPOSED), ("Taken back", ProposalState.WITHDRAWN)):
            proposal = TopicProposal.objects.create(
                country_id="GT",
                proposed_by=people["focal"],
                source_language="en",
                title_en=title,
                rationale_en="Why",
                state=state,
            )
            ProposalSupport.objects.create(proposal=proposal, user=people["focal_cl"], country_id="CL")


def _moderate(space: Space, people: dict[str, User]) -> dict[str, dict[str, Any]]:
    """A flag by Chile's contributor, the screener's action, an appeal of the author, a sanction."""
    hidden = Post.objects.get(thread__space=space, state=PostState.HIDDEN)
    about = {"kind": "fora.post", "object_id": hidden.pk, "scope": space.key}
    case = ModerationCase.objects.create(**about)
    Flag.objects.create(**about, case=case, reporter=people["contrib_cl"], reason=Reason.OFF_TOPIC)
    done = {"author": people["author"], "by": people["screener"], "reason": Reason.OFF_TOPIC, "case": case}
    action = ModerationAction.objects.create(**about, **done, verb=Verb.HIDE)
    appeal = Appeal.objects.create(action=action, by=people["author"], text="No.")
    warned = ModerationAction.objects.create(**about, **done, verb=Verb.WARN)
    warning = Sanction.objects.create(
        pk=4_000_001,  # of no decision: their addresses take a number, too
        user=people["author"],
        kind=SanctionKind.WARN,
        scope=space.key,
        action=warned,
    )
    return {
        "decision": {"pk": action.pk},
        "appealed": {"pk": appeal.pk},
        "sanction": {"pk": warning.pk},
    }

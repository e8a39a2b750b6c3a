"""Which text of the fora is translated, and who reads it; a translation has no visibility of its own."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from network.choices import Language
from network.l10n.registry import TranslatedKind, register, texts_of
from network.search.services import index_objects
from network.ui.markdown import render

from ..choices import Access, PostState, ProposalState, ReportState, SpaceState
from ..models import AgendaItem, BackgroundPaper, FinalReport, Post, Space, Thread, TopicProposal
from .following_text import POST


def register_translations() -> None:
    """Have what people write in the fora translated: posts, titles, and what is laid before them."""
    register(
        TranslatedKind(
            kind="fora.post",
            model=Post,
            fields=("body",),
            rich_fields=("body",),
            verbose=_("post"),
            readable=lambda post: post.state == PostState.PUBLISHED and _thread_is_read(post.thread),
            public=lambda post: _is_public(post.thread.space),
            confidential=lambda post: _is_confidential(post.thread.space),
            country=lambda post: post.country_id,
            label=lambda post: f"{post.thread} {post}",
            index=_render_and_index,
        )
    )
    register(
        TranslatedKind(
            kind="fora.thread",
            model=Thread,
            fields=("title",),
            verbose=_("thread"),
            readable=lambda thread: thread.is_visible and _is_read(thread.space),
            public=lambda thread: _is_public(thread.space),
            confidential=lambda thread: _is_confidential(thread.space),
        )
    )
    _register_what_is_prepared()


def _register_what_is_prepared() -> None:
    """Spaces with agenda and papers, reports, proposals."""
    register(
        TranslatedKind(
            kind="fora.space",
            readable=_is_read,
            public=_is_public,
            confidential=_is_confidential,
            people_write=True,
            parts=lambda space: [*space.agenda_items.all(), *space.papers.all()],
            **texts_of(Space),
        )
    )
    for model in (AgendaItem, BackgroundPaper):
        register(
            TranslatedKind(
                kind=f"fora.{model._meta.model_name}",
                root=lambda part: part.space,
                address=lambda part: part.space.get_absolute_url(),
                **texts_of(model),
            )
        )
    register(
        TranslatedKind(
            kind="fora.report",
            readable=lambda report: report.state == ReportState.PUBLISHED,
            public=lambda report: _is_public(report.space),
            confidential=lambda report: _is_confidential(report.space),
            **texts_of(FinalReport),
        )
    )
    register(
        TranslatedKind(
            kind="fora.proposal",
            readable=lambda proposal: proposal.state != ProposalState.WITHDRAWN,
            public=lambda proposal: proposal.state != ProposalState.WITHDRAWN,
            confidential=lambda proposal: False,
            country=lambda proposal: proposal.country_id,
            address=lambda proposal: "/",
            **texts_of(TopicProposal),
        )
    )


def _is_read(space: Space) -> bool:
    return space.state != SpaceState.PREPARATION


def _thread_is_read(thread: Thread) -> bool:
    return not thread.is_hidden and _is_read(thread.space)


def _is_public(space: Space) -> bool:
    """Revisers work on what everyone reads."""
    return space.is_public


def _is_confidential(space: Space) -> bool:
    """What is said in a private space stays with the engines of this house."""
    return space.access == Access.PRIVATE


def _render_and_index(posts: Sequence[Post]) -> None:
    """Translations were written or taken away: their HTML follows, then search."""
    for post in posts:
        html = {
            f"html_{code}": str(render(getattr(post, f"body_{code}") or "", by_public=True))
            for code in Language.values
            if code != post.source_language
        }
        changed = {name: value for name, value in html.items() if getattr(post, name) != value}
        if changed:
            Post.objects.unfiltered().filter(pk=post.pk).update(**changed)
            for name, value in changed.items():
                setattr(post, name, value)
    index_objects(POST, [post.pk for post in posts])

"""What of the fora can be moderated, where and how."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext_lazy as _

from network.models import User
from network.moderation.choices import Verb
from network.moderation.registry import ModeratedKind, register
from network.ui.markdown import excerpt

from ..choices import Access
from ..models import Post, Space, Thread
from ..rules import moderates
from .moderating import approve, hide, redact, reject, show
from .moving import hide_thread, lock, show_thread
from .notices import moderators_of


def register_moderated() -> None:
    """Posts and threads can be flagged and acted upon."""
    register(
        ModeratedKind(
            kind="fora.post",
            model=Post,
            verbose=_("post"),
            scope=lambda post: post.thread.space.key,
            scope_label=_space_label,
            visible=Post.objects.visible_to,
            author=lambda post: post.author,
            own=lambda user: Post.objects.unfiltered().filter(author=user).values("pk"),
            address=lambda post: post.get_absolute_url(),
            label=lambda post: str(post.thread),
            excerpt=lambda post: excerpt(post.original("body")),
            moderates=_moderates_post,
            moderators=lambda post: moderators_of(post.thread.space),
            is_private=lambda post: post.thread.space.access == Access.PRIVATE,
            verbs={
                Verb.APPROVE: lambda post, by, reason, text: approve(post=post, by=by, text=text),
                Verb.REJECT: _with_reason(reject, "post"),
                Verb.HIDE: _with_reason(hide, "post"),
                Verb.SHOW: lambda post, by, reason, text: show(post=post, by=by, text=text),
                Verb.REDACT: _with_reason(redact, "post"),
            },
            undo={Verb.HIDE: Verb.SHOW, Verb.REJECT: Verb.APPROVE},
        )
    )
    register(
        ModeratedKind(
            kind="fora.thread",
            model=Thread,
            verbose=_("thread"),
            scope=lambda thread: thread.space.key,
            scope_label=_space_label,
            visible=Thread.objects.visible_to,
            author=lambda thread: thread.starter,
            own=lambda user: Thread.objects.unfiltered().filter(starter=user).values("pk"),
            address=lambda thread: thread.get_absolute_url(),
            excerpt=str,
            moderates=lambda thread, user: thread.starter_id != user.pk and moderates(user, thread.space),
            moderators=lambda thread: moderators_of(thread.space),
            is_private=lambda thread: thread.space.access == Access.PRIVATE,
            verbs={
                Verb.HIDE: _with_reason(hide_thread, "thread"),
                Verb.SHOW: lambda thread, by, reason, text: show_thread(thread=thread, by=by, text=text),
                Verb.LOCK: lambda thread, by, reason, text: lock(thread=thread, by=by, text=text),
            },
            undo={Verb.HIDE: Verb.SHOW},
        )
    )


def _moderates_post(post: Post, user: User) -> bool:
    return post.author_id != user.pk and moderates(user, post.thread.space)


def _with_reason(service: Callable[..., Any], name: str) -> Callable[..., Any]:
    def act(record: Any, *, by: User, reason: str, text: str) -> Any:
        return service(**{name: record}, by=by, reason=reason, text=text)

    return act


def _space_label(scope: str) -> str:
    space = Space.objects.unfiltered().filter(pk=scope.removeprefix("fora.space:")).first()
    return str(space) if space else scope

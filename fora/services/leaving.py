"""When a person's account is erased: posts keep their place, nothing in the fora says who it was."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.db.models import F, Q, QuerySet

from network.choices import Language
from network.l10n.services.renaming import change_words
from network.models import User
from network.notifications.choices import Queue
from network.notifications.services import enqueue
from network.search.services import index_objects

from ..choices import PostState
from ..models import (
    FinalReport,
    Mention,
    Post,
    PostRevision,
    ReadSpace,
    ReadThread,
    Subscription,
    Thread,
)
from .drafts import throw_away
from .errors import ConflictError
from .following_text import BATCH, POST, show_later
from .locking import lock_post
from .mentions import without_name

NAMES = "fora.forget_name"


def _columns(*names: str) -> tuple[str, ...]:
    return tuple(f"{name}_{code}" for name in names for code in Language.values)


TEXTS, TITLES, OF_REPORTS = _columns("body", "html"), _columns("title"), _columns("title", "summary", "body")


def forget(person: User) -> None:
    """Drafts with their files, read marks, subscriptions and mentions go; a pseudonym stands for the name.

    What others wrote, and search, follow by the outbox. Call it in the transaction of the erasure.
    """
    for draft in (
        Post.objects.unfiltered().filter(author=person, state=PostState.DRAFT).order_by("thread", "pk")
    ):
        throw_away(lock_post(draft))
    for model in (ReadThread, ReadSpace, Subscription, Mention):
        model._default_manager.filter(user=person).delete()
    Post.objects.unfiltered().filter(author=person).update(author_name=person.full_name)
    Thread.objects.unfiltered().filter(starter=person).update(starter_name=person.full_name)
    FinalReport.objects.filter(written_by=person).update(writer_name=person.full_name)
    enqueue(
        task=NAMES, dedupe_key=f"{NAMES}:{person.pk}", args={"user": person.pk}, queue=Queue.BULK, kind=NAMES
    )


def forget_name(*, user_id: int) -> int:
    """Take the name out of what others wrote, titles and final reports included, and make search rows of the
    person's posts anew; gives how many posts of others named the person."""
    own = list(Post.objects.unfiltered().filter(author=user_id).order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(own), BATCH):
        index_objects(POST, own[start : start + BATCH])
    change = without_name(user_id)
    for key in _holding(Thread.objects.unfiltered(), TITLES, user_id):
        _rename_title(key, change)
    for key in _holding(FinalReport.objects.all(), OF_REPORTS, user_id):
        _rename_report(key, change)
    return sum(_rename(Post(pk=key), change) for key in _naming(user_id))


def _holding(rows: QuerySet, columns: tuple[str, ...], user_id: int) -> list[int]:
    """Those that may name the person."""
    written = Q()
    for column in columns:
        written |= Q(**{f"{column}__contains": f"-{user_id}"})
    return list(rows.filter(written).order_by("pk").values_list("pk", flat=True))


def _naming(user_id: int) -> list[int]:
    """Posts that may name the person, now or in an earlier revision; drafts have none."""
    revisions = PostRevision.objects.unfiltered().filter(text__contains=f"-{user_id}")
    drafts = Post.objects.unfiltered().filter(state=PostState.DRAFT)
    return sorted({*revisions.values_list("post", flat=True), *_holding(drafts, _columns("body"), user_id)})


@transaction.atomic
def _rename_title(key: int, change: Callable[[str], str]) -> None:
    """The thread's title; search rows of its posts, which bear it, are made anew."""
    row = Thread.objects.unfiltered().select_for_update(of=("self",)).get(pk=key)
    if _put(row, "fora.thread", TITLES, change):
        show_later(row)


@transaction.atomic
def _rename_report(key: int, change: Callable[[str], str]) -> None:
    """A report that was written on meanwhile is a newer one than its writer saw."""
    row = FinalReport.objects.select_for_update(of=("self",)).get(pk=key)
    if _put(row, "fora.report", OF_REPORTS, change):
        FinalReport.objects.filter(pk=key).update(revision=F("revision") + 1)


def _put(row: Any, kind: str, columns: tuple[str, ...], change: Callable[[str], str]) -> bool:
    """Change a locked row and its translations; whether anything of it changed."""
    texts = {name: change(getattr(row, name)) for name in columns}
    if all(text == getattr(row, name) for name, text in texts.items()):
        return False
    type(row)._base_manager.filter(pk=row.pk).update(**texts)
    change_words(kind, row.pk, change)
    return True


@transaction.atomic
def _rename(post: Post, change: Callable[[str], str]) -> bool:
    try:
        row = lock_post(post)
    except ConflictError:
        return False
    words = {name: change(getattr(row, name)) for name in TEXTS}
    changed = {name: text for name, text in words.items() if text != getattr(row, name)}
    for revision in PostRevision.objects.unfiltered().filter(post=row):
        text, html = change(revision.text), change(revision.html)
        if (text, html) != (revision.text, revision.html):
            PostRevision.objects.unfiltered().filter(pk=revision.pk).update(text=text, html=html)
            changed.setdefault("body_en", row.body_en)
    if not changed:
        return False
    Post.objects.unfiltered().filter(pk=row.pk).update(**changed)
    change_words("fora.post", row.pk, change)
    index_objects(POST, [row.pk])
    return True

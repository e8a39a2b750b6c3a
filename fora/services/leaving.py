"""When a person's account is erased: posts keep their place, nothing in the fora says who it was."""

from collections.abc import Callable

from django.db import transaction
from django.db.models import Q

from network.choices import Language
from network.l10n.services.renaming import change_words
from network.models import User
from network.notifications.choices import Queue
from network.notifications.services import enqueue
from network.search.services import index_objects

from ..choices import PostState
from ..models import Mention, Post, PostRevision, ReadSpace, ReadThread, Subscription, Thread
from .drafts import throw_away
from .errors import ConflictError
from .following_text import BATCH, POST
from .locking import lock_post
from .mentions import without_name

NAMES = "fora.forget_name"
TEXTS = tuple(f"{kind}_{code}" for kind in ("body", "html") for code in Language.values)


def forget(person: User) -> None:
    """Drafts with their files, read marks, subscriptions and mentions go; posts bear the pseudonym.

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
    enqueue(
        task=NAMES, dedupe_key=f"{NAMES}:{person.pk}", args={"user": person.pk}, queue=Queue.BULK, kind=NAMES
    )


def forget_name(*, user_id: int) -> int:
    """Take the name out of what others wrote, and make search rows of the person's posts anew; gives how many
    posts of others named the person."""
    own = list(Post.objects.unfiltered().filter(author=user_id).order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(own), BATCH):
        index_objects(POST, own[start : start + BATCH])
    change = without_name(user_id)
    return sum(_rename(Post(pk=key), change) for key in _naming(user_id))


def _naming(user_id: int) -> list[int]:
    """Posts that may name the person, now or in an earlier revision; drafts have none."""
    end = f"-{user_id}"
    revisions = PostRevision.objects.unfiltered().filter(text__contains=end).values_list("post", flat=True)
    written = Q()
    for code in Language.values:
        written |= Q(**{f"body_{code}__contains": end})
    drafts = Post.objects.unfiltered().filter(written, state=PostState.DRAFT).values_list("pk", flat=True)
    return sorted({*revisions, *drafts})


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

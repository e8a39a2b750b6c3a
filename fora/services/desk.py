"""What waits at the moderators' desk: posts to be approved, flagged ones, appeals; never the own words."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from django.db.models import Prefetch, Q, QuerySet

from network.models import User
from network.moderation.models import Appeal, Flag, ModerationAction, ModerationCase, Sanction
from network.moderation.querysets import moderates_everywhere, scopes_of
from network.moderation.registry import find_kind, kinds

from ..models import Post
from ..querysets import standing_of

POST, THREAD = "fora.post", "fora.thread"


class Waiting(NamedTuple):
    """How much waits for one moderator."""

    pending: int
    flagged: int
    appeals: int


def waiting_for(user: User) -> Waiting:
    """What this person can decide; three queries."""
    return Waiting(
        pending_posts(user).order_by().count(),
        open_cases(user).order_by().count(),
        waiting_appeals(user).order_by().count(),
    )


def pending_posts(user: User) -> QuerySet[Post]:
    """Posts of others that await approval in the spaces that the person moderates, oldest first."""
    posts = Post.objects.visible_to(user).pending().exclude(author=user)
    who = standing_of(user)
    return posts if who.everywhere else posts.filter(thread__space__in=who.moderated)


def open_cases(user: User) -> QuerySet[ModerationCase]:
    """Flagged posts and threads of others where the person moderates, oldest first."""
    return ModerationCase.objects.visible_to(user).open().filter(kind__in=[kind.kind for kind in kinds()])


def waiting_appeals(user: User) -> QuerySet[Appeal]:
    """Appeals of others against decisions of others, oldest first: those that the person may decide."""
    appeals = Appeal.objects.visible_to(user).waiting().exclude(by=user)
    return appeals.exclude(action__by=user).exclude(action__author=user)


def with_flags(cases: QuerySet[ModerationCase]) -> QuerySet[ModerationCase]:
    """Cases with their flags and who has them in hand."""
    flags = Flag.objects.open().select_related("reporter").order_by("made_at")
    open_flags = Prefetch("flags", queryset=flags, to_attr="open_flags")
    return cases.select_related("claimed_by").prefetch_related(open_flags)


def records_of(rows: Iterable[Any], user: User) -> dict[tuple[str, int], Any]:
    """What cases or actions are about, by kind and id, as far as the person may read it; a query per kind."""
    wanted: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        wanted[row.kind].add(row.object_id)
    found: dict[tuple[str, int], Any] = {}
    for name, ids in wanted.items():
        if name in (POST, THREAD):
            records = find_kind(name).visible(user).filter(pk__in=ids)
            related = "thread__space" if name == POST else "space"
            found |= {(name, record.pk): record for record in records.select_related(related)}
    return found


def log_of(user: User) -> QuerySet[ModerationAction]:
    """What was done where the person moderates, newest first."""
    return _in_scope(ModerationAction.objects.all(), user).select_related("by", "author").order_by("-pk")


def sanctions_of(user: User) -> QuerySet[Sanction]:
    """Sanctions where the person moderates, newest first."""
    rows = _in_scope(Sanction.objects.all(), user).select_related("user", "action__by", "lifted_by")
    return rows.order_by("-pk")


def _in_scope(rows: QuerySet[Any], user: User) -> QuerySet[Any]:
    return rows if moderates_everywhere(user) else rows.filter(scope__in=scopes_of(user))


def sanctions_on(author: User | None, scope: str, user: User) -> Sequence[Sanction]:
    """What keeps an author from writing now, as far as the moderator may know."""
    if author is None:
        return []
    return list(Sanction.objects.visible_to(user).on(author, scope).order_by("ends_at"))


def found_in_log(rows: QuerySet[ModerationAction], words: str) -> QuerySet[ModerationAction]:
    """Lines of the log whose explanation or people's names hold the words."""
    return rows.filter(
        Q(text__icontains=words) | Q(by__full_name__icontains=words) | Q(author__full_name__icontains=words)
    )

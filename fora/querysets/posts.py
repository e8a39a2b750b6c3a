"""Selections of posts, their revisions and what hangs on them."""

from typing import Any, Self

from django.apps import apps
from django.db.models import Q, QuerySet

from ..choices import PLACED, PostState
from .places import Place, prepared_places, read_places, with_readable
from .prepared import FIRST, LAST, THREAD
from .standing import readable_posts, readable_revisions, readable_spaces, standing_of


class PostQuerySet(QuerySet):
    """Selections of posts."""

    def visible_to(self, user: Any) -> Self:
        """Those whose text the person may read, by the state of space, thread and post."""
        return self.filter(readable_posts(user))

    def unfiltered(self) -> Self:
        """All, whoever asks: for services that have checked otherwise."""
        return self

    def published(self) -> Self:
        """Published, in threads that are not hidden; who reads them is the space's matter."""
        return self.filter(state=PostState.PUBLISHED, thread__is_hidden=False)

    def pending(self) -> Self:
        """Awaiting approval, in the order of submission."""
        return self.filter(state=PostState.PENDING).order_by("submitted_at", "id")

    def drafts_of(self, user: Any) -> Self:
        """A person's drafts in what they may still read."""
        return self.visible_to(user).filter(author=standing_of(user).user_id, state=PostState.DRAFT)

    def between(self, first: int, last: int) -> Self:
        """Those with numbers from `first` to `last`, both included, in order."""
        return self.filter(seq__gte=first, seq__lte=last).order_by("seq")

    def waiting_in(self, thread_id: int, user: Any) -> Self:
        """Without a number yet: the person's own and, for moderators, what awaits approval."""
        states = [PostState.PENDING, PostState.REJECTED]
        return (
            self.visible_to(user).filter(thread=thread_id, seq__isnull=True, state__in=states).order_by("pk")
        )

    def places(
        self, *, thread_id: int, first: int, last: int, user: Any, language: str, original: bool = False
    ) -> list[Place]:
        """A stretch of a thread with tombstones, as the person reads it; one query, see `read_places`.

        Whatever else is selected does not narrow it.
        Empty when the person may not read the space or the thread is hidden from them.
        """
        given, size = {THREAD: thread_id, FIRST: first, LAST: last}, max(1, last - first + 1)
        return prepared_places(_placed, user, given, language, size, original=original)

    def as_places(self, user: Any, language: str, *, original: bool = False) -> list[Place]:
        """The selected ones that the person may read, in their language."""
        return read_places(self.visible_to(user), user, language, original=original)


def _placed(user: Any, size: int) -> QuerySet:
    """By the index of numbers, whatever the database thinks of how many low numbers there are: most threads
    are short, so it would expect thousands of the first fifty posts of a long one and read all posts."""
    Post = apps.get_model("fora", "Post")  # models import this module

    open_to = readable_spaces(user, "thread__space__") & _thread_open(user)
    posts = Post.objects.filter(open_to, thread=THREAD, state__in=PLACED).between(FIRST, LAST)
    return with_readable(posts, user).order_by("seq")[:size]


def _thread_open(user: Any) -> Q:
    """A hidden thread shows all to its moderators, to who began it the own posts, to others nothing."""
    who = standing_of(user)
    if who.everywhere:
        return Q()
    allowed = Q(thread__is_hidden=False) | Q(thread__space__in=sorted(who.moderated))
    return allowed if who.user_id is None else allowed | Q(thread__starter=who.user_id, author=who.user_id)


class RevisionQuerySet(QuerySet):
    """Selections of revisions."""

    def visible_to(self, user: Any) -> Self:
        """Those that were published, of posts that the person may read; to author and moderators more."""
        return self.filter(readable_revisions(user))

    def unfiltered(self) -> Self:
        """All, whoever asks: for services that have checked otherwise."""
        return self


class OfPostQuerySet(QuerySet):
    """Selections of what hangs on a post; visible where the post is."""

    def visible_to(self, user: Any) -> Self:
        """Those of posts that the person may read."""
        return self.filter(readable_posts(user, "post__"))

    def unfiltered(self) -> Self:
        """All, whoever asks: for services that have checked otherwise."""
        return self


class QuoteQuerySet(OfPostQuerySet):
    """Selections of quotes."""

    def visible_to(self, user: Any) -> Self:
        """Where both the quoting post and the quoted revision may be read."""
        return super().visible_to(user).filter(readable_revisions(user, "revision__"))


class PostMoveQuerySet(QuerySet):
    """Selections of moves."""

    def visible_to(self, user: Any) -> Self:
        """Those of posts that the person may read, in spaces that they may read."""
        return self.filter(readable_posts(user, "post__") & readable_spaces(user, "thread__space__"))

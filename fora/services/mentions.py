"""People named in a post: "@ana-lucia-morales-12", a name and a number that translation leaves alone."""

import re
from collections.abc import Callable

from django.utils.text import slugify

from network.models import User

from ..models import Mention, Post

MOST_MENTIONS = 20
_HANDLE = re.compile(r"(?<![\w/.@-])@([a-z][a-z0-9-]{0,160}?)-(\d{1,18})(?![\w-])", re.ASCII)


def handle_of(user: User) -> str:
    """How the person is named in posts."""
    return f"@{slugify(user.full_name) or 'n'}-{user.pk}"


def without_name(user_id: int) -> Callable[[str], str]:
    """Puts letters that mean nothing in the place of a person's name wherever a text names them.

    As many as the name had: quotes and citations name a passage by its place in the text.
    """

    def replaced(found: re.Match[str]) -> str:
        name, number = found.groups()
        return f"@{'n' * len(name)}-{number}" if int(number) == user_id else found[0]

    return lambda text: _HANDLE.sub(replaced, text) if text else text


def keep_mentions(post: Post, *, is_new: bool = False) -> None:
    """Bring the post's mentions in line with its text; nobody is told by this. `is_new`: it has none yet."""
    people = mentioned_in(post.original("body"))
    if not is_new:
        Mention.objects.unfiltered().filter(post=post).exclude(user__in=people).delete()
    Mention.objects.bulk_create(
        (Mention(post=post, user=person) for person in people if person.pk != post.author_id),
        ignore_conflicts=True,
    )


def mentioned_in(text: str) -> list[User]:
    """The people whose handles stand in a text, name and number fitting; at most MOST_MENTIONS."""
    named = {int(number): f"@{name}-{number}" for name, number in _HANDLE.findall(text)}
    wanted = list(named)[:MOST_MENTIONS]
    found = User.objects.filter(pk__in=wanted, is_active=True) if wanted else []
    return [person for person in found if handle_of(person) == named[person.pk]]

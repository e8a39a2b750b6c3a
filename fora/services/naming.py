"""Whom somebody may mean who types "@" in a post."""

import unicodedata
from typing import Any

from django.db.models import Exists, Func, OuterRef, Q, TextField, Value
from django.db.models.functions import Lower

from network.models import User

from ..models import Post, Space, SpaceGrant
from .notices import readers_of

SUGGESTED = 8
LONGEST_NAME = 60  # characters that are looked at
_ACCENTED, _PLAIN = "áàâãäåéèêëíìîïóòôõöúùûüçñ", "aaaaaaeeeeiiiiooooouuuucn"


def people_to_name(*, space: Space, user: Any, typed: str) -> list[User]:
    """People of whose names one begins as typed, at most SUGGESTED; one query.

    Of those who may read the space, only who has shown themselves there: by a published post that the asker
    may read, or by a place in the space that the asker may know of.
    """
    words = _folded(typed)
    if not words:
        return []
    posts = Post.objects.visible_to(user).published().filter(author=OuterRef("pk"), thread__space=space)
    places = SpaceGrant.objects.visible_to(user).in_force().filter(space=space, user=OuterRef("pk"))
    name = Func(
        Lower("full_name"),
        Value(_ACCENTED),
        Value(_PLAIN),
        function="translate",
        output_field=TextField(),
    )
    people = readers_of(space).alias(folded=name).exclude(pk=user.pk)
    named = people.filter(Q(folded__startswith=words) | Q(folded__contains=f" {words}"))
    return list(named.filter(Exists(posts) | Exists(places)).order_by("full_name", "pk")[:SUGGESTED])


def _folded(typed: str) -> str:
    """As names are compared: without accents and signs."""
    plain = unicodedata.normalize("NFKD", typed[:LONGEST_NAME]).encode("ascii", "ignore").decode().lower()
    return " ".join("".join(each if each.isalnum() or each in "'-" else " " for each in plain).split())

"""What a person follows: saved, changed, paused, deleted. How to be told is a preference for mails."""

from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Exists
from django.utils.translation import gettext as _

from network.models import User
from network.notifications.choices import Frequency
from network.notifications.models import Preference
from network.notifications.services import set_frequency
from network.search.filters import ListFilter
from network.search.services.rows import VERSION

from ..models import Interest
from ..registry import Followed
from .subjects import facets_of_subject, is_there


class TooManyError(ValidationError):
    """The person follows as much as one person may."""

    def __init__(self) -> None:
        super().__init__(
            _("You follow %(most)s things already. Delete one that you no longer need first.")
            % {"most": settings.INTERESTS_PER_PERSON}
        )


@transaction.atomic
def save_search(
    *, by: User, followed: Followed, asked: ListFilter, name: str, frequency: Frequency | None = None
) -> Interest:
    """Keep the search of a list as it stands; one that the person has already only gets the new name.

    `frequency` None is what the settings for mails say. Raises PermissionDenied for a visitor,
    ValidationError for words of which nothing is looked for, TooManyError.
    """
    words, query = _words_of(asked)
    must, either = _facets_of(asked)
    _take_turn(by)
    found = Interest.objects.filter(user=by, subject="", kind=followed.kind, query=query).first()
    if found is None:
        _check_room(by)
        found = Interest(user=by, kind=followed.kind, query=query)
    found.name, found.words = name.strip()[:120], words
    found.words_query, found.words_rules = (asked.wanted.asked.query, VERSION) if words else ("", VERSION)  # type: ignore[union-attr]
    found.must, found.either = must, either
    found.save()
    _wish(found, frequency)
    return found


@transaction.atomic
def follow(*, by: User, subject: str) -> Interest:
    """Follow a state, a topic or a record; twice is once.

    Raises PermissionDenied for a visitor and for what the person may not know of, TooManyError.
    """
    _take_turn(by)
    found = Interest.objects.filter(user=by, subject=subject).exclude(subject="").first()
    if found is not None:
        return found
    if not is_there(subject, by):
        raise PermissionDenied
    _check_room(by)
    facets = facets_of_subject(subject)
    return Interest.objects.create(user=by, subject=subject, must=facets, finds=bool(facets))


@transaction.atomic
def unfollow(*, by: User, subject: str) -> None:
    """Follow it no more; once and twice is the same."""
    for interest in Interest.objects.visible_to(by).exclude(subject="").filter(subject=subject):
        delete(interest=interest, by=by)


@transaction.atomic
def change(
    *, interest: Interest, by: User, name: str, frequency: Frequency | None, is_paused: bool
) -> Interest:
    """Rename, pause, or be told at other times. Raises PermissionDenied for another person's."""
    row = Interest.objects.select_for_update().filter(pk=interest.pk, user=by.pk).first()
    if row is None:
        raise PermissionDenied
    row.name, row.is_paused = name.strip()[:120], is_paused
    row.save(update_fields=["name", "is_paused"])
    _wish(row, frequency)
    return row


@transaction.atomic
def delete(*, interest: Interest, by: User) -> None:
    """Forget it with what was found for it; mails that wait for it go no more. Raises PermissionDenied."""
    if interest.user_id != by.pk:
        raise PermissionDenied
    Preference.objects.filter(user=by, **_about(interest)).delete()
    Interest.objects.filter(pk=interest.pk).delete()


def follows(user: Any, subject: str) -> bool:
    """Whether the person follows it; one query, none for a visitor."""
    return bool(user.is_authenticated) and Interest.objects.filter(user=user, subject=subject).exists()


def followed_by(person: int, subject: Any) -> Exists:
    """To annotate records with: whether a person (0: a visitor) follows what an expression names."""
    return Exists(Interest.objects.filter(user=person, subject=subject))


def wish_of(interest: Interest) -> Frequency | None:
    """How the person wants to hear of it; None when as the settings for mails say."""
    said = Preference.objects.filter(user=interest.user_id, verb="", **_about(interest))
    wish = said.values_list("frequency", flat=True).first()
    return Frequency(wish) if wish else None


def _words_of(asked: ListFilter) -> tuple[str, str]:
    """The words that are looked for, corrected where they are mistyped, and the query of the address."""
    if not asked.words:
        return "", asked.query(sort="").removeprefix("?")
    results = asked.results
    if not asked.wanted.asked or results is None:
        raise ValidationError(_("Write at least one word that is to be found, not only words that are not."))
    if results.correction:
        corrected = type(asked)(
            _with_words(asked, results.correction), user=asked.wanted.user, language=asked.language
        )
        asked.words, asked.wanted = corrected.words, corrected.wanted
    return asked.words, asked.query(sort="").removeprefix("?")


def _with_words(asked: ListFilter, words: str) -> Any:
    from django.http import QueryDict

    data = QueryDict(asked.query(sort="").removeprefix("?"), mutable=True)
    data["q"] = words
    return data


def _facets_of(asked: ListFilter) -> tuple[list[str], list[list[str]]]:
    """Facets that a record must carry, and lists of which it must carry one."""
    must: list[str] = []
    either: list[list[str]] = []
    for choice in asked.wanted.choices:
        if choice.all_of or len(choice.values) == 1:
            must += choice.facets
        else:
            either.append(choice.facets)
    return must, either


def _take_turn(by: User) -> None:
    """One of a person's changes after the other, so that the limit and the search itself are counted once."""
    if not by.is_authenticated:
        raise PermissionDenied
    User.objects.select_for_update().get(pk=by.pk)


def _check_room(by: User) -> None:
    if Interest.objects.filter(user=by).count() >= settings.INTERESTS_PER_PERSON:
        raise TooManyError


def _about(interest: Interest) -> dict[str, Any]:
    return {"about_type": ContentType.objects.get_for_model(Interest), "about_id": str(interest.pk)}


def _wish(interest: Interest, frequency: Frequency | None) -> None:
    set_frequency(user=interest.user, frequency=frequency, **_about(interest))

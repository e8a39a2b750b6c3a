"""What the translation room tells people."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from network.notifications.kinds import Category, Frequency, Kind, Matter, register

from ..models import Suggestion, Translation
from ..registry import find_kind


def register_news() -> None:
    """Make the room's kinds of news known."""
    register(
        Kind(
            verb="l10n.suggested",
            category=Category.TASKS,
            label=_("A reader suggests a better translation"),
            subject=_("A better translation is suggested: %(title)s"),
            line=_("A reader suggests a better translation in “%(title)s”."),
            text=_(
                "A reader suggests a better translation of a text in “%(title)s”.\n\n"
                "It waits at the translation desk: you decide whether it takes the place of the present one."
            ),
            action=_("Look at it"),
            values=_title,
            link=_address,
            may_see=_may_see,
            default=Frequency.DAILY,
        )
    )


def record_of(translation: Translation) -> Any:
    """The record whose text it is; None when it is gone."""
    return find_kind(translation.kind).model._base_manager.filter(pk=translation.object_key).first()


def _title(matter: Matter) -> dict[str, Any]:
    translation = matter.about.translation
    record = record_of(translation)
    return {"title": find_kind(translation.kind).label(record) if record is not None else ""}


def _address(about: Suggestion) -> str:
    record = record_of(about.translation)
    return find_kind(about.translation.kind).address(record) if record is not None else "/"


def _may_see(about: Suggestion, user: Any) -> bool:
    return Suggestion.objects.visible_to(user).filter(pk=about.pk).exists()

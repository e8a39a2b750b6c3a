"""What people are told about imports that took longer than one waits for."""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.notifications.kinds import Category, Kind, Matter, Words, register
from network.notifications.services import notify

from ..choices import Origin, Outcome
from ..models import Import

WAITED_FOR = timedelta(seconds=60)
WORDS = Words(
    Category.TASKS,
    _("An import of mine is finished"),
    _("Taken over: %(name)s"),
    _("“%(name)s” is taken over: new or changed %(made)s, left out %(refused)s."),
    _(
        "The portal has taken over “%(name)s”. New or changed entries: %(made)s; rows left out: %(refused)s."
        " The page of the import says why."
    ),
    _("See the import"),
)


def tell_done(batch: Import) -> None:
    """Tell who handed it in, if that was more than a moment ago."""
    waited = batch.accepted_at and timezone.now() - batch.accepted_at > WAITED_FOR
    if batch.origin == Origin.FILE and batch.by is not None and waited:
        notify("imports.done", about=batch, to=[batch.by], once=f"imports.done:{batch.pk}")


def _values(matter: Matter) -> dict[str, Any]:
    rows = matter.about.rows
    return {
        "name": matter.about.file_name,
        "made": rows.filter(outcome__in=[Outcome.MADE, Outcome.CHANGED]).count(),
        "refused": rows.filter(outcome=Outcome.REFUSED).count(),
    }


def register_news() -> None:
    """Make this kind of news known."""
    register(Kind(verb="imports.done", **WORDS._asdict(), values=_values))

"""Kinds of news for the tests, and short words for telling and running."""

import pytest
from django.utils import timezone

from network.models import User
from network.notifications.kinds import Category, Kind, register
from network.notifications.models import Notification, OutboxEntry
from network.notifications.services import notify, run_entry
from practices.models import Practice
from tests.l10n.jobs.engines import FakeEngine, use_engines

TOLD, BROKEN, PRIVATE = "tests.told", "tests.broken", "tests.private"


def _fail(matter: object) -> dict[str, str]:
    raise KeyError("title")


def _kind(verb: str, **options: object) -> Kind:
    words = {
        "label": "Tests",
        "subject": "News of %(title)s",
        "line": "Something happened to %(title)s.",
        "text": "Something happened to %(title)s.\n\nIt may happen again.",
        "action": "Look at it",
        "values": lambda matter: {"title": str(matter.about)},
    }
    return Kind(verb=verb, category=Category.PRACTICES, **words | options)


register(_kind(TOLD))
register(_kind(BROKEN, values=_fail))
register(_kind(PRIVATE, is_private=lambda about: True))


def news(person: User, about: Practice | None = None, verb: str = TOLD) -> Notification:
    """Tell one person something."""
    notify(verb, about=about or Practice.objects.first() or person, to=[person])
    return Notification.objects.filter(recipient=person).latest("pk")


def told(person: User) -> int:
    """How much a person has been told."""
    return Notification.objects.filter(recipient=person).count()


def run_all(rounds: int = 3) -> None:
    """Do all work that is due, also what it promises in turn; an engine that is quick translates."""
    with pytest.MonkeyPatch.context() as patch:
        use_engines(patch, FakeEngine("apertium"))
        for _round in range(rounds):
            due = OutboxEntry.objects.waiting().filter(next_at__lte=timezone.now()).order_by("pk")
            for pk in list(due.values_list("pk", flat=True)):
                run_entry(entry_id=pk)

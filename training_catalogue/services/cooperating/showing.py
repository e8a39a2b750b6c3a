"""Cooperations as pages of the Network show them: those that have ended, which are everybody's to read."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from network.models import MemberState
from network.querysets.written import Written

from ...models import Cooperation

SHOWN = 10


def completed_in_state(state: MemberState) -> list[Cooperation]:
    """The latest completed cooperations of a member state, on either side, each with its report."""
    return _COMPLETED.records(state.pk)


def _completed(iso2: str) -> QuerySet:
    done = Cooperation.objects.visible_to(AnonymousUser()).of_state(iso2).completed()
    return done.for_list().select_related("report").order_by("-completed_at", "-pk")[:SHOWN]


_COMPLETED = Written(_completed, str)

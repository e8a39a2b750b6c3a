"""Where news of moderation lead to."""

from typing import Any

from django.urls import reverse

from network.moderation.registry import Desk

from .queue import NAMES


def desk() -> Desk:
    """The pages of cases, decisions and appeals."""
    return Desk(case=_case, decision=_decision, appeal=_appeal)


def _case(case: Any) -> str:
    name = NAMES.get(case.kind)
    return reverse("fora:desk_item", args=[name, case.object_id]) if name else reverse("fora:desk")


def _decision(action: Any) -> str:
    return reverse("fora:decision", args=[action.pk])


def _appeal(appeal: Any) -> str:
    return reverse("fora:desk_appeal", args=[appeal.pk])

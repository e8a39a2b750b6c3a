"""What a line of the bank, or an agreement, already says for the form of an entry."""

from typing import Any

from django.http import Http404, HttpRequest

from ...filters import whole
from ...forms.fields import Money
from ...models import Agreement, BankLine


def prefilled(request: HttpRequest) -> dict[str, Any]:
    """By `line` or `agreement` in the address; {} without one, 404 for one that is not there."""
    number = whole(request.GET.get("line"))
    if number is None:
        return _of_agreement(request)
    lines = BankLine.objects.visible_to(request.user).select_related("file__currency")
    found = lines.filter(pk=number).first()
    if found is None:
        raise Http404
    return {
        "event_on": found.booked_on,
        "amount": Money(abs(found.amount), found.file.currency),
        "description": found.text,
    }


def _of_agreement(request: HttpRequest) -> dict[str, Any]:
    number = whole(request.GET.get("agreement"))
    if number is None:
        return {}
    found = Agreement.objects.filter(pk=number).first()
    if found is None:
        raise Http404
    return {"agreement": found, "donor": found.donor_id, "contribution_kind": found.kind}

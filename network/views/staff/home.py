"""The staff's first page: what waits, and where everything is."""

from typing import Any

from django.http import HttpRequest
from django.views.generic import TemplateView

from ...choices import HandOverState, RequestState
from ...models import HandOver, Organization, RegistrationRequest
from ...rules import is_staff_manager
from ..acting import StaffMixin


class StaffHome(StaffMixin, TemplateView):
    """Counts of what waits; links to the other pages."""

    template_name = "network/staff/home.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What waits."""
        return super().get_context_data(**waiting_counts(), **kwargs)


def waiting_counts() -> dict[str, int]:
    """Registrations and hand-overs to decide on, organizations to verify."""
    return {
        "registrations": RegistrationRequest.objects.filter(state=RequestState.PENDING).count(),
        "hand_overs": HandOver.objects.filter(state=HandOverState.PENDING).count(),
        "unverified": Organization.objects.filter(is_verified=False).count(),
    }


def waiting(request: HttpRequest) -> dict[str, Any] | None:
    """What waits for the person (slot "me.waiting"): decisions of staff managers, roles to confirm."""
    due = [grant for grant in request.user.grants if grant.is_attestation_due]
    counts = waiting_counts() if is_staff_manager(request.user) else {}
    if not due and not counts.get("registrations") and not counts.get("hand_overs"):
        return None
    return {"due": due, **counts}

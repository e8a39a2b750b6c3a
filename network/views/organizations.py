"""The directory of organizations, and a page each."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.generic import ListView

from ..choices import OrganizationKind
from ..models import Organization
from ..rules import is_staff_manager


class OrganizationList(ListView):
    """Verified organizations by name; filters are part of the address."""

    template_name = "network/organizations/list.html"
    context_object_name = "organizations"
    paginate_by = 50

    def get_queryset(self) -> Any:
        """Of a kind (`kind`), with words in the name (`q`)."""
        found = Organization.objects.visible_to(self.request.user).select_related("state")
        self.kind, self.q = self.request.GET.get("kind", ""), self.request.GET.get("q", "").strip()[:200]
        if self.kind in OrganizationKind.values:
            found = found.filter(kind=self.kind)
        if self.q:
            found = found.filter(name__icontains=self.q.replace("\x00", ""))
        return found.order_by("name", "pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The kinds to choose from, and which is on."""
        return super().get_context_data(kinds=OrganizationKind.choices, kind=self.kind, q=self.q, **kwargs)


@require_safe
def organization_page(request: HttpRequest, pk: int) -> HttpResponse:
    """What is public of one organization; its people are not listed."""
    found = Organization.objects.visible_to(request.user).select_related("state")
    context = {
        "organization": get_object_or_404(found, pk=pk),
        "may_manage": is_staff_manager(request.user),
        "crumbs": [(_("Organizations"), reverse("network:organizations"))],
    }
    return render(request, "network/organizations/page.html", context)

"""The Fund on pages of the Network, and for search engines."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from network.models import MemberState
from network.ui import sitemaps, slots
from network.ui.sitemaps import LanguageSitemap

from ..models import Project
from ..services.showing.states import gifts_of, projects_in

PAGES = ("overview", "entries", "verify")


def register_slots() -> None:
    """Take the Fund's places."""
    slots.register("state.sections", template="fund/slots/state.html", context=of_state, order=40)
    sitemaps.register("fund", FundSitemap)
    sitemaps.register("fund-projects", ProjectSitemap)


def of_state(request: HttpRequest, state: MemberState) -> dict[str, Any] | None:
    """What the state gave, and projects there; None when there is neither."""
    gifts, projects = gifts_of(state), projects_in(state)
    return {"gifts": gifts, "projects": projects} if gifts or projects else None


class FundSitemap(LanguageSitemap):
    """The Fund's own pages; single entries are found from them."""

    def items(self) -> list[str]:
        """Their names."""
        return list(PAGES)

    def location(self, item: str) -> str:
        """The address in the active language."""
        return reverse(f"fund:{item}")


class ProjectSitemap(LanguageSitemap):
    """Projects that the Fund supports."""

    def items(self) -> Any:
        """By identifier."""
        return Project.objects.only("identifier").order_by("identifier")

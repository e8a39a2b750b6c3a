"""For search engines: what they may fetch, and where everything public is."""

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.contrib.sitemaps import views
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import cache_control, cache_page
from django.views.decorators.http import require_safe

from ..models import MemberState, Organization, Topic
from ..ui import languages, sitemaps
from ..ui.addresses import absolute
from ..ui.sitemaps import LanguageSitemap

HOUR = 3600
PAGES = ("home", "states", "topics", "organizations", "about", "help", "privacy", "accessibility", "data")
#: Below each language. What is personal asks for signing in and needs no word here: drafts, settings, /me/.
CLOSED = ("accounts/", "staff/", "practices/desk/", "invitations/", "addresses/", "hand-overs/", "search/")
OPEN = ("accounts/login/$",)  # longer than what closes it, so it wins (RFC 9309)


@require_safe
@cache_control(public=True, max_age=HOUR)
def robots(request: HttpRequest) -> HttpResponse:
    """Public pages are open to every program; pages about persons and doors for one's own hand are not."""
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /demonstration/"]
    for code in languages.NAMES:
        lines += [f"Disallow: /{code}/{path}" for path in CLOSED]
        lines += [f"Allow: /{code}/{path}" for path in OPEN]
    lines += ["", f"Sitemap: {absolute(reverse('sitemap'))}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
@cache_page(HOUR, key_prefix="sitemap")
def index(request: HttpRequest) -> HttpResponse:
    """The parts of the site map."""
    return views.index(request, sitemaps.parts(), sitemap_url_name="sitemap-part")


@require_safe
@cache_page(HOUR, key_prefix="sitemap")
def part(request: HttpRequest, section: str) -> HttpResponse:
    """One file of one part: addresses in four languages, each with its translations."""
    return views.sitemap(request, sitemaps.parts(), section=section)


class PageSitemap(LanguageSitemap):
    """Pages that there is one of."""

    def items(self) -> list[str]:
        """Their names."""
        return list(PAGES)

    def location(self, item: str) -> str:
        """The address in the active language."""
        return reverse(f"network:{item}")


class StateSitemap(LanguageSitemap):
    """Member states."""

    def items(self) -> Any:
        """By code."""
        return MemberState.objects.visible_to(AnonymousUser()).order_by("pk")


class TopicSitemap(LanguageSitemap):
    """Topics and their groups."""

    def items(self) -> Any:
        """By name in the address."""
        return Topic.objects.visible_to(AnonymousUser()).order_by("pk")


class OrganizationSitemap(LanguageSitemap):
    """Organizations of the directory."""

    def items(self) -> Any:
        """In the order in which they came."""
        return Organization.objects.visible_to(AnonymousUser()).only("pk").order_by("pk")

    def location(self, item: Organization) -> str:
        """The address in the active language."""
        return reverse("network:organization", kwargs={"pk": item.pk})


def register_sitemaps() -> None:
    """The Network's own parts."""
    sitemaps.register("pages", PageSitemap)
    sitemaps.register("states", StateSitemap)
    sitemaps.register("topics", TopicSitemap)
    sitemaps.register("organizations", OrganizationSitemap)

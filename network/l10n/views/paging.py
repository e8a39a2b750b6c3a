"""Links to the pages of a list of tools."""

from typing import Any

from django.core.paginator import Page
from django.http import HttpRequest
from django.utils.translation import gettext as _

from network.ui import numbers


def page_links(request: HttpRequest, page: Page) -> dict[str, Any]:
    """Variables of components/pages.html."""
    return {
        "previous_url": _url(request, page.number - 1) if page.has_previous() else "",
        "next_url": _url(request, page.number + 1) if page.has_next() else "",
        "shown": _("%(first)s to %(last)s of %(count)s")
        % {
            "first": numbers.number(page.start_index()),
            "last": numbers.number(page.end_index()),
            "count": numbers.number(page.paginator.count),
        },
    }


def _url(request: HttpRequest, number: int) -> str:
    query = request.GET.copy()
    query["page"] = str(number)
    return f"?{query.urlencode()}"

"""The entries: the list with its filters, and each entry with its legs and its place in the chain."""

from typing import Any

from django.db.models import F, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from network.ui import languages
from network.ui.sharing import shared

from ..filters import EntryFilter
from ..models import Entry, LedgerHead
from ..services.showing.chain import links
from ..services.showing.choosing import choices
from ..services.showing.kept import OF_ACCOUNTS, kept, with_versions
from ..services.showing.lines import amounts_of, entry_rows


@require_safe
@shared
def entry_list(request: HttpRequest) -> HttpResponse:
    """Posted entries, newest first."""
    asked = EntryFilter(request.GET)
    rows, newer, older = asked.page()
    context = {
        "asked": asked,
        "lines": entry_rows(rows),
        "previous_url": newer,
        "next_url": older,
        "choices": choices(asked),
        "query": asked.query(),
        "crumbs": [(_("Fund"), reverse("fund:overview"))],
    }
    return render(request, "fund/entries.html", context)


@require_safe
@shared
def entry_detail(request: HttpRequest, number: int) -> HttpResponse:
    """One entry: what it says, its legs, what it reverses, its hash and the one before."""
    found = Entry.objects.select_related("donor", "project", "agreement", "period").annotate(
        reversed_in=F("reversed_by__number"), head=Subquery(LedgerHead.objects.values("number"))
    )
    entry = with_versions(found, OF_ACCOUNTS).filter(pk=number).order_by().first() if number < 2**63 else None
    if entry is None:
        raise Http404
    context = {
        "entry": entry,
        "legs": kept("legs", (entry.fingerprint, entry.versions), lambda: _legs(entry)),
        "project": entry.project.passage("title") if entry.project else None,
        "link": links([number])[0],
        "previous": bytes(entry.prev_hash).hex(),
        "head": entry.head,
        "reads_original": entry.language != languages.active(),
        "crumbs": [(_("Fund"), reverse("fund:overview")), (_("Entries"), reverse("fund:entries"))],
    }
    return render(request, "fund/entry.html", context)


def _legs(entry: Entry) -> dict[str, Any]:
    """The table of the legs, and what lists say of their amounts."""
    legs = entry.legs.select_related("account__currency", "account__donor", "account__project").order_by("n")
    html = render_to_string("fund/_legs.html", {"legs": [_leg(leg) for leg in legs]})
    return {"html": html, "amounts": amounts_of(legs)}


def _leg(leg: Any) -> dict[str, Any]:
    """A leg with its account in words and the filter that leads to the account's entries."""
    account = leg.account
    project = account.project.passage("title") if account.project else None
    return {
        "leg": leg,
        "account": account,
        "project": project,
        "debit": leg.amount if leg.amount > 0 else None,
        "credit": -leg.amount if leg.amount < 0 else None,
        "exponent": account.currency.exponent,
    }

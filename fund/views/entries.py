"""The entries: the list with its filters, and each entry with its legs and its place in the chain."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from network.ui import languages
from network.ui.sharing import shared

from ..choices import AccountRole, EntryKind
from ..filters import EntryFilter
from ..models import Donor, Entry, LedgerHead, Period, Project
from ..services.showing.chain import links
from ..services.showing.figures import FIGURES, label_of
from ..services.showing.lines import amounts_of, entry_lines


@require_safe
@shared
def entry_list(request: HttpRequest) -> HttpResponse:
    """Posted entries, newest first."""
    asked = EntryFilter(request.GET)
    rows, newer, older = asked.page()
    years = sorted({period.starts_on.year for period in Period.objects.all()}, reverse=True)
    projects = [(each, each.passage("title")) for each in Project.objects.all()]
    context = {
        "asked": asked,
        "lines": entry_lines(rows),
        "previous_url": newer,
        "next_url": older,
        "kinds": EntryKind.choices,
        "accounts": [(name, label_of(name)) for name in (*FIGURES, *AccountRole.values)],
        "donors": Donor.objects.values_list("pk", "name", "name_language"),
        "projects": [(each.identifier, title, title.language) for each, title in projects],
        "years": [(year, year) for year in years],
        "query": asked.query(),
        "crumbs": [(_("Fund"), reverse("fund:overview"))],
    }
    return render(request, "fund/entries.html", context)


@require_safe
@shared
def entry_detail(request: HttpRequest, number: int) -> HttpResponse:
    """One entry: what it says, its legs, what it reverses, its hash and the one before."""
    found = Entry.objects.select_related("donor", "project", "agreement", "reverses", "reversed_by", "period")
    entry = found.filter(pk=number).first() if number < 2**63 else None
    if entry is None:
        raise Http404
    legs = list(
        entry.legs.select_related(
            "account__currency", "account__donor", "account__project", "account__agreement"
        ).order_by("n")
    )
    context = {
        "entry": entry,
        "legs": [_leg(leg) for leg in legs],
        "amounts": amounts_of(legs),
        "project": entry.project.passage("title") if entry.project else None,
        "link": links([number])[0],
        "previous": bytes(entry.prev_hash).hex(),
        "head": LedgerHead.objects.get().number,
        "reads_original": entry.language != languages.active(),
        "crumbs": [(_("Fund"), reverse("fund:overview")), (_("Entries"), reverse("fund:entries"))],
    }
    return render(request, "fund/entry.html", context)


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

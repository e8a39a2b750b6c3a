"""Periods: which are open, and what approvers and auditors do with them."""

import datetime as dt
from typing import Any

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from network.views.guarding import only

from ... import rules
from ...choices import DraftState
from ...forms import CertificationForm, PeriodForm
from ...models import DraftEntry, Entry, Period
from ...services.errors import LedgerError
from ...services.periods import certify_period, close_period, open_period
from .recording import crumbs


@require_safe
@only("fund.desk")
def periods(request: HttpRequest) -> HttpResponse:
    """All periods, the latest first."""
    return _page(request)


@require_POST
@only("fund.approve")
def open_next(request: HttpRequest) -> HttpResponse:
    """Open a period."""
    form = PeriodForm(request.POST)
    if form.is_valid():
        try:
            open_period(**form.cleaned_data, by=request.user)
        except LedgerError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The period is open."))
            return redirect("fund:desk_periods")
    return _page(request, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@only("fund.approve")
@reauthentication_required
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what closing means for this period, then close it."""
    period = get_object_or_404(Period, pk=pk)
    error = None
    if request.method == "POST":
        try:
            close_period(period=period, by=request.user)
        except LedgerError as refused:
            error = refused
        else:
            messages.success(request, _("The period is closed. What comes late goes to the next open one."))
            return redirect("fund:desk_periods")
    waiting = DraftEntry.objects.filter(
        state__in=[DraftState.SUBMITTED, DraftState.DRAFT, DraftState.RETURNED],
        event_on__gte=period.starts_on,
        event_on__lte=period.ends_on,
    )
    context = {
        "period": period,
        "entries": Entry.objects.filter(period=period).count(),
        "waiting": waiting.count(),
        "error": error,
        "has_errors": bool(error),
        "here": "periods",
        "crumbs": crumbs((_("Periods"), reverse("fund:desk_periods"))),
    }
    return render(request, "fund/desk/close.html", context, status=422 if error else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@only("fund.audit")
def certify(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark the figures of a closed period as certified, naming by whom."""
    period = get_object_or_404(Period, pk=pk)
    form = CertificationForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            certify_period(period=period, by=request.user, certified_by=form.cleaned_data["certified_by"])
        except LedgerError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The figures of the period are certified."))
            return redirect("fund:desk_periods")
    context = {
        "period": period,
        "form": form,
        "here": "periods",
        "crumbs": crumbs((_("Periods"), reverse("fund:desk_periods"))),
    }
    return render(request, "fund/desk/certify.html", context, status=422 if form.is_bound else 200)


def _page(request: HttpRequest, form: PeriodForm | None = None) -> HttpResponse:
    found = list(Period.objects.annotate(entry_count=Count("entries")).order_by("-starts_on"))
    first_open = next((each.pk for each in reversed(found) if each.is_open), None)
    user: Any = request.user
    context = {
        "periods": found,
        "first_open": first_open,
        "form": form or PeriodForm(initial=_next(found)),
        "may_close": rules.is_fund_approver(user),
        "may_certify": rules.is_auditor(user),
        "here": "periods",
        "crumbs": crumbs(),
    }
    return render(request, "fund/desk/periods.html", context, status=422 if form else 200)


def _next(found: list[Period]) -> dict[str, dt.date]:
    """The calendar year after the last period."""
    if not found:
        return {}
    year = found[0].ends_on.year + 1
    return {"starts_on": dt.date(year, 1, 1), "ends_on": dt.date(year, 12, 31)}

"""For who checks the Fund: what the export of everything holds, and the export."""

from allauth.account.decorators import reauthentication_required
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from rules import test_rule

from ..models import LedgerHead
from ..services.exporting.whole import TABLES, whole_ledger
from ..services.showing.chain import last_verification


@require_safe
@login_required
def audit(request: HttpRequest) -> HttpResponse:
    """What an auditor can take along, and where to begin."""
    _only_for_the_desk(request)
    head = LedgerHead.objects.get()
    context = {
        "head_number": head.number,
        "head": head.fingerprint,
        "verification": last_verification(),
        "tables": TABLES.items(),
        "crumbs": [(_("Fund"), reverse("fund:overview"))],
    }
    return render(request, "fund/audit.html", context)


@require_safe
@login_required
def audit_export(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
    """Everything as a ZIP; whoever asks must have shown a moment ago who it is."""
    _only_for_the_desk(request)
    return _zip(request)


@reauthentication_required
def _zip(request: HttpRequest) -> StreamingHttpResponse:
    number = LedgerHead.objects.get().number
    response = StreamingHttpResponse(whole_ledger(by=request.user), content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="fund-ledger-{number}.zip"'
    response["Cache-Control"] = "no-store"
    response["X-Accel-Buffering"] = "no"
    return response


def _only_for_the_desk(request: HttpRequest) -> None:
    """For others the page does not exist."""
    if not test_rule("fund.export", request.user):
        raise Http404

"""How anyone verifies the ledger, and what the portal finds when it does."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from network.ui.sharing import shared

from ..models import LedgerHead
from ..services.showing.canonical import ENTRY_FIELDS, LEG_FIELDS, SCRIPT
from ..services.showing.chain import last_verification, recompute_newest


@require_safe
@shared
def verify(request: HttpRequest) -> HttpResponse:
    """The head, the last nightly check, the newest links recomputed now, and the way to do it oneself."""
    head = LedgerHead.objects.get()
    context = {
        "head_number": head.number,
        "head": head.fingerprint,
        "verification": last_verification(),
        "recomputed": recompute_newest(head.number),
        "entry_fields": ENTRY_FIELDS,
        "leg_fields": LEG_FIELDS,
        "script": SCRIPT,
        "crumbs": [(_("Fund"), reverse("fund:overview"))],
    }
    return render(request, "fund/verify.html", context)

"""Taking a published practice back, with a reason that stays at its address."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from network.views.guarding import signed_in

from ..forms.desk import WithdrawForm
from ..models import Practice
from ..rules import can_take
from ..services.errors import PracticeError
from ..services.way import withdraw_practice


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def withdraw(request: HttpRequest, identifier: str) -> HttpResponse:
    """Ask for the reason, then withdraw; 404 for those who may not."""
    visible = Practice.objects.visible_to(request.user).select_related("country")
    practice = get_object_or_404(visible, identifier=identifier)
    if not can_take(request.user, practice, "withdraw"):
        raise Http404
    form = WithdrawForm(request.POST or None, initial={"revision": practice.revision})
    status = 422 if form.is_bound else 200
    if form.is_valid():
        try:
            withdraw_practice(
                practice=practice,
                by=request.user,
                comment=form.cleaned_data["comment"],
                seen_revision=form.cleaned_data["revision"],
            )
        except PracticeError as error:
            form.add_error(None, str(error))
            status = 409
        else:
            messages.success(request, _("Withdrawn. The address says so, with your reason."))
            return redirect(practice.get_absolute_url())
    context = {
        "practice": practice,
        "title": practice.passage("title"),
        "form": form,
        "crumbs": [
            (_("Practices"), reverse("practices:list")),
            (practice.identifier, practice.get_absolute_url()),
        ],
    }
    return render(request, "practices/withdraw.html", context, status=status)

"""Handing a focal point's place over, and reading the letter of designation."""

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from ..choices import Role
from ..forms.settings import HandOverForm
from ..models import HandOver
from ..services import Successor, start_hand_over
from .acting import ActingView


class HandOverStart(LoginRequiredMixin, ActingView):
    """The focal point names a successor."""

    template_name = "network/settings/hand_over.html"
    form_class = HandOverForm
    success_url = reverse_lazy("network:settings_roles")
    done = _("The Secretariat checks the letter next. The successor is then invited by mail.")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Only for a place that the person holds now."""
        if request.user.is_authenticated:
            own = [grant for grant in request.user.grants if grant.role == Role.FOCAL_POINT]
            self.grant = next((grant for grant in own if grant.pk == kwargs["pk"]), None)
            if self.grant is None:
                raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The place, and what has been begun."""
        return super().get_context_data(grant=self.grant, under_way=self.grant.hand_overs.all()[:5], **kwargs)

    def act(self, form: HandOverForm) -> None:
        """Write it down with the letter."""
        data = form.cleaned_data
        successor = Successor(full_name=data["full_name"], email=data["email"], language=data["language"])
        start_hand_over(grant=self.grant, successor=successor, letter=data["letter"], by=self.request.user)


@require_safe
@login_required
def letter(request: HttpRequest, uuid: UUID) -> FileResponse:
    """The letter of designation, for its state's focal point and staff; never shown inside the page."""
    kept = HandOver.objects.visible_to(request.user).exclude(letter="")  # it is thrown away after its time
    hand_over = get_object_or_404(kept, uuid=uuid)
    try:
        file = hand_over.letter.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    return FileResponse(
        file, as_attachment=True, filename=f"letter-{hand_over.uuid}.pdf", content_type="application/pdf"
    )

"""A person's own settings: profile, address, sessions, roles, and all data held about the person."""

import json
from typing import Any
from uuid import UUID

from allauth.account.decorators import reauthentication_required
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied
from django.core.serializers.json import DjangoJSONEncoder
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse, reverse_lazy
from django.utils import translation
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from django.views.generic import TemplateView

from ..forms.settings import AddressForm, ConfirmForm, EraseForm, ProfileForm
from ..models import User
from ..services import (
    change_profile,
    confirm_attestation,
    confirm_email_change,
    end_session,
    end_sessions,
    erase_account,
    export_personal_data,
    open_email_change,
    request_email_change,
    sessions_of,
)
from ..services.errors import InvitationError
from .acting import ActingView
from .limits import limited


class Profile(LoginRequiredMixin, ActingView):
    """Name, language, time zone, photo; the first page of the settings."""

    template_name = "network/settings/profile.html"
    form_class = ProfileForm
    done = _("Your profile is saved.")

    def get_initial(self) -> dict[str, Any]:
        """What is known."""
        user = self.request.user
        return {"full_name": user.full_name, "language": user.language, "time_zone": user.time_zone}

    def act(self, form: ProfileForm) -> None:
        """Save on a copy, so that a refusal leaves the frame of the page as it was."""
        user = User.objects.get(pk=self.request.user.pk)
        change_profile(user=user, **form.cleaned_data)
        self.language = user.language

    def get_success_url(self) -> str:
        """The page in the language that was chosen."""
        with translation.override(getattr(self, "language", None) or translation.get_language()):
            return reverse("network:settings")


@method_decorator([reauthentication_required, limited("address", most=5, seconds=3600)], name="dispatch")
class Address(ActingView):
    """Ask for another e-mail address; both addresses are then asked by mail."""

    template_name = "network/settings/address.html"
    form_class = AddressForm
    success_url = reverse_lazy("network:settings_address")
    done = _("Letters are on their way to both addresses. Open the link in each to finish.")

    def act(self, form: AddressForm) -> None:
        """Ask both."""
        request_email_change(user=self.request.user, new_email=form.cleaned_data["email"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """A change that is under way, if there is one."""
        change = self.request.user.email_changes.filter(closed_at__isnull=True).first()
        return super().get_context_data(change=change if change and change.is_open else None, **kwargs)


@method_decorator(never_cache, name="dispatch")
class ConfirmAddress(ActingView):
    """The link of a letter: one of the two addresses says yes. Reading it changes nothing."""

    template_name = "network/entering/confirm_address.html"
    form_class = ConfirmForm
    success_url = reverse_lazy("network:address_confirmed")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The question, or that the link is not valid."""
        try:
            open_email_change(kwargs["token"])
        except InvitationError:
            message = _("This link is not valid: it has been used, or its time is over.")
            return render(request, "network/entering/closed.html", {"message": message}, status=404)
        return super().get(request, *args, **kwargs)

    def act(self, form: ConfirmForm) -> None:
        """Say yes."""
        confirm_email_change(token=self.kwargs["token"])


class AddressConfirmed(TemplateView):
    """Said for one address; it may be that the other is still to answer."""

    template_name = "network/entering/address_confirmed.html"


@require_safe
@login_required
def sessions(request: HttpRequest) -> HttpResponse:
    """Where the person is signed in."""
    return render(
        request,
        "network/settings/sessions.html",
        {"sessions": sessions_of(request.user), "current": request.session.session_key},
    )


@require_POST
@login_required
def end_sessions_page(request: HttpRequest) -> HttpResponse:
    """End one session (`session`), or all others."""
    chosen = request.POST.get("session", "")
    if chosen.isdecimal() and len(chosen) < 19:
        if not end_session(user=request.user, session_id=int(chosen)):
            raise Http404
    else:
        end_sessions(user=request.user, keep=request.session.session_key or "")
    return redirect("network:settings_sessions")


@require_safe
@login_required
def roles(request: HttpRequest) -> HttpResponse:
    """Roles held, with scope, end, reason and the yearly confirmation; ended ones below."""
    grants = list(request.user.role_grants.select_related("state", "organization", "granted_by"))
    in_force = {grant.pk for grant in request.user.grants}
    context = {
        "current": [grant for grant in grants if grant.pk in in_force],
        "past": [grant for grant in grants if grant.pk not in in_force],
        "second_factor": is_mfa_enabled(request.user),
        "second_factor_required": settings.SECOND_FACTOR_REQUIRED,
    }
    return render(request, "network/settings/roles.html", context)


@require_POST
@login_required
def attest(request: HttpRequest, pk: int) -> HttpResponse:
    """The holder confirms a role for another year."""
    grant = get_object_or_404(request.user.role_grants, pk=pk)
    try:
        confirm_attestation(grant=grant, by=request.user)
    except PermissionDenied as error:
        raise Http404 from error
    return redirect("network:settings_roles")


@require_safe
@reauthentication_required
def personal_data(request: HttpRequest) -> HttpResponse:
    """All that is held about the person, as JSON."""
    body = json.dumps(
        export_personal_data(user=request.user), cls=DjangoJSONEncoder, ensure_ascii=False, indent=1
    )
    response = HttpResponse(body, content_type="application/json")
    response["Content-Disposition"] = 'attachment; filename="my-data.json"'
    response["Cache-Control"] = "no-store"
    return response


@method_decorator(reauthentication_required, name="dispatch")
class Erase(ActingView):
    """Leave the portal: the account becomes a number, and the person is signed out."""

    template_name = "network/settings/erase.html"
    form_class = EraseForm
    success_url = reverse_lazy("network:home")
    done = _("Your account is erased. Thank you for having taken part.")

    def act(self, form: EraseForm) -> None:
        """Erase, and end this session too."""
        erase_account(user=self.request.user)
        logout(self.request)


@require_safe
@login_required
def photo(request: HttpRequest, key: UUID) -> HttpResponse | FileResponse:
    """A person's photo, for people who are signed in."""
    owner = get_object_or_404(User, photo=f"photos/{key.hex}.jpg", is_active=True)
    try:
        response = FileResponse(owner.photo.open("rb"), content_type="image/jpeg")
    except FileNotFoundError as error:
        raise Http404 from error
    response["Cache-Control"] = "private, max-age=86400, immutable"
    return response

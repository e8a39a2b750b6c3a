"""The doors: registering as a member, and accepting an invitation."""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from django.contrib import messages
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from ..forms.entering import JoiningForm, RegistrationForm
from ..forms.settings import ConfirmForm
from ..models import User
from ..services import (
    accept_invitation,
    has_account,
    join_by_invitation,
    open_invitation,
    request_registration,
)
from ..services.errors import InvitationError
from .acting import ActingView
from .demo import BACKEND
from .limits import limited


@method_decorator(limited("register", most=20, seconds=3600), name="dispatch")
class Register(ActingView):
    """Ask to become a member; the answer is the same for every address."""

    template_name = "network/entering/register.html"
    form_class = RegistrationForm
    success_url = reverse_lazy("network:registered")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Who has an account needs no other."""
        if request.user.is_authenticated:
            return redirect("network:me")
        return super().dispatch(request, *args, **kwargs)

    def act(self, form: RegistrationForm) -> None:
        """Write the request down."""
        request_registration(application=form.application())


class Registered(TemplateView):
    """What happens next."""

    template_name = "network/entering/registered.html"


@method_decorator(
    [never_cache, sensitive_post_parameters("password"), limited("invitation", most=30, seconds=3600)],
    name="dispatch",
)
class InvitationPage(ActingView):
    """An invitation by its link: make an account, or accept with the one that the address has.

    Reading the page uses nothing up, since programs that check mail open links too.
    """

    template_name = "network/entering/invitation.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Find the invitation, or say plainly that it is not valid; why is not told."""
        try:
            self.invitation = open_invitation(kwargs["token"])
        except InvitationError as error:
            return render(request, "network/entering/closed.html", {"message": error.message}, status=404)
        self.is_known = has_account(self.invitation)
        if request.user.is_authenticated and not self.is_own:
            return render(request, "network/entering/other_address.html", status=403)
        if self.is_known and not request.user.is_authenticated:
            login_url = f"{reverse('account_login')}?next={request.path}"
            return render(request, "network/entering/sign_in_first.html", {"login_url": login_url})
        return super().dispatch(request, *args, **kwargs)

    @property
    def is_own(self) -> bool:
        """Whether it is for the person who is signed in."""
        return self.request.user.email.lower() == self.invitation.email.lower()

    def get_form_class(self) -> type:
        """A person with an account only says yes."""
        return ConfirmForm if self.is_known else JoiningForm

    def get_form_kwargs(self) -> dict[str, Any]:
        """The password is measured against the address too."""
        return super().get_form_kwargs() | ({} if self.is_known else {"email": self.invitation.email})

    def get_initial(self) -> dict[str, Any]:
        """What the inviter knew."""
        return {"full_name": self.invitation.full_name, "language": self.invitation.language}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The offer, before it is accepted."""
        return super().get_context_data(invitation=self.invitation, is_known=self.is_known, **kwargs)

    def act(self, form: Any) -> None:
        """Accept; roles have changed, so the session begins anew."""
        token = self.kwargs["token"]
        if self.is_known:
            self.user = accept_invitation(token=token, user=self.request.user)
        else:
            self.user = join_by_invitation(token=token, **form.cleaned_data)
        _sign_in(self.request, self.user, by_password=not self.is_known)
        messages.success(self.request, _("Welcome. You can now begin."))

    def get_success_url(self) -> str:
        """To a second step of signing in first, which protects what the role is trusted with."""
        if getattr(self, "user", None) is None or self.is_known:
            return reverse("network:me")
        return reverse("network:welcome")


def _sign_in(request: HttpRequest, user: User, *, by_password: bool) -> None:
    login(request, user, backend=BACKEND)
    if by_password:
        record_authentication(request, user, method="password", reauthenticated=True)


@require_safe
def welcome(request: HttpRequest) -> HttpResponse:
    """After joining: a passkey or an app for the second step, then the portal."""
    if not request.user.is_authenticated:
        return redirect("account_login")
    return render(request, "network/entering/welcome.html")

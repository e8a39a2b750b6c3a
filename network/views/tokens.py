"""A person's tokens for programs: seen, made, revoked."""

from typing import Any

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from ..choices import TokenScope
from ..forms.settings import TokenForm
from ..services.api_tokens import make_token, revoke_token
from .acting import ActingView
from .limits import limited

SHOWN = 50


@method_decorator(
    [never_cache, reauthentication_required, limited("token", most=20, seconds=3600)], "dispatch"
)
class Tokens(ActingView):
    """The list and a form for a new one; who comes here has shown a moment ago who it is."""

    template_name = "network/settings/tokens.html"
    form_class = TokenForm
    success_url = reverse_lazy("network:settings_tokens")

    def form_valid(self, form: TokenForm) -> HttpResponse:
        """Make it, and show its secret on the page that answers: it is nowhere else."""
        words = form.cleaned_data
        user: Any = self.request.user
        scope = TokenScope(words["scope"])
        try:
            _token, secret = make_token(user=user, name=words["name"], scope=scope, days=int(words["days"]))
        except ValidationError as error:
            form.add_error(None, error.messages)
            return self.form_invalid(form)
        return self.render_to_response(self.get_context_data(form=TokenForm(), secret=secret))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The person's tokens, those that were revoked last."""
        user: Any = self.request.user
        own = user.api_tokens.order_by(F("revoked_at").desc(nulls_first=True), "-expires_at", "-pk")
        return super().get_context_data(tokens=own[:SHOWN], **kwargs)


@require_POST
@login_required
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """End a token at once."""
    user: Any = request.user
    if revoke_token(user=user, token_id=pk) is None:
        raise Http404
    messages.success(request, _("The token is revoked: it opens nothing any more."))
    return redirect("network:settings_tokens")

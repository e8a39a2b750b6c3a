"""Who gets in: visitors sign in first; for those whom a page is not for it does not exist."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import rules
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponseBase
from django.views import View

Page = Callable[..., HttpResponseBase]


def signed_in(page: Page) -> Page:
    """For whoever has signed in."""

    @wraps(page)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_anonymous:
            return redirect_to_login(request.get_full_path())
        return page(request, *args, **kwargs)

    return guarded


def only(rule: str) -> Callable[[Page], Page]:
    """For whom the rule allows."""

    def decorate(page: Page) -> Page:
        @signed_in
        @wraps(page)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not rules.test_rule(rule, request.user):
                raise Http404
            return page(request, *args, **kwargs)

        return guarded

    return decorate


class SignedIn(View):
    """The same for a page that is a class: `may_enter` says whom it is for."""

    def may_enter(self, user: Any) -> bool:
        """Everyone who has signed in."""
        return True

    def signed_out(self, request: HttpRequest) -> HttpResponseBase:
        """Sign in first; then the page opens."""
        return redirect_to_login(request.get_full_path())

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Sign in first; then 404 for whom the page is not for."""
        if request.user.is_anonymous:
            return self.signed_out(request)
        if not self.may_enter(request.user):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

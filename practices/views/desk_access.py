"""Who may enter the desk; what one may not know of answers 404."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import rules
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse

View = Callable[..., HttpResponse]


def desk_only(view: View) -> View:
    """For screeners and staff managers; others get 404, visitors are asked to sign in first."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.user.is_anonymous:
            return redirect_to_login(request.get_full_path())
        if not rules.test_rule("practices.desk", request.user):
            raise Http404
        return view(request, *args, **kwargs)

    return guarded

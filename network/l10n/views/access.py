"""Who enters the translation desk; what one may not know of answers 404."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import rules
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse

View = Callable[..., HttpResponse]


def _only(rule: str) -> Callable[[View], View]:
    def decorate(view: View) -> View:
        @wraps(view)
        @login_required
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not rules.test_rule(rule, request.user):
                raise Http404
            return view(request, *args, **kwargs)

        return guarded

    return decorate


desk_only = _only("l10n.desk")
"""For revisers, focal points and staff managers; others find nothing, visitors are asked to sign in first."""
tools_only = _only("l10n.edit_tools")
"""For those who write the glossary: revisers and staff managers."""
staff_only = _only("l10n.manage_tools")
"""For staff managers: imports, and taking terms out."""

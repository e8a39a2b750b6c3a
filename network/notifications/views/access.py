"""Who sees the staff pages of this room."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse

from network.rules import is_staff_manager

View = Callable[..., HttpResponse]


def staff_only(view: View) -> View:
    """For staff managers; whoever else is signed in finds nothing here."""

    @wraps(view)
    @login_required
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not is_staff_manager(request.user):
            raise Http404
        return view(request, *args, **kwargs)

    return guarded

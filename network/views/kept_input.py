"""What was sent after the session had ended waits until its sender has signed in again.

The session outlives signing in. One form waits at most, and only the page of the same place is given it.
"""

from collections.abc import Collection

from django.http import HttpRequest, QueryDict

KEPT = "kept_input"
TOKEN = "csrfmiddlewaretoken"  # noqa: S105 - the name of a field


def keep_input(
    request: HttpRequest, *, most: int, place: str = "", left_out: Collection[str] = ("action",)
) -> None:
    """Keep the form that was sent, unless it has more than `most` characters.

    `place` is whose form it is; without one it is the address.
    """
    typed = {name: values for name, values in request.POST.lists() if name not in (TOKEN, *left_out)}
    size = sum(len(name) + sum(map(len, values)) for name, values in typed.items())
    if typed and size <= most:
        request.session[KEPT] = {"place": place or request.path, "typed": typed}


def kept_input(request: HttpRequest, place: str = "") -> QueryDict | None:
    """What waits for this place; it goes on waiting until `forget_input`."""
    kept = request.session.get(KEPT)
    if not kept or kept["place"] != (place or request.path):
        return None
    found = QueryDict(mutable=True)
    for name, values in kept["typed"].items():
        found.setlist(name, values)
    return found


def take_input(request: HttpRequest) -> QueryDict | None:
    """The same for this address, given out once."""
    found = kept_input(request)
    if found is not None:
        forget_input(request)
    return found


def forget_input(request: HttpRequest) -> None:
    """Nothing waits any more: it is saved now."""
    request.session.pop(KEPT, None)

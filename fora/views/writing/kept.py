"""What was sent after the session had ended waits until its sender has signed in again."""

from django.http import HttpRequest, QueryDict

from ...services.texts import LONGEST_POST

KEPT = "kept_post"
LEFT_OUT = ("csrfmiddlewaretoken", "_autosave", "revision", "action")


def keep_input(request: HttpRequest) -> None:
    """Keep the form that was sent; the session outlives signing in. One post at most."""
    typed = {name: value for name, value in request.POST.items() if name not in LEFT_OUT}
    if typed.get("text") and sum(map(len, typed.values())) <= LONGEST_POST * 2:
        request.session[KEPT] = {"path": request.path, "typed": typed}


def kept_input(request: HttpRequest) -> QueryDict | None:
    """What was kept of the form of this address; it is given out once."""
    kept = request.session.get(KEPT)
    if not kept or kept["path"] != request.path:
        return None
    del request.session[KEPT]
    found = QueryDict(mutable=True)
    found.update(kept["typed"])
    return found

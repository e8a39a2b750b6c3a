"""Places on pages of the Network that apps fill.

network knows no app: a page names a slot, an app registers what fills it from its AppConfig.ready():

    slots.register("home.newest", template="practices/slots/newest.html", context=newest_practices)

`context` is called with the request and the slot's subject (state=…, topic=…) and returns the template's
variables, or None when there is nothing to show. A filling without template only hands data to the page.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

#: Slots there are, with the subject that they pass on.
SLOTS = {
    "home.tasks": (),  # an <li> each: components/task.html
    "home.map": (),  # data only: title, places, caption (see network/ui/map.py)
    "home.browse": (),  # <h3> and <ul class="browse__list"> each
    "home.newest": (),  # a whole <section>
    "home.agenda": (),  # a column each: discussions, meetings
    "home.way": (),  # a whole <section>: how review works
    "states.counts": (),  # data only: {iso2: {"label": …, "url": …}}
    "state.sections": ("state",),  # a whole <section> each
    "state.practices": ("state",),  # the same, first in order
    "state.figures": ("state", "figures"),  # <div><dt/><dd/></div> each, of search/services/figures.py
    "topics.counts": (),  # data only: {slug: {"label": …, "url": …}}
    "topic.sections": ("topic",),
    "topic.practices": ("topic",),
    "organization.sections": ("organization",),  # a whole <section> each
    "frame.account": (),  # a link each, in the frame of every page for who has signed in: cheap, please
    "me.waiting": (),  # <li> each: what waits for this person
    "login.demonstration": (),  # data only: accounts
}

Context = Callable[..., dict[str, Any] | None]


def _nothing_more(request: HttpRequest, **subject: Any) -> dict[str, Any]:
    return {}


@dataclass(frozen=True)
class Filling:
    """What one app puts into one slot."""

    slot: str
    template: str
    context: Context
    order: int


_fillings: dict[tuple[str, str, str], Filling] = {}


def register(slot: str, *, template: str = "", context: Context = _nothing_more, order: int = 50) -> None:
    """Fill `slot`; raises KeyError for a slot that no page has. Registering twice changes nothing."""
    SLOTS[slot]
    key = (slot, template, getattr(context, "__qualname__", repr(context)))
    _fillings[key] = Filling(slot, template, context, order)


def fillings(slot: str) -> list[Filling]:
    """What fills `slot`, in order."""
    SLOTS[slot]
    return sorted((filling for filling in _fillings.values() if filling.slot == slot), key=lambda f: f.order)


def render(slot: str, request: HttpRequest, **subject: Any) -> SafeString:
    """The slot's fillings one after the other; empty when nobody has anything to show."""
    parts = []
    for filling in fillings(slot):
        context = filling.context(request, **subject)
        if context is not None and filling.template:
            parts.append(render_to_string(filling.template, {**subject, **context}, request))
    return mark_safe("".join(parts))  # noqa: S308 - each part is a rendered template


def data(slot: str, request: HttpRequest, **subject: Any) -> dict[str, Any] | None:
    """What the first filling that has something says, for slots whose page does the rendering."""
    for filling in fillings(slot):
        context = filling.context(request, **subject)
        if context is not None:
            return context
    return None

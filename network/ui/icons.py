"""Signs drawn on the server: icons, meters, directions, phases. Each goes beside words, or has a label."""

import re
from functools import lru_cache

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from lucide.templatetags.lucide import lucide

#: The portal's own icons: 24 grid, 1.75 stroke. A name that is not here is looked up in Lucide.
ICONS = {
    "add": '<path d="M12 5v14M5 12h14"/>',
    "alert": '<path d="M12 4 2.8 20h18.4L12 4Z"/><path d="M12 10v4.5M12 17.2v.1"/>',
    "back": '<path d="M20 12H5M11 6l-6 6 6 6"/>',
    "bell": '<path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15L6 16.5ZM10 20.5h4"/>',
    "bold": '<path d="M7 5h6a3.5 3.5 0 0 1 0 7H7V5ZM7 12h7a3.5 3.5 0 0 1 0 7H7v-7Z"/>',
    "bubbles": '<circle cx="8" cy="14.5" r="4.5"/>'
    '<circle cx="17" cy="8" r="3"/><circle cx="18" cy="17.5" r="1.5"/>',
    "calendar": '<rect x="3.5" y="5" width="17" height="15.5" rx="1.5"/><path d="M3.5 10h17M8 3v4M16 3v4"/>',
    "check": '<path d="m5 12.5 4.5 4.5L19 7"/>',
    "cite": '<path d="M10 7c-3 .8-5 3.2-5 6.5V17h5v-5H7M19 7c-3 .8-5 3.2-5 6.5V17h5v-5h-3"/>',
    "clock": '<circle cx="12" cy="12" r="9"/><path d="M12 7v5.2l3.5 2"/>',
    "close": '<path d="m6 6 12 12M18 6 6 18"/>',
    "down": '<path d="m6 9 6 6 6-6"/>',
    "download": '<path d="M12 4v11M7 10.5l5 5 5-5M4 20h16"/>',
    "edit": '<path d="m4 20 1-4.5L16 4.5l3.5 3.5L8.5 19 4 20ZM13.5 7l3.5 3.5"/>',
    "file": '<path d="M6 3.5h8l4.5 4.5v12.5H6v-17Z"/><path d="M13.5 3.5V8.5h5"/>',
    "filter": '<path d="M4 6h16M7 12h10M10 18h4"/>',
    "flag": '<path d="M6 21V4M6 5h12l-2.5 4L18 13H6"/>',
    "globe": '<circle cx="12" cy="12" r="9"/>'
    '<path d="M3 12h18M12 3c3 3 3.8 6 3.8 9s-.8 6-3.8 9c-3-3-3.8-6-3.8-9S9 6 12 3Z"/>',
    "go": '<path d="M4 12h15M13 6l6 6-6 6"/>',
    "hide": '<path d="M4 4l16 16M9.5 5.8A9 9 0 0 1 12 5.5c4.5 0 7.7 3 9 6.5a11 11 0 0 1-2.7 4M6.3 7.7'
    'A11.5 11.5 0 0 0 3 12c1.3 3.5 4.5 6.5 9 6.5a9 9 0 0 0 4-.9"/>',
    "image": '<path d="M4 5h16v14H4z"/><circle cx="9" cy="10" r="1.5"/><path d="m5 18 5-5 3 3 3-3 4 4"/>',
    "info": '<circle cx="12" cy="12" r="9"/><path d="M12 11v5.5M12 7.6v.1"/>',
    "italic": '<path d="M10 5h7M7 19h7M14 5l-4 14"/>',
    "link": '<path d="M10 14a4 4 0 0 0 5.7 0l3.6-3.6a4 4 0 0 0-5.7-5.7L12 6.3"/>'
    '<path d="M14 10a4 4 0 0 0-5.7 0l-3.6 3.6a4 4 0 0 0 5.7 5.7l1.6-1.6"/>',
    "list": '<path d="M9 6h11M9 12h11M9 18h11M4.5 6h.1M4.5 12h.1M4.5 18h.1"/>',
    "lock": '<rect x="5" y="10.5" width="14" height="10" rx="1.5"/><path d="M8 10.5V8a4 4 0 0 1 8 0v2.5"/>',
    "mail": '<rect x="3" y="5.5" width="18" height="13" rx="1.5"/><path d="m3.5 7 8.5 6.5L20.5 7"/>',
    "map": '<path d="m3.5 6.5 5.5-2 6 2 5.5-2v13l-5.5 2-6-2-5.5 2v-13ZM9 4.5v13M15 6.5v13"/>',
    "menu": '<path d="M4 7h16M4 12h16M4 17h16"/>',
    "people": '<circle cx="9" cy="8.5" r="3.5"/><path d="M2.5 20c.5-4 3-6 6.5-6s6 2 6.5 6'
    'M15.5 5.3a3.5 3.5 0 0 1 0 6.4M17.5 14.5c2.3.8 3.7 2.7 4 5.5"/>',
    "search": '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>',
    "shield": '<path d="M12 3.5 5 6v6c0 4 2.8 7 7 8.5 4.2-1.5 7-4.5 7-8.5V6l-7-2.5Z"/>'
    '<path d="m9 12 2.2 2.2L15.2 10"/>',
    "swap": '<path d="M4 8.5h15M15 4.5l4 4-4 4M20 15.5H5M9 11.5l-4 4 4 4"/>',
    "table": '<rect x="3.5" y="4.5" width="17" height="15" rx="1.5"/>'
    '<path d="M3.5 9.5h17M3.5 14.5h17M9.5 9.5v10"/>',
    "pin": '<path d="M9 4h6l-.8 6 3.3 3.5h-11L9.8 10 9 4ZM12 13.5V20"/>',
    "reply": '<path d="M10 6 4 11.5l6 5.5M4.5 11.5H13c4 0 6.5 2 7 6"/>',
    "translate": '<path d="M3 6h10M8 3.5V6M11 6c-.8 4-3.6 7-7.5 8.5M5.5 9c1.4 2.6 3.4 4.4 6 5.5"/>'
    '<path d="m11.5 20.5 4.5-10 4.5 10M13 17h6"/>',
    "upload": '<path d="M12 16V5M7 9.5l5-5 5 5M4 20h16"/>',
}

_RING = '<circle cx="8" cy="8" r="6.5"/>'
#: How far a record is on its way; the same disc in tags, steps, lanes and agenda.
PHASES = {
    "draft": '<circle cx="8" cy="8" r="6.5" stroke-dasharray="3 2.4"/>',
    "open": _RING,
    "clearance": _RING + '<path d="M8 8V3.5A4.5 4.5 0 0 1 12.5 8Z"/>',
    "screening": _RING + '<path d="M8 3.5a4.5 4.5 0 0 1 0 9Z"/>',
    "review": _RING + '<path d="M8 8H3.5A4.5 4.5 0 1 0 8 3.5Z"/>',
    "done": '<path fill-rule="evenodd" d="M8 .5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 0 0 0-15Zm-1.1 10.7 5-5'
    '-1.1-1.1-3.9 3.9-1.7-1.7-1.1 1.1Z"/>',
    "returned": _RING + '<path d="M8.2 4.3 4.3 8l3.9 3.7V9.1h3.5V6.9H8.2Z"/>',
    "withdrawn": _RING + '<path d="M4.2 7h7.6v2H4.2z"/>',
}

#: Direction of an effect is a shape, so that it never rests on colour alone.
DIRECTIONS = {
    "positive": ("pos", '<circle cx="10" cy="10" r="10"/><path d="M10 5.5v9M5.5 10h9"/>'),
    "mixed": (
        "mix",
        '<path class="dir__shape" d="M10 0l10 10-10 10L0 10Z"/>'
        '<path d="M5.6 11c1.2-2.6 2.9-2.6 4.4-1s3.2 1.6 4.4-1"/>',
    ),
    "none": ("none", '<circle cx="10" cy="10" r="8.8"/><path d="M6 8h8M6 12h8"/>'),
    "negative": ("neg", '<rect x="1" y="1" width="18" height="18" rx="2"/><path d="M5.5 10h9"/>'),
}


_ICON = '<svg class="i" viewBox="0 0 24 24" aria-hidden="true">{}</svg>'


@lru_cache(maxsize=200)
def icon(name: str) -> SafeString:
    """An icon by name, hidden from assistive technology; raises IconDoesNotExist for an unknown name."""
    if name not in ICONS:
        return _lucide(name)
    return format_html(_ICON, mark_safe(ICONS[name]))  # noqa: S308


def inside(name: str) -> SafeString:
    """The drawing of one of the portal's own icons, for a symbol that a page uses many times."""
    return mark_safe(ICONS[name])  # noqa: S308


_DRAWING = re.compile(r'<svg class="([^"]+)" viewBox="([^"]+)" aria-hidden="true">(.*?)</svg>', re.DOTALL)


def drawn_once(html: str) -> SafeString:
    """A part of a page in which each of our drawings stands once, before it, however often it is shown.

    Lists show a few signs again and again: this halves what they weigh. One such part on a page.
    """
    names: dict[tuple[str, str, str], str] = {}

    def show(found: re.Match[str]) -> str:
        drawing = (found[1], found[2], found[3])
        return _SHOWN.format(found[1], names.setdefault(drawing, f"d{len(names)}"))

    shown = _DRAWING.sub(show, html)
    symbols = "".join(_symbol(name, *drawing) for drawing, name in names.items())
    sprite = f'<svg class="vh" aria-hidden="true">{symbols}</svg>' if symbols else ""
    return mark_safe(f"{sprite}{shown}")  # noqa: S308 - the page's own HTML


_SHOWN = '<svg class="{}" aria-hidden="true"><use href="#{}"/></svg>'


def _symbol(name: str, kind: str, box: str, inside: str) -> str:
    """The drawing with the rules of its class, but for icons: theirs come from where they are shown."""
    drawn = inside if kind == "i" else f'<g class="{kind}">{inside}</g>'
    return f'<symbol id="{name}" viewBox="{box}">{drawn}</symbol>'


@lru_cache(maxsize=20)
def phase(name: str) -> SafeString:
    """The disc of a phase: one of PHASES."""
    return format_html(
        '<svg class="phase" viewBox="0 0 16 16" aria-hidden="true">{}</svg>',
        mark_safe(PHASES[name]),  # noqa: S308
    )


def direction(name: str, *, tight: bool = False) -> SafeString:
    """The shape of an effect's direction: one of DIRECTIONS; `tight` leaves out the side margins."""
    suffix, shape = DIRECTIONS[name]
    return format_html(
        '<svg class="dir dir--{}{}" viewBox="0 0 20 20" aria-hidden="true">{}</svg>',
        suffix,
        " dir--tight" if tight else "",
        mark_safe(shape),  # noqa: S308
    )


def meter(value: int | None, *, of: int = 4) -> SafeString:
    """`value` cells filled out of `of`; None and 0 both show empty cells, the words beside them differ."""
    filled = max(0, min(int(value or 0), of))
    cells = "".join(
        f'<rect{on} x="{0.5 + 13.3 * cell:g}" y=".5" width="11" height="11" rx="1.5"/>'
        for cell, on in enumerate([' class="on"'] * filled + [""] * (of - filled))
    )
    return format_html(
        '<svg class="meter" viewBox="0 0 {} 12" aria-hidden="true">{}</svg>',
        round(13.3 * of - 1.2),
        mark_safe(cells),  # noqa: S308
    )


@lru_cache(maxsize=128)
def _lucide(name: str) -> SafeString:
    return lucide(name, size=None, **{"class": "i", "aria_hidden": "true"})

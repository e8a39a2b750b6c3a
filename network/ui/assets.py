"""What the static files of the face are made from: the style sheet from its parts, the map from its data.

`manage.py build_face` writes them; they are committed, and a test proves that they equal what is made here.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CSS = ROOT / "static" / "css"
MAP_DATA = ROOT / "network" / "data" / "americas_map.json"
SHEET = CSS / "portal.css"
SPRITE = ROOT / "static" / "img" / "americas.svg"
WEAVE = ROOT / "static" / "img" / "weave.svg"

#: Order of the cascade; a later part wins.
PARTS = (
    "tokens.css",
    "base.css",
    "components/chrome.css",
    "components/controls.css",
    "components/records.css",
    "components/map.css",
    "components/forms.css",
    "pages/home.css",
    "pages/network.css",
    "pages/practices.css",
    "pages/desk.css",
    "pages/fund.css",
    "pages/people.css",
    "pages/translations.css",
    "pages/fora.css",
    "pages/training.css",
    "pages/assistance.css",
    "pages/touch.css",
)

#: States too small for the main map: shown as circles in the inset of the Lesser Antilles.
INSET_ONLY = frozenset({"ATG", "BRB", "DMA", "GRD", "KNA", "LCA", "VCT"})
#: Member states whose outline appears in the inset beside the circles, for orientation.
INSET_OUTLINES = frozenset({"TTO", "VEN"})


def map_data() -> dict:
    """Outlines per ISO 3166-1 alpha-3 code, from Natural Earth 1:50m (public domain); see its "about"."""
    return json.loads(MAP_DATA.read_text(encoding="utf-8"))


def style_sheet() -> str:
    """The one style sheet that pages load: its parts in order, without comments and indentation."""
    text = "\n".join(_as_in(CSS, CSS / part) for part in PARTS)
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    return "\n".join(line.strip() for line in text.splitlines() if line.strip()) + "\n"


def _as_in(folder: Path, part: Path) -> str:
    """A part's text with its links to pictures counted from `folder`, one level above it."""
    text = part.read_text(encoding="utf-8")
    return text if part.parent == folder else text.replace('url("../../', 'url("../')


def map_sprite() -> str:
    """Outlines as an SVG of named shapes, so that a page names a shape instead of carrying its path.

    All that is not a member state is one shape per map, without name or colour of its own.
    """
    data = map_data()
    shapes = [
        _shape("land", _others(data["main"])),
        _shape("inset-land", _others(data["inset"])),
        *(_shape(code, area["d"]) for code, area in sorted(data["main"].items()) if _is_state(code)),
        *(_shape(f"inset-{code}", data["inset"][code]["d"]) for code in sorted(INSET_OUTLINES)),
    ]
    return '<svg xmlns="http://www.w3.org/2000/svg"><defs>\n' + "\n".join(shapes) + "\n</defs></svg>\n"


def _is_state(code: str) -> bool:
    return not code.startswith("x")


def _others(areas: dict) -> str:
    return "".join(area["d"] for code, area in sorted(areas.items()) if not _is_state(code))


def _shape(name: str, path: str) -> str:
    return f'<path id="{name}" d="{path}"/>'


def weave_picture() -> str:
    """The weave of the home page's band; a file, so that phones, which do not show it, never load it."""
    rules = (
        ".a{fill:#17616b}.b{fill:#0f515b}.g{fill:#0a434c}.m{fill:#d9982f}.c{fill:#b4553a}"
        "@media (prefers-color-scheme:dark){.a{fill:#184b53}.b{fill:#113e45}.g{fill:#0c3238}.c{fill:#d07a5c}}"
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 670 520" preserveAspectRatio="xMinYMid slice">'
        f"<style>{rules}</style>\n" + "\n".join([*_wefts(), *_warps()]) + "\n</svg>\n"
    )


def _wefts() -> Iterator[str]:
    starts = (70, 128, 24, 104, 60, 0, 118, 40, 92, 56)
    for row, (start, colour) in enumerate(zip(starts, "babaambaca", strict=True)):
        yield f'<path class="{colour}" d="M{start} {10 + 52 * row}H670v30H{start}z"/>'


def _warps() -> Iterator[str]:
    for column, colour in enumerate("aamabcabab"):
        x = 160 + 52 * column
        tops = [(46 - 104, 62)] if column % 2 else []
        tops += [((46 if column % 2 else -6) + 104 * step, 62) for step in range(6)]
        gaps = "".join(f"M{x - 6} {top}h42v{height}h-42z" for top, height in tops)
        over = "".join(f"M{x} {top}h30v{height}h-30z" for top, height in tops)
        yield f'<path class="g" d="{gaps}"/><path class="{colour}" d="{over}"/>'

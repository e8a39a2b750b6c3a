"""Pictures of the main pages for docs/screens/, from a running demonstration.

`DEMO=1 make run` in one window, `.venv/bin/python -m tests.browser.screens [name …]` in another;
PORTAL_URL says where the demonstration is (http://localhost:8000 otherwise).
"""

import io
import sys
from pathlib import Path

from PIL import Image

from tests.audit.demonstration import PLACES, House, house

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "screens"
LARGEST, TALLEST = 150_000, 2600
# place, language, sizes; "dark" besides
SHOTS = (
    ("home", "es", ("desk", "phone", "desk-dark")),
    ("list", "en", ("desk", "phone", "phone-dark")),
    ("map", "es", ("desk", "phone")),
    ("evidence", "en", ("desk", "phone")),
    ("practice", "pt", ("desk", "phone", "desk-dark")),
    ("rated", "es", ("desk", "phone")),
    ("adaptation", "fr", ("desk", "phone")),
    ("adapt", "es", ("desk", "phone")),
    ("wizard", "es", ("desk", "phone", "phone-dark")),
    ("draft", "es", ("desk", "phone")),
    ("desk", "en", ("desk", "phone", "desk-dark")),
    ("desk-item", "fr", ("desk", "phone")),
    ("states", "fr", ("desk", "phone")),
    ("state", "pt", ("desk", "phone")),
    ("topic", "fr", ("desk", "phone")),
    ("search", "es", ("desk", "phone")),
    ("fora", "es", ("desk", "phone")),
    ("forum", "en", ("desk", "desk-dark")),
    ("thread", "es", ("desk", "phone")),
    ("answer", "pt", ("desk", "phone")),
    ("login", "es", ("desk", "phone")),
    ("register", "pt", ("desk", "phone")),
    ("me", "es", ("desk", "phone", "phone-dark")),
    ("settings", "es", ("desk", "phone")),
    ("inbox", "es", ("desk", "phone")),
    ("people", "en", ("desk", "phone")),
    ("person", "en", ("desk", "phone")),
    ("missing", "fr", ("desk", "phone")),
)


def small(picture: bytes, width: int) -> bytes:
    """The picture with few colours, at most `TALLEST` high and `LARGEST` bytes."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    image = image.crop((0, 0, width, min(image.height, TALLEST)))
    data = b""
    for colours in (128, 64, 32, 16):
        out = io.BytesIO()
        image.quantize(colours, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
        data = out.getvalue()
        if len(data) <= LARGEST:
            break
    return data


def shoot(portal: House, name: str, language: str, kind: str) -> None:
    """One picture: name-language-kind.png."""
    place = PLACES[name]
    size, _, mode = kind.partition("-")
    context = portal.context(place.by, size=size, dark=mode == "dark")
    page = context.new_page()
    page.goto(portal.address(place, language, page), wait_until="networkidle")
    data = small(page.screenshot(full_page=True), page.viewport_size["width"])  # type: ignore[index]
    target = FOLDER / f"{name}-{language}-{kind}.png"
    target.write_bytes(data)
    sys.stdout.write(f"{target.name} {len(data) // 1000} KB\n")
    context.close()


def main(names: list[str]) -> None:
    """All pictures, or those of the places named."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with house() as portal:
        for name, language, kinds in SHOTS:
            for kind in kinds:
                if not names or name in names:
                    shoot(portal, name, language, kind)


if __name__ == "__main__":
    main(sys.argv[1:])

"""Files of the face: made from their parts, small enough, and nothing from elsewhere."""

import gzip
import re

from django.conf import settings
from django.contrib.staticfiles import finders

from network.ui import assets

#: Style sheet and scripts of a page, compressed (design/ui.md leaves 15 KB of its 55 to the HTML).
BUDGET = 40_000


def test_the_style_sheet_equals_its_parts():
    assert assets.SHEET.read_text(encoding="utf-8") == assets.style_sheet(), "run manage.py build_face"


def test_the_map_and_the_weave_equal_what_is_made_from_the_data():
    assert assets.SPRITE.read_text(encoding="utf-8") == assets.map_sprite(), "run manage.py build_face"
    assert assets.WEAVE.read_text(encoding="utf-8") == assets.weave_picture(), "run manage.py build_face"


def test_every_part_of_the_style_sheet_is_joined():
    parts = {path.relative_to(assets.CSS).as_posix() for path in assets.CSS.rglob("*.css")}
    assert parts - {"portal.css"} == set(assets.PARTS)


def test_style_and_scripts_of_a_page_stay_small():
    scripts = sorted((settings.BASE_DIR / "static" / "js").glob("*.js"))
    htmx = finders.find("django_htmx/htmx-2.min.js")
    files = [assets.SHEET, *scripts]
    size = sum(len(gzip.compress(path.read_bytes())) for path in files)
    with open(htmx, "rb") as file:
        size += len(gzip.compress(file.read()))
    assert size <= BUDGET


def test_no_page_asks_for_more_than_four_scripts():
    """Those of the base page, of a template, and of the components that it names."""
    asked, named = re.compile(r"\b(?:js|htmx)/[\w.-]+\.js"), re.compile(r'{% include "([^"]+)"')
    folder = settings.BASE_DIR / "templates"
    texts = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*.html")
    }
    base = set(asked.findall(texts["base.html"]))
    for name, text in texts.items():
        parts = [text, *(texts.get(part, "") for part in named.findall(text))]
        scripts = base.union(*(asked.findall(part) for part in parts))
        assert len(scripts) <= 4, (name, scripts)


def test_nothing_is_fetched_from_elsewhere():
    for path in [*assets.CSS.rglob("*.css"), *(settings.BASE_DIR / "static" / "js").glob("*.js")]:
        text = path.read_text(encoding="utf-8").replace("](https://)", "")
        assert not re.search(r"https?://(?!www\.w3\.org)", text), path


def test_every_token_that_is_used_is_defined():
    sheet = assets.style_sheet()
    assert set(re.findall(r"var\((--[a-z0-9-]+)", sheet)) <= set(re.findall(r"(--[a-z0-9-]+):", sheet))


def test_dark_colours_stand_for_every_light_one_that_carries_text():
    tokens = (assets.CSS / "tokens.css").read_text(encoding="utf-8")
    light, dark = tokens.split("@media screen and (prefers-color-scheme: dark)")
    colours = {name for name, value in re.findall(r"(--[a-z0-9-]+):\s*(#[0-9a-f]{6})", light)}
    assert colours == set(re.findall(r"(--[a-z0-9-]+):\s*#[0-9a-f]{6}", dark))

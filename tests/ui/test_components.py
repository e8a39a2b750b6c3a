"""The components: documented at their head, shown in every state on one page, light on the line."""

import gzip
import re

import pytest
from django.conf import settings as configured

from network.ui import slots
from tests.browser import test_home

FOLDER = configured.BASE_DIR / "templates" / "components"
COMPONENTS = sorted(FOLDER.rglob("*.html"))
#: HTML of a page: as it is, and compressed (design/performance.md).
RAW, COMPRESSED = 60_000, 15_000


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: path.stem)
def test_a_component_says_at_its_head_what_it_is(path):
    head = path.read_text(encoding="utf-8")[:600]
    name = path.relative_to(FOLDER.parent).as_posix()
    assert re.match(r"(\{% comment %\}\s*|\{# )" + re.escape(name) + " — ", head), name


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["en", "es", "fr", "pt"])
def test_the_page_of_components_is_whole_in_each_language(client, settings, language):
    settings.DEMO, settings.ROOT_URLCONF = True, "tests.ui.demonstration_urls"
    answer = client.get(f"/dev/components/?language={language}")
    html = answer.content.decode()
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in html
    assert not re.search(r"\{[%{#]", html)
    identifiers = re.findall(r'\sid="([^"]+)"', html)
    assert sorted(identifiers) == sorted(set(identifiers))


@pytest.mark.django_db
def test_the_page_of_components_is_not_open_in_production(client, settings):
    settings.ROOT_URLCONF = "tests.ui.demonstration_urls"
    settings.DEBUG = settings.DEMO = False
    assert client.get("/dev/components/").status_code == 404


@pytest.mark.django_db
def test_the_home_page_with_its_map_is_light(client, monkeypatch):
    monkeypatch.setattr(slots, "_fillings", {})
    slots.register("home.map", context=test_home.overview)
    html = client.get("/es/").content
    assert len(html) < RAW
    assert len(gzip.compress(html)) < COMPRESSED
    assert b"americas.svg#BRA" in html


@pytest.mark.django_db
def test_the_preview_of_a_text_is_for_those_who_write(client, focal_point_of_guatemala):
    assert client.post("/en/me/preview/", {"text": "*a*"}).status_code == 302
    client.force_login(focal_point_of_guatemala)
    assert (
        client.post("/en/me/preview/", {"text": "*a* <script>"}).content
        == b"<p><em>a</em> &lt;script&gt;</p>\n"
    )
    assert client.get("/en/me/preview/").status_code == 405

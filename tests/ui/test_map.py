"""The map of the Americas says the same as its table."""

import re

import pytest
from django.template import Context, Template
from django.utils.translation import override

from network.ui import assets
from network.ui.map import Place, americas, endorsement

pytestmark = pytest.mark.django_db
CODES = sorted(assets.map_data()["pt"])


def drawn(counts: dict[str, int | None]) -> str:
    places = [
        Place(
            code, f"State {code}", counts.get(code, 0), f"/x/{code}/", f"State {code}: {counts.get(code, 0)}"
        )
        for code in CODES
    ]
    tag = '{% americas_map places id="m" title="Practices" caption="Practices" unit="Number" %}'
    return Template(tag).render(Context({"places": places}))


def test_each_of_the_35_states_is_one_link_on_the_map_and_one_row_of_the_table():
    html = drawn({"BRA": 3})
    figure, table = html.split("</figure>")
    assert sorted(re.findall(r'href="/x/([A-Z]{3})/" aria-label="State \1: \d', figure)) == CODES
    assert sorted(re.findall(r'href="/x/([A-Z]{3})/"', table)) == CODES


def test_the_map_and_the_table_say_the_same_numbers():
    counts = {code: index * 7 % 11 for index, code in enumerate(CODES)}
    figure, table = drawn(counts).split("</figure>")
    on_map = dict(re.findall(r'aria-label="State ([A-Z]{3}): (\d+)"', figure))
    in_table = dict(re.findall(r'/x/([A-Z]{3})/">[^<]+</a></th><td class="num">(\d+)', table))
    assert on_map == in_table == {code: str(count) for code, count in counts.items()}


def test_the_page_names_shapes_that_the_picture_holds():
    shapes = set(re.findall(r' id="([^"]+)"', assets.SPRITE.read_text(encoding="utf-8")))
    used = set(re.findall(r"americas\.svg#([A-Za-z-]+)", drawn({})))
    assert used <= shapes


def test_what_is_not_a_member_state_has_no_colour_name_or_link():
    html = drawn(dict.fromkeys(CODES, 1))
    assert not re.search(r"#x\d", html)
    assert re.search(r'<use href="[^"]+#land"/>', html)
    for name in ("Falkland", "Puerto Rico", "Greenland", "Guyane", "Anguilla", "Montserrat"):
        assert name not in html


def test_the_map_adds_little_to_a_page():
    assert len(drawn(dict.fromkeys(CODES, 2)).encode()) < 16_000


@pytest.mark.parametrize(("largest", "keys"), [(0, 4), (3, 4), (12, 4), (5000, 4)])
def test_the_legend_spans_the_figures(largest, keys):
    levels = americas([Place("BRA", "Brazil", largest, "", ""), Place("CHL", "Chile", 0, "", "")])
    assert len(levels.keys) == keys
    assert {place.iso3: place.level for place in levels.main} == {"BRA": 3 if largest > 2 else 0, "CHL": 0}


def test_a_map_without_figures_has_no_legend():
    assert americas([Place("BRA", "Brazil", None, "", "")]).keys == []


def test_coordinates_have_points_in_every_language():
    with override("es"):
        assert re.search(r'cx="-?\d+\.\d"', drawn({}))


def test_the_note_stands_in_four_languages_the_pages_own_first():
    with override("fr"):
        notes = endorsement()
    assert [code for code, _text in notes] == ["fr", "en", "es", "pt"]
    assert len({text for _code, text in notes}) == 4

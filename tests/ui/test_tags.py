"""Signs, languages, numbers and the registries behind pages."""

import datetime as dt
import json
import re

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.utils.translation import override

from network.models.text import Passage
from network.ui import icons, languages, navigation, numbers, slots


def shown(source: str, **context: object) -> str:
    return Template(source).render(Context(context))


def test_an_icon_is_hidden_from_those_who_listen_and_an_unknown_one_fails():
    assert 'aria-hidden="true"' in icons.icon("search")
    assert 'aria-hidden="true"' in icons.icon("anchor")
    with pytest.raises(Exception, match="does not exist"):
        icons.icon("no-such-icon")


@pytest.mark.parametrize(("value", "filled"), [(None, 0), (0, 0), (2, 2), (4, 4), (9, 4)])
def test_a_meter_has_four_cells(value, filled):
    html = icons.meter(value)
    assert (html.count("<rect"), html.count('class="on"')) == (4, filled)


@pytest.mark.parametrize("name", icons.DIRECTIONS)
def test_each_direction_has_a_shape_of_its_own(name):
    others = [icons.direction(other) for other in icons.DIRECTIONS if other != name]
    assert icons.direction(name) not in others


def test_text_of_another_language_is_marked_and_escaped():
    with override("pt"):
        assert shown("{% foreign text 'es' %}", text="<b>") == '<span lang="es">&lt;b&gt;</span>'
        assert shown("{% foreign text 'pt' %}", text="a & b") == "a &amp; b"
        assert shown("{% foreign p %}", p=Passage("Modelo", "es", True)) == '<span lang="es">Modelo</span>'
        assert shown("{% prose p %}", p=Passage("*a*", "es", True)).startswith(
            '<div class="prose" lang="es"><p>'
        )


def test_codes_say_original_approved_and_machine():
    html = shown("{% codes source='es' machine=m approved=a %}", m=["en"], a=["pt"])
    assert re.findall(r'<abbr(?: class="(\w+)")? title="[^"]+">(\w+)<', html) == [
        ("mt", "EN"),
        ("src", "ES"),
        ("", "PT"),
    ]


@pytest.mark.parametrize(("language", "line"), [("fr", "Titre\u00a0: Escuelas"), ("es", "Titre: Escuelas")])
def test_french_keeps_its_colon_apart_from_the_label(language, line):
    with override(language):
        assert Template("{{ label }}{% colon %} Escuelas").render(Context({"label": "Titre"})) == line


@pytest.mark.parametrize(
    ("language", "thousands", "day"),
    [
        ("en", "1,234.5", "March 27, 2024"),
        ("es", "1.234,5", "27 de marzo de 2024"),
        ("fr", "1\u202f234,5", "27 mars 2024"),
        ("pt", "1.234,5", "27 de março de 2024"),
    ],
)
def test_numbers_and_dates_follow_the_language(language, thousands, day):
    with override(language):
        assert numbers.number(1234.5) == thousands
        assert numbers.day(dt.date(2024, 3, 27)) == day
        assert numbers.partial_day("2024") == "2024"
        assert numbers.partial_day("2024-03-27") == day


def test_an_unknown_says_so_and_is_never_zero():
    with override("en"):
        for say in (numbers.number, numbers.percent, numbers.day, numbers.moment, numbers.partial_day):
            assert say(None) == "Not yet known"
        assert numbers.money(None, "USD") == "Not yet known"


def test_money_carries_its_currency():
    with override("fr"):
        assert numbers.money(25000, "USD") == "25\u202f000 USD"
        assert numbers.money(1, "JMD") == "1 JMD"


@pytest.mark.parametrize(
    ("path", "code", "leads_to"),
    [
        ("/es/states/GT/", "fr", "/fr/states/GT/"),
        ("/es/", "pt", "/pt/"),
        ("/dev/components/", "es", "/es/"),
        ("/", "en", "/en/"),
    ],
)
def test_a_page_has_its_address_in_every_language(path, code, leads_to):
    assert languages.in_language(path, code) == leads_to


def test_a_navigation_item_of_an_unknown_area_is_refused():
    with pytest.raises(ValueError, match="sideways"):
        navigation.register(navigation.NavItem("x", "network:home", "sideways"))


def test_a_person_sees_only_links_meant_for_them(monkeypatch):
    monkeypatch.setattr(navigation, "_items", {})
    navigation.register(
        navigation.NavItem("Desk", "network:me", navigation.PERSON, 2, shown=lambda user: user == "staff")
    )
    navigation.register(navigation.NavItem("Home", "network:home", navigation.PERSON, 1))
    assert [item.label for item in navigation.items(navigation.PERSON, "staff")] == ["Home", "Desk"]
    assert [item.label for item in navigation.items(navigation.PERSON, "other")] == ["Home"]


def test_slots_are_filled_in_order_and_an_empty_filling_leaves_nothing(no_fillings):
    request = RequestFactory().get("/en/")
    slots.register(
        "home.tasks", template="components/task.html", context=lambda r: {"title": "B", "url": "/"}, order=2
    )
    slots.register("home.tasks", template="components/task.html", context=_first, order=1)
    slots.register("home.tasks", template="components/task.html", context=_nothing, order=0)
    assert re.findall(r"<b>(\w)</b>", slots.render("home.tasks", request)) == ["A", "B"]
    assert slots.data("home.map", request) is None
    with pytest.raises(KeyError):
        slots.register("no.such.slot")


def _first(request):
    return {"title": "A", "url": "/"}


def _nothing(request):
    return None


def test_htmx_is_set_up_for_a_strict_policy():
    html = shown('{% include "components/htmx.html" %}')
    settings = json.loads(re.search(r"content='([^']+)'", html)[1])
    assert settings["allowEval"] is False
    assert settings["includeIndicatorStyles"] is False
    assert settings["historyCacheSize"] == 0
    assert {"code": "422", "swap": True} in settings["responseHandling"]

"""The Network's own pages in four languages."""

import re

import pytest
from django.test import Client
from django.utils.translation import override

from network.choices import Role
from network.models import MemberState
from network.ui import navigation
from tests.factories import UserFactory
from tests.plainly import plain_running

LANGUAGES = ("en", "es", "fr", "pt")
PAGES = (
    "",
    "states/",
    "states/GT/",
    "states/VE/",
    "topics/",
    "topics/youth/",
    "topics/population-groups/",
    "about/",
    "help/",
    "privacy/",
    "accessibility/",
    "data/",
    "accounts/login/",
    "accounts/password/reset/",
    "accounts/password/reset/done/",
    "accounts/inactive/",
)
#: Queries of the home page that a visitor causes, whatever the portal holds.
HOME_BUDGET = 8

pytestmark = pytest.mark.django_db


def page(client: Client, address: str, status: int = 200) -> str:
    """The page's HTML, after looking that it is whole."""
    answer = client.get(address)
    assert answer.status_code == status, address
    html = answer.content.decode()
    assert not re.search(r"\{[%{#]", html), "a template's mark is left in the page"
    assert html.rstrip().endswith("</html>")
    return html


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
def test_a_page_says_its_language_and_leads_to_itself_in_the_others(client, language, path):
    html = page(client, f"/{language}/{path}")
    assert f'<html lang="{language}">' in html
    for other in LANGUAGES:
        assert re.search(rf'hreflang="{other}" href="http://[^"/]+/{other}/{path}"', html)
        assert f'<a href="/{other}/{path}" lang="{other}"' in html
    assert 'hreflang="x-default"' in html


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_one_heading_a_title_and_no_repeated_id(client, path):
    html = page(client, f"/en/{path}")
    assert len(re.findall(r"<h1[ >]", html)) == 1
    assert re.search(r"<title>[^<]{4,}</title>", html)
    identifiers = re.findall(r'\sid="([^"]+)"', html)
    assert len(identifiers) == len(set(identifiers))


@pytest.mark.parametrize("path", PAGES)
def test_a_page_carries_no_script_or_style_of_its_own(client, path):
    html = page(client, f"/en/{path}")
    assert not re.search(
        r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\s(?:src=|type=.application/json))", html
    )


def test_every_link_within_the_portal_leads_somewhere(client):
    """Each once, however many pages lead there."""
    found = {
        address: path
        for path in PAGES
        for address in re.findall(r'<a [^>]*href="(/[^"#]*)', page(client, f"/en/{path}"))
    }
    with plain_running():
        answers = {address: client.get(address).status_code for address in found}
    lost = {address: found[address] for address, code in answers.items() if code not in (200, 302)}
    assert len(found) > len(PAGES)
    assert lost == {}, "address: on which page"


def test_the_language_links_keep_what_was_asked(client):
    html = page(client, "/en/states/?q=a%20b&x=1")
    assert 'href="/fr/states/?q=a%20b&amp;x=1"' in html


def test_a_state_in_small_letters_leads_to_its_address(client):
    answer = client.get("/en/states/gt/")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/en/states/GT/")


@pytest.mark.parametrize("path", ["states/XX/", "topics/nothing/", "nowhere/"])
def test_what_is_not_there_says_so(client, path):
    html = page(client, f"/es/{path}", 404)
    assert '<html lang="es">' in html


def test_the_home_page_stays_within_its_queries(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(HOME_BUDGET):
        page(client, "/es/")


@pytest.mark.parametrize(("path", "queries"), [("states/", 1), ("topics/", 1), ("states/GT/", 1)])
def test_the_networks_own_part_of_a_page_costs_few_queries(
    client, path, queries, django_assert_max_num_queries, no_fillings
):
    with django_assert_max_num_queries(queries):
        page(client, f"/en/{path}")


def test_the_states_stand_by_region_in_the_order_of_the_language(client):
    html = page(client, "/fr/states/")
    names = [name.strip() for name in re.findall(r'href="/fr/states/[A-Z]{2}/">([^<]+)<', html)]
    assert len(names) == 35
    assert names.index("États-Unis") > names.index("Canada")
    assert names.index("États-Unis") < names.index("Mexique")


def test_a_state_that_does_not_take_part_is_told_neutrally_with_its_note(client):
    for state in MemberState.objects.exclude(status="active"):
        html = page(client, f"/en/states/{state.iso2}/")
        with override("en"):
            assert state.get_status_display() in html


def test_the_person_sees_the_own_roles_and_the_visitor_is_asked_to_sign_in(client, focal_point_of_guatemala):
    assert client.get("/es/me/").status_code == 302
    client.force_login(focal_point_of_guatemala)
    html = page(client, "/es/me/")
    assert "Guatemala" in html
    assert "Ana Lucía Morales" in html


@pytest.mark.parametrize("count", [1, 3])
def test_my_page_asks_the_database_as_often_for_three_roles_as_for_one(
    client, count, django_assert_max_num_queries, no_fillings
):
    person = UserFactory(roles=[(Role.CONTRIBUTOR, code) for code in ("GT", "CL", "BR")[:count]])
    client.force_login(person)
    with django_assert_max_num_queries(7):
        page(client, "/en/me/")


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt"])
def test_the_bar_of_a_manager_has_room_for_their_links(staff_manager, language):
    """At 1280 px; a person's own lists (order 80 and above) stand on /me/ and in the phone's menu."""
    with override(language):
        own = [item for item in navigation.items(navigation.PERSON, staff_manager) if item.order < 80]
        assert len(own) <= 5
        assert sum(len(str(item.label)) for item in own) <= 70

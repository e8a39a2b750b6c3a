"""What search engines are told: robots.txt, the site map, and which pages ask not to be listed."""

import re
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import pytest
from django.core.cache import cache
from django.utils import timezone

from network.ui import sitemaps
from practices.choices import PracticeState
from tests.factories import PublishedPracticeFactory

pytestmark = pytest.mark.django_db
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
SITE = "http://localhost:8000"


@pytest.fixture(autouse=True)
def _nothing_kept():
    cache.clear()


def addresses(client, part, page=1):
    answer = client.get(f"/sitemap-{part}.xml", {"p": page})
    assert answer.status_code == 200
    tree = ElementTree.fromstring(answer.content)
    return [url.findtext("s:loc", namespaces=NAMES) for url in tree.findall("s:url", NAMES)]


def test_robots_opens_public_pages_and_the_sign_in_page_and_closes_doors_and_staff(client):
    text = client.get("/robots.txt").content.decode()
    rules = RobotFileParser()
    rules.parse(text.splitlines())
    for path in ("", "practices/", "practices/GP-2026-0001/", "states/GT/", "register/"):
        assert rules.can_fetch("any", f"{SITE}/pt/{path}")
    for path in ("accounts/password/reset/", "staff/people/", "practices/desk/", "invitations/abc/"):
        assert not rules.can_fetch("any", f"{SITE}/pt/{path}")
    assert "Allow: /pt/accounts/login/$" in text  # the longer rule wins, which Python's parser does not know
    assert f"Sitemap: {SITE}/sitemap.xml" in text


def test_the_site_map_names_its_parts(client):
    tree = ElementTree.fromstring(client.get("/sitemap.xml").content)
    found = {place.text.rsplit("/", 1)[1] for place in tree.iterfind("s:sitemap/s:loc", NAMES)}
    parts = (
        "adaptations",
        "assistance",
        "cooperations",
        "courses",
        "fund",
        "fund-projects",
        "organizations",
        "pages",
        "practices",
        "spaces",
        "states",
        "threads",
        "topics",
    )
    assert found == {f"sitemap-{name}.xml" for name in parts}
    assert client.get("/sitemap-nothing.xml").status_code == 404
    assert client.get("/sitemap-states.xml?p=99").status_code == 404


def test_each_address_stands_there_in_four_languages_with_its_translations_and_answers(client):
    practice = PublishedPracticeFactory()
    found = addresses(client, "practices")
    assert found == [f"{SITE}/{code}/practices/{practice.identifier}/" for code in ("en", "es", "fr", "pt")]
    text = client.get("/sitemap-practices.xml").content.decode()
    for code in ("en", "es", "fr", "pt"):
        assert text.count(f'hreflang="{code}" href="{found[0].replace("/en/", f"/{code}/")}"') == 4
    assert text.count('hreflang="x-default"') == 4
    assert f"<lastmod>{timezone.now():%Y-%m-%d}</lastmod>" in text
    for part in ("pages", "states", "topics"):
        for address in addresses(client, part)[::9]:
            assert client.get(address.removeprefix(SITE)).status_code == 200


@pytest.mark.parametrize("state", [state for state in PracticeState if state != PracticeState.PUBLISHED])
def test_only_what_the_public_reads_is_named(client, state):
    practice = PublishedPracticeFactory()
    type(practice).objects.filter(pk=practice.pk).update(state=state)
    assert addresses(client, "practices") == []


@pytest.mark.parametrize("count", [1, 3])
def test_a_file_of_the_site_map_costs_two_queries_however_many_it_names(
    client, count, django_assert_num_queries
):
    PublishedPracticeFactory.create_batch(count)
    with django_assert_num_queries(2):  # how many there are, and those of this file
        assert len(addresses(client, "practices")) == 4 * count
    with django_assert_num_queries(0):  # kept for an hour
        addresses(client, "practices")


def test_many_records_are_told_in_several_files(client, monkeypatch):
    monkeypatch.setattr(sitemaps, "RECORDS", 2)
    practices = PublishedPracticeFactory.create_batch(3)
    index = client.get("/sitemap.xml").content.decode()
    assert re.findall(r"sitemap-practices\.xml\?p=\d", index) == ["sitemap-practices.xml?p=2"]
    last = addresses(client, "practices", 2)
    assert len(last) == 4
    assert max(practice.identifier for practice in practices) in last[0]


def test_the_plain_sign_in_page_may_be_listed_and_one_that_leads_on_or_holds_a_token_may_not(client):
    assert "noindex" not in client.get("/es/accounts/login/").content.decode()
    for path in (
        "accounts/login/?next=/es/me/",
        "accounts/password/reset/",
        "accounts/password/reset/key/0-x/",
    ):
        assert "noindex" in client.get(f"/es/{path}").content.decode()


def test_scripts_of_keys_do_not_hold_up_the_page(client):
    html = client.get("/es/accounts/login/").content.decode()
    scripts = re.findall(r"<script src=[^>]*>", html)
    assert len(scripts) == 4
    assert all(" defer" in script for script in scripts)

"""Every page that needs no object in its address is read in four languages, and none keeps English text."""

import re

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import LocalePrefixPattern
from lxml import html

from network.choices import Role
from network.models import MemberState
from practices.choices import Depth
from practices.choices.sections import SECTIONS
from tests.factories import DraftPracticeFactory, UserFactory

STEPS = [section.slug for section in SECTIONS]
WORDS = re.compile(r"[A-Za-z]{2,}\W+[A-Za-z]{2,}")
#: Addresses, codes of languages ("Español: original"), names of licences and currencies.
SAME = re.compile(r"@example\.org$|: original$|^Creative Commons|^[A-Z]{3} – ")
#: Passages in a language of their own, what somebody typed, names of organizations and cities.
WRITTEN_BY_PEOPLE = """//body//*[@lang or @translate='no' or self::textarea
    or self::select[@name='time_zone' or @name='organization']]"""
#: Answers that are no page to read: files, actions, and what only says "sign out" or redirects.
NOT_PAGES = re.compile(r"preview|data/$|sign-in|logout|reauthenticate")


def addresses() -> list[str]:
    """The pages below a language's prefix whose address has no argument."""
    (pages,) = [p for p in get_resolver().url_patterns if isinstance(p.pattern, LocalePrefixPattern)]
    found: list[str] = []

    def walk(resolver: URLResolver, prefix: str) -> None:
        for pattern in resolver.url_patterns:
            route = prefix + str(pattern.pattern).strip("^")
            if isinstance(pattern, URLResolver):
                walk(pattern, route)
            elif isinstance(pattern, URLPattern) and not re.search(r"[<(\\]", route):
                found.append(route.removesuffix("$"))

    walk(pages, "")
    return sorted({address for address in found if not NOT_PAGES.search(address)})


def texts(content: bytes) -> set[str]:
    """What a page says in the page's own language: passages marked as another language are left out."""
    page = html.fromstring(content)
    for element in page.xpath(WRITTEN_BY_PEOPLE + "| //script | //style | //code"):
        element.drop_tree()
    shown = "//text() | //@alt | //@title | //@aria-label | //@placeholder"
    found = {" ".join(text.split()) for text in page.xpath(shown)}
    return {text for text in found if WORDS.search(text) and not SAME.search(text)}


@pytest.fixture(scope="module")
def client_of_all_rooms(django_db_setup, django_db_blocker):
    """Signed in once for all pages."""
    roles = [(Role.CONTRIBUTOR, "GT"), (Role.FOCAL_POINT, "GT"), Role.SCREENER, Role.STAFF_MANAGER]
    client = Client()
    with django_db_blocker.unblock(), transaction.atomic():
        client.force_login(UserFactory(full_name="Zoé", email="zoe@example.org", roles=roles))
        yield client
        transaction.set_rollback(True)


@pytest.fixture
def page_of(client_of_all_rooms, db, monkeypatch):
    """Fetches a page as someone who may enter every room, or as a visitor where that one is sent away.

    Cookies that a page sets are not kept for the next.
    """
    client, visitor = client_of_all_rooms, Client()
    monkeypatch.setattr(client, "cookies", client.cookies.copy())

    def fetch(address: str) -> bytes:
        for reader in (client, visitor):
            page = reader.get(address)
            if page.status_code == 200 and "html" in page["Content-Type"]:
                return page.content
        return b"<html><body></body></html>"

    return fetch


@pytest.mark.parametrize("address", addresses())
def test_no_english_is_left_on_a_page(page_of, address):
    names = set(MemberState.objects.values_list("name_en", flat=True))
    english = texts(page_of(f"/en/{address}")) - names
    for language in ("es", "fr", "pt"):
        assert texts(page_of(f"/{language}/{address}")) & english == set(), language


@pytest.fixture
def objects(published_of_guatemala, contributor_of_guatemala, office_of_guatemala):
    """What stands for the objects in the addresses below."""
    draft = DraftPracticeFactory(
        author=contributor_of_guatemala, organization=office_of_guatemala, depth=Depth.FULL
    )
    return {"identifier": published_of_guatemala.identifier, "draft": draft.uuid}


@pytest.mark.parametrize(
    "address",
    [
        "states/GT/",
        "topics/youth/",
        "practices/{identifier}/",
        "practices/{identifier}/withdraw/",
        "practices/drafts/{draft}/",
        "practices/drafts/{draft}/preview/",
        *(f"practices/drafts/{{draft}}/{step}/" for step in STEPS),
    ],
)
def test_no_english_is_left_around_what_people_wrote(objects, page_of, address):
    address = address.format(**objects)
    assert texts(page_of(f"/en/{address}"))
    test_no_english_is_left_on_a_page(page_of, address)

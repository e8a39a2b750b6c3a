"""What machines read in the page of a practice: schema.org and Dublin Core, complete and harmless."""

import json
import re
from html import unescape
from typing import Any

import pytest
from django.test import Client

from practices.models import Practice

pytestmark = pytest.mark.django_db
LANGUAGES = ("en", "es", "fr", "pt")
#: What search engines ask of an Article, and what schema.org offers for the rest of what a practice says.
WANTED = {"headline", "abstract", "author", "publisher", "datePublished", "dateModified", "inLanguage"}
WANTED |= {
    "identifier",
    "url",
    "mainEntityOfPage",
    "about",
    "keywords",
    "spatialCoverage",
    "version",
    "encoding",
}
#: The elements of simple Dublin Core that a practice has something for.
ELEMENTS = {"title", "creator", "subject", "description", "publisher", "date", "type", "format"}
ELEMENTS |= {"identifier", "language", "coverage"}


def page_of(client: Client, practice: Practice, language: str) -> str:
    """The page."""
    return client.get(f"/{language}/practices/{practice.identifier}/").content.decode()


def data_of(page: str) -> dict[str, Any]:
    """The block of JSON-LD."""
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert found
    return json.loads(found[1])


@pytest.mark.parametrize("language", LANGUAGES)
def test_schema_org_is_complete(client: Client, published_of_guatemala: Practice, language: str) -> None:
    data = data_of(page_of(client, published_of_guatemala, language))
    assert data["@context"] == "https://schema.org"
    assert data.keys() >= WANTED
    assert data["@id"] == data["url"]
    assert data["url"].endswith(f"/{language}/practices/{published_of_guatemala.identifier}/")
    for file in data["encoding"]:
        path = "/" + file["contentUrl"].split("/", 3)[3]
        assert client.get(path)["Content-Type"].startswith(file["encodingFormat"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_dublin_core_is_complete(client: Client, published_of_guatemala: Practice, language: str) -> None:
    page = page_of(client, published_of_guatemala, language)
    found = re.findall(r'<meta name="DC\.(\w+)" content="([^"]*)"', page)
    assert {name for name, _value in found} >= ELEMENTS
    assert ("identifier", published_of_guatemala.identifier) in found
    assert '<link rel="schema.DC" href="http://purl.org/dc/elements/1.1/">' in page


def test_no_text_ends_the_data_block(client: Client, published_of_guatemala: Practice) -> None:
    title = '</script><script>alert("1")</script>'
    Practice.objects.filter(pk=published_of_guatemala.pk).update(title_es=title)
    page = page_of(client, published_of_guatemala, "es")
    assert data_of(page)["headline"] == title
    assert "<script>alert" not in page
    assert title in unescape(re.findall(r'<meta name="DC\.title" content="([^"]*)"', page)[0])

"""The list of practices: what it counts, what it survives, how little it asks of the database."""

import re
from collections import Counter
from itertools import product

import pytest
from django.urls import reverse
from django.utils import timezone

from network.search import labels
from network.search.models import SearchRow
from practices.choices import Depth
from practices.filters import PracticeFilter
from tests.factories import DraftPracticeFactory, EvaluationFactory, PublishedPracticeFactory
from tests.factories.practices import copies_of

pytestmark = pytest.mark.django_db
LIST_QUERIES = 3  # originals, their translations, counts
SEVERAL_FILTERS_QUERIES = 4  # besides, the matches themselves are counted
SEARCH_QUERIES = 4  # words, matches, rows, the whole number
LANGUAGES = ("en", "es", "fr", "pt")


@pytest.fixture(autouse=True)
def _names_are_known():
    for language in LANGUAGES:
        labels.states(language), labels.topics(language), labels.iccs_sections(language)


@pytest.fixture
def variety():
    """Practices of two states with different facets."""
    return [
        PublishedPracticeFactory(topics=["youth", "homicide"], iccs=["01"]),
        PublishedPracticeFactory(topics=["youth"], scale="national", depth=Depth.FULL),
        PublishedPracticeFactory(country_id="CL", topics=["family"], offers_assistance=False),
        PublishedPracticeFactory(country_id="BR", source_language="pt", topics=["youth"], scale="national"),
    ]


def total(response):
    return int(re.search(r'role="status"><b>(\d+)', response.content.decode())[1])


def counts_shown(response):
    """Every filter on the page with its count."""
    html = response.content.decode()
    pattern = r'name="(\w+)" value="([\w-]+)"[^>]*><span>[^<]*</span><span>(\d+)</span>'
    return {f"{name}:{value}": int(count) for name, value, count in re.findall(pattern, html)}


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    ("query", "queries"),
    [
        ("", LIST_QUERIES),
        ("?state=GT", LIST_QUERIES),
        ("?state=GT&level=secondary", SEVERAL_FILTERS_QUERIES),
        ("?state=GT&level=secondary&scale=local&topic=youth", SEVERAL_FILTERS_QUERIES),
        ("?q=observatorio", SEARCH_QUERIES),
        ("?view=table", LIST_QUERIES),
        ("?view=map", 1),
    ],
)
def test_the_list_asks_the_database_as_often_for_three_as_for_one(
    client, count, query, queries, django_assert_num_queries
):
    PublishedPracticeFactory.create_batch(count)
    client.get("/es/practices/" + query)
    with django_assert_num_queries(queries):
        response = client.get("/es/practices/" + query)
    assert total(response) == count


def test_the_list_is_read_in_four_languages_in_three_ways(client, variety):
    for language, view in product(LANGUAGES, ["list", "map", "table"]):
        response = client.get(f"/{language}/practices/?view={view}")
        assert response.status_code == 200, (language, view)
        assert f'<html lang="{language}"' in response.content.decode()
        assert total(response) == 4, (language, view)


def test_titles_in_another_language_say_so(client, published_of_guatemala):
    html = client.get("/fr/practices/").content.decode()
    assert 'lang="es">Observatorio municipal de la violencia</a>' in html


def test_translations_are_shown_to_those_who_read_them(client):
    PublishedPracticeFactory(title_fr="Observatoire municipal", summary_fr="Des données pour prévenir.")
    html = client.get("/fr/practices/").content.decode()
    assert ">Observatoire municipal</a>" in html
    assert "Des données pour prévenir." in html


@pytest.mark.parametrize(
    "query",
    ["", "?state=GT", "?topic=youth", "?state=GT&topic=youth", "?scale=national&origin=es&topic=youth"],
)
def test_each_count_is_what_its_filter_leaves(client, query, variety):
    shown = counts_shown(client.get("/en/practices/" + query))
    assert shown
    for facet, count in shown.items():
        group, value = facet.split(":")
        kept = [pair for pair in query.removeprefix("?").split("&") if pair]
        if group not in ("topic", "approach", "iccs"):
            kept = [pair for pair in kept if not pair.startswith(f"{group}=")]
        address = "/en/practices/?" + "&".join(dict.fromkeys([*kept, f"{group}={value}"]))
        assert total(client.get(address)) == count, address


def test_with_three_filters_other_values_of_a_chosen_group_are_offered_without_a_count(client, variety):
    html = client.get("/en/practices/?scale=local&origin=es&level=secondary").content.decode()
    assert 'value="national"><span>National</span><span></span>' in html
    assert 'value="local" checked><span>Local</span><span>2</span>' in html


def test_counts_equal_a_recount(client, variety):
    recount = Counter(facet for row in SearchRow.objects.originals() for facet in row.facets)
    shown = counts_shown(client.get("/en/practices/"))
    assert shown == {facet: count for facet, count in recount.items() if not facet.startswith("theme:")}


def test_values_of_one_group_widen_and_topics_narrow(client, variety):
    assert total(client.get("/en/practices/?state=GT&state=CL")) == 3
    assert total(client.get("/en/practices/?topic=youth&topic=homicide")) == 1


def test_an_evaluation_is_a_facet():
    PublishedPracticeFactory(depth=Depth.FULL, parts=False)
    evaluated = PublishedPracticeFactory(depth=Depth.FULL)
    assert EvaluationFactory._meta.model.objects.filter(practice=evaluated).exists()
    assert "evaluated:yes" in SearchRow.objects.get(object_id=evaluated.pk).facets


def test_drafts_are_nobodys_in_the_list(client, focal_point_of_guatemala, draft_of_guatemala):
    client.force_login(focal_point_of_guatemala)
    assert total(client.get("/es/practices/")) == 0
    assert DraftPracticeFactory().title_es not in client.get("/es/practices/?q=observatorio").content.decode()


def test_pages_lead_on_and_back_without_gap_or_double(client):
    first = PublishedPracticeFactory()
    published = [first, *copies_of(first, *({"published_at": timezone.now()} for _ in range(59)))]
    seen, address = [], "/es/practices/"
    while address:
        html = client.get(address).content.decode()
        seen.append(re.findall(r"GP-\d{4}-\d{4,}(?=</span>)", html))
        link = re.search(r'<a href="([^"]+)" rel="next"', html)
        address = "/es/practices/" + link[1].replace("&amp;", "&") if link else ""
    assert [len(page) for page in seen] == [25, 25, 10]
    assert [code for page in seen for code in page] == [practice.identifier for practice in published[::-1]]
    back = re.search(r'<a href="([^"]+)" rel="prev"', html)[1]
    html = client.get("/es/practices/" + back.replace("&amp;", "&")).content.decode()
    assert re.findall(r"GP-\d{4}-\d{4,}(?=</span>)", html) == seen[1]


def test_hits_are_marked_and_markup_is_not_made(client):
    PublishedPracticeFactory(title_es="Mediación <b>escolar</b>")
    html = client.get("/es/practices/?q=mediacion").content.decode()
    assert "<mark>Mediación</mark> &lt;b&gt;escolar&lt;/b&gt;" in html


def test_a_mistyped_word_says_what_is_shown_instead(client, published_of_guatemala):
    html = client.get("/es/practices/?q=obserbatorio").content.decode()
    assert "observatorio" in html
    assert published_of_guatemala.identifier in html


def test_an_empty_list_proposes_what_to_take_away(client, variety):
    html = client.get("/en/practices/?state=CL&topic=homicide").content.decode()
    assert 'href="?topic=homicide"' in html
    assert "No practice answers all of this." in html


def test_htmx_gets_filters_and_results_only(client, variety):
    html = client.get("/en/practices/?state=GT", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in html
    assert 'id="results"' in html
    assert 'id="filters"' in html
    assert "<title>Good practices: Guatemala" in html
    assert 'href="/pt/practices/?state=GT"' in html


ODD_QUERIES = [
    "state=XX",
    "state=gt",
    "state=%00GT",
    "state=GT'--",
    "year=20261",
    "year=abcd",
    "year=%D9%A2%D9%A0%D9%A2%D9%A6",
    "topic=" + "a" * 5000,
    "level=primary&level=primary&level=nothing",
    "unknown=1",
    "view=everything",
    "sort=rank;DROP TABLE",
    "page=after-99999999999999999-1",
    "page=after-0-0",
    "page=before-x-y",
    "page=-1",
    "page=99999999999999999999",
    "page=%F0%9F%98%80",
    "page=%C2%B2",
    "q=%00",
    "q=%00prevenci%C3%B3n%00",
    "q=" + "x" * 10_000,
    "q=%27%3B+DROP+TABLE+search_searchrow%3B--",
    "q=%25%28a%29s+%25s+%7B%7D",
    "q=%3Cscript%3Ealert(1)%3C/script%3E",
    "q=a&page=99",
    "q=observatorio&page=%00",
    "q=%ED%A0%80",
    "&".join(f"state={code}" for code in ["GT", "CL", "BR"] * 300),
]


@pytest.mark.parametrize("address", ["/es/practices/", "/es/search/"])
def test_whatever_an_address_says_is_answered(client, address, published_of_guatemala):
    for query in ODD_QUERIES:
        response = client.get(f"{address}?{query}")
        assert response.status_code in (200, 404), query
        assert b"<script>alert" not in response.content, query


def test_filters_are_for_other_doors_too(variety, visitor, rf):
    query = rf.get("/", {"state": ["GT", "XX"]}).GET
    asked = PracticeFilter(query, user=visitor, language="en", size=1)
    assert asked.chosen == {"state": ["GT"]}
    assert len(asked.page().rows) == 1
    assert asked.keys().rows == [row.object_id for row in asked.page().rows]
    assert asked.tally.total == 2
    assert reverse("practices:list")

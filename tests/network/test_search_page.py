"""Search over everything."""

import pytest

from network.search import labels
from tests.factories import PublishedPracticeFactory

pytestmark = pytest.mark.django_db
SEARCH_QUERIES = 3  # words, matches, rows


@pytest.mark.parametrize("count", [1, 3])
def test_search_asks_the_database_as_often_for_three_as_for_one(client, count, django_assert_num_queries):
    PublishedPracticeFactory.create_batch(count)
    labels.states("es")
    client.get("/es/search/?q=observatorio")
    with django_assert_num_queries(SEARCH_QUERIES):
        client.get("/es/search/?q=observatorio")


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt"])
@pytest.mark.parametrize(
    "query", ["", "?q=observatorio", "?q=obserbatorio", "?q=zzzzzz", "?q=a&page=3&kind=no"]
)
def test_search_is_read_in_four_languages(client, language, query, published_of_guatemala):
    assert client.get(f"/{language}/search/{query}").status_code == 200


def test_a_word_without_accents_finds_and_marks_the_accented(client):
    practice = PublishedPracticeFactory(title_es="Prevención en la escuela")
    html = client.get("/pt/search/?q=prevencion").content.decode()
    assert "<mark>Prevención</mark>" in html
    assert practice.identifier in html


def test_answers_that_fit_on_one_page_offer_no_other(client, published_of_guatemala):
    html = client.get("/es/search/?q=observatorio").content.decode()
    assert published_of_guatemala.identifier in html
    assert 'rel="next"' not in html
    assert 'rel="prev"' not in html

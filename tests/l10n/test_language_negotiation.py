"""Which of the four languages a browser's wish leads to."""

import pytest
from django.test import RequestFactory
from django.utils.translation import get_language_from_request


@pytest.mark.parametrize(
    ("wish", "language"),
    [
        ("pt-BR,pt;q=0.9,en;q=0.8", "pt"),
        ("pt-PT", "pt"),
        ("es-419,es;q=0.9", "es"),
        ("es-GT", "es"),
        ("fr-CA,fr;q=0.8", "fr"),
        ("fr-HT", "fr"),
        ("ht,fr;q=0.7,en;q=0.5", "fr"),
        ("gn,es;q=0.5", "es"),
        ("en-JM", "en"),
        ("nl-SR,nl;q=0.9,en;q=0.5", "en"),
        ("de", "en"),
        ("", "en"),
        ("*", "en"),
        ("; DROP TABLE", "en"),
        ("es" * 3000, "en"),
    ],
)
def test_a_browsers_wish_leads_to_one_of_the_four_languages(wish, language):
    request = RequestFactory().get("/", headers={"accept-language": wish})
    assert get_language_from_request(request) == language

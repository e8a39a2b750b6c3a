"""Error pages: in the language of the address, without database, session or request's middleware."""

import re

import pytest
from django.core.exceptions import PermissionDenied
from django.template.loader import render_to_string
from django.test import RequestFactory

from network.views import errors

LANGUAGES = ("en", "es", "fr", "pt")
#: Not marked django_db: a question to the database fails these tests.
PAGES = {
    400: lambda request: errors.bad_request(request, ValueError()),
    403: lambda request: errors.forbidden(request, PermissionDenied()),
    404: lambda request: errors.not_found(request),
    500: lambda request: errors.server_error(request),
    503: lambda request: errors.unavailable(request),
}


@pytest.mark.parametrize("code", PAGES)
def test_an_error_page_needs_no_database(code):
    answer = PAGES[code](RequestFactory().get("/es/practices/?q=1"))
    html = answer.content.decode()
    assert answer.status_code == code
    assert f'<p class="fault__code">{code}</p>' in html
    assert 'href="/fr/practices/?q=1"' in html
    assert not re.search(r"\{[%{#]", html)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", [500, 503])
def test_a_fault_speaks_the_language_of_the_address(language, code):
    html = PAGES[code](RequestFactory().get(f"/{language}/practices/")).content.decode()
    assert f'<html lang="{language}">' in html


def test_being_away_says_when_to_come_back():
    assert PAGES[503](RequestFactory().get("/en/")).headers["Retry-After"] == "120"


def test_an_old_form_is_refused_with_words():
    answer = errors.csrf_failure(RequestFactory().post("/en/me/"), "CSRF cookie not set.")
    assert answer.status_code == 403
    assert b"CSRF" not in answer.content


def test_too_many_attempts_is_a_page_of_the_portal():
    html = render_to_string("429.html", {})
    assert "<h1>" in html
    assert 'class="foot"' in html


@pytest.mark.django_db
def test_the_portal_answers_its_own_pages_for_what_is_missing(client):
    answer = client.get("/fr/practices/GP-1900-9999/")
    assert answer.status_code == 404
    assert b"fault__code" in answer.content

"""What a cache in front may keep: pages of visitors, for a minute; never a page of somebody's own."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from tests.factories import PublishedPracticeFactory

pytestmark = pytest.mark.django_db
PAGES = (
    "/en/",
    "/es/practices/",
    "/fr/practices/?state=GT",
    "/pt/states/",
    "/es/states/GT/",
    "/es/topics/",
    "/es/topics/youth/",
    "/en/search/?q=observatorio",
    "/en/about/",
    "/api/v1/practices/",
)


@pytest.mark.parametrize("address", PAGES)
def test_a_visitors_page_may_be_kept_and_is_sent_once(client: Client, address: str) -> None:
    """For a minute in front, never in the browser without asking; unchanged, it is not sent again."""
    PublishedPracticeFactory()
    answer = client.get(address)
    assert answer.headers["Cache-Control"] == "public, max-age=0, s-maxage=60"
    assert not answer.cookies
    again = client.get(address, headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["Cache-Control"] == answer.headers["Cache-Control"]


@pytest.mark.parametrize("address", PAGES)
def test_a_page_of_somebody_signed_in_is_nobody_elses(
    client: Client, staff_manager: object, address: str
) -> None:
    """It names them in its frame."""
    client.force_login(staff_manager)
    assert client.get(address).headers["Cache-Control"] == "private, max-age=0"


@pytest.mark.parametrize("cookie", [settings.CSRF_COOKIE_NAME, "messages", settings.SESSION_COOKIE_NAME])
def test_a_cookie_of_ones_own_is_enough(client: Client, cookie: str) -> None:
    """Of a form begun, of a message waiting, of a session that has ended."""
    client.cookies[cookie] = "x" * 32
    assert client.get("/en/").headers["Cache-Control"].startswith("private")


def test_an_answer_that_is_no_page_is_not_kept(client: Client) -> None:
    """An address that does not exist today may tomorrow."""
    for address in ("/en/states/ZZ/", "/en/practices/GP-1999-0001/", "/api/v1/practices/GP-1999-0001/"):
        assert "public" not in client.get(address).headers.get("Cache-Control", "")


def test_nginx_passes_by_whoever_has_such_a_cookie() -> None:
    """The rule in front names the cookies that the portal sets."""
    text = Path(settings.BASE_DIR / "deploy" / "nginx.conf").read_text()
    pattern = re.search(r"~\*(\S+) 1;", text)
    assert pattern
    for name in ("__Host-session", "__Host-csrf", "messages"):
        assert re.search(pattern[1], f"a=b; {name}=x", re.IGNORECASE), name

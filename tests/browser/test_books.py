"""The Fund as readers see it: on a phone and a desk, light and dark; and what they take home."""

from pathlib import Path

import pytest

from network.choices import Role
from tests.factories import UserFactory
from tests.factories.fund import make_small_fund, make_varied

from .conftest import check_axe, check_no_overflow, picture

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def small(transactional_db):
    small = make_small_fund()
    make_varied(small)
    small.pledge()
    return small


@pytest.mark.parametrize(
    ("size", "language", "dark"), [("phone", "fr", False), ("wide", "es", False), ("wide", "pt", True)]
)
def test_the_books_are_read_on_a_phone_and_a_desk(open_browser, signed_in, small, size, language, dark):
    page = open_browser(size, dark=dark)
    signed_in(page, small.auditor)
    for name, path in {
        "overview": "fund/",
        "entries": "fund/entries/",
        "statement": f"fund/statements/{small.donor.pk}/",
        "audit": "fund/audit/",
        "state": "states/CL/",
    }.items():
        page.goto(f"/{language}/{path}")
        picture(page, f"{name}-{size}-{language}")
        check_axe(page)
        check_no_overflow(page)


def test_a_donor_saves_the_statement_as_pdf(open_browser, signed_in, small):
    page = open_browser("phone")
    signed_in(page, UserFactory(roles=[(Role.FOCAL_POINT, "CL")]))
    page.goto(f"/fr/fund/statements/{small.donor.pk}/")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Relevé en PDF").click()
    assert Path(waiting.value.path()).read_bytes().startswith(b"%PDF-")
    assert waiting.value.suggested_filename == f"fund-statement-{small.donor.pk}-fr.pdf"

"""The Fund on the pages of states, in the site map, and in the menu."""

import pytest
from django.core.cache import cache

from network.models import MemberState
from tests.factories.fund import make_varied

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt"])
def test_the_page_of_a_state_shows_what_it_gave_and_projects_there(client, small_fund, language):
    make_varied(small_fund)
    small_fund.project.states.set(MemberState.objects.filter(pk__in=["CL", "PE"]))
    page = client.get(f"/{language}/states/CL/").content.decode()
    assert 'id="h-fund"' in page
    assert "Donor A" in page
    assert f"of=given&amp;donor={small_fund.donor.pk}&amp;currency=USD" in page
    assert "Data for prevention" in page
    other = client.get(f"/{language}/states/PE/").content.decode()
    assert "Data for prevention" in other
    assert "Donor A" not in other
    assert 'id="h-fund"' not in client.get(f"/{language}/states/GT/").content.decode()


def test_search_engines_are_told_of_the_fund(client, small_fund):
    cache.clear()
    assert "sitemap-fund.xml" in client.get("/sitemap.xml").content.decode()
    pages = client.get("/sitemap-fund.xml").content.decode()
    assert all(f"/pt/fund/{path}<" in pages for path in ("", "entries/", "verify/"))
    assert "/fr/fund/projects/VF-2026-01/<" in client.get("/sitemap-fund-projects.xml").content.decode()


def test_the_menu_leads_to_the_fund(client, small_fund):
    assert 'href="/es/fund/"' in client.get("/es/").content.decode()

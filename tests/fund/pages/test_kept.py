"""Kept parts of the Fund's pages: whatever changes shows at once, and nothing of one reader is another's."""

import re
from unittest.mock import patch

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from redis.exceptions import ConnectionError as Away

from fund.choices import EntryKind
from fund.models import Agreement, Donor, Period, Pledge, Project
from fund.services import composing
from fund.services.showing.kept import key_of
from network.choices import Role
from network.config.cache import OptionalRedisCache
from network.models import reading_originals
from tests.factories import UserFactory
from tests.factories.fund import make_varied, words
from tests.fund.shared import sharing

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("kept pages of the Fund")]  # one ledger for all
PATHS = ("", "?year={year}", "entries/", "entries/?kind=contribution", "entries/1/", "projects/VF-2026-01/")
FRAME = 4  # session, person, grants, what waits


@pytest.fixture(autouse=True)
def fresh():
    """A cache without anything of earlier tests."""
    cache.clear()


def _fill(small):
    """Two years with all sorts of entries, and a pledge."""
    make_varied(small)
    small.pledge()


shared_ledger, varied = sharing(_fill)


def text(client, path, language="en"):
    answer = client.get(f"/{language}/fund/{path}")
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.content.decode())


def paths():
    return [path.format(year=Period.objects.last().starts_on.year) for path in PATHS]


def test_what_is_kept_reads_as_what_is_made(client, varied):
    for language in ("en", "fr"):
        for path in paths():
            first, second = text(client, path, language), text(client, path, language)
            assert first == second
            cache.clear()
            assert text(client, path, language) == first
    client.force_login(UserFactory(roles=[Role.AUDITOR]))
    path = f"statements/{varied.donor.pk}/"
    assert text(client, path) == text(client, path)


def test_pages_come_without_the_cache(client, varied, monkeypatch):
    whole = {path: text(client, path) for path in paths()}
    monkeypatch.setattr(OptionalRedisCache, "_quiet_until", 0.0)
    away = patch("django.core.cache.backends.redis.RedisCacheClient.get_client", side_effect=Away("away"))
    with away as asked:
        assert {path: text(client, path) for path in whole} == whole
        assert asked.called


def test_a_reversal_shows_at_once_in_every_list(client, small_fund):
    entry = small_fund.receive(100_00)
    pages = ("", "entries/", f"entries/?donor={small_fund.donor.pk}", f"entries/{entry.number}/")
    for path in pages:
        assert "Reversed by" not in text(client, path)
    small_fund.post(composing.reversal(words(description="Wrong"), entry=entry))
    for path in pages:
        assert "Reversed by No. 2" in text(client, path), path
    assert "100.00" not in re.findall(r"<dl class=\"figures\">.*?</dl>", text(client, ""))[0]


def test_a_new_entry_shows_at_once(client, small_fund):
    small_fund.receive(100_00)
    assert ">100.00<" in text(client, "")
    small_fund.receive(23_45)
    assert ">123.45<" in text(client, "")
    assert "Head No. 2" in text(client, "")
    assert "23.45 USD" in text(client, "entries/")


def test_changed_names_and_titles_show_at_once(client, varied):
    for path in paths():
        text(client, path)
    Donor.objects.update(name="Donor <Renamed>")
    Project.objects.update(title="Renamed project", title_en="Renamed project")
    for path in ("", "entries/", "entries/1/"):
        assert "Donor &lt;Renamed&gt;" in text(client, path), path
    for path in ("", "entries/"):
        assert "Renamed project" in text(client, path), path
    Donor.objects.update(name="Once more")  # in the same transaction
    for path in ("", "entries/", "entries/1/"):
        assert "Once more" in text(client, path), path


def test_a_translation_shows_at_once_and_says_how_it_came_about(client, varied):
    text(client, "", "fr")
    project = Project.objects.get(identifier="VF-2026-01")
    others = [code for code in ("en", "es", "fr", "pt") if code != project.source_language]
    code = others[-1]
    text(client, "", code)
    marks = {code: {"title": "machine:apertium"}}
    Project.objects.filter(pk=project.pk).update(
        **{f"title_{code}": "Von Maschine", "translation_marks": marks}
    )
    page = text(client, "", code)
    assert "Von Maschine" in page
    assert 'class="mt"' in page
    Project.objects.filter(pk=project.pk).update(translation_marks={})
    assert 'class="mt"' not in text(client, "", code)


def test_pledges_and_periods_show_at_once(client, varied):
    year = Period.objects.first().starts_on.year
    assert "Letter of the minister" in text(client, "")
    assert "Provisional figures" in text(client, f"?year={year}")
    Pledge.objects.update(source="Speech of the minister")
    assert "Speech of the minister" in text(client, "")
    Period.objects.filter(starts_on__year=year).update(is_certified=True, certified_by="Auditors")
    assert "Certified figures" in text(client, f"?year={year}")
    assert client.get("/en/fund/?year=2101").status_code == 404
    Period.objects.create(starts_on="2101-01-01", ends_on="2101-12-31")
    assert '<option value="2101"' in text(client, "entries/")
    assert client.get("/en/fund/?year=2101").status_code == 200


def test_a_statement_shows_changes_at_once_and_stays_with_who_may_read_it(client, varied):
    path = f"/en/fund/statements/{varied.donor.pk}/"
    client.force_login(UserFactory(roles=[Role.AUDITOR]))
    assert "AG-1" in client.get(path).content.decode()
    Agreement.objects.update(reference="AG-2")
    page = client.get(path).content.decode()
    assert "AG-2" in page
    assert "Stipulation" in page
    client.force_login(UserFactory(roles=[Role.MEMBER]))
    assert client.get(path).status_code == 404
    client.logout()
    for public in paths():
        assert "Stipulation" not in text(client, public)


def test_what_the_desk_may_do_is_not_kept_for_others(client, small_fund):
    small_fund.receive(100)
    client.force_login(UserFactory(roles=[Role.FUND_OFFICER]))
    assert "Reverse this entry" in text(client, "entries/1/")
    client.logout()
    assert "Reverse this entry" not in text(client, "entries/1/")


def test_the_chosen_filters_are_selected_and_only_they(client, varied):
    page = text(client, f"entries/?donor={varied.donor.pk}&kind=contribution&of=given&project=VF-2026-01")
    chosen = re.findall(r'<option value="([^"]*)" selected', page)
    assert chosen == ["contribution", "given", str(varied.donor.pk), "VF-2026-01"]
    assert " selected" not in text(client, "entries/")


def test_keys_tell_languages_settings_and_originals_apart(settings, db):
    keys = {key_of("part", (1,)), key_of("part", (2,)), key_of("other", (1,))}
    with reading_originals():
        keys.add(key_of("part", (1,)))
    settings.FUND_EVIDENCE_REQUIRED = not settings.FUND_EVIDENCE_REQUIRED
    keys.add(key_of("part", (1,)))
    settings.DEMO = not settings.DEMO
    keys.add(key_of("part", (1,)))
    assert len(keys) == 6


@pytest.mark.parametrize("count", [1, 3])
def test_what_is_kept_is_not_asked_for_again(client, small_fund, count):
    for _number in range(count):
        small_fund.receive(100)
        small_fund.post(small_fund.move(EntryKind.ALLOCATION, 50))
    most = {"": 1, "entries/": 2, "entries/1/": 2}
    for path, queries in most.items():
        text(client, path)
        assert _queries(client, path) == queries, path
    client.force_login(UserFactory(roles=[Role.AUDITOR]))
    cache.clear()  # the first page also counts what is new in the fora
    for path, whole in {"": 8, "entries/": 6, f"statements/{small_fund.donor.pk}/": 6}.items():
        assert _queries(client, path) <= FRAME + whole, path
        assert _queries(client, path) <= FRAME + most.get(path, 2), path


def _queries(client, path):
    with CaptureQueriesContext(
        connection,
    ) as asked:
        text(client, path)
    return len(asked)

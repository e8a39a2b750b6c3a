"""The queue: who sees which texts, what narrows it; it asks the database as often for three as for one."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from network.choices import Role
from network.l10n import providers
from network.l10n.models import Translation
from network.l10n.services import engines
from tests.factories import PublishedPracticeFactory, UserFactory

from .conftest import reviser_of, text_of


def rows(client: Client, query: str = "") -> list[Translation]:
    return [item["row"] for item in client.get(f"/en/translations/{query}").context["rows"]]


def desk_rows(**conditions: Any) -> int:
    return Translation.objects.filter(target_language="es", is_public=True, **conditions).count()


def test_a_reviser_sees_public_texts_of_the_own_language(desk, practice):
    found = rows(desk)
    assert found
    assert {row.target_language for row in found} == {"es"}


def test_a_focal_point_sees_the_texts_of_the_own_state_in_all_languages(client, practice, focal_point):
    PublishedPracticeFactory()
    client.force_login(focal_point)
    found = rows(client)
    assert {row.country_id for row in found} == {"HT"}
    assert {row.target_language for row in found} == {"en", "es", "pt"}


@pytest.mark.parametrize(
    "path",
    ["", "short/", "progress/", "suggestions/", "glossary/", "glossary/export/", "memory/", "memory/export/"],
)
def test_outsiders_find_nothing_and_visitors_are_asked_to_sign_in(client, db, path):
    assert client.get(f"/en/translations/{path}").status_code == 302
    client.force_login(UserFactory(roles=[(Role.CONTRIBUTOR, "HT"), Role.SCREENER]))
    assert client.get(f"/en/translations/{path}").status_code == 404


def test_filters_narrow_the_queue_and_nonsense_is_no_filter(desk, practice, title):
    assert title in rows(desk, "?kind=practices.practice&state=machine_draft&confidence=high")
    assert rows(desk, "?confidence=low") == []
    assert rows(desk, "?age=7") == []
    Translation.objects.filter(pk=title.pk).update(waiting_since=timezone.now() - timedelta(days=8))
    assert rows(desk, "?age=7") == [title]
    assert rows(desk, "?kind=nonsense&state=x&age=9&confidence=?&order=y&after=z") == rows(desk)


@pytest.mark.parametrize("order", ["", "unsure"])
def test_pages_show_each_text_once(desk, practice, order, monkeypatch):
    monkeypatch.setattr("network.l10n.views.queue.PER_PAGE", 3)
    seen, query = [], f"?order={order}"
    while query:
        answer = desk.get(f"/en/translations/{query}")
        seen += [item["row"].pk for item in answer.context["rows"]]
        query = answer.context["next_url"]
    visible = Translation.objects.filter(target_language="es", confidence__isnull=False, text__gt="")
    assert sorted(seen) == sorted(visible.values_list("pk", flat=True))
    assert len(seen) == len(set(seen))


def test_taking_the_next_text_reserves_it_and_others_see_by_whom(desk, practice, reviser):
    answer = desk.post("/en/translations/next/")
    taken = Translation.objects.get(claimed_by=reviser)
    assert answer["Location"] == f"/en/translations/{taken.pk}/"
    other = Client()
    other.force_login(reviser_of("es", full_name="Otro"))
    assert "Rosa Díaz" in other.get("/en/translations/").content.decode()
    assert "Rosa Díaz is working on it" in other.get(f"/en/translations/{taken.pk}/").content.decode()
    other.post("/en/translations/next/")
    assert Translation.objects.filter(claimed_by__isnull=False).count() == 2


def test_an_empty_queue_says_so_when_the_next_text_is_asked_for(desk):
    Translation.objects.all().delete()
    answer = desk.post("/en/translations/next/", {"language": "es"}, follow=True)
    assert "Nothing waits here" in answer.content.decode()


def test_the_lanes_count(desk, practice, title):
    lanes = {lane["state"]: lane["count"] for lane in desk.get("/en/translations/").context["lanes"]}
    assert lanes["machine_draft"] == desk_rows(state="machine_draft")
    assert lanes["stale"] == 0


def test_the_desk_asks_the_database_as_often_for_three_records_as_for_one(desk, practice, work):
    def queries(path: str) -> int:
        desk.get(path)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert desk.get(path).status_code == 200
        return len(asked)

    paths = ["/en/translations/", "/en/translations/short/", "/en/translations/suggestions/"]
    before = [queries(path) for path in paths]
    PublishedPracticeFactory.create_batch(2, source_language="fr", depth="full")
    work()
    assert [queries(path) for path in paths] == before


def test_without_an_engine_the_desk_says_that_people_translate(desk, practice, monkeypatch):
    assert "People translate" not in desk.get("/en/translations/").content.decode()
    monkeypatch.setattr(providers, "order", lambda source, target: [])
    engines._has_engine.cache_clear()
    for path in ("", "progress/"):
        assert "People translate" in desk.get(f"/en/translations/{path}").content.decode()
    row = text_of(practice, "title")
    assert "write the translation yourself" in desk.get(f"/en/translations/{row.pk}/").content.decode()


def test_progress_counts_by_kind_and_language(desk, practice, title):
    cache.delete("l10n.progress")
    lines: list[dict[str, Any]] = desk.get("/en/translations/progress/").context["lines"]
    spanish = next(line["figure"] for line in lines if line["figure"].kind == "practices.practice")
    assert spanish.machine == spanish.total > 5

"""A search of practices as files and as a feed; practices side by side."""

import io
import json
from typing import Any

import feedparser
import openpyxl
import pytest
from django.test import Client

from practices.choices import Depth
from practices.models import Evaluation, Practice
from practices.services import exporting
from tests.factories import DraftPracticeFactory, PublishedPracticeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def three(guatemala: Any) -> list[Practice]:
    """Three published practices, one of them with a title that a spreadsheet would take for a formula."""
    titles = ("=HYPERLINK(1)", "Mediación escolar", "Barrios seguros")
    found = [PublishedPracticeFactory(title_es=title) for title in titles]
    DraftPracticeFactory(title_es="Borrador secreto")
    return found


def body(answer: Any) -> bytes:
    """All of an answer that is made while it is sent."""
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def test_csv_xlsx_and_json_lines_hold_the_same_rows(client: Client, three: list[Practice]) -> None:
    text = body(client.get("/es/practices/list.csv")).decode("utf-8-sig")
    assert "'=HYPERLINK(1)" in text
    assert "secreto" not in text
    lines = text.strip().splitlines()
    assert lines[0].split(",") == list(exporting.COLUMNS)
    book = openpyxl.load_workbook(io.BytesIO(body(client.get("/es/practices/list.xlsx"))))
    rows = list(book.active.iter_rows(values_only=True))
    assert [row[0] for row in rows[1:]] == [each.identifier for each in reversed(three)]
    cell = book.active["C4"]
    assert (cell.data_type, cell.value) == ("s", "=HYPERLINK(1)")
    records = [json.loads(line) for line in body(client.get("/es/practices/list.jsonl")).splitlines()]
    assert [each["identifier"] for each in records] == [row[0] for row in rows[1:]]
    assert body(client.get("/es/practices/list.csv?bom=0"))[:3] != b"\xef\xbb\xbf"


def test_files_and_feed_follow_the_filters(client: Client, three: list[Practice]) -> None:
    for query, count in (("q=mediacion", 1), ("state=GT", 3), ("state=CL", 0), ("state=GT&depth=full", 0)):
        lines = body(client.get(f"/es/practices/list.jsonl?{query}")).splitlines()
        feed = feedparser.parse(client.get(f"/feeds/practices.atom?lang=es&{query}").content)
        assert not feed.bozo
        assert (len(lines), len(feed.entries)) == (count, count)


def test_the_feed_says_its_language_and_where_things_are(client: Client, three: list[Practice]) -> None:
    feed = feedparser.parse(client.get("/feeds/practices.atom?lang=es&state=GT").content)
    assert feed.feed.language == "es"
    assert "Guatemala" in feed.feed.title
    assert feed.entries[0].link.endswith(f"/es/practices/{three[2].identifier}/")
    assert client.get("/feeds/practices.atom?lang=de").status_code == 404
    assert (
        'href="/feeds/practices.atom?state=GT&amp;lang=es"'
        in client.get("/es/practices/?state=GT").content.decode()
    )


@pytest.mark.parametrize("count", [1, 3])
def test_a_file_asks_as_often_for_three_as_for_one(
    client: Client, guatemala: Any, count: int, django_assert_max_num_queries: Any
) -> None:
    PublishedPracticeFactory.create_batch(count)
    body(client.get("/es/practices/list.csv"))
    with django_assert_max_num_queries(6):
        body(client.get("/es/practices/list.csv"))


def test_a_file_holds_at_most_so_many(client: Client, three: list[Practice], monkeypatch: Any) -> None:
    monkeypatch.setattr(exporting, "MOST", 2)
    lines = body(client.get("/es/practices/list.jsonl")).splitlines()
    assert [json.loads(line)["identifier"] for line in lines] == [three[2].identifier, three[1].identifier]


def compared(*practices: Practice) -> str:
    """The address of a comparison."""
    return "/es/practices/compare/?" + "&".join(f"id={each.identifier}" for each in practices)


def test_up_to_four_stand_side_by_side(client: Client, three: list[Practice]) -> None:
    Evaluation.objects.create(practice=three[0], source_language="es", design="randomized", year=2020)
    more = [PublishedPracticeFactory(depth=Depth.FULL) for _number in range(2)]
    page = client.get(compared(*three, *more)).content.decode()
    assert page.count('<th scope="col">') == 4
    assert "(2020)" in page
    assert more[1].identifier not in page.split("<main")[1]
    assert "Solo se muestran las 4 primeras" in page
    two = client.get(compared(three[0], three[1])).content.decode()
    assert two.count('<th scope="col">') == 2
    assert f"?id={three[1].identifier}" in two


def test_what_may_not_be_read_is_not_compared(client: Client, three: list[Practice]) -> None:
    Practice.objects.filter(pk=three[1].pk).update(state="withdrawn")
    page = client.get(compared(three[0], three[1]) + "&id=GP-1999-0001&id=<b>").content.decode()
    assert page.count('<th scope="col">') == 1
    assert "Mediación" not in page
    assert "<b>," not in page
    assert client.get("/es/practices/compare/").status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_a_comparison_asks_as_often_for_three_as_for_one(
    client: Client, three: list[Practice], count: int, django_assert_max_num_queries: Any
) -> None:
    client.get(compared(*three))
    with django_assert_max_num_queries(4):
        client.get(compared(*three[:count]))


def test_the_table_lets_one_choose_what_to_compare(client: Client, three: list[Practice]) -> None:
    page = client.get("/es/practices/?view=table").content.decode()
    assert page.count('type="checkbox" name="id"') == 3
    assert 'action="/es/practices/compare/"' in page

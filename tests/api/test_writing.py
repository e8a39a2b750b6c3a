"""Records are written as the library would write them, only quicker."""

from typing import Any

import pytest
from django.test import Client, RequestFactory
from django.utils import translation
from rest_framework import serializers
from rest_framework.request import Request

from network.api.writing import RecordSerializer
from practices.api.serializers import PracticeSerializer, PracticeSummarySerializer
from practices.choices import Depth
from practices.models import Practice
from tests.factories import (
    BuildingBlockFactory,
    EvaluationFactory,
    LinkFactory,
    OutcomeFactory,
    PublishedPracticeFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def full() -> Practice:
    """A practice with parts of every kind, several topics, and a title of its own language."""
    practice = PublishedPracticeFactory(
        depth=Depth.FULL, topics=["youth", "family"], iccs=["01", "02"], title_fr="Observatoire"
    )
    for factory in (BuildingBlockFactory, OutcomeFactory, EvaluationFactory, LinkFactory):
        factory.create_batch(2, practice=practice)
    return practice


def by_the_library(serializer: type[RecordSerializer], record: Any, request: Request) -> dict[str, Any]:
    """Every field asked in the library's own way, parts too."""

    def written(made: Any, value: Any) -> dict[str, Any]:
        answer = {}
        for field in made.fields.values():
            source = field.get_attribute(value)
            nested = getattr(field, "child", field)
            if source is None:
                answer[field.field_name] = None
            elif isinstance(field, serializers.ListSerializer):
                listed = source.all() if hasattr(source, "all") else source
                answer[field.field_name] = [written(nested, each) for each in listed]
            elif isinstance(nested, serializers.Serializer):
                answer[field.field_name] = written(nested, source)
            else:
                answer[field.field_name] = field.to_representation(source)
        return answer

    return written(serializer(record, context={"request": request}), record)


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt"])
def test_a_record_is_written_as_the_library_would(full: Practice, language: str, visitor: Any) -> None:
    """Field by field, read from one query and read as any other practice."""
    request = Request(RequestFactory().get("/"))
    with translation.override(language):
        whole = Practice.objects.visible_to(visitor).whole(full.identifier)
        plain = Practice.objects.get(pk=full.pk)
        expected = by_the_library(PracticeSerializer, plain, request)
        for record in (whole, plain):
            assert PracticeSerializer(record, context={"request": request}).data == expected


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt"])
def test_a_line_says_what_the_record_says(full: Practice, language: str, visitor: Any) -> None:
    """Lists read few columns, and write the same."""
    PublishedPracticeFactory(organization=None)
    request = Request(RequestFactory().get("/"))
    practices = list(Practice.objects.order_by("pk"))
    with translation.override(language):
        lines = Practice.objects.visible_to(visitor).lines([practice.pk for practice in practices])
        written = PracticeSummarySerializer(lines, many=True, context={"request": request}).data
        assert list(written) == [
            by_the_library(PracticeSummarySerializer, practice, request) for practice in practices
        ]


def test_lines_are_of_what_the_reader_may_see(draft_of_guatemala: Practice, visitor: Any) -> None:
    """And in the order of the keys."""
    first, second = PublishedPracticeFactory(), PublishedPracticeFactory()
    keys = [second.pk, draft_of_guatemala.pk, first.pk]
    assert [line.pk for line in Practice.objects.visible_to(visitor).lines(keys)] == [second.pk, first.pk]
    assert Practice.objects.none().lines(keys) == []


def test_a_topic_that_another_process_added_is_named(full: Practice, client: Client) -> None:
    """The names that a process keeps are read anew when a record carries one that they do not have."""
    from network.models import Topic
    from network.search import labels

    labels.records(Topic)
    Topic.objects.bulk_create([Topic(slug="new-one", name_en="New one", parent_id="population-groups")])
    full.topics.add("new-one")
    for address in ("/api/v1/practices/", f"/api/v1/practices/{full.identifier}/"):
        data = client.get(address).json()
        row = data["results"][0] if "results" in data else data
        assert "New one" in [topic["name"] for topic in row["topics"]]
    labels.forget()

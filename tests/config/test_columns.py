"""The columns of whole records are written once; the statements are Django's, and so is what they bring."""

from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.db.backends.postgresql.compiler import SQLCompiler as DjangosCompiler
from django.db.models import Count, Exists, F, OuterRef, QuerySet
from django.db.models.functions import Lower

from network.config.postgresql.compiler import SQLCompiler
from network.models import User
from practices.models import Practice

MODELS = [model for model in apps.get_models() if model._meta.managed]


def written(compiler: type[DjangosCompiler], rows: Any) -> tuple[Any, ...]:
    """The statement, and what is made of its columns."""
    made = compiler(rows.query.clone(), connection, "default")
    statement = made.as_sql()
    columns = [column for column, _sql, _alias in made.select]
    filled = made.klass_info and (made.klass_info["model"], made.klass_info["select_fields"])
    return statement, filled, made.annotation_col_map, made.get_converters(columns).keys()


@pytest.mark.django_db
def test_statements_are_djangos() -> None:
    """For every model; the second time they are ready."""
    for model in MODELS:
        rows = QuerySet(model)
        expected = written(DjangosCompiler, rows)
        assert [written(SQLCompiler, rows), written(SQLCompiler, rows)] == [expected, expected], model


@pytest.mark.django_db
def test_so_are_those_that_ask_for_more_or_less() -> None:
    """Annotations, other tables, some columns, queries within queries, unions."""
    all_of_them = Practice.objects.all()
    inner = User.objects.filter(pk=OuterRef("author"))
    for rows in (
        all_of_them,
        all_of_them.annotate(number=F("revision")),
        all_of_them.alias(number=F("revision")).filter(number=1),
        all_of_them.select_related("author"),
        all_of_them.defer("uuid"),
        all_of_them.only("uuid"),
        all_of_them.values("uuid"),
        all_of_them.values_list("pk", "author__email"),
        all_of_them.extra(select={"one": "1"}),
        all_of_them.filter(Exists(inner)),
        all_of_them.filter(author__in=User.objects.filter(is_active=True)),
        all_of_them.filter(author__full_name="x").distinct(),
        all_of_them.union(all_of_them.filter(revision=1)),
        all_of_them.order_by("author__email")[3:9],
        all_of_them.select_related("revises", "author", "revises__author").order_by("-revision", "?"),
        all_of_them.order_by(F("revision").desc(nulls_last=True), "revises__pk"),
        all_of_them.order_by(Lower("contact_email"), "pk").reverse(),
        all_of_them.annotate(number=F("revision")).order_by("-number", F("number").asc(nulls_first=True)),
        all_of_them.values("revision").annotate(number=Count("pk")).order_by("revision", "number"),
        all_of_them.extra(order_by=["practices_practice.uuid"]),
        all_of_them.order_by(Practice._meta.get_field("revision").get_col("practices_practice").desc()),
        all_of_them.distinct("revision").order_by("revision"),
        all_of_them.select_for_update(of=("self",)).select_related("author"),
    ):
        expected = written(DjangosCompiler, rows)
        assert [written(SQLCompiler, rows), written(SQLCompiler, rows)] == [expected, expected], rows.query


@pytest.mark.django_db
def test_the_connection_takes_them() -> None:
    """Not Django's own, for records as for all else."""
    assert type(Practice.objects.all().query.get_compiler("default")) is SQLCompiler


@pytest.mark.django_db
def test_what_is_read_is_what_was_stored(published_of_guatemala: Practice) -> None:
    """Values are turned into Python's each time."""
    first, second = (Practice.objects.get(pk=published_of_guatemala.pk) for _ in range(2))
    for field in Practice._meta.concrete_fields:
        assert getattr(first, field.attname) == getattr(second, field.attname), field.name
        assert type(getattr(first, field.attname)) is type(getattr(second, field.attname)), field.name
    assert first.published_at == published_of_guatemala.published_at
    assert first.approaches == published_of_guatemala.approaches

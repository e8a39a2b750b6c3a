"""The one table that lists and search are served from, its counts and its vocabulary."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Q

from network.choices import Language

from .querysets import FacetCountQuerySet, SearchRowQuerySet


class SearchRow(models.Model):
    """An object in one language: how it is found, filtered, ordered and shown in a list.

    `address` has no language in front. `visibility` is the key that opens the row. `facets` are
    "group:value"; `signs` are the same as one character each (see FacetSign): those are quick to count.
    `display` is what a list shows besides. `vector` holds all words, as stems and as folded forms
    (folding.py), and tags to narrow by; `head` holds the folded forms of title and summary, small enough to
    stay in the row for ranking.
    """

    kind = models.CharField(max_length=20)
    object_id = models.BigIntegerField()
    language = models.CharField(max_length=2, choices=Language)
    is_original = models.BooleanField()
    address = models.CharField(max_length=200)
    visibility = models.CharField(max_length=40)
    published_at = models.DateTimeField()
    title = models.CharField(max_length=300)
    title_language = models.CharField(max_length=2, choices=Language)
    summary = models.TextField()
    facets = ArrayField(models.CharField(max_length=80))
    signs = models.TextField()
    display = models.JSONField()
    head = SearchVectorField()
    vector = SearchVectorField()

    objects = SearchRowQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "object_id", "language"], name="search_row_per_language"),
            models.UniqueConstraint(
                fields=["kind", "object_id"], condition=Q(is_original=True), name="search_one_original"
            ),
        ]
        indexes = [
            GinIndex(fields=["vector"], name="search_row_vector", fastupdate=False),
            GinIndex(
                fields=["facets"], condition=Q(is_original=True), name="search_row_facets", fastupdate=False
            ),
            models.Index(
                "kind",
                "visibility",
                F("published_at").desc(),
                F("object_id").desc(),
                condition=Q(is_original=True),
                name="search_row_newest",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id} {self.language}"


class IndexVersion(models.Model):
    """By which rules the rows of a kind were last made; see services/version.py."""

    kind = models.CharField(max_length=20, primary_key=True)
    version = models.CharField(max_length=20)

    def __str__(self) -> str:
        return f"{self.kind} {self.version}"


class FacetSign(models.Model):
    """The character that stands for a facet in `SearchRow.signs`; given once, never changed."""

    facet = models.CharField(max_length=80, unique=True)

    def __str__(self) -> str:
        return self.facet


class FacetCount(models.Model):
    """How many objects carry `facet` among those that carry `base` ("" stands for all objects).

    Rows add up: whoever changes an object adds rows of +1 and −1 in the same transaction and waits for
    nobody; `fold_counts` merges them later. A count is the sum of its rows.
    """

    kind = models.CharField(max_length=20)
    visibility = models.CharField(max_length=40)
    base = models.CharField(max_length=80, blank=True)
    facet = models.CharField(max_length=80, blank=True)
    objects_counted = models.IntegerField()

    objects = FacetCountQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["kind", "visibility", "base"], name="search_count_by_base")]

    def __str__(self) -> str:
        return f"{self.base} & {self.facet}: {self.objects_counted:+}"


class SearchWord(models.Model):
    """A word of titles, summaries and names; what a mistyped word is corrected to."""

    plain = models.CharField(max_length=40, primary_key=True)
    written = models.CharField(max_length=40)

    class Meta:
        indexes = [GinIndex(OpClass("plain", name="gin_trgm_ops"), name="search_word_trigrams")]

    def __str__(self) -> str:
        return self.written

"""How spaces, threads and posts look in answers of the API, and what is sent to write."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from network.api import CodedField, PassageField, RecordSerializer
from network.choices import Language

from ..choices import Access, PostState, SpaceKind, SpaceState
from ..querysets import Place
from ..services.texts import LONGEST_POST, LONGEST_TITLE


class SpaceSerializer(RecordSerializer):
    """A place of dialogue."""

    slug = serializers.CharField()
    url = serializers.SerializerMethodField(help_text="page for people, in the language of the answer")
    kind = CodedField(SpaceKind)
    access = CodedField(Access)
    state = CodedField(SpaceState)
    title = PassageField()
    description = PassageField()
    takes_posts = serializers.BooleanField(help_text="whether those who may write there can write now")
    is_premoderated = serializers.BooleanField(help_text="posts are read before they are published")
    opens_at = serializers.DateTimeField(allow_null=True)
    closes_at = serializers.DateTimeField(allow_null=True)
    languages = serializers.ListField(child=serializers.CharField())
    mandates = serializers.ListField(child=serializers.CharField())
    is_demonstration = serializers.BooleanField()

    def get_url(self, space: Any) -> str:
        """Its page."""
        return self.context["request"].build_absolute_uri(space.get_absolute_url())


class ThreadSerializer(RecordSerializer):
    """A subject in a space. Figures are of published posts alone."""

    id = serializers.IntegerField(source="pk")
    url = serializers.SerializerMethodField(help_text="page for people, in the language of the answer")
    space = serializers.SerializerMethodField(help_text="slug")
    title = PassageField()
    starter = serializers.CharField(source="starter_name")
    agenda_item = serializers.IntegerField(source="agenda_item_id", allow_null=True)
    is_pinned = serializers.BooleanField()
    is_locked = serializers.BooleanField()
    post_count = serializers.IntegerField(source="visible_count")
    last_number = serializers.IntegerField(source="last_visible_seq")
    last_post_at = serializers.DateTimeField(source="last_visible_at", allow_null=True)
    is_demonstration = serializers.BooleanField()

    def get_url(self, thread: Any) -> str:
        """Its page."""
        return self.context["request"].build_absolute_uri(thread.get_absolute_url())

    def get_space(self, thread: Any) -> str:
        """Which space."""
        return thread.space.slug


class TextSerializer(serializers.Serializer):
    """The text of a post, cleaned HTML, and whose words they are."""

    html = serializers.CharField()
    language = serializers.ChoiceField(Language.choices)
    is_original = serializers.BooleanField(help_text="as its author wrote it")
    origin = serializers.ChoiceField(["author", "human", "machine"], help_text="machine: nobody approved it")
    engine = serializers.CharField(help_text="that translated it; empty for people's words")
    is_stale = serializers.BooleanField(help_text="the original has changed since a person approved it")


class PostSerializer(RecordSerializer):
    """A post at its place; of one that may not be read, number and state alone."""

    id = serializers.IntegerField(source="pk")
    number = serializers.IntegerField(source="seq", allow_null=True, help_text="place in the thread")
    state = CodedField(PostState)
    author = serializers.CharField(
        source="author_name", help_text="empty: a former member, or not to be read"
    )
    office = serializers.CharField(source="author_office")
    country = serializers.CharField(source="country_id", allow_null=True, help_text="ISO 3166-1 alpha-2")
    reply_to = serializers.IntegerField(source="reply_to_seq", allow_null=True, help_text="number")
    published_at = serializers.DateTimeField(allow_null=True)
    edited_at = serializers.DateTimeField(allow_null=True)
    revision = serializers.IntegerField()
    text = serializers.SerializerMethodField()
    is_demonstration = serializers.BooleanField()

    @extend_schema_field(TextSerializer(allow_null=True))
    def get_text(self, place: Place) -> dict[str, Any] | None:
        """In the language of the answer, or else the original; null where it may not be read."""
        if not place.is_readable:
            return None
        origin = "author" if place.is_original else "machine" if place.is_machine else "human"
        return {
            "html": place.html,
            "language": place.language,
            "is_original": place.is_original,
            "origin": origin,
            "engine": place.engine,
            "is_stale": place.is_stale,
        }


class NewPostSerializer(serializers.Serializer):
    """A post to be published, or to wait for approval where posts are read first."""

    text = serializers.CharField(max_length=LONGEST_POST, help_text="Markdown")
    language = serializers.ChoiceField(Language.choices)
    reply_to = serializers.IntegerField(
        required=False, allow_null=True, min_value=1, max_value=2**31 - 1, help_text="number"
    )


class NewThreadSerializer(serializers.Serializer):
    """A thread with its first post."""

    title = serializers.CharField(max_length=LONGEST_TITLE)
    text = serializers.CharField(max_length=LONGEST_POST, help_text="Markdown")
    language = serializers.ChoiceField(Language.choices)
    agenda_item = serializers.IntegerField(required=False, allow_null=True, min_value=1, max_value=2**31 - 1)


class PageSerializer(serializers.Serializer):
    """A part of a list; follow `next` until it is null."""

    next = serializers.URLField(allow_null=True)
    previous = serializers.URLField(allow_null=True)


class SpacePageSerializer(PageSerializer):
    """Spaces."""

    results = SpaceSerializer(many=True)


class ThreadPageSerializer(PageSerializer):
    """Threads."""

    results = ThreadSerializer(many=True)


class PostPageSerializer(PageSerializer):
    """Posts."""

    results = PostSerializer(many=True)

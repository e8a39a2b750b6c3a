"""Practices in the database administration: to look at; they move by the desk and the form."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from network.admin import LookOnly

from .models import FieldComment, IdentifierSequence, Material, Practice, TransitionEvent


@admin.register(Practice)
class PracticeAdmin(LookOnly):
    """Records wherever they are on their way."""

    list_display = ("__str__", "title_in_its_language", "country", "state", "depth", "changed_at")
    list_filter = ("state", "depth", "provenance", "is_demonstration", "source_language")
    search_fields = ("identifier", "uuid", "title_en", "title_es", "title_fr", "title_pt")
    list_select_related = ("country",)
    date_hierarchy = "created_at"

    @admin.display(description=_("title"))
    def title_in_its_language(self, practice: Practice) -> str:
        """As its author wrote it."""
        return practice.original("title")


@admin.register(TransitionEvent)
class TransitionEventAdmin(LookOnly):
    """Who moved what, when and why."""

    list_display = ("at", "practice", "verb", "from_state", "to_state", "by")
    list_filter = ("verb",)
    list_select_related = ("practice", "by")
    date_hierarchy = "at"


@admin.register(FieldComment)
class FieldCommentAdmin(LookOnly):
    """Comments of screeners and their answers."""

    list_display = ("at", "practice", "section", "field", "by", "is_sent", "answered_at")
    list_select_related = ("practice", "by")


@admin.register(Material)
class MaterialAdmin(LookOnly):
    """Files, images and links."""

    list_display = ("uuid", "practice", "kind", "media_type", "size", "extraction_state")
    list_filter = ("kind", "extraction_state")
    list_select_related = ("practice",)


@admin.register(IdentifierSequence)
class IdentifierSequenceAdmin(LookOnly):
    """The last number given in each year."""

    list_display = ("year", "last")

"""Columns of the catalogue that exist once per language."""

from modeltranslation.translator import TranslationOptions, register

from .models import Course, Session


class SourceTextOptions(TranslationOptions):
    """Text of a record that is read by `passage`: a missing translation never falls back silently."""

    fallback_languages = {"default": ()}


@register(Course)
class CourseTranslation(SourceTextOptions):
    """What readers read of a course."""

    fields = (
        "title",
        "summary",
        "outcomes",
        "audience",
        "requirements",
        "grants_note",
        "admission_note",
        "contact_unit",
    )


@register(Session)
class SessionTranslation(SourceTextOptions):
    """What readers read of a session."""

    fields = ("place", "note")

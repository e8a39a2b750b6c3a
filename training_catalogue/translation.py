"""Columns of the catalogue that exist once per language."""

from modeltranslation.translator import TranslationOptions, register

from .models import (
    Assistance,
    Cooperation,
    CooperationReport,
    Course,
    DocumentedNeed,
    RankedTopic,
    Session,
    SurveyRound,
)


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


@register(Assistance)
class AssistanceTranslation(SourceTextOptions):
    """What readers read of an offer or a request."""

    fields = ("title", "description", "conditions", "in_return", "contact_unit", "on_behalf_of")


@register(Cooperation)
class CooperationTranslation(SourceTextOptions):
    """What two sides agree to do."""

    fields = ("title", "objective", "activities")


@register(CooperationReport)
class CooperationReportTranslation(SourceTextOptions):
    """What came of it."""

    fields = ("result", "body")


@register(DocumentedNeed)
class DocumentedNeedTranslation(SourceTextOptions):
    """A need as a document states it."""

    fields = ("subject", "audience", "reservation")


@register(SurveyRound)
class SurveyRoundTranslation(SourceTextOptions):
    """What a round of the survey is called and asks."""

    fields = ("title", "introduction")


@register(RankedTopic)
class RankedTopicTranslation(SourceTextOptions):
    """What a state says that it needs."""

    fields = ("need",)

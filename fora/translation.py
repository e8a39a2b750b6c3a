"""Columns of the fora that exist once per language. Posts and titles of threads bring theirs themselves."""

from modeltranslation.translator import TranslationOptions, register

from .models import AgendaItem, BackgroundPaper, FinalReport, Space, TopicProposal


class SourceTextOptions(TranslationOptions):
    """Text of a record that is read by `passage`: a missing translation never falls back silently."""

    fallback_languages = {"default": ()}


@register(Space)
class SpaceTranslation(SourceTextOptions):
    """What readers read of a space."""

    fields = ("title", "description", "concept_note")


@register(AgendaItem)
class AgendaItemTranslation(SourceTextOptions):
    """Points of the agenda."""

    fields = ("title", "description")


@register(BackgroundPaper)
class BackgroundPaperTranslation(SourceTextOptions):
    """Titles of papers; the papers themselves have their own versions."""

    fields = ("title",)


@register(TopicProposal)
class TopicProposalTranslation(SourceTextOptions):
    """What is proposed, and why."""

    fields = ("title", "rationale")


@register(FinalReport)
class FinalReportTranslation(SourceTextOptions):
    """Reports are read in four languages."""

    fields = ("title", "summary", "body")

"""Columns that exist once per language."""

from modeltranslation.translator import TranslationOptions, register

from .models import IccsSection, MemberState, Topic


@register(MemberState)
class MemberStateTranslation(TranslationOptions):
    """Names of states, by people, complete in four languages."""

    fields = ("name",)


@register(Topic)
class TopicTranslation(TranslationOptions):
    """Names of topics, by people; descriptions await translation."""

    fields = ("name", "description")


@register(IccsSection)
class IccsSectionTranslation(TranslationOptions):
    """Names of ICCS sections; official in English, unofficial elsewhere."""

    fields = ("name",)

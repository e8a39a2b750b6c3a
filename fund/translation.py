"""Columns of the Fund that exist once per language."""

from modeltranslation.translator import TranslationOptions, register

from .models import Fund, Project


@register(Fund)
class FundTranslation(TranslationOptions):
    """The Fund's name."""

    fields = ("name",)


@register(Project)
class ProjectTranslation(TranslationOptions):
    """What readers read of a project; a missing translation never falls back silently."""

    fields = ("title", "summary")
    fallback_languages = {"default": ()}

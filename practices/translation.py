"""Columns of practices that exist once per language."""

from modeltranslation.translator import TranslationOptions, register

from .models import Adaptation, BuildingBlock, Evaluation, Material, Outcome, Practice, Rating


class SourceTextOptions(TranslationOptions):
    """Text of a record that is read by `passage`: a missing translation never falls back silently."""

    fallback_languages = {"default": ()}


@register(Practice)
class PracticeTranslation(SourceTextOptions):
    """All that readers read of a practice."""

    fields = (
        "title",
        "summary",
        "places",
        "diagnosis",
        "risk_factors",
        "protective_factors",
        "population_description",
        "objectives",
        "activities",
        "participation",
        "rights_and_gender",
        "implementing_bodies",
        "funding_sources",
        "staff",
        "not_worked",
        "transfer_conditions",
        "adoption_notes",
        "contact_unit",
        "source_note",
    )


@register(Adaptation)
class AdaptationTranslation(SourceTextOptions):
    """What those who adapted a practice tell of it."""

    fields = ("title", "places", "kept", "changed", "result", "contact_unit")


@register(BuildingBlock)
class BuildingBlockTranslation(SourceTextOptions):
    """Replicable pieces."""

    fields = ("name", "description", "enabled_by", "learned")


@register(Outcome)
class OutcomeTranslation(SourceTextOptions):
    """Measured changes."""

    fields = ("indicator", "unit_name", "finding", "source", "disaggregation")


@register(Evaluation)
class EvaluationTranslation(SourceTextOptions):
    """Studies."""

    fields = ("finding",)


@register(Rating)
class RatingTranslation(SourceTextOptions):
    """What reviewers say in words."""

    fields = ("effect", "mechanism", "moderators", "implementation", "economics")


@register(Material)
class MaterialTranslation(SourceTextOptions):
    """Titles and alternative texts; the files themselves stay as they are."""

    fields = ("title", "alternative_text")

"""Closed lists that classify a practice."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Depth(models.TextChoices):
    """How much of the record is filled in."""

    SNAPSHOT = "snapshot", _("Snapshot")
    FULL = "full", _("Full record")


class Provenance(models.TextChoices):
    """Who wrote the record."""

    STATE = "state", _("Submitted by the state")
    MINISTERIAL_RECORD = "ministerial_record", _("Recorded by the Secretariat from an official document")


class PreventionLevel(models.TextChoices):
    """Whom prevention addresses, in the terms of public health."""

    PRIMARY = "primary", _("Primary prevention")
    SECONDARY = "secondary", _("Secondary prevention")
    TERTIARY = "tertiary", _("Tertiary prevention")


class PopulationReach(models.TextChoices):
    """Universal, selective or indicated prevention (Institute of Medicine, 1994)."""

    UNIVERSAL = "universal", _("Universal: everyone")
    SELECTIVE = "selective", _("Selective: groups at higher risk")
    INDICATED = "indicated", _("Indicated: people already affected")


class Approach(models.TextChoices):
    """Ways in which a practice works."""

    SOCIAL = "social", _("Social prevention")
    COMMUNITY = "community", _("Community prevention")
    SITUATIONAL = "situational", _("Situational prevention")
    POLICING = "policing", _("Preventive policing")
    POLICY = "policy", _("Policy and institutions")
    TECHNOLOGY = "technology", _("Technology")
    EDUCATION = "education", _("Education")
    JUSTICE = "justice", _("Justice and reintegration")


class Scale(models.TextChoices):
    """Territory that a practice covers."""

    LOCAL = "local", _("Local")
    SUBNATIONAL = "subnational", _("Subnational")
    NATIONAL = "national", _("National")
    REGIONAL = "regional", _("Regional (several countries)")


class GenderFocus(models.TextChoices):
    """Whom a practice reaches, by gender."""

    ALL = "all", _("Everyone")
    WOMEN_GIRLS = "women_girls", _("Women and girls")
    MEN_BOYS = "men_boys", _("Men and boys")
    LGBTI = "lgbti", _("LGBTI people")


class ReachBasis(models.TextChoices):
    """What a number of people counts."""

    PER_YEAR = "per_year", _("per year")
    IN_ALL = "in_all", _("in all")


class Sector(models.TextChoices):
    """Sectors that partners come from."""

    GOVERNMENT = "government", _("Government")
    CIVIL_SOCIETY = "civil_society", _("Civil society")
    PRIVATE_SECTOR = "private_sector", _("Private sector")
    ACADEMIA = "academia", _("Academia")
    INTERNATIONAL = "international", _("International organization")


class Unit(models.TextChoices):
    """Units of an outcome's indicator."""

    PERCENT = "percent", _("Percentage (0 to 100)")
    RATE_100K = "rate_100k", _("Rate per 100,000 inhabitants")
    COUNT = "count", _("Number")
    SCORE = "score", _("Score on a scale")
    OTHER = "other", _("Other")


class EvaluationDesign(models.TextChoices):
    """Designs of evaluation, from weakest to strongest inference."""

    NONE = "none", _("No evaluation")
    MONITORING = "monitoring", _("Monitoring")
    BEFORE_AFTER = "before_after", _("Before and after")
    QUASI_EXPERIMENTAL = "quasi_experimental", _("Quasi-experimental")
    RANDOMIZED = "randomized", _("Randomized controlled trial")
    META_ANALYSIS = "meta_analysis", _("Meta-analysis")


class AdoptionEffort(models.TextChoices):
    """What it takes another country to adopt the practice."""

    LOW = "low", _("Low: existing staff and budget suffice")
    MEDIUM = "medium", _("Medium: training or a new agreement is needed")
    HIGH = "high", _("High: a new law, institution or budget is needed")


class MaterialKind(models.TextChoices):
    """Kinds of material; an image needs alternative text."""

    FILE = "file", _("File")
    IMAGE = "image", _("Image")
    LINK = "link", _("Link")


class Licence(models.TextChoices):
    """Terms under which the record may be reused."""

    CC_BY_4 = "cc_by_4", _("Creative Commons Attribution 4.0 (CC BY 4.0)")
    CC_BY_NC_4 = "cc_by_nc_4", _("Creative Commons Attribution-NonCommercial 4.0 (CC BY-NC 4.0)")
    ALL_RIGHTS = "all_rights", _("All rights reserved: may be read and cited")

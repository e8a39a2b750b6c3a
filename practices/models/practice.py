"""A good practice: one record in eight sections."""

import uuid
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from network.choices import Language
from network.models import SourceTextModel

from ..choices import (
    AdoptionEffort,
    Approach,
    Depth,
    Direction,
    GenderFocus,
    Licence,
    PopulationReach,
    PracticeState,
    PreventionLevel,
    Provenance,
    ReachBasis,
    Scale,
    Strength,
    sections_of,
)
from ..querysets import PracticeQuerySet
from .fields import PartialDateField, rated


class Practice(SourceTextModel):
    """A practice of a member state. `state` is its place on the way, `country` the member state.

    Drafts are addressed by `uuid`; `identifier` (GP-YYYY-NNNN) is given at first publication and stays.
    `revision` rises with every save, so that two people writing at once are told of each other.
    `revises` is the published practice that a draft is to be the next version of.
    `rated_at`, `rated_strength` and `rated_direction` sum up the outcomes' rating, which is public.
    `pending_input` holds, by section's slug, what was typed and cannot be stored yet: {"fields": names of
    the controls at fault, "typed": the section's form as sent}. `section_saves` says who saved which section.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    identifier = models.CharField(_("identifier"), max_length=16, unique=True, null=True, editable=False)
    state = models.CharField(_("state"), max_length=20, choices=PracticeState, default=PracticeState.DRAFT)
    depth = models.CharField(_("depth"), max_length=10, choices=Depth, default=Depth.SNAPSHOT)
    provenance = models.CharField(
        _("provenance"), max_length=20, choices=Provenance, default=Provenance.STATE, editable=False
    )
    revision = models.PositiveIntegerField(default=1, editable=False)
    version = models.PositiveSmallIntegerField(_("version"), default=1, editable=False)
    revises = models.ForeignKey(
        "self", on_delete=models.CASCADE, related_name="revisions", null=True, editable=False
    )
    author = models.ForeignKey(
        "network.User", on_delete=models.PROTECT, related_name="practices", editable=False
    )
    screener = models.ForeignKey(
        "network.User", on_delete=models.PROTECT, related_name="screened_practices", null=True, editable=False
    )
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    changed_by = models.ForeignKey(
        "network.User", on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )
    pending_input = models.JSONField(default=dict, editable=False)
    section_saves = models.JSONField(default=dict, editable=False)
    submitted_at = models.DateTimeField(null=True, editable=False)
    published_at = models.DateTimeField(null=True, editable=False)
    rated_at = models.DateTimeField(_("rated"), null=True, editable=False)
    rated_strength, rated_direction = rated(Strength, 12), rated(Direction, 8)
    is_demonstration = models.BooleanField(default=False, editable=False)

    # 1. Identity
    country = models.ForeignKey(
        "network.MemberState",
        on_delete=models.PROTECT,
        related_name="practices",
        verbose_name=_("member state"),
    )
    organization = models.ForeignKey(
        "network.Organization",
        on_delete=models.PROTECT,
        related_name="practices",
        verbose_name=_("organization"),
        null=True,
        blank=True,
    )
    title = models.CharField(_("title"), max_length=200, blank=True)
    title_language = models.CharField(_("language of the title"), max_length=2, choices=Language, blank=True)
    summary = models.TextField(_("summary"), max_length=1000, blank=True)
    topics = models.ManyToManyField(
        "network.Topic", verbose_name=_("topics"), related_name="practices", blank=True
    )
    iccs_sections = models.ManyToManyField(
        "network.IccsSection",
        verbose_name=_("kinds of crime addressed (ICCS)"),
        related_name="practices",
        blank=True,
    )
    prevention_level = models.CharField(
        _("prevention level"), max_length=10, choices=PreventionLevel, blank=True
    )
    population_reach = models.CharField(_("population"), max_length=10, choices=PopulationReach, blank=True)
    approaches = ArrayField(
        models.CharField(max_length=15, choices=Approach),
        verbose_name=_("approaches"),
        default=list,
        blank=True,
    )
    is_classification_confirmed = models.BooleanField(default=True, editable=False)
    scale = models.CharField(_("scale"), max_length=12, choices=Scale, blank=True)
    places = models.CharField(_("places"), max_length=300, blank=True)
    started_on = PartialDateField(_("start"), blank=True)
    ended_on = PartialDateField(_("end"), blank=True)
    is_ongoing = models.BooleanField(_("still running"), default=False)

    # 2. Problem
    diagnosis = models.TextField(_("diagnosis and the data behind it"), max_length=5000, blank=True)
    risk_factors = models.TextField(_("risk factors"), max_length=3000, blank=True)
    protective_factors = models.TextField(_("protective factors"), max_length=3000, blank=True)
    population_description = models.TextField(_("population reached"), max_length=2000, blank=True)
    age_from = models.PositiveSmallIntegerField(_("youngest age, in years"), null=True, blank=True)
    age_until = models.PositiveSmallIntegerField(_("oldest age, in years"), null=True, blank=True)
    gender_focus = models.CharField(_("gender"), max_length=12, choices=GenderFocus, blank=True)
    reached_from = models.PositiveIntegerField(_("people reached, at least"), null=True, blank=True)
    reached_until = models.PositiveIntegerField(_("people reached, at most"), null=True, blank=True)
    reach_basis = models.CharField(_("counted"), max_length=10, choices=ReachBasis, blank=True)

    # 3. What is done
    objectives = models.TextField(_("objectives"), max_length=3000, blank=True)
    activities = models.TextField(_("activities"), max_length=5000, blank=True)
    participation = models.TextField(
        _("community and civil-society participation"), max_length=3000, blank=True
    )
    rights_and_gender = models.TextField(
        _("human-rights and gender perspective"), max_length=3000, blank=True
    )

    # 4. Who and with what
    implementing_bodies = models.TextField(_("implementing bodies"), max_length=2000, blank=True)
    cost_amount = models.DecimalField(_("cost"), max_digits=15, decimal_places=2, null=True, blank=True)
    cost_currency = models.CharField(_("currency"), max_length=3, blank=True)
    cost_from = PartialDateField(_("cost counted from"), blank=True)
    cost_until = PartialDateField(_("cost counted until"), blank=True)
    funding_sources = models.TextField(_("sources of funds"), max_length=2000, blank=True)
    staff = models.TextField(_("staff"), max_length=2000, blank=True)

    # 6. Lessons and transfer
    not_worked = models.TextField(_("what did not work"), max_length=3000, blank=True)
    transfer_conditions = models.TextField(_("conditions for transfer"), max_length=3000, blank=True)
    adoption_effort = models.CharField(
        _("effort to adopt"), max_length=10, choices=AdoptionEffort, blank=True
    )
    adoption_notes = models.TextField(_("what adopting takes"), max_length=2000, blank=True)
    offers_assistance = models.BooleanField(
        _("the state offers horizontal assistance"), null=True, blank=True
    )

    # 8. Contact and consent
    contact_unit = models.CharField(_("contact: unit"), max_length=200, blank=True)
    contact_email = models.EmailField(_("contact: e-mail address of the unit"), blank=True)
    licence = models.CharField(_("licence"), max_length=15, choices=Licence, blank=True)
    consents_to_publish = models.BooleanField(_("consent to publish"), default=False)
    consents_to_list_if_declined = models.BooleanField(_("consent to list if declined"), default=False)
    asks_for_rating = models.BooleanField(_("asks for a rating of the evidence"), default=True)

    # Records that the Secretariat made from an official document
    source_document = models.CharField(_("source"), max_length=300, blank=True, editable=False)
    source_place = models.CharField(_("place in the source"), max_length=50, blank=True, editable=False)
    source_note = models.TextField(_("note on the source"), blank=True, editable=False)
    presented_by = models.CharField(_("presented by"), max_length=200, blank=True, editable=False)

    objects = PracticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("practice")
        verbose_name_plural = _("practices")
        ordering = ("-published_at", "-id")
        indexes = [
            models.Index(
                F("published_at").desc(),
                F("id").desc(),
                condition=Q(state=PracticeState.PUBLISHED),
                name="practice_newest",
            ),
            models.Index(
                fields=["country", "-published_at"],
                condition=Q(state=PracticeState.PUBLISHED),
                name="practice_newest_by_state",
            ),
            models.Index(
                fields=["state", "submitted_at"],
                condition=Q(state__in=["submitted", "screening", "returned"]),
                name="practice_on_the_desk",
            ),
            models.Index(fields=["author", "-changed_at"], name="practice_of_author"),
            models.Index(
                fields=["changed_at", "id"],
                condition=Q(identifier__isnull=False),
                name="practice_harvested",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=PracticeState.PUBLISHED)
                | Q(identifier__isnull=False, published_at__isnull=False),
                name="practice_published_has_identifier",
            ),
            models.UniqueConstraint(
                fields=[
                    "source_document",
                    "source_place",
                    "country",
                    "title_en",
                    "title_es",
                    "title_fr",
                    "title_pt",
                ],
                condition=~Q(source_document="") & Q(revises__isnull=True),
                name="practice_once_per_source",
                nulls_distinct=False,
            ),
            models.UniqueConstraint(
                fields=["revises"],
                condition=~Q(state__in=["declined", "declined_for_good"]),
                name="practice_one_next_version",
            ),
        ]

    def __str__(self) -> str:
        return self.identifier or str(self.uuid)

    def get_absolute_url(self) -> str:
        """The permanent address, or the draft's."""
        if self.identifier:
            return reverse("practices:detail", args=[self.identifier])
        return reverse("practices:draft", args=[self.uuid])

    @property
    def is_ministerial_record(self) -> bool:
        """Whether the Secretariat recorded it from an official document."""
        return self.provenance == Provenance.MINISTERIAL_RECORD

    def value_of(self, name: str) -> Any:
        """What a section's required name holds: text as written, a value, or the related set."""
        if hasattr(self, f"{name}_en"):
            return self.original(name)
        value = getattr(self, name)
        return list(value.all()) if hasattr(value, "all") else value

    def missing(self) -> dict[str, list[str]]:
        """Names of required fields still empty, by section's slug; what the Secretariat records is exempt.

        A record made from an official document holds what that document states and nothing else.
        """
        if self.is_ministerial_record:
            required = ("title", "summary", "organization", "source_document")
            empty = [name for name in required if not self.value_of(name)]
            return {"identity": empty} if empty else {}
        gaps: dict[str, list[str]] = {}
        for section in sections_of(self.depth):
            names = section.required + (section.required_in_full if self.depth == Depth.FULL else ())
            faulty = self.faults(section.slug)
            if empty := faulty + [name for name in names if name not in faulty and not self.value_of(name)]:
                gaps[section.slug] = empty
        return gaps

    def faults(self, slug: str) -> list[str]:
        """Names of the controls of a section whose input cannot be stored yet ("outcomes-0-result")."""
        return list(self.pending_input.get(slug, {}).get("fields", ()))

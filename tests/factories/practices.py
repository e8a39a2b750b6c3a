"""Practices, complete for their depth, and what belongs to them.

Text goes to the columns of one language: `DraftPracticeFactory(source_language="pt", title_pt="…")`.
"""

from typing import Any
from uuid import uuid4

import factory
from django.db import transaction
from django.utils import timezone

from network.models import IccsSection, Topic
from network.querysets.in_bulk import add_all
from network.search.services import index_objects
from practices.choices import (
    Depth,
    EvaluationDesign,
    Licence,
    MaterialKind,
    PopulationReach,
    PracticeState,
    PreventionLevel,
    Scale,
    Unit,
)
from practices.models import Adaptation, BuildingBlock, Evaluation, Material, Outcome, Practice
from practices.services.way import next_identifier

from .people import OrganizationFactory, UserFactory

TEXTS = {
    "title": "Observatorio municipal de la violencia",
    "summary": "Reúne datos de la policía y de salud para orientar la prevención en los barrios.",
    "places": "Villa Nueva",
    "diagnosis": "Los homicidios de jóvenes se concentran en seis barrios.",
    "objectives": "Reducir los homicidios de jóvenes.",
    "activities": "Mesas semanales de análisis con la comunidad.",
    "population_description": "Jóvenes de 15 a 24 años de seis barrios.",
    "implementing_bodies": "Municipalidad y Ministerio de Gobernación.",
    "not_worked": "Los datos llegaban con retraso el primer año.",
    "transfer_conditions": "Un convenio para compartir datos.",
    "contact_unit": "Dirección de Prevención",
}


class PartFactory(factory.django.DjangoModelFactory[Any]):
    """What all parts share: the practice and its language."""

    practice = factory.SubFactory("tests.factories.practices.DraftPracticeFactory")
    source_language = factory.SelfAttribute("practice.source_language")
    position = factory.Sequence(lambda number: number % 1000)

    class Meta:
        abstract = True


class BuildingBlockFactory(PartFactory):
    """A replicable piece."""

    name_es = "Mesa de análisis"
    description_es = "Reunión semanal que cruza los datos de tres instituciones."
    enabled_by_es = "Un convenio firmado."
    learned_es = "Conviene empezar con un solo barrio."

    class Meta:
        model = BuildingBlock


class OutcomeFactory(PartFactory):
    """A measured change."""

    indicator_es = "Homicidios de jóvenes"
    unit = Unit.RATE_100K
    baseline = "48.2"
    result = "31.5"
    measured_from = "2019"
    measured_until = "2023-06"

    class Meta:
        model = Outcome


class EvaluationFactory(PartFactory):
    """A study before and after."""

    design = EvaluationDesign.BEFORE_AFTER
    evaluator = "Universidad del Valle"
    is_independent = True
    year = 2023
    finding_es = "La tasa bajó más que en los barrios vecinos."

    class Meta:
        model = Evaluation


class LinkFactory(PartFactory):
    """A link to more."""

    kind = MaterialKind.LINK
    title_es = "Informe anual"
    url = "https://example.org/informe.html"

    class Meta:
        model = Material


class PracticeFactory(factory.django.DjangoModelFactory[Practice]):
    """A practice of Guatemala in Spanish; a snapshot unless `depth=Depth.FULL`."""

    source_language = "es"
    depth = Depth.SNAPSHOT
    country_id = "GT"
    author = factory.SubFactory(UserFactory)
    organization = factory.SubFactory(OrganizationFactory, state_id=factory.SelfAttribute("..country_id"))
    prevention_level = PreventionLevel.SECONDARY
    population_reach = PopulationReach.SELECTIVE
    approaches = ["community", "policy"]
    scale = Scale.LOCAL
    started_on = "2019-03"
    is_ongoing = True
    offers_assistance = True
    contact_email = "prevencion@example.org"
    licence = Licence.CC_BY_4
    consents_to_publish = True
    asks_for_rating = False

    class Meta:
        model = Practice
        skip_postgeneration_save = True

    @classmethod
    def _create(cls, model_class: type[Practice], *args: Any, **kwargs: Any) -> Practice:
        language = kwargs["source_language"]
        for name, text in TEXTS.items():
            kwargs.setdefault(f"{name}_{kwargs.get(f'{name}_language') or language}", text)
        return super()._create(model_class, *args, **kwargs)

    @factory.post_generation
    def topics(self: Practice, create: bool, extracted: Any, **kwargs: Any) -> None:
        """Slugs of topics; "youth" unless said otherwise."""
        self.topics.set(Topic.objects.filter(slug__in=["youth"] if extracted is None else extracted))

    @factory.post_generation
    def iccs(self: Practice, create: bool, extracted: Any, **kwargs: Any) -> None:
        """Codes of ICCS sections."""
        self.iccs_sections.set(IccsSection.objects.filter(code__in=extracted or []))

    @factory.post_generation
    def parts(self: Practice, create: bool, extracted: Any, **kwargs: Any) -> None:
        """A full record has a building block, an outcome and an evaluation, unless `parts=False`."""
        if self.depth == Depth.FULL and extracted is not False:
            text = self.source_language
            BuildingBlockFactory(practice=self, **{f"name_{text}": "Mesa de análisis"})
            OutcomeFactory(practice=self, **{f"indicator_{text}": "Homicidios de jóvenes"})
            EvaluationFactory(practice=self)


class DraftPracticeFactory(PracticeFactory):
    """Complete for its depth and still in its author's hands."""

    state = PracticeState.DRAFT


class PublishedPracticeFactory(PracticeFactory):
    """Published, with its identifier, and found by search and lists."""

    state = PracticeState.PUBLISHED
    identifier = factory.LazyFunction(lambda: next_identifier(timezone.now().year))
    published_at = factory.LazyFunction(timezone.now)
    submitted_at = factory.LazyFunction(timezone.now)

    class Meta:
        model = Practice
        skip_postgeneration_save = True

    @classmethod
    def _after_postgeneration(cls, instance: Practice, create: bool, results: Any = None) -> None:
        super()._after_postgeneration(instance, create, results)
        with transaction.atomic():
            index_objects("practice", [instance.pk])


def copies_of(practice: Practice, *changes: dict[str, Any]) -> list[Practice]:
    """As many like a published one as there are changes, found by search and lists; all at once."""
    made = []
    for values in changes:
        copy = Practice.objects.get(pk=practice.pk)
        copy.uuid, copy.identifier = uuid4(), next_identifier(timezone.now().year)
        for name, value in values.items():
            setattr(copy, name, value)
        made.append(copy)
    add_all(made)
    topics = list(practice.topics.all())
    through = Practice.topics.through
    through.objects.bulk_create(through(practice=copy, topic=topic) for copy in made for topic in topics)
    index_objects("practice", [copy.pk for copy in made], are_new=True)
    return made


class AdaptationFactory(factory.django.DjangoModelFactory[Adaptation]):
    """What Chile made of a practice of Guatemala, as a draft in Spanish."""

    origin = factory.SubFactory(PublishedPracticeFactory)
    country_id = "CL"
    source_language = "es"
    author = factory.SubFactory(UserFactory)
    changed_by = factory.SelfAttribute("author")
    title_es = "Observatorio comunal"
    places_es = "Puente Alto"
    started_on = "2022-03"
    ended_on = "2024"
    kept_es = "Las mesas semanales de análisis."
    changed_es = "Los datos llegan por vía electrónica."
    result_es = "Los homicidios bajaron de 12 a 7."
    contact_unit_es = "Dirección de Seguridad Comunal"

    class Meta:
        model = Adaptation


class PublishedAdaptationFactory(AdaptationFactory):
    """One that everyone reads and finds."""

    state = "published"
    published_at = factory.LazyFunction(timezone.now)

    @classmethod
    def _after_postgeneration(cls, instance: Any, create: bool, results: Any = None) -> None:
        """With its topics and its rows in search."""
        super()._after_postgeneration(instance, create, results)
        instance.topics.set(instance.origin.topics.all())
        index_objects("adaptation", [instance.pk])

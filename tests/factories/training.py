"""Courses in any state and sessions, written straight into the tables.

`CourseFactory(state="published", provider=…)`; text goes to the columns of one language.
"""

from datetime import timedelta
from typing import Any

import factory
from django.utils import timezone

from network.models import Topic
from training_catalogue.choices import CourseLevel, CourseState, Mode, Pillar, SessionState
from training_catalogue.models import Course, Session
from training_catalogue.services.way import next_identifier

from .people import OrganizationFactory

WITH_ADDRESS = (CourseState.PUBLISHED, CourseState.HIDDEN, CourseState.WITHDRAWN)


class CourseFactory(factory.django.DjangoModelFactory[Course]):
    """A complete course of a government body of Guatemala; a draft unless `state` says more."""

    provider = factory.SubFactory(OrganizationFactory)
    state = CourseState.DRAFT
    source_language = "es"
    title_es = factory.Sequence(lambda number: f"Análisis de datos delictivos {number}")
    summary_es = "Cómo leer y cruzar los datos de la policía y de salud para orientar la prevención."
    pillar = Pillar.PREVENTION
    level = CourseLevel.INTRODUCTORY
    mode = Mode.ONLINE_FACILITATED
    languages = factory.LazyFunction(lambda: ["es"])
    link = "https://escuela.example/analisis"
    hours = 40
    is_free = True

    class Meta:
        model = Course
        skip_postgeneration_save = True

    @classmethod
    def _create(cls, model_class: type[Course], *args: Any, **fields: Any) -> Course:
        now = timezone.now()
        if fields["state"] in WITH_ADDRESS:
            fields.setdefault("published_at", now)
            fields.setdefault("confirmed_on", now.date())
            fields.setdefault("identifier", next_identifier(now.year))
        if fields["state"] == CourseState.SUBMITTED:
            fields.setdefault("submitted_at", now)
        return super()._create(model_class, *args, **fields)

    @factory.post_generation
    def topics(self: Course, create: bool, extracted: Any, **kwargs: Any) -> None:
        """Slugs of topics; one by default."""
        self.topics.set(Topic.objects.filter(pk__in=extracted or ["data-and-observatories"]))


class SessionFactory(factory.django.DjangoModelFactory[Session]):
    """An open session of five days that begins in a month, with 20 seats."""

    course = factory.SubFactory(CourseFactory, state=CourseState.PUBLISHED)
    state = SessionState.OPEN
    source_language = factory.SelfAttribute("course.source_language")
    time_zone = "America/Guatemala"
    starts_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=30))
    ends_at = factory.LazyAttribute(
        lambda session: session.starts_at and session.starts_at + timedelta(days=5)
    )
    deadline_at = factory.LazyAttribute(
        lambda session: session.starts_at and session.starts_at - timedelta(days=7)
    )
    seats = 20

    class Meta:
        model = Session

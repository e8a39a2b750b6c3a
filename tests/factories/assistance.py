"""Offers, requests and matches in any state, written straight into the tables.

`OfferFactory(country_id="GT", topics=["youth"])`; text goes to the columns of one language.
"""

from typing import Any

import factory
from django.utils import timezone

from network.models import Topic, User
from training_catalogue.choices.assistance import AssistanceKind, AssistanceState
from training_catalogue.choices.cooperation import MatchOrigin
from training_catalogue.models import Assistance, Match

from .people import UserFactory

WITH_DATE = (AssistanceState.PUBLISHED, AssistanceState.CLOSED, AssistanceState.WITHDRAWN)


class OfferFactory(factory.django.DjangoModelFactory[Assistance]):
    """A published offer of Guatemala, unless `organization` or `state` says more."""

    kind = AssistanceKind.OFFER
    state = AssistanceState.PUBLISHED
    country_id = "GT"
    source_language = "es"
    title_es = factory.Sequence(lambda number: f"Apoyo con datos delictivos {number}")
    description_es = "Acompañamiento para reunir y leer los datos de la policía y de salud."

    class Meta:
        model = Assistance
        skip_postgeneration_save = True

    @classmethod
    def _create(cls, model_class: type[Assistance], *args: Any, **fields: Any) -> Assistance:
        if fields["state"] in WITH_DATE:
            fields.setdefault("published_at", timezone.now())
        if fields.get("organization"):
            fields["country_id"] = None
        fields.setdefault("author", None)
        fields["author"] = fields["author"] or User.objects.order_by("pk").first() or UserFactory()
        return super()._create(model_class, *args, **fields)

    @factory.post_generation
    def topics(self: Assistance, create: bool, extracted: Any, **kwargs: Any) -> None:
        """Slugs of topics; data by default."""
        self.topics.set(Topic.objects.filter(pk__in=extracted or ["data-and-observatories"]))


class RequestFactory(OfferFactory):
    """A published request of Antigua and Barbuda."""

    kind = AssistanceKind.REQUEST
    country_id = "AG"
    source_language = "en"
    title_es = ""
    description_es = ""
    title_en = factory.Sequence(lambda number: f"Help with crime data {number}")
    description_en = "To collect, analyse and use data better."


class MatchFactory(factory.django.DjangoModelFactory[Match]):
    """A proposed match of an offer of Guatemala and a request of Antigua and Barbuda."""

    offer = factory.SubFactory(OfferFactory)
    request = factory.SubFactory(RequestFactory)
    score = 40
    origin = MatchOrigin.SCORE
    reasons = factory.LazyFunction(
        lambda: [{"code": "topic", "points": 40, "topics": ["data-and-observatories"]}]
    )

    class Meta:
        model = Match

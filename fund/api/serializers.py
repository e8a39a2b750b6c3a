"""How the Fund looks in answers of the API. Amounts are decimal text, so that no program rounds them."""

from decimal import Decimal
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from network.api import CodedField, CodedSerializer, PassageField, RecordSerializer

from ..choices import AccountRole, ContributionKind, EntryKind, ProjectState, Stipulation
from ..models import Entry, Project
from ..services.showing.figures import GIVEN

SPECIMEN = "987654321"
STIPULATIONS, KINDS = dict(Stipulation.choices), dict(ContributionKind.choices)


def amount(units: int, exponent: int) -> str:
    """Smallest units as decimal text."""
    return f"{Decimal(units).scaleb(-exponent):f}"


class WordsSerializer(serializers.Serializer):
    """A text as it was entered, and its language."""

    text = serializers.CharField()
    language = serializers.CharField(help_text="empty: not stated")


class DonorSerializer(RecordSerializer):
    """Who gave, by the name that the source uses."""

    id = serializers.IntegerField(source="pk")
    kind = serializers.CharField(help_text="state or organization")
    state = serializers.CharField(source="state_id", allow_null=True, help_text="ISO 3166-1 alpha-2")
    name = serializers.CharField()
    language = serializers.CharField(source="name_language", help_text="of the name; empty: not stated")


class AmountSerializer(serializers.Serializer):
    """An amount in a currency."""

    amount = serializers.CharField(help_text="decimal text")
    currency = serializers.CharField(help_text="ISO 4217")


class LegSerializer(RecordSerializer):
    """One side of an entry."""

    line = serializers.IntegerField(source="n")
    account = serializers.SerializerMethodField()
    role = serializers.SerializerMethodField()
    amount = serializers.SerializerMethodField(help_text="decimal text; debits positive, credits negative")
    currency = serializers.CharField(source="currency_id", help_text="ISO 4217")

    def get_account(self, leg: Any) -> str:
        """The account's code."""
        return leg.account.code

    @extend_schema_field(CodedSerializer)
    def get_role(self, leg: Any) -> dict[str, str] | None:
        """What the account is for."""
        return self.coded(ROLES, leg.account.role)

    def get_amount(self, leg: Any) -> str:
        """With the currency's decimals."""
        return amount(leg.amount, leg.account.currency.exponent)


ROLES = dict(AccountRole.choices)


class EntrySerializer(RecordSerializer):
    """A posted entry with its legs and its place in the chain."""

    number = serializers.IntegerField()
    url = serializers.SerializerMethodField(help_text="page for people, in the language of the answer")
    kind = CodedField(EntryKind)
    event_on = serializers.DateField()
    booked_on = serializers.DateField(help_text="the day it counts on")
    posted_at = serializers.DateTimeField()
    description = serializers.SerializerMethodField()
    party = serializers.CharField()
    donor = DonorSerializer(allow_null=True)
    project = serializers.SerializerMethodField(help_text="identifier")
    reverses = serializers.IntegerField(source="reverses_id", allow_null=True)
    is_memorandum = serializers.BooleanField(help_text="true: in kind, in no total of money")
    is_demonstration = serializers.BooleanField()
    legs = LegSerializer(many=True)
    hash = serializers.CharField(source="fingerprint", help_text="SHA-256 of the canonical text")
    hash_before = serializers.SerializerMethodField()

    def get_url(self, entry: Entry) -> str:
        """Its page."""
        return self.address("fund:entry", SPECIMEN).replace(SPECIMEN, str(entry.number))

    @extend_schema_field(WordsSerializer)
    def get_description(self, entry: Entry) -> dict[str, str]:
        """As it was entered."""
        return {"text": entry.description, "language": entry.language}

    @extend_schema_field(serializers.CharField(allow_null=True))
    def get_project(self, entry: Any) -> str | None:
        """Which project."""
        return entry.project.identifier if entry.project else None

    def get_hash_before(self, entry: Entry) -> str:
        """Of the entry before."""
        return bytes(entry.prev_hash).hex()


class ContributionSerializer(EntrySerializer):
    """What a donor gave; what went back, and reversals, are negative."""

    amount = serializers.SerializerMethodField(help_text="decimal text; in kind: the stated value")
    currency = serializers.SerializerMethodField(help_text="ISO 4217")
    contribution_kind = serializers.SerializerMethodField()
    valuation = serializers.CharField(help_text="in kind: the stated method")
    agreement = serializers.SerializerMethodField(help_text="reference")
    stipulation = serializers.SerializerMethodField()

    def get_amount(self, entry: Any) -> str:
        """Of the legs that stand for what was given."""
        legs = _given(entry)
        exponent = legs[0].account.currency.exponent if legs else 2
        return amount(-sum(leg.amount for leg in legs), exponent)

    def get_currency(self, entry: Any) -> str:
        """Of the gift."""
        return next((leg.currency_id for leg in _given(entry)), "")

    @extend_schema_field(CodedSerializer)
    def get_contribution_kind(self, entry: Any) -> dict[str, str] | None:
        """Financial, technical or human resources."""
        kind = next((leg.account.contribution_kind for leg in _given(entry)), "")
        return self.coded(KINDS, kind or ContributionKind.FINANCIAL)

    @extend_schema_field(serializers.CharField(allow_null=True))
    def get_agreement(self, entry: Any) -> str | None:
        """Under which agreement."""
        return entry.agreement.reference if entry.agreement else None

    @extend_schema_field(CodedSerializer(allow_null=True))
    def get_stipulation(self, entry: Any) -> dict[str, str] | None:
        """What the donor demands."""
        return self.coded(STIPULATIONS, entry.agreement.stipulation) if entry.agreement else None


def _given(entry: Any) -> list[Any]:
    roles = (*GIVEN, AccountRole.IN_KIND_RECEIVED)
    return [leg for leg in entry.legs.all() if leg.account.role in roles]


class ProjectMoneySerializer(serializers.Serializer):
    """The money of a project in one currency, as decimal text."""

    currency = serializers.CharField(help_text="ISO 4217")
    allocated = serializers.CharField()
    advanced = serializers.CharField(help_text="paid to implementers, not accounted for yet")
    spent = serializers.CharField()
    left = serializers.CharField(help_text="still set aside")


class ProjectSummarySerializer(RecordSerializer):
    """A project that the Fund supports."""

    identifier = serializers.CharField()
    url = serializers.SerializerMethodField(help_text="page for people, in the language of the answer")
    title = PassageField()
    summary = PassageField()
    source_language = serializers.CharField()
    state = CodedField(ProjectState)
    starts_on = serializers.DateField()
    ends_on = serializers.DateField(allow_null=True)
    implementer = serializers.CharField()
    states = serializers.SerializerMethodField(help_text="ISO 3166-1 alpha-2")
    topics = serializers.SerializerMethodField(help_text="slugs")
    is_demonstration = serializers.BooleanField()

    def get_url(self, project: Project) -> str:
        """Its page."""
        return self.context["request"].build_absolute_uri(project.get_absolute_url())

    @extend_schema_field(serializers.ListField(child=serializers.CharField()))
    def get_states(self, project: Any) -> list[str]:
        """Where it works."""
        return sorted(state.pk for state in project.states.all())

    @extend_schema_field(serializers.ListField(child=serializers.CharField()))
    def get_topics(self, project: Any) -> list[str]:
        """What it is about."""
        return sorted(topic.pk for topic in project.topics.all())


class ProjectSerializer(ProjectSummarySerializer):
    """A project with its money."""

    money = serializers.SerializerMethodField()

    @extend_schema_field(ProjectMoneySerializer(many=True))
    def get_money(self, project: Any) -> list[dict[str, str]]:
        """Per currency."""
        names = ("allocated", "advanced", "spent", "left")
        return [
            {"currency": line["currency"]} | {name: amount(line[name], line["exponent"]) for name in names}
            for line in project.money
        ]


class FigureSerializer(serializers.Serializer):
    """A figure of the public page; currencies apart, what is pledged or in kind in no total."""

    figure = serializers.CharField()
    subject = serializers.CharField(help_text="donor or project")
    subject_identifier = serializers.CharField()
    kind = serializers.CharField(help_text="of entry, or of contribution")
    year = serializers.IntegerField(allow_null=True, help_text="null: all years")
    amount = serializers.CharField(help_text="decimal text")
    currency = serializers.CharField(help_text="ISO 4217")
    is_in_totals_of_money = serializers.BooleanField()


class HeadSerializer(serializers.Serializer):
    """Where the chain ends."""

    number = serializers.IntegerField()
    hash = serializers.CharField()


class SummarySerializer(serializers.Serializer):
    """Sources and uses of the Fund."""

    as_of = serializers.DateField(allow_null=True)
    year = serializers.IntegerField(allow_null=True)
    is_certified = serializers.BooleanField(help_text="false: provisional")
    licence = serializers.URLField()
    head = HeadSerializer()
    figures = FigureSerializer(many=True)

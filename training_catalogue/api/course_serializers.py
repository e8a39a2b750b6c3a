"""How courses and sessions look in answers of the API."""

from typing import Any

from django.urls import reverse
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from network.api import CodedField, PassageField, RecordSerializer
from network.choices import OrganizationKind

from ..choices import Admission, Certificate, CourseLevel, CourseState, Mode, Pillar, SessionState
from ..models import Course, Session
from ..rules import can_take
from ..services.indexing import SPECIMEN
from .assistance_serializers import TopicNameSerializer


class ProviderSerializer(RecordSerializer):
    """An organization of the Network."""

    id = serializers.IntegerField(source="pk")
    name = serializers.CharField()
    language = serializers.CharField(source="name_language", help_text="of the name")
    kind = CodedField(OrganizationKind)
    state = serializers.CharField(source="state_id", allow_null=True, help_text="ISO 3166-1 alpha-2")


class RunSerializer(RecordSerializer):
    """A session."""

    id = serializers.UUIDField(source="uuid")
    state = CodedField(SessionState)
    is_any_time = serializers.BooleanField(help_text="participants begin when they like; then without hours")
    starts_at = serializers.DateTimeField(allow_null=True)
    ends_at = serializers.DateTimeField(allow_null=True)
    time_zone = serializers.CharField(help_text="IANA name, of the place")
    deadline_at = serializers.DateTimeField(allow_null=True, help_text="to apply")
    place = PassageField()
    link = serializers.CharField()
    note = PassageField()
    seats = serializers.IntegerField(allow_null=True, help_text="null: without limit")
    seats_left = serializers.IntegerField(allow_null=True)
    cancel_reason = serializers.CharField()
    changed_at = serializers.DateTimeField()


class NextRunSerializer(RecordSerializer):
    """A session as far as a list of courses says it."""

    id = serializers.UUIDField(source="uuid")
    state = CodedField(SessionState)
    is_any_time = serializers.BooleanField(help_text="participants begin when they like; then without hours")
    starts_at = serializers.DateTimeField(allow_null=True)
    ends_at = serializers.DateTimeField(allow_null=True)
    time_zone = serializers.CharField(help_text="IANA name, of the place")
    deadline_at = serializers.DateTimeField(allow_null=True, help_text="to apply")
    seats_left = serializers.IntegerField(allow_null=True, help_text="null: without limit")


class CourseSummarySerializer(RecordSerializer):
    """What a list says of a course."""

    identifier = serializers.CharField(help_text="TC-YYYY-NNNN, never changes")
    url = serializers.SerializerMethodField(help_text="page for people, in the language of the answer")
    api_url = serializers.SerializerMethodField(help_text="the whole record")
    provider = ProviderSerializer()
    title = PassageField()
    summary = PassageField()
    source_language = serializers.CharField(help_text="that the record was written in")
    topics = TopicNameSerializer(many=True)
    pillar = CodedField(Pillar)
    level = CodedField(CourseLevel)
    mode = CodedField(Mode)
    languages = serializers.ListField(child=serializers.CharField(), help_text="of instruction, ISO 639-1")
    required_language = serializers.CharField()
    required_language_level = serializers.CharField(help_text="CEFR")
    hours = serializers.IntegerField(allow_null=True)
    hours_a_week = serializers.IntegerField(allow_null=True)
    weeks = serializers.IntegerField(allow_null=True)
    certificate = CodedField(Certificate)
    is_free = serializers.BooleanField(source="costs_nothing")
    fee_amount = serializers.DecimalField(max_digits=12, decimal_places=2, allow_null=True)
    fee_currency = serializers.CharField(help_text="ISO 4217")
    has_grants = serializers.BooleanField()
    admission = CodedField(Admission)
    link = serializers.CharField()
    is_link_failing = serializers.SerializerMethodField(help_text="the portal's last tries had no answer")
    sessions = NextRunSerializer(
        many=True, help_text="the next three that are neither over nor cancelled; the record has all"
    )
    confirmed_on = serializers.DateField(help_text="when the provider last said that all of it holds")
    published_at = serializers.DateTimeField()
    changed_at = serializers.DateTimeField()

    def get_url(self, course: Course) -> str:
        """Its page."""
        return self.address("training:course", SPECIMEN).replace(SPECIMEN, course.identifier or "")

    def get_api_url(self, course: Course) -> str:
        """Its own address here."""
        return self.address("api:training-course", SPECIMEN).replace(SPECIMEN, course.identifier or "")

    def get_is_link_failing(self, course: Course) -> bool:
        """Whether readers are told that the link does not answer."""
        return course.link_failing_since is not None


class CourseSerializer(CourseSummarySerializer):
    """All that is public of a course."""

    sessions = RunSerializer(many=True)
    outcomes = PassageField()
    audience = PassageField()
    requirements = PassageField()
    grants_note = PassageField()
    admission_note = PassageField()
    contact_unit = PassageField()
    contact_email = serializers.CharField()


class OwnCourseSerializer(CourseSerializer):
    """A course for those who write it, wherever it stands."""

    id = serializers.UUIDField(source="uuid")
    state = CodedField(CourseState)
    missing = serializers.SerializerMethodField(
        help_text="names of fields that others need before they read it"
    )
    steps = serializers.SerializerMethodField(help_text="verbs that you can take from here")

    def get_url(self, course: Course) -> str:
        """The page of those who write it."""
        return self.context["request"].build_absolute_uri(reverse("training:draft", args=[course.uuid]))

    def get_api_url(self, course: Course) -> str:
        """Its own address here."""
        address = reverse("api:training-own-course", args=[course.uuid])
        return self.context["request"].build_absolute_uri(address)

    @extend_schema_field(serializers.ListField(child=serializers.CharField()))
    def get_missing(self, course: Course) -> list[str]:
        """As the form asks for them."""
        return course.missing()

    @extend_schema_field(serializers.ListField(child=serializers.CharField()))
    def get_steps(self, course: Course) -> list[str]:
        """As the buttons of the page."""
        user = self.context["request"].user
        return [verb for verb in ("submit", "confirm", "withdraw", "delete") if can_take(user, course, verb)]


class CourseNameSerializer(RecordSerializer):
    """The course of a session."""

    identifier = serializers.CharField()
    title = PassageField()
    provider = ProviderSerializer()


class SessionSerializer(RunSerializer):
    """A session with its course."""

    course = CourseNameSerializer()
    url = serializers.SerializerMethodField(help_text="its place on the course's page")

    @extend_schema_field(serializers.URLField())
    def get_url(self, session: Session) -> Any:
        """Where people read it."""
        page = self.address("training:course", SPECIMEN).replace(SPECIMEN, session.course.identifier or "")
        return f"{page}#session-{session.pk}"

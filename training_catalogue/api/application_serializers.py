"""How applications to sessions look in answers of the API, and what is sent of one."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from network.api import CodedField, RecordSerializer, body_of

from ..choices.applications import ApplicationState
from ..forms.applications import ApplicationForm
from ..models import Application
from ..rules.applications import steps_for
from .course_serializers import CourseNameSerializer

NewApplicationSerializer = body_of("NewApplication", ApplicationForm)


class StepSerializer(serializers.Serializer):
    """A step to take: one of those that the record names in `steps`."""

    verb = serializers.CharField(max_length=20)
    comment = serializers.CharField(
        required=False, allow_blank=True, max_length=2000, help_text="Why, where the step needs words."
    )


class ApplicantSerializer(serializers.Serializer):
    """Who applies."""

    name = serializers.CharField()
    email = serializers.CharField()


class OfSessionSerializer(RecordSerializer):
    """The session that is applied for."""

    id = serializers.UUIDField(source="uuid")
    starts_at = serializers.DateTimeField(allow_null=True)
    ends_at = serializers.DateTimeField(allow_null=True)
    time_zone = serializers.CharField(help_text="IANA name, of the place")
    course = CourseNameSerializer()


class ApplicationSerializer(RecordSerializer):
    """An application to a session."""

    id = serializers.UUIDField(source="uuid")
    url = serializers.SerializerMethodField(help_text="page for people, in the language of the answer")
    session = OfSessionSerializer()
    applicant = serializers.SerializerMethodField()
    country = serializers.CharField(
        source="country_id", allow_null=True, help_text="ISO code of the State that clears it"
    )
    needs_clearance = serializers.BooleanField()
    state = CodedField(ApplicationState)
    number = serializers.IntegerField(allow_null=True, help_text="on the waiting list, from 1")
    motivation = serializers.CharField()
    language = serializers.CharField(help_text="that it is written in")
    reason = serializers.CharField(help_text="what the applicant was told last")
    applied_at = serializers.DateTimeField()
    changed_at = serializers.DateTimeField()
    steps = serializers.SerializerMethodField(help_text="verbs that you can take from here")

    def get_url(self, application: Application) -> str:
        """Its page."""
        return self.context["request"].build_absolute_uri(application.get_absolute_url())

    @extend_schema_field(ApplicantSerializer)
    def get_applicant(self, application: Application) -> dict[str, str]:
        """As those read it who clear and decide."""
        return {"name": application.applicant.full_name, "email": application.applicant.email}

    @extend_schema_field(serializers.ListField(child=serializers.CharField()))
    def get_steps(self, application: Application) -> list[str]:
        """As the buttons of the page."""
        user: Any = self.context["request"].user
        return [row.verb for row in steps_for(user, application)]

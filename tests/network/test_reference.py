"""The reference data that every installation begins with."""

import pytest

from network.choices import StateStatus
from network.models import IccsSection, MemberState, Topic
from network.services.reference import load_reference

pytestmark = pytest.mark.django_db


def test_every_installation_begins_with_35_states_40_topics_and_11_sections():
    assert load_reference() == {"states": 35, "topics": 40, "iccs": 11, "terms": 156}
    assert MemberState.objects.active().count() == 32
    assert Topic.objects.leaves().count() == 40
    assert IccsSection.objects.count() == 11


def test_a_state_is_shown_with_the_status_that_its_source_supports():
    statuses = dict(MemberState.objects.exclude(status=StateStatus.ACTIVE).values_list("pk", "status"))
    assert statuses == {"CU": "not_participating", "NI": "withdrawn", "VE": "contested"}


def test_what_staff_have_edited_survives_the_next_start():
    Topic.objects.filter(pk="youth").update(name_fr="Jeunes et adolescents")
    MemberState.objects.filter(pk="SR").update(status=StateStatus.NOT_PARTICIPATING)
    load_reference()
    assert Topic.objects.get(pk="youth").name_fr == "Jeunes et adolescents"
    assert MemberState.objects.get(pk="SR").status == StateStatus.NOT_PARTICIPATING

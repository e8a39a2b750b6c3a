"""Hours on pages are those of the reader's clock."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from practices.models import Practice

pytestmark = pytest.mark.django_db
MOMENT = datetime(2026, 11, 20, 3, 15, tzinfo=UTC)


@pytest.fixture
def changed_at_night(draft_of_guatemala):
    Practice.objects.filter(pk=draft_of_guatemala.pk).update(changed_at=MOMENT)
    return reverse("practices:draft", args=[draft_of_guatemala.uuid])


@pytest.mark.parametrize(
    ("zone", "hour"), [("America/Guatemala", "21:15"), ("UTC", "03:15"), ("Mars/Base", "03:15")]
)
def test_an_hour_is_shown_in_the_persons_own_zone(
    client, contributor_of_guatemala, changed_at_night, zone, hour
):
    contributor_of_guatemala.time_zone = zone
    contributor_of_guatemala.save()
    client.force_login(contributor_of_guatemala)
    assert hour in client.get(changed_at_night).content.decode()


def test_a_persons_zone_does_not_stay_for_the_next_reader(client, contributor_of_guatemala, changed_at_night):
    contributor_of_guatemala.time_zone = "America/Guatemala"
    contributor_of_guatemala.save()
    client.force_login(contributor_of_guatemala)
    client.get(changed_at_night)
    assert timezone.get_current_timezone_name() == "UTC"

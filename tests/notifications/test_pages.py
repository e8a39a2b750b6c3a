"""The inbox, the preferences and the links in mails, as people meet them."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from network.notifications.choices import Frequency
from network.notifications.models import MailSettings, Notification, Preference
from network.notifications.services import notify, record_bounce, set_frequency
from network.notifications.services.stopping import ALL, stop_address
from tests.factories import UserFactory

from .kinds import BROKEN, TOLD, news, told

pytestmark = pytest.mark.django_db
INBOX_QUERIES = 7  # session, person, bell, page, kinds of objects (twice: type, rows), grants


@pytest.fixture
def reader(client: Client):
    """Somebody signed in who reads English."""
    person = UserFactory(full_name="Rita Reader")
    client.force_login(person)
    return person


def path_of(address: str) -> str:
    return address.removeprefix("http://localhost:8000")


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt"])
@pytest.mark.parametrize("name", ["inbox", "preferences"])
def test_the_pages_are_there_in_four_languages(client, reader, published_of_guatemala, language, name):
    news(reader)
    with override(language):
        answer = client.get(reverse(f"notifications:{name}"))
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in answer.content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_inbox_asks_the_database_as_often_for_three_as_for_one(
    client, reader, published_of_guatemala, count, django_assert_num_queries
):
    for _number in range(count):
        news(reader)
    client.get("/en/me/inbox/")
    with django_assert_num_queries(INBOX_QUERIES, exact=False):
        assert client.get("/en/me/inbox/").content.decode().count("Mark as read") == count


def test_the_bell_counts_what_is_unread_by_one_query_that_does_not_count_history(
    client, reader, published_of_guatemala, django_assert_num_queries
):
    news(reader)
    with django_assert_num_queries(1):
        assert Notification.objects.count_for_bell(reader) == 1
    assert "bell__count" in client.get("/en/me/").content.decode()
    Notification.objects.bulk_create(
        Notification(recipient=reader, verb=TOLD, about_type_id=1, about_id=str(number))
        for number in range(120)
    )
    assert Notification.objects.count_for_bell(reader) == 100
    assert "99+" in client.get("/en/me/").content.decode()


def test_following_a_mails_link_reads_the_message_and_opens_what_it_is_about(
    client, reader, published_of_guatemala
):
    row = news(reader)
    answer = client.get(f"/en/me/inbox/{row.pk}/")
    assert answer.status_code == 302
    assert answer.url == published_of_guatemala.get_absolute_url()
    row.refresh_from_db()
    assert row.read_at is not None


def test_a_message_is_its_recipients_alone(client, reader, member, published_of_guatemala):
    row = news(member)
    assert client.get(f"/en/me/inbox/{row.pk}/").status_code == 404
    assert client.get(f"/en/me/settings/notifications/{row.pk}/").status_code == 404
    client.post("/en/me/inbox/read/", {"id": row.pk})
    client.post("/en/me/inbox/read/", {"up_to": row.pk})
    row.refresh_from_db()
    assert row.read_at is None


def test_messages_are_marked_one_by_one_or_all_that_were_seen(client, reader, published_of_guatemala):
    first, second, third = (news(reader) for _number in range(3))
    client.post("/en/me/inbox/read/", {"id": [first.pk, "x", "9" * 30]})
    assert Notification.objects.count_for_bell(reader) == 2
    client.post("/en/me/inbox/read/", {"up_to": second.pk})
    assert list(Notification.objects.unread()) == [third]
    assert "Mark as read" in client.get("/en/me/inbox/?show=unread").content.decode()


def test_of_what_is_gone_or_cannot_be_written_the_inbox_says_so_and_shows_the_rest(
    client, reader, published_of_guatemala, draft_of_guatemala
):
    news(reader, draft_of_guatemala)
    news(reader, published_of_guatemala, BROKEN)
    news(reader, published_of_guatemala)
    html = client.get("/en/me/inbox/").content.decode()
    assert len(re.findall(r"<p><[^>]*>This message is about something", html)) == 2
    assert f"Something happened to {published_of_guatemala}" in html
    assert str(draft_of_guatemala.uuid) not in html
    gone = Notification.objects.earliest("pk")
    assert client.get(f"/en/me/inbox/{gone.pk}/").url == "/en/me/inbox/"


def test_a_long_inbox_goes_on_behind_a_link(client, reader, published_of_guatemala):
    for _number in range(27):
        notify(TOLD, about=published_of_guatemala, to=[reader])
    html = client.get("/en/me/inbox/").content.decode()
    older = re.search(r'href="(\?after=\d+)"', html)
    assert older
    assert client.get(f"/en/me/inbox/{older[1]}").content.decode().count("Mark as read") == 2
    assert client.get("/en/me/inbox/?after=abc").status_code == 200


def choices(**changes: object) -> dict[str, object]:
    from network.notifications.forms import PreferencesForm
    from network.notifications.kinds import kinds

    wishes = {PreferencesForm.name_of(kind): kind.default.value for kind in kinds() if not kind.required}
    return {**wishes, "digest_hour": "7", "digest_weekday": "0", "paused_until": "", **changes}


def test_preferences_are_kept_and_shown_again(client, reader):
    answer = client.post(
        "/en/me/settings/notifications/",
        choices(**{"tests-told": "weekly", "digest_hour": "20", "paused_until": "2030-01-02"}),
    )
    assert answer.status_code == 302
    assert list(Preference.objects.values_list("verb", "frequency")) == [(TOLD, Frequency.WEEKLY)]
    kept = MailSettings.objects.get(user=reader)
    assert (kept.digest_hour, kept.digest_weekday) == (20, 0)
    html = client.get("/en/me/settings/notifications/").content.decode()
    assert '<option value="weekly" selected>' in html
    assert "2030-01-02" in html


@pytest.mark.parametrize(
    "wrong",
    [{"tests-told": "hourly"}, {"digest_hour": "24"}, {"digest_weekday": "x"}, {"paused_until": "soon"}],
)
def test_what_cannot_be_kept_is_said_beside_the_field(client, reader, wrong):
    answer = client.post("/en/me/settings/notifications/", choices(**wrong))
    assert answer.status_code == 422
    assert "Error:" in answer.content.decode()
    assert not Preference.objects.exists()


def test_of_one_thing_a_person_may_want_to_hear_less(client, reader, published_of_guatemala):
    row = news(reader)
    url = f"/en/me/settings/notifications/{row.pk}/"
    assert client.get(url).status_code == 200
    assert client.post(url, {"frequency": "x"}).status_code == 422
    client.post(url, {"frequency": "never"})
    assert news(reader).channel == "none"
    assert "Other wishes" in client.get("/en/me/settings/notifications/").content.decode()
    client.post(url, {"frequency": "usual"})
    assert news(reader).channel == "alone"


def test_who_is_told_that_mails_came_back_can_say_that_the_address_works(client, reader):
    record_bounce(address=reader.email, reason="550 no such user")
    assert "550 no such user" in client.get("/en/me/settings/notifications/").content.decode()
    client.post("/en/me/settings/notifications/address/")
    assert MailSettings.objects.get(user=reader).bounced_at is None


def test_a_get_of_a_stop_link_changes_nothing_and_the_post_works_once_and_twice_without_sign_in(member):
    strict = Client(enforce_csrf_checks=True)
    url = path_of(stop_address(member.pk, TOLD))
    for method in (strict.get, strict.head):
        assert method(url).status_code == 200
    assert not Preference.objects.exists()
    for _time in range(2):
        answer = strict.post(url, {"List-Unsubscribe": "One-Click"})
        assert answer.status_code == 200
        assert Preference.objects.get().frequency == Frequency.NEVER
    assert news(member, UserFactory()).channel == "none"


def test_the_link_under_a_summary_stops_all_that_can_be_stopped(client, member):
    client.post(path_of(stop_address(member.pk, ALL)))
    stopped = set(Preference.objects.values_list("verb", flat=True))
    assert TOLD in stopped
    assert "network.role_granted" not in stopped


def test_a_link_of_a_required_kind_stops_nothing(client, member):
    answer = client.post(path_of(stop_address(member.pk, "network.role_granted")))
    assert answer.status_code == 200
    assert not Preference.objects.exists()


@pytest.mark.parametrize("token", ["x", "a:b:c", "0" * 500])
def test_links_that_are_not_ours_do_nothing(client, db, token):
    assert client.get(f"/en/notices/stop/{token}/").status_code == 404
    assert client.post(f"/en/notices/stop/{token}/").status_code == 404


def test_a_wish_of_another_person_is_not_touched(client, member, reader, published_of_guatemala):
    set_frequency(user=member, frequency=Frequency.DAILY, verb=TOLD)
    client.post(path_of(stop_address(reader.pk, TOLD)))
    assert Preference.objects.get(user=member).frequency == Frequency.DAILY
    assert told(member) == 0


def test_news_whose_kind_is_no_longer_known_is_shown_plainly(client, reader, published_of_guatemala):
    row = news(reader)
    other = news(reader)
    Notification.objects.filter(pk=row.pk).update(verb="practices.of_an_older_release", channel="daily")
    html = client.get("/en/me/inbox/").content.decode()
    assert "This message is about something that is no longer open to you." in html
    assert f"/en/me/inbox/{other.pk}/" in html
    assert client.get("/en/me/inbox/?show=unread").status_code == 200
    assert client.get(f"/en/me/inbox/{row.pk}/", follow=True).status_code == 200
    assert client.get("/en/me/settings/notifications/").status_code == 200
    assert client.get(f"/en/me/settings/notifications/{row.pk}/").status_code == 200
    assert client.post(f"/en/me/settings/notifications/{row.pk}/", {"frequency": "never"}).status_code == 302
    assert client.get("/en/me/settings/notifications/").status_code == 200
    row.refresh_from_db()
    assert row.read_at is not None

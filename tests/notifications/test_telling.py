"""People are told what concerns them, in the transaction in which it happened, however many they are."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core import mail
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from network.choices import Role
from network.models import RoleGrant, User
from network.notifications.choices import Channel, EntryState, Frequency
from network.notifications.kinds import UnknownKindError
from network.notifications.models import MailSettings, Notification, OutboxEntry
from network.notifications.services import notify, run_entry, set_frequency
from tests.cost import both_ends, processor_seconds
from tests.factories import UserFactory

from .kinds import TOLD, news, run_all, told

pytestmark = pytest.mark.django_db


@pytest.mark.django_db(transaction=True)
def test_what_is_rolled_back_is_told_to_nobody(member):
    def change_and_fail():
        with transaction.atomic():
            news(member)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        change_and_fail()
    assert not Notification.objects.exists()
    assert not OutboxEntry.objects.exists()


def test_a_notification_holds_ids_and_no_text(member, published_of_guatemala):
    notify(TOLD, about=published_of_guatemala, to=[member], volume=3)
    row = Notification.objects.get()
    assert (row.about_id, row.context) == (str(published_of_guatemala.pk), {"volume": 3})
    entry = OutboxEntry.objects.get(queue="mail")
    assert (entry.queue, entry.kind, entry.args) == ("mail", TOLD, {"notification": row.pk})


def test_whoever_did_it_is_not_told_of_it(member, staff_manager, published_of_guatemala):
    assert notify(TOLD, about=published_of_guatemala, to=[member, staff_manager], actor=staff_manager) == 1
    assert told(member) == 1
    assert told(staff_manager) == 0


def test_nobody_is_told_twice_in_one_call_or_under_one_key(member, published_of_guatemala):
    for _time in range(2):
        notify(TOLD, about=published_of_guatemala, to=[member, member], once="yearly:2026")
    assert told(member) == 1


def test_an_unknown_kind_is_a_fault_of_the_program(member, published_of_guatemala):
    with pytest.raises(UnknownKindError):
        notify("tests.unknown", about=published_of_guatemala, to=[member])


def test_a_thousand_people_cost_one_insert_per_table_and_less_than_a_tenth_of_a_second(
    published_of_guatemala,
):
    User.objects.bulk_create(User(email=f"crowd{number}@example.org") for number in range(1000))
    crowd = list(User.objects.filter(email__startswith="crowd"))
    notify(TOLD, about=published_of_guatemala, to=crowd[:1])
    with (
        CaptureQueriesContext(connection) as queries,
        transaction.atomic(),
    ):
        notify(TOLD, about=published_of_guatemala, to=crowd)
    inserts = [each["sql"] for each in queries if each["sql"].startswith("INSERT")]
    assert len(inserts) == 2
    assert len([each for each in queries if "SAVEPOINT" not in each["sql"]]) <= 5
    times = []
    while len(times) < 5 or (min(times) > 0.1 and len(times) < 40):
        with transaction.atomic():
            before = processor_seconds(*both_ends(connection))
            notify(TOLD, about=published_of_guatemala, to=crowd)
            times.append(processor_seconds(*both_ends(connection)) - before)
            transaction.set_rollback(True)
    print(f"notify 1,000 people: best {min(times) * 1000:.0f} ms of {len(times)}")
    assert min(times) < 0.1


def test_wishes_go_from_the_kind_to_the_object_to_the_kind_about_the_object(member, published_of_guatemala):
    about_type = ContentType.objects.get_for_model(published_of_guatemala)
    about = {"about_type": about_type, "about_id": str(published_of_guatemala.pk)}
    for wish, channel in (
        ({"frequency": Frequency.DAILY, "verb": TOLD}, Channel.DAILY),
        ({"frequency": Frequency.NEVER, **about}, Channel.NONE),
        ({"frequency": Frequency.WEEKLY, "verb": TOLD, **about}, Channel.WEEKLY),
    ):
        set_frequency(user=member, **wish)
        news(member, published_of_guatemala)
        assert Notification.objects.latest("pk").channel == channel


def test_a_required_kind_cannot_be_turned_off(member):
    with pytest.raises(ValueError, match="cannot be turned off"):
        set_frequency(user=member, frequency=Frequency.NEVER, verb="network.role_granted")


def test_much_about_one_thing_within_an_hour_becomes_one_mail(member, published_of_guatemala, settings):
    for _time in range(settings.NOTIFICATIONS_FOLD_AFTER + 4):
        news(member, published_of_guatemala)
    assert (
        list(Notification.objects.order_by("pk").values_list("channel", flat=True))
        == ["alone"] * 5 + ["folded"] * 4
    )
    assert OutboxEntry.objects.filter(task="notifications.fold").count() == 1
    OutboxEntry.objects.filter(task="notifications.fold").update(next_at=timezone.now())
    run_all()
    assert len(mail.outbox) == 6
    assert "4 mensagens" in mail.outbox[-1].subject
    assert mail.outbox[-1].body.count("/me/inbox/") == 5, "four messages, and the inbox"
    run_all()
    assert len(mail.outbox) == 6


def test_the_wish_that_holds_when_the_mail_is_about_to_go_counts(member, published_of_guatemala):
    news(member, published_of_guatemala)
    set_frequency(user=member, frequency=Frequency.WEEKLY, verb=TOLD)
    run_all()
    assert mail.outbox == []
    assert Notification.objects.get().channel == Channel.WEEKLY
    assert OutboxEntry.objects.get(task="notifications.mail").state == EntryState.SKIPPED


def test_in_a_pause_mails_wait_for_the_summary_after_it(member, published_of_guatemala):
    MailSettings.objects.create(user=member, paused_until=timezone.now() + timezone.timedelta(days=2))
    news(member, published_of_guatemala)
    run_all()
    assert mail.outbox == []
    assert Notification.objects.get().channel == Channel.DAILY


def test_roles_given_and_ended_are_told_in_the_holders_language(staff_manager):
    from network.services import grant_role, revoke_role

    person = UserFactory(language="fr")
    grant = grant_role(user=person, role=Role.REVIEWER, reason="Expert", by=staff_manager)
    revoke_role(grant=grant, reason="Fin du mandat", by=staff_manager)
    run_all()
    assert [each.to[0].endswith(f"<{person.email}>") for each in mail.outbox] == [True, True]
    assert all('lang="fr"' in each.alternatives[0].content for each in mail.outbox)
    assert RoleGrant.objects.get(pk=grant.pk).revoked_reason in mail.outbox[1].body
    assert run_entry(entry_id=OutboxEntry.objects.first().pk) is False, "once sent, never again"

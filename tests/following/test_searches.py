"""A saved search finds what its list would show, once, and only for who may read it."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, transaction
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from network.following import registry
from network.following.models import Hit, Interest
from network.following.services import change, delete, follow, save_search, unfollow
from network.following.services.keeping import TooManyError
from network.following.services.matching import MATCH, match, renew_words
from network.notifications.choices import Channel, EntryState, Frequency
from network.notifications.models import Notification, OutboxEntry, Preference
from network.notifications.services import run_entry
from network.search.models import SearchRow
from network.search.services import index_objects
from network.search.services.reconcile import reconcile
from practices.models import Practice
from tests.factories import PublishedPracticeFactory, UserFactory

pytestmark = pytest.mark.django_db


def search(person: Any, query: str = "", kind: str = "practice", **more: Any) -> Interest:
    """Save the search that an address of the list says."""
    followed = registry.find(kind)
    assert followed is not None
    asked = followed.list_filter(QueryDict(query), user=person, language=person.language)
    return save_search(by=person, followed=followed, asked=asked, name=more.pop("name", ""), **more)


def run_matching() -> None:
    """Do what was promised."""
    for entry in OutboxEntry.objects.filter(task=MATCH, state=EntryState.WAITING).order_by("pk"):
        assert run_entry(entry_id=entry.pk)


def told(person: Any) -> list[str]:
    """Verbs of what the person was told."""
    return list(Notification.objects.filter(recipient=person).order_by("pk").values_list("verb", flat=True))


def publish(**fields: Any) -> Practice:
    """A practice comes to light."""
    with transaction.atomic():
        practice = PublishedPracticeFactory(**fields)
    run_matching()
    return practice


def test_a_new_practice_that_fits_is_told_once(member, guatemala):
    interest = search(member, "state=GT", name="Guatemala")
    practice = publish()
    assert told(member) == ["following.found"]
    assert list(Hit.objects.values_list("interest", "object_id")) == [(interest.pk, practice.pk)]
    SearchRow.objects.filter(object_id=practice.pk).delete()
    index_objects("practice", [practice.pk])  # it comes to light again
    run_matching()
    assert told(member) == ["following.found"]


def test_what_does_not_fit_is_told_to_nobody(member, guatemala):
    search(member, "state=CL")
    search(member, "q=ferrocarriles")
    search(member, "kind=course", kind="course")
    publish()
    assert told(member) == []


@pytest.mark.parametrize(
    ("query", "fits"),
    [
        ("", True),
        ("state=GT&state=CL", True),
        ("state=CL&state=JM", False),
        ("state=GT&depth=full", False),
        ("topic=youth", True),
        ("topic=youth&topic=firearms", False),
        ("q=prevencion", True),
        ("q=prevenciones", True),
        ("q=-prevención+algo", False),
        ("q=prevención&state=GT", True),
        ("q=prevención&state=CL", False),
    ],
)
def test_a_saved_search_finds_what_the_list_would_show(member, guatemala, query, fits):
    search(member, query)
    with transaction.atomic():
        practice = PublishedPracticeFactory(title_es="Prevención comunitaria")
        practice.topics.set(["youth"])
        index_objects("practice", [practice.pk])
    run_matching()
    followed = registry.find("practice")
    assert followed is not None
    asked = followed.list_filter(QueryDict(query), user=member, language=member.language)
    listed = [row.object_id for row in asked.page().rows]
    assert (listed == [practice.pk], bool(told(member))) == (fits, fits)


def test_a_translation_lets_words_of_the_readers_language_find_it(member, guatemala):
    search(member, "q=quilombolas")  # the member reads Portuguese
    practice = publish(title_es="Barrios seguros")
    assert told(member) == []
    Practice.objects.filter(pk=practice.pk).update(title_pt="Bairros quilombolas")
    index_objects("practice", [practice.pk])
    run_matching()
    assert told(member) == ["following.found"]


def test_a_translation_of_what_was_there_before_the_search_is_no_news(member, guatemala):
    practice = publish()
    search(member, "state=GT")
    Practice.objects.filter(pk=practice.pk).update(title_fr="Quartiers sûrs", summary_fr="Un quartier")
    index_objects("practice", [practice.pk])
    run_matching()
    assert told(member) == []


def test_a_translation_of_an_old_record_is_no_news(member, guatemala):
    search(member, "q=quilombolas")
    practice = publish(title_es="Barrios seguros")
    long_ago = timezone.now() - timezone.timedelta(days=400)
    Practice.objects.filter(pk=practice.pk).update(title_pt="Bairro quilombola", published_at=long_ago)
    index_objects("practice", [practice.pk])
    run_matching()
    assert told(member) == []


def test_rows_that_are_made_anew_are_no_news(member, guatemala):
    practice = publish()
    search(member)
    SearchRow.objects.filter(object_id=practice.pk).delete()
    assert reconcile(repair=True).differing["practice"] == [practice.pk]
    assert not OutboxEntry.objects.filter(task=MATCH, state=EntryState.WAITING).exists()


def test_what_was_there_before_the_search_is_not_told(member, guatemala):
    with transaction.atomic():
        PublishedPracticeFactory()
    search(member)
    run_matching()
    assert told(member) == []


def test_several_searches_of_one_person_make_one_notice_at_the_soonest_wish(member, guatemala):
    search(member, "state=GT", frequency=Frequency.WEEKLY)
    soon = search(member, "scale=&q=", name="All", frequency=Frequency.AT_ONCE)
    follow(by=member, subject="state:GT")
    publish()
    notice = Notification.objects.get(recipient=member)
    assert (notice.about_id, notice.channel) == (str(soon.pk), Channel.ALONE)
    assert Hit.objects.filter(interest__user=member).count() == 3


def test_a_paused_search_and_a_closed_account_hear_nothing(member, focal_point_of_chile, guatemala):
    paused = search(member)
    change(interest=paused, by=member, name="", frequency=None, is_paused=True)
    search(focal_point_of_chile)
    focal_point_of_chile.is_active = False
    focal_point_of_chile.save()
    publish()
    assert not Notification.objects.filter(verb="following.found").exists()
    assert not Hit.objects.exists()


def test_only_readers_of_a_record_hear_of_it(member, staff_manager, guatemala, monkeypatch):
    from network.search import querysets

    monkeypatch.setitem(querysets._givers, "test", lambda user: ["of staff"] if user == staff_manager else [])
    search(member)
    search(staff_manager)
    with transaction.atomic():
        PublishedPracticeFactory()
        SearchRow.objects.update(visibility="of staff")
    run_matching()
    assert (told(member), told(staff_manager)) == ([], ["following.found"])


def test_a_state_and_a_topic_are_followed_for_records_of_every_kind(member, guatemala):
    follow(by=member, subject="state:GT")
    follow(by=member, subject="topic:population-groups")
    other = UserFactory()
    follow(by=other, subject="topic:firearms")
    with transaction.atomic():
        practice = PublishedPracticeFactory()
        practice.topics.set(["youth"])
        index_objects("practice", [practice.pk])
    run_matching()
    assert told(member) == ["following.found"]
    assert told(other) == []


def test_words_are_corrected_where_nothing_has_them(member, guatemala):
    publish(title_es="Mediación escolar")
    interest = search(member, "q=mediasion")
    assert interest.words == "mediación"


def test_words_that_say_nothing_are_refused(member):
    with pytest.raises(ValidationError):
        search(member, "q=-crime")
    assert not Interest.objects.exists()


def test_the_same_search_is_kept_once_and_only_so_many(member, settings):
    settings.INTERESTS_PER_PERSON = 2
    first = search(member, "state=GT&sort=newest")
    assert search(member, "state=GT", name="again") == first
    follow(by=member, subject="state:GT")
    assert follow(by=member, subject="state:GT").pk
    with pytest.raises(TooManyError):
        search(member, "state=CL")
    unfollow(by=member, subject="state:GT")
    assert search(member, "state=CL").name == ""


def test_nobody_changes_what_another_follows(member, focal_point_of_chile, visitor):
    interest = search(member)
    with pytest.raises(PermissionDenied):
        change(interest=interest, by=focal_point_of_chile, name="x", frequency=None, is_paused=True)
    with pytest.raises(PermissionDenied):
        delete(interest=interest, by=focal_point_of_chile)
    with pytest.raises(PermissionDenied):
        follow(by=visitor, subject="state:GT")
    for subject in ("state:ZZ", "topic:nothing", "practice:1", "course:1", "practice:x", "", "x:y"):
        with pytest.raises(PermissionDenied):
            follow(by=member, subject=subject)
    interest.refresh_from_db()
    assert (interest.name, interest.is_paused) == ("", False)


def test_what_is_deleted_takes_its_wish_along(member):
    interest = search(member, frequency=Frequency.WEEKLY)
    assert Preference.objects.filter(user=member).count() == 1
    delete(interest=interest, by=member)
    assert not Preference.objects.filter(user=member).exists()


def test_words_of_earlier_rules_are_read_anew(member):
    interest = search(member, "q=prevención")
    Interest.objects.update(words_query="'nothing'", words_rules=0)
    assert renew_words() == 1
    assert Interest.objects.get().words_query == interest.words_query
    assert renew_words() == 0


@pytest.mark.parametrize("count", [1, 3])
def test_matching_asks_as_often_for_three_searches_as_for_one(member, guatemala, count):
    for number in range(count):
        search(UserFactory(), "state=GT", name=str(number))
    with transaction.atomic():
        practice = PublishedPracticeFactory()
    now = int(timezone.now().timestamp() * 1_000_000)
    with CaptureQueriesContext(connection) as queries:
        assert match(kind="practice", record=practice.pk, at=now, is_new=True) == count
    assert len([each for each in queries if "SAVEPOINT" not in each["sql"]]) <= 8

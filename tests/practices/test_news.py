"""Each step of a practice is told to whom it concerns, in words of its own; what waits long is remembered."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from network.notifications.models import Notification
from practices.choices import TRANSITIONS, PracticeState
from practices.models import Practice
from practices.services import way
from practices.services.news import WORDS
from practices.services.reminding import remind
from tests.notifications.kinds import run_all

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(contributor_of_guatemala, focal_point_of_guatemala, focal_point_of_chile, screener):
    """Those who take the steps, and the outsider."""
    return {
        "author": contributor_of_guatemala,
        "focal point": focal_point_of_guatemala,
        "outsider": focal_point_of_chile,
        "screener": screener,
    }


def told(person) -> list[str]:
    """The kinds of news that a person has been told of, in order."""
    return list(Notification.objects.filter(recipient=person).order_by("pk").values_list("verb", flat=True))


def walk(practice: Practice, people, *verbs: str) -> Practice:
    steps = {
        "ask": lambda: way.ask_clearance(practice=practice, by=people["author"]),
        "back": lambda: way.send_back(practice=practice, by=people["focal point"], comment="Costs?"),
        "submit": lambda: way.submit_practice(practice=practice, by=people["focal point"]),
        "claim": lambda: way.claim_practice(practice=practice, by=people["screener"]),
        "return": lambda: way.return_practice(
            practice=practice, by=people["screener"], comments=[("problem", "diagnosis", "Which year?")]
        ),
        "decline": lambda: way.decline_practice(practice=practice, by=people["screener"], comment="Scope."),
        "publish": lambda: way.publish_practice(practice=practice, by=people["screener"]),
        "withdraw": lambda: way.withdraw_practice(
            practice=practice, by=people["focal point"], comment="Ended."
        ),
    }
    for verb in verbs:
        steps[verb]()
        practice.refresh_from_db()
    return practice


def test_from_clearance_to_publication_everyone_hears_what_concerns_them(draft_of_guatemala, people):
    walk(draft_of_guatemala, people, "ask", "back", "ask", "submit", "claim", "publish", "withdraw")
    assert told(people["author"]) == [
        "practices.sent_back",
        "practices.cleared",
        "practices.in_screening",
        "practices.published",
        "practices.withdrawn",
    ]
    assert told(people["focal point"]) == [
        "practices.clearance_asked",
        "practices.clearance_asked",
        "practices.in_screening",
        "practices.published",
    ]
    assert told(people["screener"]) == ["practices.submitted"]
    assert told(people["outsider"]) == []


@pytest.mark.parametrize(
    ("verb", "news"), [("return", "practices.returned"), ("decline", "practices.declined")]
)
def test_the_answer_of_the_secretariat_reaches_author_and_focal_point(draft_of_guatemala, people, verb, news):
    walk(draft_of_guatemala, people, "submit", "claim", verb)
    assert told(people["author"])[-1] == told(people["focal point"])[-1] == news


def test_a_step_that_fails_is_told_to_nobody(draft_of_guatemala, people):
    with pytest.raises(Exception):  # noqa: B017, PT011 - whatever refuses it
        way.publish_practice(practice=draft_of_guatemala, by=people["screener"])
    assert not Notification.objects.exists()


def test_every_step_of_the_table_tells_somebody(draft_of_guatemala, people):
    verbs = {row.verb for row in TRANSITIONS} - {"start", "delete"}
    from practices.services.news import tell_of_step

    for verb in verbs:
        Notification.objects.all().delete()
        tell_of_step(draft_of_guatemala, verb, people["outsider"])
        assert Notification.objects.exists(), verb


def test_the_mails_name_the_practice_and_the_state_in_the_readers_language(draft_of_guatemala, people):
    walk(draft_of_guatemala, people, "submit", "claim", "publish")
    run_all()
    title = draft_of_guatemala.passage("title").text
    mine = [each for each in mail.outbox if people["author"].email in each.to[0]]
    assert mine
    for message in mine:
        assert title in message.subject
        assert "/es/me/inbox/" in message.body
        assert title in message.alternatives[0].content


def test_comments_of_the_secretariat_do_not_travel_by_mail(draft_of_guatemala, people):
    walk(draft_of_guatemala, people, "submit", "claim", "return")
    run_all()
    assert mail.outbox
    for message in mail.outbox:
        assert "Which year" not in message.body + message.alternatives[0].content


@pytest.mark.parametrize(
    ("steps", "days", "who", "news"),
    [
        (["ask"], 14, "focal point", "practices.clearance_reminder"),
        (["submit"], 14, "screener", "practices.screening_reminder"),
        (["submit", "claim"], 14, "screener", "practices.screening_reminder"),
        (["submit", "claim", "return"], 30, "author", "practices.returned_reminder"),
    ],
)
def test_what_waits_long_is_remembered_once_per_interval(draft_of_guatemala, people, steps, days, who, news):
    walk(draft_of_guatemala, people, *steps)

    def stood(number: int) -> list[str]:
        draft_of_guatemala.transitions.update(at=timezone.now() - timedelta(days=number, hours=1))
        Notification.objects.all().filter(
            verb__in=[each for each in WORDS if "reminder" not in each]
        ).delete()
        remind()
        remind()
        return told(people[who])

    assert stood(days - 1) == []
    assert stood(days) == [news]
    assert stood(days + 5) == [news]
    assert stood(2 * days) == [news, news]
    assert told(people["outsider"]) == []


def test_where_reminders_are_turned_off_none_come(draft_of_guatemala, people, settings):
    settings.PRACTICE_REMINDER_DAYS = dict.fromkeys(PracticeState.values, 0)
    walk(draft_of_guatemala, people, "submit")
    draft_of_guatemala.transitions.update(at=timezone.now() - timedelta(days=90))
    assert remind() == 0

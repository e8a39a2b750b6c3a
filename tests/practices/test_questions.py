"""Asking those who provide a practice: it goes to them alone, and the answer to the one who asked."""

from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.test import Client

from network.choices import Role
from network.moderation.choices import Reason, SanctionKind
from network.moderation.services import sanction
from network.notifications.choices import EntryState
from network.notifications.models import Notification, OutboxEntry
from network.notifications.services import run_entry
from network.services.erasure import erase_account
from network.services.personal_data import export_personal_data
from practices.models import Practice, Question
from practices.services.questions import AnsweredError, TooOftenError, answer_question, ask_provider
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def ask(practice: Practice, by: Any, text: str = "Como foi pago?") -> Question:
    """A question in Portuguese."""
    return ask_provider(practice=practice, by=by, text=text, language="pt")


def told(person: Any) -> list[str]:
    """Kinds of news that the person got."""
    return list(Notification.objects.filter(recipient=person).values_list("verb", flat=True))


def test_question_and_answer_go_through_the_portal_in_each_ones_language(
    client: Client, member: Any, focal_point_of_guatemala: Any, published_of_guatemala: Practice
) -> None:
    client.force_login(member)
    page = client.get(f"/pt/practices/{published_of_guatemala.identifier}/").content.decode()
    address = f"/pt/practices/{published_of_guatemala.identifier}/ask/"
    assert address in page
    assert client.post(address, {"text": "Como foi pago?"}).status_code == 302
    question = Question.objects.get()
    client.force_login(focal_point_of_guatemala)
    assert "espera" in client.get("/es/me/").content.decode()
    assert client.get("/es/practices/questions/").status_code == 200
    assert client.post(question.get_absolute_url(), {"text": ""}).status_code == 422
    assert (
        client.post(f"/es/practices/questions/{question.pk}/", {"text": "Con fondos propios."}).status_code
        == 302
    )
    question.refresh_from_db()
    assert (question.language, question.answer_language) == ("pt", "es")
    client.force_login(member)
    assert "Con fondos propios." in client.get(f"/pt/practices/questions/{question.pk}/").content.decode()
    for entry in OutboxEntry.objects.filter(queue="mail", state=EntryState.WAITING).order_by("pk"):
        run_entry(entry_id=entry.pk)
    to_focal, to_member = mail.outbox[-2:]
    assert to_focal.subject.startswith("Una pregunta sobre")
    assert "Como foi pago?" in to_focal.body
    assert to_member.subject.startswith("Uma resposta sobre")
    assert "Con fondos propios." in to_member.body
    for letter in (to_focal, to_member):  # no address of the other side
        other = member if letter is to_focal else focal_point_of_guatemala
        assert other.email not in letter.body


def test_a_state_without_focal_point_is_answered_by_the_secretariat(
    member: Any, staff_manager: Any, published_of_guatemala: Practice
) -> None:
    question = ask(published_of_guatemala, member)
    assert question.to_secretariat
    assert told(staff_manager) == ["practices.question_asked"]
    answer_question(question=question, by=staff_manager, text="Yes.", language="en")
    assert told(member) == ["practices.question_answered"]


def test_outsiders_neither_ask_for_others_nor_read_nor_answer(
    client: Client,
    member: Any,
    focal_point_of_guatemala: Any,
    focal_point_of_chile: Any,
    staff_manager: Any,
    published_of_guatemala: Practice,
    draft_of_guatemala: Practice,
) -> None:
    question = ask(published_of_guatemala, member)
    for person in (focal_point_of_chile, staff_manager, member):
        with pytest.raises(PermissionDenied):
            answer_question(question=question, by=person, text="No.", language="en")
    client.force_login(focal_point_of_chile)
    assert client.get(f"/en/practices/questions/{question.pk}/").status_code == 404
    for person in (UserFactory(), focal_point_of_guatemala):  # without a role; who would answer
        with pytest.raises(PermissionDenied):
            ask(published_of_guatemala, person)
    with pytest.raises(PermissionDenied):
        ask(draft_of_guatemala, member)
    client.logout()
    assert (
        "Como foi pago"
        not in client.get(f"/en/practices/{published_of_guatemala.identifier}/").content.decode()
    )


def test_it_is_checked_as_posts_are(member: Any, published_of_guatemala: Practice, settings: Any) -> None:
    settings.PRACTICE_QUESTIONS_A_DAY = 1
    assert ask(published_of_guatemala, member, "a\u202eb").text == "ab"
    with pytest.raises(TooOftenError):
        ask(published_of_guatemala, member)
    settings.PRACTICE_QUESTIONS_A_DAY = 5
    manager = UserFactory(roles=[Role.STAFF_MANAGER])
    sanction(user=member, kind=SanctionKind.MUTE, scope="", reason=Reason.ADVERTISING, by=manager)
    with pytest.raises(PermissionDenied):
        ask(published_of_guatemala, member)


def test_it_is_answered_once(
    member: Any, focal_point_of_guatemala: Any, published_of_guatemala: Practice
) -> None:
    question = ask(published_of_guatemala, member)
    answer_question(question=question, by=focal_point_of_guatemala, text="Sí.", language="es")
    with pytest.raises(AnsweredError):
        answer_question(question=question, by=focal_point_of_guatemala, text="No.", language="es")


def test_a_person_takes_questions_along_and_they_go_with_the_account(
    member: Any, published_of_guatemala: Practice
) -> None:
    ask(published_of_guatemala, member)
    assert export_personal_data(user=member)["questions"]["asked"][0]["text"] == "Como foi pago?"
    erase_account(user=member)
    assert not Question.objects.exists()


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_as_often_for_three_as_for_one(
    client: Client,
    member: Any,
    published_of_guatemala: Practice,
    count: int,
    django_assert_max_num_queries: Any,
) -> None:
    for _number in range(count):
        ask(published_of_guatemala, member)
    client.force_login(member)
    client.get("/en/practices/questions/")
    with django_assert_max_num_queries(6):
        client.get("/en/practices/questions/")

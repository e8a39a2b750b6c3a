"""Asking those who provide a practice, and their answer: through the portal, no address is shown."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.choices import Role
from network.models import User
from network.moderation.rules import is_stopped_everywhere
from network.notifications.kinds import Category, Kind, Matter, Words, register
from network.notifications.services import notify
from network.services.roles import managers
from network.ui.plain_text import clean_text

from ..models import Practice, Question
from .errors import PracticeError
from .news import focal_points

EXCERPT = 700  # characters in a mail
ASKED, ANSWERED = "practices.question_asked", "practices.question_answered"


class NothingWrittenError(PracticeError):
    """There are no words."""

    def __init__(self) -> None:
        super().__init__(_("Write your words first."))


class TooOftenError(PracticeError):
    """The person has asked as often as one may in a day."""

    def __init__(self) -> None:
        super().__init__(_("You have asked many questions today. Ask this one tomorrow."))


class AnsweredError(PracticeError):
    """Somebody else answered first."""

    def __init__(self) -> None:
        super().__init__(_("This question has been answered in the meantime."))


def may_ask(user: Any, practice: Practice) -> bool:
    """Everyone who has a role, about what is public; not those who would answer."""
    if not user.is_authenticated or not user.grants:
        return False
    published = Practice.objects.published().filter(pk=practice.pk).exists()
    return published and not user.has_role(Role.FOCAL_POINT, state=practice.country_id)


@transaction.atomic
def ask_provider(*, practice: Practice, by: User, text: str, language: str) -> Question:
    """Send a question to the focal points of the practice's state, or to the Secretariat where there is none.

    Raises PermissionDenied for who may not ask and for whom moderators have stopped from writing,
    NothingWrittenError, TooOftenError.
    """
    User.objects.select_for_update().get(pk=by.pk)  # so that two at once are both counted
    if not may_ask(by, practice) or is_stopped_everywhere(by):
        raise PermissionDenied
    words = clean_text(text)[:3000]
    if not words:
        raise NothingWrittenError
    since = timezone.now() - timedelta(days=1)
    if Question.objects.filter(asker=by, asked_at__gt=since).count() >= settings.PRACTICE_QUESTIONS_A_DAY:
        raise TooOftenError
    people = focal_points(practice)
    is_alone = not people.exists()
    question = Question.objects.create(
        practice=practice, asker=by, text=words, language=language, to_secretariat=is_alone
    )
    notify(ASKED, about=question, to=managers() if is_alone else people, actor=by)
    return question


@transaction.atomic
def answer_question(*, question: Question, by: User, text: str, language: str) -> Question:
    """Answer, once, to the one who asked.

    Raises PermissionDenied for others than those who were asked, NothingWrittenError, AnsweredError.
    """
    row = Question.objects.select_for_update(of=("self",)).filter(pk=question.pk).first()
    theirs = Question.objects.visible_to(by).exclude(asker=by)
    if row is None or not theirs.filter(pk=row.pk).exists():
        raise PermissionDenied
    if row.answered_at is not None:
        raise AnsweredError
    row.answer = clean_text(text)[:5000]
    if not row.answer:
        raise NothingWrittenError
    row.answer_language, row.answered_by, row.answered_at = language, by, timezone.now()
    row.save(update_fields=["answer", "answer_language", "answered_by", "answered_at"])
    notify(ANSWERED, about=row, to=[row.asker], actor=by)
    return row


def forget_questions(person: User) -> None:
    """What the person asked goes with its answers; answers of the person stay with those who asked."""
    Question.objects.filter(asker=person).delete()


def end_questions(before: datetime) -> int:
    """Throw away what was asked so long ago; gives how many."""
    gone, _each = Question.objects.filter(asked_at__lt=before).delete()
    return gone


def questions_of(user: User) -> dict[str, Any]:
    """What the person asked and answered, for the person's own export."""
    columns = ("practice__identifier", "text", "asked_at", "answer", "answered_at")
    return {
        "asked": list(Question.objects.filter(asker=user).order_by("pk").values(*columns)),
        "answered": list(
            Question.objects.filter(answered_by=user)
            .order_by("pk")
            .values("practice__identifier", "answer", "answered_at")
        ),
    }


def register_question_news() -> None:
    """Make both kinds of news known."""
    asked = Words(
        Category.TASKS,
        gettext_lazy("Somebody asks about a practice of my State"),
        gettext_lazy("A question about “%(title)s”"),
        gettext_lazy("%(asker)s asks about “%(title)s”."),
        gettext_lazy(
            "%(asker)s asks about the practice “%(title)s” (%(identifier)s):\n\n%(question)s\n\n"
            "Your answer in the portal goes to this person alone; your address is not shown."
        ),
        gettext_lazy("Answer"),
    )
    answered = Words(
        Category.PRACTICES,
        gettext_lazy("A question of mine about a practice is answered"),
        gettext_lazy("An answer about “%(title)s”"),
        gettext_lazy("Your question about “%(title)s” is answered."),
        gettext_lazy(
            "Your question about the practice “%(title)s” (%(identifier)s) is answered:\n\n%(answer)s"
        ),
        gettext_lazy("Read the answer"),
    )
    for verb, words in ((ASKED, asked), (ANSWERED, answered)):
        register(
            Kind(
                verb=verb,
                **words._asdict(),
                values=_values,
                related=("practice__country", "asker"),
            )
        )


def _values(matter: Matter) -> dict[str, Any]:
    question: Question = matter.about
    return {
        "title": question.practice.passage("title").text,
        "identifier": question.practice.identifier or "",
        "asker": question.asker,
        "question": _excerpt(question.text),
        "answer": _excerpt(question.answer),
    }


def _excerpt(text: str) -> str:
    return text if len(text) <= EXCERPT else text[:EXCERPT].rsplit(" ", 1)[0] + "…"

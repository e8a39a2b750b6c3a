"""What the desk's page of a practice says of its review: who judges it, what they found, what can be done."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from network.models import User

from ..choices import REVIEWERS, PracticeState
from ..choices.instrument import NOTES
from ..forms.review import NamingForm, RatedForm, ReasonsForm
from ..models import Practice, Review, ReviewRound
from ..services.naming import candidates
from ..services.scores import from_data
from .comparing import compared

JUDGED = (PracticeState.IN_REVIEW, PracticeState.CONSENSUS)


def review_panel(practice: Practice, user: User, may: dict[str, bool]) -> dict[str, Any]:
    """Rounds, the scores beside each other, the forms of what may be done now.

    Nothing of it for those who belong to what is judged: `visible_to` keeps the rounds from them.
    """
    rounds = list(ReviewRound.objects.visible_to(user).filter(practice=practice).order_by("-number"))
    found: dict[str, Any] = {
        "rounds": [_round(practice, each) for each in rounds],
        "reasons_form": ReasonsForm(initial={"revision": practice.revision}),
    }
    opened = next((each for each in rounds if not each.closed_at), None)
    if may["review"] and practice.asks_for_rating and not practice.rated_at:
        found |= naming(practice, REVIEWERS)
    elif opened is not None and may["decline"] and not opened.is_settled:
        free = REVIEWERS - opened.reviews.live().count()
        found |= naming(practice, 1) if free > 0 else {}
        found["may_replace"] = True
    if opened is not None and opened.is_settled and may["publish"]:
        found["rated_form"] = rated_form(practice, opened)
    return found


def naming(practice: Practice, places: int, data: Any = None) -> dict[str, Any]:
    """The form by which reviewers are named, and who cannot be and why."""
    work = Review.objects.workload(timezone.localdate())
    all_of_them = candidates(practice)
    people = [
        (person, _with_load(person, work.get(person.pk, {}))) for person, reason in all_of_them if not reason
    ]
    due_on = timezone.localdate() + timedelta(days=settings.PRACTICE_REVIEW_DAYS)
    return {
        "naming_form": NamingForm(data, people=people, places=places, initial={"due_on": due_on}),
        "kept_from": [(person, reason.label) for person, reason in all_of_them if reason],
    }


def _with_load(person: User, work: dict[str, Any]) -> str:
    waiting = work.get("waiting", 0)
    words = ngettext("%(count)s review open", "%(count)s reviews open", waiting) % {"count": waiting}
    return format_lazy("{} ({})", person.full_name, words)


def rated_form(practice: Practice, opened: ReviewRound, data: Any = None) -> RatedForm:
    """Reasons, and the reviewers' notes to be edited for the public."""
    scores = from_data(opened.result or {})
    initial = {"revision": practice.revision, "language": scores.language}
    initial |= {f"note-{note.name}": scores.notes.get(note.name, "") for note in NOTES}
    return RatedForm(data, initial=initial)


def _round(practice: Practice, opened: ReviewRound) -> dict[str, Any]:
    reviews = list(opened.reviews.named_first())
    scored = [each for each in reviews if each.scores and each.is_live][:REVIEWERS]
    result = []
    if opened.result:
        result = compared(practice, opened.result, opened.result)
    return {
        "round": opened,
        "reviews": reviews,
        "scored": [each.reviewer.full_name for each in scored],
        "compared": compared(practice, scored[0].scores, scored[1].scores)
        if len(scored) == REVIEWERS
        else [],
        "result": result,
        "state": _state(opened, reviews),
    }


def _state(opened: ReviewRound, reviews: list[Review]) -> str:
    live = [each for each in reviews if each.is_live]
    if opened.closed_at:
        return _("decided")
    if opened.is_settled:
        return _("The result stands: it can be decided.")
    if len(live) < REVIEWERS:
        return _("A reviewer is to be named.")
    done = sum(bool(each.submitted_at) for each in live)
    return _("%(done)s of %(all)s have scored.") % {"done": done, "all": REVIEWERS}

"""What people are told about practices: each step of the way, and what has waited long."""

from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from network.choices import Role
from network.following.services import subject_kind, tell_followers
from network.following.services.subjects import subject_of
from network.models import User
from network.notifications.kinds import Kind, Matter, register
from network.notifications.services import notify
from network.services.roles import holders, managers
from network.ui import numbers

from ..choices import PracticeState
from ..models import Practice, Review
from .news_words import NEW_VERSION
from .news_words import WORDS as WORDS_OF_THE_WAY
from .review_words import WORDS as WORDS_OF_REVIEWS

WORDS = WORDS_OF_THE_WAY | WORDS_OF_REVIEWS
SECRETARIAT = _("The Secretariat")
AT_THE_DESK = {
    "practices.submitted",
    "practices.screening_reminder",
    "practices.consensus",
    "practices.result_ready",
    "practices.reviewer_missing",
    "practices.appealed",
    "practices.appeal_reminder",
    "practices.reviewers_to_name",
}
OF_REVIEWERS = {
    "practices.review_asked",
    "practices.review_ended",
    "practices.review_due",
    "practices.review_late",
    "practices.consensus_asked",
    "practices.consensus_proposed",
}
"""About a review, and told to its reviewer alone."""


def tell_of_step(practice: Practice, verb: str, by: User) -> None:
    """Tell whom a step concerns, in the transaction of the step. A reviewer is never named as the actor."""
    match verb:
        case "ask_clearance":
            notify("practices.clearance_asked", about=practice, to=focal_points(practice), actor=by)
        case "send_back":
            notify("practices.sent_back", about=practice, to=[practice.author], actor=by)
        case "submit":
            notify("practices.submitted", about=practice, to=screeners(), actor=by)
            notify("practices.cleared", about=practice, to=people_of(practice), actor=by)
        case "differ":
            tell_desk(practice, "practices.consensus")
        case "publish":
            published = "practices.rated" if practice.rated_at else "practices.published"
            notify(published, about=practice, to=people_of(practice), actor=by)
            _tell_of_version(practice, by)
        case "appeal":
            notify("practices.appealed", about=practice, to=managers(), actor=by)
            notify("practices.appeal_made", about=practice, to=people_of(practice), actor=by)
        case "uphold":
            notify("practices.appeal_upheld", about=practice, to=people_of(practice), actor=by)
            tell_desk(practice, "practices.reviewers_to_name")
        case _ if verb in TO_ITS_PEOPLE:
            notify(TO_ITS_PEOPLE[verb], about=practice, to=people_of(practice), actor=by)


TO_ITS_PEOPLE = {
    "claim": "practices.in_screening",
    "return": "practices.returned",
    "decline": "practices.declined",
    "review": "practices.in_review",
    "revise": "practices.revision_begun",
    "withdraw": "practices.withdrawn",
    "dismiss": "practices.appeal_dismissed",
}


def tell_desk(practice: Practice, verb: str) -> None:
    """Tell the screener of a practice what waits at the desk; all of them when it has none."""
    notify(verb, about=practice, to=[practice.screener] if practice.screener else screeners())


def tell_reviewer(review: Review, verb: str, **more: Any) -> int:
    """Tell a reviewer of the own review; nobody is named in it. Gives how many were told."""
    return notify(verb, about=review, to=[review.reviewer], **more)


def _tell_of_version(practice: Practice, by: User) -> None:
    """Who follows the practice hears of its second version and those after it, not of a rating alone."""
    kept, earlier = practice.versions.last(), practice.transitions.filter(verb="publish").order_by("-pk")[1:2]
    if kept is not None and all(kept.replaced_at > step.at for step in earlier):
        subject = subject_of("practice", practice.pk)
        tell_followers(subject, "practices.new_version", actor=by, number=practice.version)


def focal_points(practice: Practice) -> QuerySet[User]:
    """Who clears for the practice's state."""
    return holders(Q(role=Role.FOCAL_POINT, state=practice.country_id))


def screeners() -> QuerySet[User]:
    """Who screens for the Secretariat."""
    return holders(Q(role=Role.SCREENER))


def people_of(practice: Practice) -> QuerySet[User]:
    """The author and the focal points of the practice's state."""
    return User.objects.filter(is_active=True).filter(
        Q(pk=practice.author_id) | Q(pk__in=focal_points(practice).values("pk"))
    )


def _values(matter: Matter) -> dict[str, Any]:
    practice: Practice = matter.about
    return _words(practice, matter)


def _values_of_review(matter: Matter) -> dict[str, Any]:
    review: Review = matter.about
    practice = review.round.practice
    if practice is None:
        return {"title": review.round.subject, "due": numbers.day(review.due_on)}
    return {**_words(practice, matter), "due": numbers.day(review.due_on)}


def _may_see_review(review: Review, user: Any) -> bool:
    """Told to its reviewer, also that it has ended."""
    return review.reviewer_id == user.pk


def _words(practice: Practice, matter: Matter) -> dict[str, Any]:
    return {
        "title": practice.passage("title").text or _("Without title"),
        "state": practice.country.name,
        "identifier": practice.identifier or "",
        "actor": matter.actor or SECRETARIAT,
        "days": matter.context.get("days", ""),
    }


def _desk(practice: Practice) -> str:
    return reverse("practices:desk_item", args=[practice.uuid])


def _review(review: Review) -> str:
    """The review, or when it has ended all that the person still has to do."""
    return review.get_absolute_url() if review.is_live else reverse("practices:reviews")


def _page(practice: Practice) -> str:
    """Where the people of a state find it: the draft, or once published its permanent address."""
    if practice.state in (PracticeState.PUBLISHED, PracticeState.WITHDRAWN) and practice.identifier:
        return reverse("practices:detail", args=[practice.identifier])
    return reverse("practices:draft", args=[practice.uuid])


def register_news() -> None:
    """Make these kinds of news known."""
    register(subject_kind("practices.new_version", NEW_VERSION))
    for verb in OF_REVIEWERS:
        register(
            Kind(
                verb=verb,
                **WORDS[verb]._asdict(),
                values=_values_of_review,
                link=_review,
                may_see=_may_see_review,
                related=("round__practice__country",),
            )
        )
    for verb, words in WORDS.items():
        if verb in OF_REVIEWERS:
            continue
        register(
            Kind(
                verb=verb,
                **words._asdict(),
                values=_values,
                link=_desk if verb in AT_THE_DESK else _page,
                related=("country",),
            )
        )

"""The way of a practice as the design has it, literally, and the people who try every step of it.

DESIGN is written from the specification, not from the code: a row more or less there fails.
"""

from typing import Any

from django.contrib.auth.models import AnonymousUser

from network.choices import Role
from network.models import User
from practices.choices import Actor
from practices.services import appealing, naming, steps, way
from practices.services.versions import start_new_version
from tests.factories import UserFactory

from .review.people import in_days, reviewer

DESIGN = """
start              -                   draft               contributor focal_point
ask_clearance      draft               awaiting_clearance  contributor                complete
submit             draft               submitted           focal_point                complete
submit             awaiting_clearance  submitted           focal_point                complete
send_back          awaiting_clearance  draft               focal_point                reasons
claim              submitted           screening           screener
return             screening           returned            screener                   reasons
decline            screening           declined            screener                   reasons
publish            screening           published           screener                   complete
review             screening           in_review           screener                   complete full
review             published           in_review           screener                   full
differ             in_review           consensus           reviewer
publish            in_review           published           screener                   complete reasons
return             in_review           returned            screener                   reasons
decline            in_review           declined            screener                   reasons
publish            consensus           published           screener                   complete reasons
return             consensus           returned            screener                   reasons
decline            consensus           declined            screener                   reasons
submit             returned            submitted           focal_point                complete
appeal             declined            under_appeal        focal_point                reasons
uphold             under_appeal        in_review           other_manager              reasons
dismiss            under_appeal        declined_for_good   other_manager              reasons
revise             published           published           contributor focal_point
withdraw           published           withdrawn           focal_point staff_manager  reasons
delete             draft               -                   author focal_point
delete             returned            -                   author focal_point
"""
"""verb, from, to, who, and what must hold: required parts complete, reasons given, a full record."""


REVIEWERS = ("First of a round", "Second of a round")


def _review(practice: Any, by: Any, words: str) -> Any:
    free = User.objects.filter(practice_reviews=None)
    people = [free.filter(full_name=name).first() or reviewer(name) for name in REVIEWERS]
    return naming.start_review(practice=practice, by=by, reviewers=people, due_on=in_days(30))


VERBS = {
    "ask_clearance": lambda practice, by, words: way.ask_clearance(practice=practice, by=by),
    "submit": lambda practice, by, words: way.submit_practice(practice=practice, by=by),
    "send_back": lambda practice, by, words: way.send_back(practice=practice, by=by, comment=words),
    "claim": lambda practice, by, words: way.claim_practice(practice=practice, by=by),
    "return": lambda practice, by, words: way.return_practice(
        practice=practice, by=by, comments=[("identity", "title", words)], note=words
    ),
    "decline": lambda practice, by, words: way.decline_practice(practice=practice, by=by, comment=words),
    "publish": lambda practice, by, words: way.publish_practice(practice=practice, by=by, comment=words),
    "withdraw": lambda practice, by, words: way.withdraw_practice(practice=practice, by=by, comment=words),
    "review": _review,
    "differ": lambda practice, by, words: steps.take_step(practice, by, "differ", None),
    "appeal": lambda practice, by, words: appealing.appeal(practice=practice, by=by, comment=words),
    "uphold": lambda practice, by, words: appealing.uphold_appeal(practice=practice, by=by, comment=words),
    "dismiss": lambda practice, by, words: appealing.dismiss_appeal(practice=practice, by=by, comment=words),
    "revise": lambda practice, by, words: start_new_version(practice=practice, by=by).revises,
}
CAST: dict[str, tuple[list[Any], set[Actor]]] = {
    "author": ([(Role.CONTRIBUTOR, "GT")], {Actor.AUTHOR, Actor.CONTRIBUTOR}),
    "another contributor": ([(Role.CONTRIBUTOR, "GT")], {Actor.CONTRIBUTOR}),
    "focal point": ([(Role.FOCAL_POINT, "GT")], {Actor.FOCAL_POINT}),
    "contributor of Chile": ([(Role.CONTRIBUTOR, "CL")], set()),
    "focal point of Chile": ([(Role.FOCAL_POINT, "CL")], set()),
    "screener": ([Role.SCREENER], {Actor.SCREENER}),
    "another screener": ([Role.SCREENER], {Actor.SCREENER}),
    "screener of the state": ([Role.SCREENER, (Role.FOCAL_POINT, "GT")], {Actor.FOCAL_POINT}),
    "screener of the organization": ([Role.SCREENER], set()),
    "manager": ([Role.STAFF_MANAGER], {Actor.STAFF_MANAGER, Actor.OTHER_MANAGER}),
    "screening manager": (
        [Role.STAFF_MANAGER, Role.SCREENER],
        {Actor.STAFF_MANAGER, Actor.SCREENER, Actor.OTHER_MANAGER},
    ),
    "reviewer": ([Role.REVIEWER], set()),
    "member": ([Role.MEMBER], set()),
    "visitor": ([], set()),
}


def cast_of(organization: Any) -> dict[str, Any]:
    """The people of CAST; one of the screeners belongs to the organization."""
    people = {name: UserFactory(roles=roles) for name, (roles, _) in CAST.items() if name != "visitor"}
    people["screener of the organization"].memberships.create(organization=organization)
    return {**people, "visitor": AnonymousUser()}

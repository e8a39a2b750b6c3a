"""Who may do what with a practice; one predicate per capacity, one rule per step of its way."""

from typing import Any

import rules

from network.choices import Role
from network.models import User

from .choices import TRANSITIONS, Actor, Depth, PracticeState, ReviewEnd
from .choices.adaptations import ADAPTATION_STEPS, IN_WRITERS_HANDS, AdaptationTransition
from .models import Adaptation, Practice, Review, TransitionEvent

WRITABLE = (PracticeState.DRAFT, PracticeState.RETURNED)


@rules.predicate
def writes_for_a_state(user: User) -> bool:
    """Contributes to, or speaks for, at least one active state."""
    return user.is_authenticated and bool(user.states(Role.CONTRIBUTOR, Role.FOCAL_POINT))


@rules.predicate
def is_contributor(user: User, practice: Practice) -> bool:
    """Contributes to the practice's state."""
    return user.has_role(Role.CONTRIBUTOR, state=practice.country_id)


@rules.predicate
def is_focal_point(user: User, practice: Practice) -> bool:
    """Clears and submits for the practice's state."""
    return user.has_role(Role.FOCAL_POINT, state=practice.country_id)


@rules.predicate
def is_author(user: User, practice: Practice) -> bool:
    """Began the practice, and still writes for its state."""
    return practice.author_id == user.pk and (
        is_contributor(user, practice) or is_focal_point(user, practice)
    )


@rules.predicate
def is_screener(user: User) -> bool:
    """Screens submissions for scope and completeness."""
    return user.is_authenticated and user.has_role(Role.SCREENER)


@rules.predicate
def is_disinterested_screener(user: User, practice: Practice) -> bool:
    """A screener who neither wrote the practice nor belongs to its state or organization.

    What the Secretariat itself recorded from an official document is screened within the Secretariat.
    """
    if not is_screener(user):
        return False
    if practice.is_ministerial_record:
        return True
    return (
        practice.author_id != user.pk
        and not user.has_role(Role.CONTRIBUTOR, Role.FOCAL_POINT, state=practice.country_id)
        and practice.organization_id not in user.organization_ids
    )


@rules.predicate
def is_staff_manager(user: User) -> bool:
    """Manages the portal for the Secretariat."""
    return user.is_authenticated and user.has_role(Role.STAFF_MANAGER)


@rules.predicate
def keeps_the_record(user: User, practice: Practice) -> bool:
    """A staff manager, for what the Secretariat recorded from an official document."""
    return practice.is_ministerial_record and is_staff_manager(user)


DECIDING = ("return", "decline", "publish", "review")


@rules.predicate
def is_other_manager(user: User, practice: Practice) -> bool:
    """A staff manager who neither decided on the practice before nor has a part in it."""
    if not is_staff_manager(user) or practice.screener_id == user.pk or has_part_in(user, practice):
        return False
    return not practice.transitions.filter(by=user, verb__in=DECIDING).exists()


@rules.predicate
def scores_in_its_review(user: User, practice: Practice) -> bool:
    """One of the two whose scores count in the open round."""
    return practice.review_rounds.filter(
        closed_at=None, reviews__reviewer=user, reviews__ended_at=None, reviews__accepted_at__isnull=False
    ).exists()


def has_part_in(user: User, practice: Practice) -> bool:
    """Of the state or the organization of the practice, or wrote it."""
    return conflict_of(user, practice) in (ReviewEnd.STATE, ReviewEnd.ORGANIZATION, ReviewEnd.AUTHOR)


def conflict_of(user: User, practice: Practice) -> ReviewEnd | None:
    """Why the person may not judge the practice; None when nothing stands against it.

    Of a state are those with a role for it and the members of its organizations.
    """
    states = {grant.state_id for grant in user.grants if grant.state_id}
    bodies = set(user.memberships.values_list("organization", "organization__state"))
    if practice.country_id in states | {state for _body, state in bodies}:
        return ReviewEnd.STATE
    of = user.organization_ids | {grant.organization_id for grant in user.grants}
    if practice.organization_id is not None and practice.organization_id in of:
        return ReviewEnd.ORGANIZATION
    return _conflict_of_work(user, practice)


def _conflict_of_work(user: User, practice: Practice) -> ReviewEnd | None:
    """Wrote in the record, or decided on it; in what it is a copy or a new version of, too."""
    both: list[Any] = [record for record in (practice, practice.revises) if record is not None]
    wrote = {save.get("by") for record in both for save in record.section_saves.values()}
    wrote |= {pk for record in both for pk in (record.author_id, record.changed_by_id)}
    if user.pk in wrote:
        return ReviewEnd.AUTHOR
    steps = TransitionEvent.objects.filter(practice__in=both)
    decided = steps.filter(by=user, verb__in=("claim", *DECIDING)).exists()
    if decided or user.pk in {record.screener_id for record in both}:
        return ReviewEnd.SCREENER
    judged = Review.objects.filter(
        reviewer=user, round__practice__in=both, submitted_at__isnull=False, round__closed_at__isnull=False
    )
    appealed = steps.filter(verb="uphold").exists() and judged.exists()
    return ReviewEnd.JUDGED if appealed else None


@rules.predicate
def is_reviewer(user: User) -> bool:
    """Judges the evidence of practices."""
    return user.is_authenticated and user.has_role(Role.REVIEWER)


@rules.predicate
def is_writable(user: User, practice: Practice) -> bool:
    """Still in its authors' hands."""
    return practice.state in WRITABLE


CAPACITIES = {
    Actor.AUTHOR: is_author,
    Actor.CONTRIBUTOR: is_contributor,
    Actor.FOCAL_POINT: is_focal_point | keeps_the_record,
    Actor.SCREENER: is_disinterested_screener,
    Actor.STAFF_MANAGER: is_staff_manager,
    Actor.OTHER_MANAGER: is_other_manager,
    Actor.REVIEWER: scores_in_its_review,
}


def acts_as(actor: Actor, user: User, practice: Practice) -> bool:
    """Whether `user` has the capacity `actor` with regard to `practice`."""
    return CAPACITIES[actor].test(user, practice)


def can_take(user: User, practice: Practice, verb: str) -> bool:
    """Whether `user` may move `practice` by `verb` from where it is now."""
    return user.is_authenticated and any(
        acts_as(actor, user, practice)
        for row in TRANSITIONS
        if row.verb == verb and row.source == practice.state and row.depth in (None, Depth(practice.depth))
        for actor in row.actors
    )


def can_start(user: User, iso2: str) -> bool:
    """Whether `user` may begin a practice of the state `iso2`."""
    return user.is_authenticated and user.has_role(Role.CONTRIBUTOR, Role.FOCAL_POINT, state=iso2)


def can_adapt(user: User, practice: Practice) -> bool:
    """Whether `user` may say that a state adapted `practice`: who writes for one, of what is public."""
    return writes_for_a_state(user) and practice.state == PracticeState.PUBLISHED


def adapts_another(practice: Practice, iso2: str, organization: int | None) -> bool:
    """Whether the adaptation is someone else's work.

    Another state's, or within the practice's own state that of another organization.
    """
    return practice.country_id != iso2 or organization not in (None, practice.organization_id)


def screens_adaptation(user: User, adaptation: Adaptation) -> bool:
    """A screener who neither wrote it nor belongs to a state or an organization on either side."""
    if not is_screener(user) or adaptation.author_id == user.pk:
        return False
    sides: tuple[Any, ...] = (adaptation, adaptation.origin)
    if user.states(Role.CONTRIBUTOR, Role.FOCAL_POINT) & {side.country_id for side in sides}:
        return False
    return not user.organization_ids & {side.organization_id for side in sides}


ADAPTATION_CAPACITIES = {
    Actor.AUTHOR: is_author.test,
    Actor.CONTRIBUTOR: is_contributor.test,
    Actor.FOCAL_POINT: is_focal_point.test,
    Actor.SCREENER: screens_adaptation,
    Actor.STAFF_MANAGER: lambda user, adaptation: is_staff_manager(user),
}


def adaptation_steps_open_to(user: User, adaptation: Adaptation) -> list[AdaptationTransition]:
    """Steps that `user` may take with `adaptation` now, in the order of the table."""
    if not user.is_authenticated:
        return []
    return [
        row
        for row in ADAPTATION_STEPS
        if row.source == adaptation.state
        and any(ADAPTATION_CAPACITIES[actor](user, adaptation) for actor in row.actors)
    ]


def can_write_adaptation(user: User, adaptation: Adaptation) -> bool:
    """Whether `user` may change its words: in the hands of the people of its state."""
    return (
        user.is_authenticated
        and adaptation.state in IN_WRITERS_HANDS
        and (is_contributor(user, adaptation) or is_focal_point(user, adaptation))
    )


can_edit = is_writable & (is_contributor | is_focal_point | keeps_the_record)

rules.add_rule("practices.start", writes_for_a_state)
rules.add_rule("practices.edit", can_edit)
rules.add_rule("practices.screen", is_screener)
rules.add_rule("practices.desk", is_screener | is_staff_manager)
rules.add_rule("practices.review", is_reviewer)

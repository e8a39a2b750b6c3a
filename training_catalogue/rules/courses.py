"""Who may do what with a course and its sessions: one predicate per capacity, one rule per step."""

import rules

from network.choices import OrganizationKind, Role
from network.models import Organization, User

from ..choices import COURSE_STEPS, CourseActor, CourseState
from ..models import Course

CHANGEABLE = (CourseState.DRAFT, CourseState.SUBMITTED, CourseState.PUBLISHED, CourseState.HIDDEN)


@rules.predicate
def is_staff_manager(user: User) -> bool:
    """Manages the portal for the Secretariat."""
    return user.is_authenticated and user.has_role(Role.STAFF_MANAGER)


def speaks_for(user: User, provider: Organization) -> bool:
    """Provider editor of it; for a government body also the focal points of its state."""
    return user.is_authenticated and (
        provider.pk in user.bodies(Role.PROVIDER_EDITOR) or _of_its_state(user, provider, Role.FOCAL_POINT)
    )


def writes_for(user: User, provider: Organization) -> bool:
    """Speaks for it, or contributes to the state of the government body that it is."""
    return speaks_for(user, provider) or (
        user.is_authenticated and _of_its_state(user, provider, Role.CONTRIBUTOR)
    )


def _of_its_state(user: User, provider: Organization, role: Role) -> bool:
    return (
        provider.kind == OrganizationKind.GOVERNMENT
        and provider.state_id is not None
        and provider.state_id in user.states(role)
    )


CAPACITIES = {
    CourseActor.WRITER: writes_for,
    CourseActor.EDITOR: speaks_for,
    CourseActor.STAFF: lambda user, provider: is_staff_manager(user),
    CourseActor.CLOCK: lambda user, provider: False,
}


def acts_as(actor: CourseActor, user: User, provider: Organization) -> bool:
    """Whether `user` has the capacity `actor` with regard to the courses of `provider`."""
    return CAPACITIES[actor](user, provider)


def can_take(user: User, course: Course, verb: str) -> bool:
    """Whether `user` may move `course` by `verb` from where it is now."""
    return user.is_authenticated and any(
        acts_as(actor, user, course.provider)
        for row in COURSE_STEPS
        if row.verb == verb and row.source == course.state
        for actor in row.actors
    )


def can_start(user: User, provider: Organization) -> bool:
    """Whether `user` may begin a course of `provider`."""
    return writes_for(user, provider) or is_staff_manager(user)


def can_schedule(user: User, course: Course) -> bool:
    """Whether `user` may write and move the sessions of `course`: who may edit the course."""
    return can_take(user, course, "edit")


@rules.predicate
def writes_courses(user: User) -> bool:
    """Writes for some provider, or keeps the catalogue."""
    return user.is_authenticated and user.has_role(
        Role.PROVIDER_EDITOR, Role.CONTRIBUTOR, Role.FOCAL_POINT, Role.STAFF_MANAGER
    )


@rules.predicate
def speaks_for_somebody(user: User) -> bool:
    """Speaks for some provider, or keeps the catalogue: such people name lists at addresses."""
    return user.is_authenticated and user.has_role(Role.PROVIDER_EDITOR, Role.FOCAL_POINT, Role.STAFF_MANAGER)


rules.add_rule("training.harvest", speaks_for_somebody)
rules.add_rule("training.write", writes_courses)
rules.add_rule("training.moderate", is_staff_manager)

"""Who may do what with the Network's own tables: predicates over grants."""

import rules

from .choices import SECOND_FACTOR_ROLES, Role
from .models import MemberState, RoleGrant, User


@rules.predicate
def is_staff_manager(user: User) -> bool:
    """Manages accounts, taxonomy, schedules and reports."""
    return user.is_authenticated and user.has_role(Role.STAFF_MANAGER)


rules.add_rule("network.grant_roles", is_staff_manager)
rules.add_rule("network.change_state_status", is_staff_manager)


@rules.predicate
def needs_second_factor(user: User) -> bool:
    """Holds a role of trust, or may use the administration of the database."""
    return user.is_authenticated and (user.is_staff or user.has_role(*SECOND_FACTOR_ROLES))


def can_grant(by: User, role: Role, state: MemberState | None) -> bool:
    """Staff managers grant every role; a focal point makes contributors of the own state."""
    if is_staff_manager(by):
        return True
    return (
        role == Role.CONTRIBUTOR
        and state is not None
        and by.is_authenticated
        and by.has_role(Role.FOCAL_POINT, state=state.pk)
    )


def can_hand_over(by: User, grant: RoleGrant) -> bool:
    """The focal point whose place it is, while in force; or a staff manager."""
    if grant.role != Role.FOCAL_POINT:
        return False
    return is_staff_manager(by) or any(own.pk == grant.pk for own in by.grants)


rules.add_rule("network.manage_people", is_staff_manager)

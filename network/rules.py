"""Who may do what with the Network's own tables: predicates over grants."""

import rules

from .choices import Role
from .models import User


@rules.predicate
def is_staff_manager(user: User) -> bool:
    """Manages accounts, taxonomy, schedules and reports."""
    return user.is_authenticated and user.has_role(Role.STAFF_MANAGER)


rules.add_rule("network.grant_roles", is_staff_manager)
rules.add_rule("network.change_state_status", is_staff_manager)

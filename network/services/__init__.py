"""What changes the Network's own tables: one verb per change, one transaction each."""

from .demonstration import demo_accounts
from .roles import grant_role, revoke_role
from .states import change_state_status

__all__ = ["change_state_status", "demo_accounts", "grant_role", "revoke_role"]

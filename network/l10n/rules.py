"""Who may do what with translations."""

from typing import Any

import rules

from network.choices import Role
from network.models import User
from network.rules import is_staff_manager

from .models import Translation
from .querysets import revised_languages


@rules.predicate
def is_of_own_state(user: User, translation: Translation) -> bool:
    """Speaks for the member state whose text it is."""
    return translation.country_id is not None and user.has_role(
        Role.FOCAL_POINT, state=translation.country_id
    )


@rules.predicate
def revises_language(user: User, translation: Translation) -> bool:
    """Approves translations into this language; of texts that everyone reads."""
    return translation.is_public and user.has_role(Role.REVISER, language=translation.target_language)


@rules.predicate
def works_at_the_desk(user: Any) -> bool:
    """Has a place at the translation desk."""
    return user.is_authenticated and (
        bool(revised_languages(user)) or bool(user.states(Role.FOCAL_POINT)) or is_staff_manager(user)
    )


@rules.predicate
def edits_tools(user: Any) -> bool:
    """Writes the glossary: revisers and staff managers."""
    return user.is_authenticated and bool(revised_languages(user))


def can_revise(user: Any, translation: Translation) -> bool:
    """Approve, edit, reject: a reviser of the language, the state's focal point, a staff manager."""
    if not user.is_authenticated or not translation.is_readable:
        return False
    return is_staff_manager(user) or revises_language(user, translation) or is_of_own_state(user, translation)


rules.add_rule("l10n.desk", works_at_the_desk)
rules.add_rule("l10n.revise", rules.predicate(can_revise))
rules.add_rule("l10n.edit_tools", edits_tools)
rules.add_rule("l10n.manage_tools", is_staff_manager)

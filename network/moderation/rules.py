"""Who may do what in moderation."""

from typing import Any

import rules

from .choices import APPEALABLE, EVERYWHERE, WRITERS_STOPPED, AppealState
from .models import Appeal, ModerationAction, Sanction
from .querysets import moderates_everywhere, scopes_of


@rules.predicate
def has_a_desk(user: Any) -> bool:
    """Moderates somewhere."""
    return user.is_authenticated and (moderates_everywhere(user) or bool(scopes_of(user)))


def moderates_scope(user: Any, scope: str) -> bool:
    """Whether the person moderates there; everywhere only staff managers do."""
    if user.is_anonymous:
        return False
    return moderates_everywhere(user) or (scope != EVERYWHERE and scope in scopes_of(user))


def is_stopped_everywhere(person: Any) -> bool:
    """Whether moderators have stopped the person from writing to others, wherever it is."""
    return Sanction.objects.on(person, EVERYWHERE).filter(kind__in=WRITERS_STOPPED).exists()


def can_appeal(user: Any, action: ModerationAction) -> bool:
    """The author, once per decision."""
    return (
        user.is_authenticated
        and action.author_id == user.pk
        and action.verb in APPEALABLE
        and not Appeal.objects.filter(action=action).exists()
    )


def can_decide(user: Any, appeal: Appeal) -> bool:
    """Somebody who moderates there, other than who decided first and than who appeals."""
    action = appeal.action
    return (
        appeal.state == AppealState.WAITING
        and moderates_scope(user, action.scope)
        and user.pk not in (action.by_id, action.author_id)
    )


rules.add_rule("moderation.desk", has_a_desk)
rules.add_rule("moderation.appeal", rules.predicate(can_appeal))
rules.add_rule("moderation.decide", rules.predicate(can_decide))

"""Who may do what in the fora; one predicate per capacity.

These answer for pages what the services ask again under lock. A person's place is in `querysets/standing.py`.
"""

from typing import Any

import rules

from network.choices import Role
from network.moderation.choices import WRITERS_STOPPED, SanctionKind
from network.moderation.models import Sanction

from .choices import POST_STEPS, Access, PostActor, PostState, ProposalState, SpaceState
from .models import AgendaItem, FinalReport, Post, Space, Thread, TopicProposal
from .querysets import standing_of

ALL_STOPPED = (SanctionKind.SUSPEND,)


@rules.predicate
def takes_part(user: Any) -> bool:
    """Holds a role of the Network."""
    return standing_of(user).takes_part


@rules.predicate
def is_staff_manager(user: Any) -> bool:
    """Manages spaces, decides on proposals, is the last instance of moderation."""
    return standing_of(user).everywhere


def reads_space(user: Any, space: Space) -> bool:
    """Whether the person reads the space: what `Space.objects.visible_to` says, without a query."""
    who = standing_of(user)
    if who.everywhere or space.pk in who.moderated or space.pk in who.led:
        return True
    if space.state == SpaceState.PREPARATION:
        return False
    if space.pk in who.entered or space.access == Access.PUBLIC:
        return True
    return who.takes_part and space.access == Access.MEMBERS


def moderates(user: Any, space: Space) -> bool:
    """Whether the person moderates this very space."""
    return standing_of(user).moderates(space.pk)


def scopes_of(user: Any) -> set[str]:
    """The spaces that the person moderates, as moderation calls them."""
    return {f"fora.space:{key}" for key in standing_of(user).moderated}


def search_keys_of(user: Any) -> list[str]:
    """Keys to search rows of spaces that not everyone reads; see `Space.visibility`."""
    who = standing_of(user)
    if who.everywhere:
        private = Space.objects.unfiltered().filter(access=Access.PRIVATE).values_list("pk", flat=True)
        return ["members", *(f"space:{key}" for key in private)]
    return [*(["members"] if who.takes_part else []), *(f"space:{key}" for key in sorted(who.entered))]


def leads(user: Any, space: Space) -> bool:
    """Whether the person is facilitator or chair of this very space."""
    return standing_of(user).leads(space.pk)


def keeps(user: Any, space: Space) -> bool:
    """Whether the person keeps agenda, papers and members of the space: who leads it, and staff managers."""
    return leads(user, space) or is_staff_manager(user)


def is_trusted(user: Any, space: Space) -> bool:
    """Whose posts are not read before they are published."""
    return moderates(user, space) or leads(user, space)


def is_held(user: Any, space: Space) -> bool:
    """Whether what this person writes there must be approved first."""
    return space.is_premoderated and not is_trusted(user, space)


def sanction_on(user: Any, space: Space, kinds: tuple[SanctionKind, ...]) -> Sanction | None:
    """What keeps the person from it: a sanction in this space or everywhere; one query."""
    return Sanction.objects.on(user, space.key).filter(kind__in=kinds).order_by("-ends_at").first()


def may_write(user: Any, space: Space) -> bool:
    """Whether the person is among those who write here, whatever the hour."""
    return takes_part(user) and reads_space(user, space)


def takes_posts(user: Any, space: Space, item: AgendaItem | None = None) -> bool:
    """Whether the hour is right: who leads or moderates a space prepares it before it opens; once closed it
    is closed for all."""
    if space.state == SpaceState.ARCHIVED or space.has_closed:
        return False
    if is_trusted(user, space):
        return True
    return space.takes_posts and (item is None or item_takes_posts(item))


def item_takes_posts(item: AgendaItem) -> bool:
    """Whether this point of the agenda is open now."""
    return item.has_opened and not item.has_closed


def is_open_for(user: Any, thread: Thread) -> bool:
    """Whether the thread takes posts of this person; who moderates or leads may close a locked one's talk."""
    if thread.is_archived or thread.is_hidden:
        return False
    return not thread.is_locked or is_trusted(user, thread.space)


def can_start_thread(user: Any, space: Space) -> bool:
    """Whether the person may open a subject now."""
    return (
        may_write(user, space)
        and takes_posts(user, space)
        and sanction_on(user, space, WRITERS_STOPPED) is None
    )


def can_post(user: Any, thread: Thread) -> bool:
    """Whether the person may answer in the thread now."""
    return (
        may_write(user, thread.space)
        and takes_posts(user, thread.space, thread.agenda_item)
        and is_open_for(user, thread)
        and sanction_on(user, thread.space, WRITERS_STOPPED) is None
    )


def acts_as(actor: PostActor, user: Any, post: Post) -> bool:
    """Whether the person has this capacity with regard to a post; nobody moderates the own words."""
    if not user.is_authenticated or not user.is_active:
        return False
    is_own = post.author_id == user.pk
    if actor == PostActor.AUTHOR:
        return is_own and takes_part(user)
    return not is_own and moderates(user, post.thread.space)


def can_take(user: Any, post: Post, verb: str) -> bool:
    """Whether the person may move the post by `verb` from where it is; hours and locks not considered."""
    held = is_held(user, post.thread.space)
    return any(
        step.verb == verb
        and step.source == post.state
        and step.held in (None, held)
        and acts_as(step.actor, user, post)
        for step in POST_STEPS
    )


def can_edit(user: Any, post: Post) -> bool:
    """Whether the author may change the words now."""
    return can_take(user, post, "edit") and can_post(user, post.thread)


def can_withdraw(user: Any, post: Post) -> bool:
    """Whether the author may take the words back; always, as long as they are there."""
    return can_take(user, post, "withdraw")


def can_flag(user: Any, post: Post) -> bool:
    """Whoever takes part and reads it, but its author; not while suspended."""
    return (
        takes_part(user)
        and post.author_id != user.pk
        and post.state == PostState.PUBLISHED
        and Post.objects.visible_to(user).filter(pk=post.pk).exists()
        and sanction_on(user, post.thread.space, ALL_STOPPED) is None
    )


def knows_members(user: Any, space: Space) -> bool:
    """Who was let in by name, who leads the space and staff managers know who else is in it."""
    who = standing_of(user)
    return reads_space(user, space) and (who.everywhere or who.leads(space.pk) or space.pk in who.entered)


def can_propose(user: Any, iso2: str) -> bool:
    """A focal point proposes for the own state."""
    return user.is_authenticated and user.has_role(Role.FOCAL_POINT, state=iso2)


def can_support(user: Any, proposal: TopicProposal) -> bool:
    """Whoever takes part, for as long as it is not decided; who proposed it supports it already."""
    return (
        takes_part(user) and proposal.state == ProposalState.PROPOSED and proposal.proposed_by_id != user.pk
    )


def can_write_report(user: Any, space: Space) -> bool:
    """Who leads the space, after it has closed; staff managers help."""
    return keeps(user, space) and (space.has_closed or space.closes_at is None)


def can_edit_report(user: Any, report: FinalReport) -> bool:
    """As long as it is a draft."""
    return report.published_at is None and can_write_report(user, report.space)


rules.add_rule("fora.take_part", takes_part)
rules.add_rule("fora.manage", is_staff_manager)
rules.add_rule("fora.start_thread", rules.predicate(can_start_thread))
rules.add_rule("fora.post", rules.predicate(can_post))
rules.add_rule("fora.edit", rules.predicate(can_edit))
rules.add_rule("fora.withdraw", rules.predicate(can_withdraw))
rules.add_rule("fora.flag", rules.predicate(can_flag))
rules.add_rule("fora.moderate", rules.predicate(moderates))
rules.add_rule("fora.keep", rules.predicate(keeps))
rules.add_rule("fora.write_report", rules.predicate(can_write_report))

"""In which words people are told about the fora. No text of a post stands in a mail's subject."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from network.notifications.kinds import Category, Frequency, Kind, Matter, register

from ..choices import Access


def register_news() -> None:
    """Make these kinds of news known."""
    for kind in (*_about_spaces(), *_about_proposals()):
        register(kind)


def _about_spaces() -> list[Kind]:
    def kind(verb: str, label: Any, line: Any, action: Any, category: Category = Category.FORA) -> Kind:
        return Kind(
            verb=verb,
            category=category,
            label=label,
            subject=line,
            line=line,
            text=line,
            action=action,
            values=lambda matter: {"title": str(matter.about)},
            is_private=lambda space: space.access == Access.PRIVATE,
            default=Frequency.AT_ONCE,
        )

    return [
        kind(
            "fora.closed",
            _("A forum I follow closes"),
            _("The forum “%(title)s” is closed."),
            _("See the forum"),
        ),
        kind(
            "fora.report_due",
            _("A forum that I lead has closed"),
            _("The forum “%(title)s” is closed: its final report can be written."),
            _("Write the report"),
            Category.TASKS,
        ),
        kind(
            "fora.report_published",
            _("A final report is published"),
            _("The final report of “%(title)s” is published."),
            _("Read the report"),
        ),
    ]


def _about_proposals() -> list[Kind]:
    def kind(verb: str, label: Any, subject: Any, text: Any, category: Category = Category.FORA) -> Kind:
        return Kind(
            verb=verb,
            category=category,
            label=label,
            subject=subject,
            line=subject,
            text=text,
            action=_("See the proposals"),
            values=_of_proposal,
            link=lambda proposal: proposal.get_absolute_url(),
            related=("country",),
        )

    return [
        kind(
            "fora.proposed",
            _("A member state proposes a topic"),
            _("A topic is proposed: %(title)s"),
            _("%(state)s proposes the topic “%(title)s” for a forum."),
            Category.TASKS,
        ),
        kind(
            "fora.proposal_scheduled",
            _("A topic that I support is scheduled"),
            _("Scheduled: %(title)s"),
            _("The topic “%(title)s”, proposed by %(state)s, becomes a forum."),
        ),
        kind(
            "fora.proposal_declined",
            _("A topic that I support is declined"),
            _("Declined: %(title)s"),
            _("The topic “%(title)s”, proposed by %(state)s, is declined. The reason:\n\n%(reason)s"),
        ),
    ]


def _of_proposal(matter: Matter) -> dict[str, Any]:
    proposal = matter.about
    return {
        "title": str(proposal),
        "state": proposal.country.name,
        "reason": proposal.decision_reason,
    }

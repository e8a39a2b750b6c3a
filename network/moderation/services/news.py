"""What people are told about moderation: authors of decisions, moderators of flags and appeals."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from network.notifications.kinds import Category, Kind, Matter, register

from ..models import Appeal, ModerationAction, ModerationCase
from ..registry import UnknownKindError, find_kind, the_desk

Words = tuple[str | Promise, str | Promise, str | Promise]
"""Label of the kind, subject and line, text."""

DECISIONS: dict[str, Words] = {
    "approve": (
        _("My post is published"),
        _("Published: %(title)s"),
        _("Your post in “%(title)s” was approved and is published."),
    ),
    "reject": (
        _("My post is not published"),
        _("Not published: %(title)s"),
        _(
            "Your post in “%(title)s” was not published. The reason: %(reason)s\n\n%(text)s\n\n"
            "You can change it and submit it again, or appeal."
        ),
    ),
    "hide": (
        _("My post is hidden"),
        _("Hidden by moderation: %(title)s"),
        _("Your post in “%(title)s” was hidden. The reason: %(reason)s\n\n%(text)s\n\nYou can appeal."),
    ),
    "show": (
        _("My post is shown again"),
        _("Shown again: %(title)s"),
        _("Your post in “%(title)s” is shown again.\n\n%(text)s"),
    ),
    "redact": (
        _("My post is removed for good"),
        _("Removed for good: %(title)s"),
        _(
            "The text of your post in “%(title)s” was removed for good. The reason: %(reason)s\n\n"
            "%(text)s\n\nYou can appeal; the text itself cannot come back."
        ),
    ),
    "warn": (
        _("I am warned"),
        _("A warning: %(reason)s"),
        _("A moderator warns you. The reason: %(reason)s\n\n%(text)s\n\nYou can appeal."),
    ),
    "mute": (
        _("I may not write for a time"),
        _("You may not write posts for now"),
        _("You may not write posts %(until)s. The reason: %(reason)s\n\n%(text)s\n\nYou can appeal."),
    ),
    "suspend": (
        _("I am suspended"),
        _("You are suspended for now"),
        _(
            "You may not write, flag or propose anything %(until)s. The reason: %(reason)s\n\n%(text)s\n\n"
            "You can appeal."
        ),
    ),
    "lift": (
        _("A sanction on me ends"),
        _("You may write again"),
        _("A sanction was lifted: you may write again.\n\n%(text)s"),
    ),
    "overturn": (
        _("My appeal is granted"),
        _("Your appeal was granted"),
        _("Another person has looked at the decision again and took it back.\n\n%(text)s"),
    ),
    "uphold": (
        _("My appeal is not granted"),
        _("Your appeal was not granted"),
        _("Another person has looked at the decision again and keeps it.\n\n%(text)s"),
    ),
}


def register_news() -> None:
    """Make these kinds of news known."""
    for verb, (label, line, text) in DECISIONS.items():
        register(
            Kind(
                verb=f"moderation.{verb}",
                category=Category.FORA,
                label=label,
                subject=line,
                line=line,
                text=text,
                action=_("See it in the portal"),
                values=_of_action,
                link=lambda action: the_desk().decision(action),
                may_see=lambda action, user: action.author_id == user.pk,
                is_private=_is_private,
                required=verb in ("warn", "mute", "suspend"),
            )
        )
    for name, model_label, text in (
        ("flagged", _("Something is flagged where I moderate"), _("A reader flags: %(title)s")),
        ("appealed", _("An author appeals where I moderate"), _("An author appeals: %(title)s")),
    ):
        register(
            Kind(
                verb=f"moderation.{name}",
                category=Category.TASKS,
                label=model_label,
                subject=text,
                line=text,
                text=text,
                action=_("See it in the portal"),
                values=_of_case if name == "flagged" else _of_appeal,
                link=_of_desk,
                is_private=_is_private,
            )
        )


def _row(about: Any) -> Any:
    """The row that names the object."""
    return about.action if isinstance(about, Appeal) else about


def _record(about: Any) -> tuple[Any, Any]:
    """The kind of the object and the object; None where one is gone."""
    row: ModerationAction | ModerationCase = _row(about)
    try:
        kind = find_kind(row.kind)
    except UnknownKindError:
        return None, None
    return kind, kind.find(row.object_id)


def _title(about: Any) -> Any:
    kind, record = _record(about)
    return kind.label(record) if record is not None else _("Without title")


def _of_desk(about: Any) -> str:
    return the_desk().appeal(about) if isinstance(about, Appeal) else the_desk().case(about)


def _is_private(about: Any) -> bool:
    kind, record = _record(about)
    return record is not None and kind.is_private(record)


def _of_case(matter: Matter) -> dict[str, Any]:
    return {"title": _title(matter.about)}


def _of_appeal(matter: Matter) -> dict[str, Any]:
    return {"title": _title(matter.about.action)}


def _of_action(matter: Matter) -> dict[str, Any]:
    from network.ui.numbers import day  # late: only mails need it

    action: ModerationAction = matter.about
    sanction = getattr(action, "sanction", None)
    ends_at = sanction.ends_at if sanction else None
    return {
        "title": _title(action),
        "reason": action.get_reason_display(),
        "text": action.text,
        "until": _("until %(date)s") % {"date": day(ends_at.date())}
        if ends_at
        else _("until further notice"),
    }

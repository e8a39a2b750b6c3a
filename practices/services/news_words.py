"""What news about practices says, kind by kind."""

from django.utils.translation import gettext_lazy as _

from network.notifications.choices import Frequency
from network.notifications.kinds import Category, Words

WORDS: dict[str, Words] = {
    "practices.clearance_asked": Words(
        Category.TASKS,
        _("A practice of my State awaits clearance"),
        _("To be cleared: %(title)s"),
        _("%(actor)s asks you to clear “%(title)s”."),
        _(
            "%(actor)s has finished the practice “%(title)s” and asks you to clear it for %(state)s.\n\n"
            "You can clear and submit it to the Secretariat, or send it back with a comment."
        ),
        _("Read and clear"),
    ),
    "practices.sent_back": Words(
        Category.PRACTICES,
        _("The focal point sends a practice back to me"),
        _("Sent back to you: %(title)s"),
        _("%(actor)s sends “%(title)s” back with a comment."),
        _(
            "%(actor)s, focal point, sends the practice “%(title)s” back to you with a comment.\n\n"
            "You find the comment in the portal. Change what is needed and ask for clearance again."
        ),
        _("Read the comment"),
    ),
    "practices.submitted": Words(
        Category.TASKS,
        _("A practice is submitted to the Secretariat"),
        _("Submitted by %(state)s: %(title)s"),
        _("%(state)s submits “%(title)s”."),
        _("%(state)s submits the practice “%(title)s” to the Secretariat. It awaits screening."),
        _("Open it at the desk"),
    ),
    "practices.cleared": Words(
        Category.PRACTICES,
        _("A practice of mine is cleared and submitted"),
        _("Cleared and submitted: %(title)s"),
        _("“%(title)s” has been cleared and submitted to the Secretariat."),
        _(
            "%(actor)s has cleared the practice “%(title)s” for %(state)s and submitted it to the"
            " Secretariat.\n\n"
            "The Secretariat now screens it. You will be told what comes of it."
        ),
        _("See the practice"),
    ),
    "practices.in_screening": Words(
        Category.PRACTICES,
        _("The Secretariat begins to screen a practice of mine"),
        _("In screening: %(title)s"),
        _("The Secretariat has begun to screen “%(title)s”."),
        _("The Secretariat has begun to screen the practice “%(title)s” of %(state)s."),
        _("See the practice"),
        Frequency.DAILY,
    ),
    "practices.returned": Words(
        Category.PRACTICES,
        _("The Secretariat returns a practice of mine with comments"),
        _("Returned with comments: %(title)s"),
        _("The Secretariat returns “%(title)s” with comments."),
        _(
            "The Secretariat has read the practice “%(title)s” of %(state)s and returns it with comments on"
            " its fields.\n\nAnswer each comment in the portal; then it can be submitted again."
        ),
        _("Read the comments"),
    ),
    "practices.declined": Words(
        Category.PRACTICES,
        _("A practice of mine is declined"),
        _("Declined: %(title)s"),
        _("The Secretariat has declined “%(title)s”."),
        _(
            "The Secretariat has declined the practice “%(title)s” of %(state)s. The reason stands beside the"
            " practice in the portal.\n\nThe focal point can appeal once, within the time that is said there;"
            " somebody who did not decide before hears the appeal."
        ),
        _("Read the reason"),
    ),
    "practices.published": Words(
        Category.PRACTICES,
        _("A practice of mine is accepted and published"),
        _("Accepted and published: %(title)s"),
        _("“%(title)s” has been accepted and published as %(identifier)s."),
        _(
            "The practice “%(title)s” of %(state)s has been accepted. Everyone can now read it under its"
            " permanent identifier %(identifier)s.\n\nThank you for sharing what you have learned."
        ),
        _("See the published practice"),
    ),
    "practices.withdrawn": Words(
        Category.PRACTICES,
        _("A practice of mine is withdrawn"),
        _("Withdrawn: %(title)s"),
        _("“%(title)s” has been withdrawn."),
        _("The practice “%(title)s” of %(state)s has been withdrawn. Its address stays and says so."),
        _("See the practice"),
    ),
    "practices.revision_begun": Words(
        Category.PRACTICES,
        _("A new version of a practice of mine is begun"),
        _("A new version of %(title)s is begun"),
        _("%(actor)s has begun a new version of “%(title)s”."),
        _(
            "%(actor)s has begun the draft of a new version of the practice “%(title)s” of %(state)s.\n\n"
            "What is public stays as it is until the new version has been cleared, screened and published."
        ),
        _("See what is public"),
        Frequency.DAILY,
    ),
    "practices.clearance_reminder": Words(
        Category.TASKS,
        _("Reminder: a practice still awaits my clearance"),
        _("Reminder: %(title)s awaits clearance"),
        _("“%(title)s” has awaited clearance for %(days)s days."),
        _("The practice “%(title)s” of %(state)s has awaited your clearance for %(days)s days."),
        _("Read and clear"),
    ),
    "practices.screening_reminder": Words(
        Category.TASKS,
        _("Reminder: a practice still awaits screening"),
        _("Screening is due: %(title)s"),
        _("“%(title)s” was submitted %(days)s days ago; its screening is due."),
        _(
            "The practice “%(title)s” of %(state)s was submitted %(days)s days ago and is not decided yet."
            " Its screening is due."
        ),
        _("Open it at the desk"),
    ),
    "practices.returned_reminder": Words(
        Category.PRACTICES,
        _("Reminder: comments of the Secretariat await my answer"),
        _("Reminder: comments on %(title)s await an answer"),
        _("“%(title)s” was returned %(days)s days ago; its comments await an answer."),
        _(
            "The practice “%(title)s” of %(state)s was returned with comments %(days)s days ago.\n\n"
            "They await an answer; then it can be submitted again."
        ),
        _("Read the comments"),
    ),
    "practices.draft_ends": Words(
        Category.PRACTICES,
        _("A draft that nobody touches will be thrown away"),
        _("Will be thrown away in 30 days: %(title)s"),
        _("The draft “%(title)s” will be thrown away in 30 days, as nobody has changed it for long."),
        _(
            "Nobody has changed the draft “%(title)s” of %(state)s for a long time. It will be thrown away in"
            " 30 days.\n\nTo keep it, open it and change or save anything in it."
        ),
        _("Open the draft"),
    ),
}

#: For who follows a practice; see network/following/services/telling.py.
NEW_VERSION = Words(
    Category.FOLLOWED,
    _("New versions of practices that I follow"),
    _("New version: %(title)s"),
    _("Version %(number)s of “%(title)s” is published."),
    _(
        "Version %(number)s of the practice “%(title)s”, which you follow, is published.\n\n"
        "Its page says what earlier versions said, and what has changed."
    ),
    _("Read the practice"),
)

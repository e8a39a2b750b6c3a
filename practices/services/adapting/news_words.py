"""What news about adaptations says, kind by kind."""

from django.utils.translation import gettext_lazy as _

from network.notifications.kinds import Category, Words

WORDS: dict[str, Words] = {
    "adaptations.clearance_asked": Words(
        Category.TASKS,
        _("An adaptation of my State awaits clearance"),
        _("To be cleared: %(title)s"),
        _("%(actor)s asks you to clear the adaptation “%(title)s”."),
        _(
            "%(actor)s has written how %(state)s adapted the practice %(identifier)s (“%(title)s”) and asks"
            " you to clear it.\n\nYou can submit it to the Secretariat, or send it back with a comment."
        ),
        _("Read and clear"),
    ),
    "adaptations.sent_back": Words(
        Category.PRACTICES,
        _("The focal point sends an adaptation back to me"),
        _("Sent back to you: %(title)s"),
        _("%(actor)s sends the adaptation “%(title)s” back with a comment."),
        _(
            "%(actor)s, focal point, sends the adaptation “%(title)s” back to you with a comment.\n\n"
            "You find the comment in the portal. Change what is needed and ask for clearance again."
        ),
        _("Read the comment"),
    ),
    "adaptations.submitted": Words(
        Category.TASKS,
        _("An adaptation is submitted to the Secretariat"),
        _("Submitted by %(state)s: %(title)s"),
        _("%(state)s submits the adaptation “%(title)s”."),
        _(
            "%(state)s submits “%(title)s”, its adaptation of the practice %(identifier)s, to the"
            " Secretariat. It awaits screening."
        ),
        _("Read it"),
    ),
    "adaptations.cleared": Words(
        Category.PRACTICES,
        _("An adaptation of mine is cleared and submitted"),
        _("Cleared and submitted: %(title)s"),
        _("The adaptation “%(title)s” has been cleared and submitted to the Secretariat."),
        _(
            "%(actor)s has cleared the adaptation “%(title)s” for %(state)s and submitted it to the"
            " Secretariat.\n\nThe Secretariat now screens it. You will be told what comes of it."
        ),
        _("See the adaptation"),
    ),
    "adaptations.returned": Words(
        Category.PRACTICES,
        _("The Secretariat returns an adaptation of mine with a comment"),
        _("Returned with a comment: %(title)s"),
        _("The Secretariat returns the adaptation “%(title)s” with a comment."),
        _(
            "The Secretariat has read the adaptation “%(title)s” of %(state)s and returns it with a"
            " comment.\n\nChange what is needed; then the focal point can submit it again."
        ),
        _("Read the comment"),
    ),
    "adaptations.declined": Words(
        Category.PRACTICES,
        _("An adaptation of mine is declined"),
        _("Declined: %(title)s"),
        _("The Secretariat has declined the adaptation “%(title)s”."),
        _(
            "The Secretariat has declined the adaptation “%(title)s” of %(state)s. The reason stands beside"
            " it in the portal."
        ),
        _("Read the reason"),
    ),
    "adaptations.published": Words(
        Category.PRACTICES,
        _("An adaptation of mine is published"),
        _("Published: %(title)s"),
        _("The adaptation “%(title)s” is published."),
        _(
            "“%(title)s”, the adaptation of the practice %(identifier)s by %(state)s, is published. The"
            " page of the practice shows it too.\n\nThank you for sharing what you have learned."
        ),
        _("See the adaptation"),
    ),
    "adaptations.of_mine": Words(
        Category.PRACTICES,
        _("A practice of my State was adapted elsewhere"),
        _("%(state)s has adapted %(identifier)s"),
        _("%(state)s has adapted your practice %(identifier)s: “%(title)s”."),
        _(
            "%(state)s has adapted the practice %(identifier)s of your State: “%(title)s”.\n\n"
            "Its page says what was kept, what was changed, and what came of it."
        ),
        _("See the adaptation"),
    ),
    "adaptations.linked": Words(
        Category.PRACTICES,
        _("It is said which practice came of an adaptation"),
        _("What came of “%(title)s”"),
        _("%(actor)s says which practice came of the adaptation “%(title)s”."),
        _(
            "%(actor)s says which practice of %(state)s came of “%(title)s”, the adaptation of the practice"
            " %(identifier)s. The pages of both practices show it."
        ),
        _("See the adaptation"),
    ),
    "adaptations.withdrawn": Words(
        Category.PRACTICES,
        _("An adaptation of mine is withdrawn"),
        _("Withdrawn: %(title)s"),
        _("The adaptation “%(title)s” has been withdrawn."),
        _("The adaptation “%(title)s” of %(state)s has been withdrawn. Its address stays and says so."),
        _("See the adaptation"),
    ),
    "adaptations.draft_ends": Words(
        Category.PRACTICES,
        _("A draft of an adaptation that nobody touches will be thrown away"),
        _("Will be thrown away in 30 days: %(title)s"),
        _("The draft “%(title)s” will be thrown away in 30 days, as nobody has changed it for long."),
        _(
            "Nobody has changed the draft “%(title)s”, an adaptation of the practice %(identifier)s by"
            " %(state)s, for a long time. It will be thrown away in 30 days.\n\nTo keep it, open it"
            " and save it again."
        ),
        _("Open the draft"),
    ),
}

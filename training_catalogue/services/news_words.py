"""What news about courses says, kind by kind."""

from django.utils.translation import gettext_lazy as _

from network.notifications.kinds import Category, Words

WORDS: dict[str, Words] = {
    "training.submitted": Words(
        Category.TASKS,
        _("The first course of a provider awaits the Secretariat"),
        _("To be read: first course of %(provider)s"),
        _("%(provider)s enters its first course, “%(title)s”."),
        _(
            "%(provider)s has entered its first course in the catalogue, “%(title)s”. It is published once"
            " you have read it; later ones of this provider are published at once."
        ),
        _("Read the course"),
    ),
    "training.published": Words(
        Category.TRAINING,
        _("A course of mine is published"),
        _("Published: %(title)s"),
        _("“%(title)s” is published as %(identifier)s."),
        _(
            "The course “%(title)s” of %(provider)s is now in the catalogue, as %(identifier)s.\n\n"
            "Whatever you change or add from now on is seen at once."
        ),
        _("See the course"),
    ),
    "training.returned": Words(
        Category.TRAINING,
        _("The Secretariat returns a course of mine"),
        _("Returned: %(title)s"),
        _("The Secretariat returns “%(title)s” with a reason."),
        _(
            "The Secretariat has read the course “%(title)s” of %(provider)s and returns it. The reason"
            " stands beside the course. Change what is needed and submit it again."
        ),
        _("Read the reason"),
    ),
    "training.withdrawn": Words(
        Category.TRAINING,
        _("A course of mine is withdrawn"),
        _("Withdrawn: %(title)s"),
        _("“%(title)s” has been withdrawn."),
        _(
            "The course “%(title)s” of %(provider)s has been withdrawn. Its address stays and says so, with"
            " the reason."
        ),
        _("See the course"),
    ),
    "training.confirm": Words(
        Category.TASKS,
        _("A course of mine is to be confirmed once a year"),
        _("Does it still hold? %(title)s"),
        _("“%(title)s” was last confirmed %(days)s days ago."),
        _(
            "The course “%(title)s” of %(provider)s was last confirmed %(days)s days ago. Please read it"
            " and say that it still holds, or change what does not.\n\n"
            "What nobody confirms is hidden after a month; nothing is deleted."
        ),
        _("Read and confirm"),
    ),
    "training.hidden": Words(
        Category.TRAINING,
        _("A course of mine is hidden because nobody confirmed it"),
        _("Hidden: %(title)s"),
        _("“%(title)s” is hidden, as nobody has confirmed it for a year."),
        _(
            "Nobody has confirmed the course “%(title)s” of %(provider)s for more than a year. It is hidden"
            " now, and not deleted: confirm it, and everyone sees it again."
        ),
        _("Confirm the course"),
    ),
    "training.link_fault": Words(
        Category.TRAINING,
        _("The link of a course of mine does not answer"),
        _("The link does not answer: %(title)s"),
        _("The link of “%(title)s” does not answer."),
        _(
            "The portal has tried the link of the course “%(title)s” of %(provider)s several times, and it"
            " did not answer. Readers are told so. Please correct the link, if it has moved."
        ),
        _("Correct the link"),
    ),
    "training.harvest_fault": Words(
        Category.TRAINING,
        _("A list of my courses cannot be read"),
        _("The list of courses cannot be read: %(provider)s"),
        _("The list of %(provider)s cannot be read. %(fault)s"),
        _(
            "The portal reads the courses of %(provider)s once a day at %(address)s, and could not.\n\n"
            "%(fault)s\n\nAll courses stay as they are. The portal tries again every day."
        ),
        _("See the source"),
    ),
    "training.harvest_missing": Words(
        Category.TRAINING,
        _("A list names courses of mine no longer"),
        _("No longer in the list: courses of %(provider)s"),
        _("Courses that the list of %(provider)s no longer names: %(count)s."),
        _(
            "Courses of %(provider)s that the list at %(address)s no longer names: %(count)s. They stay in"
            " the catalogue. Please see whether they still hold, and withdraw those that do not."
        ),
        _("See which"),
    ),
}

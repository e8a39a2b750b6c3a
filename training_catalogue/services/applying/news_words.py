"""What news about applications says, kind by kind. %(starts)s is on the reader's own clock."""

from django.utils.translation import gettext_lazy as _

from network.notifications.kinds import Category, Words

_SEE = _("See my application")
OF_APPLICATIONS: dict[str, Words] = {
    "application.to_clear": Words(
        Category.TASKS,
        _("An application to a course awaits the clearance of my State"),
        _("To be cleared: %(applicant)s for %(title)s"),
        _("%(applicant)s applies for “%(title)s”; %(country)s is to clear it."),
        _(
            "%(applicant)s applies for “%(title)s” of %(provider)s, which begins %(starts)s. The course is"
            " open to whom the national focal point clears: for %(country)s, that is you.\n\n"
            "You can clear the application, or refuse it with a reason that the applicant reads."
        ),
        _("Read and clear"),
    ),
    "application.cleared": Words(
        Category.TRAINING,
        _("The focal point clears an application of mine"),
        _("Cleared: %(title)s"),
        _("Your application for “%(title)s” is cleared."),
        _(
            "The national focal point has cleared your application for “%(title)s”. It is now with"
            " %(provider)s."
        ),
        _SEE,
    ),
    "application.refused": Words(
        Category.TRAINING,
        _("The focal point does not clear an application of mine"),
        _("Not cleared: %(title)s"),
        _("Your application for “%(title)s” is not cleared."),
        _(
            "The national focal point has not cleared your application for “%(title)s” of %(provider)s. The"
            " reason stands in the portal."
        ),
        _("Read the reason"),
    ),
    "application.accepted": Words(
        Category.TRAINING,
        _("I am accepted for a course"),
        _("Accepted: %(title)s"),
        _("You have a seat in “%(title)s”, which begins %(starts)s."),
        _(
            "You have a seat in “%(title)s” of %(provider)s. It begins %(starts)s.\n\n"
            "For your calendar: %(calendar)s\n\n"
            "If you cannot come, withdraw in the portal: the next person on the waiting list gets the seat."
        ),
        _SEE,
    ),
    "application.wait_listed": Words(
        Category.TRAINING,
        _("I am on the waiting list of a course"),
        _("On the waiting list: %(title)s"),
        _("You are on the waiting list of “%(title)s”."),
        _(
            "All seats of “%(title)s” of %(provider)s, which begins %(starts)s, are taken. You are on the"
            " waiting list; the portal shows your place.\n\n"
            "When a seat becomes free and it is your turn, you get it without doing anything, and are told."
        ),
        _SEE,
    ),
    "application.promoted": Words(
        Category.TRAINING,
        _("A seat has become free for me"),
        _("A seat has become free for you: %(title)s"),
        _("A seat in “%(title)s” has become free for you; it begins %(starts)s."),
        _(
            "A seat in “%(title)s” of %(provider)s has become free, and it is yours. It begins"
            " %(starts)s.\n\n"
            "For your calendar: %(calendar)s\n\n"
            "If you cannot come, withdraw in the portal: the next person on the waiting list gets the seat."
        ),
        _SEE,
    ),
    "application.declined": Words(
        Category.TRAINING,
        _("An application of mine is declined"),
        _("Declined: %(title)s"),
        _("Your application for “%(title)s” is declined."),
        _("%(provider)s has declined your application for “%(title)s”. The reason stands in the portal."),
        _("Read the reason"),
    ),
}
OF_SESSIONS: dict[str, Words] = {
    "application.session_cancelled": Words(
        Category.TRAINING,
        _("A session for which I applied is cancelled"),
        _("Cancelled: %(title)s"),
        _("The session of “%(title)s” that was to begin %(starts)s is cancelled."),
        _(
            "%(provider)s has cancelled the session of “%(title)s” that was to begin %(starts)s. The reason"
            " stands on the page of the course. Your application has ended with it."
        ),
        _("My applications"),
    ),
    "application.course_withdrawn": Words(
        Category.TRAINING,
        _("A course for which I applied is withdrawn"),
        _("Withdrawn: %(title)s"),
        _("The course “%(title)s” is withdrawn; your application has ended with it."),
        _(
            "The course “%(title)s” of %(provider)s has been withdrawn. You had applied for its session that"
            " was to begin %(starts)s. The reason stands on the page of the course. Your application has"
            " ended with it."
        ),
        _("My applications"),
    ),
    "application.lapsed": Words(
        Category.TRAINING,
        _("A session has begun without a seat for me"),
        _("No seat became free: %(title)s"),
        _("“%(title)s” has begun, and no seat became free for you."),
        _(
            "The session of “%(title)s” of %(provider)s has begun, and no seat became free for you. Your"
            " application has ended; you can apply for another session."
        ),
        _("My applications"),
    ),
}
OF_PROVIDERS: dict[str, Words] = {
    "application.received": Words(
        Category.TASKS,
        _("Somebody applies for a session of my organization"),
        _("An application for %(title)s"),
        _("%(applicant)s applies for “%(title)s”."),
        _(
            "%(applicant)s applies for “%(title)s” of %(provider)s, which begins %(starts)s. The application"
            " awaits your decision."
        ),
        _("Read and decide"),
    ),
    "application.withdrawn": Words(
        Category.TRAINING,
        _("Somebody withdraws an application to a session of my organization"),
        _("Withdrawn: an application for %(title)s"),
        _("%(applicant)s withdraws from “%(title)s”."),
        _(
            "%(applicant)s withdraws from the session of “%(title)s” that begins %(starts)s. If a seat became"
            " free by that, the first person on the waiting list has it."
        ),
        _("See the applications"),
    ),
}

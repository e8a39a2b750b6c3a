"""What news about assistance says, kind by kind."""

from django.utils.translation import gettext_lazy as _

from network.notifications.kinds import Category, Words

_READ, _SEE = _("Read it"), _("See it")
OF_ASSISTANCE: dict[str, Words] = {
    "assistance.clearance_asked": Words(
        Category.TASKS,
        _("An offer or request of my State awaits clearance"),
        _("To be cleared: %(title)s"),
        _("%(actor)s asks you to clear “%(title)s”."),
        _(
            "%(actor)s has written “%(title)s” for %(party)s and asks you to clear it.\n\n"
            "You can submit it to the Secretariat, or send it back with a comment."
        ),
        _("Read and clear"),
    ),
    "assistance.sent_back": Words(
        Category.TRAINING,
        _("The focal point sends an offer or request back to me"),
        _("Sent back to you: %(title)s"),
        _("%(actor)s sends “%(title)s” back with a comment."),
        _("%(actor)s sends “%(title)s” back with a comment. You find the comment in the portal."),
        _("Read the comment"),
    ),
    "assistance.submitted": Words(
        Category.TASKS,
        _("An offer or request of assistance is submitted to the Secretariat"),
        _("Submitted by %(party)s: %(title)s"),
        _("%(party)s submits “%(title)s”."),
        _("%(party)s submits “%(title)s” to the Secretariat. It awaits your reading."),
        _READ,
    ),
    "assistance.published_unread": Words(
        Category.TRAINING,
        _("A state or organization has published an offer or request alone"),
        _("Published by %(party)s: %(title)s"),
        _("%(party)s has published “%(title)s”."),
        _("%(party)s has published “%(title)s”. The Secretariat reads it after the fact."),
        _READ,
    ),
    "assistance.returned": Words(
        Category.TRAINING,
        _("The Secretariat returns an offer or request of mine"),
        _("Returned with a comment: %(title)s"),
        _("The Secretariat returns “%(title)s” with a comment."),
        _("The Secretariat has read “%(title)s” of %(party)s and returns it with a comment."),
        _("Read the comment"),
    ),
    "assistance.declined": Words(
        Category.TRAINING,
        _("An offer or request of mine is declined"),
        _("Declined: %(title)s"),
        _("The Secretariat has declined “%(title)s”."),
        _("The Secretariat has declined “%(title)s” of %(party)s. The reason stands in the portal."),
        _("Read the reason"),
    ),
    "assistance.published": Words(
        Category.TRAINING,
        _("An offer or request of mine is published"),
        _("Published: %(title)s"),
        _("“%(title)s” is published."),
        _(
            "“%(title)s” of %(party)s is published. The portal now looks for what fits it and tells both"
            " sides."
        ),
        _SEE,
    ),
    "assistance.matches_found": Words(
        Category.TASKS,
        _("Several matches are found for an offer or request of mine"),
        _("Several matches for %(title)s"),
        _("Several offers or requests fit “%(title)s”."),
        _(
            "Several offers or requests fit “%(title)s” of %(party)s. The portal says why each does.\n\n"
            "When both sides agree, a cooperation begins."
        ),
        _("See why, and answer"),
    ),
    "assistance.confirm": Words(
        Category.TASKS,
        _("An offer or request of mine is to be confirmed once a year"),
        _("Does it still stand? %(title)s"),
        _("“%(title)s” was last confirmed %(days)s days ago."),
        _(
            "“%(title)s” of %(party)s was last confirmed %(days)s days ago. Please read it and say that it"
            " still stands, change what does not, or close it.\n\n"
            "What nobody confirms is hidden after a month; nothing is deleted."
        ),
        _("Read and confirm"),
    ),
    "assistance.hidden": Words(
        Category.TRAINING,
        _("An offer or request of mine is hidden because nobody confirmed it"),
        _("Hidden: %(title)s"),
        _("“%(title)s” is hidden, as nobody has confirmed it for a year."),
        _(
            "Nobody has confirmed “%(title)s” of %(party)s for more than a year. It is hidden now, and not"
            " deleted: confirm it, and everyone sees it again."
        ),
        _("Read and confirm"),
    ),
    "assistance.withdrawn": Words(
        Category.TRAINING,
        _("An offer or request of mine is withdrawn"),
        _("Withdrawn: %(title)s"),
        _("“%(title)s” is withdrawn."),
        _("“%(title)s” of %(party)s is withdrawn. The reason stands in the portal."),
        _("Read the reason"),
    ),
}
OF_INQUIRIES: dict[str, Words] = {
    "assistance.inquiry": Words(
        Category.TASKS,
        _("Somebody writes about an offer or request of mine"),
        _("A message about %(title)s"),
        _("%(actor)s writes about “%(title)s”."),
        _("%(actor)s has written to %(party)s about “%(title)s”. The message is in the portal."),
        _("Read the message"),
    ),
}
OF_MATCHES: dict[str, Words] = {
    "assistance.matched": Words(
        Category.TASKS,
        _("An offer and a request fit together, one of them mine"),
        _("An offer fits a request: %(request)s"),
        _("“%(offer)s” fits “%(request)s”."),
        _(
            "The offer “%(offer)s” fits the request “%(request)s”. The portal says why.\n\n"
            "When both sides agree, a cooperation begins."
        ),
        _("See why, and answer"),
    ),
    "assistance.match_agreed": Words(
        Category.TASKS,
        _("The other side agrees to a match"),
        _("The other side agrees: %(request)s"),
        _("The other side agrees to match “%(offer)s” with “%(request)s”."),
        _("%(actor)s agrees that “%(offer)s” answers “%(request)s”. Your side is awaited."),
        _("Answer"),
    ),
    "assistance.match_declined": Words(
        Category.TRAINING,
        _("The other side declines a match"),
        _("Declined by the other side: %(request)s"),
        _("The other side declines the match of “%(offer)s” with “%(request)s”."),
        _("The other side declines the match of “%(offer)s” with “%(request)s”."),
        _SEE,
    ),
}
OF_COOPERATIONS: dict[str, Words] = {
    "assistance.cooperation_started": Words(
        Category.TASKS,
        _("Both sides of a match agree"),
        _("A cooperation begins: %(title)s"),
        _("Both sides agree: “%(title)s”."),
        _(
            "Both sides agree: “%(title)s”.\n\n"
            "Write down the objective, the activities and the dates; the other side then agrees to them."
        ),
        _("Write the terms"),
    ),
    "assistance.terms_written": Words(
        Category.TASKS,
        _("The other side has written the terms of a cooperation"),
        _("Terms to agree to: %(title)s"),
        _("%(actor)s has written the terms of “%(title)s”."),
        _("%(actor)s has written the terms of the cooperation “%(title)s”. Your side is to agree to them."),
        _("Read the terms"),
    ),
    "assistance.cooperation_agreed": Words(
        Category.TRAINING,
        _("The terms of a cooperation are agreed"),
        _("Agreed: %(title)s"),
        _("The terms of “%(title)s” are agreed."),
        _("Both sides agree to the terms of the cooperation “%(title)s”. Everyone can read them now."),
        _SEE,
    ),
    "assistance.cooperation_begun": Words(
        Category.TRAINING,
        _("A cooperation of mine is under way"),
        _("Under way: %(title)s"),
        _("“%(title)s” is under way."),
        _("The cooperation “%(title)s” is under way. It ends with a report by either side."),
        _SEE,
    ),
    "assistance.cooperation_completed": Words(
        Category.TRAINING,
        _("A cooperation of mine is completed"),
        _("Completed: %(title)s"),
        _("“%(title)s” is completed."),
        _("The cooperation “%(title)s” is completed. Its report stands on the pages of both sides."),
        _("Read the report"),
    ),
    "assistance.cooperation_withdrawn": Words(
        Category.TRAINING,
        _("A cooperation of mine is withdrawn"),
        _("Withdrawn: %(title)s"),
        _("“%(title)s” is withdrawn."),
        _("The cooperation “%(title)s” is withdrawn. The reason stands in the portal."),
        _("Read the reason"),
    ),
}
OF_ROUNDS: dict[str, Words] = {
    "assistance.round_opened": Words(
        Category.TASKS,
        _("A round of the needs survey opens"),
        _("What does your State need? %(title)s"),
        _("The needs survey “%(title)s” is open."),
        _(
            "The round “%(title)s” of the needs survey is open until %(day)s.\n\n"
            "Rank the topics on which your State needs training or assistance most, and say what is needed."
        ),
        _("Answer for my State"),
    ),
}

"""What news about reviews and appeals says, kind by kind; nobody who judges is named in any."""

from django.utils.translation import gettext_lazy as _

from network.notifications.choices import Frequency
from network.notifications.kinds import Category, Words

WORDS: dict[str, Words] = {
    "practices.in_review": Words(
        Category.PRACTICES,
        _("Two people judge the evidence of a practice of mine"),
        _("In review: %(title)s"),
        _("Two reviewers judge the evidence of “%(title)s”."),
        _(
            "The Secretariat has put the practice “%(title)s” of %(state)s before two reviewers, who"
            " are not of"
            " the State nor of the organization reviewed.\n\nYou will be told what comes of it."
        ),
        _("See the practice"),
        Frequency.DAILY,
    ),
    "practices.rated": Words(
        Category.PRACTICES,
        _("A practice of mine is published with a rating"),
        _("Published with its rating: %(title)s"),
        _("“%(title)s” is published as %(identifier)s, with the rating of its evidence."),
        _(
            "The evidence of the practice “%(title)s” of %(state)s has been rated. Everyone can now read the"
            " record and its rating under %(identifier)s.\n\nThank you for sharing what you have learned."
        ),
        _("See the published practice"),
    ),
    "practices.consensus": Words(
        Category.TASKS,
        _("The reviewers of a practice differ"),
        _("Consensus round: %(title)s"),
        _("The reviewers of “%(title)s” differ and look for a common judgement."),
        _(
            "The scores of the two reviewers of “%(title)s” of %(state)s are more than a step apart. Each now"
            " sees the other’s scores, without a name, and they look for common ones."
        ),
        _("Open it at the desk"),
    ),
    "practices.result_ready": Words(
        Category.TASKS,
        _("The reviewers of a practice have a result"),
        _("Result of the review: %(title)s"),
        _("The reviewers of “%(title)s” have come to a result."),
        _(
            "The reviewers of the practice “%(title)s” of %(state)s have come to a result. You can now"
            " publish"
            " it with its rating, return it or decline it, with reasons."
        ),
        _("Open it at the desk"),
    ),
    "practices.reviewer_missing": Words(
        Category.TASKS,
        _("A reviewer has declined or was stopped"),
        _("A reviewer is missing: %(title)s"),
        _("A reviewer of “%(title)s” has declined, or was stopped for a conflict of interest."),
        _(
            "A reviewer of the practice “%(title)s” of %(state)s has declined, or was stopped because of a"
            " conflict of interest. Name another one at the desk."
        ),
        _("Name a reviewer"),
    ),
    "practices.reviewers_to_name": Words(
        Category.TASKS,
        _("Reviewers are to be named after an appeal"),
        _("Two reviewers are to be named: %(title)s"),
        _("The appeal on “%(title)s” was granted; name two people who have not judged it."),
        _(
            "The appeal on the practice “%(title)s” of %(state)s was granted. Name two reviewers who have not"
            " judged it before."
        ),
        _("Name reviewers"),
    ),
    "practices.appealed": Words(
        Category.TASKS,
        _("A State appeals against a decision on a practice"),
        _("Appeal of %(state)s: %(title)s"),
        _("%(state)s appeals against the decision on “%(title)s”."),
        _(
            "%(state)s appeals against the decision on the practice “%(title)s”. Somebody who did not decide"
            " before hears the appeal."
        ),
        _("Open it at the desk"),
    ),
    "practices.appeal_made": Words(
        Category.PRACTICES,
        _("An appeal on a practice of mine is made"),
        _("Appeal made: %(title)s"),
        _("%(state)s has appealed against the decision on “%(title)s”."),
        _(
            "The focal point has appealed against the decision on the practice “%(title)s” of %(state)s."
            " Somebody who did not decide before hears the appeal; you will be told what comes of it."
        ),
        _("See the practice"),
    ),
    "practices.appeal_upheld": Words(
        Category.PRACTICES,
        _("An appeal on a practice of mine is granted"),
        _("Appeal granted: %(title)s"),
        _("The appeal on “%(title)s” was granted; two other people judge it."),
        _(
            "The appeal on the practice “%(title)s” of %(state)s was granted. Two people who have not"
            " judged it"
            " before will do so. The reasons stand beside the practice in the portal."
        ),
        _("Read the reasons"),
    ),
    "practices.appeal_dismissed": Words(
        Category.PRACTICES,
        _("An appeal on a practice of mine is not granted"),
        _("Appeal not granted: %(title)s"),
        _("The appeal on “%(title)s” was not granted."),
        _(
            "The appeal on the practice “%(title)s” of %(state)s was not granted; the decision stands"
            " for good."
            " The reasons stand beside the practice in the portal."
        ),
        _("Read the reasons"),
    ),
    "practices.appeal_reminder": Words(
        Category.TASKS,
        _("Reminder: an appeal still awaits a decision"),
        _("Reminder: the appeal on %(title)s awaits a decision"),
        _("The appeal on “%(title)s” has awaited a decision for %(days)s days."),
        _("The appeal on the practice “%(title)s” of %(state)s has awaited a decision for %(days)s days."),
        _("Open it at the desk"),
    ),
    "practices.review_asked": Words(
        Category.TASKS,
        _("The Secretariat asks me to review a practice"),
        _("Would you review this practice by %(due)s: %(title)s"),
        _("The Secretariat asks you to review “%(title)s” by %(due)s."),
        _(
            "The Secretariat asks you to judge the evidence of the practice “%(title)s” of %(state)s by"
            " %(due)s.\n\nFirst say in the portal whether you have no conflict of interest, or decline."
            " Your name"
            " is told neither to the authors nor to the public."
        ),
        _("Accept or decline"),
    ),
    "practices.review_ended": Words(
        Category.TASKS,
        _("A review of mine has ended"),
        _("Your review has ended: %(title)s"),
        _("Your review of “%(title)s” has ended; nothing more is asked of you."),
        _(
            "Your review of the practice “%(title)s” has ended, because a conflict of interest was"
            " found or the"
            " Secretariat has asked somebody else. What you wrote was kept. Thank you for your work."
        ),
        _("See my reviews"),
    ),
    "practices.review_due": Words(
        Category.TASKS,
        _("Reminder: a review of mine is due soon"),
        _("Due on %(due)s: your review of %(title)s"),
        _("Your review of “%(title)s” is due on %(due)s."),
        _("Your review of the practice “%(title)s” of %(state)s is due on %(due)s."),
        _("Open the review"),
    ),
    "practices.review_late": Words(
        Category.TASKS,
        _("Reminder: a review of mine is late"),
        _("Your review was due on %(due)s: %(title)s"),
        _("Your review of “%(title)s” was due on %(due)s."),
        _(
            "Your review of the practice “%(title)s” of %(state)s was due on %(due)s. If you cannot do"
            " it, please"
            " decline it in the portal, so that somebody else can be asked."
        ),
        _("Open the review"),
    ),
    "practices.consensus_asked": Words(
        Category.TASKS,
        _("A common judgement is looked for in a review of mine"),
        _("The two judgements differ: %(title)s"),
        _("Your scores of “%(title)s” and those of the other reviewer are more than a step apart."),
        _(
            "Your scores of the practice “%(title)s” and those of the other reviewer are more than a"
            " step apart."
            "\n\nYou now see the other’s scores and reasons, without a name. Propose common scores, or"
            " agree to"
            " those proposed."
        ),
        _("See both"),
    ),
    "practices.consensus_proposed": Words(
        Category.TASKS,
        _("The other reviewer proposes common scores"),
        _("Common scores are proposed: %(title)s"),
        _("The other reviewer of “%(title)s” proposes common scores."),
        _(
            "The other reviewer of the practice “%(title)s” proposes common scores. Agree to them, or propose"
            " others."
        ),
        _("See the proposal"),
    ),
}

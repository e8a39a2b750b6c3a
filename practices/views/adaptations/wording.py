"""How the states and steps of adaptations look and are called on buttons."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

#: Tone and phase of a tag, by state; see templates/components/tag.html.
SIGNS = {
    "draft": ("draft", "draft"),
    "awaiting_clearance": ("draft", "clearance"),
    "submitted": ("", "screening"),
    "returned": ("draft", "returned"),
    "published": ("go", "done"),
    "declined": ("draft", "withdrawn"),
    "withdrawn": ("draft", "withdrawn"),
}
STEPS: dict[str, Any] = {
    "ask_clearance": _("Ask the focal point to clear it"),
    "send_back": _("Send back with a comment"),
    "submit": _("Submit to the Secretariat"),
    "publish": pgettext_lazy("button", "Publish"),
    "return": _("Return with a comment"),
    "decline": pgettext_lazy("button", "Decline"),
    "link": _("Say which practice came of it"),
    "withdraw": pgettext_lazy("button", "Withdraw"),
    "delete": pgettext_lazy("button", "Throw away"),
}
DONE: dict[str, Any] = {
    "ask_clearance": _("The focal point is asked to clear it."),
    "send_back": _("Sent back to its author."),
    "submit": _("Submitted to the Secretariat for screening."),
    "publish": _("Published. The page of the practice shows it too."),
    "return": _("Returned with your comment."),
    "decline": _("Declined. Its people are told why."),
    "link": _("Saved. The pages of both practices show it."),
    "withdraw": _("Withdrawn. The address says so, with your reason."),
    "delete": _("Thrown away."),
}
LEADS: dict[str, Any] = {
    "send_back": _("The author reads it: say what to change."),
    "return": _("The people of the State read it: say what to change."),
    "decline": _("The people of the State read the reason."),
    "withdraw": _(
        "It is no longer shown or found. Its address stays and says that it was withdrawn, when and why."
        " This cannot be undone here."
    ),
}

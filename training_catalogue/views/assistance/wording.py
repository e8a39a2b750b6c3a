"""How states and steps look and are called on buttons."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ...choices.parties import Transition

#: Tone and phase of a tag, by state; see templates/components/tag.html.
SIGNS = {
    "draft": ("draft", "draft"),
    "awaiting_clearance": ("warn", "clearance"),
    "submitted": ("go", "screening"),
    "returned": ("warn", "returned"),
    "declined": ("plain", "withdrawn"),
    "published": ("good", "done"),
    "hidden": ("warn", "returned"),
    "closed": ("plain", "withdrawn"),
    "withdrawn": ("plain", "withdrawn"),
}
MATCH_SIGNS = {
    "proposed": ("go", "open"),
    "awaiting_provider": ("warn", "clearance"),
    "awaiting_requester": ("warn", "clearance"),
    "agreed": ("good", "done"),
    "declined": ("plain", "withdrawn"),
}
COOPERATION_SIGNS = {
    "proposed": ("warn", "clearance"),
    "agreed": ("go", "open"),
    "under_way": ("go", "review"),
    "completed": ("good", "done"),
    "withdrawn": ("plain", "withdrawn"),
}
STEPS: dict[str, Any] = {
    "ask_clearance": _("Ask the focal point to clear it"),
    "send_back": _("Send back with a comment"),
    "submit": _("Submit to the Secretariat"),
    "publish_own": pgettext_lazy("button", "Publish"),
    "publish": pgettext_lazy("button", "Publish"),
    "return": _("Return with a comment"),
    "decline": pgettext_lazy("button", "Decline"),
    "confirm": _("Confirm that it stands"),
    "close": pgettext_lazy("button", "Close: it no longer stands"),
    "reopen": pgettext_lazy("button", "Open again"),
    "withdraw": pgettext_lazy("button", "Withdraw"),
    "delete": pgettext_lazy("button", "Throw away"),
}
DONE: dict[str, Any] = {
    "ask_clearance": _("The focal point is asked to clear it."),
    "send_back": _("Sent back to its author."),
    "submit": _("Submitted to the Secretariat."),
    "publish_own": _("Published. The portal looks for what fits it."),
    "publish": _("Published. The portal looks for what fits it."),
    "return": _("Returned with your comment."),
    "decline": _("Declined. Its people are told why."),
    "confirm": _("Confirmed. You will be asked again in a year."),
    "close": _("Closed. It stays readable, and is no longer found in the lists."),
    "reopen": _("Open again."),
    "withdraw": _("Withdrawn."),
    "delete": _("Thrown away."),
}
COOPERATION_STEPS: dict[str, Any] = {
    "agree": _("Agree to these terms"),
    "begin": _("It has begun"),
    "complete": _("Complete it with this report"),
    "withdraw": pgettext_lazy("button", "Withdraw"),
}
COOPERATION_DONE: dict[str, Any] = {
    "agree": _("Agreed. Everyone can read the terms now."),
    "begin": _("The cooperation is under way."),
    "complete": _("Completed. The report stands on the pages of both sides."),
    "withdraw": _("The cooperation is withdrawn."),
}


def step_words(step: Transition) -> Any:
    """What the button of a step says."""
    return STEPS[step.verb]

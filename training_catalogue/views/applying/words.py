"""How applications look, and what their buttons say."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

#: Tone and phase of a tag, by state; see templates/components/tag.html.
SIGNS = {
    "applied": ("go", "open"),
    "cleared": ("go", "screening"),
    "refused": ("plain", "withdrawn"),
    "accepted": ("good", "done"),
    "wait_listed": ("warn", "clearance"),
    "declined": ("plain", "withdrawn"),
    "withdrawn": ("plain", "withdrawn"),
    "cancelled": ("stop", "withdrawn"),
    "lapsed": ("plain", "withdrawn"),
}
STEPS: dict[str, Any] = {
    "clear": _("Clear the application"),
    "refuse": _("Do not clear it"),
    "accept": pgettext_lazy("application", "Accept"),
    "wait_list": _("Put on the waiting list"),
    "decline": pgettext_lazy("application", "Decline"),
    "withdraw": _("Withdraw my application"),
}
DONE: dict[str, Any] = {
    "clear": _("Cleared. The provider has it now."),
    "refuse": _("Not cleared. The applicant is told why."),
    "accept": _("Accepted. The person is told."),
    "wait_list": _("On the waiting list. The person is told."),
    "decline": _("Declined. The person is told why."),
    "withdraw": _("Withdrawn. If you had a seat, it is free for somebody else now."),
}
HISTORY: dict[str, Any] = {
    "apply": pgettext_lazy("step of an application", "Applied"),
    "clear": pgettext_lazy("step of an application", "Cleared"),
    "refuse": pgettext_lazy("step of an application", "Not cleared"),
    "accept": pgettext_lazy("step of an application", "Accepted"),
    "wait_list": pgettext_lazy("step of an application", "Put on the waiting list"),
    "promote": pgettext_lazy("step of an application", "Accepted from the waiting list"),
    "decline": pgettext_lazy("step of an application", "Declined"),
    "withdraw": pgettext_lazy("step of an application", "Withdrawn"),
    "cancel": pgettext_lazy("step of an application", "The session is cancelled"),
    "end": pgettext_lazy("step of an application", "The course is withdrawn"),
    "lapse": pgettext_lazy("step of an application", "The session has begun"),
}

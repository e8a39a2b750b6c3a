"""What the pages of steps say: of courses and of sessions."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ...choices import CourseState
from ...services import way

Text = str | Promise


class StepWords(NamedTuple):
    """A step in words. `needs_page`: one is asked before it is done."""

    service: Callable[..., Any]
    button: Text
    title: Text
    lead: Text
    done: Text
    needs_reason: bool = False
    needs_page: bool = False


STEPS: dict[str, StepWords] = {
    "submit": StepWords(
        way.submit_course,
        gettext_lazy("Publish"),
        gettext_lazy("Publish the course"),
        gettext_lazy("The first course of a provider is read by the Secretariat before everyone sees it."),
        "",
    ),
    "approve": StepWords(
        way.approve_course,
        gettext_lazy("Publish"),
        gettext_lazy("Publish the course"),
        gettext_lazy("Later courses of this provider are published without asking."),
        gettext_lazy("Published. The provider is told."),
    ),
    "return": StepWords(
        way.return_course,
        gettext_lazy("Return with a reason"),
        gettext_lazy("Return the course"),
        gettext_lazy("The provider reads the reason, changes what is needed, and submits it again."),
        gettext_lazy("Returned. The provider is told."),
        needs_reason=True,
        needs_page=True,
    ),
    "confirm": StepWords(
        way.confirm_course,
        gettext_lazy("Confirm that it holds"),
        gettext_lazy("Confirm the course"),
        gettext_lazy("All that it says still holds."),
        gettext_lazy("Confirmed. You will be asked again in a year."),
    ),
    "withdraw": StepWords(
        way.withdraw_course,
        gettext_lazy("Withdraw"),
        gettext_lazy("Withdraw the course"),
        gettext_lazy("Its address stays and says that it was withdrawn, with the reason."),
        gettext_lazy("Withdrawn. The address says so, with your reason."),
        needs_reason=True,
        needs_page=True,
    ),
    "restore": StepWords(
        way.restore_course,
        gettext_lazy("Put it back"),
        gettext_lazy("Put the course back"),
        gettext_lazy("Everyone sees it again under its address."),
        gettext_lazy("It is seen again."),
        needs_reason=True,
        needs_page=True,
    ),
    "delete": StepWords(
        way.delete_draft,
        gettext_lazy("Throw the draft away"),
        gettext_lazy("Throw the draft away"),
        gettext_lazy("It cannot be brought back."),
        gettext_lazy("Thrown away."),
        needs_page=True,
    ),
}


def done_words(state: str) -> str:
    """What has happened, by where the course is now; "saved" for no step."""
    match state:
        case CourseState.SUBMITTED:
            return _(
                "Saved and submitted. It is your first course: the Secretariat reads it, then publishes it."
            )
        case CourseState.PUBLISHED:
            return _("Published. Everyone can see it now.")
    return _("Saved.")

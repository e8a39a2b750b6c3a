"""The way of an application to a session, as data: nothing that is not in that table can happen."""

from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ApplicationState(models.TextChoices):
    """Where an application is on its way."""

    APPLIED = "applied", pgettext_lazy("application", "Applied")
    CLEARED = "cleared", pgettext_lazy("application", "Cleared by the focal point")
    REFUSED = "refused", pgettext_lazy("application", "Not cleared")
    ACCEPTED = "accepted", pgettext_lazy("application", "Accepted")
    WAIT_LISTED = "wait_listed", pgettext_lazy("application", "On the waiting list")
    DECLINED = "declined", pgettext_lazy("application", "Declined")
    WITHDRAWN = "withdrawn", pgettext_lazy("application", "Withdrawn")
    CANCELLED = "cancelled", pgettext_lazy("application", "Ended: the session or the course is not given")
    LAPSED = "lapsed", pgettext_lazy("application", "No seat became free")


class ApplicationActor(models.TextChoices):
    """In which capacity somebody moves an application; nobody decides on their own.

    The Secretariat clears where a State has no other focal point.
    """

    APPLICANT = "applicant", _("Applicant")
    FOCAL_POINT = "focal_point", _("National focal point")
    PROVIDER = "provider", _("Provider editor")
    STAFF = "staff", _("The Secretariat")
    PORTAL = "portal", _("The portal")


class ApplicationStepRow(NamedTuple):
    """One allowed step; `cleared_by` says whether it is for applications that a focal point clears.

    None: for all. `before_start`: only while the session has not begun.
    """

    verb: str
    source: ApplicationState | None
    target: ApplicationState
    actors: tuple[ApplicationActor, ...]
    needs_clearance: bool | None = None
    needs_comment: bool = False
    before_start: bool = True


_S, _A, _Row = ApplicationState, ApplicationActor, ApplicationStepRow
_CLEARING, _DECIDING = (_A.FOCAL_POINT, _A.STAFF), (_A.PROVIDER, _A.PORTAL)
APPLICATION_STEPS: tuple[ApplicationStepRow, ...] = (
    _Row("apply", None, _S.APPLIED, (_A.APPLICANT,)),
    _Row("clear", _S.APPLIED, _S.CLEARED, _CLEARING, needs_clearance=True),
    _Row("refuse", _S.APPLIED, _S.REFUSED, _CLEARING, needs_clearance=True, needs_comment=True),
    _Row("accept", _S.APPLIED, _S.ACCEPTED, _DECIDING, needs_clearance=False),
    _Row("accept", _S.CLEARED, _S.ACCEPTED, _DECIDING),
    _Row("wait_list", _S.APPLIED, _S.WAIT_LISTED, _DECIDING, needs_clearance=False),
    _Row("wait_list", _S.CLEARED, _S.WAIT_LISTED, _DECIDING),
    _Row("promote", _S.WAIT_LISTED, _S.ACCEPTED, (_A.PORTAL,)),
    _Row("decline", _S.APPLIED, _S.DECLINED, (_A.PROVIDER,), needs_clearance=False, needs_comment=True),
    _Row("decline", _S.CLEARED, _S.DECLINED, (_A.PROVIDER,), needs_comment=True),
    _Row("decline", _S.WAIT_LISTED, _S.DECLINED, (_A.PROVIDER,), needs_comment=True),
    _Row("decline", _S.ACCEPTED, _S.DECLINED, (_A.PROVIDER,), needs_comment=True),
    _Row("withdraw", _S.APPLIED, _S.WITHDRAWN, (_A.APPLICANT,), before_start=False),
    _Row("withdraw", _S.CLEARED, _S.WITHDRAWN, (_A.APPLICANT,), before_start=False),
    _Row("withdraw", _S.WAIT_LISTED, _S.WITHDRAWN, (_A.APPLICANT,), before_start=False),
    _Row("withdraw", _S.ACCEPTED, _S.WITHDRAWN, (_A.APPLICANT,), before_start=False),
    _Row("cancel", _S.APPLIED, _S.CANCELLED, (_A.PORTAL,), before_start=False),
    _Row("cancel", _S.CLEARED, _S.CANCELLED, (_A.PORTAL,), before_start=False),
    _Row("cancel", _S.WAIT_LISTED, _S.CANCELLED, (_A.PORTAL,), before_start=False),
    _Row("cancel", _S.ACCEPTED, _S.CANCELLED, (_A.PORTAL,), before_start=False),
    *(
        _Row("end", place, _S.CANCELLED, (_A.PORTAL,), before_start=False)
        for place in (_S.APPLIED, _S.CLEARED, _S.WAIT_LISTED, _S.ACCEPTED)
    ),
    _Row("lapse", _S.APPLIED, _S.LAPSED, (_A.PORTAL,), before_start=False),
    _Row("lapse", _S.CLEARED, _S.LAPSED, (_A.PORTAL,), before_start=False),
    _Row("lapse", _S.WAIT_LISTED, _S.LAPSED, (_A.PORTAL,), before_start=False),
)
"""The way of an application. A seat is taken by every step to ACCEPTED, and freed by every step from it.

An application is cancelled with its session ("cancel"), or ends with a course that is withdrawn ("end").
"""

WAITING = (ApplicationState.APPLIED, ApplicationState.CLEARED, ApplicationState.WAIT_LISTED)
"""States in which the applicant has no answer for good."""

LIVE = (*WAITING, ApplicationState.ACCEPTED)
"""States in which an application stands: a person has one of them for a session."""


class Obstacle(models.TextChoices):
    """Why nobody can apply for a session here now, in words for who wants to."""

    NOT_HERE = (
        "not_here",
        _("Applications for this session are not made in the portal. The course says how to apply."),
    )
    NOT_YET = "not_yet", _("This session is announced, but not yet open for application.")
    TOO_LATE = "too_late", _("The deadline for this session has passed. Look at the other sessions.")
    FULL = "full", _("This session is full and has no waiting list. Look at the other sessions.")
    CLOSED = "closed", _("Application for this session is closed. Look at the other sessions.")
    BEGUN = "begun", _("This session has already begun. Look at the other sessions.")
    ENDED = "ended", _("This session has ended. Look at the other sessions.")
    CANCELLED = "cancelled", _("This session is cancelled. Look at the other sessions.")

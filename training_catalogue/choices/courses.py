"""Closed lists of courses, and the way of a course as data: nothing that is not in that table can happen."""

from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Pillar(models.TextChoices):
    """The five areas of the ministerial process on public security (MISPA)."""

    MANAGEMENT = "management", _("Public security management")
    PREVENTION = "prevention", _("Prevention of crime, violence, and insecurity")
    POLICE = "police", _("Police management")
    PARTICIPATION = "participation", _("Citizen and community participation")
    COOPERATION = "cooperation", _("International cooperation")


class CourseLevel(models.TextChoices):
    """How much one must know beforehand."""

    INTRODUCTORY = "introductory", _("Introductory")
    INTERMEDIATE = "intermediate", _("Intermediate")
    ADVANCED = "advanced", _("Advanced")
    TRAINERS = "trainers", _("Training of trainers")


class Mode(models.TextChoices):
    """How one takes part."""

    IN_PERSON = "in_person", _("In person")
    ONLINE_SELF_PACED = "online_self_paced", _("Online, self-paced")
    ONLINE_FACILITATED = "online_facilitated", _("Online with a facilitator")
    BLENDED = "blended", _("Blended")


class TeachingLanguage(models.TextChoices):
    """Languages that courses of the region are given in, each by its own name."""

    EN = "en", "English"
    ES = "es", "Español"
    FR = "fr", "Français"
    PT = "pt", "Português"
    NL = "nl", "Nederlands"
    HT = "ht", "Kreyòl ayisyen"


class LanguageLevel(models.TextChoices):
    """Levels of the Common European Framework of Reference for Languages."""

    A1 = "A1", "A1"
    A2 = "A2", "A2"
    B1 = "B1", "B1"
    B2 = "B2", "B2"
    C1 = "C1", "C1"
    C2 = "C2", "C2"


class Certificate(models.TextChoices):
    """What those who finish receive."""

    NONE = "none", _("No certificate")
    ATTENDANCE = "attendance", _("Certificate of attendance")
    ASSESSMENT = "assessment", _("Certificate after assessment")
    CREDITS = "credits", _("Academic credits")


class Admission(models.TextChoices):
    """Who decides first on an application."""

    DIRECT = "direct", _("Directly with the provider")
    FOCAL_POINT = "focal_point", _("Through the national focal point")


class CourseState(models.TextChoices):
    """Where a course is on its way."""

    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Awaits the Secretariat")
    PUBLISHED = "published", pgettext_lazy("course", "Published")
    HIDDEN = "hidden", pgettext_lazy("course", "Hidden: not confirmed for a year")
    WITHDRAWN = "withdrawn", pgettext_lazy("course", "Withdrawn")


class CourseActor(models.TextChoices):
    """In which capacity somebody moves a course.

    An editor speaks for the provider: its provider editors, and for a government body the focal points of its
    state. A writer drafts for it: editors, and the state's contributors.
    """

    WRITER = "writer", _("Author")
    EDITOR = "editor", _("Provider editor")
    STAFF = "staff", _("Staff manager")
    CLOCK = "clock", _("The portal")


class CourseStep(NamedTuple):
    """One allowed step; `first` says whether it is for a provider's first course (None: for all).

    The first entry of a provider is read by the Secretariat before it is published; later ones after it.
    """

    verb: str
    source: CourseState | None
    target: CourseState | None
    actors: tuple[CourseActor, ...]
    first: bool | None = None
    needs_complete: bool = False
    needs_reason: bool = False


_S, _A = CourseState, CourseActor
COURSE_STEPS: tuple[CourseStep, ...] = (
    CourseStep("start", None, _S.DRAFT, (_A.WRITER, _A.STAFF)),
    CourseStep("edit", _S.DRAFT, _S.DRAFT, (_A.WRITER, _A.STAFF)),
    CourseStep("edit", _S.SUBMITTED, _S.SUBMITTED, (_A.EDITOR, _A.STAFF), needs_complete=True),
    CourseStep("edit", _S.PUBLISHED, _S.PUBLISHED, (_A.EDITOR, _A.STAFF), needs_complete=True),
    CourseStep("edit", _S.HIDDEN, _S.HIDDEN, (_A.EDITOR, _A.STAFF), needs_complete=True),
    CourseStep("submit", _S.DRAFT, _S.SUBMITTED, (_A.EDITOR, _A.STAFF), first=True, needs_complete=True),
    CourseStep("submit", _S.DRAFT, _S.PUBLISHED, (_A.EDITOR, _A.STAFF), first=False, needs_complete=True),
    CourseStep("approve", _S.SUBMITTED, _S.PUBLISHED, (_A.STAFF,), needs_complete=True),
    CourseStep("return", _S.SUBMITTED, _S.DRAFT, (_A.STAFF,), needs_reason=True),
    CourseStep("confirm", _S.PUBLISHED, _S.PUBLISHED, (_A.EDITOR, _A.STAFF)),
    CourseStep("confirm", _S.HIDDEN, _S.PUBLISHED, (_A.EDITOR, _A.STAFF)),
    CourseStep("hide", _S.PUBLISHED, _S.HIDDEN, (_A.CLOCK,)),
    CourseStep("withdraw", _S.PUBLISHED, _S.WITHDRAWN, (_A.EDITOR, _A.STAFF), needs_reason=True),
    CourseStep("withdraw", _S.HIDDEN, _S.WITHDRAWN, (_A.EDITOR, _A.STAFF), needs_reason=True),
    CourseStep("restore", _S.WITHDRAWN, _S.PUBLISHED, (_A.STAFF,), needs_reason=True),
    CourseStep("delete", _S.DRAFT, None, (_A.EDITOR, _A.STAFF)),
)
"""The way of a course. A provider's own withdrawal and the Secretariat's both keep the address."""

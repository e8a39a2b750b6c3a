"""Rows of a provider's list: their columns, and what the forms of courses and sessions find wrong."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from django import forms
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import lazy
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from network.imports.choices import ColumnKind, Origin, Outcome
from network.imports.registry import Column, Fault, ImportKind, Layout, Sheet, Taken
from network.imports.services.origins import links_of
from network.models import Organization, Topic, User
from network.models.names import time_zones
from network.ui import time_zones as zones

from ..choices import CourseState
from ..models import Course
from ..rules import can_start
from ..rules.courses import writes_courses
from ..services.importing import KIND, CourseRow, take_courses
from .courses import CourseForm, providers_of
from .sessions import SessionForm

CODE = "code"
_capitalized = lazy(capfirst, str)
KINDS = {
    forms.BooleanField: ColumnKind.YES,
    forms.MultipleChoiceField: ColumnKind.CHOICES,
    forms.ChoiceField: ColumnKind.CHOICE,
    forms.DecimalField: ColumnKind.NUMBER,
    forms.IntegerField: ColumnKind.NUMBER,
}
WIDE = ("summary", "outcomes", "audience", "requirements", "grants_note", "admission_note")
HOURS = ("starts_at", "ends_at", "deadline_at")
OF_SESSIONS = (
    "is_any_time",
    *HOURS,
    "time_zone",
    "place",
    "link",
    "seats",
    "takes_applications",
    "note",
)


class _Codes(forms.MultipleChoiceField):
    """Topics by their codes, which were read against the list already."""

    def fill(self) -> None:
        """The list is not needed."""

    def valid_value(self, value: str) -> bool:
        """Read already."""
        return True


class CourseRowForm(CourseForm):
    """The form of a course over a row of a table."""

    topics = _Codes(required=False)


class _Zone(forms.ChoiceField):
    """A time zone, known by a set instead of a list of six hundred with their names."""

    def valid_value(self, value: str) -> bool:
        """What the list holds."""
        return value in time_zones()


class SessionRowForm(SessionForm):
    """The form of a session over a row of a table."""

    time_zone = _Zone(label=SessionForm.base_fields["time_zone"].label)


def _topics() -> list[tuple[str, Any]]:
    return [(topic.pk, topic.name) for topic in Topic.objects.leaves().order_by("position", "pk")]


def _zones() -> list[tuple[str, Any]]:
    americas, rest = zones.choices(time_zones())
    return [*americas, ("UTC", "UTC"), *rest]


def _column(name: str, field: forms.Field, **more: Any) -> Column:
    kind = next((kind for of, kind in KINDS.items() if isinstance(field, of)), ColumnKind.TEXT)
    choices = None
    if kind in (ColumnKind.CHOICE, ColumnKind.CHOICES):
        listed = [(code, label) for code, label in field.choices if code] if name != "time_zone" else []
        choices = {"topics": _topics, "time_zone": _zones}.get(name) or (lambda: listed)
    hint = "" if name in ("is_any_time", "topics") else field.help_text
    more = {"hint": hint, "is_wide": name in WIDE} | more
    label = _("Time zone") if name == "time_zone" else _capitalized(field.label)
    return Column(name, label, ColumnKind.HOUR if name in HOURS else kind, choices, **more)


@cache
def layout() -> Layout:
    """A sheet of courses, and one of their sessions."""
    reference = Column(
        CODE,
        _("Your reference"),
        hint=_(
            "Your own code of the course. With it, a later file changes this entry and makes no second one."
        ),
    )
    base = CourseForm.base_fields
    courses = [
        _column(name, field, is_required=name == "title") for name, field in base.items() if name != "topics"
    ]
    topics = Column("topics", _("Topics"), ColumnKind.CHOICES, _topics)
    courses.insert(3, topics)
    runs = [_column(name, SessionForm.base_fields[name]) for name in OF_SESSIONS]
    of_course = Column(CODE, _("Your reference"), is_required=True, hint=_("The code of the course."))
    own = Column(
        "key",
        _("Reference of the session"),
        hint=_("Your own code of the session; without one it is known by when it begins."),
    )
    opened = Column("is_open", _("Open it for application at once"), ColumnKind.YES)
    return Layout(
        Sheet("courses", _("Courses"), (reference, *courses)),
        (Sheet("sessions", _("Sessions"), (of_course, own, *runs, opened)),),
    )


def provider_of(owner: str) -> Organization | None:
    """The organization that an import names."""
    kind, _sign, key = owner.partition(":")
    return Organization.objects.filter(pk=key).first() if kind == "organization" else None


def may_import(user: User, owner: str) -> bool:
    """Whether the person enters courses of that provider."""
    provider = provider_of(owner)
    return provider is not None and user.is_authenticated and can_start(user, provider)


def owners(user: User) -> list[tuple[str, str]]:
    """The providers that a person enters courses for."""
    return [(f"organization:{each.pk}", each.name) for each in providers_of(user)]


def check_row(batch: Any, row: Any, prepared: Any) -> list[Fault]:
    """What the forms find wrong, in the active language."""
    form, sessions = _forms(batch, row)
    found = [
        Fault("courses", row.number, name if name != forms.forms.NON_FIELD_ERRORS else "title", str(text))
        for name, texts in form.errors.items()
        for text in texts
    ]
    for line, each in sessions:
        found += [
            Fault("sessions", line, name if name in OF_SESSIONS else "starts_at", str(text))
            for name, texts in each.errors.items()
            for text in texts
        ]
    return found


def _forms(batch: Any, row: Any) -> tuple[CourseRowForm, list[tuple[int, SessionRowForm]]]:
    course = Course.objects.filter(pk=row.object_id).first() if row.object_id else None
    data = {**(CourseForm.initial_of(course) if course else {}), **row.main}
    data.setdefault("admission", "direct")
    data["admission"] = data["admission"] or "direct"
    others_read = course is not None and course.state != CourseState.DRAFT
    publish = batch.origin == Origin.HARVEST or batch.options.get("publish", False)
    form = CourseRowForm(data, must_be_complete=publish or others_read)
    return form, [(part.get("line", row.number), _session_form(part)) for part in row.part("sessions")]


def _session_form(part: dict[str, Any]) -> SessionRowForm:
    data = {"has_wait_list": "yes", **part}
    if data.get("is_any_time"):
        data["time_zone"] = data.get("time_zone") or "UTC"
    return SessionRowForm(data)


def take_rows(batch: Any, rows: Sequence[Any], prepared: Any) -> list[Taken]:
    """Clean rows once more, and hand those without faults to the service."""
    links, found = links_of(batch, rows), dict[int, tuple[CourseRow, Any]]()
    for place, row in enumerate(rows):
        said = None if row.faults or prepared is None else _said(batch, row, links.get(row.key))
        if said is not None:
            found[place] = said, links.get(row.key)
    taken = take_courses(provider=prepared, by=batch.by, rows=list(found.values())) if found else []
    became = dict(zip(found, taken, strict=True))
    return [became.get(place, Taken(Outcome.REFUSED)) for place in range(len(rows))]


def _said(batch: Any, row: Any, link: Any) -> CourseRow | None:
    """What a row says, cleaned; None when the forms find something wrong with it."""
    form, sessions = _forms(batch, row)
    if not form.is_valid() or not all(each.is_valid() for _line, each in sessions):
        return None
    columns = [name for name in form.fields if name in row.main] if link else list(form.fields)
    language = batch.language
    values = {
        name: value
        for name, value in form.values(language).items()
        if name in columns or name.removesuffix(f"_{language}") in columns
    }
    return CourseRow(
        key=row.key,
        language=language,
        values=values,
        sessions=list(_runs(row, sessions, language)),
        publish=batch.origin == Origin.HARVEST or bool(batch.options.get("publish")),
    )


def _runs(
    row: Any, sessions: Sequence[tuple[int, SessionRowForm]], language: str
) -> Iterator[tuple[str, dict[str, Any], bool]]:
    """Each session with its key; one without a key of its own is known by when it begins."""
    now, seen = timezone.now(), dict[str, dict[str, Any]]()
    for part, (_line, form) in zip(row.part("sessions"), sessions, strict=True):
        values = form.values(language)
        starts = values.get("starts_at")
        key = part.get("key") or (starts.isoformat() if starts else "any")
        key = key[:190]
        if seen.setdefault(key, values) == values and seen[key] is not values:
            continue  # the same run, named twice
        while seen.setdefault(key, values) is not values:
            key += "+"
        is_open = bool(part.get("is_open")) and (starts is None or starts > now)
        yield key, values, is_open


def addresses(keys: Sequence[int]) -> dict[int, str]:
    """The pages of courses that are still there."""
    found = Course.objects.filter(pk__in=keys).only("pk", "uuid")
    return {course.pk: reverse("training:draft", args=[course.uuid]) for course in found}


def course_import() -> ImportKind:
    """Courses with sessions from a table."""
    return ImportKind(
        name=KIND,
        title=_("Import courses"),
        lead=_(
            "Enter many courses with their sessions at once. What is published already and stands in the "
            "file again is brought up to date; what you changed here since stays as you changed it."
        ),
        one_row=_("Sessions"),
        layout=layout,
        owners=owners,
        may=may_import,
        check=check_row,
        take=take_rows,
        prepare=lambda batch: provider_of(batch.owner),
        addresses=addresses,
        writes=writes_courses,
        crumbs=((_("Training"), "training:courses"), (_("My courses"), "training:desk")),
        owner_label=_("Provider"),
        asks_to_publish=True,
        steps=(
            _("Sessions stand on a sheet of their own: the column “Your reference” says of which course."),
            _("Hours are meant in the time zone that stands beside them."),
        ),
    )

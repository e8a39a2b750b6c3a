"""A course as its provider writes it: one page, in groups."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.choices import OrganizationKind, Role
from network.forms import fields
from network.models import Organization, User
from network.ui.fields import LocalizedDecimalField
from network.ui.widgets import Checkboxes, MarkdownTextarea, Radios

from ..choices import (
    Admission,
    Certificate,
    CourseLevel,
    LanguageLevel,
    Mode,
    Pillar,
    TeachingLanguage,
)
from ..models import REQUIRED, Course
from ..querysets.courses import WRITERS

TEXTS = (
    "title",
    "summary",
    "outcomes",
    "audience",
    "requirements",
    "grants_note",
    "admission_note",
    "contact_unit",
)
GROUPS = (
    (gettext_lazy("What the course is"), ("title", "summary", "outcomes", "topics", "pillar", "level")),
    (
        gettext_lazy("For whom"),
        ("audience", "requirements", "required_language", "required_language_level"),
    ),
    (
        gettext_lazy("How it is taught"),
        ("mode", "languages", "hours", "hours_a_week", "weeks", "certificate"),
    ),
    (
        gettext_lazy("What it costs"),
        ("is_free", "fee_amount", "fee_currency", "has_grants", "grants_note"),
    ),
    (
        gettext_lazy("How one applies"),
        ("admission", "admission_note", "link", "contact_unit", "contact_email"),
    ),
)


def _column(name: str) -> Any:
    return Course._meta.get_field(name)


def _label(name: str) -> Any:
    return capfirst(_column(name).verbose_name)


def _text(name: str, hint: Any = "", rows: int = 4) -> forms.CharField:
    return forms.CharField(
        label=_label(name),
        help_text=hint,
        required=False,
        max_length=_column(name).max_length,
        widget=MarkdownTextarea(attrs={"rows": rows}),
    )


def _line(name: str, hint: Any = "") -> forms.CharField:
    return forms.CharField(
        label=_label(name), help_text=hint, required=False, max_length=_column(name).max_length
    )


def _choice(name: str, choices: Any, hint: Any = "") -> forms.ChoiceField:
    empty = [("", gettext_lazy("Not stated"))]
    return forms.ChoiceField(
        label=_label(name), help_text=hint, required=False, choices=[*empty, *choices.choices]
    )


def _count(name: str, largest: int) -> forms.IntegerField:
    return forms.IntegerField(
        label=_label(name),
        required=False,
        min_value=1,
        max_value=largest,
        widget=forms.NumberInput(attrs={"class": "input--10", "inputmode": "numeric"}),
    )


class CurrencyField(forms.CharField):
    """Three letters; small ones are meant, too."""

    def to_python(self, value: Any) -> str:
        """In capitals."""
        return super().to_python(value).upper()


class CourseForm(forms.Form):
    """All that a course says. What others read must be complete; a draft needs a title alone."""

    use_required_attribute = False
    title = forms.CharField(label=_label("title"), max_length=200)
    summary = forms.CharField(
        label=_label("summary"),
        required=False,
        max_length=1000,
        help_text=gettext_lazy("Two or three sentences; lists show them."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    outcomes = _text("outcomes")
    topics = fields.TopicsField()
    pillar = _choice("pillar", Pillar, gettext_lazy("The area of the meetings of ministers that it serves."))
    level = _choice("level", CourseLevel)
    audience = _text("audience", rows=2)
    requirements = _text("requirements", rows=2)
    required_language = _choice("required_language", TeachingLanguage)
    required_language_level = _choice("required_language_level", LanguageLevel)
    mode = _choice("mode", Mode)
    languages = forms.MultipleChoiceField(
        label=_label("languages"), required=False, choices=TeachingLanguage.choices, widget=Checkboxes
    )
    hours = _count("hours", 5000)
    hours_a_week = _count("hours_a_week", 60)
    weeks = _count("weeks", 300)
    certificate = _choice("certificate", Certificate)
    is_free = forms.BooleanField(label=_label("is_free"), required=False)
    fee_amount = LocalizedDecimalField(
        label=_label("fee_amount"), required=False, min_value=0, max_digits=12, decimal_places=2
    )
    fee_currency = CurrencyField(
        label=_label("fee_currency"),
        required=False,
        max_length=3,
        help_text=gettext_lazy("Three letters, such as USD."),
        validators=_column("fee_currency").validators,
        widget=forms.TextInput(attrs={"class": "input--10", "autocapitalize": "characters"}),
    )
    has_grants = forms.BooleanField(label=_label("has_grants"), required=False)
    grants_note = _text("grants_note", rows=2)
    admission = forms.ChoiceField(
        label=_label("admission"), choices=Admission.choices, widget=Radios, initial=Admission.DIRECT
    )
    admission_note = _text("admission_note", rows=2)
    link = forms.URLField(label=_label("link"), required=False, max_length=500, assume_scheme="https")
    contact_unit = _line("contact_unit")
    contact_email = fields.email(
        label=_label("contact_email"),
        required=False,
        help_text=gettext_lazy("Everyone reads it: an office’s address, not a person’s."),
    )

    def __init__(self, *args: Any, must_be_complete: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.must_be_complete = must_be_complete
        self.fields["topics"].fill()  # type: ignore[attr-defined]

    @classmethod
    def initial_of(cls, course: Course) -> dict[str, Any]:
        """What the form shows of a course."""
        found = {name: getattr(course, name) for name in cls.base_fields if name not in (*TEXTS, "topics")}
        found |= {name: course.original(name) for name in TEXTS}
        return found | {"topics": [topic.pk for topic in course.topics.all()]}

    def groups(self) -> Iterator[tuple[Any, list[forms.BoundField]]]:
        """The fields as the page shows them."""
        for title, names in GROUPS:
            yield title, [self[name] for name in names]

    def values(self, language: str) -> dict[str, Any]:
        """Columns for the service, texts in their language."""
        found = {name: value for name, value in self.cleaned_data.items() if name in self.base_fields}
        return {(f"{name}_{language}" if name in TEXTS else name): value for name, value in found.items()}

    def clean_title(self) -> str:
        """One line."""
        return " ".join(self.cleaned_data["title"].split())

    def clean(self) -> dict[str, Any]:
        """What must hold between fields, and what must not be empty."""
        data = super().clean() or self.cleaned_data
        amount, free = data.get("fee_amount"), data.get("is_free")
        if amount is not None and not data.get("fee_currency") and "fee_currency" not in self.errors:
            self.add_error("fee_currency", _("Say in which currency."))
        if free and amount:
            self.add_error("fee_amount", _("A course that is free of charge has no fee. Choose one of both."))
        if amount is None:
            data["fee_currency"] = ""
        if bool(data.get("required_language")) != bool(data.get("required_language_level")):
            missing = "required_language_level" if data.get("required_language") else "required_language"
            self.add_error(missing, _("Say both: the language, and how well one must know it."))
        if self.must_be_complete:
            self._check_complete(data)
        return data

    def _check_complete(self, data: dict[str, Any]) -> None:
        for name in REQUIRED:
            if not data.get(name) and name not in self.errors:
                self.add_error(name, _("This is needed before others read the course."))
        if not (data.get("link") or data.get("contact_email")) and "link" not in self.errors:
            self.add_error("link", _("Give a page or an e-mail address, so that people can apply."))


class NewCourseForm(CourseForm):
    """A new course: whose it is and in which language it is written, besides."""

    provider = forms.ModelChoiceField(
        label=gettext_lazy("Provider"), queryset=Organization.objects.none(), empty_label=None
    )
    source_language = fields.language(
        label=gettext_lazy("Language that you write in"),
        help_text=gettext_lazy(
            "Write in the language that you know best. Others read it in theirs: a machine translates it, "
            "labelled as such until a person has approved it."
        ),
        widget=Radios,
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["provider"].queryset = providers_of(user)  # type: ignore[attr-defined]

    def groups(self) -> Iterator[tuple[Any, list[forms.BoundField]]]:
        """Whose it is comes first."""
        yield _("Whose it is"), [self["provider"], self["source_language"]]
        yield from super().groups()

    def values(self, language: str) -> dict[str, Any]:
        """Without what the service takes by name."""
        found = super().values(language)
        return {name: value for name, value in found.items() if name not in ("provider", "source_language")}


def providers_of(user: User) -> Any:
    """Organizations that a person may enter courses for; all that are verified for staff managers."""
    if user.has_role(Role.STAFF_MANAGER):
        return Organization.objects.filter(is_verified=True).order_by("name")
    mine = Q(pk__in=user.bodies(Role.PROVIDER_EDITOR)) | Q(
        kind=OrganizationKind.GOVERNMENT, state__in=user.states(*WRITERS)
    )
    return Organization.objects.filter(mine).order_by("name")


class ReasonForm(forms.Form):
    """Why a step is taken."""

    use_required_attribute = False
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        help_text=gettext_lazy("The people concerned read it."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

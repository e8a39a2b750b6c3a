"""What is said and signed, and for what: donors, pledges, agreements, projects."""

from decimal import Decimal
from typing import Any
from uuid import uuid4

from django import forms
from django.conf import settings
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from network.choices import Language
from network.models import MemberState, Organization, Topic
from network.ui import languages
from network.ui.fields import DayField, LocalizedDecimalField, PastDayField
from network.ui.widgets import Checkboxes

from ..choices import ContributionKind, ProjectState, Stipulation
from ..models import Agreement, Donor, Pledge, Project
from ..services.documents import earmark_for, record_donor, record_pledge, sign_agreement
from ..services.own_rules import default_icr
from ..services.projects import About, change_project, record_project
from ..services.reference import the_fund
from .fields import EarmarkField, MoneyField, amount_hint

hint_of_amount = lazy(amount_hint, str)
TEXT = {"rows": 3}
__all__ = ["DOCUMENTS", "AgreementForm", "DonorForm", "PledgeForm", "ProjectForm"]


class DocumentForm(forms.Form):
    """A form that records something at once; its key makes sending it twice one recording."""

    use_required_attribute = False
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def act(self, by: Any) -> Any:
        """Record it, and give what was recorded."""
        raise NotImplementedError


class DonorForm(DocumentForm):
    """Who gives: a body of a member state, or an organization."""

    state = forms.ModelChoiceField(
        label=_("Member state"), queryset=MemberState.objects.order_by("name"), required=False
    )
    organization = forms.ModelChoiceField(
        label=_("Organization"), queryset=Organization.objects.order_by("name"), required=False
    )
    name = forms.CharField(
        label=_("Name of the giving body, as the source names it"),
        max_length=Donor._meta.get_field("name").max_length,
    )
    name_language = forms.ChoiceField(
        label=_("Language of the name"), choices=Language.choices, initial=languages.active
    )

    def act(self, by: Any) -> Donor:
        """Write the donor down."""
        data = {name: value for name, value in self.cleaned_data.items() if name != "key"}
        return record_donor(**data, by=by, is_demonstration=settings.DEMO)


class PledgeForm(DocumentForm):
    """What somebody announced."""

    donor = forms.ModelChoiceField(label=_("Donor"), queryset=Donor.objects.all())
    kind = forms.ChoiceField(label=_("Kind of contribution"), choices=ContributionKind.choices)
    amount = MoneyField(label=_("Amount"), help_text=hint_of_amount())
    announced_on = PastDayField(label=_("Announced on"), first_year=2000)
    source = forms.CharField(
        label=_("Where it was announced"),
        max_length=Pledge._meta.get_field("source").max_length,
        widget=forms.Textarea(attrs=TEXT),
        help_text=_("Meeting, letter or publication, with its number."),
    )

    def act(self, by: Any) -> Pledge:
        """Write the pledge down."""
        data = self.cleaned_data
        return record_pledge(
            fund=the_fund(),
            donor=data["donor"],
            kind=data["kind"],
            amount=data["amount"].units,
            currency=data["amount"].currency,
            announced_on=data["announced_on"],
            source=data["source"],
            by=by,
            is_demonstration=settings.DEMO,
        )


class PledgeChoice(forms.ModelChoiceField):
    """One of the open pledges."""

    def label_from_instance(self, obj: Any) -> str:
        """Donor and day."""
        return f"{obj.donor.name} – {obj.announced_on}"


class AgreementForm(DocumentForm):
    """What was signed."""

    donor = forms.ModelChoiceField(label=_("Donor"), queryset=Donor.objects.all())
    pledge = PledgeChoice(
        label=_("Pledge that it fulfils"),
        queryset=Pledge.objects.outstanding().select_related("donor"),
        required=False,
    )
    reference = forms.CharField(
        label=_("Reference"), max_length=Agreement._meta.get_field("reference").max_length
    )
    kind = forms.ChoiceField(label=_("Kind of contribution"), choices=ContributionKind.choices)
    amount = MoneyField(label=_("Amount"), help_text=hint_of_amount())
    signed_on = PastDayField(label=_("Signed on"), first_year=2000)
    language = forms.ChoiceField(
        label=_("Language of the agreement"), choices=Language.choices, initial=languages.active
    )
    purpose = forms.CharField(label=_("Purpose"), required=False, widget=forms.Textarea(attrs=TEXT))
    earmark = EarmarkField(label=_("Tied to"))
    stipulation = forms.ChoiceField(label=_("Stipulation"), choices=Stipulation.choices)
    icr_rate = LocalizedDecimalField(
        label=_("Rate of indirect cost recovery, in percent"),
        initial=default_icr,
        min_value=0,
        max_value=Decimal("99.99"),
        max_digits=4,
        decimal_places=2,
        help_text=_("As the agreement says. It is taken from each contribution under the agreement."),
    )
    icr_exemption = forms.CharField(
        label=_("Reason for the exemption, where the rate is zero"),
        max_length=Agreement._meta.get_field("icr_exemption").max_length,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def act(self, by: Any) -> Agreement:
        """Write the agreement down."""
        plain = ("donor", "pledge", "reference", "kind", "signed_on", "language", "purpose", "stipulation")
        data = self.cleaned_data
        return sign_agreement(
            fund=the_fund(),
            **{name: data[name] for name in plain},
            amount=data["amount"].units,
            currency=data["amount"].currency,
            icr_rate=data["icr_rate"] / 100,
            icr_exemption=data["icr_exemption"],
            earmark=earmark_for(**data["earmark"]),
            by=by,
            is_demonstration=settings.DEMO,
        )


class ProjectForm(DocumentForm):
    """What the Fund pays for; with `project`, a change of it."""

    identifier = forms.RegexField(
        r"^[A-Za-z0-9][A-Za-z0-9.-]*$",
        label=_("Identifier"),
        max_length=Project._meta.get_field("identifier").max_length,
        help_text=_("Letters, digits, points and hyphens; it never changes. For example VF-2026-04."),
    )
    source_language = forms.ChoiceField(
        label=_("Language of title and summary"), choices=Language.choices, initial=languages.active
    )
    title = forms.CharField(label=_("Title"), max_length=200)
    summary = forms.CharField(label=_("Summary"), widget=forms.Textarea(attrs={"rows": 5}))
    implementer = forms.CharField(
        label=_("Implementing body"),
        max_length=Project._meta.get_field("implementer").max_length,
        required=False,
    )
    state = forms.ChoiceField(label=_("State"), choices=ProjectState.choices)
    starts_on = DayField(label=_("From"), first_year=2000)
    ends_on = DayField(label=_("Until"), first_year=2000, required=False)
    states = forms.ModelMultipleChoiceField(
        label=_("Member states"),
        queryset=MemberState.objects.order_by("name"),
        required=False,
        widget=Checkboxes,
    )
    topics = forms.ModelMultipleChoiceField(
        label=_("Topics"), queryset=Topic.objects.leaves(), required=False, widget=Checkboxes
    )
    practices = forms.CharField(
        label=_("Identifiers of practices"),
        required=False,
        help_text=_("Separated by commas, for example GP-2026-0004."),
    )

    def __init__(self, *args: Any, project: Project | None = None, **kwargs: Any) -> None:
        if project:
            kwargs["initial"] = _initial(project)
        super().__init__(*args, **kwargs)
        self.project = project
        if project:
            del self.fields["identifier"]

    def clean_practices(self) -> list[str]:
        """The identifiers one by one."""
        return [part.strip()[:40] for part in self.cleaned_data["practices"].split(",") if part.strip()]

    def act(self, by: Any) -> Project:
        """Write the project down, or change it."""
        data = {name: value for name, value in self.cleaned_data.items() if name != "key"}
        language = data.pop("source_language")
        if self.project:
            about = About(**data, language=language, identifier=self.project.identifier)
            return change_project(project=self.project, about=about, by=by)
        return record_project(about=About(**data, language=language), by=by, is_demonstration=settings.DEMO)


def _initial(project: Project) -> dict[str, Any]:
    plain = ("implementer", "state", "starts_on", "ends_on", "source_language")
    return {name: getattr(project, name) for name in plain} | {
        "title": project.original("title"),
        "summary": project.original("summary"),
        "states": project.states.all(),
        "topics": project.topics.all(),
        "practices": ", ".join(project.practices),
    }


DOCUMENTS: dict[str, tuple[type[DocumentForm], Any, Any]] = {
    "donor": (DonorForm, _("Donor"), _("A state’s body or an organization that gives.")),
    "pledge": (PledgeForm, _("Pledge"), _("Somebody has announced a contribution. It is in no total.")),
    "agreement": (AgreementForm, _("Agreement"), _("Something was signed; its text is attached afterwards.")),
    "project": (ProjectForm, _("Project"), _("Something that the Fund is to pay for.")),
}

"""What was announced and what was signed. Neither is an entry: totals count what was received."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.models import MemberState, Organization, Topic, User

from .. import rules
from ..choices import ContributionKind, DonorKind, EarmarkKind, PledgeState, Stipulation
from ..models import Agreement, Currency, Donor, Earmark, Fund, Pledge, Project


def donor_for(
    *,
    name: str,
    name_language: str = "",
    state: MemberState | None = None,
    organization: Organization | None = None,
    is_demonstration: bool = False,
) -> Donor:
    """The donor of this name, made when it is missing: an organization's, or a body of a state's."""
    kind = DonorKind.ORGANIZATION if organization else DonorKind.STATE
    donor, _created = Donor.objects.get_or_create(
        state=state,
        organization=organization,
        name=name,
        defaults={"kind": kind, "name_language": name_language, "is_demonstration": is_demonstration},
    )
    return donor


@transaction.atomic
def record_donor(
    *,
    name: str,
    name_language: str,
    state: MemberState | None,
    organization: Organization | None,
    by: User,
    is_demonstration: bool = False,
) -> Donor:
    """Write down who gives: a state's body or an organization. Raises PermissionDenied, ValidationError."""
    if not rules.can_prepare(by):
        raise PermissionDenied
    if (state is None) == (organization is None):
        raise ValidationError({"state": _("Choose the member state or the organization: one of them.")})
    return donor_for(
        name=name,
        name_language=name_language,
        state=state,
        organization=organization,
        is_demonstration=is_demonstration,
    )


def earmark_for(
    *, topic: Topic | None = None, project: Project | None = None, state: MemberState | None = None
) -> Earmark | None:
    """The earmark to a topic, a project or a state, made when it is missing; None for no earmark."""
    for kind, subject in (
        (EarmarkKind.TOPIC, topic),
        (EarmarkKind.PROJECT, project),
        (EarmarkKind.STATE, state),
    ):
        if subject is not None:
            named: dict[str, Any] = {"kind": kind, str(kind.value): subject}
            return Earmark.objects.get_or_create(**named)[0]
    return None


@transaction.atomic
def record_pledge(  # noqa: PLR0913 - who, what, when, where it was said
    *,
    fund: Fund,
    donor: Donor,
    amount: int,
    currency: Currency,
    announced_on: date,
    source: str,
    by: User,
    kind: str = ContributionKind.FINANCIAL,
    is_demonstration: bool = False,
) -> Pledge:
    """Record that somebody announced a contribution. Raises PermissionDenied, ValidationError by field."""
    if not rules.can_prepare(by):
        raise PermissionDenied
    _check_amount(amount)
    _check_day("announced_on", announced_on)
    return Pledge.objects.create(
        fund=fund,
        donor=donor,
        amount=amount,
        currency=currency,
        announced_on=announced_on,
        source=source,
        kind=kind,
        recorded_by=by,
        is_demonstration=is_demonstration,
    )


@transaction.atomic
def withdraw_pledge(*, pledge: Pledge, by: User) -> Pledge:
    """Record that a pledge is no longer held up; its history keeps it. Raises PermissionDenied."""
    if not rules.can_prepare(by):
        raise PermissionDenied
    locked = Pledge.objects.select_for_update().get(pk=pledge.pk)
    locked.state = PledgeState.WITHDRAWN
    locked.save(update_fields=["state"])
    return locked


@transaction.atomic
def sign_agreement(  # noqa: PLR0913 - an agreement has many terms
    *,
    fund: Fund,
    donor: Donor,
    reference: str,
    amount: int,
    currency: Currency,
    signed_on: date,
    language: str,
    icr_rate: Decimal,
    by: User,
    icr_exemption: str = "",
    purpose: str = "",
    earmark: Earmark | None = None,
    stipulation: str = Stipulation.NONE,
    kind: str = ContributionKind.FINANCIAL,
    pledge: Pledge | None = None,
    is_demonstration: bool = False,
) -> Agreement:
    """Record a signed agreement; the pledge that it fulfils counts as agreed from then on.

    `icr_rate` is a fraction (0.07 is 7 %); zero needs the reason in `icr_exemption`.
    Raises PermissionDenied, ValidationError by field.
    """
    if not rules.can_prepare(by):
        raise PermissionDenied
    _check_amount(amount)
    _check_day("signed_on", signed_on)
    if not 0 <= icr_rate < 1:
        raise ValidationError({"icr_rate": _("The rate lies between 0 and 100 percent.")})
    if icr_rate == 0 and not icr_exemption.strip():
        raise ValidationError({"icr_exemption": _("Say why nothing is recovered.")})
    if Agreement.objects.filter(reference=reference).exists():
        raise ValidationError({"reference": _("Another agreement has this reference.")})
    if pledge is not None:
        _agree(pledge, donor)
    return Agreement.objects.create(
        fund=fund,
        donor=donor,
        reference=reference,
        amount=amount,
        currency=currency,
        signed_on=signed_on,
        language=language,
        icr_rate=icr_rate,
        icr_exemption=icr_exemption,
        purpose=purpose,
        earmark=earmark,
        stipulation=stipulation,
        kind=kind,
        pledge=pledge,
        recorded_by=by,
        is_demonstration=is_demonstration,
    )


def _agree(pledge: Pledge, donor: Donor) -> None:
    locked = Pledge.objects.select_for_update().get(pk=pledge.pk)
    if locked.donor_id != donor.pk or locked.state != PledgeState.ANNOUNCED:
        raise ValidationError({"pledge": _("This pledge is another donor's, or no longer open.")})
    locked.state = PledgeState.AGREED
    locked.save(update_fields=["state"])


def _check_amount(amount: int) -> None:
    if amount <= 0:
        raise ValidationError({"amount": _("The amount must be more than zero.")})


def _check_day(field: str, day: date) -> None:
    if day > timezone.localdate():
        raise ValidationError({field: _("The date lies in the future.")})

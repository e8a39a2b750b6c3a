"""Accounts of the demonstration: one per role, signed in to with one click, never in production."""

from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ..choices import OrganizationKind, Role
from ..models import Membership, MemberState, Organization, User
from .roles import grant_role

ACCOUNTS: tuple[dict[str, Any], ...] = (
    {
        "email": "focal.gt@demo.example",
        "name": "Ana Lucía Morales",
        "language": "es",
        "roles": [("focal_point", "GT")],
    },
    {
        "email": "contributor.gt@demo.example",
        "name": "Diego Xicará",
        "language": "es",
        "roles": [("contributor", "GT")],
    },
    {
        "email": "focal.cl@demo.example",
        "name": "Camila Rojas",
        "language": "es",
        "roles": [("focal_point", "CL")],
    },
    {
        "email": "focal.br@demo.example",
        "name": "João Batista Lima",
        "language": "pt",
        "roles": [("focal_point", "BR")],
    },
    {
        "email": "focal.ht@demo.example",
        "name": "Marie-Ange Pierre",
        "language": "fr",
        "roles": [("focal_point", "HT")],
    },
    {
        "email": "focal.jm@demo.example",
        "name": "Marcia Campbell",
        "language": "en",
        "roles": [("focal_point", "JM")],
    },
    {"email": "screener@demo.example", "name": "Elena Ruiz", "language": "es", "roles": [("screener", None)]},
    {
        "email": "manager@demo.example",
        "name": "Thomas Grant",
        "language": "en",
        "roles": [("staff_manager", None)],
    },
    {
        "email": "reviewer.one@demo.example",
        "name": "Rosa Quispe",
        "language": "es",
        "roles": [("reviewer", None)],
    },
    {
        "email": "reviewer.two@demo.example",
        "name": "Samuel Okafor",
        "language": "en",
        "roles": [("reviewer", None)],
    },
    {"email": "member@demo.example", "name": "Paula Ferreira", "language": "pt", "roles": [("member", None)]},
)


@transaction.atomic
def load_demonstration_accounts() -> int:
    """Make the demonstration's accounts that are missing; returns how many there are. Only with DEMO on."""
    if not settings.DEMO:
        raise RuntimeError("Demonstration accounts exist only where DEMO=1.")
    known = set(User.objects.filter(is_demonstration=True).values_list("email", flat=True))
    for account in ACCOUNTS:
        if account["email"] in known:
            continue
        user = User.objects.create_user(
            account["email"], full_name=account["name"], language=account["language"], is_demonstration=True
        )
        for role, iso2 in account["roles"]:
            _give(user, Role(role), iso2)
    return len(ACCOUNTS)


def _give(user: User, role: Role, iso2: str | None) -> None:
    state = MemberState.objects.get(pk=iso2) if iso2 else None
    grant_role(user=user, role=role, state=state, reason="Demonstration", by=None, is_principal=bool(iso2))
    if state is not None:
        office, _created = Organization.objects.get_or_create(
            name=f"◇ {state.name_en}: national prevention office",
            state=state,
            defaults={
                "name_language": "en",
                "kind": OrganizationKind.GOVERNMENT,
                "is_verified": True,
                "is_demonstration": True,
            },
        )
        Membership.objects.get_or_create(user=user, organization=office)


def demo_accounts() -> list[dict[str, str]]:
    """The accounts for the sign-in page: label of the role, e-mail, name and state; empty without DEMO."""
    if not settings.DEMO:
        return []
    people = User.objects.filter(is_demonstration=True).prefetch_related("role_grants__state").order_by("pk")
    return [
        {
            "email": person.email,
            "name": person.full_name,
            "label": str(grant.get_role_display()) if grant else str(_("Member")),
            "state": grant.state.name if grant and grant.state else "",
        }
        for person in people
        for grant in [next(iter(person.role_grants.all()), None)]
    ]

"""Naming the body behind a practice when it is not in the list yet."""

from network.choices import OrganizationKind
from network.models import Organization

from ..models import Practice


def name_organization(*, practice: Practice, name: str) -> Organization:
    """The state's organization of this name, made if need be; staff verify it later.

    While the name is being typed the same row is renamed, so that autosaving leaves no half words behind.
    """
    known = Organization.objects.filter(state_id=practice.country_id, name=name).first()
    if known is not None:
        return known
    own = own_organization(practice)
    if own is not None:
        own.name = name
        own.save(update_fields=["name"])
        return own
    return Organization.objects.create(
        name=name,
        name_language=practice.source_language,
        kind=OrganizationKind.GOVERNMENT,
        state_id=practice.country_id,
        is_demonstration=practice.is_demonstration,
    )


def own_organization(practice: Practice) -> Organization | None:
    """The practice's organization if it was named in this form: unverified and used nowhere else."""
    organization = practice.organization
    if organization is None or organization.is_verified or organization.memberships.exists():
        return None
    return None if organization.practices.exclude(pk=practice.pk).exists() else organization


def forget_organization(organization: Organization) -> None:
    """Take back a name that was typed in the form and replaced since; nothing else refers to it."""
    if not organization.practices.exists():
        organization.delete()

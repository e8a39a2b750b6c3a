"""People with roles, and organizations."""

from typing import Any

import factory

from network.choices import OrganizationKind, Role
from network.models import Membership, MemberState, Organization, User
from network.services import grant_role

PASSWORD = "a quiet long passphrase"  # of every account of the tests


class OrganizationFactory(factory.django.DjangoModelFactory[Organization]):
    """A verified government body of Guatemala."""

    name = factory.Sequence(lambda number: f"Unidad de Prevención {number}")
    name_language = "es"
    kind = OrganizationKind.GOVERNMENT
    state_id = "GT"
    is_verified = True

    class Meta:
        model = Organization


class UserFactory(factory.django.DjangoModelFactory[User]):
    """A person; `roles=[(Role.FOCAL_POINT, "GT")]` grants, `organization=` joins."""

    email = factory.Sequence(lambda number: f"person{number}@example.org")
    full_name = factory.Sequence(lambda number: f"Person {number}")
    language = "en"

    class Meta:
        model = User
        skip_postgeneration_save = True

    @classmethod
    def _create(cls, model_class: type[User], *args: Any, **kwargs: Any) -> User:
        kwargs.setdefault("password", PASSWORD)
        return model_class.objects.create_user(*args, **kwargs)

    @factory.post_generation
    def roles(self: User, create: bool, extracted: Any, **kwargs: Any) -> None:
        """Grant what is asked for: a role, or a role and the state's ISO code."""
        for item in extracted or ():
            role, iso2 = item if isinstance(item, tuple) else (item, None)
            state = MemberState.objects.get(pk=iso2) if iso2 else None
            grant_role(user=self, role=Role(role), state=state, reason="test", by=None)

    @factory.post_generation
    def organization(self: User, create: bool, extracted: Any, **kwargs: Any) -> None:
        """Make the person a member of an organization."""
        if extracted:
            Membership.objects.create(user=self, organization=extracted)

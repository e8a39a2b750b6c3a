"""Who is told: the people of a party, and those of the Secretariat."""

from django.db.models import Q, QuerySet

from network.choices import Role
from network.models import RoleGrant, User

from ...models import Assistance


def spokespeople(record: Assistance) -> QuerySet[User]:
    """Focal points of the state, or provider editors of the organization."""
    if record.country_id:
        return holders(Q(role=Role.FOCAL_POINT, state=record.country_id))
    return holders(Q(role=Role.PROVIDER_EDITOR, organization=record.organization_id))


def author_and_spokespeople(record: Assistance) -> QuerySet[User]:
    """The same, and who wrote it."""
    return User.objects.filter(is_active=True).filter(
        Q(pk=record.author_id) | Q(pk__in=spokespeople(record).values("pk"))
    )


def moderators() -> QuerySet[User]:
    """Who reads for the Secretariat what is submitted."""
    return holders(Q(role__in=(Role.STAFF_MANAGER, Role.SCREENER)))


def managers() -> QuerySet[User]:
    """Staff managers."""
    return holders(Q(role=Role.STAFF_MANAGER))


def focal_points_of_all() -> QuerySet[User]:
    """Focal points of every state that takes part."""
    return holders(Q(role=Role.FOCAL_POINT))


def holders(roles: Q) -> QuerySet[User]:
    """People with an account who have a role in force."""
    return User.objects.filter(
        is_active=True, pk__in=RoleGrant.objects.effective().filter(roles).values("user")
    )

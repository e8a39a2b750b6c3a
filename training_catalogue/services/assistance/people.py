"""Who is told: the people of a party, and those of the Secretariat."""

from django.db.models import Q, QuerySet

from network.choices import Role
from network.models import User
from network.services.roles import holders

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


def focal_points_of_all() -> QuerySet[User]:
    """Focal points of every state that takes part."""
    return holders(Q(role=Role.FOCAL_POINT))

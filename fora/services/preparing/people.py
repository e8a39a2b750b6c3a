"""Who is what in a space, until when and why: what a page asks before a place is given."""

from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from network.models import User

from ...choices import Capacity
from ...models import Space, SpaceGrant
from ...rules import is_staff_manager
from ..spaces import grant_in_space
from .spaces import lock_kept


def may_give(by: User, capacity: Capacity) -> bool:
    """Who leads a space lets members in; moderators, facilitators and chairs are named by staff managers."""
    return capacity == Capacity.MEMBER or is_staff_manager(by)


@transaction.atomic
def give_place(
    *, space: Space, person: User, capacity: Capacity, reason: str, by: User, ends_at: datetime | None = None
) -> SpaceGrant:
    """Give a place that the person does not hold yet.

    Raises PermissionDenied when `by` may not give it (nobody gives to oneself), ValidationError by field.
    """
    row = lock_kept(space, by)
    if not may_give(by, capacity):
        raise PermissionDenied
    if by.pk == person.pk:
        raise ValidationError({"email": _("Nobody gives a place to oneself: ask a colleague.")})
    if not person.is_active or not person.grants:
        raise ValidationError({"email": _("This person holds no role of the Network.")})
    if ends_at is not None and ends_at <= timezone.now():
        raise ValidationError({"ends_on": _("The place must end in the future.")})
    if row.grants.in_force().filter(user=person, capacity=capacity).exists():
        raise ValidationError({"email": _("This person has that place already.")})
    return grant_in_space(space=row, user=person, capacity=capacity, by=by, reason=reason, ends_at=ends_at)

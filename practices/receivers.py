"""What follows when somebody is given a role or a place in an organization: conflicts of interest."""

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver

from network.models import Membership, RoleGrant

from .models import Review
from .services.scoring import stop_conflicted


@receiver(post_save, sender=RoleGrant)
@receiver(post_save, sender=Membership)
def stop_where_a_conflict_comes_up(sender: Any, instance: RoleGrant | Membership, **kwargs: Any) -> None:
    """A reviewer who comes to belong to what is judged, or is a reviewer no more, is stopped at once."""
    if Review.objects.open().filter(reviewer=instance.user_id).exists():
        stop_conflicted(reviewer=instance.user)

"""Doing the work of a form once, however often the form is sent."""

from collections.abc import Callable
from uuid import UUID

from django.db import transaction

from network.models import User

from ..models import SentForm
from .errors import OtherRequestError


@transaction.atomic
def once(*, key: UUID, by: User, act: Callable[[], str]) -> str:
    """Run `act`, which answers with the address to go to; the same key again gives that address.

    A second sending waits until the first is done. Raises OtherRequestError for a key of somebody else,
    and what `act` raises: then the key is free again.
    """
    sent, created = SentForm.objects.get_or_create(key=key, defaults={"by": by})
    if not created:
        if sent.by_id != by.pk:
            raise OtherRequestError
        return sent.led_to
    sent.led_to = act()
    sent.save(update_fields=["led_to"])
    return sent.led_to

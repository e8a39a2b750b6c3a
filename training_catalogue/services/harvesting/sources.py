"""Naming an address, changing what is said about it, leaving it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from network.imports.models import SourceLink
from network.imports.querysets import owner_of
from network.imports.services.origins import give_back
from network.models import Organization, User

from ...models.harvesting import HarvestSource
from ...rules.courses import is_staff_manager, speaks_for
from ..errors import TrainingError
from ..importing import KIND
from .running import promise


class KnownAddressError(TrainingError):
    """The provider's address is named already."""

    def __init__(self) -> None:
        super().__init__(_("This address is named already for this provider."))


def can_harvest(user: User, provider: Organization) -> bool:
    """Whether the person may name addresses of the provider: who speaks for it, and staff managers."""
    return user.is_authenticated and (speaks_for(user, provider) or is_staff_manager(user))


@transaction.atomic
def add_source(
    *, provider: Organization, by: User, address: str, language: str, defaults: dict[str, Any]
) -> HarvestSource:
    """Name an address, which is read at once. Raises PermissionDenied, KnownAddressError."""
    if not can_harvest(by, provider):
        raise PermissionDenied
    if HarvestSource.objects.filter(provider=provider, address=address).exists():
        raise KnownAddressError
    source = HarvestSource.objects.create(
        provider=provider, by=by, address=address, language=language, defaults=defaults
    )
    promise(source)
    return source


@transaction.atomic
def change_source(
    *, source: HarvestSource, by: User, address: str, defaults: dict[str, Any]
) -> HarvestSource:
    """Change the address, or what it leaves out; the person stands behind it from now on.

    All entries are read anew. Raises PermissionDenied, KnownAddressError.
    """
    row = _lock(source, by)
    others = HarvestSource.objects.filter(provider=row.provider, address=address).exclude(pk=row.pk)
    if others.exists():
        raise KnownAddressError
    row.address, row.defaults, row.by = address, defaults, by
    row.etag = row.last_modified = ""
    row.save()
    promise(row)
    return row


@transaction.atomic
def read_now(*, source: HarvestSource, by: User) -> None:
    """Have it read soon. Raises PermissionDenied."""
    promise(_lock(source, by))


@transaction.atomic
def switch(*, source: HarvestSource, by: User, is_on: bool) -> None:
    """Read it every day, or no longer. Raises PermissionDenied."""
    row = _lock(source, by)
    row.is_on, row.by = is_on, by
    row.save(update_fields=["is_on", "by"])


@transaction.atomic
def remove_source(*, source: HarvestSource, by: User) -> None:
    """Forget the address; courses that came of it stay. Raises PermissionDenied."""
    row = _lock(source, by)
    SourceLink.objects.filter(source_id=row.pk, kind=KIND).update(source_id=None)
    row.delete()


@transaction.atomic
def let_speak(*, source: HarvestSource, by: User, link: int) -> None:
    """Let the source speak again for what was changed here of an entry. Raises PermissionDenied."""
    row = _lock(source, by)
    found = SourceLink.objects.of(KIND, owner_of(row.provider)).filter(pk=link, source_id=row.pk).first()
    if found is None:
        raise PermissionDenied
    give_back(link=found)
    HarvestSource.objects.filter(pk=row.pk).update(etag="", last_modified="")
    promise(row)


def _lock(source: HarvestSource, by: User) -> HarvestSource:
    row = HarvestSource.objects.select_for_update(of=("self",)).select_related("provider").get(pk=source.pk)
    if not can_harvest(by, row.provider):
        raise PermissionDenied
    return row

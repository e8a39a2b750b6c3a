"""Whatever saves or deletes a record that is translated: its translations follow, in the same transaction."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from .registry import kind_of
from .services.staleness import follow_record, forget_record


@receiver(post_save)
def follow(sender: Any, instance: Any, created: bool, raw: bool = False, **details: Any) -> None:
    """What was written, changed or made readable shows in the jobs; `raw` data brings its own."""
    if not raw and kind_of(sender) is not None:
        follow_record(instance, created=created)


@receiver(post_delete)
def forget(sender: Any, instance: Any, **details: Any) -> None:
    """A deleted text is not readable through a translation."""
    if kind_of(sender) is not None:
        forget_record(instance)

"""Names and descriptions of topics, edited by staff in four languages."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from ..choices import Language
from ..models import Topic, User
from ..rules import is_staff_manager

TEXTS = tuple(f"{field}_{language}" for field in ("name", "description") for language in Language.values)


@transaction.atomic
def change_topic(*, topic: Topic, texts: dict[str, str], by: User) -> Topic:
    """Change a topic's texts (name_en … description_pt); the slug is part of addresses and stays.

    Raises PermissionDenied, ValidationError for a name empty or too long, KeyError for another column.
    """
    if not is_staff_manager(by):
        raise PermissionDenied
    for column, text in texts.items():
        if column not in TEXTS:
            raise KeyError(column)
        setattr(topic, column, text.strip())
    topic.clean_fields()
    topic.save()
    return topic

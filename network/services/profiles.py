"""What a person says of oneself."""

from typing import Any

from django.db import transaction

from ..models import User
from .files import clean_photo


@transaction.atomic
def change_profile(
    *,
    user: User,
    full_name: str,
    language: str,
    time_zone: str,
    photo: Any = None,
    remove_photo: bool = False,
) -> User:
    """Change name, language, time zone and, when given, the photo; a photo that is replaced is deleted.

    Raises ValidationError for a name with tricks, an unknown time zone, a file that is no small picture.
    """
    user.full_name, user.language, user.time_zone = full_name.strip(), language, time_zone
    user.clean_fields(exclude=["password", "email", "photo"])
    before = user.photo.name
    if photo:
        picture = clean_photo(photo)
        user.photo.save(str(picture.name), picture, save=False)
    elif remove_photo:
        user.photo = ""
    user.save(update_fields=["full_name", "language", "time_zone", "photo"])
    if before and before != user.photo.name:
        storage = user.photo.storage
        transaction.on_commit(lambda: storage.delete(before))
    return user

"""Links that stop mails without signing in: they name a person and a kind, signed by the portal.

Of kinds that say so (`stops_one`) the link names the one object besides.
"""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.core import signing
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from network.models import User

from ..choices import Frequency
from ..kinds import Kind, UnknownKindError, find_kind, kinds
from .preferences import set_frequency
from .reading import absolute

SALT = "notifications.stop"
ALL = "*"  # every kind that can be turned off, from the foot of a summary


class BadLinkError(ValueError):
    """The link is not one of ours, or names what is gone."""


@dataclass(frozen=True)
class StopLink:
    """What a link stops, for whom; `kind` None stands for all that can be stopped."""

    user: User
    kind: Kind | None
    about_type: ContentType | None = None
    about_id: str = ""

    @property
    def label(self) -> str:
        """What is stopped, in the active language."""
        if self.kind is None:
            return _("all mails that can be turned off")
        if self.about_type is None:
            return str(self.kind.label)
        model = self.about_type.model_class()
        about = model._default_manager.filter(pk=self.about_id).first() if model else None
        return f"{self.kind.label}: {about}" if about else str(self.kind.label)


def stop_address(user_id: int, verb: str, about: tuple[int, str] | None = None) -> str:
    """The whole address of the page that stops mails of this kind, in the active language.

    `about`: only those about one object, by its content type and its key.
    """
    token = signing.dumps([user_id, verb, *(about or ())], salt=SALT)
    return absolute(reverse("notifications:stop", args=[token]))


def read_stop_link(token: str) -> StopLink:
    """What a link means; changes nothing. Raises BadLinkError."""
    try:
        user_id, verb, *about = signing.loads(token, salt=SALT)
        user = User.objects.get(pk=user_id)
        link = StopLink(user, None if verb == ALL else find_kind(verb))
        if not about:
            return link
        about_type, about_id = about
        return StopLink(user, link.kind, ContentType.objects.get_for_id(about_type), str(about_id))
    except (
        signing.BadSignature,
        ValueError,
        TypeError,
        User.DoesNotExist,
        ContentType.DoesNotExist,
        UnknownKindError,
    ) as error:
        raise BadLinkError(str(error)) from error


@transaction.atomic
def stop_mails(*, link: StopLink) -> None:
    """Mails of the link's kind come no more; once and twice is the same. Required kinds stay."""

    for kind in [link.kind] if link.kind else kinds():
        if not kind.required:
            set_frequency(
                user=link.user,
                frequency=Frequency.NEVER,
                verb="" if link.about_type else kind.verb,
                about_type=link.about_type,
                about_id=link.about_id,
            )

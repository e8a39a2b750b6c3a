"""Links that stop mails without signing in: they name a person and a kind, signed by the portal."""

from dataclasses import dataclass

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

    @property
    def label(self) -> str:
        """What is stopped, in the active language."""
        return str(self.kind.label) if self.kind else _("all mails that can be turned off")


def stop_address(user_id: int, verb: str) -> str:
    """The whole address of the page that stops mails of this kind, in the active language."""
    token = signing.dumps([user_id, verb], salt=SALT)
    return absolute(reverse("notifications:stop", args=[token]))


def read_stop_link(token: str) -> StopLink:
    """What a link means; changes nothing. Raises BadLinkError."""
    try:
        user_id, verb = signing.loads(token, salt=SALT)
        user = User.objects.get(pk=user_id)
        return StopLink(user, None if verb == ALL else find_kind(verb))
    except (signing.BadSignature, ValueError, TypeError, User.DoesNotExist, UnknownKindError) as error:
        raise BadLinkError(str(error)) from error


@transaction.atomic
def stop_mails(*, link: StopLink) -> None:
    """Mails of the link's kind come no more; once and twice is the same. Required kinds stay."""

    for kind in [link.kind] if link.kind else kinds():
        if not kind.required:
            set_frequency(user=link.user, frequency=Frequency.NEVER, verb=kind.verb)

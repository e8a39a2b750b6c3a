"""Who offers and who asks: a member state or an organization; and in which capacity a person acts for one."""

from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _


class Audience(models.TextChoices):
    """To whom an offer or a request is addressed; to nobody in particular means to all."""

    STATES = "states", _("Member states")
    ORGANIZATIONS = "organizations", _("Organizations")
    SECRETARIAT = "secretariat", _("The Secretariat")


class Side(models.TextChoices):
    """The two sides of a match and of a cooperation."""

    PROVIDER = "provider", _("Who offers")
    REQUESTER = "requester", _("Who asks")


class Actor(models.TextChoices):
    """In which capacity somebody moves a record."""

    AUTHOR = "author", _("Author")
    CONTRIBUTOR = "contributor", _("Contributor")
    SPOKESPERSON = "spokesperson", _("Focal point or provider editor")
    MODERATOR = "moderator", _("The Secretariat")
    PROVIDER = "provider", _("Who offers")
    REQUESTER = "requester", _("Who asks")
    PORTAL = "portal", _("The portal")


class Transition(NamedTuple):
    """One allowed step: `verb` names it; without `source` the record begins, without `target` it goes.

    `needs_comment`: with words that say why. `needs_trust`: for a party that has had something published.
    """

    verb: str
    source: str | None
    target: str | None
    actors: tuple[Actor, ...]
    needs_comment: bool = False
    needs_trust: bool = False

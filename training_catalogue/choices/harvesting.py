"""Closed lists of harvests."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class HarvestFault(models.TextChoices):
    """Why a provider's list could not be read; each says what to do."""

    SCHEME = "scheme", _("The address must begin with https:// or http://.")
    SITE = "site", _("The site does not answer, or its address leads into a closed network.")
    STATUS = "status", _("The site answers that there is nothing at this address.")
    TIME = "time", _("The site takes too long to send the list.")
    SIZE = "size", _("The list is larger than 5 MB. Divide it over several addresses.")
    PAGE = "page", _("There is a web page at this address, without courses as schema.org data.")
    EMPTY = "empty", _("There are no courses at this address.")
    GARBAGE = "garbage", _("What stands at this address is neither JSON-LD nor CSV.")
    ENCODING = "encoding", _("The list is not text in UTF-8.")
    COLUMNS = "sheet", _("The CSV has no column for the title.")
    MANY = "too_many", _("The list names more than 20,000 courses. Divide it over several addresses.")
    NOBODY = (
        "nobody",
        _("Nobody who speaks for the provider stands behind this list. Change and save it, and you do."),
    )


OF_THE_SITE = (HarvestFault.SITE, HarvestFault.STATUS, HarvestFault.TIME)
"""Faults that may pass by themselves: the provider is told when they last for more than a day."""

"""By what a list is filtered."""

from typing import NamedTuple

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class YesOnly(TextChoices):
    """A facet that is either asked for or not."""

    YES = "yes", _("Yes")


class FacetGroup(NamedTuple):
    """A group of facets.

    `name` is its word in addresses and rows; `choices` the closed list that its values come from, None for
    names that the database holds ("state", "topic", "iccs") and for years. Where a record may carry several
    values, all that are chosen must hold (`all_of`); else any of them. `by_count` puts the most frequent
    value first. `open` shows it at once. One that is not `is_offered` comes from links alone. `hint` says
    what its values mean where the name does not.
    """

    name: str
    label: str | Promise
    choices: type[TextChoices] | None = None
    all_of: bool = False
    by_count: bool = False
    open: bool = False
    is_offered: bool = True
    hint: str | Promise = ""

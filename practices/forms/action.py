"""Section 3: what is done, in pieces that others can take over."""

from django.utils.translation import gettext_lazy as _

from ..models import BuildingBlock, Practice
from .base import PartForm, SectionForm, formset_of
from .fields import line, text


class ActionForm(SectionForm):
    """Section 3."""

    objectives = text(Practice, "objectives", _("What should be different afterwards."), rows=4)
    activities = text(Practice, "activities", _("What is done, how often, with whom."), rows=8)
    participation = text(
        Practice,
        "participation",
        _("How the community and its organizations take part in decisions."),
        rows=4,
    )
    rights_and_gender = text(
        Practice,
        "rights_and_gender",
        _("How rights are protected and differences of gender considered."),
        rows=4,
    )


class BuildingBlockForm(PartForm):
    """A piece that another country could take over by itself."""

    anchor = "name"
    anchor_message = _("Give this building block a name.")
    name = line(
        BuildingBlock, "name", _("For example: weekly dialogue table, young mediators, data agreement.")
    )
    description = text(BuildingBlock, "description", rows=4)
    enabled_by = text(BuildingBlock, "enabled_by", _("A law, a budget, a person, an agreement."), rows=3)
    learned = text(BuildingBlock, "learned", _("What you would do again, and what not."), rows=3)


BuildingBlockSet = formset_of(
    BuildingBlockForm,
    "building_blocks",
    title=_("Building block %(number)s"),
    add=_("Add another building block"),
    remove=_("Remove building block %(number)s"),
)

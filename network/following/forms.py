"""Forms of what a person follows."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from network.notifications.forms import ObjectForm

from .models import Interest


class SearchForm(ObjectForm):
    """The name of a search that is to be saved, and how to be told."""

    name = forms.CharField(label=_("Name"), max_length=120, required=False)
    field_order = ("name", "frequency")

    def __init__(self, *args: Any, proposed: str = "", **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["name"].help_text = _(
            "As you want to find it again. Without a name it is called: %(name)s"
        ) % {"name": proposed}
        self.fields["frequency"].label = _("Mails about new records")


class InterestForm(SearchForm):
    """Another name, other times, or a pause."""

    is_paused = forms.BooleanField(
        label=_("Pause: look for nothing until I go on"),
        required=False,
        help_text=_("What comes to light meanwhile is not told later."),
    )

    def __init__(self, *args: Any, interest: Interest, wish: str | None, **kwargs: Any):
        initial = {
            "name": interest.name,
            "is_paused": interest.is_paused,
            "frequency": wish or self.AS_USUAL,
        }
        super().__init__(*args, initial=initial, **kwargs)

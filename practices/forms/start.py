"""Small forms around the wizard: beginning, changing the depth, words that go with a step."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from network.choices import Language, Role
from network.models import MemberState, User
from network.ui.widgets import Radios

from ..choices import Depth
from .fields import Text

DEPTHS = [
    (
        Depth.SNAPSHOT,
        _("Snapshot: sections 1 to 3 and 8, in about ten minutes. It can grow to a full record later."),
    ),
    (
        Depth.FULL,
        _("Full record: all eight sections, with results, costs and lessons, so that others can adopt it."),
    ),
]


class DepthForm(forms.Form):
    """How much of the record is to be filled in."""

    use_required_attribute = False
    depth = forms.ChoiceField(
        label=_("How much do you want to tell?"), choices=DEPTHS, widget=Radios, initial=Depth.SNAPSHOT
    )


class StartForm(DepthForm):
    """What must be known before the first word: for which state, in which language, how much."""

    country = forms.ModelChoiceField(
        label=_("Member state"), queryset=MemberState.objects.none(), empty_label=None
    )
    source_language = forms.ChoiceField(
        label=_("Language that you write in"),
        help_text=_(
            "Write in the language that you know best, whatever the language of these pages. Once others "
            "read it, it is translated into the other three languages, by a machine where there is one and "
            "labelled as such until a person has approved it. Your text stays the original."
        ),
        choices=Language.choices,
        widget=Radios,
    )
    field_order = ("country", "source_language", "depth")

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        queryset = MemberState.objects.active().filter(pk__in=user.states(Role.CONTRIBUTOR, Role.FOCAL_POINT))
        self.fields["country"].queryset = queryset
        self.fields["source_language"].initial = user.language
        found = list(queryset[:2])
        if len(found) == 1:
            self._settle_on(found[0], user)

    def _settle_on(self, state: MemberState, user: User) -> None:
        """Nothing to choose: the only state, and its language unless the person's is one of them."""
        self.only_state = state
        self.fields["country"].initial = state
        self.fields["country"].widget = forms.HiddenInput()
        if state.languages and user.language not in state.languages:
            self.fields["source_language"].initial = state.languages[0]


class CommentForm(forms.Form):
    """Words that go with a step: why it is sent back."""

    use_required_attribute = False
    comment = Text(
        label=_("Comment"),
        help_text=_("The author reads it: say what to change."),
        max_length=3000,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": _("Say why: the people who wrote the practice read it.")},
    )


class AnswerForm(forms.Form):
    """The authors' answer to a comment of the Secretariat."""

    use_required_attribute = False
    answer = Text(
        label=_("Your answer"),
        help_text=_("What you changed, or why you did not."),
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": _("Write an answer first.")},
    )

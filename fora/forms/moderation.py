"""What readers, moderators and authors send: flags, decisions, sanctions, appeals."""

import re
from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from network.models import User
from network.moderation.choices import EVERYWHERE, Reason, SanctionKind
from network.moderation.models import Appeal, Flag, ModerationAction

from ..models import Space, Thread
from ..querysets import standing_of

PERIODS = (
    ("1", _("1 day")),
    ("7", _("7 days")),
    ("30", _("30 days")),
    ("90", _("90 days")),
    ("365", _("1 year")),
    ("", _("until it is lifted")),
)
_NUMBER = re.compile(r"(?:.*/)?(\d{1,18})/?(?:[?#].*)?")


def _longest(model: Any, field: str) -> int:
    return model._meta.get_field(field).max_length


class FlagForm(forms.Form):
    """Why moderators should look at a post."""

    reason = forms.ChoiceField(label=_("What is wrong"), choices=Reason.choices, widget=forms.RadioSelect)
    text = forms.CharField(
        label=_("In your words"),
        help_text=_("Moderators read it; the author does not, and does not learn who reports."),
        required=False,
        max_length=_longest(Flag, "text"),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class StepForm(forms.Form):
    """A step that needs no reason; what is written goes to the author and into the log."""

    text = forms.CharField(
        label=_("Explanation"),
        required=False,
        max_length=_longest(ModerationAction, "text"),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class ReasonForm(StepForm):
    """A decision that its author reads with its reason."""

    reason = forms.ChoiceField(label=_("Reason"), choices=[("", "–"), *Reason.choices])
    field_order = ("reason", "text")


class MoveForm(StepForm):
    """The thread that a post is put at the end of, by its number or its address."""

    target = forms.CharField(
        label=_("To which thread"), help_text=_("Its address or its number."), max_length=500
    )
    field_order = ("target", "text")

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_target(self) -> Thread:
        """A thread in a space that the person moderates."""
        named = _NUMBER.fullmatch(self.cleaned_data["target"].strip())
        threads = Thread.objects.visible_to(self.user).select_related("space")
        found = threads.filter(pk=named[1]).first() if named else None
        if found is None or not standing_of(self.user).moderates(found.space_id):
            raise forms.ValidationError(_("You moderate no thread of this address or number."))
        return found


class SanctionForm(ReasonForm):
    """What an author may not do for a time."""

    kind = forms.ChoiceField(label=_("Sanction"), choices=SanctionKind.choices)
    days = forms.ChoiceField(
        label=pgettext_lazy("of a sanction", "For how long"), choices=PERIODS, required=False
    )
    everywhere = forms.BooleanField(label=_("In the whole portal, not only in this space"), required=False)
    field_order = ("kind", "days", "reason", "text", "everywhere")

    def __init__(self, *args: Any, space: Space, may_everywhere: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.space = space
        if not may_everywhere:
            del self.fields["everywhere"]

    def clean(self) -> dict[str, Any]:
        """`scope` and `ends_at`, as the service wants them; a warning has no end."""
        cleaned = super().clean() or {}
        days = cleaned.pop("days", "")
        if cleaned.get("kind") == SanctionKind.WARN:
            days = ""
        cleaned["scope"] = EVERYWHERE if cleaned.pop("everywhere", False) else self.space.key
        cleaned["ends_at"] = timezone.now() + timedelta(days=int(days)) if days else None
        return cleaned


class AppealForm(forms.Form):
    """Why a decision is wrong, in the author's words."""

    text = forms.CharField(
        label=_("Why the decision is wrong"),
        max_length=_longest(Appeal, "text"),
        widget=forms.Textarea(attrs={"rows": 6}),
    )


class AnswerForm(forms.Form):
    """What is answered to an appeal."""

    answer = forms.CharField(
        label=_("Answer to the author"),
        max_length=_longest(Appeal, "answer"),
        widget=forms.Textarea(attrs={"rows": 4}),
    )

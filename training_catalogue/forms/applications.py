"""An application to a session, as the person fills it in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from network.forms.fields import most
from network.models import MemberState, User

from ..choices import Admission
from ..models import Application, Session


class ApplicationForm(forms.Form):
    """Why the person wants to take part; for which State, where that clears first."""

    use_required_attribute = False
    country = forms.ModelChoiceField(
        label=gettext_lazy("Your member state"),
        queryset=MemberState.objects.none(),
        help_text=gettext_lazy(
            "Its national focal point clears your application before the provider reads it."
        ),
        error_messages={"required": gettext_lazy("Choose the State whose focal point clears it.")},
    )
    motivation = forms.CharField(
        label=gettext_lazy("Why you want to take part"),
        max_length=most(Application, "motivation"),
        widget=forms.Textarea(attrs={"rows": 7}),
        help_text=gettext_lazy("What you do, and what you will do with what you learn."),
        error_messages={"required": gettext_lazy("Say why you want to take part.")},
    )
    meets_requirements = forms.BooleanField(
        label=gettext_lazy("I meet the entry requirements of the course"),
        error_messages={
            "required": gettext_lazy("Read the entry requirements, and say here that you meet them.")
        },
    )

    def __init__(self, *args: Any, session: Session, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if session.course.admission != Admission.FOCAL_POINT:
            del self.fields["country"]
            return
        self.fields["country"].queryset = MemberState.objects.active()
        self.fields["country"].label_from_instance = lambda state: state.name
        self.fields["country"].initial = home_of(by)


def home_of(user: User) -> str | None:
    """The State of a person's organization or role, if there is one."""
    of_body = user.memberships.exclude(organization__state=None).values_list("organization__state", flat=True)
    return of_body.first() or next((grant.state_id for grant in user.grants if grant.state_id), None)

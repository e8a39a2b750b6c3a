"""Entering and changing the sessions of a course, and their steps."""

from typing import Any, NamedTuple

from django import forms
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.forms.hours import WASHINGTON

from ...forms.courses import ReasonForm
from ...forms.sessions import NewSessionForm, SessionForm
from ...models import Session
from ...rules import can_schedule
from ...services import sessions as verbs
from .access import OfCourse, TrainingForm


class Words(NamedTuple):
    """A step of a session in words."""

    button: str | Promise
    done: str | Promise
    needs_reason: bool = False


STEPS = {
    "open": Words(gettext_lazy("Open for application"), gettext_lazy("Open for application now.")),
    "close": Words(gettext_lazy("Close application"), gettext_lazy("Application is closed now.")),
    "reopen": Words(gettext_lazy("Open again"), gettext_lazy("Open for application now.")),
    "cancel": Words(
        gettext_lazy("Cancel the session"),
        gettext_lazy("Cancelled. Calendars show it so."),
        needs_reason=True,
    ),
}


class SessionPage(OfCourse, TrainingForm):
    """A form about a session, for who may change the course."""

    template_name = "training_catalogue/managing/step.html"
    title: Any = ""
    lead: Any = ""
    submit: Any = gettext_lazy("Save")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """404 for who may not change the course now."""
        if request.user.is_authenticated and not can_schedule(request.user, self.course):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def session(self) -> Session:
        """The session of the address."""
        found = Session.objects.select_related("course__provider").filter(course=self.course)
        return get_object_or_404(found, uuid=self.kwargs["session"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Words around the form."""
        words = {"title": self.title, "lead": self.lead, "submit": self.submit}
        return super().get_context_data(back=self.get_success_url(), crumbs=self.crumbs(), **words, **kwargs)

    def get_success_url(self) -> str:
        """The course."""
        return reverse("training:draft", args=[self.course.uuid])


class NewSession(SessionPage):
    """A new session, in the time zone of who enters it to begin with."""

    form_class = NewSessionForm
    title = gettext_lazy("Add a session")

    def get_initial(self) -> dict[str, Any]:
        """The person's own time zone."""
        zone = self.request.user.time_zone
        return {"time_zone": zone if zone != "UTC" else WASHINGTON}

    def act(self, form: Any) -> None:
        """Announce or open."""
        verbs.add_session(
            course=self.course,
            by=self.request.user,
            is_open=form.cleaned_data["is_open"],
            **form.values(self.course.source_language),
        )
        self.done = _("The session is added.")


class EditSession(SessionPage):
    """Change a session; calendars hear of it."""

    form_class = SessionForm
    title = gettext_lazy("Edit the session")

    def get_form(self, form_class: Any = None) -> Any:
        """With what is stored."""
        form = super().get_form(form_class)
        form.show(self.session)
        return form

    def act(self, form: Any) -> None:
        """Save."""
        verbs.save_session(
            session=self.session, by=self.request.user, **form.values(self.session.source_language)
        )
        self.done = _("Saved.")


class SessionStep(SessionPage):
    """Open, close, reopen, cancel."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """404 for a step that does not exist."""
        if kwargs["verb"] not in STEPS:
            raise Http404
        self.words = STEPS[kwargs["verb"]]
        self.title = self.submit = self.words.button
        return super().dispatch(request, *args, **kwargs)

    def get_form_class(self) -> Any:
        """A reason, or a mere yes."""
        return ReasonForm if self.words.needs_reason else forms.Form

    def act(self, form: Any) -> None:
        """The one call."""
        reason = form.cleaned_data.get("reason", "")
        verbs.move_session(
            session=self.session, by=self.request.user, verb=self.kwargs["verb"], reason=reason
        )
        self.done = self.words.done

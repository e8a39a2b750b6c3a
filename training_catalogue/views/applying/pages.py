"""One's own applications, one application for all whom it concerns, and its steps."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from ...choices.applications import LIVE, ApplicationActor
from ...forms.assistance import CommentForm
from ...models import Application
from ...rules.applications import acts_on, steps_for
from ...services.applying.way import take_step
from .. import times
from ..assistance.access import Action, SignedIn, TrainingForm, training_crumb
from ..course import shown
from .words import DONE, HISTORY, SIGNS, STEPS

MOST = 200
WITH_COMMENT = ("refuse", "decline")


class Mine(SignedIn):
    """A person's own applications: what stands first."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """The list."""
        found = Application.objects.of(request.user).for_list().with_number()[:MOST]
        rows = [(each, SIGNS[each.state], shown(each.session)) for each in found]
        context = {
            "standing": [row for row in rows if row[0].state in LIVE],
            "over": [row for row in rows if row[0].state not in LIVE],
            "own_zone": times.own_zone(),
            "crumbs": [training_crumb()],
        }
        return render(request, "training_catalogue/applications/mine.html", context)


class OfApplication(SignedIn):
    """A page of one application that the person may see."""

    @cached_property
    def application(self) -> Application:
        """The application of the address."""
        found = Application.objects.visible_to(self.request.user).for_list().with_number()
        return get_object_or_404(found, uuid=self.kwargs["uuid"])

    def crumbs(self) -> list[tuple[Any, ...]]:
        """Where the person comes from."""
        return [training_crumb(), list_crumb(self.request, self.application)]

    def may_enter(self, user: Any) -> bool:
        """Who may see it."""
        return bool(self.application)


class Page(OfApplication):
    """Where it stands, what the person wrote, and what the reader can do."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The page."""
        application = self.application
        steps = _possible(request.user, application)
        context = {
            "application": application,
            "sign": SIGNS[application.state],
            "each": shown(application.session),
            "is_own": application.applicant_id == request.user.pk,
            "organizations": application.applicant.memberships.select_related("organization"),
            "buttons": [(verb, STEPS[verb]) for verb in steps if verb not in WITH_COMMENT],
            "links": [(verb, STEPS[verb]) for verb in steps if verb in WITH_COMMENT],
            "history": [
                (step, HISTORY[step.verb]) for step in application.steps.select_related("by").in_order()
            ],
            "own_zone": times.own_zone(),
            "crumbs": self.crumbs(),
        }
        return render(request, "training_catalogue/applications/page.html", context)


class Step(OfApplication, Action):
    """A step that needs no words: one button."""

    def may_enter(self, user: Any) -> bool:
        """Known steps without words; the service sees to the rest."""
        return (
            self.kwargs["verb"] in STEPS
            and self.kwargs["verb"] not in WITH_COMMENT
            and bool(self.application)
        )

    def act(self) -> None:
        """Take it."""
        verb = self.kwargs["verb"]
        take_step(application=self.application, by=self.request.user, verb=verb)
        self.done = DONE[verb]

    def target(self) -> str:
        """Back to the application."""
        return self.application.get_absolute_url()


class CommentedStep(OfApplication, TrainingForm):
    """A step that says why."""

    form_class = CommentForm

    def may_enter(self, user: Any) -> bool:
        """Who may take it now."""
        verb = self.kwargs["verb"]
        return verb in WITH_COMMENT and verb in [row.verb for row in steps_for(user, self.application)]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The button says what will be done."""
        self.title = self.submit = STEPS[self.kwargs["verb"]]
        self.lead = _("The applicant reads the reason.")
        return super().get_context_data(**kwargs)

    def act(self, form: CommentForm) -> None:
        """Take it with the reason."""
        verb = self.kwargs["verb"]
        take_step(
            application=self.application,
            by=self.request.user,
            verb=verb,
            comment=form.cleaned_data["comment"],
        )
        self.done = DONE[verb]

    def get_success_url(self) -> str:
        """Back to the application."""
        return self.application.get_absolute_url()


def _possible(user: Any, application: Application) -> list[str]:
    """Steps that the person may take and the seats allow: a seat that is free, else a waiting list."""
    session = application.session
    shut = {"accept"} if session.seats_left == 0 else {"wait_list"}
    if not session.has_wait_list:
        shut.add("wait_list")
    return [row.verb for row in steps_for(user, application) if row.verb not in shut]


def list_crumb(request: HttpRequest, application: Application) -> tuple[Any, ...]:
    """The list that a reader of the application works from."""
    if application.applicant_id == request.user.pk:
        return (_("My applications"), reverse("training:applications"))
    if acts_on(ApplicationActor.PROVIDER, request.user, application):
        return (_("Applications"), reverse("training:session_applications", args=[application.session.uuid]))
    return (_("Applications to clear"), reverse("training:applications_to_clear"))

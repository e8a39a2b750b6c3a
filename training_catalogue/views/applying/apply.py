"""Applying for a seat in a session."""

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy

from network.ui import languages
from network.views.acting import WaitingForm

from ...forms.applications import ApplicationForm
from ...models import Application, Session
from ...rules.applications import may_apply
from ...services.applying.door import obstacle_of
from ...services.applying.way import apply_for
from ...services.errors import AlreadyAppliedError
from .. import times
from ..assistance.access import TrainingForm, record_crumb, training_crumb
from ..course import shown


class Apply(WaitingForm, TrainingForm):
    """The form; where nobody can apply now, it says why in its place."""

    template_name = "training_catalogue/applications/apply.html"
    form_class = ApplicationForm
    title = gettext_lazy("Apply for a seat")
    submit = gettext_lazy("Send the application")
    done = gettext_lazy(
        "Your application is sent. This page shows where it stands; you are told of every step."
    )
    made: Application | None = None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Who has applied goes to the application."""
        user = request.user
        if request.method != "POST" and user.is_authenticated and may_apply(user):
            standing = Application.objects.of(user).live().filter(session=self.session).first()
            if standing is not None:
                return redirect(standing)
        return super().dispatch(request, *args, **kwargs)

    def may_enter(self, user: Any) -> bool:
        """Everyone with a role, for sessions that they may read of."""
        return may_apply(user) and bool(self.session)

    @cached_property
    def session(self) -> Session:
        """The session of the address."""
        found = Session.objects.visible_to(self.request.user).select_related("course__provider")
        return get_object_or_404(found, uuid=self.kwargs["session"], course__identifier__isnull=False)

    def get_form_kwargs(self) -> dict[str, Any]:
        """For this session and person."""
        return super().get_form_kwargs() | {"session": self.session, "by": self.request.user}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The session, its entry requirements, and what stands in the way."""
        session = self.session
        obstacle = obstacle_of(session, timezone.now())
        return super().get_context_data(
            course=session.course,
            each=shown(session),
            requirements=session.course.passage("requirements"),
            obstacle=obstacle.label if obstacle else "",
            is_full=session.seats_left == 0,
            own_zone=times.own_zone(),
            **kwargs,
        )

    def crumbs(self) -> list[tuple[Any, ...]]:
        """Below the course."""
        return [training_crumb(), record_crumb(self.session.course)]

    def act(self, form: ApplicationForm) -> None:
        """Send it."""
        try:
            self.made = apply_for(
                session=self.session,
                by=self.request.user,
                motivation=form.cleaned_data["motivation"],
                language=languages.active(),
                country=form.cleaned_data.get("country"),
            )
        except AlreadyAppliedError as error:
            self.made = error.application

    def get_success_url(self) -> str:
        """The application; the session where there is none."""
        return self.made.get_absolute_url() if self.made else self.session.get_absolute_url()

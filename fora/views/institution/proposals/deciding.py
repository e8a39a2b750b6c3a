"""What staff managers decide on a topic that is open."""

from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy

from ....forms.institution.proposals import DeclineForm, ScheduleForm
from ....models import Space
from ....rules import is_staff_manager
from ....services import proposals as verbs
from ....services.preparing import free_slug
from ..access import ForaForm, zone_of
from .access import ForMembers, crumbs, list_crumb


class Deciding(ForMembers, ForaForm):
    """Staff managers decide on a topic that is open."""

    template_name = "fora/proposals/decide.html"
    title: Any = ""
    submit: Any = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """404 for others."""
        if request.user.is_authenticated and not is_staff_manager(request.user):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Which one."""
        words = {"title": self.title, "submit": self.submit, "proposal": self.proposal}
        return super().get_context_data(crumbs=crumbs(list_crumb()), **words, **kwargs)

    def get_success_url(self) -> str:
        """Back to the proposal."""
        return reverse("fora:proposal", args=[self.proposal.pk])


class Schedule(Deciding):
    """Make a forum of it."""

    form_class = ScheduleForm
    title = gettext_lazy("Schedule a forum")
    submit = gettext_lazy("Make the forum")
    done = gettext_lazy("The forum is in preparation. Who proposed it leads it, and can prepare it with you.")
    made: Space | None = None

    def get_form_kwargs(self) -> dict[str, Any]:
        """Hours for a virtual one, place and days for one face to face."""
        more = {"proposal": self.proposal, "zone": zone_of(self.request.user)}
        return super().get_form_kwargs() | more

    def act(self, form: ScheduleForm) -> None:
        """Schedule it."""
        fields = {name: value for name, value in form.cleaned_data.items() if name != "time_zone"}
        self.made = verbs.schedule(
            proposal=self.proposal,
            by=self.request.user,
            slug=free_slug(self.proposal.original("title")),
            **fields,
        )

    def get_success_url(self) -> str:
        """On to its preparation."""
        if self.made is None:
            return super().get_success_url()
        return reverse("fora:prepare", args=[self.made.slug])


class Decline(Deciding):
    """Decline it, with the reason."""

    form_class = DeclineForm
    title = gettext_lazy("Decline the topic")
    submit = gettext_lazy("Decline")
    done = gettext_lazy("Declined. Who proposed and supported it is told why.")

    def act(self, form: DeclineForm) -> None:
        """Decline."""
        verbs.decline(proposal=self.proposal, by=self.request.user, reason=form.cleaned_data["reason"])

"""Preparing a forum: the overview of what is there and what is missing, the space itself, opening it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.views.acting import ActingView, StaffMixin

from ...choices import SpaceKind
from ...forms.institution.spaces import SpaceForm
from ...models import Space
from ...rules import is_staff_manager
from ...services.preparing import begin_space, open_prepared, prepare_space
from ...services.preparing.spaces import missing_for_opening
from ...services.spaces import archive_space
from .access import KeptForm, KeptSpace, zone_of


class Prepare(KeptSpace):
    """What is there, what is missing, and where to change it."""

    def get(self, request: HttpRequest, slug: str) -> HttpResponse:
        """The overview."""
        space = self.space
        context = self.here() | {
            "missing": missing_for_opening(space),
            "items": space.agenda_items.visible_to(request.user).order_by("position", "pk"),
            "papers": space.papers.visible_to(request.user).prefetch_related("versions"),
            "leaders": space.grants.leading().select_related("user"),
            "place_count": space.grants.in_force().count(),
        }
        return render(request, "fora/prepare/overview.html", context)


class SpaceNew(StaffMixin, ActingView):
    """Staff managers begin a space."""

    template_name = "fora/prepare/new.html"
    form_class = SpaceForm
    made: Space | None = None

    def get_form_kwargs(self) -> dict[str, Any]:
        """No space yet."""
        more = {"space": None, "staff": True, "zone": zone_of(self.request.user)}
        return super().get_form_kwargs() | more

    def get_initial(self) -> dict[str, Any]:
        """In the person's own language."""
        return {"source_language": self.request.user.language, "kind": SpaceKind.VIRTUAL}

    def act(self, form: SpaceForm) -> None:
        """Make it."""
        self.made = begin_space(
            kind=SpaceKind(form.cleaned_data["kind"]),
            source_language=form.cleaned_data["source_language"],
            changes=form.changes(),
            by=self.request.user,
        )

    def get_success_url(self) -> str:
        """To its preparation."""
        assert self.made is not None  # noqa: S101 - asked only after `act`
        return reverse("fora:prepare", args=[self.made.slug])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Where this page lies."""
        return super().get_context_data(crumbs=[(_("Fora"), reverse("fora:overview"))], **kwargs)


class SpaceEdit(KeptForm):
    """Texts, hours and place of a space; staff managers also who reads it."""

    template_name = "fora/prepare/space.html"
    form_class = SpaceForm
    title = gettext_lazy("Texts and hours")
    done = gettext_lazy("Saved.")

    def get_form_kwargs(self) -> dict[str, Any]:
        """The space as it stands."""
        user = self.request.user
        more = {"space": self.space, "staff": is_staff_manager(user), "zone": zone_of(user)}
        return super().get_form_kwargs() | more

    def act(self, form: SpaceForm) -> None:
        """Save."""
        prepare_space(space=self.space, by=self.request.user, changes=form.changes())


class SpaceOpen(KeptSpace):
    """Let the readers in."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Open it, or say what is missing."""
        try:
            open_prepared(space=self.space, by=request.user)
        except ValidationError as error:
            for text in error.messages:
                messages.error(request, text)
            return redirect("fora:prepare", slug)
        messages.success(request, _("The space is open to its readers."))
        return redirect(self.space)


class SpaceArchive(KeptSpace):
    """Keep it for reading alone."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Staff managers only."""
        try:
            archive_space(space=self.space, by=request.user)
        except PermissionDenied as error:
            raise Http404 from error
        messages.success(request, _("The space is kept for reading alone."))
        return redirect(self.space)

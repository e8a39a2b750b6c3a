"""Who gets to the pages behind the catalogue; what one may not know of answers 404."""

from typing import Any

import rules
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views import View

from network.views.acting import ActingView

from ...models import Course
from ...services.errors import TrainingError

KEPT, MOST_KEPT = "kept_training_form", 60_000  # characters
LEFT_OUT = ("csrfmiddlewaretoken", "action")


class SignedIn(View):
    """For who writes courses; visitors sign in first, and what they had sent waits for them."""

    http_method_names = ["get", "head", "post", "options"]
    rule = "training.write"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Sign in first; 404 for who writes for nobody."""
        if not request.user.is_authenticated:
            if request.method == "POST":
                keep_input(request)
            return redirect_to_login(request.get_full_path())
        if not rules.test_rule(self.rule, request.user):
            raise Http404
        return super().dispatch(request, *args, **kwargs)


class OfCourse(SignedIn):
    """A page of one course, for those who work on it."""

    @cached_property
    def course(self) -> Course:
        """The course of the address, for who works on it."""
        found = Course.objects.worked_on_by(self.request.user).select_related("provider__state")
        return get_object_or_404(found, uuid=self.kwargs["uuid"])

    def crumbs(self) -> list[tuple[Any, ...]]:
        """Training, my courses, and the course where the page lies below it."""
        title = self.course.passage("title")
        name = title.text or _("Without title")
        own = (name, reverse("training:draft", args=[self.course.uuid]), title.language)
        return [*desk_crumbs(), own]


def desk_crumbs() -> list[tuple[Any, ...]]:
    """What lies above every page behind the catalogue."""
    return [(_("Training"), reverse("training:courses")), (_("My courses"), reverse("training:desk"))]


class TrainingForm(SignedIn, ActingView):
    """A form of the catalogue: a service's refusal in words is shown above it, nothing typed is lost."""

    refused = (TrainingError,)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """With what was sent after the session had ended, if that waits."""
        kept = kept_input(request)
        if kept is None:
            return super().get(request, *args, **kwargs)
        form = self.get_form_class()(**(self.get_form_kwargs() | {"data": kept}))
        form.is_valid()
        return self.render_to_response(self.get_context_data(form=form))


def keep_input(request: HttpRequest) -> None:
    """Keep the form that was sent; the session outlives signing in. One form at most."""
    typed = request.POST.copy()
    for name in LEFT_OUT:
        typed.pop(name, None)
    text = typed.urlencode()
    if typed and len(text) <= MOST_KEPT:
        request.session[KEPT] = {"path": request.path, "typed": text}


def kept_input(request: HttpRequest) -> QueryDict | None:
    """What was kept of the form of this address; it is given out once."""
    kept = request.session.get(KEPT)
    if not kept or kept["path"] != request.path:
        return None
    del request.session[KEPT]
    return QueryDict(kept["typed"])

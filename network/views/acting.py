"""Pages that do one thing: a form, one call of a service, and where to go then."""

from typing import Any

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied, ValidationError
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.generic import FormView, View

from ..rules import is_staff_manager
from ..services.errors import InvitationError, NotOpenError
from .guarding import SignedIn
from .kept_input import keep_input, take_input

Refusals = tuple[type[Exception], ...]


class ActingView(FormView):
    """A form whose valid answer calls `act`; what the service refuses is shown in the form, with 422."""

    done = ""  # the message that says what has happened
    refused: Refusals = ()  # errors of the app's services whose words stand above the form

    def act(self, form: Any) -> Any:
        """The one call of a service."""
        raise NotImplementedError

    def form_valid(self, form: Any) -> HttpResponse:
        """Act, and go on; a refusal of the person is a page that does not exist for that person."""
        try:
            self.act(form)
        except ValidationError as error:
            _add(form, error)
            return self.form_invalid(form)
        except PermissionDenied as error:
            raise Http404 from error
        except (NotOpenError, InvitationError) as error:
            messages.error(self.request, error.message)
            return redirect(self.get_success_url())
        except self.refused as error:
            form.add_error(None, str(error))
            return self.form_invalid(form)
        if self.done:
            messages.success(self.request, self.done)
        return redirect(self.get_success_url())

    def form_invalid(self, form: BaseForm) -> HttpResponse:
        """The page again, with what was typed and what to correct."""
        return self.render_to_response(self.get_context_data(form=form), status=422)


class WordedForm(SignedIn, ActingView):
    """The same with the words around it, for who has signed in and whom it is for."""

    title: Any = ""
    lead: Any = ""
    submit: Any = ""  # on the button

    def crumbs(self) -> list[tuple[Any, ...]]:
        """Where the page lies."""
        raise NotImplementedError

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The words around the form."""
        words = {
            "title": self.title,
            "lead": self.lead,
            "submit": self.submit,
            "crumbs": self.crumbs(),
            "back": self.get_success_url(),
        }
        return super().get_context_data(**(words | kwargs))


class WaitingForm(SignedIn, ActingView):
    """The same, and what was sent after the session had ended waits for its sender."""

    most_kept = 60_000  # characters

    def signed_out(self, request: HttpRequest) -> HttpResponseBase:
        """Sign in first; then the form is there as it was sent."""
        if request.method == "POST":
            keep_input(request, most=self.most_kept)
        return super().signed_out(request)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """With what waits, and what is to be corrected in it."""
        kept = take_input(request)
        if kept is None:
            return super().get(request, *args, **kwargs)
        form = self.get_form_class()(**(self.get_form_kwargs() | {"data": kept}))
        form.is_valid()
        return self.render_to_response(self.get_context_data(form=form))


class ButtonView(View):
    """What one button does: `act`, and back to `target`, with what was done or why not."""

    http_method_names = ("post",)
    done: Any = ""  # the message that says what has happened
    refused: Refusals = ()  # errors of the app's services whose words are shown

    def act(self) -> None:
        """The one call of a service."""
        raise NotImplementedError

    def target(self) -> str:
        """Where to go then."""
        raise NotImplementedError

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Do it, or say why not; what the person may not do does not exist."""
        try:
            self.act()
        except PermissionDenied as error:
            raise Http404 from error
        except self.refused as error:
            messages.error(request, str(error))
        else:
            messages.success(request, self.done)
        return redirect(self.target())


def _add(form: BaseForm, error: ValidationError) -> None:
    by_field = error.message_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: error.messages}
    for field, texts in by_field.items():
        form.add_error(field if field in form.fields else None, texts)


class StaffMixin(LoginRequiredMixin):
    """Staff managers only; for others who are signed in the page does not exist."""

    reauthenticate = False  # whether who acts here must have shown a moment ago who it is

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Ask for signing in first; then 404 rather than 403; then, where it matters, who it really is."""
        if not request.user.is_authenticated:
            return self.handle_no_permission()
        if not is_staff_manager(request.user):
            raise Http404
        go_on = super().dispatch
        return reauthentication_required(go_on, enabled=self.reauthenticate)(request, *args, **kwargs)

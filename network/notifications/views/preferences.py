"""Who wants which mails, and when; and the links that stop them without signing in."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from ..forms import ObjectForm, PreferencesForm
from ..models import Notification
from ..services import forgive_bounce, read_stop_link, stop_mails
from ..services.preferences import (
    choices_of,
    choose,
    choose_about,
    exceptions_of,
    mail_settings_of,
    wish_about,
)
from ..services.reading import line_of
from ..services.stopping import BadLinkError


@method_decorator(login_required, name="dispatch")
class Preferences(View):
    """The person's own preferences: per kind, per object, times, pause."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """The form as it stands."""
        return self._page(request, self._form(request))

    def post(self, request: HttpRequest) -> HttpResponse:
        """Keep what was chosen."""
        form = self._form(request, request.POST)
        if not form.is_valid():
            return self._page(request, form, status=422)
        choose(
            user=request.user,
            wishes=form.wishes(),
            digest_hour=form.cleaned_data["digest_hour"],
            digest_weekday=form.cleaned_data["digest_weekday"],
            paused_until=form.cleaned_data["paused_until"],
        )
        messages.success(request, _("Your settings are saved."))
        return redirect("notifications:preferences")

    def _form(self, request: HttpRequest, data: object = None) -> PreferencesForm:
        settings = mail_settings_of(request.user)
        return PreferencesForm(data, mail_settings=settings, chosen=choices_of(request.user))

    def _page(self, request: HttpRequest, form: PreferencesForm, status: int = 200) -> HttpResponse:
        settings = mail_settings_of(request.user)
        context = {
            "form": form,
            "mail_settings": settings,
            "has_bounced": settings.has_bounced(request.user.email),
            "exceptions": exceptions_of(request.user),
        }
        return render(request, "notifications/preferences.html", context, status=status)


@method_decorator(login_required, name="dispatch")
class AboutOne(View):
    """How often to be told by mail about one thing, reached from a message about it."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The question."""
        notification = self._notification(request, pk)
        form = ObjectForm(initial={"frequency": wish_about(notification) or ObjectForm.AS_USUAL})
        return self._page(request, notification, form)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Keep the answer."""
        notification = self._notification(request, pk)
        form = ObjectForm(request.POST)
        if not form.is_valid():
            return self._page(request, notification, form, status=422)
        choose_about(notification=notification, frequency=form.chosen(), by=request.user)
        messages.success(request, _("Your settings are saved."))
        return redirect("notifications:preferences")

    def _notification(self, request: HttpRequest, pk: int) -> Notification:
        rows = Notification.objects.visible_to(request.user).select_related(
            "actor", "recipient", "about_type"
        )
        return get_object_or_404(rows, pk=pk)

    def _page(
        self, request: HttpRequest, notification: Notification, form: ObjectForm, status: int = 200
    ) -> HttpResponse:
        context = {"form": form, "notification": notification, "line": line_of(notification, request.user)}
        return render(request, "notifications/about_one.html", context, status=status)


@require_POST
@login_required
def address_works(request: HttpRequest) -> HttpResponse:
    """The person says that the address takes mails again."""
    forgive_bounce(user=request.user)
    messages.success(request, _("Mails go to your address again."))
    return redirect("notifications:preferences")


@method_decorator([csrf_exempt, never_cache], name="dispatch")
class Stop(View):
    """The link at the foot of mails. A GET shows what it would do; the POST does it, also for mail programs.

    Without sign-in and without a token against forgery: the address itself is the secret (RFC 8058).
    """

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        """What would be stopped; nothing changes."""
        return self._answer(request, token, stopped=False)

    def post(self, request: HttpRequest, token: str) -> HttpResponse:
        """Stop the mails; once and twice is the same."""
        return self._answer(request, token, stopped=True)

    def _answer(self, request: HttpRequest, token: str, *, stopped: bool) -> HttpResponse:
        try:
            link = read_stop_link(token)
        except BadLinkError:
            return render(request, "notifications/stop.html", {"link": None}, status=404)
        if stopped:
            stop_mails(link=link)
        return render(request, "notifications/stop.html", {"link": link, "stopped": stopped})

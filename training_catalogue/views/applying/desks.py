"""Lists of those who clear and of those who decide, and the provider's file."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.functional import cached_property

from network.choices import Role
from network.models import User
from network.ui.downloads import CSV, named
from network.ui.tables import as_csv, plain

from ...choices.applications import ApplicationState
from ...models import Application, Session
from ...rules.applications import reads_applications
from ...services.applying.exporting import application_rows, columns
from .. import times
from ..assistance.access import SignedIn, record_crumb, training_crumb
from ..course import shown
from .words import SIGNS

PAGE = 50


class ToClear(SignedIn):
    """What awaits the clearance of a focal point, the oldest first; all of it for the Secretariat."""

    def may_enter(self, user: Any) -> bool:
        """Focal points and staff managers."""
        return user.has_role(Role.FOCAL_POINT, Role.STAFF_MANAGER)

    def get(self, request: HttpRequest) -> HttpResponse:
        """The list."""
        found = Application.objects.clearing(request.user).for_list()
        page = Paginator(found, PAGE).get_page(request.GET.get("page"))
        rows = [(each, SIGNS[each.state], shown(each.session)) for each in page]
        context = _pages(page) | {"rows": rows, "own_zone": times.own_zone(), "crumbs": [training_crumb()]}
        return render(request, "training_catalogue/applications/to_clear.html", context)


class OfSession(SignedIn):
    """What the provider reads of the applications to a session."""

    @cached_property
    def session(self) -> Session:
        """The session of the address."""
        found = Session.objects.select_related("course__provider__state")
        return get_object_or_404(found, uuid=self.kwargs["session"])

    def may_enter(self, user: Any) -> bool:
        """Who speaks for the provider, and staff managers."""
        return reads_applications(user, self.session)

    def found(self) -> Any:
        """In the order of the desk."""
        rows = Application.objects.visible_to(self.request.user).filter(session=self.session)
        return rows.for_provider().for_list()


class SessionList(OfSession):
    """The provider's list."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """A page of it, with counts by state."""
        found, session = self.found(), self.session
        wanted = request.GET.get("state", "")
        counts = dict(found.order_by().values_list("state").annotate(many=Count("pk")))
        states = [
            (state, label, counts[state]) for state, label in ApplicationState.choices if state in counts
        ]
        if wanted in counts:
            found = found.filter(state=wanted)
        page = Paginator(found.with_number(), PAGE).get_page(request.GET.get("page"))
        context = _pages(page) | {
            "session": session,
            "course": session.course,
            "each": shown(session),
            "rows": [(each, SIGNS[each.state]) for each in page],
            "states": states,
            "state": wanted if wanted in counts else "",
            "total": sum(counts.values()),
            "own_zone": times.own_zone(),
            "crumbs": [training_crumb(), record_crumb(session.course)],
        }
        return render(request, "training_catalogue/applications/of_session.html", context)


class SessionFile(OfSession):
    """The same as a file for spreadsheets; no text in it becomes a formula."""

    def get(self, request: HttpRequest, **kwargs: Any) -> StreamingHttpResponse:
        """All of it."""
        lines = as_csv(columns(), map(plain, application_rows(self.found())))
        name = f"applications-{self.session.course.identifier}-{self.session.pk}.csv"
        return named(StreamingHttpResponse(lines, content_type=CSV), name)


def _pages(page: Any) -> dict[str, Any]:
    return {
        "previous": page.previous_page_number() if page.has_previous() else 0,
        "following": page.next_page_number() if page.has_next() else 0,
    }


def waiting(request: HttpRequest) -> dict[str, Any] | None:
    """What a person can clear or decide, and what stands of the person's own."""
    user = request.user
    if not isinstance(user, User):
        return None
    counts: dict[str, Any] = {"standing": Application.objects.of(user).live().count()}
    if user.has_role(Role.FOCAL_POINT, Role.STAFF_MANAGER):
        counts["to_clear"] = Application.objects.clearing(user).count()
    if user.has_role(Role.FOCAL_POINT, Role.PROVIDER_EDITOR):
        sessions = Application.objects.deciding(user).values("session__uuid", "session__course")
        counts["to_decide"] = list(sessions.annotate(many=Count("pk")).order_by("session")[:PAGE])
    return counts if any(counts.values()) else None

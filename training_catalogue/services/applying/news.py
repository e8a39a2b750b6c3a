"""What applicants, focal points and providers are told about applications to sessions."""

from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from network.choices import Role
from network.models import User
from network.notifications.kinds import Kind, Matter, register
from network.notifications.services import notify
from network.notifications.services.reading import absolute
from network.services.roles import holders, managers
from network.ui import numbers

from ...models import Application, Session
from ..news import people_of
from .news_words import OF_APPLICATIONS, OF_PROVIDERS, OF_SESSIONS

RELATED = ("course__provider",)
OF_STEPS = {
    "clear": "application.cleared",
    "refuse": "application.refused",
    "accept": "application.accepted",
    "wait_list": "application.wait_listed",
    "promote": "application.promoted",
    "decline": "application.declined",
}


def tell_applicant(application: Application, verb: str) -> None:
    """The applicant hears of every step that somebody else, or the portal, took; once of each."""
    if verb in OF_STEPS:
        notify(
            OF_STEPS[verb],
            about=application,
            to=[application.applicant],
            once=f"application:{application.pk}:{verb}",
        )


def tell_focal_points(application: Application) -> None:
    """Those who clear it: the focal points of the State; the Secretariat where there is no other."""
    clearing = holders(Q(role=Role.FOCAL_POINT, state=application.country_id)).exclude(
        pk=application.applicant_id
    )
    to = clearing if clearing.exists() else managers()
    notify("application.to_clear", about=application, to=to, actor=application.applicant)


def tell_provider(verb: str, application: Application) -> None:
    """The provider's people hear of it as news about the session: many of them become one mail."""
    session = application.session
    notify(verb, about=session, to=people_of(session.course.provider), actor=application.applicant)


def tell_all(verb: str, session: Session, applicants: list[int]) -> None:
    """Everybody whose application ended with the session."""
    notify(verb, about=session, to=User.objects.filter(pk__in=applicants, is_active=True))


def _of_application(matter: Matter) -> dict[str, Any]:
    application: Application = matter.about
    country = application.country.name if application.country_id else ""
    return _of_session_and(application.session, application.applicant) | {"country": str(country)}


def _of_session(matter: Matter) -> dict[str, Any]:
    return _of_session_and(matter.about, matter.actor)


def _of_session_and(session: Session, person: Any) -> dict[str, Any]:
    """The hours are those of the reader's clock, which is the active one."""
    calendar = reverse("training-session-calendar", args=[session.uuid])
    return {
        "title": session.course.passage("title").text,
        "provider": session.course.provider.name,
        "applicant": person or "",
        "starts": numbers.moment(session.starts_at) if session.starts_at else _("at any time"),
        "calendar": absolute(f"{calendar}?lang={get_language()}"),
    }


def _to_own(session: Session) -> str:
    return reverse("training:applications")


def _to_list(session: Session) -> str:
    return reverse("training:session_applications", args=[session.uuid])


def register_application_news() -> None:
    """Make these kinds of news known."""
    of_session = tuple(f"session__{name}" for name in RELATED)
    for verb, words in OF_APPLICATIONS.items():
        related = (*of_session, "applicant", "country")
        register(Kind(verb=verb, **words._asdict(), values=_of_application, related=related))
    for verb, words in OF_SESSIONS.items():
        register(Kind(verb=verb, **words._asdict(), values=_of_session, related=RELATED, link=_to_own))
    for verb, words in OF_PROVIDERS.items():
        register(Kind(verb=verb, **words._asdict(), values=_of_session, related=RELATED, link=_to_list))

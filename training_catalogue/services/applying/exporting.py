"""The applications to a session as a table, for its provider."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from ...models import Application


def columns() -> list[str]:
    """Headings in the active language."""
    return [
        _("Name"),
        _("E-mail address"),
        _("Organizations"),
        _("Member state"),
        _("State of the application"),
        _("Place on the waiting list"),
        _("Applied at (UTC)"),
        _("Why you want to take part"),
    ]


def application_rows(applications: Any) -> Iterator[list[Any]]:
    """A row per application, in the order of the list."""
    rows = applications.with_number().prefetch_related("applicant__memberships__organization")
    for each in rows:
        person = each.applicant
        bodies = ", ".join(place.organization.name for place in person.memberships.all())
        yield [person.full_name, person.email, bodies, *_said(each)]


def _said(application: Application) -> list[Any]:
    return [
        str(application.country.name) if application.country_id else "",
        str(application.get_state_display()),
        application.number,
        application.applied_at,
        application.motivation,
    ]

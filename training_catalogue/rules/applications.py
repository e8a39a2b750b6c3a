"""Who may do what with an application; nobody decides on their own."""

from network.choices import Role
from network.models import User

from ..choices.applications import APPLICATION_STEPS, ApplicationActor, ApplicationStepRow
from ..models import Application, Session
from .courses import is_staff_manager, speaks_for


def may_apply(user: User) -> bool:
    """Everyone with a role in the portal."""
    return user.is_authenticated and bool(user.grants)


def reads_applications(user: User, session: Session) -> bool:
    """Whether `user` speaks for who gives the session, or keeps the catalogue."""
    return speaks_for(user, session.course.provider) or bool(is_staff_manager(user))


def acts_on(actor: ApplicationActor, user: User, application: Application) -> bool:
    """Whether `user` has the capacity `actor` with regard to `application`."""
    is_own = user.pk == application.applicant_id
    if is_own or actor == ApplicationActor.APPLICANT:
        return is_own and actor == ApplicationActor.APPLICANT
    match actor:
        case ApplicationActor.FOCAL_POINT:
            return application.country_id in user.states(Role.FOCAL_POINT)
        case ApplicationActor.PROVIDER:
            return speaks_for(user, application.session.course.provider)
        case ApplicationActor.STAFF:
            return bool(is_staff_manager(user))
    return False


def steps_for(user: User, application: Application) -> list[ApplicationStepRow]:
    """The rows of the table by which `user` may move `application` from where it is."""
    if not user.is_authenticated:
        return []
    return [
        row
        for row in APPLICATION_STEPS
        if fits(row, application) and any(acts_on(actor, user, application) for actor in row.actors)
    ]


def fits(row: ApplicationStepRow, application: Application) -> bool:
    """Whether a row of the table leads on from where `application` is."""
    return row.source == application.state and row.needs_clearance in (None, application.needs_clearance)

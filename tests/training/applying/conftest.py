"""A university of Chile gives courses; Jamaica's people apply, and the focal point of Chile is outside."""

from typing import Any

import pytest

from network.choices import Role
from network.models import Organization, RoleGrant, User
from tests.factories import CourseFactory, SessionFactory, UserFactory
from training_catalogue.choices import Admission, CourseState
from training_catalogue.models import Application, Session
from training_catalogue.services.applying.way import apply_for


def many_people(number: int) -> list[User]:
    """People with the role of a member, all at once."""
    people = User.objects.bulk_create(
        User(email=f"applicant{each}@example.org", full_name=f"Applicant {each}", password="!")
        for each in range(number)
    )
    RoleGrant.objects.bulk_create(RoleGrant(user=user, role=Role.MEMBER, reason="test") for user in people)
    return people


def session_of(provider: Organization, *, clears: bool = False, **fields: Any) -> Session:
    """A session of a published course that takes applications here."""
    admission = Admission.FOCAL_POINT if clears else Admission.DIRECT
    course = CourseFactory(provider=provider, state=CourseState.PUBLISHED, admission=admission)
    session: Session = SessionFactory(course=course, **{"takes_applications": True} | fields)
    return session


def ask(session: Session, person: User, **more: Any) -> Application:
    """Apply in a few words; for Jamaica where a State clears."""
    if session.course.admission == Admission.FOCAL_POINT:
        more.setdefault("country", jamaica())
    return apply_for(session=session, by=person, motivation="To learn", language="en", **more)


def jamaica() -> Any:
    """The state that clears in these tests."""
    from network.models import MemberState

    return MemberState.objects.get(pk="JM")


@pytest.fixture
def officer(db: None) -> User:
    """An officer of Jamaica, whose clock knows no daylight saving."""
    return UserFactory(full_name="Andre Campbell", time_zone="America/Jamaica", roles=[Role.MEMBER])


@pytest.fixture
def focal_point(db: None) -> User:
    """Clears for Jamaica."""
    return UserFactory(full_name="Marcia Bailey", language="en", roles=[(Role.FOCAL_POINT, "JM")])

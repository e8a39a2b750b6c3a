"""From the catalogue to a seat: an officer of Jamaica in English, a university of Chile in Spanish."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from network.choices import OrganizationKind, Role
from network.search.services import index_objects
from tests.factories import CourseFactory, OrganizationFactory, SessionFactory, UserFactory
from tests.training.conftest import make_editor
from training_catalogue.choices import Admission, CourseState
from training_catalogue.models import Application
from training_catalogue.services.indexing import KIND

from .conftest import check_axe, check_no_overflow, picture

pytestmark = pytest.mark.django_db(transaction=True)


def course_with_two_sessions() -> Any:
    """A course of a university with a grant, which a focal point clears."""
    university = OrganizationFactory(
        name="Universidad del Sur", kind=OrganizationKind.ACADEMIA, state_id="CL"
    )
    course = CourseFactory(
        provider=university, state=CourseState.PUBLISHED, has_grants=True, admission=Admission.FOCAL_POINT
    )
    for _each in range(2):
        SessionFactory(course=course, takes_applications=True, time_zone="America/Santiago")
    index_objects(KIND, [course.pk])
    return course


def test_an_officer_finds_a_course_applies_is_cleared_and_accepted(
    open_browser: Callable[..., Page], signed_in: Callable[[Page, Any], None], faults: list[str]
) -> None:
    course = course_with_two_sessions()
    officer = UserFactory(full_name="Andre Campbell", time_zone="America/Jamaica", roles=[Role.MEMBER])
    page = open_browser("phone")
    signed_in(page, officer)
    page.goto("/en/training/courses/?grants=yes")
    page.locator(f"main a[href='{course.get_absolute_url()}']").first.click()
    page.get_by_role("link", name="Apply here").first.click()
    page.get_by_role("button", name="Send the application").click()
    expect(page.locator("main .error").first).to_be_visible()
    faults.clear()  # the browser notes the 422
    check_axe(page)
    check_no_overflow(page)
    picture(page, "application-form")
    page.get_by_label("Your member state").select_option("JM")
    page.get_by_label("Why you want to take part").fill("I train recruits.")
    page.get_by_label("I meet the entry requirements").check()
    page.get_by_role("button", name="Send the application").click()
    expect(page.get_by_role("heading", name="My application")).to_be_visible()
    check_axe(page)
    focal_point = UserFactory(full_name="Marcia Bailey", roles=[(Role.FOCAL_POINT, "JM")])
    _press(
        open_browser(), focal_point, signed_in, "/en/training/applications/clearing/", "Clear the application"
    )
    session = Application.objects.get().session
    _press(
        open_browser(),
        make_editor(course.provider, "Rosa Soto"),
        signed_in,
        f"/es/training/sessions/{session.uuid}/applications/",
        "Aceptar",
    )
    signed_in(page, officer)
    page.goto("/en/training/applications/")
    expect(page.locator("main .tag").first).to_have_text("Accepted")
    check_axe(page)


def _press(page: Page, person: Any, signed_in: Callable[[Page, Any], None], desk: str, button: str) -> None:
    """Open the applicant on a desk and press a button there."""
    signed_in(page, person)
    page.goto(desk)
    check_axe(page)
    picture(page, f"application-desk-{page.url.split('/')[3]}")
    page.get_by_role("link", name="Andre Campbell").click()
    picture(page, f"application-{page.url.split('/')[3]}")
    page.get_by_role("button", name=button).click()
    expect(page.get_by_role("button", name=button)).to_have_count(0)

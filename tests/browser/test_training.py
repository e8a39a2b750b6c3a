"""From the form to a seat: a university of Chile in Spanish, an officer of Jamaica in English."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from network.choices import OrganizationKind, Role
from tests.factories import OrganizationFactory, UserFactory
from tests.training.conftest import make_editor
from training_catalogue.models import Application, Course

from .conftest import check_axe, check_no_overflow, follow, picture

pytestmark = pytest.mark.django_db(transaction=True)


SESSIONS = (("2027-03-15T09:00", "2027-03-19T17:00"), ("2027-04-12T09:00", "2027-04-16T17:00"))
"""Nine o'clock in Santiago, in the southern summer and after it."""


def enter_the_course(page: Page, faults: list[str]) -> None:
    """A course with a grant, which a focal point clears: what is missing is said, then it is submitted."""
    page.goto("/es/training/desk/")
    check_axe(page)
    check_no_overflow(page)
    picture(page, "provider-desk-empty")
    follow(page.get_by_role("link", name="Registrar un curso").first)
    page.locator("#id_title").fill("Análisis de datos delictivos")
    _send(page, "submit")
    expect(page.locator(".errors")).to_be_visible()
    faults.clear()  # the browser notes the 422
    check_axe(page)
    check_no_overflow(page)
    picture(page, "provider-form-faults")
    expect(page.locator("#id_title")).to_have_value("Análisis de datos delictivos")
    page.locator("#id_summary").fill("Leer y cruzar los datos de la policía y de salud.")
    page.get_by_label("Observatorios", exact=False).first.check()
    for name, value in (("pillar", "prevention"), ("level", "introductory"), ("mode", "blended")):
        page.locator(f"#id_{name}").select_option(value)
    page.locator("input[name=languages][value=es]").check()
    page.locator("#id_fee_amount").fill("1.500,50")
    page.locator("#id_fee_currency").fill("usd")
    page.locator("#id_has_grants").check()
    page.locator("#id_grants_note").fill("Diez becas completas.")
    page.locator("input[name=admission][value=focal_point]").check()
    page.locator("#id_link").fill("https://escuela.example/datos")
    _send(page, "submit")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Análisis de datos delictivos")


def schedule_it(page: Page, faults: list[str]) -> None:
    """Two sessions that take applications here; one that would end before it begins is not taken."""
    for number, (starts, ends) in enumerate(SESSIONS):
        follow(page.locator("a[href$='/sessions/new/']").first)
        page.locator("#id_starts_at").fill(starts)
        page.locator("#id_ends_at").fill(starts.replace("T09", "T08"))
        page.locator("#id_time_zone").select_option("America/Santiago")
        page.locator("#id_seats").fill("20")
        page.locator("#id_takes_applications").check()
        if number == 0:
            follow(page.locator("form .formend button"))
            expect(page.locator("#id_ends_at_error, .error").first).to_be_visible()
            faults.clear()  # the browser notes the 422
            check_axe(page)
            check_no_overflow(page)
            picture(page, "provider-session")
        page.locator("#id_ends_at").fill(ends)
        follow(page.locator("form .formend button"))
        expect(page.locator(".record--course")).to_have_count(number + 1)
    check_axe(page)
    check_no_overflow(page)
    picture(page, "provider-course")


def _send(page: Page, action: str) -> None:
    follow(page.locator(f"button[name=action][value={action}]"))


def test_a_course_is_entered_found_applied_for_cleared_and_accepted(
    open_browser: Callable[..., Page], signed_in: Callable[[Page, Any], None], faults: list[str]
) -> None:
    university = OrganizationFactory(
        name="Universidad del Sur", kind=OrganizationKind.ACADEMIA, state_id="CL", is_verified=True
    )
    editor = make_editor(university, "Rosa Soto")
    desk = open_browser("phone")
    signed_in(desk, editor)
    enter_the_course(desk, faults)
    schedule_it(desk, faults)
    course = Course.objects.get()
    assert (course.fee_amount, course.fee_currency, course.has_grants) == (Decimal("1500.50"), "USD", True)
    manager = UserFactory(full_name="Grace Campbell", language="en", roles=[Role.STAFF_MANAGER])
    signed_in(desk, manager)
    desk.goto(f"/en/training/desk/{course.uuid}/")
    follow(desk.locator("form[action$='/approve/'] button"))
    expect(desk.get_by_role("link", name="The public page")).to_be_visible()
    course.refresh_from_db()
    officer = UserFactory(full_name="Andre Campbell", time_zone="America/Jamaica", roles=[Role.MEMBER])
    page = open_browser("phone")
    signed_in(page, officer)
    page.goto("/en/training/courses/?grants=yes")
    follow(page.locator(f"main a[href='{course.get_absolute_url()}']").first)
    follow(page.get_by_role("link", name="Apply here").first)
    follow(page.get_by_role("button", name="Send the application"))
    expect(page.locator("main .error").first).to_be_visible()
    faults.clear()  # the browser notes the 422
    check_axe(page)
    check_no_overflow(page)
    picture(page, "application-form")
    page.get_by_label("Your member state").select_option("JM")
    page.get_by_label("Why you want to take part").fill("I train recruits.")
    page.get_by_label("I meet the entry requirements").check()
    follow(page.get_by_role("button", name="Send the application"))
    expect(page.get_by_role("heading", name="My application")).to_be_visible()
    check_axe(page)
    focal_point = UserFactory(full_name="Marcia Bailey", roles=[(Role.FOCAL_POINT, "JM")])
    _press(
        open_browser(), focal_point, signed_in, "/en/training/applications/clearing/", "Clear the application"
    )
    session = Application.objects.get().session
    _press(
        open_browser(),
        editor,
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
    follow(page.get_by_role("link", name="Andre Campbell"))
    picture(page, f"application-{page.url.split('/')[3]}")
    follow(page.get_by_role("button", name=button))
    expect(page.get_by_role("button", name=button)).to_have_count(0)

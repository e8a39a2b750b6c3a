"""People come in by the right door, in a real browser, each in the own language, letters included."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pikepdf
import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.mail import EmailMessage
from django.utils import timezone
from playwright.sync_api import Page, expect

from network.choices import Role
from network.models import RoleGrant, User
from network.notifications.models import OutboxEntry
from network.notifications.services import run_entry

from ..factories import UserFactory
from ..factories.people import PASSWORD
from .conftest import check_axe, check_no_overflow, follow, picture

pytestmark = pytest.mark.django_db(transaction=True)
PASSPHRASE = "a long and quiet passphrase"


def letters() -> list[EmailMessage]:
    """Send what has been promised; the letters so far."""
    for entry in OutboxEntry.objects.filter(queue="mail", state="waiting").order_by("pk"):
        run_entry(entry_id=entry.pk)
    return mail.outbox


def link_to(address: str, path: str) -> str:
    """The path of the last link with `path` that was written to `address`."""
    bodies = [letter.body for letter in letters() if address in letter.to[0]]
    words = " ".join(bodies).split()
    return "/" + [word for word in words if path in word][-1].split("/", 3)[3]


def give_key(page: Page) -> None:
    """Put a virtual authenticator with a fingerprint into the browser."""
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def sign_in(page: Page, user: User, password: str = PASSWORD) -> None:
    """By the page, with the password."""
    page.goto("/en/accounts/login/")
    page.fill("[name=login]", user.email)
    page.fill("[name=password]", password)
    page.click("form.entry button.btn >> nth=0")
    page.wait_for_url("**/me/**")


def confirm_password(page: Page) -> None:
    """What stands before granting, where the password was given too long ago."""
    if "reauthenticate" in page.url:
        page.fill("[name=password]", PASSWORD)
        follow(page.locator("main form button[type=submit]"))


def join(page: Page, path: str, time_zone: str) -> None:
    """Open the invitation, look at it, make the account."""
    page.goto(path)
    check_axe(page)
    check_no_overflow(page)
    page.select_option("[name=time_zone]", time_zone)
    page.fill("[name=password]", PASSPHRASE)
    page.click("main form button")
    page.wait_for_url("**/welcome/")


def test_the_focal_point_of_jamaica_comes_in_and_hands_over_a_year_later(  # noqa: PLR0915 - one long story
    open_browser: Callable[..., Page], tmp_path: Any
) -> None:
    manager = UserFactory(full_name="Thomas Grant", roles=[Role.STAFF_MANAGER])
    staff = open_browser()
    sign_in(staff, manager)
    staff.goto("/en/staff/invitations/")
    confirm_password(staff)
    check_axe(staff)
    picture(staff, "staff-invitations")
    staff.fill("[name=full_name]", "Marcia Campbell")
    staff.fill("[name=email]", "marcia@example.org")
    staff.select_option("[name=role]", "focal_point")
    staff.select_option("[name=state]", "JM")
    staff.check("[name=is_principal]")
    staff.fill("[name=reason]", "Note 12/2026")
    staff.click("text=Send the invitation")
    expect(staff.locator("[role=status]")).to_contain_text("on its way")

    phone = open_browser("phone")
    give_key(phone)
    join(phone, link_to("marcia@example.org", "/invitations/"), "America/Jamaica")
    picture(phone, "welcome-phone")
    follow(phone.locator("text=Set a passkey"))
    check_axe(phone)
    phone.check("[name=passwordless]")
    phone.click("#mfa_webauthn_add")
    phone.wait_for_url("**/recovery-codes/**")
    check_axe(phone)
    picture(phone, "recovery-codes-phone")
    marcia = User.objects.get(email="marcia@example.org")
    kinds = set(Authenticator.objects.filter(user=marcia).values_list("type", flat=True))
    assert kinds == {"webauthn", "recovery_codes"}

    phone.goto("/en/accounts/logout/")
    follow(phone.locator("main form button"))
    phone.goto("/en/accounts/login/")
    phone.click("#passkey_login")
    phone.wait_for_url("**/me/**")

    phone.goto("/en/me/contributors/")
    phone.fill("[name=email]", "devon@example.org")
    phone.fill("[name=full_name]", "Devon Brown")
    follow(phone.locator("text=Send the invitation"))
    check_axe(phone)
    desk = open_browser()
    join(desk, link_to("devon@example.org", "/invitations/"), "America/Jamaica")
    assert User.objects.get(email="devon@example.org").has_role(Role.CONTRIBUTOR, state="JM")

    year_ago = timezone.now() - timedelta(days=366)
    grants = RoleGrant.objects.filter(user=marcia)
    grants.update(starts_at=year_ago, attestation_due_on=timezone.localdate() - timedelta(days=1))
    phone.goto("/en/me/settings/roles/")
    expect(phone.locator("main")).to_contain_text("Please confirm")
    picture(phone, "roles-phone")
    follow(phone.locator("text=Hand over to a successor"))
    check_axe(phone)
    letter = tmp_path / "letter.pdf"
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(letter)
    phone.fill("[name=full_name]", "Andre Reid")
    phone.fill("[name=email]", "andre@example.org")
    phone.set_input_files("[name=letter]", letter)
    phone.click("text=Send to the Secretariat")
    expect(phone.locator("[role=status]")).to_contain_text("checks the letter")

    staff.goto("/en/staff/hand-overs/")
    follow(staff.locator("text=Andre Reid"))
    confirm_password(staff)
    check_axe(staff)
    staff.click("text=The letter is in order: invite")
    staff.wait_for_url("**/hand-overs/")
    successor = open_browser()
    join(successor, link_to("andre@example.org", "/invitations/"), "America/Jamaica")
    assert User.objects.get(email="andre@example.org").has_role(Role.FOCAL_POINT, state="JM")
    phone.goto("/en/me/contributors/")
    assert "login" in phone.url  # signed out with the role
    assert not User.objects.get(pk=marcia.pk).grants


def test_a_member_of_an_ngo_registers_in_portuguese_and_needs_a_second_step_only_for_a_role(
    open_browser: Callable[..., Page], settings: Any
) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    visitor = open_browser("phone")
    visitor.goto("/pt/register/")
    check_axe(visitor)
    check_no_overflow(visitor)
    picture(visitor, "register-phone")
    visitor.fill("[name=full_name]", "Conceição Araújo")
    visitor.fill("[name=email]", "conceicao@example.org")
    visitor.fill("[name=organization_name]", "Instituto da Paz")
    visitor.select_option("[name=organization_kind]", "civil_society")
    visitor.select_option("[name=organization_state]", "BR")
    visitor.fill("[name=motivation]", "Prevenção nas escolas.")
    visitor.click("main form button")
    visitor.wait_for_url("**/thank-you/")
    check_axe(visitor)
    assert letters()[-1].to == ["conceicao@example.org"]
    assert 'lang="pt"' in letters()[-1].alternatives[0][0]

    manager = UserFactory(full_name="Thomas Grant", roles=[Role.STAFF_MANAGER])
    staff = open_browser()
    sign_in_to_second_step(staff, manager)
    staff.goto("/en/staff/registrations/")
    follow(staff.locator("text=Conceição Araújo"))
    check_axe(staff)
    picture(staff, "registration")
    staff.click("text=Approve")
    staff.wait_for_url("**/registrations/")

    path = link_to("conceicao@example.org", "/invitations/")
    assert path.startswith("/pt/")
    join(visitor, path, "America/Sao_Paulo")
    visitor.goto("/pt/me/")
    assert visitor.url.endswith("/pt/me/")  # a member is not asked for a second step

    person = User.objects.get(email="conceicao@example.org")
    staff.goto(f"/en/staff/people/{person.pk}/")
    confirm_password(staff)
    staff.select_option("[name=role]", "reviewer")
    staff.fill("[name=reason]", "Decision 7/2026")
    staff.click("main button:has-text('Grant')")
    expect(staff.locator("[role=status]")).to_contain_text("granted")
    visitor.goto("/pt/me/")
    assert "/pt/accounts/login/" in visitor.url
    visitor.fill("[name=login]", person.email)
    visitor.fill("[name=password]", PASSPHRASE)
    visitor.click("form.entry button.btn >> nth=0")
    visitor.wait_for_url("**/accounts/2fa/**")
    check_axe(visitor)
    picture(visitor, "second-step-phone")


def sign_in_to_second_step(page: Page, user: User) -> None:
    """A staff manager with a passkey set up on the way in."""
    give_key(page)
    page.goto("/en/accounts/login/")
    page.fill("[name=login]", user.email)
    page.fill("[name=password]", PASSWORD)
    page.click("form.entry button.btn >> nth=0")
    page.wait_for_url("**/accounts/2fa/**")
    check_axe(page)
    page.goto("/en/accounts/2fa/webauthn/add/")
    confirm_password(page)
    page.click("#mfa_webauthn_add")
    page.wait_for_url("**/recovery-codes/**")

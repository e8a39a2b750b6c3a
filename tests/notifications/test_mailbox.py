"""Mail of the embedded set-up lands in a folder, a file each, and is read on pages that no mail can harm."""

import importlib
import re

import pytest
from django.core.mail import EmailMultiAlternatives, get_connection
from django.urls import clear_url_caches

from network.notifications.mailbox import stored_mail, stored_mails

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(settings, tmp_path):
    """An empty folder for mails, and the pages that show it."""
    from network.config import urls

    settings.EMAIL_FILE_PATH = tmp_path / "mail"
    settings.EMAIL_BACKEND = "network.notifications.mailbox.MailboxBackend"
    settings.DEBUG = True
    importlib.reload(urls)
    clear_url_caches()
    yield settings.EMAIL_FILE_PATH
    settings.DEBUG = False
    importlib.reload(urls)
    clear_url_caches()


def drop(subject: str = "Año nuevo", html: str = "<head></head><p>Hola, <b>año</b></p>") -> str:
    message = EmailMultiAlternatives(
        subject, "Hola,\naño: http://localhost:8000/es/", "a@example.org", ["b@example.org"]
    )
    message.attach_alternative(html, "text/html")
    assert get_connection().send_messages([message]) == 1
    return stored_mails()[0].name


def test_each_mail_is_a_whole_file_that_others_may_not_read(folder):
    name = drop()
    assert [file.name for file in folder.iterdir()] == [f"{name}.eml"]
    assert folder.stat().st_mode & 0o077 == 0


def test_a_mail_is_read_in_both_forms(client, folder):
    name = drop()
    assert "Año nuevo" in client.get("/dev/mail/").content.decode()
    page = client.get(f"/dev/mail/{name}/").content.decode()
    assert "año:" in page
    assert 'href="http://localhost:8000/es/"' in page
    assert re.search(r'<iframe[^>]* sandbox="[^"]*"', page)
    assert "allow-scripts" not in page


def test_the_html_of_a_mail_stands_alone_in_a_sandbox(client, folder):
    name = drop(html="<head></head><script>alert(1)</script><img src=x onerror=alert(1)>")
    answer = client.get(f"/dev/mail/{name}/html/")
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "sandbox" in policy
    assert "script-src" not in policy
    assert "allow-scripts" not in policy
    assert answer["X-Frame-Options"] == "SAMEORIGIN"


def test_mails_are_found_by_recipient_and_go_on_behind_a_link(client, folder):
    for number in range(52):
        drop(f"Nummer {number}")
    html = client.get("/dev/mail/").content.decode()
    assert "Nummer 51" in html
    assert "Nummer 1<" not in html
    older = re.search(r'href="(\?before=[^"]+)"', html)
    assert older
    assert "Nummer 1<" in client.get(f"/dev/mail/{older[1]}").content.decode()
    assert "Nummer" not in client.get("/dev/mail/?to=nobody").content.decode()


@pytest.mark.parametrize("name", ["..", "../../etc/passwd", "1-2", "x" * 300])
def test_names_that_are_none_lead_nowhere(client, folder, name):
    assert stored_mail(name) is None
    assert client.get(f"/dev/mail/{name}/").status_code == 404


def test_a_broken_file_does_not_hide_the_others(client, folder):
    drop()
    (folder / "1763772000000000-0123abcd.eml").write_bytes(b"\xff\xfe\x00 not a mail \x80" * 50)
    assert "Año nuevo" in client.get("/dev/mail/").content.decode()
    assert client.get("/dev/mail/1763772000000000-0123abcd/").status_code == 200


def test_in_production_there_are_no_such_pages(client, db):
    assert client.get("/dev/mail/").status_code == 404

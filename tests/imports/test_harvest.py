"""A provider's list at an address, served by a real site on this machine, and what comes of it."""

import gzip
import http.server
import json
import threading
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from network.imports.choices import ImportState
from network.imports.models import Import, SourceLink
from network.imports.services.taking import take_import
from network.models import Organization, User
from network.notifications.models import Notification, OutboxEntry
from tests.factories import CourseFactory
from training_catalogue.choices import CourseState
from training_catalogue.models import Course, HarvestSource
from training_catalogue.services import following, way
from training_catalogue.services.harvesting import running, sources

pytestmark = pytest.mark.django_db
DEFAULTS = {
    "topics": ["youth"],
    "pillar": "prevention",
    "level": "introductory",
    "mode": "blended",
    "languages": ["es"],
    "time_zone": "America/Lima",
}


class Site(http.server.BaseHTTPRequestHandler):
    """Sends what the test has put there; counts, and remembers the marks that it was asked with."""

    body: bytes = b""
    kind = "application/ld+json"
    status = 200
    etag = ""
    more: dict[str, str] = {}
    sent = 0
    asked: list[str | None] = []

    def do_GET(self) -> None:
        Site.asked.append(self.headers.get("If-None-Match"))
        if self.path == "/endless":
            self._endless()
            return
        if self.etag and self.headers.get("If-None-Match") == self.etag:
            self.send_response(304)
            self.end_headers()
            return
        self.send_response(self.status)
        self.send_header("Content-Type", self.kind)
        self.send_header("Content-Length", str(len(self.body)))
        if self.etag:
            self.send_header("ETag", self.etag)
        for name, value in self.more.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(self.body)

    def _endless(self) -> None:
        """Fifty megabytes whose length is not said."""
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        with suppress(OSError):  # who reads it has had enough
            for _ in range(800):
                self.wfile.write(b" " * 65_536)
                Site.sent += 65_536

    def log_message(self, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture
def site(settings: Any) -> Iterator[str]:
    """Its address on this machine, which is let in here."""
    settings.LINK_CHECK_ALLOWS_LOOPBACK = True
    Site.body, Site.kind, Site.status, Site.etag, Site.more = b"", "application/ld+json", 200, "", {}
    Site.sent, Site.asked = 0, []
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def source(site: str, university: Organization, editor: User) -> HarvestSource:
    """The university's list; something of it is published already."""
    CourseFactory(provider=university, state=CourseState.PUBLISHED)
    return sources.add_source(
        provider=university, by=editor, address=f"{site}/courses", language="es", defaults=DEFAULTS
    )


def course(number: int, **more: Any) -> dict[str, Any]:
    run = {
        "@type": "CourseInstance",
        "courseMode": "Online",
        "startDate": "2031-03-03T09:00:00-05:00",
        "endDate": "2031-03-07",
        "location": {"@type": "Place", "name": "Lima"},
        "maximumAttendeeCapacity": 20,
    }
    return {
        "@type": "Course",
        "courseCode": f"C-{number}",
        "name": f"Curso {number}",
        "description": "<p>Leer &amp; cruzar</p>",
        "url": f"https://u.example/{number}",
        "hasCourseInstance": [run],
    } | more


def send(*courses: dict[str, Any], page: bool = False) -> None:
    data = json.dumps({"@context": "https://schema.org", "@graph": list(courses)})
    Site.body = data.encode()
    if page:
        block = f'<script type="application/ld+json">{data}</script>'
        Site.body, Site.kind = f"<!doctype html><html><head>{block}</head></html>".encode(), "text/html"


def read(source: HarvestSource) -> HarvestSource:
    """One harvest with the work that it promises."""
    running.harvest(source=source.pk)
    for batch in Import.objects.filter(state=ImportState.TAKING):
        take_import(batch=batch.pk)
    source.refresh_from_db()
    return source


def harvested() -> list[Course]:
    return list(Course.objects.exclude(source_key="").order_by("source_key"))


@pytest.mark.parametrize("page", [False, True])
def test_courses_of_a_file_or_a_page_come_in_with_their_runs(source: HarvestSource, page: bool) -> None:
    send(course(1, about=["Data and observatories"], isAccessibleForFree=True), course(2), page=page)
    assert read(source).fault == ""
    first, second = harvested()
    assert (first.state, first.title_es, first.summary_es) == ("published", "Curso 1", "Leer & cruzar")
    assert [topic.pk for topic in first.topics.all()] == ["data-and-observatories"]
    assert [topic.pk for topic in second.topics.all()] == ["youth"]
    assert (first.is_free, first.mode, first.link) == (True, "online_facilitated", "https://u.example/1")
    session = first.sessions.get()
    assert session.starts_at.isoformat() == "2031-03-03T14:00:00+00:00"
    assert (session.seats, session.place_es, session.time_zone) == (20, "Lima", "America/Lima")
    assert source.entries == 2


def test_our_own_course_pages_are_read_back(source: HarvestSource, client: Client) -> None:
    page = client.get(Course.objects.get().get_absolute_url())
    Site.body, Site.kind = page.content, "text/html; charset=utf-8"
    assert read(source).fault == ""
    assert harvested()[0].title_es == Course.objects.get(source_key="").title_es


def test_csv_is_read_too(source: HarvestSource) -> None:
    Site.kind = "text/csv"
    Site.body = "Título;Resumen;Su referencia;Página del curso\nUno;Texto;1;https://u.example\n".encode()
    read(source)
    assert [each.title_es for each in harvested()] == ["Uno"]


def test_again_nothing_is_made_twice_and_what_has_not_changed_is_not_even_sent(source: HarvestSource) -> None:
    Site.etag = '"one"'
    send(course(1), course(2))
    read(source)
    revision = harvested()[0].revision
    read(source)
    assert Site.asked == [None, '"one"']
    Site.etag = '"two"'
    read(source)
    assert len(harvested()) == 2
    assert harvested()[0].revision == revision
    assert Import.objects.latest("pk").rows.count() == 0


def test_a_course_that_changes_in_many_ways_is_indexed_once(source: HarvestSource, monkeypatch: Any) -> None:
    send(course(1), course(2))
    read(source)
    calls: list[list[int]] = []
    index_objects = following.index_objects

    def count(kind: str, ids: list[int]) -> None:
        calls.append(sorted(ids))
        index_objects(kind, ids)

    monkeypatch.setattr(following, "index_objects", count)
    run = {"@type": "CourseInstance", "startDate": "2031-09-01", "endDate": "2031-09-02", "identifier": "x"}
    send(course(1, name="Uno", hasCourseInstance=[run, run | {"identifier": "y"}]), course(2, name="Dos"))
    read(source)
    assert calls == [sorted(each.pk for each in harvested())]
    assert [each.title_es for each in harvested()] == ["Uno", "Dos"]
    assert harvested()[0].sessions.count() == 3


def test_a_harvest_that_is_killed_while_it_reads_begins_anew(source: HarvestSource, monkeypatch: Any) -> None:
    send(*(course(number) for number in range(5)))
    monkeypatch.setattr(running, "CHUNK", 2)
    keep, calls = running._keep, []

    def dies(*args: Any) -> None:
        calls.append(1)
        if len(calls) == 2:
            raise KeyboardInterrupt
        keep(*args)

    monkeypatch.setattr(running, "_keep", dies)
    with pytest.raises(KeyboardInterrupt):
        running.harvest(source=source.pk)
    assert (Import.objects.get().rows_all, Import.objects.get().rows_done) == (5, 2)
    read(source)
    assert len(harvested()) == 5
    assert Import.objects.get().state == ImportState.DONE


def test_what_was_changed_here_stays_until_the_list_may_speak_again(
    source: HarvestSource, editor: User, client: Client
) -> None:
    send(course(1))
    read(source)
    way.save_course(course=harvested()[0], by=editor, title_es="Nuestro título")
    send(course(1, name="Curso uno", description="Nuevo."))
    read(source)
    assert (harvested()[0].title_es, harvested()[0].summary_es) == ("Nuestro título", "Nuevo.")
    client.force_login(editor)
    assert "Let the list speak again" in client.get(source.get_absolute_url()).content.decode()
    link = SourceLink.objects.get()
    client.post(f"{source.get_absolute_url()}give-back/", {"link": link.pk})
    read(source)
    assert harvested()[0].title_es == "Curso uno"
    assert "Let the list speak again" not in client.get(source.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("body", "kind", "status", "fault"),
    [
        (b"<!doctype html><title>Hello</title>", "text/html", 200, "page"),
        (b"", "application/ld+json", 200, "empty"),
        (b'{"@graph": []}', "application/ld+json", 200, "empty"),
        (b'{"@type": "Person"}', "application/json", 200, "empty"),
        (b'{"@type": "Course", ', "application/ld+json", 200, "garbage"),
        (b"\x00\x01\x02 nothing", "application/json", 200, "garbage"),
        (b"a;b\n1;2\n", "text/csv", 200, "sheet"),
        ("Título\nUñó\n".encode("latin-1"), "text/csv", 200, "encoding"),
        (b"gone", "text/plain", 404, "status"),
        (b"[" * 5000, "application/json", 200, "garbage"),
        (b"x" * (6 * 1024 * 1024), "application/json", 200, "size"),
    ],
)
def test_what_cannot_be_read_is_said_and_the_old_entries_stay(
    body: bytes, kind: str, status: int, fault: str, source: HarvestSource, editor: User, client: Client
) -> None:
    send(course(1))
    read(source)
    before = Course.objects.values().get(source_key="C-1")
    Site.body, Site.kind, Site.status = body, kind, status
    assert read(source).fault == fault
    assert Course.objects.values().get(source_key="C-1") == before
    client.force_login(editor)
    page = client.get(source.get_absolute_url()).content.decode()
    assert source.get_fault_display() in page
    told = Notification.objects.filter(verb="training.harvest_fault", recipient=editor)
    assert told.count() == (0 if fault == "status" else 1)
    read(source)
    assert told.count() == (0 if fault == "status" else 1)
    HarvestSource.objects.update(failing_since=timezone.now() - timedelta(days=2))
    read(source)
    assert told.exists()
    send(course(1))
    Site.kind, Site.status = "application/json", 200
    assert (read(source).fault, source.failing_since) == ("", None)


def test_fifty_megabytes_are_left_while_they_come(source: HarvestSource, site: str) -> None:
    HarvestSource.objects.update(address=f"{site}/endless")
    assert read(source).fault == "size"
    assert Site.sent < 20 * 1024 * 1024


def test_a_packed_bomb_is_counted_as_what_it_becomes(source: HarvestSource) -> None:
    Site.body, Site.more = gzip.compress(bytes(50_000_000)), {"Content-Encoding": "gzip"}
    assert len(Site.body) < 60_000
    assert read(source).fault == "size"


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/", "http://10.0.0.1/", "http://nowhere.invalid/"])
def test_no_address_leads_into_our_own_network(address: str, source: HarvestSource, settings: Any) -> None:
    settings.LINK_CHECK_ALLOWS_LOOPBACK = False
    HarvestSource.objects.update(address=address)
    assert read(source).fault == "site"


def test_duplicates_come_in_once_and_are_said(source: HarvestSource, editor: User, client: Client) -> None:
    send(course(1), course(1, name="Otra vez"), course(2))
    read(source)
    assert [each.title_es for each in harvested()] == ["Curso 1", "Curso 2"]
    client.force_login(editor)
    page = client.get(Import.objects.latest("pk").get_absolute_url()).content.decode()
    assert "The reference “C-1” stands in an earlier row." in page


def test_a_provider_that_vanishes_keeps_its_entries_which_are_asked_about(
    source: HarvestSource, editor: User, client: Client
) -> None:
    send(course(1), course(2))
    read(source)
    send(course(1))
    read(source)
    assert {each.state for each in harvested()} == {"published"}
    assert SourceLink.objects.get(key="C-2").missing_since == timezone.now().date()
    assert Notification.objects.filter(verb="training.harvest_missing", recipient=editor).count() == 1
    client.force_login(editor)
    assert "Not in the list any more" in client.get(source.get_absolute_url()).content.decode()
    read(source)
    assert Notification.objects.filter(verb="training.harvest_missing").count() == 1
    send(course(1), course(2))
    read(source)
    assert not SourceLink.objects.filter(missing_since__isnull=False).exists()


def test_what_the_list_still_names_is_confirmed_by_it(source: HarvestSource) -> None:
    send(course(1), course(2))
    read(source)
    long_ago = timezone.now().date() - timedelta(days=380)
    Course.objects.update(confirmed_on=long_ago, reminded_on=long_ago)
    send(course(1))
    read(source)
    first, second = harvested()
    assert (first.confirmed_on, first.reminded_on) == (timezone.now().date(), None)
    assert (second.confirmed_on, second.reminded_on) == (long_ago, long_ago)


def test_rows_with_faults_are_named_and_do_not_hinder_the_others(
    source: HarvestSource, editor: User, client: Client
) -> None:
    send(
        course(1, url="", name="x" * 10), course(2), course(3, offers={"price": "-5", "priceCurrency": "USD"})
    )
    read(source)
    assert [each.source_key for each in harvested()] == ["C-2"]
    client.force_login(editor)
    page = client.get(Import.objects.latest("pk").get_absolute_url()).content.decode()
    assert "<b>Page of the course</b>: Give a page or an e-mail address" in page


def test_nobody_behind_it_means_that_nothing_is_read(source: HarvestSource, editor: User) -> None:
    send(course(1))
    editor.role_grants.update(revoked_at=timezone.now())
    HarvestSource.objects.filter(pk=source.pk).update(by=User.objects.get(pk=editor.pk))
    assert read(source).fault == "nobody"
    assert harvested() == []


def test_the_clock_promises_each_list_once_a_day(source: HarvestSource) -> None:
    OutboxEntry.objects.all().delete()
    assert running.promise_due() == 0
    HarvestSource.objects.update(next_at=timezone.now() - timedelta(minutes=1))
    assert running.promise_due() == 1
    assert running.promise_due() == 0
    assert OutboxEntry.objects.filter(task="training.harvest").count() == 1


def test_a_list_is_named_changed_stopped_and_forgotten_by_the_page(
    site: str, client: Client, editor: User, university: Organization
) -> None:
    client.force_login(editor)
    data = {"provider": university.pk, "address": f"{site}/c", "language": "es", "time_zone": "America/Lima"}
    data |= {"admission": "direct"}
    answer = client.post("/en/training/desk/sources/new/", data)
    assert answer.status_code == 302
    source = HarvestSource.objects.get()
    again = client.post("/en/training/desk/sources/new/", data)
    assert "named already" in again.content.decode()
    page = source.get_absolute_url()
    answer = client.post(f"{page}edit/", data | {"pillar": "police", "topics": ["youth"]})
    assert answer.status_code == 302
    source.refresh_from_db()
    assert source.defaults["topics"] == ["youth"]
    for verb, is_on in (("stop", False), ("start", True)):
        client.post(f"{page}{verb}/")
        assert HarvestSource.objects.get().is_on == is_on
    client.post(f"{page}remove/")
    assert not HarvestSource.objects.exists()


def test_an_outsider_knows_nothing_of_a_list(
    source: HarvestSource, client: Client, outside_editor: User
) -> None:
    client.force_login(outside_editor)
    page = source.get_absolute_url()
    assert client.get(page).status_code == 404
    for path in ("edit/", "read/", "stop/", "remove/", "give-back/"):
        assert client.post(f"{page}{path}").status_code == 404
    assert HarvestSource.objects.get().is_on


@pytest.mark.parametrize("count", [1, 3])
def test_the_pages_ask_as_often_for_three_as_for_one(
    count: int, source: HarvestSource, client: Client, editor: User, django_assert_max_num_queries: Any
) -> None:
    send(*(course(number) for number in range(count)))
    read(source)
    for each in harvested():
        way.save_course(course=each, by=editor, hours=9)
    send(*(course(number, timeRequired="PT30H") for number in range(count)))
    read(source)
    client.force_login(editor)
    for path in (source.get_absolute_url(), "/es/training/desk/sources/"):
        client.get(path)
        with django_assert_max_num_queries(10):
            client.get(path)


def test_pages_stand_in_four_languages(source: HarvestSource, client: Client, editor: User) -> None:
    client.force_login(editor)
    for language in ("en", "es", "fr", "pt"):
        for path in ("", "new/", f"{source.uuid}/", f"{source.uuid}/edit/"):
            assert client.get(f"/{language}/training/desk/sources/{path}").status_code == 200

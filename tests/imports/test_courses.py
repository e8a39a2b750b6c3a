"""Courses from a table: handed in, looked at, taken over; again, brought up to date."""

import datetime as dt
import io
from typing import Any

import pytest
from django.test import Client
from django.utils import translation
from openpyxl import Workbook, load_workbook

from network.imports.choices import ImportState, Outcome, Verdict
from network.imports.models import Import, ImportRow, SourceLink
from network.imports.registry import find
from network.imports.services import taking
from network.imports.services.looking import read_import
from network.imports.services.taking import take_import
from network.imports.services.templates import blank_workbook
from network.imports.services.workbook import UnreadableError, read_workbook
from network.l10n.models import Translation
from network.models import Organization, User
from network.notifications.models import OutboxEntry
from tests.factories import CourseFactory
from training_catalogue.choices import CourseState, SessionState
from training_catalogue.models import Course, Session
from training_catalogue.services import way
from training_catalogue.services.importing import publish_waiting

from .sheets import upload, with_entry, with_sheet, workbook

pytestmark = pytest.mark.django_db
NEW = "/en/imports/training.courses/new/"
HEAD = ("Your reference", "Title", "Summary", "Topics", "Ministerial area", "Level", "Mode")
HEAD += ("Languages of instruction", "Page of the course", "Hours in all", "Free of charge")
ROW = ("A-1", "Análisis de datos", "Leer los datos.", "data-and-observatories", "prevention", "Introductory")
ROW += ("En línea con facilitador", "es; en", "https://u.example/a", 40, "sí")
RUNS = ("Your reference", "Begins", "Ends", "Time zone", "Seats", "Open it for application at once")
RUN = ("A-1", dt.datetime.fromisoformat("2031-03-03 09:00"), "2031-03-07 17:00", "America/Lima", 20, "yes")


@pytest.fixture
def known(university: Organization) -> Course:
    """The provider's first course, so that others are published at once."""
    return CourseFactory(provider=university, state=CourseState.PUBLISHED)


def hand_in(
    client: Client, university: Organization, content: bytes, name: str = "t.xlsx", **more: Any
) -> Any:
    data = {"owner": f"organization:{university.pk}", "language": "es", "publish": "publish", **more}
    return client.post(NEW, {**data, "file": upload(content, name)})


def looked_at(client: Client, university: Organization, content: bytes, name: str = "t.xlsx") -> Import:
    answer = hand_in(client, university, content, name)
    assert answer.status_code == 302, answer.content.decode()[-3000:]
    batch = Import.objects.latest("pk")
    read_import(batch=batch.pk)
    batch.refresh_from_db()
    return batch


def taken(client: Client, batch: Import) -> Import:
    assert client.post(f"/en/imports/{batch.uuid}/accept/").status_code == 302
    take_import(batch=batch.pk)
    batch.refresh_from_db()
    return batch


def table(*rows: Any, runs: Any = ()) -> bytes:
    return workbook({"Courses": [HEAD, *rows], "Sessions": [RUNS, *runs]})


@pytest.fixture
def at_work(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


def test_a_table_becomes_courses_with_sessions(
    at_work: Client, university: Organization, known: Course
) -> None:
    batch = looked_at(at_work, university, table(ROW, runs=[RUN]))
    assert (batch.state, batch.rows_all, batch.file.name) == (ImportState.READY, 1, "")
    page = at_work.get(batch.get_absolute_url()).content.decode()
    assert "1 row can be taken over." in page
    assert Course.objects.count() == 1
    assert taken(at_work, batch).state == ImportState.DONE
    course = Course.objects.get(source_key="A-1")
    assert (course.state, course.title_es, course.mode) == (
        "published",
        "Análisis de datos",
        "online_facilitated",
    )
    assert (course.languages, course.hours, course.is_free) == (["es", "en"], 40, True)
    assert [topic.pk for topic in course.topics.all()] == ["data-and-observatories"]
    session = course.sessions.get()
    assert (session.state, session.seats) == (SessionState.OPEN, 20)
    assert session.starts_at.isoformat() == "2031-03-03T14:00:00+00:00"
    assert course.identifier in at_work.get("/en/training/courses/").content.decode()
    assert [step.verb for step in course.steps.all()] == ["start", "submit"]
    words = Translation.objects.filter(root=f"training.course:{course.pk}")
    assert {(row.field, row.is_public) for row in words} == {("title", True), ("summary", True)}
    orders = OutboxEntry.objects.filter(task="l10n.translate", args__key=str(course.pk))
    assert sorted(order.args["language"] for order in orders) == ["en", "fr", "pt"]


def test_the_same_file_twice_makes_nothing_twice(
    at_work: Client, university: Organization, known: Course
) -> None:
    content = table(ROW, (None, *ROW[1:]), runs=[RUN])
    taken(at_work, looked_at(at_work, university, content))
    assert (Course.objects.count(), Session.objects.count()) == (3, 1)
    batch = looked_at(at_work, university, content)
    assert set(batch.rows.values_list("verdict", flat=True)) == {Verdict.SAME}
    answer = at_work.post(f"/en/imports/{batch.uuid}/accept/", follow=True)
    assert "There is no row to take over" in answer.content.decode()
    assert (Course.objects.count(), Session.objects.count()) == (3, 1)


def test_a_later_file_changes_the_entry_but_not_what_was_changed_here(
    at_work: Client, university: Organization, known: Course, editor: User
) -> None:
    taken(at_work, looked_at(at_work, university, table(ROW, runs=[RUN])))
    course = Course.objects.get(source_key="A-1")
    way.save_course(course=course, by=editor, hours=50, title_es="Otro título")
    row = list(ROW)
    row[2], row[9] = "Leer y cruzar los datos.", 60
    batch = looked_at(at_work, university, table(row, runs=[(*RUN[:4], 30, "yes")]))
    assert batch.rows.get().verdict == Verdict.CHANGES
    taken(at_work, batch)
    course.refresh_from_db()
    assert (course.title_es, course.summary_es, course.hours) == (
        "Otro título",
        "Leer y cruzar los datos.",
        50,
    )
    assert course.sessions.get().seats == 30
    assert set(SourceLink.objects.get().kept) == {"hours", "title_es"}
    assert batch.rows.get().outcome == Outcome.CHANGED


def test_every_row_says_what_is_wrong_with_it_at_its_column_in_the_readers_language(
    at_work: Client, university: Organization, known: Course
) -> None:
    bad = list(ROW)
    bad[0], bad[3], bad[4], bad[8], bad[9] = "B-2", "Nothing known", "", "no address", -4
    late = (*RUN[:1], RUN[1], "2031-03-01 17:00", "America/Nowhere", 0, "perhaps")
    batch = looked_at(at_work, university, table(ROW, bad, runs=[late, ("Z-9", *RUN[1:])]))
    assert sorted(batch.rows.values_list("verdict", flat=True)) == ["faulty"] * 3
    page = at_work.get(f"{batch.get_absolute_url()}?rows=faulty").content.decode()
    for words in (
        "<b>Topics</b>: “Nothing known” is not in the list of allowed values.",
        "<b>Ministerial area</b>: This is needed before others read the course.",
        "<b>Page of the course</b>: Enter a valid URL.",
        "<b>Sessions, line 2: Time zone</b>: “America/Nowhere” is not in the list of allowed values.",
        "<b>Sessions, line 2: Open it for application at once</b>: Write yes or no.",
        "<b>Sessions, line 3: Your reference</b>: No row of the first sheet has the reference “Z-9”.",
    ):
        assert words in page
    page = at_work.get(batch.get_absolute_url().replace("/en/", "/es/")).content.decode()
    assert "no está en la lista" in page


def test_a_first_course_goes_to_the_secretariat_and_the_others_follow_it(
    at_work: Client, university: Organization, staff_manager: User
) -> None:
    taken(at_work, looked_at(at_work, university, table(ROW, ("A-2", *ROW[1:]), ("A-3", *ROW[1:]))))
    assert sorted(Course.objects.values_list("state", flat=True)) == ["draft", "draft", "submitted"]
    way.approve_course(course=Course.objects.get(state="submitted"), by=staff_manager)
    assert publish_waiting(provider=university.pk) == 2
    assert set(Course.objects.values_list("state", flat=True)) == {"published"}
    assert publish_waiting(provider=university.pk) == 0


@pytest.mark.parametrize("count", [1, 6])
def test_many_rows_ask_the_database_as_often_as_one(
    count: int, at_work: Client, university: Organization, known: Course, django_assert_max_num_queries: Any
) -> None:
    rows = [(f"A-{number}", *ROW[1:]) for number in range(count)]
    batch = looked_at(at_work, university, table(*rows, runs=[RUN]))
    at_work.post(f"/en/imports/{batch.uuid}/accept/")
    with django_assert_max_num_queries(55):
        take_import(batch=batch.pk)
    assert Course.objects.exclude(source_key="").count() == count


def test_a_row_that_the_database_refuses_is_left_out_alone(
    at_work: Client, university: Organization, known: Course
) -> None:
    Course.objects.update(source_key="A-2")
    batch = taken(
        at_work, looked_at(at_work, university, table(*((f"A-{n}", *ROW[1:]) for n in range(1, 5))))
    )
    assert dict(batch.rows.values_list("key", "outcome")) == {
        "A-1": Outcome.MADE,
        "A-2": Outcome.REFUSED,
        "A-3": Outcome.MADE,
        "A-4": Outcome.MADE,
    }
    assert "perhaps an entry with this reference" in at_work.get(batch.get_absolute_url()).content.decode()
    numbers = Course.objects.filter(source_key__in=["A-1", "A-3", "A-4"]).values_list("identifier", flat=True)
    assert len({number[-4:] for number in numbers}) == 3
    assert batch.state == ImportState.DONE


def test_drafts_are_drafts_when_that_was_chosen(
    at_work: Client, university: Organization, known: Course
) -> None:
    hand_in(at_work, university, table(ROW[:2]), publish="draft")
    batch = Import.objects.get()
    read_import(batch=batch.pk)
    taken(at_work, batch)
    assert Course.objects.get(source_key="A-1").state == CourseState.DRAFT


def test_csv_carries_sessions_in_columns_of_its_own(
    at_work: Client, university: Organization, known: Course
) -> None:
    head = ";".join([*HEAD, "Sessions: Begins", "sesiones: termina", "sessions: time_zone"])
    first = ";".join([*(f'"{cell}"' for cell in ROW), "2031-03-03 09:00", "2031-03-07 17:00", "America/Lima"])
    more = "A-1" + ";" * (len(HEAD) - 1) + ";2031-06-03 09:00;2031-06-07 17:00;America/Lima"
    batch = looked_at(at_work, university, "\r\n".join([head, first, more]).encode("utf-8-sig"), "t.csv")
    assert batch.rows_all == 1
    taken(at_work, batch)
    assert Course.objects.get(source_key="A-1").sessions.count() == 2


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt"])
def test_the_template_is_read_back_in_every_language(
    language: str, at_work: Client, university: Organization, known: Course
) -> None:
    answer = at_work.get(f"/{language}/imports/training.courses/template.xlsx")
    book = load_workbook(io.BytesIO(b"".join(answer.streaming_content)))
    assert len(book.worksheets) == 4
    assert len(book.worksheets[1].data_validations.dataValidation) >= 7
    page = book.worksheets[1]
    cells = dict(zip(HEAD, ROW, strict=True))
    columns = [column.name for column in find("training.courses").layout().main.columns]
    wanted = dict(zip(("code", "title", "summary", "topics", "pillar", "level", "mode"), ROW, strict=False))
    wanted |= {"languages": "es", "link": cells["Page of the course"]}
    for name, value in wanted.items():
        page.cell(2, columns.index(name) + 1, value)
    file = io.BytesIO()
    book.save(file)
    batch = looked_at(at_work, university, file.getvalue())
    assert (batch.state, [row.verdict for row in batch.rows.all()]) == (ImportState.READY, ["new"])


def test_templates_name_no_column_twice() -> None:
    for language in ("en", "es", "fr", "pt"):
        with translation.override(language):
            book = load_workbook(blank_workbook(find("training.courses")))
        for page in book.worksheets[1:3]:
            heads = [cell.value for cell in page[1]]
            assert len(set(heads)) == len(heads), heads


def refusal(client: Client, university: Organization, content: bytes, name: str) -> str:
    answer = hand_in(client, university, content, name)
    assert answer.status_code == 422
    assert not Import.objects.exists()
    return answer.content.decode()


def test_hostile_files_are_refused_at_the_door(at_work: Client, university: Organization) -> None:
    plain = table(ROW)
    macros = with_entry(plain, "xl/vbaProject.bin")
    assert "carries macros" in refusal(at_work, university, macros, "t.xlsx")
    assert "carries macros" in refusal(at_work, university, plain, "t.xlsm")
    assert "grows far too large" in refusal(
        at_work, university, with_entry(plain, "xl/media/x.bin", bytes(60_000_000)), "t.xlsx"
    )
    assert "damaged" in refusal(at_work, university, b"%PDF-1.4 nothing", "t.xlsx")
    assert "program" in refusal(at_work, university, b"MZ\x90\x00" + bytes(200), "t.xlsx")
    assert "The file is empty." in refusal(at_work, university, b"", "t.xlsx")
    assert "not a Word or Excel document" in refusal(at_work, university, with_entry(b"", "a.txt"), "t.xlsx")
    assert "Save the file as XLSX" in refusal(at_work, university, b"\xd0\xcf\x11\xe0" + bytes(99), "t.xls")


def formulas(book: Workbook) -> None:
    book["Courses"]["J2"] = "=1+39"
    book["Courses"]["K2"] = "#REF!"
    book["Courses"].merge_cells("B3:C4")


def test_formulas_and_merged_cells_are_named_at_their_cells(
    at_work: Client, university: Organization
) -> None:
    rows = [(f"A-{number}", *ROW[1:]) for number in range(3)]
    content = workbook({"Courses": [HEAD, *rows]}, formulas)
    batch = looked_at(at_work, university, content)
    page = at_work.get(batch.get_absolute_url()).content.decode()
    assert "<b>Hours in all</b>: There is a formula in this cell." in page
    assert page.count("This cell is merged with others.") == 4


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (workbook({"Other": [["a", "b"], [1, 2]]}), "t.xlsx", "No sheet of this file has the headings"),
        (workbook({"Courses": [HEAD]}), "t.xlsx", "There are no rows below the headings."),
        (with_entry(table(ROW), "xl/externalLinks/externalLink1.xml"), "t.xlsx", "refers to other files"),
        ("Title;Summary\nAnálisis;x".encode("latin-1"), "t.csv", "not text in UTF-8"),
        (b'Title\n"open', "t.csv", "not a CSV table"),
    ],
    ids=["other sheet", "no rows", "other files", "other encoding", "open quote"],
)
def test_what_cannot_be_read_says_why_on_its_page(
    content: bytes, name: str, words: str, at_work: Client, university: Organization
) -> None:
    batch = looked_at(at_work, university, content, name)
    assert batch.state == ImportState.FAILED
    assert words in at_work.get(batch.get_absolute_url()).content.decode()


def test_too_many_rows_are_refused_without_reading_them_all(
    at_work: Client, university: Organization
) -> None:
    content = ("Title\n" + "x\n" * 1_000_000).encode()
    batch = looked_at(at_work, university, content, "t.csv")
    assert (batch.state, batch.fault["code"]) == (ImportState.FAILED, "too_many")


def test_of_a_million_rows_only_the_first_are_read() -> None:
    million = with_sheet(b'<row><c t="n"><v>7</v></c></row>' * 1_000_000)  # nor does the sheet ever end
    assert len(million) < 1_000_000
    (sheet,) = read_workbook(io.BytesIO(million), 50)
    assert (len(sheet.rows), sheet.is_cut) == (51, True)


def test_one_text_in_very_many_cells_does_not_fill_the_memory() -> None:
    row = b"<row>" + b'<c t="s"><v>0</v></c>' * 200 + b"</row>"
    with pytest.raises(UnreadableError) as caught:
        read_workbook(io.BytesIO(with_sheet(row * 2000, b"x" * 20_000)), 50_000)
    assert caught.value.fault == {"code": "large"}


def test_what_is_killed_goes_on_where_it_was(
    at_work: Client, university: Organization, known: Course, monkeypatch: Any
) -> None:
    rows = [(f"A-{number}", *ROW[1:]) for number in range(5)]
    batch = looked_at(at_work, university, table(*rows))
    at_work.post(f"/en/imports/{batch.uuid}/accept/")
    monkeypatch.setattr(taking, "CHUNK", 2)
    calls = []

    def dies(*args: Any) -> None:
        calls.append(1)
        note_links(*args)
        if len(calls) == 2:
            raise KeyboardInterrupt

    note_links = taking.note_links
    monkeypatch.setattr(taking, "note_links", dies)
    with pytest.raises(KeyboardInterrupt):
        take_import(batch=batch.pk)
    batch.refresh_from_db()
    assert (batch.rows_done, Course.objects.count(), SourceLink.objects.count()) == (2, 3, 2)
    take_import(batch=batch.pk)
    batch.refresh_from_db()
    assert (batch.state, batch.rows_done, Course.objects.count()) == (ImportState.DONE, 5, 6)


def test_an_import_can_be_cancelled(at_work: Client, university: Organization) -> None:
    batch = looked_at(at_work, university, table(ROW))
    at_work.post(f"/en/imports/{batch.uuid}/cancel/")
    at_work.post(f"/en/imports/{batch.uuid}/accept/")
    take_import(batch=batch.pk)
    batch.refresh_from_db()
    assert (batch.state, Course.objects.count()) == (ImportState.CANCELLED, 0)


def test_an_outsider_neither_sees_nor_takes_nor_hands_in(
    client: Client, at_work: Client, university: Organization, outside_editor: User
) -> None:
    batch = looked_at(at_work, university, table(ROW))
    client.force_login(outside_editor)
    assert client.get(batch.get_absolute_url()).status_code == 404
    for verb in ("accept", "cancel"):
        assert client.post(f"/en/imports/{batch.uuid}/{verb}/").status_code == 404
    assert hand_in(client, university, table(ROW)).status_code == 422
    assert (Import.objects.count(), ImportRow.objects.count(), Course.objects.count()) == (1, 1, 0)


@pytest.mark.parametrize("count", [1, 3])
def test_the_preview_asks_as_often_for_three_rows_as_for_one(
    count: int, at_work: Client, university: Organization, known: Course, django_assert_max_num_queries: Any
) -> None:
    rows = [(f"A-{number}", *ROW[1:4], "", *ROW[5:]) for number in range(count)]
    batch = looked_at(at_work, university, table(*rows))
    at_work.get(batch.get_absolute_url())
    with django_assert_max_num_queries(11):
        at_work.get(batch.get_absolute_url())
    with django_assert_max_num_queries(9):
        at_work.get("/en/imports/")


def test_pages_stand_in_four_languages(at_work: Client, university: Organization, known: Course) -> None:
    batch = looked_at(at_work, university, table(ROW))
    for language in ("en", "es", "fr", "pt"):
        for path in ("", "training.courses/new/", f"{batch.uuid}/"):
            assert at_work.get(f"/{language}/imports/{path}").status_code == 200
        assert at_work.get(f"/{language}/imports/training.courses/template.csv").status_code == 200

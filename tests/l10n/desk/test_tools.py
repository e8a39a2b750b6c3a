"""Glossary and memory: searched, edited, out and in as CSV."""

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from network.l10n.models import GlossaryTerm, MemorySegment
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def table(text: str | bytes, name: str = "table.csv") -> dict[str, SimpleUploadedFile]:
    return {"file": SimpleUploadedFile(name, text if isinstance(text, bytes) else text.encode())}


@pytest.fixture
def term(db: None) -> GlossaryTerm:
    return GlossaryTerm.objects.create(key="t-risk", en="zone of risk", es="zona de riesgo", note="=1+1")


def test_a_term_is_found_in_any_language(desk, term):
    assert "zona de riesgo" in desk.get("/en/translations/glossary/?q=ZONE OF").content.decode()
    assert "zona de riesgo" not in desk.get("/en/translations/glossary/?q=nowhere").content.decode()


def test_a_reviser_edits_and_adds_terms_and_a_focal_point_reads_only(
    desk, client, term, reviser, focal_point
):
    data = {"en": "risk zone", "es": "zona de riesgo", "fr": "zone à risque", "pt": "", "note": ""}
    assert desk.post("/en/translations/glossary/t-risk/", data).status_code == 302
    term.refresh_from_db()
    assert (term.en, term.changed_by) == ("risk zone", reviser)
    assert desk.post("/en/translations/glossary/new/", {"key": "t-new", "en": "new"}).status_code == 422
    desk.post("/en/translations/glossary/new/", {"key": "t-new", "en": "new", "pt": "novo"})
    assert GlossaryTerm.objects.get(key="t-new").pt == "novo"
    client.force_login(focal_point)
    assert client.get("/en/translations/glossary/").status_code == 200
    assert client.post("/en/translations/glossary/t-risk/", data | {"en": "x"}).status_code == 404


def test_only_staff_managers_take_terms_out_and_import(desk, term, manager):
    assert desk.post("/en/translations/glossary/t-risk/remove/").status_code == 404
    for path in ("glossary", "memory"):
        assert desk.get(f"/en/translations/{path}/import/").status_code == 404
    desk.force_login(manager)
    assert desk.post("/en/translations/glossary/t-risk/remove/").status_code == 302
    assert not GlossaryTerm.objects.filter(key="t-risk").exists()


def test_what_goes_out_as_csv_comes_in_again_and_no_cell_is_a_formula(client, term, manager):
    client.force_login(manager)
    out = b"".join(client.get("/en/translations/glossary/export/").streaming_content).decode("utf-8-sig")
    cells = next(row for row in csv.DictReader(io.StringIO(out)) if row["key"] == "t-risk")
    assert cells["note"] == "'=1+1"
    GlossaryTerm.objects.all().delete()
    preview = client.post("/en/translations/glossary/import/", table(out))
    assert preview.context["counts"]["faulty"] == 0
    assert GlossaryTerm.objects.count() == 0
    client.post("/en/translations/glossary/import/", {"table": preview.context["table"]})
    assert GlossaryTerm.objects.get(key="t-risk").note == "=1+1"


def test_rows_with_faults_are_named_and_left_out(client, manager):
    client.force_login(manager)
    text = (
        "key;en;es;keep\nt-one;one;uno;yes\nbad key;a;b;\nt-two;two;;\nt-one;one;otro;\n"
        f"t-three;three;tres;perhaps\nt-four;{'x' * 300};cuatro;\n"
    )
    preview = client.post("/en/translations/glossary/import/", table(text))
    errors = {item["row"].line: item["row"].errors for item in preview.context["rows"]}
    assert errors[2] == []
    assert all(errors[line] for line in (3, 4, 5, 6, 7))
    client.post("/en/translations/glossary/import/", {"table": text})
    assert list(GlossaryTerm.objects.filter(key__startswith="t-").values_list("key", "keep")) == [
        ("t-one", True)
    ]


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe\x00",
        b"",
        b"no,columns\n1,2",
        b'key,en\n"open',
        b"key\x00,en\n",
        b"key,en\n" + b"x" * 1_000_001,
    ],
)
def test_what_is_no_table_is_refused_with_a_reason(client, manager, content):
    client.force_login(manager)
    answer = client.post("/en/translations/glossary/import/", table(content))
    assert answer.status_code == 422
    assert answer.context["form"].errors["file"]


def test_the_memory_goes_out_and_in(client, manager):
    client.force_login(manager)
    text = (
        "source_language,target_language,source,text\n"
        "fr,es,Bonjour à tous,Hola a todos\nfr,fr,a,b\nxx,es,a,b\nfr,es,,b\n"
    )
    preview = client.post("/en/translations/memory/import/", table(text))
    assert (preview.context["counts"]["good"], preview.context["counts"]["faulty"]) == (1, 3)
    client.post("/en/translations/memory/import/", {"table": text})
    assert MemorySegment.objects.get().text == "Hola a todos"
    assert (
        "Hola a todos"
        in client.get("/en/translations/memory/?q=bonjour&source=fr&target=es").content.decode()
    )
    assert "Hola a todos" not in client.get("/en/translations/memory/?target=pt").content.decode()
    out = b"".join(client.get("/en/translations/memory/export/").streaming_content).decode("utf-8-sig")
    assert "Bonjour à tous,Hola a todos" in out


def test_a_member_enters_none_of_the_tools(client, term):
    client.force_login(UserFactory())
    for path in (
        "glossary/",
        "glossary/new/",
        "glossary/t-risk/",
        "glossary/import/",
        "memory/",
        "memory/import/",
    ):
        assert client.get(f"/en/translations/{path}").status_code == 404

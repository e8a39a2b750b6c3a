"""Glossary and memory as CSV: out and in again changes nothing; a faulty file does nothing."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import CommandError, call_command

from network.l10n.models import GlossaryTerm, MemorySegment, Translation
from network.l10n.services import memory
from network.l10n.services.glossary import glossary_hash, load_glossary, terms_in
from network.l10n.services.records import text_hash
from network.l10n.services.staleness import follow_whole
from network.l10n.services.tables import (
    MOST_ROWS,
    import_glossary,
    import_memory,
    read_glossary,
    read_memory,
)

pytestmark = pytest.mark.django_db
HEAD = "key,en,es,fr,pt,keep,attested,note\n"
PAIR = "source_language,target_language,source,text\n"


class Run:
    """`manage.py glossary|memory export|import FILE.csv`; gives what it prints."""

    def __init__(self, folder, capsys):
        self.file, self.capsys = folder / "table.csv", capsys

    def __call__(self, name, action, content=None):
        if content is not None:
            self.file.write_bytes(content if isinstance(content, bytes) else content.encode())
        call_command(name, action, str(self.file))
        return self.capsys.readouterr().out


@pytest.fixture
def command(tmp_path, capsys):
    return Run(tmp_path, capsys)


def test_the_glossary_is_loaded_once_and_peoples_changes_stay():
    assert GlossaryTerm.objects.count() == load_glossary() == 156
    term = GlossaryTerm.objects.get(key="oas")
    assert (term.en, term.es, term.keep, term.attested) == ("OAS", "OEA", True, ["es", "fr", "pt"])
    GlossaryTerm.objects.filter(key="oas").update(note="Changed.")
    load_glossary()
    assert GlossaryTerm.objects.get(key="oas").note == "Changed."


def test_out_and_in_again_changes_nothing(command):
    command("glossary", "export")
    assert command("glossary", "import") == "0 new, 0 changed, 156 as before.\n"


def test_a_term_is_added_and_another_changed(command, staff_manager):
    rows = "oas,OAS,OEA,OEA,OEA,yes,es,New note\nnew-term,new,nuevo,,,no,,\n"
    read = read_glossary(HEAD + rows)
    assert [(row.is_new, row.is_same, row.errors) for row in read] == [(False, False, []), (True, False, [])]
    assert command("glossary", "import", HEAD + rows) == "1 new, 1 changed, 0 as before.\n"
    assert GlossaryTerm.objects.get(key="new-term").forms == {"en": "new", "es": "nuevo"}
    import_glossary(rows=read_glossary(HEAD + rows.replace("New", "Newer")), by=staff_manager)
    assert GlossaryTerm.objects.get(key="oas").changed_by == staff_manager
    assert GlossaryTerm.objects.get(key="new-term").changed_by is None, "what is as before is left alone"


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe\x00",
        b"key,en\nx,y\n",
        b"",
        (HEAD + "ok-term,a,b,c,d,no,,\nlonely,a,,,,no,,\n").encode(),
        (HEAD + "not a slug,a,b,c,d,no,,\n").encode(),
        (HEAD + f"long,{'x' * 300},b,c,d,no,,\n").encode(),
        (HEAD + "lang,a,b,c,d,no,xx,\n").encode(),
        (HEAD + 'open,"a,b\n').encode(),
    ],
)
def test_a_faulty_file_says_why_and_does_nothing(command, content):
    with pytest.raises(CommandError) as caught:
        command("glossary", "import", content)
    assert str(caught.value)
    assert GlossaryTerm.objects.count() == 156


def test_a_cell_is_no_formula_in_a_spreadsheet_and_comes_back_as_it_was(command):
    text = PAIR + 'es,fr,"\'=SUM(A1)","Ça, ""oui"""\nes,fr,"\'\'neuf\'","\'ok"\n'
    assert command("memory", "import", text.encode("utf-8-sig")).startswith("2 new")
    before = set(MemorySegment.objects.values_list("source", "text"))
    assert before == {("=SUM(A1)", 'Ça, "oui"'), ("'neuf'", "'ok")}
    command("memory", "export")
    assert "'=SUM(A1)" in command.file.read_text()
    MemorySegment.objects.all().delete()
    assert command("memory", "import").startswith("2 new")
    assert set(MemorySegment.objects.values_list("source", "text")) == before


@pytest.mark.parametrize("row", ["es,es,a,b", "es,xx,a,b", "es,fr,,b", "es,fr,a,", f"es,fr,{'x' * 6000},b"])
def test_a_segment_has_two_languages_and_two_texts(command, row):
    with pytest.raises(CommandError):
        command("memory", "import", PAIR + row)
    assert not MemorySegment.objects.exists()


def test_a_segment_twice_is_one_and_what_is_brought_in_comes_from_no_text(command, published_of_guatemala):
    follow_whole(published_of_guatemala)
    MemorySegment.objects.create(
        source_language="es",
        target_language="fr",
        source_hash=text_hash("Sí", "es"),
        source="Sí",
        text="Oui",
        translation=Translation.objects.filter(target_language="fr").first(),
    )
    said = command("memory", "import", PAIR + "es,fr,Sí,Si\nes,fr,No,Non\nes,fr,No,Non\n")
    assert said == "1 new, 1 changed, 1 as before.\n"
    assert set(MemorySegment.objects.values_list("text", "translation")) == {("Si", None), ("Non", None)}


def test_who_may_bring_in_what(member, focal_point_of_chile, reviser, staff_manager):
    for person in (member, focal_point_of_chile, reviser):
        with pytest.raises(PermissionDenied):
            import_glossary(rows=read_glossary(HEAD), by=person)
        with pytest.raises(PermissionDenied):
            import_memory(rows=read_memory(PAIR), by=person)
    assert import_glossary(rows=read_glossary(HEAD), by=staff_manager) == 0


def test_operators_bring_in_more_than_a_page_takes(command):
    text = PAIR + "".join(f"es,fr,Texto {number},Texte {number}\n" for number in range(MOST_ROWS + 1))
    with pytest.raises(ValidationError):
        read_memory(text)
    assert command("memory", "import", text) == f"{MOST_ROWS + 1} new, 0 changed, 0 as before.\n"


def test_a_file_that_is_no_table_is_refused_at_the_command_line(command):
    with pytest.raises(CommandError):
        command("memory", "import", "nonsense")


def test_the_nearest_segments_are_shown_and_withdrawn_texts_are_not_quoted():
    rows = read_memory(PAIR + "es,fr,La policía local y la comunidad.,La police locale.\n")
    import_memory(rows=rows, by=None)
    (match,) = memory.matches("La policía local y su comunidad.", source="es", target="fr")
    assert 0.5 < match.similarity < 1
    assert memory.matches("Otra cosa muy distinta.", source="es", target="fr") == []
    assert memory.matches("La policía local y la comunidad.", source="es", target="pt") == []


def test_a_text_is_known_by_the_terms_that_it_holds():
    terms = list(GlossaryTerm.objects.all())
    found = terms_in("La OEA y el punto focal.", source="es", target="fr", terms=terms)
    assert {"oas", "focal-point"} <= {term.key for term in found}
    before = glossary_hash(found, source="es", target="fr")
    found[0].fr = "Autre"
    assert glossary_hash(found, source="es", target="fr") != before
    assert glossary_hash([], source="es", target="fr") == ""

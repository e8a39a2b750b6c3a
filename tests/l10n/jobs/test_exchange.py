"""Glossary and memory as CSV: out and in again changes nothing; a faulty file does nothing."""

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command

from network.l10n.models import GlossaryTerm, MemorySegment
from network.l10n.services import memory
from network.l10n.services.exchange import (
    export_glossary,
    export_memory,
    import_glossary,
    import_memory,
)
from network.l10n.services.glossary import glossary_hash, load_glossary, terms_in

pytestmark = pytest.mark.django_db
HEAD = "key,en,es,fr,pt,keep,attested,note\n"
PAIR = "source_language,target_language,source,text\n"


def test_the_glossary_is_loaded_once_and_peoples_changes_stay():
    assert GlossaryTerm.objects.count() == load_glossary() == 156
    term = GlossaryTerm.objects.get(key="oas")
    assert (term.en, term.es, term.keep, term.attested) == ("OAS", "OEA", True, ["es", "fr", "pt"])
    GlossaryTerm.objects.filter(key="oas").update(note="Changed.")
    load_glossary()
    assert GlossaryTerm.objects.get(key="oas").note == "Changed."


def test_out_and_in_again_changes_nothing():
    done = import_glossary(content="".join(export_glossary()).encode(), by=None)
    assert (done.new, done.changed, done.same, done.errors) == (0, 0, 156, [])


def test_a_term_is_added_and_another_changed(reviser):
    rows = "oas,OAS,OEA,OEA,OEA,yes,es,New note\nnew-term,new,nuevo,,,no,,\n"
    done = import_glossary(content=(HEAD + rows).encode(), by=reviser)
    assert (done.new, done.changed, done.same) == (1, 1, 0)
    assert GlossaryTerm.objects.get(key="new-term").forms == {"en": "new", "es": "nuevo"}
    assert GlossaryTerm.objects.get(key="oas").changed_by == reviser


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
def test_a_faulty_file_says_why_and_does_nothing(content):
    done = import_glossary(content=content, by=None)
    assert done.errors
    assert GlossaryTerm.objects.count() == 156


def test_a_cell_is_no_formula_in_a_spreadsheet_and_comes_back_as_it_was():
    text = PAIR + 'es,fr,"\'=SUM(A1)","Ça, ""oui"""\n'
    assert import_memory(content=text.encode("utf-8-sig"), by=None).new == 1
    assert MemorySegment.objects.get().source == "=SUM(A1)"
    out = "".join(export_memory())
    assert "'=SUM(A1)" in out
    MemorySegment.objects.all().delete()
    assert import_memory(content=out.encode(), by=None).new == 1
    assert MemorySegment.objects.get().text == 'Ça, "oui"'


@pytest.mark.parametrize("row", ["es,es,a,b", "es,xx,a,b", "es,fr,,b", "es,fr,a,", f"es,fr,{'x' * 6000},b"])
def test_a_segment_has_two_languages_and_two_texts(row):
    assert import_memory(content=(PAIR + row).encode(), by=None).errors
    assert not MemorySegment.objects.exists()


def test_who_may_bring_in_what(member, focal_point_of_chile, staff_manager):
    for person in (member, focal_point_of_chile):
        with pytest.raises(PermissionDenied):
            import_glossary(content=HEAD.encode(), by=person)
        with pytest.raises(PermissionDenied):
            import_memory(content=PAIR.encode(), by=person)
    assert import_glossary(content=HEAD.encode(), by=staff_manager).errors == []


def test_the_commands_do_the_same(tmp_path, capsys):
    file = tmp_path / "glossary.csv"
    call_command("glossary", "export", str(file))
    call_command("glossary", "import", str(file))
    assert "156 as before" in capsys.readouterr().out
    file.write_text("nonsense")
    with pytest.raises(CommandError):
        call_command("memory", "import", str(file))


def test_the_nearest_segments_are_shown_and_withdrawn_texts_are_not_quoted():
    import_memory(
        content=(PAIR + "es,fr,La policía local y la comunidad.,La police locale.\n").encode(), by=None
    )
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

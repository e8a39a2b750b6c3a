"""The interface's catalogues are whole: every text in four languages, none guessed, none out of date."""

import re
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest

from network.l10n.catalogues import extract_messages, plural_count

from .reading import TEXTS, catalogue, messages

pytestmark = TEXTS
TRANSLATED = ("es", "fr", "pt")
ALLOWED = Path(__file__).parent / "same_in_two_languages.txt"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%%|\{\w+\}")
TAG = re.compile(r"</?[a-z][^>]*>")
PORTUGAL = re.compile(
    r"\b(utilizador|palavra-passe|ficheiro|ecrã|registo|telemóvel|contacto|equipa\b|actual)", re.I
)
FAMILIAR = {
    "es": re.compile(r"\b(tú|tu|tus|te|ti|contigo|vosotros|puedes|debes|quieres|tienes|vuestr\w+)\b", re.I),
    "fr": re.compile(r"\b(tu|toi|ton|tes)\b", re.I),
    "pt": re.compile(r"\b(tu|teu|tua|teus|tuas|contigo|vós)\b", re.I),
}


def forms(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def sources(entry: polib.POEntry) -> list[str]:
    return [entry.msgid, entry.msgid_plural] if entry.msgid_plural else [entry.msgid]


def pairs(language: str) -> Iterator[tuple[polib.POEntry, str]]:
    return ((entry, form) for entry in catalogue(language) for form in forms(entry) if form)


def allowed() -> set[tuple[str, str]]:
    lines = [line for line in ALLOWED.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    parts = [line.partition(": ") for line in lines]
    return {(language, text) for languages, _colon, text in parts for language in languages.split()}


@pytest.mark.parametrize("language", ["en", *TRANSLATED])
def test_the_catalogue_says_what_the_source_says(language):
    changes = extract_messages(language, messages(), write=False)
    assert not changes.differs, "run manage.py extract_messages"


@pytest.mark.parametrize("language", TRANSLATED)
def test_nothing_is_untranslated(language):
    assert [entry.msgid for entry in catalogue(language) if not all(forms(entry))] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_nothing_is_guessed(language):
    assert [entry.msgid for entry in catalogue(language) if entry.fuzzy or entry.obsolete] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_nothing_is_still_in_english(language):
    same = {entry.msgid for entry, form in pairs(language) if form in sources(entry)}
    assert same - {text for code, text in allowed() if code == language} == set()


def test_the_list_of_words_that_two_languages_share_names_none_in_vain():
    every = [(language, *pair) for language in TRANSLATED for pair in pairs(language)]
    same = {(language, entry.msgid) for language, entry, form in every if form in sources(entry)}
    assert allowed() - same == set()


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_that_counts_has_all_plural_forms(language):
    expected = list(range(plural_count(language)))
    wrong = [e.msgid for e in catalogue(language) if e.msgid_plural and sorted(e.msgstr_plural) != expected]
    assert wrong == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_placeholders_are_those_of_the_source(language):
    """The singular may leave the number out where English does: "one thing to correct"."""

    def holders(text: str) -> list[str]:
        return sorted(match.group() for match in PLACEHOLDER.finditer(text))

    for entry in catalogue(language).translated_entries():
        first, *others = forms(entry)
        assert holders(first) in [holders(text) for text in sources(entry)], entry.msgid
        assert all(holders(form) == holders(sources(entry)[-1]) for form in others), entry.msgid


@pytest.mark.parametrize("language", TRANSLATED)
def test_tags_are_those_of_the_source(language):
    def tags(text: str) -> list[str]:
        return sorted(TAG.findall(text))

    assert [form for entry, form in pairs(language) if tags(form) != tags(entry.msgid)] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_message_ends_and_begins_as_its_source_does(language):
    def edges(text: str) -> tuple[str, str]:
        end = re.search(r"[\s.:;?…,]*$", text.replace("\u00a0", "").replace("\u202f", ""))
        return re.match(r"\s*", text).group(), end.group()

    assert [form for entry, form in pairs(language) if edges(form) != edges(entry.msgid)] == []


def test_spanish_opens_its_questions():
    assert [form for _entry, form in pairs("es") if form.count("?") != form.count("¿")] == []


def test_french_is_set_as_french_is():
    """A typographic apostrophe, a no-break space before : ; ? ! and within guillemets."""
    wrong = re.compile(r"\w'\w|[^\u00a0\u202f][;?!»](?!\w)|[^\u00a0\u202f]:(?=\s|$)|«[^\u00a0\u202f]")
    texts = [TAG.sub("", PLACEHOLDER.sub("x", form)) for _entry, form in pairs("fr")]
    assert [text for text in texts if wrong.search(text)] == []


def test_portuguese_is_that_of_brazil():
    assert [form for _entry, form in pairs("pt") if PORTUGAL.search(form)] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_readers_are_addressed_with_courtesy(language):
    assert [form for _entry, form in pairs(language) if FAMILIAR[language].search(form) or "!" in form] == []

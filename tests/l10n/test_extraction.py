"""Reading the source and bringing a catalogue up to date."""

import gettext

import polib
import pytest

from network.l10n.catalogues import PLURAL_FORMS, empty_catalogue, plural_count, updated_catalogue
from network.l10n.extraction import Message, messages_of

PYTHON = """
from django.utils.translation import gettext_lazy as _, ngettext, pgettext
title = _("Good practices")
# Translators: the verb
action = pgettext("button", "Open")
found = ngettext("%(count)s practice", "%(count)s practices", 3)
long = _("One sentence "
         "over two lines.")
other = not_translated("Nothing")
"""
TEMPLATE = """
    {% translate "Good practices" %}
  {% if x %}
      <p title="{% translate 'Search' %}">{{ x|default:_("Not yet known") }}</p>
 {% endif %}
{% blocktranslate trimmed with name=x.name %}
    Shared by
    {{ name }}.
{% endblocktranslate %}
{% blocktranslate trimmed count counter=n %}
    {{ counter }} file{% plural %}{{ counter }} files
{% endblocktranslate %}
{# Translators: a share #}
{% translate "100%" %}
"""


@pytest.fixture
def source(tmp_path):
    (tmp_path / "practices").mkdir()
    (tmp_path / "practices" / "models.py").write_text(PYTHON)
    (tmp_path / "templates" / "practices").mkdir(parents=True)
    (tmp_path / "templates" / "practices" / "list.html").write_text(TEMPLATE)
    return tmp_path


def translated(**texts: str) -> polib.POFile:
    catalogue = empty_catalogue("es")
    catalogue.extend(polib.POEntry(msgid=msgid, msgstr=msgstr) for msgid, msgstr in texts.items())
    return catalogue


def test_texts_are_found_in_python_and_in_templates(source):
    assert [message.text for message in messages_of(source)] == [
        "Good practices",
        "Open",
        "%(count)s practice",
        "One sentence over two lines.",
        "Search",
        "Not yet known",
        "Shared by %(name)s.",
        "%(counter)s file",
        "100%%",
    ]


def test_a_text_used_twice_stands_once_and_names_both_files(source):
    assert messages_of(source)[0].files == ["practices/models.py", "templates/practices/list.html"]


def test_context_plural_and_remarks_to_translators_are_kept(source):
    found = {message.text: message for message in messages_of(source)}
    assert (found["Open"].context, found["Open"].comments) == ("button", ["the verb"])
    assert found["%(counter)s file"].plural == "%(counter)s files"
    assert found["100%%"].comments == ["a share"]


def test_translations_stay_and_what_the_source_lost_goes():
    known = translated(Search="Buscar", Gone="Ido")
    fresh = updated_catalogue("es", [Message("Search"), Message("New")], known)
    assert [(entry.msgid, entry.msgstr) for entry in fresh] == [("Search", "Buscar"), ("New", "")]


def test_a_text_that_changed_is_not_guessed():
    fresh = updated_catalogue(
        "es", [Message("Search the portal")], translated(**{"Search the site": "Buscar"})
    )
    assert [(entry.msgstr, entry.flags) for entry in fresh] == [("", [])]


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", {0: 1, 1: 0, 2: 1, 1_000_000: 1}),
        ("es", {0: 2, 1: 0, 2: 2, 21: 2, 1_000_000: 1, 1_000_001: 2}),
        ("fr", {0: 0, 1: 0, 2: 2, 1_000_000: 1, 2_000_000: 1}),
        ("pt", {0: 0, 1: 0, 2: 2, 1_000_000: 1}),
    ],
)
def test_numbers_meet_the_plural_form_of_their_language(language, forms):
    rule = gettext.c2py(PLURAL_FORMS[language].partition("plural=")[2].rstrip(";"))
    assert {number: rule(number) for number in forms} == forms
    assert max(forms.values()) < plural_count(language)

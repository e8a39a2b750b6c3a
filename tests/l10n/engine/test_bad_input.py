"""Nothing that people or engines come up with crashes, and nothing doubtful passes for good."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from network.l10n.services.translating import Term, segments, suggest_language, translate

from .engines import Scripted, apertium

LEFT_OVER = re.compile(r"XQ\d+QX", re.IGNORECASE)

SENTENCE = "The municipality created a night patrol for its schools and parks."
SPANISH = "El municipio creó una patrulla nocturna para las escuelas y los parques de la ciudad."

BAD_TEXTS = {
    "empty": "",
    "blank": " \n\t ",
    "100,000 characters": "The police came. " * 5883,
    "a word of 5,000 characters": "a" * 5000,
    "emoji": "😀👍🏽🇭🇳",
    "Arabic": "الوقاية من العنف والجريمة في الأمريكتين",
    "only markup": "<p><br/></p>",
    "only Markdown": "***\n\n---\n\n```\ncode\n```",
    "only placeholders": "{x} %(x)s",
    "another language": SPANISH,
    "tags closed but never opened": f"{SENTENCE}</div></b>",
    "a fence without end": f"```\n{SENTENCE}",
    "bold without end": f"**{SENTENCE}",
    "a link without end": f"{SENTENCE} [here](https://example.org",
    "script": f"<script>alert(1)</script>{SENTENCE}",
    "zero bytes": "\0\0",
}


@pytest.mark.parametrize("name", BAD_TEXTS)
@pytest.mark.parametrize(
    "make", [lambda: Scripted(lambda text: text[::-1]), apertium], ids=["fake", "apertium"]
)
def test_no_bad_text_is_marked_good(name, make):
    made = translate(BAD_TEXTS[name], source="en", target="fr", provider=make(), rich=True)
    assert not made.is_good
    assert made.flags
    assert made.confidence <= 0.3


@pytest.mark.parametrize(
    ("name", "flag"),
    [
        ("empty", "empty"),
        ("100,000 characters", "too_long"),
        ("Arabic", "wrong_language"),
        ("another language", "wrong_language"),
        ("only markup", "nothing_to_translate"),
        ("tags closed but never opened", "markup"),
        ("a fence without end", "markup"),
        ("script", "markup"),
    ],
)
def test_the_reason_is_told(name, flag):
    assert flag in translate(BAD_TEXTS[name], source="en", target="fr", provider=Scripted(), rich=True).flags


@pytest.mark.parametrize(
    ("answer", "flag"),
    [
        (lambda text: text, "same_as_source"),
        (lambda text: "", "empty"),
        (lambda text: " \n ", "empty"),
        (lambda text: f"{text} {text}", "length"),
        (lambda text: "x" * 2 * len(text), "length"),
        (lambda text: "Oui.", "length"),
        (lambda text: f"La police <script>alert(1)</script>{text.upper()}", "markup"),
        (lambda text: f"{text.upper()}<img src=x onerror=alert(1)>", "markup"),
        (lambda text: f"{text.upper()} javascript:alert(1)", "markup"),
    ],
)
def test_a_bad_answer_is_marked(answer, flag):
    made = translate(SENTENCE, source="en", target="fr", provider=Scripted(answer))
    assert flag in made.flags
    assert "<script" not in made.text
    assert "onerror" not in made.text


@pytest.mark.parametrize(
    "spoil", [lambda t: t.replace("XQ0QX", ""), lambda t: t + " XQ0QX", lambda t: t + " XQ7QX"]
)
def test_a_lost_doubled_or_invented_token_keeps_the_original(spoil):
    text = "Write to {office} about the night patrol."
    made = translate(text, source="en", target="fr", provider=Scripted(lambda asked: spoil(asked.upper())))
    assert made.text == text
    assert made.flags == ("lost_token",)


def test_a_number_that_changes_keeps_the_original():
    text = "The patrol has 24 members."
    made = translate(text, source="en", target="fr", provider=Scripted(lambda asked: asked.upper() + " 25"))
    assert made.text == text
    assert "lost_token" in made.flags


def test_placeholders_addresses_code_and_tags_come_back_as_they_were():
    text = (
        "Dear {name}, %(count)s of 1,250.50 read <b>this</b>: https://oas.org/a?b=1&c=2, `x = y`, "
        "@network, #peace, info@oas.org, AG/RES. 2866 (XLIV-O/14) 😀."
    )
    engine = Scripted(lambda asked: asked.replace("Dear", "Cher").replace("read", "ont lu"))
    made = translate(text, source="en", target="fr", provider=engine, rich=True)
    for piece in (
        *("{name}", "%(count)s", "1,250.50", "<b>", "</b>", "https://oas.org/a?b=1&c=2", "`x = y`"),
        *("@network", "#peace", "info@oas.org", "AG/RES. 2866 (XLIV-O/14)", "😀"),
    ):
        assert made.text.count(piece) == 1, piece
    assert made.is_good


MARKDOWN = """# The plan

First the *police* and the **schools**,
then [the parks](https://example.org/a_(b) "Parks").

- one thing
  1. another thing
> a quoted thing

| Place | People |
|:------|-------:|
| North | Many   |

```python
print("kept")
```

[ref]: https://example.org/x"""


def test_markdown_keeps_its_shape():
    made = translate(MARKDOWN, source="en", target="fr", provider=Scripted(), rich=True)
    assert made.text == (
        "# THE PLAN\n\nFIRST THE *POLICE* AND THE **SCHOOLS**, "
        'THEN [THE PARKS](https://example.org/a_(b) "Parks").\n\n'
        "- ONE THING\n  1. ANOTHER THING\n> A QUOTED THING\n\n"
        "| PLACE | PEOPLE |\n|:------|-------:|\n| NORTH | MANY   |\n\n"
        '```python\nprint("kept")\n```\n\n[ref]: https://example.org/x'
    )


def test_the_blocks_of_a_text_are_what_the_memory_stores():
    assert segments("One.\n\nTwo,\nthree.", rich=False) == ["One.", "Two,", "three."]
    assert segments("# One\n\nTwo,\nthree.", rich=True) == ["One", "Two, three."]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300), st.booleans())
def test_no_text_crashes(text, rich):
    answer = translate(
        text,
        source="en",
        target="pt",
        provider=Scripted(),
        rich=rich,
        glossary=[Term({"en": "a", "pt": "b"})],
    )
    assert 0 <= answer.confidence <= 1
    assert answer.text.strip() or not (answer.is_good and text.strip()), "a good answer says something"
    assert not LEFT_OVER.search(answer.text) or LEFT_OVER.search(text), "no shield is left in what is read"


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="XQ0Z[]{}<>*_`\\^$/@#.|~()! \nab:1%", max_size=80), st.booleans())
def test_no_signs_crash_the_real_engine(text, rich):
    answer = translate(text, source="en", target="es", provider=apertium(), rich=rich)
    assert not LEFT_OVER.search(answer.text) or LEFT_OVER.search(text), "no shield is left in what is read"


def test_a_language_is_suggested_only_when_it_shows():
    assert suggest_language(SPANISH) == "es"
    assert suggest_language(SENTENCE) == "en"
    assert suggest_language("Les pompiers ont évacué le bâtiment avant l'explosion.") == "fr"
    assert suggest_language("Os bombeiros evacuaram o prédio antes da explosão.") == "pt"
    assert suggest_language("OK") is None
    assert suggest_language("الوقاية من العنف والجريمة في الأمريكتين") is None

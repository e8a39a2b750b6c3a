"""No text that people read stands in the source outside gettext: neither in templates nor in Python."""

import ast
import html
import re
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.template.base import Lexer, TokenType

from network.l10n.extraction import source_files

ROOT = Path(settings.BASE_DIR)
#: Said to programmers: /dev/ pages, and the API's own description, which its page marks lang="en".
FOR_DEVELOPERS = re.compile(r"templates/dev/|network/views/dev\.py|\w+/api/")
WORDS = re.compile(r"[A-Za-zÀ-ÿ]{2}")
SHOWN_ATTRIBUTE = re.compile(r'\b(?:alt|title|aria-label|placeholder)="([^"]*)"')
NOT_SHOWN = re.compile(r"<!--.*?-->|<(script|style|code)\b.*?</\1>|<[^>]*>", re.S)
SHOWN_ARGUMENTS = {"label", "help_text", "verbose_name", "verbose_name_plural", "empty_label"}
#: The same in every language: names of languages in themselves, formats, units of computing.
NAMES = re.compile(
    r"\b(?:English|Español|Français|Português|Nederlands|Kreyòl ayisyen|EN|ES|FR|PT|CSV|XLSX|PDF|DOCX|ZIP|TXT"
    r"|IATI 2\.03|JSON|Atom|HTML|OpenAPI|SHA|bytes|BibTeX|RIS|GP-2026-0001)\b"
)


def says_something(text: str) -> bool:
    """Whether the text has words to translate. A class="" left by a conditional attribute is none."""
    return bool(WORDS.search(NAMES.sub("", text))) and not text.startswith("class=")


def files(suffixes: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Name and text of every source file whose words people may read."""
    for path in source_files(ROOT):
        name = path.relative_to(ROOT).as_posix()
        if path.suffix in suffixes and not FOR_DEVELOPERS.match(name):
            yield name, path.read_text(encoding="utf-8")


def bare_text(template: str) -> str:
    """What a template says in its own words: without tags, variables, comments and translated blocks."""
    kept, inside = [], False
    for token in Lexer(template).tokenize():
        name = token.contents.split()[0] if token.token_type == TokenType.BLOCK and token.contents else ""
        if name in {"blocktranslate", "comment", "endblocktranslate", "endcomment"}:
            inside = not name.startswith("end")
        elif token.token_type == TokenType.TEXT and not inside:
            kept.append(token.contents)
        else:
            kept.append(" ")
    return "".join(kept)


def words_of(template: str) -> list[str]:
    """The bare words of a template, in its text and in the attributes that are read out."""
    text = html.unescape(bare_text(template))
    shown = [*SHOWN_ATTRIBUTE.findall(text), *NOT_SHOWN.sub("\n", text).splitlines()]
    return [piece.strip() for piece in shown if says_something(piece.strip())]


def bare_labels(tree: ast.AST) -> Iterator[str]:
    """Labels, choices and messages that Python hands to people as plain strings."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            yield from texts(keyword.value for keyword in node.keywords if keyword.arg in SHOWN_ARGUMENTS)
            if called.endswith("ValidationError") or called.startswith("messages."):
                yield from texts(node.args)
        elif isinstance(node, ast.ClassDef) and any("Choices" in ast.unparse(base) for base in node.bases):
            pairs = [line.value for line in node.body if isinstance(line, ast.Assign)]
            yield from texts(pair.elts[-1] for pair in pairs if isinstance(pair, ast.Tuple))


def texts(nodes) -> Iterator[str]:
    constants = [node.value for node in nodes if isinstance(node, ast.Constant)]
    return (text for text in constants if isinstance(text, str) and says_something(text))


def test_templates_say_nothing_outside_the_tags_of_translation():
    found = {name: words_of(text) for name, text in files((".html", ".txt"))}
    assert {name: words for name, words in found.items() if words} == {}


def test_python_shows_no_plain_string():
    found = {name: list(bare_labels(ast.parse(text))) for name, text in files((".py",))}
    assert {name: labels for name, labels in found.items() if labels} == {}

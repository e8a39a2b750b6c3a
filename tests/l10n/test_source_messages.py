"""How texts of the interface may be written in the source, so that they can be translated at all."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from network.l10n.extraction import KEYWORDS, source_files

from .reading import TEXTS, messages, parsed

pytestmark = TEXTS
ROOT = Path(settings.BASE_DIR)
NAMED = re.compile(r"%\(\w+\)[sd]|%%")
ANONYMOUS = re.compile(r"%[-+ 0-9.]*[a-zA-Z]|\{\d*\}")
BLOCK = re.compile(r"{%-?\s*blocktrans(?:late)?\b([^%]*)%}")
OLD_TAG = re.compile(r"{%\s*(trans|blocktrans)\s")


def calls(path: Path) -> Iterator[ast.Call]:
    """The calls of a gettext function in a Python file."""
    for node in parsed(path):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in KEYWORDS:
                yield node


def built_in_code(argument: ast.expr) -> bool:
    """Put together before gettext sees it: an f-string, a % or +, a .format(): no catalogue can hold that."""
    formatted = isinstance(argument, ast.Call) and getattr(argument.func, "attr", "") in {
        "format",
        "join",
        "replace",
    }
    return isinstance(argument, ast.JoinedStr | ast.BinOp) or formatted


def python_files() -> list[Path]:
    return [path for path in source_files(ROOT) if path.suffix == ".py"]


def templates() -> list[Path]:
    return [path for path in source_files(ROOT) if path.suffix != ".py"]


def test_no_text_is_put_together_before_it_is_translated():
    wrong = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in python_files()
        for call in calls(path)
        if any(built_in_code(argument) for argument in call.args[:2])
    ]
    assert wrong == []


def test_no_text_stands_within_an_f_string():
    """There the extraction does not find it, and it stays in English."""
    wrong = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in python_files()
        for node in parsed(path)
        if isinstance(node, ast.JoinedStr)
        for call in ast.walk(node)
        if isinstance(call, ast.Call)
        and getattr(call.func, "id", getattr(call.func, "attr", "")) in KEYWORDS
        and any(isinstance(argument, ast.Constant) for argument in call.args)
    ]
    assert wrong == []


def test_placeholders_have_names():
    """A translator must be able to move them: %(count)s, {time} for a script to fill in, never %s or {}."""
    wrong = [
        (message.files, message.text)
        for message in messages()
        if ANONYMOUS.search(NAMED.sub("", message.text + message.plural))
    ]
    assert wrong == []


def test_texts_carry_no_space_of_the_source_but_empty_lines_between_paragraphs():
    wrong = [
        (message.files, message.text)
        for message in messages()
        if message.text != message.text.strip() or re.search(r"(?<!\n)\n(?!\n)|  ", message.text)
    ]
    assert wrong == []


@pytest.mark.parametrize("rule", ["trimmed", "names"])
def test_translated_blocks_are_trimmed_and_tags_have_their_full_names(rule):
    wrong = []
    for path in templates():
        source = path.read_text(encoding="utf-8")
        bad = [block for block in BLOCK.findall(source) if "trimmed" not in block.split()]
        wrong += [path.relative_to(ROOT) for _ in (bad if rule == "trimmed" else OLD_TAG.findall(source))]
    assert wrong == []

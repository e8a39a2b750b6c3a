"""What many tests of the texts read: catalogues, messages and source files, each read once.

Tests that use it belong to the group TEXTS, so that one worker reads for all.
"""

import ast
from functools import cache
from pathlib import Path

import polib
import pytest

from network.l10n.catalogues import catalogue_path, source_messages

TEXTS = pytest.mark.xdist_group("texts")
messages = cache(source_messages)


@cache
def catalogue(language: str) -> polib.POFile:
    """The interface's texts in a language. Only looked at."""
    return polib.pofile(str(catalogue_path(language)))


@cache
def parsed(path: Path) -> list[ast.AST]:
    """The calls and f-strings of a Python file that takes its texts from gettext."""
    source = path.read_text(encoding="utf-8")
    if "gettext" not in source:
        return []
    return [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call | ast.JoinedStr)]

"""Finds the texts of the interface in the source: Python with Babel, templates with Django's own reader.

Nothing here needs the system's gettext. The order is stable (file by file, as the texts stand
in the file), and a reference names the file without the line, so that moving a line changes no catalogue.
"""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from babel.messages.extract import extract
from django.utils.translation.template import templatize

SOURCE_FOLDERS = ("network", "practices", "training_catalogue", "fund", "fora", "templates")
TEMPLATE_SUFFIXES = (".html", ".txt", ".xml", ".svg")
PYTHON = "babel.messages.extract:extract_python"
COMMENT_TAGS = ("Translators",)
SINGULAR, PLURAL = None, (1, 2)
IN_CONTEXT, PLURAL_IN_CONTEXT = ((1, "c"), 2), ((1, "c"), 2, 3)
KEYWORDS = {
    "_": SINGULAR,
    "gettext": SINGULAR,
    "gettext_lazy": SINGULAR,
    "gettext_noop": SINGULAR,
    "ngettext": PLURAL,
    "ngettext_lazy": PLURAL,
    "pgettext": IN_CONTEXT,
    "pgettext_lazy": IN_CONTEXT,
    "npgettext": PLURAL_IN_CONTEXT,
    "npgettext_lazy": PLURAL_IN_CONTEXT,
}


@dataclass
class Message:
    """One text of the interface, with every file that uses it and what its authors tell translators."""

    text: str
    plural: str = ""
    context: str | None = None
    files: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)

    @property
    def key(self) -> tuple[str | None, str]:
        """What a catalogue looks a message up by."""
        return (self.context, self.text)


def source_files(root: Path, folders: Iterable[str] = SOURCE_FOLDERS) -> Iterator[Path]:
    """The files under `root` that may hold texts of the interface, in a stable order."""
    for folder in sorted(folders):
        for path in sorted((root / folder).rglob("*")):
            is_template = path.suffix in TEMPLATE_SUFFIXES and "templates" in path.parts
            if (is_template or path.suffix == ".py") and "migrations" not in path.parts:
                yield path


def messages_in_file(path: Path, name: str) -> Iterator[Message]:
    """The messages of one file, in its order; `name` is what references call it.

    Raises SyntaxError when a template has a tag inside a translated block.
    """
    source = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        source = _python_of_template(source, name)
    code = io.BytesIO(source.encode())
    found = extract(PYTHON, code, KEYWORDS, COMMENT_TAGS, strip_comment_tags=True)
    for _line, text, comments, context in found:
        singular, plural = text if isinstance(text, tuple) else (text, "")
        remark = " ".join(comments).lstrip(": ")
        yield Message(singular, plural, context, [name], [remark] if remark else [])


def messages_of(root: Path, folders: Iterable[str] = SOURCE_FOLDERS) -> list[Message]:
    """Every message of the source under `root`, once, with all its files and comments."""
    found: dict[tuple[str | None, str], Message] = {}
    for path in source_files(root, folders):
        for message in messages_in_file(path, path.relative_to(root).as_posix()):
            known = found.setdefault(message.key, message)
            if known is not message:
                _join(known, message)
    return list(found.values())


def _python_of_template(source: str, name: str) -> str:
    """Django's rendering of a template for gettext, without the indentation that Python would trip over."""
    return "\n".join(line.lstrip() for line in templatize(source, origin=name).splitlines())


def _join(known: Message, other: Message) -> None:
    known.plural = known.plural or other.plural
    known.files += [name for name in other.files if name not in known.files]
    known.comments += [comment for comment in other.comments if comment not in known.comments]

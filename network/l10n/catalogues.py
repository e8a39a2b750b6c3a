"""The interface's catalogues in locale/: brought up to date with the source and compiled, by polib alone."""

import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import polib
from django.conf import settings

from network.l10n.extraction import Message, messages_of

#: CLDR's cardinal rules for whole numbers; French and Brazilian Portuguese count nought as one.
PLURAL_FORMS = {
    "en": "nplurals=2; plural=(n != 1);",
    "es": "nplurals=3; plural=(n == 1 ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2);",
    "fr": "nplurals=3; plural=(n < 2 ? 0 : n % 1000000 == 0 ? 1 : 2);",
    "pt": "nplurals=3; plural=(n < 2 ? 0 : n % 1000000 == 0 ? 1 : 2);",
}
LINE_WIDTH = 98


@dataclass(frozen=True)
class Changes:
    """What bringing one catalogue up to date did to it, in messages."""

    added: int
    removed: int
    differs: bool


def plural_count(language: str) -> int:
    """How many plural forms `language` has."""
    return int(PLURAL_FORMS[language].partition("nplurals=")[2][0])


def catalogue_path(language: str) -> Path:
    """Where the project's own catalogue of `language` lies."""
    return Path(settings.BASE_DIR) / "locale" / language / "LC_MESSAGES" / "django.po"


def empty_catalogue(language: str) -> polib.POFile:
    """A catalogue with nothing but its header. The header has no dates: they would differ in every branch."""
    catalogue = polib.POFile(wrapwidth=LINE_WIDTH)
    catalogue.metadata = {
        "Project-Id-Version": "Inter-American Network for the Prevention of Violence and Crime",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURAL_FORMS[language],
    }
    return catalogue


def updated_catalogue(language: str, messages: Iterable[Message], known: polib.POFile) -> polib.POFile:
    """The catalogue for these messages: translations in `known` are kept, what the source lost is dropped.

    A message whose English changed starts empty: nothing is guessed, so nothing is ever fuzzy.
    """
    earlier = {_key(entry): entry for entry in known if not entry.obsolete}
    catalogue = empty_catalogue(language)
    for message in messages:
        entry = _entry(language, message)
        before = earlier.get(_key(entry))
        if before is not None and "fuzzy" not in before.flags:
            entry.msgstr, entry.msgstr_plural = before.msgstr, before.msgstr_plural or entry.msgstr_plural
            entry.tcomment = before.tcomment
        catalogue.append(entry)
    return catalogue


def extract_messages(language: str, messages: Iterable[Message], *, write: bool = True) -> Changes:
    """Bring the catalogue of `language` up to date; without `write` only say what would change."""
    path = catalogue_path(language)
    known = polib.pofile(str(path), wrapwidth=LINE_WIDTH) if path.exists() else empty_catalogue(language)
    fresh = updated_catalogue(language, messages, known)
    before, after = {_key(entry) for entry in known}, {_key(entry) for entry in fresh}
    text = f"{fresh}"
    differs = not path.exists() or path.read_text(encoding="utf-8") != text
    if write and differs:
        write_atomically(path, text.encode())
    return Changes(added=len(after - before), removed=len(before - after), differs=differs)


def source_messages() -> list[Message]:
    """Every message of this project's source."""
    return messages_of(Path(settings.BASE_DIR))


def compile_own_catalogue(language: str) -> bool:
    """Compile locale/<language> when its text is newer than what was compiled; True when there was work."""
    source = catalogue_path(language)
    target = source.with_suffix(".mo")
    if not source.exists() or (target.exists() and target.stat().st_mtime >= source.stat().st_mtime):
        return False
    write_atomically(target, polib.pofile(str(source)).to_binary())
    return True


def write_atomically(path: Path, content: bytes) -> None:
    """Replace a file in one step, so that a server or a parallel test never reads half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    os.chmod(draft, 0o644)
    os.replace(draft, path)


def _key(entry: polib.POEntry) -> tuple[str | None, str, str]:
    return (entry.msgctxt, entry.msgid, entry.msgid_plural)


def _entry(language: str, message: Message) -> polib.POEntry:
    entry = polib.POEntry(
        msgid=message.text,
        msgid_plural=message.plural,
        msgctxt=message.context,
        comment="\n".join(message.comments),
        occurrences=[(name, "") for name in message.files],
    )
    if "%(" in message.text + message.plural:
        entry.flags.append("python-format")
    if message.plural:
        entry.msgstr_plural = dict.fromkeys(range(plural_count(language)), "")
    return entry

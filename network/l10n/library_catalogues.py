"""What Django and the libraries say, in the house's four languages.

Under `pt` they would answer in Portugal's words, or in English: their Brazilian texts lie under pt_BR.
And some texts no library has translated, or it words them otherwise than this house: those stand in
library_messages/<language>.po beside this file. Both go into locale_build/, which is made, never kept;
LOCALE_PATHS names it after locale/, so that the project's own texts win.
"""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import django.conf
import polib
from django.apps import apps
from django.conf import settings

from network.l10n.catalogues import compile_own_catalogue, empty_catalogue, plural_count, write_atomically

#: The folder name under which libraries keep the usage that this house means by its language code.
LIBRARY_LOCALES = {"pt": "pt_BR"}
DOMAINS = ("django", "djangojs")
OWN_WORDING = Path(__file__).parent / "library_messages"


def compile_catalogues() -> list[str]:
    """Compile every catalogue that is out of date and say which. Needs loaded apps; safe in parallel."""
    languages = [code for code, _name in settings.LANGUAGES]
    done = [f"locale/{language}" for language in languages if compile_own_catalogue(language)]
    if build_library_catalogues():
        done.append("locale_build")
    return done


def build_library_catalogues() -> bool:
    """Make locale_build/ anew when a library's catalogue or our wording changed; True when there was work."""
    stamp = _folder() / "sources.sha256"
    sources = _fingerprint()
    if stamp.exists() and stamp.read_text() == sources:
        return False
    for language, _name in settings.LANGUAGES:
        for domain in DOMAINS:
            _build(language, domain)
    write_atomically(stamp, sources.encode())
    return True


def library_sources(language: str, domain: str) -> Iterator[Path]:
    """The catalogues that locale_build/ joins for a language: the first that has a message words it."""
    own = OWN_WORDING / f"{language}.po"
    if domain == "django" and own.exists():
        yield own
    if language in LIBRARY_LOCALES:
        roots = [Path(app.path) for app in apps.get_app_configs()] + [Path(django.conf.__file__).parent]
        for root in roots:
            path = root / "locale" / LIBRARY_LOCALES[language] / "LC_MESSAGES" / f"{domain}.mo"
            if path.exists():
                yield path


def _folder() -> Path:
    return Path(settings.BASE_DIR) / "locale_build"


def _fingerprint() -> str:
    digest = hashlib.sha256()
    for language, _name in settings.LANGUAGES:
        for domain in DOMAINS:
            for path in library_sources(language, domain):
                stat = path.stat()
                digest.update(f"{language} {path} {stat.st_mtime_ns} {stat.st_size}\n".encode())
    return digest.hexdigest()


def _build(language: str, domain: str) -> None:
    joined = empty_catalogue(language)
    seen = set()
    for path in library_sources(language, domain):
        for entry in _translations(path):
            if (entry.msgctxt, entry.msgid) not in seen:
                seen.add((entry.msgctxt, entry.msgid))
                joined.append(_in_our_plurals(entry, language))
    if seen:
        write_atomically(_folder() / language / "LC_MESSAGES" / f"{domain}.mo", joined.to_binary())


def _translations(path: Path) -> list[polib.POEntry]:
    """What a catalogue translates. A compiled one holds nothing else; its entries become those of a text."""
    if path.suffix == ".po":
        return polib.pofile(str(path)).translated_entries()
    names = ("msgctxt", "msgid", "msgid_plural", "msgstr", "msgstr_plural")
    return [
        polib.POEntry(**{name: getattr(entry, name) for name in names}) for entry in polib.mofile(str(path))
    ]


def _in_our_plurals(entry: polib.POEntry, language: str) -> polib.POEntry:
    """The entry with all plural forms of the house: a library's last one stands for those it lacks."""
    forms = [entry.msgstr_plural[index] for index in sorted(entry.msgstr_plural)]
    if forms:
        forms += forms[-1:] * plural_count(language)
        entry.msgstr_plural = dict(enumerate(forms[: plural_count(language)]))
    return entry

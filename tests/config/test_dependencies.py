"""Every dependency has a reason, a hash and a licence that fits ours."""

import importlib.metadata
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PERMISSIVE = r"MIT|BSD|Apache|ISC|PSF|Python Software|Public Domain|Unlicense|0BSD|Zlib|HPND"
WEAK = {
    "certifi": "MPL",
    "pikepdf": "MPL",
    "psycopg": "LGPL",
    "psycopg-binary": "LGPL",
    "psycopg-pool": "LGPL",
}


def asked(name: str) -> set[str]:
    """The packages that a requirements file names itself."""
    lines = (ROOT / name).read_text().splitlines()
    return {found[0].lower() for line in lines if (found := re.match(r"[A-Za-z0-9][\w.-]*", line))}


def locked() -> list[str]:
    """What the portal runs on, as far as this platform needs it."""
    names = re.findall(r"^([a-z0-9][\w.-]*)==", (ROOT / "requirements.lock").read_text(), re.MULTILINE)
    return [name for name in names if is_installed(name)]


def is_installed(name: str) -> bool:
    try:
        importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True


def test_every_dependency_has_its_reason_and_every_reason_a_dependency():
    text = (ROOT / "docs/decisions/0003-dependencies.md").read_text()
    explained = set(re.findall(r"^\| ([a-z][\w-]*) \| ", text, re.MULTILINE)) - {"package"}
    assert explained == asked("requirements.in") | asked("requirements-dev.in")


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_everything_is_locked_with_hashes(name):
    text = (ROOT / name).read_text()
    entries = re.split(r"^(?=[a-z0-9][\w.-]*==)", text, flags=re.MULTILINE)[1:]
    assert entries
    assert not [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry]


@pytest.mark.parametrize("name", locked())
def test_a_licence_allows_what_ours_allows(name):
    data = importlib.metadata.metadata(name)
    classifiers = [each for each in data.get_all("Classifier") or [] if each.startswith("License")]
    said = " ".join(filter(None, [data.get("License-Expression"), data.get("License"), *classifiers]))
    assert re.search(WEAK.get(name, PERMISSIVE), said), said[:200]

"""Where a text speaks of glossary terms, and which form each takes in the target language."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from . import nouns

_QUALIFIER = re.compile(r"\s*\(([^)]*)\)$")
_ACRONYM = re.compile(r"[A-ZÀ-Ý][A-ZÀ-Ý0-9/-]*\d*")


@dataclass(frozen=True)
class Term:
    """A glossary entry: its form in each language; `keep` are names that take the given form as it stands."""

    forms: Mapping[str, str] = field(hash=False)
    keep: bool = False
    key: str = ""


@dataclass(frozen=True)
class Form:
    """What is written for a term in the target language, by number, with what agreement needs."""

    singular: str
    plural: str
    source_gender: str
    target_gender: str
    noun: bool = True
    key: str = ""


@dataclass(frozen=True)
class Occurrence:
    """A term in a text."""

    start: int
    end: int
    form: Form
    is_plural: bool
    upper: bool


class TermFinder:
    """Finds the terms of a glossary in texts of one direction; the longest one wins."""

    def __init__(self, glossary: Sequence[Term], source: str, target: str):
        self._forms: dict[str, tuple[Form, bool]] = {}
        self._exact: dict[str, tuple[Form, bool]] = {}
        for term in glossary:
            if term.forms.get(source) and term.forms.get(target):
                self._add(term, source, target)
        spoken = sorted({*self._forms, *self._exact}, key=len, reverse=True)
        self._pattern = (
            re.compile(
                r"(?<![\w@#/-])(?:" + "|".join(map(_flexible, spoken)) + r")(?![\w/]|-\w)", re.IGNORECASE
            )
            if spoken
            else None
        )

    def find(self, text: str) -> list[Occurrence]:
        """All terms, from left to right, none inside another."""
        found: list[Occurrence] = []
        for match in self._pattern.finditer(text) if self._pattern else ():
            said = re.sub(r"\s+", " ", match[0]).replace("’", "'")
            known = self._exact.get(said) or self._forms.get(said.casefold())
            if known:
                form, is_plural = known
                upper = said.isupper() and len(said) > 3 and not form.singular.isupper()
                found.append(Occurrence(match.start(), match.end(), form, is_plural, upper))
        return found

    def keys_in(self, text: str) -> set[str]:
        """The keys of the terms in a text."""
        return {each.form.key for each in self.find(text)}

    def _add(self, term: Term, source: str, target: str) -> None:
        for ours, theirs in _pairs(term, source, target):
            if _ACRONYM.fullmatch(ours) or (term.keep and ours == theirs):
                name = _name(ours, theirs, source, target)
                self._exact.setdefault(ours, (replace(name, key=term.key), False))
                continue
            noun = _is_noun(ours, source)
            plural_here, plural_there = nouns.is_plural(ours, source), nouns.is_plural(theirs, target)
            form = Form(
                singular=theirs,
                plural=theirs if term.keep or not noun else nouns.plural(theirs, target),
                source_gender=nouns.gender(ours, source),
                target_gender=nouns.gender(theirs, target),
                noun=noun,
                key=term.key,
            )
            self._forms.setdefault(ours.casefold(), (form, plural_there))
            if noun and not plural_here and not term.keep:
                several = nouns.plural(ours, source)
                if several != ours:
                    self._forms.setdefault(several.casefold(), (form, True))
            elif plural_here and not plural_there:
                self._forms[ours.casefold()] = (form, False)


@lru_cache(maxsize=32)
def _finder(glossary: tuple[tuple[str, ...], ...], source: str, target: str) -> TermFinder:
    return TermFinder(
        [Term({source: ours, target: theirs}, keep == "1", key) for ours, theirs, keep, key in glossary],
        source,
        target,
    )


def finder(glossary: Sequence[Term], source: str, target: str) -> TermFinder:
    """A finder for this glossary, kept while the glossary is the same."""
    return _finder(
        tuple(
            (term.forms[source], term.forms[target], "1" if term.keep else "", term.key)
            for term in glossary
            if term.forms.get(source) and term.forms.get(target)
        ),
        source,
        target,
    )


def _pairs(term: Term, source: str, target: str) -> list[tuple[str, str]]:
    """The spoken forms: with and without the bracket, and a list of symbols one by one."""
    ours, theirs = term.forms[source].strip(), term.forms[target].strip()
    if term.keep and ours == theirs and "," in ours:
        return [(each.strip(), each.strip()) for each in ours.split(",")]
    bracket, their_bracket = _QUALIFIER.search(ours), _QUALIFIER.search(theirs)
    plain = _QUALIFIER.sub("", theirs)
    if not bracket:
        return [(ours, theirs if term.keep else plain)]
    bare = _QUALIFIER.sub("", ours)
    if not term.keep:
        return [] if " " not in bare else [(bare, plain)]  # "crime (as a phenomenon)" is not every crime
    pairs = [(ours, theirs), (bare, plain)]
    if their_bracket and _ACRONYM.fullmatch(bracket[1]) and _ACRONYM.fullmatch(their_bracket[1]):
        pairs.append((bracket[1], their_bracket[1]))
    return pairs


#: Acronyms take the gender of what they stand for, which their letters do not show.
_MASCULINE_ACRONYMS = {"SICA", "INEGI", "ODS", "ODD", "SNAP", "ONUDC"}


def _name(ours: str, theirs: str, source: str, target: str) -> Form:
    def of(form: str, language: str) -> str:
        if language == "en":
            return ""
        if _ACRONYM.fullmatch(form):
            masculine = form in _MASCULINE_ACRONYMS or (form == "UNODC" and language == "pt")
            return "m" if masculine else "f"
        return nouns.gender(form, language)

    return Form(theirs, theirs, of(ours, source), of(theirs, target), noun=not ours.endswith("."))


def _is_noun(form: str, language: str) -> bool:
    first = form.split(maxsplit=1)[0].casefold()
    if first in {"el", "la", "los", "las", "le", "les", "o", "a", "os", "as"} or first.startswith(
        ("l'", "l’")
    ):
        return False  # brings its article along
    return "," not in form and first not in {"adopted", "aprobado", "adopté", "aprovado"}


def _flexible(form: str) -> str:
    return re.escape(form).replace(r"\ ", r"\s+").replace("'", "['’]")

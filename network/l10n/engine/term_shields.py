"""Glossary terms on their way through an engine of grammar: which noun or name stands in for each.

A common noun stands in where article and adjectives must agree. A name of a city stands in for names, and for
English terms without an article, because the engine then reads the next word as the verb that it is.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from . import stand_ins
from .terms import Occurrence, TermFinder

#: English words that are nouns as well as verbs; after a noun Apertium takes them for nouns.
_VERBS = re.compile(
    r"\s+(?:adopt|aid|aim|allow|answer|appeal|appoint|approve|ask|benefit|build|call|change|combat|combine|"
    r"contribute|control|coordinate|cover|create|develop|encourage|estimate|fall|fight|focuse?|fund|grant|"
    r"guide|help|host|improve|include|increase|invest|issue|launch|lead|link|matter|mean|measure|monitor|need|"
    r"note|offer|open|organize|plan|play|present|prevent|produce|program|promise|promote|protect|provide|"
    r"publishe?|rank|rate|reache?|receive|recommend|record|reduce|remain|report|request|require|respond|"
    r"result|review|rise|run|scale|seek|send|serve|set|show|sponsor|stand|start|state|stop|strengthen|studie|"
    r"support|target|test|train|trie|urge|use|view|visit|want|work)s\b"
)
_MARK = re.compile("\ue000\\d+\ue001")
_THE = re.compile(r"\bthe\s+$", re.IGNORECASE)
_BARE_BEFORE = re.compile(
    r"(?:^|[.!?:;,(\ue001]|\b(?:of|on|about|against|for|in|to|by|with|through|and|or|between|towards|under|via))"
    r"\s*$",
    re.IGNORECASE,
)
_ARTICLES = {
    "es": {"m": ("el ", "los "), "f": ("la ", "las ")},
    "fr": {"m": ("le ", "les "), "f": ("la ", "les ")},
    "pt": {"m": ("o ", "os "), "f": ("a ", "as ")},
}


@dataclass(frozen=True)
class StandIn:
    """What was put in and what must come out, in both numbers; and what is written there."""

    out: tuple[str, str]
    term: tuple[str, str]
    article: str = ""
    marks_before: int = 0  # formats that stand before it, and must so in the translation
    is_compound: bool = False  # it tells what kind of thing the next word is: "crime prevention programmes"


def put_in(
    text: str,
    finder: TermFinder,
    word: Callable[[str], str],
    *,
    source: str,
    target: str,
    grammar: bool,
) -> tuple[str, list[StandIn], list[str]]:
    """The text with its terms shielded, what stands in, and the target forms that must come back."""
    done, place = "", 0
    held: list[StandIn] = []
    forms: list[str] = []
    chosen = _Chosen(text)
    for found in finder.find(text):
        done += text[place : found.start]
        place = found.end
        form = found.form.plural if found.is_plural else found.form.singular
        forms.append(form)
        made = _stand_in(found, text, done, chosen, source, target) if grammar else None
        if made:
            before, said, stand_in = made
            done = before + said
            held.append(replace(stand_in, marks_before=done.count("\ue000")))
        else:
            shown = form.upper() if found.upper else form
            capital = _begins(done) and text[found.start].isupper()
            done += word(shown[:1].upper() + shown[1:] if capital else shown)
    return done + text[place:], held, forms


def put_back(text: str, held: list[StandIn]) -> str | None:
    """The answer with its terms; None when one is missing or stands there twice."""
    for each in held:
        one, several = each.out
        found = list(re.finditer(rf"(?<!\w)(?:{one}|{several})(?!\w)", text, re.IGNORECASE))
        if len(found) != 1:
            return None
        match = found[0]
        before = text[: match.start()]
        if before.count("\ue000") != each.marks_before:
            return None  # it would stand outside its emphasis or link
        term = each.term[1] if match[0].casefold() == several != one else each.term[0]
        article = each.article
        if article and before.endswith("d'"):
            before = before[:-1] + "e "
        if each.is_compound and re.search(r"\b(?:de|d')\s*$", before):
            article = ""
        spoken = _MARK.sub("", before).strip()
        if match[0][0].isupper() and (not spoken or spoken[-1] in ".!?¿¡:"):
            written = article + term
            term, article = written[:1].upper() + written[1:], ""
        text = before + article + term + text[match.end() :]
    return text


class _Chosen:
    """Which nouns and names are free: neither in the text nor taken by another term."""

    def __init__(self, text: str):
        self.spoken = text.casefold()
        self.used: set[str] = set()

    def free(self, *words: str) -> bool:
        if any(each.casefold() in self.spoken or each in self.used for each in words):
            return False
        self.used.update(words)
        return True


def _stand_in(
    found: Occurrence, text: str, done: str, chosen: _Chosen, source: str, target: str
) -> tuple[str, str, StandIn] | None:
    """The text before, what is said for the term, and what to expect."""
    form = found.form
    if not form.noun:
        return None
    term = (form.singular, form.plural)
    if found.upper:
        term = (form.singular.upper(), form.plural.upper())
    name = _as_name(found, text, done) if source == "en" and not (found.is_plural or found.upper) else None
    if name and name[1] and not name[2] and not _VERBS.match(text, found.end) and not _is_name(found):
        done += "The " if _begins(done) else "the "  # Romance languages say the article here
    elif name:
        before, article, compound = name
        city = next((each for each in stand_ins.CITIES if chosen.free(each)), None)
        if city:
            wanted = _ARTICLES[target][form.target_gender][0] if article and target in _ARTICLES else ""
            return before, city, StandIn((city, city), term, wanted, compound)
    for ours, theirs in stand_ins.candidates(
        source,
        target,
        source_gender=form.source_gender,
        target_gender=form.target_gender,
        vowel=form.singular.startswith(stand_ins.VOWELS),
    ):
        if chosen.free(ours.singular, theirs.singular):
            said = ours.plural if found.is_plural else ours.singular
            said = said.capitalize() if _begins(done) else said  # after "The " it does not begin
            return done, said, StandIn((theirs.singular, theirs.plural), term)
    return None


def _is_name(found: Occurrence) -> bool:
    return found.form.singular[:1].isupper()


def _as_name(found: Occurrence, text: str, done: str) -> tuple[str, bool, bool] | None:
    """Whether a city may stand in: the text before, whether an article is due, whether a compound."""
    is_name = _is_name(found)
    has_the = _THE.search(done)
    compound = bool(re.match(r"\s+[a-z\ue000X]", text[found.end :])) and not _NO_NOUN.match(text, found.end)
    if has_the and (_VERBS.match(text, found.end) or (is_name and not compound)):
        return done[: has_the.start()], True, False
    if has_the:
        return None
    if _BARE_BEFORE.search(done):
        return done, not is_name, compound
    return None


_NO_NOUN = re.compile(
    r"\s+(?:and|or|in|at|of|with|by|from|to|is|are|was|were|has|have|had|must|can|could|may|might|will|would|"
    r"should|shall|for|on|as|that|which|who|when|where|because|if|than|through|against|among|between|into|"
    r"within|under|during|since|until|after|before|also|not|does|did|do|the|a|an|its|their|this|these|\w+ed)\b"
    rf"|{_VERBS.pattern}"
)


def _begins(done: str) -> bool:
    spoken = _MARK.sub("", done).rstrip()
    return not spoken.strip() or spoken.endswith((".", "!", "?", ":"))

"""A reader's words as a query: quotes and minus signs work, anything else is harmless."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import connection

from ..folding import LANGUAGES, WORD, fold_text, plain, readable

LONGEST, MOST_TERMS = 200, 10  # characters, words
_TERM = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))')
_LEXEME = re.compile(r"'((?:[^']|'')+)'")


@dataclass(frozen=True)
class Term:
    """A word or a phrase in quotes; `unwanted` when it begins with a minus sign."""

    text: str
    unwanted: bool = False


@dataclass(frozen=True)
class Asked:
    """What was asked: the words as typed, their terms, PostgreSQL's query, and lexemes to mark in results."""

    text: str
    terms: tuple[Term, ...]
    query: str
    lexemes: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.query)


def terms_of(text: str) -> tuple[Term, ...]:
    """The terms of what a person typed; at most MOST_TERMS of LONGEST characters in all."""
    found = []
    for match in _TERM.finditer(readable(text[:LONGEST])):
        words = " ".join(WORD.findall(match["phrase"] or match["word"] or ""))
        if words:
            found.append(Term(words, bool(match["minus"])))
    return tuple(found[:MOST_TERMS])


def ask(text: str) -> Asked:
    """Read a person's words in all four languages: rows in other languages than theirs are met too."""
    terms = terms_of(text)
    if not any(not term.unwanted for term in terms):
        return Asked(text, terms, "", frozenset())
    ordered = sorted(terms, key=lambda term: term.unwanted)
    readings = _read(ordered)
    count = sum(not term.unwanted for term in terms)
    wanted = _wanted([reading[:count] for reading in readings])
    unwanted = _any_of(
        each for reading in readings for query in reading[count:] for each in _alternatives(query)
    )
    query = f"({wanted}) & !({unwanted})" if wanted and unwanted else wanted
    return Asked(text, terms, query, _lexemes(wanted))


def _read(terms: Sequence[Term]) -> list[list[str]]:
    """The terms as queries, in each language."""
    pairs = [(language, term.text) for language in LANGUAGES for term in terms]
    values = [value for language, text in pairs for value in (language, text, fold_text(text, language))]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(['search_word_query(%s, %s, %s)::text'] * len(pairs))}", values)
        found = cursor.fetchone()
    return [list(found[place : place + len(terms)]) for place in range(0, len(pairs), len(terms))]


def _wanted(readings: list[list[str]]) -> str:
    """One query of the readings of the wanted terms in each language.

    Languages mostly read a word alike: what they have in common is asked for once, for every lexeme of a
    query is looked up and compared.
    """
    if len(readings[0]) == 1:
        return _any_of(each for (query,) in readings for each in _alternatives(query))
    whole = {
        " & ".join(f"({_any_of(_alternatives(query))})" for query in reading if query) for reading in readings
    }
    return _any_of(f"({query})" for query in sorted(whole) if query)


def _alternatives(query: str) -> list[str]:
    """What a query takes any of; where it has parentheses, it stays whole."""
    return [query] if "(" in query else query.split(" | ") if query else []


def _any_of(queries: Iterable[str]) -> str:
    return " | ".join(dict.fromkeys(queries))


def corrected(asked: Asked) -> str:
    """The words asked, with those that no title, summary or name holds replaced by the most similar one.

    Empty when there is nothing to correct, or nothing similar.
    """
    words = {plain(word) for term in asked.terms if not term.unwanted for word in term.text.split()}
    known = _nearest(sorted(word for word in words if 4 <= len(word) <= 40))
    if not known:
        return ""
    return WORD.sub(lambda match: known.get(plain(match[0]), match[0]), asked.text[:LONGEST])


def _nearest(words: Iterable[str]) -> dict[str, str]:
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT asked, near.written FROM unnest(%s::varchar[]) AS asked CROSS JOIN LATERAL (
                SELECT written FROM search_searchword
                WHERE plain %% asked ORDER BY similarity(plain, asked) DESC, plain LIMIT 1) AS near
            WHERE NOT EXISTS (SELECT FROM search_searchword WHERE plain = asked)
            """,
            [list(words)],
        )
        return dict(cursor.fetchall())


def _lexemes(query: str) -> frozenset[str]:
    return frozenset(lexeme.replace("''", "'") for lexeme in _LEXEME.findall(query))

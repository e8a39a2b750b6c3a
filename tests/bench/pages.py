"""What is measured, and what each page may cost (design/performance.md)."""

from typing import NamedTuple


class Page(NamedTuple):
    """A page, its address, its budget beside the floor for a visitor, and its budget of queries."""

    name: str
    path: str
    floors: float
    queries: int = 8


def pages(identifier: str) -> list[Page]:
    """The measured pages; `identifier` is that of a practice in the database."""
    return [
        Page("home", "/es/", 4),
        Page("state page", "/es/states/GT/", 4),
        Page("topic page", "/es/topics/youth/", 4),
        Page("list", "/es/practices/", 4),
        Page("list, page 2", "", 4),
        Page("list, one filter (state)", "/es/practices/?state=GT", 4),
        Page("list, one filter (topic)", "/en/practices/?topic=youth", 4),
        Page("list on the map", "/es/practices/?view=map", 4),
        Page("list as a table", "/es/practices/?view=table", 4),
        Page("several filters, few match", "/es/practices/?state=GT&topic=youth&level=secondary", 8),
        Page("several filters, 2,000+ match", "/es/practices/?level=primary&scale=local&origin=es", 8),
        Page("search in all: rare word (1 %)", "/es/search/?q=apicultura", 5, 6),
        Page("search in all: common word (30 %)", "/es/search/?q=prevencion", 5, 6),
        Page("search in all: two words", "/es/search/?q=armas+escuela", 5, 6),
        Page("search in all: misspelled", "/es/search/?q=apicultira", 5, 6),
        Page("search in all: no hit", "/es/search/?q=zzyzxq", 5, 6),
        Page("search in practices: common word", "/es/practices/?q=prevencion", 8),
        Page("search in practices: word and filter", "/es/practices/?q=prevencion&state=GT", 8),
        Page("practice", f"/es/practices/{identifier}/", 4),
        Page("practice, in another language", f"/fr/practices/{identifier}/", 4),
        Page("API: list of 50", "/api/v1/practices/", 4, 5),
        Page("API: one record", f"/api/v1/practices/{identifier}/", 1.5, 5),
    ]

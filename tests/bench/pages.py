"""What is measured, and what each page may cost (design/performance.md)."""

from typing import NamedTuple


class Page(NamedTuple):
    """A page, its address, its budget beside the floor, and its budget of queries.

    Asked by a visitor, unless `signed_in`. `again`: asked with the ETag of the answer before, which is to be
    answered by 304. `headers` follow from both, see `ready`.
    `peers`: what people would use instead, and how often the floor its page costs, measured in the same way.
    """

    name: str
    path: str
    floors: float
    queries: int = 8
    signed_in: bool = False
    again: bool = False
    headers: tuple[tuple[str, str], ...] = ()
    peers: tuple[tuple[str, float], ...] = ()

    @property
    def status(self) -> int:
        """The answer that is expected."""
        return 304 if self.again else 200

    @property
    def is_html(self) -> bool:
        """Whether people read it: their pages have a budget of bytes uncompressed, too."""
        return not self.path.startswith("/api/")


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
        Page("list by evidence", "/es/practices/?view=evidence", 4),
        Page("list by evidence, one filter", "/es/practices/?view=evidence&state=GT", 4),
        Page("list, one filter (strength)", "/es/practices/?strength=moderate", 4),
        Page(
            "several filters with strength", "/es/practices/?strength=moderate&direction=positive&state=GT", 8
        ),
        Page(
            "several filters, few match", "/es/practices/?topic=youth&level=secondary", 8
        ),  # a full page of a tenth, too
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
        Page("API: list of 50, unchanged (304)", "/api/v1/practices/", 0.5, 5, again=True),
        Page("API: one record, unchanged (304)", f"/api/v1/practices/{identifier}/", 0.5, 5, again=True),
        Page("signed in: home", "/es/", 6, 12, signed_in=True),
        Page("signed in: what waits for me", "/es/me/", 6, 12, signed_in=True),
        Page("signed in: state page", "/es/states/GT/", 6, 12, signed_in=True),
        Page("signed in: topic page", "/es/topics/youth/", 6, 12, signed_in=True),
        Page("signed in: list", "/es/practices/", 6, 12, signed_in=True),
        Page("signed in: several filters", "/es/practices/?state=GT&topic=youth", 8, 12, signed_in=True),
        Page("signed in: search", "/es/search/?q=prevencion", 6, 8, signed_in=True),
        Page("signed in: practice", f"/es/practices/{identifier}/", 5, 12, signed_in=True),
        Page("signed in: API list of 50", "/api/v1/practices/", 5, 6, signed_in=True),
        Page("signed in: API, one record", f"/api/v1/practices/{identifier}/", 2, 6, signed_in=True),
    ]

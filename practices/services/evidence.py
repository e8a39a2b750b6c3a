"""What practices prove: on which topics a member state has published some."""

from collections.abc import Iterable

from django.contrib.auth.models import AnonymousUser

from network.search.services.counts import counts_of

from .indexing import KIND

STATE = "state:"


def practices_on(topics: Iterable[str]) -> dict[tuple[str, str], int]:
    """Published practices by state and topic, from the maintained counts; one query."""
    bases = {f"topic:{slug}": slug for slug in topics}
    return {
        (facet.removeprefix(STATE), bases[base]): count
        for base, counts in counts_of(KIND, AnonymousUser(), bases).items()
        for facet, count in counts.items()
        if facet.startswith(STATE)
    }

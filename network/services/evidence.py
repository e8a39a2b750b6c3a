"""Facts that one app holds and another weighs: how much a member state has published on a topic.

An app registers its source from AppConfig.ready(); whoever asks knows no app:

    evidence.register("practices", practices_on)

A source takes slugs of topics and returns how many records each state has published on each of them.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

Facts = Mapping[tuple[str, str], int]
"""Numbers by (ISO code of the state, slug of the topic)."""
Source = Callable[[Iterable[str]], Facts]

_sources: dict[str, Source] = {}


def register(name: str, source: Source) -> None:
    """Add an app's facts; the same name replaces the earlier one."""
    _sources[name] = source


def published_on(topics: Iterable[str]) -> Counter[tuple[str, str]]:
    """How many records each state has published on each of these topics, over all sources."""
    wanted, found = sorted(set(topics)), Counter[tuple[str, str]]()
    if wanted:
        for source in _sources.values():
            found.update(source(wanted))
    return found

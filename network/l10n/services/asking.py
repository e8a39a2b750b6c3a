"""Asking memory and engines for one translation: which, in which order, and what their troubles mean."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property

from django.utils import timezone

from .. import providers
from ..choices import JobState, Origin, Reason
from ..models import GlossaryTerm, Translation
from ..providers.base import Provider, ProviderBusy, ProviderGarbage, ProviderRefused
from . import budget, circuit, memory
from .glossary import all_terms, glossary_hash, terms_in
from .translating import Term, Translated, segments, translate
from .writing import Answer

MOST_ATTEMPTS = 12
ATTEMPTS_EACH = 3  # of an engine that is busy, before the next one is asked first
SPREAD = timedelta(minutes=5)
MANUAL = "manual"


@dataclass(frozen=True)
class Ask:
    """A text to be translated, as it was read."""

    row: Translation
    text: str
    source_hash: str
    is_rich: bool
    is_confidential: bool


@dataclass(frozen=True)
class Delay:
    """Why a translation was not made, and when to try again (None: not at all)."""

    translation: int
    state: JobState
    reason: Reason
    error: str = ""
    due_at: datetime | None = None
    attempts: int = 0


@dataclass
class _Troubles:
    """What engines answered so far to one ask."""

    is_held: bool = False
    faults: list[tuple[Reason, str]] = field(default_factory=list)
    blocked: list[datetime] = field(default_factory=list)


class BusyError(Exception):
    """The engine asks for patience: the rest of the run does not ask it either."""

    def __init__(self, error: str, pause: timedelta):
        super().__init__(error)
        self.pause = pause


class Engines:
    """The engines, glossary and memory of one run."""

    def __init__(self) -> None:
        self._busy: BusyError | None = None

    @cached_property
    def _terms(self) -> list[GlossaryTerm]:
        return all_terms()

    @cached_property
    def _handed(self) -> list[Term]:
        """The whole glossary, always the same, so that looking it up is prepared once."""
        return [Term(forms=term.forms, keep=term.keep, key=term.key) for term in self._terms]

    def translate(self, asks: Sequence[Ask]) -> Iterator[Answer | Delay]:
        """An answer or a delay for each; once an engine is busy, the others wait without asking it."""
        known = _known(asks)
        for ask in asks:
            try:
                if self._busy is not None:
                    raise self._busy
                yield self._one(ask, known)
            except BusyError as busy:
                tried = self._busy is None
                self._busy = busy
                yield _later(ask, Reason.BUSY, str(busy), busy.pause, tried=tried)

    def _one(self, ask: Ask, known: dict[str, str]) -> Answer | Delay:
        blocks = segments(ask.text, ask.is_rich)
        if blocks and all(block in known for block in blocks):
            text = _put_together(ask.text, blocks, known)
            if text is not None:
                return _remembered(ask, text)
        row = ask.row
        candidates = _candidates(row.source_language, row.target_language)
        if not candidates:
            return Delay(row.pk, JobState.NEEDS_REVIEW, Reason.NO_ENGINE)
        if ask.is_confidential:
            candidates = [each for each in candidates if each.is_local]
        if not candidates:
            return Delay(row.pk, JobState.SKIPPED, Reason.CONFIDENTIAL)
        return self._try(ask, _rotated(candidates, row.attempts))

    def _try(self, ask: Ask, candidates: Sequence[Provider]) -> Answer | Delay:
        row, troubles, open_until = ask.row, _Troubles(), circuit.open_circuits()
        terms = terms_in(ask.text, source=row.source_language, target=row.target_language, terms=self._terms)
        terms_hash = glossary_hash(terms, source=row.source_language, target=row.target_language)
        for provider in candidates:
            if provider.name in open_until:
                troubles.blocked.append(open_until[provider.name])
                continue
            translated = _ask_one(ask, provider, self._handed, terms_hash, troubles)
            if translated is not None:
                return _answer(ask, translated, terms_hash)
        return _conclude(ask, troubles)


def can_translate(source: str, target: str) -> bool:
    """Whether there is an engine for this direction now."""
    return bool(_candidates(source, target))


def _candidates(source: str, target: str) -> list[Provider]:
    return [each for each in providers.order(source, target) if each.name != MANUAL]


def _ask_one(
    ask: Ask, provider: Provider, terms: Sequence[Term], terms_hash: str, troubles: _Troubles
) -> Translated | None:
    """One engine's translation; None, with the trouble noted, when it has none. Raises BusyError."""
    row = ask.row
    try:
        key = f"{ask.source_hash}:{terms_hash}"
        budget.charge(row=row, provider=provider.name, key=key, characters=len(ask.text))
        translated = translate(
            ask.text,
            source=row.source_language,
            target=row.target_language,
            provider=provider,
            glossary=terms,
            rich=ask.is_rich,
        )
    except budget.BudgetError:
        troubles.is_held = True
        return None
    except ProviderBusy as error:
        circuit.note_trouble(provider.name, Reason.BUSY, str(error))
        asked = timedelta(seconds=error.retry_after or 0)
        raise BusyError(
            f"{provider.name}: {error}", max(circuit.pause_after(row.attempts + 1), asked)
        ) from error
    except ProviderRefused as error:
        circuit.note_refusal(provider.name, str(error))
        budget.give_back(row=row)
        troubles.blocked.append(timezone.now() + circuit.REFUSED)
        return None
    except Exception as error:
        reason = Reason.GARBAGE if isinstance(error, ProviderGarbage) else Reason.BROKEN
        circuit.note_trouble(provider.name, reason, str(error))
        budget.give_back(row=row)
        troubles.faults.append((reason, f"{provider.name}: {error}"))
        return None
    circuit.note_success(provider.name)
    return translated


def _conclude(ask: Ask, troubles: _Troubles) -> Delay:
    """No engine translated: when it is worth trying again."""
    if troubles.faults:
        reason, error = troubles.faults[0]
        return _later(ask, reason, error, circuit.pause_after(ask.row.attempts + 1), tried=True)
    if troubles.is_held and not troubles.blocked:
        due_at = budget.next_month() + _spread()
        return Delay(ask.row.pk, JobState.BUDGET_HELD, Reason.BUDGET, "", due_at, ask.row.attempts)
    due_at = min(troubles.blocked) + _spread()
    return Delay(ask.row.pk, JobState.FAILED_RETRYABLE, Reason.REFUSED, "", due_at, ask.row.attempts)


def _later(ask: Ask, reason: Reason, error: str, pause: timedelta, *, tried: bool) -> Delay:
    attempts = ask.row.attempts + tried
    if attempts >= MOST_ATTEMPTS:
        return Delay(ask.row.pk, JobState.FAILED_FINAL, reason, error[:300], None, attempts)
    due_at = timezone.now() + pause
    return Delay(ask.row.pk, JobState.FAILED_RETRYABLE, reason, error[:300], due_at, attempts)


def _spread() -> timedelta:
    return SPREAD * random.random()  # noqa: S311 - spreads load, guards nothing


def _rotated(candidates: list[Provider], attempts: int) -> list[Provider]:
    """The order of the settings; an engine that was busy time and again comes after the next."""
    start = attempts // ATTEMPTS_EACH % len(candidates)
    return candidates[start:] + candidates[:start]


def _answer(ask: Ask, made: Translated, terms_hash: str) -> Answer:
    return Answer(
        translation=ask.row.pk,
        source_hash=ask.source_hash,
        text=made.text,
        origin=Origin.MACHINE,
        engine=made.engine,
        version=made.version[:120],
        glossary_hash=terms_hash,
        confidence=made.confidence,
        flags=made.flags,
        characters=made.characters,
        is_good=made.is_good,
    )


def _remembered(ask: Ask, text: str) -> Answer:
    return Answer(
        translation=ask.row.pk,
        source_hash=ask.source_hash,
        text=text,
        origin=Origin.MEMORY,
        engine="memory",
        confidence=1.0,
    )


def _known(asks: Sequence[Ask]) -> dict[str, str]:
    """Blocks of these texts that people have approved translations of."""
    found: dict[str, str] = {}
    pairs = {(ask.row.source_language, ask.row.target_language) for ask in asks}
    for source, target in pairs:
        blocks = [
            block
            for ask in asks
            if (ask.row.source_language, ask.row.target_language) == (source, target)
            for block in segments(ask.text, ask.is_rich)
        ]
        found |= memory.known(blocks, source, target)
    return found


def _put_together(text: str, blocks: Sequence[str], known: dict[str, str]) -> str | None:
    """The text with each block replaced at its place; None when a block is not found in it."""
    parts, end = [], 0
    for block in blocks:
        place = text.find(block, end)
        if place < 0:
            return None
        parts += [text[end:place], known[block]]
        end = place + len(block)
    return "".join([*parts, text[end:]])

"""Invented practices for load tests: plausible text in four languages, the same for the same seed."""

import copy
import datetime as dt
import json
import random
import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from network.models import IccsSection, MemberState, Organization, Topic

from ..choices import (
    Approach,
    Depth,
    EvaluationDesign,
    Licence,
    PopulationReach,
    PracticeState,
    PreventionLevel,
    Scale,
)
from ..models import Evaluation, Practice
from .plausible_evidence import Judge

PIECES = Path(__file__).resolve().parents[1] / "data" / "plausible.json"
TEXTS = ("title", "summary", "diagnosis", "objectives", "activities", "population_description", "places")
LONG = {"diagnosis": 4, "objectives": 2, "activities": 5, "population_description": 1}  # sentences each
SYLLABLES = (
    "ba",
    "ce",
    "chi",
    "do",
    "fe",
    "gua",
    "hue",
    "ja",
    "ka",
    "lo",
    "ma",
    "ni",
    "pa",
    "que",
    "ro",
    "ti",
    "zu",
)
FIRST_DAY = dt.datetime(2017, 1, 1, tzinfo=dt.UTC)
DAYS = 3600
ONE_IN_A_HUNDRED = 0.01
LANGUAGES, SHARES = ("es", "en", "pt", "fr"), (45, 25, 20, 10)


class Surroundings(NamedTuple):
    """What invented practices refer to."""

    states: Sequence[MemberState]
    topics: Sequence[Topic]
    sections: Sequence[IccsSection]
    organizations: dict[str, Organization]
    author_id: int


class Inventor:
    """Makes practices one after the other; `first_id` is the key of the first."""

    def __init__(
        self, around: Surroundings, *, seed: int, first_id: int, count: int, numbers: dict[int, int]
    ) -> None:
        self.around, self.next_id, self.first_id, self.count = around, first_id, first_id, count
        self.numbers = numbers
        self.blank = Practice(
            state=PracticeState.PUBLISHED,
            author_id=around.author_id,
            contact_email="samples@demo.example",
            licence=Licence.CC_BY_4,
            consents_to_publish=True,
            asks_for_rating=False,
            is_demonstration=True,
        )
        self.study = Evaluation(source_language="es")
        self.dice = random.Random(seed)  # noqa: S311 - no secret
        self.judge = Judge(seed)
        self.pieces: dict[str, Any] = json.loads(PIECES.read_text(encoding="utf-8"))

    def invent(self) -> Practice:
        """The next practice, unsaved; what belongs to it is in its prefetch cache."""
        pick = self.dice.choice
        state = self.dice.choices(self.around.states, range(len(self.around.states), 0, -1))[0]
        language = self.dice.choices(LANGUAGES, SHARES)[0]
        practice = copy.copy(self.blank)  # a fresh instance would set a hundred defaults each time
        values = {
            "pk": self.next_id,
            "uuid": uuid.UUID(int=self.dice.getrandbits(128), version=4),
            "depth": Depth.FULL if self.dice.random() < 0.4 else Depth.SNAPSHOT,
            "source_language": language,
            "country": state,
            "organization": self.around.organizations[state.pk],
            "published_at": self._moment(),
            "prevention_level": self.dice.choices(PreventionLevel.values, (6, 3, 1))[0],
            "population_reach": pick(PopulationReach.values),
            "approaches": sorted(self.dice.sample(Approach.values, pick((1, 1, 2)))),
            "scale": self.dice.choices(Scale.values, (5, 2, 3, 1))[0],
            "started_on": str(self.dice.randint(2005, 2020)),
            "is_ongoing": self.dice.random() < 0.7,
            "offers_assistance": self.dice.random() < 0.3,
        }
        for field, value in values.items():
            setattr(practice, field, value)
        practice.identifier = self._identifier(practice.published_at.year)
        self._write(practice, language)
        self._classify(practice)
        self.next_id += 1
        return practice

    def _moment(self) -> dt.datetime:
        share = (self.next_id - self.first_id) / max(self.count, 1)
        return FIRST_DAY + dt.timedelta(days=int(DAYS * share), seconds=self.next_id % 86_000)

    def _identifier(self, year: int) -> str:
        self.numbers[year] = self.numbers.get(year, 0) + 1
        return f"GP-{year}-{self.numbers[year]:04d}"

    def _write(self, practice: Practice, language: str) -> None:
        """Text in the language of origin; half of them have title and summary in others too."""
        others = [code for code in LANGUAGES if code != language and self.dice.random() < 0.25]
        name, number = self._name(), str(self.dice.randint(2, 60))
        shape = [self.dice.randrange(10), self.dice.randrange(15), *self.dice.sample(range(20), 14)]
        rare = self.dice.randrange(8) if self.dice.random() < ONE_IN_A_HUNDRED * 8 else None
        for code in (language, *others):
            texts = self._texts(code, shape, rare, {"name": name, "number": number}, whole=code == language)
            for field, text in texts.items():
                setattr(practice, f"{field}_{code}", text)

    def _texts(
        self, code: str, shape: list[int], rare: int | None, words: dict[str, str], *, whole: bool
    ) -> dict[str, str]:
        pieces = self.pieces[code]
        sentences = [pieces["sentences"][number].format(**words) for number in shape[2:]]
        title = f"{pieces['kinds'][shape[0]]} {words['name']} {pieces['aims'][shape[1]]}"
        if rare is not None:
            title += f": {pieces['rare'][rare]}"
        texts = {"title": title, "summary": " ".join(sentences[:2])}
        if whole:
            texts["places"] = words["name"]
            place = 2
            for field, length in LONG.items():
                texts[field] = " ".join(sentences[place : place + length])
                place += length
        return texts

    def _name(self) -> str:
        return "".join(self.dice.choices(SYLLABLES, k=self.dice.randint(2, 4))).capitalize()

    def _classify(self, practice: Practice) -> None:
        evaluations = []
        if self.dice.random() < 0.4:
            study = copy.copy(self.study)
            study.practice_id, study.design = practice.pk, self.dice.choice(EvaluationDesign.values)
            evaluations.append(study)
        outcomes, ratings = self.judge.judge(practice, self.pieces[practice.source_language]["indicators"])
        practice._prefetched_objects_cache = {
            "topics": self.dice.sample(self.around.topics, self.dice.choice((1, 2, 2, 3))),
            "iccs_sections": self.dice.sample(self.around.sections, self.dice.choice((0, 1, 1, 2))),
            "evaluations": evaluations,
            "building_blocks": [],
            "outcomes": outcomes,
            "materials": [],
            "partners": [],
            "ratings": ratings,
        }

"""The way of an adaptation: what this table allows happens, and nothing else does."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from network.choices import Role
from network.models import MemberState
from network.notifications.models import Notification
from network.search.models import SearchRow
from practices.choices.adaptations import ADAPTATION_STEPS
from practices.models import Adaptation, AdaptationStep, Practice
from practices.rules import screens_adaptation
from practices.services.adapting.errors import (
    AdaptationMovedError,
    AdaptationStaleError,
    NotItsPracticeError,
    OriginGoneError,
    OwnPracticeError,
    WordsMissingError,
)
from practices.services.adapting.way import link_result, take_step
from practices.services.adapting.writing import AdaptationWords, save_adaptation, start_adaptation
from practices.services.errors import CommentNeededError, PracticeError
from tests.depth import examples
from tests.factories import AdaptationFactory, OrganizationFactory, PublishedPracticeFactory, UserFactory

from .conftest import WORDS

pytestmark = pytest.mark.django_db
#: From the design's words, not from the code: (from, verb) -> (to, who may, whether it says why).
TABLE: dict[tuple[str, str], tuple[str, set[str], bool]] = {
    ("draft", "ask_clearance"): ("awaiting_clearance", {"author", "colleague"}, False),
    ("draft", "submit"): ("submitted", {"focal", "screener of the state"}, False),
    ("draft", "delete"): ("", {"author", "focal", "screener of the state"}, False),
    ("awaiting_clearance", "send_back"): ("draft", {"focal", "screener of the state"}, True),
    ("awaiting_clearance", "submit"): ("submitted", {"focal", "screener of the state"}, False),
    ("submitted", "publish"): ("published", {"screener", "another screener"}, False),
    ("submitted", "return"): ("returned", {"screener", "another screener"}, True),
    ("submitted", "decline"): ("declined", {"screener", "another screener"}, True),
    ("returned", "submit"): ("submitted", {"focal", "screener of the state"}, False),
    ("returned", "delete"): ("", {"author", "focal", "screener of the state"}, False),
    ("published", "link"): ("published", {"focal", "screener of the state"}, False),
    ("published", "withdraw"): ("withdrawn", {"focal", "screener of the state", "manager"}, True),
}
VERBS = sorted({verb for _state, verb in TABLE})
STATES = (
    *("draft", "awaiting_clearance", "submitted", "returned"),
    *("published", "declined", "withdrawn"),
)
CAST: dict[str, list[Any]] = {
    "author": [(Role.CONTRIBUTOR, "CL")],
    "colleague": [(Role.CONTRIBUTOR, "CL")],
    "focal": [(Role.FOCAL_POINT, "CL")],
    "focal of the origin": [(Role.FOCAL_POINT, "GT")],
    "outsider": [(Role.FOCAL_POINT, "BR"), (Role.CONTRIBUTOR, "BR")],
    "screener": [Role.SCREENER],
    "another screener": [Role.SCREENER],
    "screener of the state": [Role.SCREENER, (Role.FOCAL_POINT, "CL")],
    "screener of the origin": [Role.SCREENER, (Role.CONTRIBUTOR, "GT")],
    "screener of the organization": [Role.SCREENER],
    "manager": [Role.STAFF_MANAGER],
    "reviewer": [Role.REVIEWER],
    "member": [Role.MEMBER],
    "visitor": [],
}
SILENT = {"start", "delete"}


def step(adaptation: Adaptation, verb: str, by: Any, words: str, result: Practice | None) -> Any:
    """Call the service of a verb."""
    if verb == "link":
        return link_result(adaptation=adaptation, by=by, practice=result)
    return take_step(adaptation=adaptation, by=by, verb=verb, comment=words)


def test_the_table_of_the_code_is_that_of_the_design() -> None:
    """No row more, no row less."""
    rows = {(str(row.source), row.verb) for row in ADAPTATION_STEPS if row.source}
    assert rows == set(TABLE)
    for row in ADAPTATION_STEPS:
        if row.source:
            target, _who, says_why = TABLE[str(row.source), row.verb]
            assert (str(row.target or ""), row.needs_comment) == (target, says_why)
    assert [row.verb for row in ADAPTATION_STEPS if row.source is None] == ["start"]


class Walk(RuleBasedStateMachine):
    """Anybody tries anything at any time, from any place; the table says what must come of it."""

    cast: dict[str, Any]
    origin: Practice
    result: Practice
    body: Any

    def __init__(self) -> None:
        super().__init__()
        self.begin()

    def begin(self) -> None:
        self.it = AdaptationFactory(
            origin=self.origin, author=self.cast["author"], organization=self.body, state="draft"
        )

    @rule(place=st.sampled_from(STATES))
    def find_it_elsewhere(self, place: str) -> None:
        self.it = AdaptationFactory(
            origin=self.origin,
            author=self.cast["author"],
            organization=self.body,
            state=place,
            published_at="2026-01-01T00:00Z",
        )

    @rule(
        name=st.sampled_from(sorted(CAST)),
        verb=st.sampled_from([*VERBS, "revise", ""]),
        words=st.sampled_from(["", " ", "Por esto."]),
    )
    def try_a_step(self, name: str, verb: str, words: str) -> None:
        """Either the row of the table, with its entry in the log and its news, or nothing at all."""
        target, who, says_why = TABLE.get((self.it.state, verb), ("", set(), False))
        before = (self.it.state, AdaptationStep.objects.count(), Notification.objects.count())
        if name not in who or (says_why and not words.strip()):
            with pytest.raises((PermissionDenied, PracticeError)):
                step(self.it, verb, self.cast[name], words, self.result)
            self.it = Adaptation.objects.get(pk=self.it.pk)
            assert before == (self.it.state, AdaptationStep.objects.count(), Notification.objects.count())
            return
        source, self.it = self.it.state, step(self.it, verb, self.cast[name], words, self.result)
        if not target:
            self.begin()
            return
        last = AdaptationStep.objects.order_by("pk").last()
        assert self.it.state == target
        assert (last.verb, last.from_state, last.to_state) == (verb, source, target)
        assert (last.by, last.comment) == (self.cast[name], words.strip())
        assert Notification.objects.count() > before[2]
        found = SearchRow.objects.filter(kind="adaptation", object_id=self.it.pk).exists()
        assert found == (target == "published")


@pytest.mark.walk
def test_whoever_tries_whatever_only_the_table_happens(
    published_of_guatemala: Practice, guatemala: MemberState
) -> None:
    body = OrganizationFactory(name="Fundación", state_id="CL")
    Walk.origin, Walk.body = published_of_guatemala, body
    Walk.result = PublishedPracticeFactory(country_id="CL", organization=body)
    people = {name: UserFactory(roles=roles) for name, roles in CAST.items() if name != "visitor"}
    people["screener of the organization"].memberships.create(organization=body)
    Walk.cast = {**people, "visitor": AnonymousUser()}
    run_state_machine_as_test(
        Walk,
        settings=settings(
            max_examples=examples(12),
            stateful_step_count=30,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.mark.parametrize("state", STATES)
def test_from_each_place_each_person_takes_the_steps_of_the_table(
    state: str, published_of_guatemala: Practice
) -> None:
    """All of them, by the rules alone."""
    from practices.rules import adaptation_steps_open_to

    people = {name: UserFactory(roles=roles) for name, roles in CAST.items() if name != "visitor"}
    body = OrganizationFactory(state_id="CL")
    people["screener of the organization"].memberships.create(organization=body)
    it = AdaptationFactory(
        origin=published_of_guatemala,
        author=people["author"],
        organization=body,
        state=state,
        published_at="2026-01-01T00:00Z",
    )
    for name, person in {**people, "visitor": AnonymousUser()}.items():
        expected = {
            verb for (source, verb), (_to, who, _why) in TABLE.items() if source == state and name in who
        }
        assert {row.verb for row in adaptation_steps_open_to(person, it)} == expected, name


def test_who_wrote_it_does_not_screen_it(published_of_guatemala: Practice, screener: Any) -> None:
    assert not screens_adaptation(screener, AdaptationFactory(origin=published_of_guatemala, author=screener))


def test_of_two_who_act_at_once_the_second_is_told_who_was_first(
    draft: Adaptation, focal_point_of_chile: Any, screener: Any, contributor_of_chile: Any
) -> None:
    read_before = Adaptation.objects.get(pk=draft.pk)
    submitted = take_step(adaptation=draft, by=focal_point_of_chile, verb="submit")
    with pytest.raises(AdaptationMovedError, match="Camila Rojas"):
        take_step(adaptation=read_before, by=contributor_of_chile, verb="ask_clearance")
    with pytest.raises(AdaptationMovedError):
        save_adaptation(adaptation=read_before, by=contributor_of_chile, words=WORDS, revision=1)
    other = Adaptation.objects.get(pk=submitted.pk)
    take_step(adaptation=submitted, by=screener, verb="return", comment="Más cifras.")
    with pytest.raises(AdaptationMovedError, match="Elena Ruiz"):
        take_step(adaptation=other, by=screener, verb="publish")


def test_what_was_saved_since_it_was_read_is_not_handed_on_nor_overwritten(
    draft: Adaptation, focal_point_of_chile: Any, contributor_of_chile: Any
) -> None:
    save_adaptation(adaptation=draft, by=contributor_of_chile, words=WORDS, revision=1)
    with pytest.raises(AdaptationStaleError, match="Javier Soto"):
        save_adaptation(adaptation=draft, by=focal_point_of_chile, words=WORDS, revision=1)
    with pytest.raises(AdaptationStaleError):
        take_step(adaptation=draft, by=focal_point_of_chile, verb="submit", seen_revision=1)


def test_the_own_practice_is_adapted_by_another_organization_alone(
    published_of_guatemala: Practice, contributor_of_guatemala: Any, guatemala: MemberState
) -> None:
    def begin(organization: Any) -> Adaptation:
        words = AdaptationWords("es", WORDS.texts, {**WORDS.values, "organization": organization})
        return start_adaptation(
            practice=published_of_guatemala, by=contributor_of_guatemala, country=guatemala, words=words
        )

    for organization in (None, published_of_guatemala.organization, OrganizationFactory(state_id="CL")):
        with pytest.raises(OwnPracticeError):
            begin(organization)
    assert begin(OrganizationFactory(state_id="GT", name="Otra")).pk


def test_a_draft_is_begun_of_what_is_public_by_those_of_the_state(
    published_of_guatemala: Practice,
    draft_of_guatemala: Practice,
    contributor_of_chile: Any,
    focal_point_of_brazil: Any,
    member: Any,
    chile: MemberState,
) -> None:
    for practice, by in (
        (published_of_guatemala, focal_point_of_brazil),
        (published_of_guatemala, member),
        (draft_of_guatemala, contributor_of_chile),
    ):
        with pytest.raises(PermissionDenied):
            start_adaptation(practice=practice, by=by, country=chile, words=WORDS)
    assert not Adaptation.objects.exists()


def test_what_is_required_is_required_and_what_ended_has_a_result(
    published_of_guatemala: Practice, contributor_of_chile: Any, chile: MemberState
) -> None:
    def begin(**values: Any) -> Adaptation:
        words = AdaptationWords("es", {**WORDS.texts, "result": ""}, {**WORDS.values, **values})
        return start_adaptation(
            practice=published_of_guatemala, by=contributor_of_chile, country=chile, words=words
        )

    with pytest.raises(WordsMissingError) as caught:
        begin()
    assert caught.value.fields == ["result"]
    assert begin(is_ongoing=True, ended_on="").pk


def test_what_came_of_it_is_a_published_practice_of_the_state_and_another(
    published_of_guatemala: Practice, focal_point_of_chile: Any
) -> None:
    it = AdaptationFactory(origin=published_of_guatemala, state="published", published_at="2026-01-01T00:00Z")
    for practice in (published_of_guatemala, PublishedPracticeFactory(country_id="BR")):
        with pytest.raises(NotItsPracticeError):
            link_result(adaptation=it, by=focal_point_of_chile, practice=practice)
    theirs = PublishedPracticeFactory(country_id="CL")
    assert link_result(adaptation=it, by=focal_point_of_chile, practice=theirs).resulting_practice == theirs


def test_what_was_adapted_must_still_be_public_when_it_is_handed_on(
    draft: Adaptation, published_of_guatemala: Practice, focal_point_of_chile: Any
) -> None:
    Practice.objects.filter(pk=published_of_guatemala.pk).update(state="withdrawn")
    with pytest.raises(OriginGoneError):
        take_step(adaptation=draft, by=focal_point_of_chile, verb="submit")


def test_a_step_that_says_why_is_not_taken_without(draft: Adaptation, focal_point_of_chile: Any) -> None:
    Adaptation.objects.filter(pk=draft.pk).update(state="awaiting_clearance")
    draft.refresh_from_db()
    with pytest.raises(CommentNeededError):
        take_step(adaptation=draft, by=focal_point_of_chile, verb="send_back", comment="  ")

"""The Secretariat's desk: board, record with comments, steps."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from network.choices import Role
from practices.choices import Depth, PracticeState
from practices.models import FieldComment, Practice
from practices.services import way
from tests.factories import DraftPracticeFactory, UserFactory

DESK = "/en/practices/desk/"
QUERIES_OF_THE_BOARD = 9  # session, user, grants, organizations, notices; lanes, count, rows; adaptations
pytestmark = pytest.mark.django_db


@pytest.fixture
def submitted(draft_of_guatemala: Practice, focal_point_of_guatemala: Any) -> Practice:
    """Handed to the Secretariat."""
    return way.submit_practice(practice=draft_of_guatemala, by=focal_point_of_guatemala)


@pytest.fixture
def screened(submitted: Practice, screener: Any) -> Practice:
    """Claimed by the screener."""
    return way.claim_practice(practice=submitted, by=screener)


def send(client: Client, practice: Practice, step: str, **data: Any) -> Any:
    """Press a button of the desk."""
    return client.post(f"{DESK}{practice.uuid}/{step}/", {"revision": practice.revision, **data})


def state_of(practice: Practice) -> str:
    """Where it is now."""
    return Practice.objects.get(pk=practice.pk).state


def test_the_board_counts_what_is_in_each_lane(client: Client, screener: Any, submitted: Practice) -> None:
    """And lists it with a button to claim it."""
    DraftPracticeFactory.create_batch(2, state=PracticeState.RETURNED, submitted_at="2026-01-01T00:00Z")
    DraftPracticeFactory(state=PracticeState.DRAFT)
    client.force_login(screener)
    text = client.get(DESK).content.decode()
    assert "3 practices in work" in text
    assert f"/desk/{submitted.uuid}/claim/" in text


@pytest.mark.parametrize(
    ("query", "expected"),
    [("", 3), ("?lane=submitted", 1), ("?q=CHICOS", 1), ("?q=guatemala", 3), ("?mine=1", 2)],
)
def test_the_board_is_filtered_by_lane_words_and_hands(
    client: Client, screener: Any, query: str, expected: int
) -> None:
    """Each filter has an address."""
    DraftPracticeFactory(state=PracticeState.SUBMITTED, title_es="Los chicos del barrio")
    DraftPracticeFactory(state=PracticeState.SCREENING, screener=screener)
    DraftPracticeFactory(state=PracticeState.SCREENING, screener=UserFactory(roles=[Role.SCREENER]))
    client.force_login(screener)
    assert len(client.get(DESK + query).context["rows"]) == expected


@pytest.mark.parametrize("count", [1, 3])
def test_the_board_asks_the_database_as_often_for_three_as_for_one(
    client: Client, screener: Any, count: int, django_assert_num_queries: Any
) -> None:
    """Rows, counts and comments in a constant number of questions."""
    for practice in DraftPracticeFactory.create_batch(count, state=PracticeState.SUBMITTED):
        FieldComment.objects.create(
            practice=practice, section="identity", field="title", text="?", by=screener
        )
    client.force_login(screener)
    client.get(DESK)
    with django_assert_num_queries(QUERIES_OF_THE_BOARD):
        client.get(DESK)


def test_the_board_never_shows_drafts_of_the_states_to_screeners(
    client: Client, screener: Any, draft_of_guatemala: Practice
) -> None:
    """What has not been submitted is the state's own."""
    awaiting = DraftPracticeFactory(state=PracticeState.AWAITING_CLEARANCE)
    client.force_login(screener)
    assert client.get(DESK).context["rows"] == []
    for practice in (draft_of_guatemala, awaiting):
        assert client.get(f"{DESK}{practice.uuid}/").status_code == 404


def test_a_screener_claims_comments_and_returns(client: Client, screener: Any, submitted: Practice) -> None:
    """The authors read the comments only once the practice is returned."""
    client.force_login(screener)
    send(client, submitted, "claim")
    claimed = Practice.objects.get(pk=submitted.pk)
    assert claimed.screener == screener
    for field, text in (("title", "Too long."), ("summary", "How many?")):
        answer = send(client, claimed, "comment", section="identity", field=field, text=text)
        assert answer.headers["Location"].endswith(f"#f-{field}")
    assert not FieldComment.objects.filter(is_sent=True).exists()
    assert "Too long." in client.get(f"{DESK}{submitted.uuid}/").content.decode()
    send(client, claimed, "return", comment="See two comments.")
    assert state_of(submitted) == PracticeState.RETURNED
    assert FieldComment.objects.filter(is_sent=True).count() == 2
    assert submitted.transitions.last().comment == "See two comments."


def test_a_comment_can_be_taken_back_until_it_is_sent(
    client: Client, screener: Any, screened: Practice
) -> None:
    """Afterwards it stays."""
    client.force_login(screener)
    send(client, screened, "comment", section="identity", field="title", text="Hm.")
    comment = FieldComment.objects.get()
    send(client, screened, "comment", remove=comment.pk)
    assert not FieldComment.objects.exists()
    send(client, screened, "comment", section="identity", field="title", text="Hm.")
    send(client, screened, "return")
    comment = FieldComment.objects.get()
    assert send(client, screened, "comment", remove=comment.pk).status_code in (403, 409)
    assert FieldComment.objects.filter(pk=comment.pk).exists()


@pytest.mark.parametrize(
    "data",
    [
        {"section": "identity", "field": "author", "text": "x"},
        {"section": "nowhere", "field": "title", "text": "x"},
        {"section": "identity", "field": "title", "text": ""},
        {"section": "identity", "field": "title", "text": "x" * 2001},
    ],
)
def test_a_comment_that_fits_no_field_is_refused_and_what_was_typed_stays(
    client: Client, screener: Any, screened: Practice, data: dict[str, str]
) -> None:
    """422, with the text still in its box where the box exists."""
    client.force_login(screener)
    answer = send(client, screened, "comment", **data)
    assert answer.status_code == 422
    assert not FieldComment.objects.exists()
    if data["text"] and data["field"] == "title" and data["section"] == "identity":
        assert data["text"] in answer.content.decode()


def test_returning_without_a_comment_is_refused_and_the_note_stays(
    client: Client, screener: Any, screened: Practice
) -> None:
    """The authors must know what to change."""
    client.force_login(screener)
    answer = send(client, screened, "return", comment="Please revise.")
    assert answer.status_code == 422
    assert "Please revise." in answer.content.decode()
    assert state_of(screened) == PracticeState.SCREENING


def test_declining_needs_a_reason(client: Client, screener: Any, screened: Practice) -> None:
    """With it, the practice is declined."""
    client.force_login(screener)
    assert send(client, screened, "decline", comment="  ").status_code == 422
    assert state_of(screened) == PracticeState.SCREENING
    send(client, screened, "decline", comment="Outside the scope.")
    assert state_of(screened) == PracticeState.DECLINED


def test_publishing_gives_the_practice_its_public_page(
    client: Client, screener: Any, screened: Practice
) -> None:
    """From the desk to the public in one step."""
    client.force_login(screener)
    send(client, screened, "publish")
    screened.refresh_from_db()
    client.logout()
    assert client.get(f"/en/practices/{screened.identifier}/").status_code == 200


def test_the_second_of_two_screeners_reads_who_was_first(
    client: Client, submitted: Practice, screener: Any
) -> None:
    """409, with the first one's name; the step is not taken."""
    other = UserFactory(full_name="Otra Persona", roles=[Role.SCREENER])
    way.claim_practice(practice=submitted, by=other)
    client.force_login(screener)
    answer = send(client, submitted, "claim")
    assert answer.status_code == 409
    assert "Otra Persona" in answer.content.decode()
    assert Practice.objects.get(pk=submitted.pk).screener == other


def test_a_screener_is_told_when_the_record_changed_since_the_page_was_opened(
    client: Client, screener: Any, screened: Practice
) -> None:
    """The page's revision is old."""
    client.force_login(screener)
    assert send(client, screened, "publish", revision=screened.revision - 1).status_code == 409
    assert state_of(screened) == PracticeState.SCREENING


def test_an_incomplete_practice_cannot_be_published(
    client: Client, screener: Any, screened: Practice
) -> None:
    """The desk says what is missing and offers no button."""
    Practice.objects.filter(pk=screened.pk).update(diagnosis_es="")
    client.force_login(screener)
    assert "/publish/" not in client.get(f"{DESK}{screened.uuid}/").content.decode()
    assert send(client, screened, "publish").status_code == 422
    assert state_of(screened) == PracticeState.SCREENING


def test_a_screener_of_the_own_state_or_organization_may_read_but_not_act(
    client: Client, submitted: Practice
) -> None:
    """The desk says why; the step is forbidden."""
    interested = UserFactory(roles=[Role.SCREENER], organization=submitted.organization)
    client.force_login(interested)
    assert "Of your own State or organization" in client.get(DESK).content.decode()
    assert send(client, submitted, "claim").status_code == 403
    assert state_of(submitted) == PracticeState.SUBMITTED


@pytest.mark.parametrize("step", ["", "claim/", "comment/", "return/", "decline/", "publish/"])
def test_outsiders_do_not_find_the_desk(
    client: Client, screened: Practice, focal_point_of_chile: Any, member: Any, step: str
) -> None:
    """404 for people without the role; the visitor is asked to sign in. Nothing changes."""
    address = f"{DESK}{screened.uuid}/{step}"
    method = client.post if step else client.get
    assert method(address).status_code == 302
    for person in (focal_point_of_chile, member):
        client.force_login(person)
        assert method(address, {"comment": "x"}).status_code == 404
    assert state_of(screened) == PracticeState.SCREENING


def test_a_full_record_is_read_at_the_desk_with_all_its_parts(client: Client, screener: Any) -> None:
    """Every section, also the empty ones."""
    practice = DraftPracticeFactory(depth=Depth.FULL, state=PracticeState.SCREENING)
    client.force_login(screener)
    text = client.get(f"{DESK}{practice.uuid}/").content.decode()
    for words in (
        "Mesa de análisis",
        "Universidad del Valle",
        "8. Contact and consent",
        "Consent to publish",
    ):
        assert words in text


def test_everybody_sees_on_their_page_what_waits_for_them(
    client: Client, screener: Any, submitted: Practice, focal_point_of_guatemala: Any
) -> None:
    """A submission for the screener, a draft to clear for the focal point."""
    DraftPracticeFactory(state=PracticeState.AWAITING_CLEARANCE)
    client.force_login(screener)
    assert "1 submission waits to be screened" in client.get("/en/me/").content.decode()
    client.force_login(focal_point_of_guatemala)
    assert "1 practice awaits your clearance" in client.get("/en/me/").content.decode()


@pytest.mark.parametrize(("days", "is_late"), [(13, False), (15, True)])
def test_the_board_says_when_a_step_is_due_and_marks_what_is_late(
    client: Client, screener: Any, days: int, is_late: bool
) -> None:
    """From that day on people are reminded: fourteen days after the submission."""
    practice = DraftPracticeFactory(state=PracticeState.SUBMITTED)
    since = timezone.now() - timedelta(days=days)
    Practice.objects.filter(pk=practice.pk).update(created_at=since)
    client.force_login(screener)
    html = client.get(DESK).content.decode()
    assert (f'<time datetime="{since + timedelta(days=14):%Y-%m-%d}"' in html) is not is_late
    assert ("1 day late" in html) is is_late


def test_what_is_to_be_claimed_says_so_before_the_record(
    client: Client, screener: Any, submitted: Practice
) -> None:
    """On a phone the button is not below eight sections."""
    client.force_login(screener)
    html = client.get(f"{DESK}{submitted.uuid}/").content.decode()
    assert html.index("Claim this practice") < html.index('id="f-title"')

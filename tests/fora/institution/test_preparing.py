"""Preparing a forum: who may, what is refused, what readers then see."""

import datetime as dt
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from fora.choices import Access, Capacity, SpaceState
from fora.models import AgendaItem, BackgroundPaper, PaperVersion, Space, SpaceGrant
from fora.services.preparing import add_file, give_place, open_prepared, prepare_space
from network.choices import Role
from network.models import User
from tests.factories import PostFactory, ThreadFactory, UserFactory, let_in

from .conftest import DAY, make_forum

pytestmark = pytest.mark.django_db
WRITES = [
    ("space/", {"title_en": "Mine now"}),
    ("open/", {}),
    ("archive/", {}),
    ("agenda/", {"title": "Mine", "source_language": "en", "time_zone": "UTC"}),
    ("papers/", {"title": "Mine", "source_language": "en"}),
    ("people/", {"email": "a@example.org", "capacity": "member", "reason": "x"}),
]


@pytest.mark.parametrize(("page", "data"), WRITES)
def test_who_does_not_lead_the_forum_changes_nothing(
    signed_in: Any,
    client: Client,
    forum: Space,
    facilitator: User,
    member: User,
    page: str,
    data: dict[str, str],
) -> None:
    """Neither a member, nor a focal point, nor the facilitator of another forum, nor a visitor."""
    other = let_in(facilitator, make_forum(slug="other"), Capacity.FACILITATOR)
    before = (forum.title_en, forum.state, forum.agenda_items.count(), forum.papers.count())
    for person in (member, other):
        assert signed_in(person).post(f"/en/fora/youth/prepare/{page}", data).status_code == 404
    assert client.post(f"/en/fora/youth/prepare/{page}", data).status_code == 302
    forum.refresh_from_db()
    assert before == (forum.title_en, forum.state, forum.agenda_items.count(), forum.papers.count())


def test_a_facilitator_changes_words_and_hours_but_not_who_reads(
    signed_in: Any, forum: Space, facilitator_of_forum: User
) -> None:
    data = {
        "title_en": "A better title",
        "title_fr": "Un meilleur titre",
        "access": "private",
        "opens_at": "2026-11-01T08:00",
        "closes_at": "2027-01-31T17:00",
        "time_zone": "America/Jamaica",
    }
    answer = signed_in(facilitator_of_forum).post("/en/fora/youth/prepare/space/", data)
    assert answer.status_code == 302
    forum.refresh_from_db()
    assert (forum.title_en, forum.title_fr, forum.access) == ("A better title", "Un meilleur titre", "public")
    assert forum.closes_at == dt.datetime(2027, 1, 31, 22, 0, tzinfo=dt.UTC)


def test_stored_hours_are_shown_in_the_zone_of_who_enters_them(
    signed_in: Any, forum: Space, facilitator_of_forum: User
) -> None:
    """In Kingston five hours behind, in summer as in winter; New York changes in between."""
    Space.objects.filter(pk=forum.pk).update(
        opens_at=dt.datetime(2027, 3, 13, 15, 0, tzinfo=dt.UTC),
        closes_at=dt.datetime(2027, 3, 15, 15, 0, tzinfo=dt.UTC),
    )
    page = signed_in(facilitator_of_forum).get("/en/fora/youth/prepare/space/").content.decode()
    assert 'value="2027-03-13T10:00"' in page
    assert 'value="2027-03-15T10:00"' in page
    before = signed_in(facilitator_of_forum).get("/en/fora/youth/").content.decode()
    assert before.count(" 10:00") == 1  # Washington has Kingston's hour, so it is said once
    Space.objects.filter(pk=forum.pk).update(opens_at=dt.datetime(2027, 3, 14, 15, 0, tzinfo=dt.UTC))
    after = signed_in(facilitator_of_forum).get("/en/fora/youth/").content.decode()
    assert (after.count(" 11:00"), after.count(" 10:00")) == (1, 1)


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({"opens_at": "2027-02-01T09:00", "closes_at": "2027-01-01T09:00"}, "closes_at"),
        ({"opens_at": "2020-02-01T09:00", "closes_at": "2020-03-01T09:00"}, "closes_at"),
        ({"opens_at": "", "closes_at": ""}, "opens_at"),
        ({"title_en": ""}, "title_en"),
        ({"live_url": "javascript:alert(1)"}, "live_url"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(
    signed_in: Any, forum: Space, facilitator_of_forum: User, data: dict[str, str], field: str
) -> None:
    good = {
        "title_en": "T",
        "opens_at": "2026-11-01T08:00",
        "closes_at": "2027-01-31T17:00",
        "time_zone": "UTC",
    }
    answer = signed_in(facilitator_of_forum).post("/en/fora/youth/prepare/space/", good | data)
    assert answer.status_code == 422
    assert field in answer.context["form"].errors


def test_a_circle_in_which_people_have_written_is_not_opened_wider(staff_manager: User) -> None:
    space = make_forum(access=Access.PRIVATE)
    prepare_space(space=space, by=staff_manager, changes={"access": Access.MEMBERS})
    PostFactory(thread=ThreadFactory(space=space))
    with pytest.raises(Exception, match="closed circle"):
        prepare_space(space=space, by=staff_manager, changes={"access": Access.PUBLIC})
    prepare_space(space=space, by=staff_manager, changes={"access": Access.PRIVATE})


def test_a_forum_is_opened_once_everything_is_there(
    signed_in: Any, staff_manager: User, client: Client
) -> None:
    space = make_forum(state=SpaceState.PREPARATION, description_en="")
    assert client.get("/en/fora/youth/").status_code == 404
    signed_in(staff_manager).post("/en/fora/youth/prepare/open/")
    assert client.get("/en/fora/youth/").status_code == 404
    prepare_space(space=space, by=staff_manager, changes={"description_en": "What for."})
    signed_in(staff_manager).post("/en/fora/youth/prepare/open/")
    assert client.get("/en/fora/youth/").status_code == 200
    assert open_prepared(space=space, by=staff_manager).state == SpaceState.OPEN


def test_a_space_of_staff_begins_in_preparation_under_an_address_of_its_own(
    signed_in: Any, staff_manager: User
) -> None:
    data = {
        "kind": "permanent",
        "source_language": "es",
        "title_es": "Proposals",
        "access": "members",
        "time_zone": "UTC",
    }
    answer = signed_in(staff_manager).post("/en/fora/new/", data)
    assert answer.url == "/en/fora/proposals-2/prepare/"
    assert signed_in(staff_manager).post("/en/fora/new/", data | {"title_es": ""}).status_code == 422


def test_points_of_the_agenda_lie_within_the_hours_of_the_forum(
    signed_in: Any, forum: Space, facilitator_of_forum: User
) -> None:
    data = {"title": "Late", "source_language": "en", "time_zone": "UTC"}
    late = timezone.now() + 60 * DAY
    hours = {"opens_at": f"{late:%Y-%m-%dT%H:%M}", "closes_at": f"{late + DAY:%Y-%m-%dT%H:%M}"}
    mine = signed_in(facilitator_of_forum)
    assert mine.post("/en/fora/youth/prepare/agenda/", data | hours).status_code == 422
    assert mine.post("/en/fora/youth/prepare/agenda/", data).status_code == 302
    assert forum.agenda_items.count() == 3


def test_points_are_moved_and_taken_away(signed_in: Any, forum: Space, facilitator_of_forum: User) -> None:
    first, second = forum.agenda_items.order_by("position")
    mine = signed_in(facilitator_of_forum)
    mine.post(f"/en/fora/youth/prepare/agenda/{second.pk}/move/", {"up": "1"})
    assert list(forum.agenda_items.order_by("position")) == [second, first]
    mine.post(f"/en/fora/youth/prepare/agenda/{first.pk}/remove/")
    assert list(forum.agenda_items.all()) == [second]


def test_things_of_another_forum_are_not_reached_through_the_own_one(
    signed_in: Any, forum: Space, facilitator_of_forum: User
) -> None:
    other = make_forum(slug="other")
    item, paper = other.agenda_items.first(), other.papers.get()
    version, mine = paper.versions.get(), signed_in(facilitator_of_forum)
    grant = SpaceGrant.objects.create(space=other, user=UserFactory(), capacity="member", reason="x")
    for page in (
        f"agenda/{item.pk}/",
        f"agenda/{item.pk}/remove/",
        f"papers/{paper.pk}/",
        f"papers/{paper.pk}/remove/",
        f"versions/{version.uuid}/remove/",
        f"people/{grant.pk}/end/",
    ):
        answer = mine.post(
            f"/en/fora/youth/prepare/{page}", {"reason": "x", "title": "x", "source_language": "en"}
        )
        assert answer.status_code == 404, page
    assert AgendaItem.objects.filter(pk=item.pk).exists()
    assert PaperVersion.objects.filter(pk=version.pk).exists()


def test_a_paper_is_a_checked_file_or_a_link_once_per_language(
    signed_in: Any, forum: Space, facilitator_of_forum: User, client: Client
) -> None:
    mine = signed_in(facilitator_of_forum)
    answer = mine.post(
        "/en/fora/youth/prepare/papers/", {"title": "Study", "source_language": "en", "year": "2024"}
    )
    paper = BackgroundPaper.objects.get(title_en="Study")
    assert answer.url == f"/en/fora/youth/prepare/papers/{paper.pk}/"
    add = f"{answer.url}versions/"

    def send(language: str, **more: Any) -> int:
        data = {f"version-{name}": value for name, value in ({"language": language} | more).items()}
        return mine.post(add, data).status_code

    assert send("en") == 422
    assert send("en", file=SimpleUploadedFile("a.pdf", b"<html>")) == 422
    assert send("en", file=SimpleUploadedFile("a.exe", b"MZ\x90")) == 422
    assert send("en", url="javascript:alert(1)") == 422
    assert send("en", url="https://example.org/a", file=SimpleUploadedFile("a.txt", b"Hello")) == 422
    assert send("en", file=SimpleUploadedFile("a.txt", b"Hello")) == 302
    assert send("en", url="https://example.org/") == 422
    assert send("es", url="https://example.org/") == 302
    version = paper.versions.get(language="en")
    got = client.get(f"/en/fora/papers/{version.uuid}/")
    assert b"".join(got.streaming_content) == b"Hello"
    assert got["X-Content-Type-Options"] == "nosniff"
    assert "attachment" in got["Content-Disposition"]


def test_a_paper_of_a_private_space_is_for_those_let_in(
    signed_in: Any, client: Client, member: User, staff_manager: User
) -> None:
    space = make_forum(access=Access.PRIVATE)
    version = add_file(
        paper=space.papers.get(),
        language="en",
        upload=SimpleUploadedFile("a.txt", b"x"),
        name="a.txt",
        by=staff_manager,
    )
    address = f"/en/fora/papers/{version.uuid}/"
    assert client.get(address).status_code == 404
    assert signed_in(member).get(address).status_code == 404
    let_in(member, space)
    assert signed_in(member).get(address).status_code == 200
    link = PaperVersion.objects.exclude(url="").get()
    assert signed_in(member).get(f"/en/fora/papers/{link.uuid}/").status_code == 404


def test_who_leads_lets_members_in_and_staff_name_who_leads(
    signed_in: Any, forum: Space, facilitator_of_forum: User, staff_manager: User, member: User
) -> None:
    data = {"email": member.email, "capacity": "moderator", "reason": "Elected."}
    address = "/en/fora/youth/prepare/people/"
    assert signed_in(facilitator_of_forum).post(address, data).status_code == 422
    assert signed_in(facilitator_of_forum).post(address, data | {"capacity": "member"}).status_code == 302
    assert signed_in(staff_manager).post(address, data | {"reason": ""}).status_code == 422
    assert signed_in(staff_manager).post(address, data | {"ends_on": "2020-01-01"}).status_code == 422
    assert signed_in(staff_manager).post(address, data).status_code == 302
    assert signed_in(staff_manager).post(address, data).status_code == 422
    assert User.objects.get(pk=member.pk).has_role(Role.MODERATOR)
    grant = forum.grants.get(user=member, capacity="moderator")
    end = f"{address}{grant.pk}/end/"
    assert signed_in(facilitator_of_forum).post(end, {"reason": "x"}).status_code == 404
    assert signed_in(staff_manager).post(end, {"reason": "Term over."}).status_code == 302
    grant.refresh_from_db()
    assert (grant.revoked_by, grant.revoked_reason) == (staff_manager, "Term over.")
    assert "Term over." in signed_in(staff_manager).get(address).content.decode()


def test_nobody_gives_a_place_to_oneself_or_to_a_stranger(forum: Space, staff_manager: User) -> None:
    for person in (staff_manager, UserFactory()):
        with pytest.raises(Exception, match=r"oneself|no role"):
            give_place(space=forum, person=person, capacity=Capacity.MEMBER, reason="x", by=staff_manager)


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("page", ["agenda/", "papers/", "people/"])
def test_lists_of_the_preparation_ask_as_often_for_three_as_for_one(
    signed_in: Any, forum: Space, facilitator_of_forum: User, count: int, page: str
) -> None:
    forum.agenda_items.all().delete()
    forum.papers.all().delete()
    for number in range(count):
        AgendaItem.objects.create(space=forum, source_language="en", title_en=f"Item {number}")
        paper = BackgroundPaper.objects.create(space=forum, source_language="en", title_en=f"Paper {number}")
        PaperVersion.objects.create(paper=paper, language="en", url="https://example.org/")
        let_in(UserFactory(roles=[Role.MEMBER]), forum)
    mine = signed_in(facilitator_of_forum)
    mine.get(f"/en/fora/youth/prepare/{page}")
    with CaptureQueriesContext(connection) as asked:
        mine.get(f"/en/fora/youth/prepare/{page}")
    assert len(asked) <= PREPARATION_QUERIES, [each["sql"][:90] for each in asked]


PREPARATION_QUERIES = 11

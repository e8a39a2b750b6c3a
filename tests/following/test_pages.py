"""Saving a search from a list, following from a page, and what comes by mail."""

from typing import Any

import pytest
from django.core import mail
from django.db import transaction
from django.test import Client
from django.urls import reverse

from network.following.models import Interest
from network.following.services import follow, tell_followers
from network.notifications.choices import EntryState, Frequency
from network.notifications.models import Notification, OutboxEntry, Preference
from network.notifications.services import run_entry
from network.services.erasure import erase_account
from network.services.personal_data import export_personal_data
from practices.services.versions import start_new_version
from practices.services.way import claim_practice, publish_practice, submit_practice
from tests.factories import PublishedPracticeFactory

from .test_searches import run_matching, search, told

pytestmark = pytest.mark.django_db


def run_all() -> None:
    """Do all that waits."""
    for entry in OutboxEntry.objects.filter(state=EntryState.WAITING).order_by("pk"):
        run_entry(entry_id=entry.pk)


@pytest.mark.parametrize(
    "url",
    ["/en/practices/?q=youth&state=GT", "/fr/training/courses/", "/es/training/assistance/?kind=request"],
)
def test_a_list_leads_to_saving_its_search(client: Client, member: Any, url: str) -> None:
    client.force_login(member)
    page = client.get(url).content.decode()
    link = page.split("/me/following/save/?")[1].split('"')[0].replace("&amp;", "&")
    address = f"/{url[1:3]}/me/following/save/?{link}"
    assert client.get(address).status_code == 200
    answer = client.post(address, {"name": "Mine", "frequency": "weekly"})
    assert answer.status_code == 302
    interest = Interest.objects.get()
    assert (interest.user, interest.name) == (member, "Mine")
    assert Preference.objects.get().frequency == Frequency.WEEKLY
    listed = client.get(answer.url).content.decode()
    assert "Mine" in listed
    back = listed.split('<th scope="row"><a href="')[1].split('"')[0].replace("&amp;", "&")
    assert client.get(back).status_code == 200


def test_a_fault_of_the_form_keeps_what_was_typed(client: Client, member: Any) -> None:
    client.force_login(member)
    answer = client.post(
        "/en/me/following/save/?of=practice&q=-crime", {"name": "My name", "frequency": "daily"}
    )
    assert answer.status_code == 422
    assert b"My name" in answer.content
    assert b"at least one word" in answer.content
    assert client.get("/en/me/following/save/?of=nothing").status_code == 404


def test_another_persons_search_is_not_there(client: Client, member: Any, focal_point_of_chile: Any) -> None:
    interest = search(member, "state=GT", name="secret")
    client.force_login(focal_point_of_chile)
    for name in ("change", "delete"):
        address = reverse(f"following:{name}", args=[interest.pk])
        assert client.post(address, {"name": "x", "frequency": "never"}).status_code == 404
    assert b"secret" not in client.get(reverse("following:list")).content
    interest.refresh_from_db()
    assert interest.name == "secret"


def test_one_renames_pauses_and_deletes(client: Client, member: Any) -> None:
    interest = search(member, "state=GT")
    client.force_login(member)
    address = reverse("following:change", args=[interest.pk])
    assert b"Guatemala" in client.get(address).content
    client.post(address, {"name": "New", "frequency": "never", "is_paused": "on"})
    interest.refresh_from_db()
    assert (interest.name, interest.is_paused) == ("New", True)
    assert b"Paused" in client.get(reverse("following:list")).content
    client.post(reverse("following:delete", args=[interest.pk]))
    assert not Interest.objects.exists()


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_as_often_for_three_as_for_one(
    client: Client, member: Any, count: int, django_assert_max_num_queries: Any
) -> None:
    for number in range(count):
        practice = PublishedPracticeFactory()
        follow(by=member, subject=f"practice:{practice.pk}")
        search(member, f"q=palabra{number}")
    client.force_login(member)
    client.get("/en/me/following/")
    with django_assert_max_num_queries(9):
        client.get("/en/me/following/")


@pytest.mark.parametrize("subject", ["state", "topic", "practice"])
def test_a_page_has_a_button_that_follows_and_stops(
    client: Client, member: Any, subject: str, django_assert_num_queries: Any
) -> None:
    practice = PublishedPracticeFactory()
    urls = {
        "state": "/en/states/GT/",
        "topic": "/en/topics/youth/",
        "practice": f"/en/practices/{practice.identifier}/",
    }
    page = client.get(urls[subject]).content.decode()
    assert "Sign in to follow" in page
    assert "following" not in page.split("<main")[1].split("</main")[0].replace("to follow", "")
    client.force_login(member)
    page = client.get(urls[subject]).content.decode()
    name = page.split('name="subject" value="')[1].split('"')[0]
    answer = client.post("/en/me/following/follow/", {"subject": name})
    assert answer.url == urls[subject]
    assert "Following: stop" in client.get(urls[subject]).content.decode()
    client.post("/en/me/following/unfollow/", {"subject": name})
    assert not Interest.objects.exists()
    assert client.post("/en/me/following/follow/", {"subject": "state:ZZ"}).status_code == 404


def test_the_mail_says_what_was_found_and_its_link_stops_this_search_alone(
    client: Client, member: Any, guatemala: Any
) -> None:
    kept = search(member, "state=GT", name="Minha busca", frequency=Frequency.AT_ONCE)
    search(member, "q=outra", name="Outra")
    with transaction.atomic():
        practice = PublishedPracticeFactory(title_es="Barrios seguros")
    run_matching()
    run_all()
    letter = next(each for each in mail.outbox if "Barrios" in each.subject)
    assert letter.subject == "Nova publicação: Barrios seguros"
    assert "Minha busca" in letter.body
    stop = letter.extra_headers["List-Unsubscribe"].strip("<>")
    path = stop[stop.index("/pt/") :]
    assert "Minha busca" in client.get(path).content.decode()
    assert not Preference.objects.filter(frequency="never").exists()
    client.post(path)
    wish = Preference.objects.get(frequency="never")
    assert (wish.verb, wish.about_id) == ("", str(kept.pk))
    client.force_login(member)
    notice = Notification.objects.get(recipient=member)
    assert (
        f"/practices/{practice.identifier}/"
        in client.get(reverse("notifications:open", args=[notice.pk])).url
    )
    assert "Minha busca" in client.get("/pt/me/inbox/").content.decode()


def test_what_was_withdrawn_or_deleted_meanwhile_is_not_mailed(member: Any, guatemala: Any) -> None:
    from practices.services.way import withdraw_practice
    from tests.factories import UserFactory

    interest = search(member, frequency=Frequency.AT_ONCE)
    with transaction.atomic():
        practice = PublishedPracticeFactory()
    run_matching()
    focal = UserFactory(roles=[("focal_point", practice.country_id)])
    withdraw_practice(practice=practice, by=focal, comment="No longer true.")
    run_all()
    assert not [each for each in mail.outbox if each.to[0].endswith(f"<{member.email}>")]
    assert Interest.objects.get() == interest


def test_who_follows_a_practice_hears_of_its_new_version(
    member: Any, published_of_guatemala: Any, focal_point_of_guatemala: Any, screener: Any
) -> None:
    follow(by=member, subject=f"practice:{published_of_guatemala.pk}")
    follow(by=screener, subject=f"practice:{published_of_guatemala.pk}")
    draft = start_new_version(practice=published_of_guatemala, by=focal_point_of_guatemala)
    draft = submit_practice(practice=draft, by=focal_point_of_guatemala)
    draft = claim_practice(practice=draft, by=screener)
    publish_practice(practice=draft, by=screener)
    for entry in OutboxEntry.objects.filter(task="following.tell"):
        run_entry(entry_id=entry.pk)
    assert told(member) == ["practices.new_version"]
    assert "practices.new_version" not in told(screener)  # who did it
    tell_followers(f"practice:{published_of_guatemala.pk}", "practices.new_version", number=2)
    assert OutboxEntry.objects.filter(task="following.tell").count() == 1


def test_a_person_takes_along_and_forgets_what_is_followed(member: Any) -> None:
    search(member, "state=GT", name="Mine")
    follow(by=member, subject="topic:youth")
    rows = export_personal_data(user=member)["following"]
    assert [(row["name"], row["subject"], row["query"]) for row in rows] == [
        ("Mine", "", "state=GT"),
        ("", "topic:youth", ""),
    ]
    erase_account(user=member)
    assert not Interest.objects.exists()

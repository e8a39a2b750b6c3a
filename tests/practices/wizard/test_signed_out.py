"""A session that ends in the middle costs nobody their text."""

from tests.factories.people import PASSWORD

from .pages import read_form, send, step_url


def test_an_autosave_without_session_is_told_in_json(client, draft_of_guatemala):
    answer = client.post(step_url(draft_of_guatemala, "problem"), {"_autosave": "1", "diagnosis": "x"})
    assert answer.status_code == 401
    assert answer.headers["Content-Type"] == "application/json"


def test_a_form_sent_after_the_session_ended_waits_until_its_sender_is_back(
    client, draft_of_guatemala, contributor_of_guatemala
):
    url = step_url(draft_of_guatemala, "problem")
    client.force_login(contributor_of_guatemala)
    form = read_form(client, url)
    client.logout()
    answer = client.post(url, form | {"diagnosis": "Un texto de una hora"})
    assert answer.status_code == 302
    assert "/accounts/login/?next=" in answer.url
    client.force_login(contributor_of_guatemala)
    page = client.get(url).content.decode()
    assert "Un texto de una hora" in page
    assert "You were signed out when you sent this form" in page
    assert send(client, url, {}).status_code == 302
    draft_of_guatemala.refresh_from_db()
    assert draft_of_guatemala.diagnosis_es == "Un texto de una hora"
    assert "You were signed out" not in client.get(url).content.decode()


def test_signing_in_by_the_page_keeps_what_waits(client, draft_of_guatemala, contributor_of_guatemala):
    url = step_url(draft_of_guatemala, "problem")
    answer = client.post(url, {"diagnosis": "Un texto de una hora", "revision": "1"})
    back = client.post(answer.url, {"login": contributor_of_guatemala.email, "password": PASSWORD})
    assert back.status_code == 302
    assert "Un texto de una hora" in client.get(url).content.decode()


def test_what_waits_is_shown_to_nobody_else(client, draft_of_guatemala, focal_point_of_chile):
    url = step_url(draft_of_guatemala, "problem")
    client.post(url, {"diagnosis": "Un texto de una hora"})
    client.force_login(focal_point_of_chile)
    assert client.get(url).status_code == 404


def test_nothing_is_kept_for_a_draft_that_does_not_exist(client, db):
    from uuid import uuid4  # late: only here

    answer = client.post(f"/en/practices/drafts/{uuid4()}/problem/", {"diagnosis": "x" * 1000})
    assert answer.status_code == 302
    assert "kept_input" not in client.session

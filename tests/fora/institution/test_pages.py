"""Each page of the institution opens in four languages for who may see it."""

from typing import Any

import pytest
from django.test import Client

from fora.models import FinalReport, Space, TopicProposal
from fora.services.reports import cite, publish_report, write_report
from network.models import User
from tests.factories import PostFactory, ThreadFactory

pytestmark = pytest.mark.django_db
LANGUAGES = ["en", "es", "fr", "pt"]
BODY = """## Conclusión

La escuela detecta **primero** [[1]].

- uno
- dos

| a | b |
|---|---|
| 1 | 2 |
"""
PREPARATION = ["", "space/", "agenda/", "papers/", "people/"]


def make_report(space: Space, by: User, *, published: bool = True) -> FinalReport:
    """A report in Spanish with one citation."""
    thread = ThreadFactory(space=space, agenda_item=space.agenda_items.first())
    post = PostFactory(
        thread=thread, source_language="fr", text="Les **associations** de quartier repèrent les jeunes."
    )
    report = write_report(
        space=space,
        by=by,
        language="es",
        title="Informe final",
        summary="Qué se dijo.",
        body=BODY,
    )
    cite(report=report, revision=post.revisions.get(), by=by)
    return publish_report(report=report, by=by) if published else report


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PREPARATION)
def test_who_leads_a_forum_opens_every_page_of_its_preparation(
    signed_in: Any, forum: Space, facilitator_of_forum: User, language: str, page: str
) -> None:
    answer = signed_in(facilitator_of_forum).get(f"/{language}/fora/youth/prepare/{page}")
    assert answer.status_code == 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_proposal_is_read_in_four_languages(
    signed_in: Any, member: User, proposal: TopicProposal, language: str
) -> None:
    mine = signed_in(member)
    assert mine.get(f"/{language}/fora/proposals/").status_code == 200
    answer = mine.get(f"/{language}/fora/proposals/{proposal.pk}/")
    assert "Jóvenes y prevención" in answer.content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_staff_open_the_pages_that_decide(
    signed_in: Any, staff_manager: User, proposal: TopicProposal, language: str
) -> None:
    mine = signed_in(staff_manager)
    for page in (f"proposals/{proposal.pk}/schedule/", f"proposals/{proposal.pk}/decline/", "new/"):
        assert mine.get(f"/{language}/fora/{page}").status_code == 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_is_read_by_everyone_on_the_page_and_on_paper(
    client: Client, past_forum: Space, facilitator_of_past: User, language: str
) -> None:
    make_report(past_forum, facilitator_of_past)
    page = client.get(f"/{language}/fora/youth/report/").content.decode()
    assert '<a class="citation" href="#c1">[1]</a>' in page
    assert "associations" in page
    paper = client.get(f"/{language}/fora/youth/report/pdf/")
    assert paper.content.startswith(b"%PDF-")
    proceedings = client.get(f"/{language}/fora/youth/proceedings/pdf/")
    assert proceedings.content.startswith(b"%PDF-")


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_writes_the_report_opens_its_pages(
    signed_in: Any, past_forum: Space, facilitator_of_past: User, language: str
) -> None:
    report = make_report(past_forum, facilitator_of_past, published=False)
    mine, thread = signed_in(facilitator_of_past), report.citations.get().revision.post.thread_id
    for page in ("report/", "report/write/", "report/cite/", f"report/cite/?thread={thread}"):
        assert mine.get(f"/{language}/fora/youth/{page}").status_code == 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_a_forum_shows_hours_agenda_papers_and_who_leads_it(
    client: Client, forum: Space, facilitator_of_forum: User, language: str
) -> None:
    page = client.get(f"/{language}/fora/youth/").content.decode()
    for words in (
        "Early detection",
        "Recommendations of Lima",
        "Facilitator of Jamaica",
        'class="panel closing"',
    ):
        assert words in page

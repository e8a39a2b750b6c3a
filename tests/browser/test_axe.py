"""Every main page at a desk: no barrier that a machine finds, nothing beside the screen, HTML without fault.

`make audit` looks at more: every role, light and dark, phone and desk.
"""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from fora.choices import PostState
from fora.models import TopicProposal
from network.l10n.models import Translation
from network.l10n.services.records import records_of, save_texts
from network.search.services import index_objects
from practices.choices import PracticeState
from tests.audit import nu

from ..factories import (
    CourseFactory,
    DraftPracticeFactory,
    OfferFactory,
    PostFactory,
    PublishedPracticeFactory,
    SessionFactory,
    SpaceFactory,
    ThreadFactory,
)
from ..factories.fund import make_small_fund
from .conftest import check_axe, check_no_overflow

LANGUAGES = ["en", "es", "fr", "pt"]
PUBLIC = (
    "",
    "practices/",
    "practices/?view=map",
    "practices/{published}/",
    "practices/{published}/versions/",
    "practices/compare/?id={published}",
    "fund/",
    "fund/entries/",
    "fund/entries/1/",
    "fund/verify/",
    "fora/",
    "fora/homicide/",
    "fora/homicide/{thread}/",
    "fora/proposals/",
    "fora/proposals/{proposal}/",
    "fora/groups/",
    "training/courses/?view=map",
    "training/courses/{course}/",
    "training/sessions/",
    "training/assistance/",
    "training/assistance/{offer}/",
    "training/gaps/",
    "privacy/",
    "search/?q=violencia",
    "states/",
    "states/GT/",
    "topics/",
    "topics/youth/",
    "accounts/login/",
    "register/",
    "help/",
    "nowhere/",
)
OF_A_STATE = (
    "practices/drafts/",
    "practices/drafts/{draft}/",
    "practices/drafts/{draft}/results/",
    "me/",
    "me/inbox/",
    "me/following/",
    "me/settings/",
    "fora/homicide/{thread}/",
    "fora/homicide/{thread}/reply/?quote={post}",
    "fora/homicide/new/",
    "fora/posts/{own}/edit/",
    "fora/posts/{own}/history/",
    "fora/posts/{own}/withdraw/",
    "training/desk/",
    "training/courses/new/",
    "training/assistance/new/",
    "training/applications/",
    "fora/unread/",
    "fora/drafts/",
    "fora/decisions/",
)
OF_THE_DESK = ("practices/desk/", "practices/desk/{submitted}/")
OF_STAFF = (
    "staff/",
    "staff/people/",
    "translations/",
    "translations/{text}/",
    "translations/short/",
    "translations/suggestions/",
    "translations/progress/",
    "translations/glossary/",
    "translations/glossary/new/",
    "translations/glossary/import/",
    "translations/memory/",
    "translations/suggest/practices.practice/{translated}/",
    "fora/desk/",
    "fora/desk/posts/{post}/",
    "fora/homicide/prepare/",
    "fora/proposals/{proposal}/schedule/",
)


@pytest.fixture
def addresses(contributor_of_guatemala: Any, office_of_guatemala: Any) -> dict[str, Any]:
    """What stands in the addresses."""
    common = {"author": contributor_of_guatemala, "organization": office_of_guatemala, "depth": "full"}
    published = PublishedPracticeFactory(**common)
    title = Translation.objects.of_object("practices.practice", published.pk).get(
        field="title", target_language="fr"
    )
    write_machine_text(title)
    make_small_fund().receive()
    thread = ThreadFactory(space=SpaceFactory(slug="homicide", concept_note_en="Why *now*."))
    proposal = TopicProposal.objects.create(
        country_id="GT", source_language="es", title_es="Jóvenes", rationale_es="La escuela detecta primero."
    )
    post = PostFactory(thread=thread, author_office="Oficina", country_id="GT", author_kind="government")
    PostFactory(thread=thread, source_language="fr", text="Chez nous.", reply_to=post)
    PostFactory(thread=thread, state=PostState.HIDDEN, state_reason="off_topic")
    course = CourseFactory(state="published", provider=office_of_guatemala)
    SessionFactory(course=course, takes_applications=True, place_es="Guatemala")
    index_objects("course", [course.pk])
    offer = OfferFactory(title_es="Apoyo para un observatorio")
    index_objects("offer", [offer.pk])
    return {
        "course": course.identifier,
        "offer": offer.pk,
        "thread": thread.pk,
        "proposal": proposal.pk,
        "post": post.pk,
        "own": PostFactory(thread=thread, author=contributor_of_guatemala).pk,
        "published": published.identifier,
        "translated": published.pk,
        "text": title.pk,
        "draft": DraftPracticeFactory(**common).uuid,
        "submitted": DraftPracticeFactory(**common, state=PracticeState.SUBMITTED).uuid,
    }


def write_machine_text(row: Translation) -> None:
    """As an engine leaves it."""
    row.text, row.origin, row.engine, row.state = "Observatoire", "machine", "apertium", "machine_draft"
    row.confidence, row.due_at = 0.4, None
    row.save()
    save_texts(records_of([row])[row.kind, row.object_key], [row])


@pytest.fixture
def visit(
    addresses: dict[str, Any],
    open_browser: Callable[..., Page],
    signed_in: Callable[[Page, Any], None],
    contributor_of_guatemala: Any,
    screener: Any,
    staff_manager: Any,
) -> Callable[[str], Any]:
    """Pages of a language, all or some, each opened in its reader's browser."""

    def visits(language: str, *, every: int = 1, start: int = 0) -> Any:
        readers = (
            (None, PUBLIC),
            (contributor_of_guatemala, OF_A_STATE),
            (screener, OF_THE_DESK),
            (staff_manager, OF_STAFF),
        )
        for person, paths in readers:
            page = open_browser()
            if person is not None:
                signed_in(page, person)
            for path in paths[start::every]:
                answer = page.goto(f"/{language}/{path.format(**addresses)}")
                assert answer is not None
                assert answer.status == (404 if path == "nowhere/" else 200), path
                assert answer.request.redirected_from is None, page.url
                yield path, page

    return visits


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_has_a_barrier_that_a_machine_finds(visit, faults, language):
    """Every page once, its language in turn; `make audit` reads every page in each."""
    for path, page in visit(language, every=len(LANGUAGES), start=LANGUAGES.index(language)):
        assert page.locator("html").get_attribute("lang") == language, path
        check_axe(page)
        check_no_overflow(page)
    faults[:] = [fault for fault in faults if "/nowhere/" not in fault]


@pytest.mark.skipif(bool(nu.why_not()), reason=f"The HTML checker is off: {nu.why_not()}")
def test_the_html_checker_finds_no_fault(visit, faults):
    sources = {path: page.request.get(page.url).text() for path, page in visit("es")}
    assert "\n".join(nu.faults(sources)) == ""
    faults[:] = [fault for fault in faults if "/nowhere/" not in fault]

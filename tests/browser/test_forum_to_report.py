"""A virtual forum from the proposal to the report that a visitor reads: four people in four languages.

With Apertium where it is installed, else with the fake engine of the tests.
"""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Page, expect

from fora.choices import PostState
from fora.models import FinalReport, Post, Space, TopicProposal
from fora.services.spaces import close_spaces
from network.choices import Role
from network.l10n.services.running import run_translations
from network.models import User
from network.moderation.models import Appeal
from network.notifications.models import Notification
from tests.factories import UserFactory
from tests.l10n.jobs.conftest import make_due
from tests.l10n.jobs.engines import FakeEngine, use_engines

from .conftest import check_axe, check_no_overflow, follow, picture

pytestmark = pytest.mark.django_db(transaction=True)
HAS_APERTIUM = Path(settings.APERTIUM_MODES, "es-pt.mode").exists()
TOPIC = "Detección temprana con jóvenes"
FRENCH = "Chez nous, ce sont les associations de quartier qui repèrent les jeunes à risque dans les rues."
LATE = "Ainda queria dizer que as duas vias se completam nos municípios."
PORTUGUESE = "A detecção pela escola chega antes, mas a do município alcança quem já deixou a escola."


@pytest.fixture
def people(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> dict[str, User]:
    """The focal point who proposes and reports, the Secretariat, and two who take part."""
    if not HAS_APERTIUM:
        use_engines(monkeypatch, FakeEngine("apertium"))
    return {
        "ana": UserFactory(full_name="Ana Lucía Morales", language="es", roles=[(Role.FOCAL_POINT, "GT")]),
        "grace": UserFactory(full_name="Grace Campbell", language="en", roles=[Role.STAFF_MANAGER]),
        "marie": UserFactory(full_name="Marie Joseph", language="fr", roles=[Role.MEMBER]),
        "paula": UserFactory(full_name="Paula Ferreira", language="pt", roles=[Role.MEMBER]),
    }


def test_a_forum_from_the_proposal_to_the_report_that_a_visitor_reads(
    open_browser: Callable[..., Page],
    live_server: Any,
    people: dict[str, User],
    faults: list[str],
) -> None:
    pages = {name: open_browser() for name in people}
    for name, page in pages.items():
        cookie = sign_in(people[name]).cookies["sessionid"].value
        page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
    ana, grace, marie, paula = (pages[name] for name in ("ana", "grace", "marie", "paula"))

    proposal = propose(ana)
    space = schedule(grace, proposal)
    prepare_and_open(grace, space)
    first = open_thread(marie, space)
    reply(paula, first)
    flag(paula, first)
    hide(grace, first)
    appeal(marie, first)
    keep_a_draft(paula, first)
    the_hour_comes(space)
    refused_by_every_door(paula, people["paula"], space, first, faults)
    report(ana, space)
    translate(FinalReport.objects.get(space=space))
    read_in_the_fourth_language(open_browser("phone"), space)


def sign_in(person: User) -> Client:
    """A session of its own: all four are there at once."""
    client = Client()
    client.force_login(person, backend="network.services.signing_in.AuthenticationBackend")
    return client


def press(page: Page, selector: str) -> None:
    """Send a form, and wait for the page that answers."""
    follow(page.locator(selector))


def propose(page: Page) -> TopicProposal:
    page.goto("/es/fora/proposals/new/")
    page.locator("[name=title]").fill(TOPIC)
    page.locator("[name=rationale]").fill("La escuela, el municipio y la policía ven cosas distintas.")
    press(page, "main form[method=post] .formend button")
    page.wait_for_url("**/fora/proposals/*/")
    picture(page, "fora-proposal")
    return TopicProposal.objects.get(title_es=TOPIC)


def schedule(page: Page, proposal: TopicProposal) -> Space:
    page.goto(f"/en/fora/proposals/{proposal.pk}/")
    press(page, f"a[href$='/proposals/{proposal.pk}/schedule/']")
    now = timezone.now()
    page.locator("[name=opens_at]").fill(f"{now - timedelta(days=2):%Y-%m-%dT%H:%M}")
    page.locator("[name=closes_at]").fill(f"{now + timedelta(days=19):%Y-%m-%dT%H:%M}")
    page.locator("[name=time_zone]").select_option("America/Guatemala")
    press(page, "main .formend button")
    page.wait_for_url("**/prepare/")
    proposal.refresh_from_db()
    assert proposal.space is not None
    return proposal.space


def prepare_and_open(page: Page, space: Space) -> None:
    here = f"/en/fora/{space.slug}/prepare/"
    page.goto(f"{here}agenda/")
    page.locator("[name=title]").fill("Early detection")
    page.locator("[name=source_language][value=en]").check()
    press(page, "main .formend button")
    page.goto(f"{here}papers/")
    page.locator("[name=title]").fill("Recommendations of Lima")
    page.locator("[name=source_language][value=en]").check()
    page.locator("[name=year]").fill("2015")
    press(page, "main .formend button")
    page.locator("[name=version-url]").fill("https://example.org/lima.pdf")
    press(page, "form[enctype] button:not([type=button])")
    page.goto(here)
    picture(page, "fora-prepare")
    check_axe(page)
    press(page, "form[action$='/prepare/open/'] button")
    for words in ("Early detection", "Recommendations of Lima", "Ana Lucía Morales"):
        expect(page.locator("main aside")).to_contain_text(words)


def open_thread(page: Page, space: Space) -> Post:
    page.goto(f"/fr/fora/{space.slug}/new/")
    page.locator("[name=title]").fill("Qui repère le premier ?")
    page.locator("[name=text]").fill(FRENCH)
    page.locator("[name=language]").select_option("fr")
    press(page, "button[name=action][value=publish]")
    expect(page.locator("#posts")).to_contain_text("associations de quartier")
    return Post.objects.unfiltered().get(body_fr=FRENCH)


def reply(page: Page, first: Post) -> None:
    page.goto(f"/pt/{first.thread.path}")
    page.locator("#reply [name=text]").fill(PORTUGUESE)
    page.locator("#reply [name=language]").select_option("pt")
    press(page, "#reply button[name=action][value=publish]")
    expect(page.locator("#p2")).to_contain_text("A detecção pela escola")


def flag(page: Page, post: Post) -> None:
    page.goto(f"/pt/fora/posts/{post.pk}/flag/")
    page.locator("[name=reason]").first.check()
    press(page, "main .formend button")


def hide(page: Page, post: Post) -> None:
    page.goto(f"/en/fora/desk/posts/{post.pk}/")
    form = page.locator("form[action$='/hide/']")
    if not form.locator("[name=hide-reason]").is_visible():
        page.locator("details:has(form[action$='/hide/']) summary").click()
    form.locator("[name=hide-reason]").select_option(index=1)
    form.locator("[name=hide-text]").fill("It names a child.")
    follow(form.locator("p > button"))
    post.refresh_from_db()
    assert post.state == PostState.HIDDEN


def appeal(page: Page, post: Post) -> None:
    page.goto("/fr/fora/decisions/")
    press(page, "main a[href*='/fora/decisions/']:not([href$='/decisions/'])")
    expect(page.locator("main")).to_contain_text("It names a child.")
    page.locator("[name=text]").fill("Personne n’y est nommé.")
    press(page, "main .formend button")
    assert Appeal.objects.get().text == "Personne n’y est nommé."


def keep_a_draft(page: Page, first: Post) -> None:
    page.goto(f"/pt/{first.thread.path}")
    expect(page.locator("#p1")).not_to_contain_text("associations")
    page.goto(f"/pt/{first.thread.path}reply/")
    page.locator("[name=text]").fill(LATE)
    page.locator("[name=language]").select_option("pt")
    press(page, "button.btn[name=action][value=save]")


def the_hour_comes(space: Space) -> None:
    """The clock is moved by the forum's last hour; the task only announces what holds already."""
    Space.objects.unfiltered().filter(pk=space.pk).update(closes_at=timezone.now() - timedelta(minutes=1))
    space.refresh_from_db()
    assert close_spaces() == 1
    assert Notification.objects.filter(
        verb="fora.report_due", recipient__full_name__startswith="Ana"
    ).exists()


def refused_by_every_door(page: Page, person: User, space: Space, first: Post, faults: list[str]) -> None:
    """The page with the saved draft, a form sent without a page, a new thread, the API."""
    before = Post.objects.unfiltered().filter(thread__space=space).exclude(state=PostState.DRAFT).count()
    page.goto(f"/pt/{first.thread.path}reply/")
    expect(page.locator("[name=text]")).to_have_value(
        "Ainda queria dizer que as duas vias se completam nos municípios."
    )
    press(page, "button.btn[name=action][value=publish]")
    faults.clear()  # the browser notes that the answer was refused
    client = sign_in(person)
    said = {"text": "Zu spät und doch.", "language": "pt", "action": "publish", "revision": "0"}
    client.post(f"/pt/{first.thread.path}reply/", said)
    client.post(f"/pt/fora/{space.slug}/new/", said | {"title": "Tarde"})
    answer = client.post(
        f"/api/v1/threads/{first.thread_id}/posts/",
        json.dumps({"text": PORTUGUESE, "language": "pt"}),
        content_type="application/json",
    )
    assert 400 <= answer.status_code < 500, answer.content
    after = Post.objects.unfiltered().filter(thread__space=space).exclude(state=PostState.DRAFT).count()
    assert after == before


def report(page: Page, space: Space) -> None:
    thread = Post.objects.unfiltered().filter(thread__space=space).first().thread
    page.goto(f"/es/fora/{space.slug}/report/cite/?thread={thread.pk}")
    expect(page.locator(".posts > li")).to_have_count(1)  # the hidden one cannot be cited
    press(page, ".posts > li button:has-text('Citar')")
    page.goto(f"/es/fora/{space.slug}/report/write/")
    page.locator("[name=title]").fill("Informe final sobre detección temprana")
    page.locator("[name=source_language][value=es]").check()
    page.locator("[name=summary]").fill("La escuela y el municipio se completan.")
    page.locator("[name=body]").fill("## Conclusiones\n\nConviene tener las dos vías de detección [[1]].")
    press(page, "form[data-autosave] .formend button")
    picture(page, "fora-report-write")
    check_axe(page)
    press(page, "form[action$='/report/publish/'] button")
    expect(page.locator("main")).to_contain_text("Conviene tener las dos vías")


def translate(made: FinalReport) -> None:
    """What the worker does."""
    make_due()
    run_translations(kind="fora.report", key=str(made.pk), language="pt")


def read_in_the_fourth_language(page: Page, space: Space) -> None:
    """A visitor, in Portuguese: labelled as a machine's, with the original and the cited words."""
    page.goto(f"/pt/fora/{space.slug}/")
    press(page, "main a[href$='/report/']")
    expect(page.locator(".note--mt")).to_be_visible()
    expect(page.locator("#c1")).to_contain_text("A detecção pela escola")
    page.locator("a.citation").click()
    assert page.url.endswith("#c1")
    check_axe(page)
    check_no_overflow(page)
    picture(page, "fora-report-phone")
    answer = page.request.get(f"/pt/fora/{space.slug}/report/pdf/")
    assert answer.body().startswith(b"%PDF-")

"""Pages of offers and requests: lists, files, a feed, what outsiders cannot do, how much is asked."""

import io
import json
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest
from django.core.cache import cache
from django.test import Client
from openpyxl import load_workbook

from network.choices import OrganizationKind, Role
from network.models import User
from network.moderation.choices import Reason, SanctionKind
from network.moderation.services import sanction
from network.search.services import index_objects
from tests.factories import MatchFactory, OfferFactory, OrganizationFactory, RequestFactory, UserFactory
from training_catalogue.models import Assistance, Cooperation, Inquiry

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    cache.clear()


def index() -> None:
    for kind in ("offer", "request"):
        index_objects(kind, Assistance.objects.filter(kind=kind).values_list("pk", flat=True))


def asked(client: Client, address: str, django_assert_max_num_queries: Any, most: int) -> int:
    with django_assert_max_num_queries(most) as said:
        assert client.get(address).status_code == 200
    return len(said)


@pytest.mark.parametrize(
    ("address", "most"),
    [
        ("/en/training/assistance/", 8),
        ("/en/training/assistance/?topic=data-and-observatories&q=apoyo", 8),
        ("/en/training/assistance/?kind=request", 8),
        ("/api/v1/training/offers/", 6),
        ("/en/training/gaps/", 12),
        ("/en/training/cooperations/", 8),
        ("/api/v1/training/cooperations/", 6),
        ("/feeds/training/assistance/", 6),
        ("/en/training/assistance/csv/", 8),
    ],
)
def test_a_page_asks_the_database_as_often_for_three_as_for_one(
    client: Client, address: str, most: int, django_assert_max_num_queries: Any
) -> None:
    """And never more than its budget."""
    counts = []
    for _more in (1, 2):
        for _each in range(_more):
            match = MatchFactory(state="declined")
            Cooperation.objects.create(match=match, state="under_way", source_language="en", title_en="Data")
        index()
        cache.clear()
        client.get(address)  # what the process keeps is read once
        counts.append(asked(client, address, django_assert_max_num_queries, most))
    assert counts[0] == counts[1]


def test_words_find_and_facets_narrow(client: Client) -> None:
    """In the reader's language or the record's, with a typing error forgiven."""
    OfferFactory(title_es="Mediación en escuelas", topics=["youth"], modalities=["training"])
    OfferFactory(country_id="CL", title_es="Laboratorio de datos")
    index()
    page = client.get("/es/training/assistance/?q=mediacion").content.decode()
    assert "Laboratorio" not in page
    assert "<mark>Mediación</mark>" in page
    page = client.get("/en/training/assistance/?state=CL").content.decode()
    assert "Laboratorio" in page
    assert "Mediación" not in page
    assert client.get("/en/training/assistance/?topic=youth&state=CL").status_code == 200


def test_the_list_is_had_as_files_and_a_feed(client: Client) -> None:
    """CSV, XLSX, JSON, Atom; with the filters of the list."""
    OfferFactory(title_es="=SUM(1)")
    OfferFactory(country_id="CL")
    RequestFactory()
    index()
    lines = b"".join(client.get("/en/training/assistance/csv/?state=GT")).decode("utf-8-sig").splitlines()
    assert len(lines) == 2
    assert "'=SUM(1)" in lines[1]
    found = b"".join(client.get("/en/training/assistance/csv/?q=apoyo")).decode("utf-8-sig").splitlines()
    assert len(found) == 2
    book = load_workbook(io.BytesIO(b"".join(client.get("/en/training/assistance/xlsx/").streaming_content)))
    assert book.active.max_row == 3
    records = json.loads(b"".join(client.get("/en/training/assistance/json/?kind=request")))
    assert [record["party_state"] for record in records] == ["AG"]
    feed = ElementTree.fromstring(client.get("/feeds/training/assistance/?lang=es").content)
    names = {"a": "http://www.w3.org/2005/Atom"}
    assert len(feed.findall("a:entry", names)) == 2
    assert client.get("/feeds/training/assistance/?lang=xx").status_code == 404
    gaps = b"".join(client.get("/en/training/gaps/csv/")).decode("utf-8-sig").splitlines()
    assert any(line.startswith("data-and-observatories,Data and observatories,1,0,0,1,0,2") for line in gaps)


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt"])
def test_the_feed_is_read_by_feed_readers(client: Client, language: str) -> None:
    offer = OfferFactory(title_es="Laboratorio de datos", country_id="CL")
    RequestFactory()
    index()
    read = feedparser.parse(client.get(f"/feeds/training/assistance/?lang={language}&state=CL").content)
    assert not read.bozo
    assert read.version == "atom10"
    assert read.feed.language == language
    (entry,) = read.entries
    assert entry.title == "Laboratorio de datos"
    assert entry.link.endswith(f"/{language}/training/assistance/{offer.pk}/")
    assert entry.author
    assert entry.published_parsed[:3] == offer.published_at.utctimetuple()[:3]


def form(**more: Any) -> dict[str, Any]:
    fields = {"party": "state:GT", "source_language": "es", "title": "Apoyo", "description": "Datos."}
    return fields | {"topics": ["youth"]} | more


def test_a_focal_point_writes_for_the_own_state_alone(
    client: Client, focal_point_of_guatemala: User, focal_point_of_chile: User
) -> None:
    """Another party is no option of the form; nobody else edits, hands on or throws away."""
    client.force_login(focal_point_of_guatemala)
    assert client.post("/es/training/assistance/new/", form(party="state:CL")).status_code == 422
    assert client.post("/es/training/assistance/new/", form(topics=[])).status_code == 422
    days = {"starts_on": "2026-12-02", "ends_on": "2026-12-01"}
    assert client.post("/es/training/assistance/new/", form(**days)).status_code == 422
    answer = client.post("/es/training/assistance/new/", form())
    record = Assistance.objects.get()
    assert answer.headers["Location"] == f"/es/training/assistance/{record.pk}/"
    assert (record.state, record.country_id, record.title_es) == ("draft", "GT", "Apoyo")
    stale = form(title="Otro", revision=7)
    assert client.post(f"/es/training/assistance/{record.pk}/edit/", stale).status_code == 422

    client.force_login(focal_point_of_chile)
    for place in ("edit/", "step/submit/", "step/delete/", "why/withdraw/"):
        assert client.post(f"/es/training/assistance/{record.pk}/{place}", form()).status_code == 404
    record.refresh_from_db()
    assert (record.state, record.title_es) == ("draft", "Apoyo")

    client.force_login(focal_point_of_guatemala)
    assert client.post(f"/es/training/assistance/{record.pk}/step/submit/").status_code == 302
    record.refresh_from_db()
    assert record.state == "submitted"


def test_a_message_goes_through_the_portal_and_no_address_is_shown(
    client: Client, member: User, focal_point_of_guatemala: User, focal_point_of_chile: User
) -> None:
    """The party's people read who wrote; the writer sees nobody's address, others see nothing."""
    record = OfferFactory()
    address = f"/en/training/assistance/{record.pk}/"
    client.force_login(member)
    assert client.post(f"{address}contact/", {"text": " "}).status_code == 422
    assert client.post(f"{address}contact/", {"text": "How does it work?"}).status_code == 302
    assert Inquiry.objects.get().text == "How does it work?"
    assert focal_point_of_guatemala.email not in client.get(address).content.decode()
    client.force_login(focal_point_of_guatemala)
    assert member.email in client.get(address).content.decode()
    client.force_login(focal_point_of_chile)
    assert "How does it work?" not in client.get(address).content.decode()
    nobody = OfferFactory(country_id="JM")
    client.force_login(member)
    answer = client.post(f"/en/training/assistance/{nobody.pk}/contact/", {"text": "Hello"})
    assert answer.status_code == 422
    assert "Nobody speaks for this party" in answer.content.decode()


def test_staff_match_by_hand_what_the_score_does_not_see(client: Client, staff_manager: User) -> None:
    """With a word why; not two of one party, not what is closed."""
    offer, request = OfferFactory(topics=["youth"]), RequestFactory()
    client.force_login(staff_manager)
    pair = {"offer": offer.pk, "request": request.pk, "note": "Both know the school."}
    answer = client.post("/en/training/assistance/match/", pair)
    assert answer.status_code == 302
    page = client.get(answer.headers["Location"]).content.decode()
    assert "Both know the school." in page
    assert "The Secretariat sees that the two fit" in page
    assert client.post("/en/training/assistance/match/", pair).status_code == 422
    own = RequestFactory(country_id="GT")
    assert client.post("/en/training/assistance/match/", pair | {"request": own.pk}).status_code == 422


def test_an_organization_is_matched_too_and_who_is_not_addressed_is_not(client: Client) -> None:
    """A request to organizations alone finds no state."""
    from training_catalogue.services.matching.scoring import fits

    body = OrganizationFactory(kind=OrganizationKind.ACADEMIA, state_id="CL", name="Universidad")
    of_state, of_body = OfferFactory(), OfferFactory(organization=body)
    anyone, bodies = RequestFactory(), RequestFactory(addressed_to=["organizations", "secretariat"])
    assert {fit.other for fit in fits(anyone, as_request=True)} == {of_state.pk, of_body.pk}
    assert {fit.other for fit in fits(bodies, as_request=True)} == {of_body.pk}
    assert {fit.other for fit in fits(of_state, as_request=False)} == {anyone.pk}
    inactive = OfferFactory(country_id="NI")
    assert inactive.pk not in {fit.other for fit in fits(anyone, as_request=True)}
    two_way = RequestFactory(country_id="BB", is_two_way=True, languages=["en"])
    assert two_way.pk in {fit.other for fit in fits(anyone, as_request=True)}
    best = next(fit for fit in fits(anyone, as_request=True) if fit.other == two_way.pk)
    assert [reason["code"] for reason in best.reasons] == ["topic", "language", "region"]


@pytest.mark.parametrize("address", ["/es/states/GT/", "/es/topics/youth/"])
def test_pages_of_the_network_show_offers_and_requests_by_one_question(
    client: Client, address: str, django_assert_max_num_queries: Any
) -> None:
    """And those of others, or on other topics, are not there."""
    OfferFactory(title_es="Mediación", topics=["youth"])
    RequestFactory(country_id="GT", title_en="Schools", topics=["youth"])
    OfferFactory(country_id="CL", title_es="Laboratorio", topics=["borders"])
    index()
    client.get(address)
    cache.clear()
    with django_assert_max_num_queries(11) as said:
        text = client.get(address).content.decode()
    assert sum("'request'" in (each["sql"] or "") for each in said) == 1
    assert "Mediación" in text
    assert "Schools" in text
    assert "Laboratorio" not in text


def test_whom_moderators_have_stopped_writes_to_nobody(
    client: Client, member: User, focal_point_of_guatemala: User
) -> None:
    """A mute that holds everywhere holds here too."""
    record, manager = OfferFactory(), UserFactory(roles=[Role.STAFF_MANAGER])
    sanction(user=member, kind=SanctionKind.MUTE, scope="", reason=Reason.ADVERTISING, by=manager)
    client.force_login(member)
    answer = client.post(f"/en/training/assistance/{record.pk}/contact/", {"text": "Buy this."})
    assert answer.status_code == 404
    assert not Inquiry.objects.exists()

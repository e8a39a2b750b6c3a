"""OAI-PMH: libraries harvest practices with the clients that they have."""

from typing import Any

import pytest
from django.test import Client
from lxml import etree
from sickle import Sickle
from sickle.oaiexceptions import BadArgument, BadResumptionToken, IdDoesNotExist, NoRecordsMatch
from sickle.response import OAIResponse

from network.search.services import index_objects
from practices.api.oai import records
from practices.models import Practice
from tests.factories import DraftPracticeFactory, PublishedPracticeFactory

pytestmark = pytest.mark.django_db
NAMES = {"oai": "http://www.openarchives.org/OAI/2.0/"}


class Answer:
    """An answer of the test client, as sickle reads answers of requests."""

    def __init__(self, content: bytes) -> None:
        self.content, self.text = content, content.decode()


class Harvester(Sickle):
    """Sickle itself, asking the test client."""

    def harvest(self, **asked: Any) -> OAIResponse:
        answer = Client().get("/oai", asked)
        assert answer.status_code == 200
        return OAIResponse(Answer(answer.content), params=asked)


@pytest.fixture
def harvester() -> Harvester:
    """A client of libraries."""
    return Harvester("http://testserver/oai")


@pytest.fixture
def harvested(guatemala: Any) -> list[Practice]:
    """Three published, one of them on a topic, one withdrawn; a draft that nobody may harvest."""
    found = [PublishedPracticeFactory(title_es=f"Práctica {number}") for number in range(3)]
    for practice in found:
        practice.topics.set(["youth"] if practice is found[0] else [])
    index_objects("practice", [found[0].pk])
    Practice.objects.filter(pk=found[2].pk).update(state="withdrawn")
    DraftPracticeFactory(title_es="Borrador secreto")
    return found


def error_of(**asked: str) -> str:
    """The code of the error that an answer carries."""
    root = etree.fromstring(Client().get("/oai", asked).content)
    return root.find("oai:error", NAMES).get("code")


def test_the_provider_says_who_it_is(harvester: Harvester, harvested: list[Practice]) -> None:
    said = harvester.Identify()
    assert (said.protocolVersion, said.deletedRecord) == ("2.0", "persistent")
    assert said.granularity == "YYYY-MM-DDThh:mm:ssZ"
    assert [each.metadataPrefix for each in harvester.ListMetadataFormats()] == ["oai_dc"]
    specs = [each.setSpec for each in harvester.ListSets()]
    assert "practices" in specs
    assert "practices:population-groups:youth" in specs


def test_records_come_as_dublin_core_and_withdrawn_ones_as_deleted(
    harvester: Harvester, harvested: list[Practice]
) -> None:
    found = list(harvester.ListRecords(metadataPrefix="oai_dc"))
    assert len(found) == 3
    by_name = {each.header.identifier.rpartition(":")[2]: each for each in found}
    first, gone = by_name[harvested[0].identifier], by_name[harvested[2].identifier]
    assert first.metadata["title"] == ["Práctica 0"]
    assert harvested[0].identifier in first.metadata["identifier"]
    assert first.header.setSpecs == ["practices:population-groups:youth"]
    assert gone.header.deleted
    assert b"Pr\xc3\xa1ctica 2" not in Client().get("/oai?verb=ListRecords&metadataPrefix=oai_dc").content
    assert "secreto" not in str(found)


def test_one_record_is_got_by_its_identifier(harvester: Harvester, harvested: list[Practice]) -> None:
    name = records.oai_identifier(harvested[1])
    assert harvester.GetRecord(identifier=name, metadataPrefix="oai_dc").metadata["title"] == ["Práctica 1"]
    with pytest.raises(IdDoesNotExist):
        harvester.GetRecord(identifier="oai:elsewhere:1", metadataPrefix="oai_dc")


def test_a_long_list_comes_in_parts(
    harvester: Harvester, harvested: list[Practice], monkeypatch: Any
) -> None:
    monkeypatch.setattr(records, "AT_ONCE", 1)
    found = [each.identifier for each in harvester.ListIdentifiers(metadataPrefix="oai_dc")]
    assert len(set(found)) == len(found) == 3
    with pytest.raises(BadResumptionToken):
        harvester.ListRecords(resumptionToken="nonsense")


def test_sets_and_times_narrow(harvester: Harvester, harvested: list[Practice]) -> None:
    for spec, count in (
        ("practices", 3),
        ("practices:population-groups", 1),
        ("practices:population-groups:youth", 1),
    ):
        assert len(list(harvester.ListIdentifiers(metadataPrefix="oai_dc", set=spec))) == count
    day = harvested[0].changed_at.date().isoformat()
    assert len(list(harvester.ListIdentifiers(metadataPrefix="oai_dc", **{"from": day, "until": day}))) == 3
    with pytest.raises(NoRecordsMatch):
        harvester.ListIdentifiers(metadataPrefix="oai_dc", until="2001-01-01")
    with pytest.raises(BadArgument):
        harvester.ListIdentifiers(metadataPrefix="oai_dc", **{"from": "2027-01-01", "until": "2026-01-01"})


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({}, "badVerb"),
        ({"verb": "Nonsense"}, "badVerb"),
        ({"verb": "Identify", "x": "1"}, "badArgument"),
        ({"verb": "ListRecords"}, "badArgument"),
        ({"verb": "GetRecord", "metadataPrefix": "oai_dc"}, "badArgument"),
        ({"verb": "ListRecords", "metadataPrefix": "marc"}, "cannotDisseminateFormat"),
        ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "from": "yesterday"}, "badArgument"),
        ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "set": "\x00"}, "noRecordsMatch"),
        ({"verb": "ListRecords", "resumptionToken": "WyIiXQ"}, "badResumptionToken"),
        ({"verb": "ListRecords", "resumptionToken": "WzEsMiwzLDRd"}, "badResumptionToken"),
        ({"verb": "ListRecords", "resumptionToken": "x", "metadataPrefix": "oai_dc"}, "badArgument"),
    ],
)
def test_what_is_asked_wrongly_is_told_by_the_codes_of_the_protocol(asked: dict[str, str], code: str) -> None:
    assert error_of(**asked) == code


@pytest.mark.parametrize("count", [1, 3])
def test_a_list_asks_as_often_for_three_as_for_one(
    client: Client, guatemala: Any, count: int, django_assert_max_num_queries: Any
) -> None:
    PublishedPracticeFactory.create_batch(count)
    client.get("/oai?verb=ListRecords&metadataPrefix=oai_dc")
    with django_assert_max_num_queries(2):
        client.get("/oai?verb=ListRecords&metadataPrefix=oai_dc")

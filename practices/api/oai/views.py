"""The address of the harvesters: six verbs, their errors, answers in XML (openarchives.org, 2.0)."""

from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parseaddr
from xml.etree.ElementTree import Element, SubElement, tostring

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from network.ui.addresses import absolute

from ...models import Practice
from .records import (
    MOMENT,
    BadTokenError,
    Selection,
    dublin_core_of,
    earliest,
    find_record,
    is_deleted,
    is_moment,
    is_set,
    oai_identifier,
    read_part,
    read_token,
    sets,
    sets_of,
)

PREFIX = "oai_dc"
OAI = "http://www.openarchives.org/OAI/2.0/"
OAI_DC = "http://www.openarchives.org/OAI/2.0/oai_dc/"
DC = "http://purl.org/dc/elements/1.1/"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
SELECTING = {"metadataPrefix", "from", "until", "set", "resumptionToken"}


class HarvestError(Exception):
    """What the harvester did wrong: a code of the protocol and words."""

    def __init__(self, code: str, words: str) -> None:
        self.code = code
        super().__init__(words)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def provide(request: HttpRequest) -> HttpResponse:
    """Answer a harvester; errors are answers, too."""
    asked = request.POST if request.method == "POST" else request.GET
    root = Element("OAI-PMH", {"xmlns": OAI, "xmlns:xsi": XSI})
    root.set("xsi:schemaLocation", f"{OAI} http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd")
    SubElement(root, "responseDate").text = datetime.now(UTC).strftime(MOMENT)
    said = SubElement(root, "request")
    said.text = absolute("/oai")
    try:
        verb = _check(asked)
        answer = Element(verb)
        VERBS[verb][0](answer, asked)
        for name, value in asked.items():
            said.set(name, _clean(str(value)))
        root.append(answer)
    except HarvestError as error:
        SubElement(root, "error", {"code": error.code}).text = str(error)
    body = b'<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="utf-8")
    response = HttpResponse(body, content_type="text/xml; charset=utf-8")
    response["Cache-Control"] = "public, max-age=0, s-maxage=60"
    return response


def _check(asked: QueryDict) -> str:
    """The verb; raises HarvestError for one that is unknown, and for arguments that do not belong to it."""
    verb = asked.get("verb", "")
    if verb not in VERBS or len(asked.getlist("verb")) != 1:
        raise HarvestError("badVerb", "Use Identify, ListMetadataFormats, ListSets, or one of the others.")
    allowed = VERBS[verb][1]
    wrong = [name for name in asked if name != "verb" and name not in allowed]
    if wrong or any(len(asked.getlist(name)) > 1 for name in asked):
        raise HarvestError("badArgument", "An argument is unknown, or given twice.")
    return verb


def _identify(answer: Element, asked: QueryDict) -> None:
    for name, value in (
        ("repositoryName", "Inter-American Network for the Prevention of Violence and Crime: good practices"),
        ("baseURL", absolute("/oai")),
        ("protocolVersion", "2.0"),
        ("adminEmail", parseaddr(settings.DEFAULT_FROM_EMAIL)[1]),
        ("earliestDatestamp", earliest()),
        ("deletedRecord", "persistent"),
        ("granularity", "YYYY-MM-DDThh:mm:ssZ"),
    ):
        SubElement(answer, name).text = value


def _formats(answer: Element, asked: QueryDict) -> None:
    if "identifier" in asked:
        _record(asked)
    found = SubElement(answer, "metadataFormat")
    SubElement(found, "metadataPrefix").text = PREFIX
    SubElement(found, "schema").text = "http://www.openarchives.org/OAI/2.0/oai_dc.xsd"
    SubElement(found, "metadataNamespace").text = OAI_DC


def _sets(answer: Element, asked: QueryDict) -> None:
    if "resumptionToken" in asked:
        raise HarvestError("badResumptionToken", "All sets come in one answer.")
    for spec, name in sets():
        found = SubElement(answer, "set")
        SubElement(found, "setSpec").text = spec
        SubElement(found, "setName").text = _clean(name)


def _get(answer: Element, asked: QueryDict) -> None:
    if "identifier" not in asked:
        raise HarvestError("badArgument", "identifier is missing.")
    _check_prefix(asked)
    _write_record(answer, _record(asked))


def _identifiers(answer: Element, asked: QueryDict) -> None:
    _list(answer, asked, _write_header)


def _records(answer: Element, asked: QueryDict) -> None:
    _list(answer, asked, _write_record)


def _list(answer: Element, asked: QueryDict, write: Callable[[Element, Practice], None]) -> None:
    selection = _selection(asked)
    rows, token = read_part(selection)
    if not rows:
        raise HarvestError("noRecordsMatch", "Nothing changed in that time, or in that set.")
    for practice in rows:
        write(answer, practice)
    if token or selection.after:
        SubElement(answer, "resumptionToken").text = token


def _selection(asked: QueryDict) -> Selection:
    if "resumptionToken" in asked:
        if len(asked) > 2:
            raise HarvestError("badArgument", "A resumption token stands alone.")
        try:
            return read_token(asked["resumptionToken"])
        except BadTokenError:
            raise HarvestError("badResumptionToken", "This token is not one of ours.") from None
    _check_prefix(asked)
    since, until, spec = (asked.get(name, "") for name in ("from", "until", "set"))
    if any(not is_moment(text) for text in (since, until) if text):
        raise HarvestError("badArgument", "Write dates as 2026-01-31 or 2026-01-31T12:00:00Z.")
    if since and until and (len(since) != len(until) or since > until):
        raise HarvestError("badArgument", "from and until need one granularity, and from comes first.")
    if not is_set(spec):
        raise HarvestError("noRecordsMatch", "There is no such set.")
    return Selection(since, until, spec)


def _check_prefix(asked: QueryDict) -> None:
    if "metadataPrefix" not in asked:
        raise HarvestError("badArgument", "metadataPrefix is missing.")
    if asked["metadataPrefix"] != PREFIX:
        raise HarvestError("cannotDisseminateFormat", f"Only {PREFIX} is provided.")


def _record(asked: QueryDict) -> Practice:
    practice = find_record(asked["identifier"])
    if practice is None:
        raise HarvestError("idDoesNotExist", "There is no such record.")
    return practice


def _write_header(parent: Element, practice: Practice) -> None:
    header = SubElement(parent, "header", {"status": "deleted"} if is_deleted(practice) else {})
    SubElement(header, "identifier").text = oai_identifier(practice)
    SubElement(header, "datestamp").text = practice.changed_at.astimezone(UTC).strftime(MOMENT)
    for spec in sets_of(practice):
        SubElement(header, "setSpec").text = spec


def _write_record(parent: Element, practice: Practice) -> None:
    record = SubElement(parent, "record")
    _write_header(record, practice)
    if is_deleted(practice):
        return
    metadata = SubElement(record, "metadata")
    core = SubElement(metadata, "oai_dc:dc", {"xmlns:oai_dc": OAI_DC, "xmlns:dc": DC})
    core.set("xsi:schemaLocation", f"{OAI_DC} http://www.openarchives.org/OAI/2.0/oai_dc.xsd")
    for name, text, language in dublin_core_of(practice):
        element = SubElement(core, f"dc:{name}", {"xml:lang": language} if language else {})
        element.text = _clean(text)


def _clean(text: str) -> str:
    """Without signs that XML forbids."""
    return "".join(sign for sign in text if sign >= " " or sign in "\t\n")


VERBS: dict[str, tuple[Callable[[Element, QueryDict], None], set[str]]] = {
    "Identify": (_identify, set()),
    "ListMetadataFormats": (_formats, {"identifier"}),
    "ListSets": (_sets, {"resumptionToken"}),
    "GetRecord": (_get, {"identifier", "metadataPrefix"}),
    "ListIdentifiers": (_identifiers, SELECTING),
    "ListRecords": (_records, SELECTING),
}

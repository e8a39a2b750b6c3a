"""Asking other people's sites: nothing may lead into our own network, keep us waiting or fill our memory.

`requests-hardened` looks at the address that a name leads to, at every redirection.
"""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

import requests
from django.conf import settings
from requests_hardened import Config, Manager

SECONDS = (5, 10)  # to connect, until the next bytes come
MOST_SECONDS = 60  # for a whole answer: a site that drips is left
REDIRECTIONS = 5
PIECE = 64 * 1024  # bytes
AGENT = "Mozilla/5.0 (compatible; InterAmericanNetworkPortal/1.0; {purpose})"
FAULTS = (requests.RequestException, ValueError, OSError)


class FetchError(Exception):
    """Nothing that can be used came: `code` is "scheme", "site", "status", "size" or "time".

    `detail` says more in a word for staff: the name of an error, or the status.
    """

    def __init__(self, code: str, detail: str = "") -> None:
        self.code, self.detail = code, detail[:200]
        super().__init__(f"{code} {detail}".strip())


@dataclass(frozen=True)
class Fetched:
    """An answer. `is_same`: nothing has changed since the marks that were sent; it then has no body."""

    body: bytes
    media_type: str
    encoding: str
    etag: str
    last_modified: str
    is_same: bool = False


@contextmanager
def opened(
    url: str, *, purpose: str, headers: Mapping[str, str] | None = None
) -> Iterator[requests.Response]:
    """The answer of a site, of which nothing but the head has been read. Raises what FAULTS names."""
    if not url.lower().startswith(("http://", "https://")):
        raise FetchError("scheme")
    config = Config(
        ip_filter_enable=True,
        ip_filter_allow_loopback_ips=settings.LINK_CHECK_ALLOWS_LOOPBACK,
        never_redirect=False,
        default_timeout=SECONDS,
        user_agent_override=AGENT.format(purpose=purpose),
    )
    with Manager(config).get_session() as session:
        session.trust_env, session.max_redirects = False, REDIRECTIONS
        with session.request("GET", url, stream=True, headers=dict(headers or {})) as answer:
            yield answer


def fetch(
    url: str, *, purpose: str, accept: str, most_bytes: int, etag: str = "", last_modified: str = ""
) -> Fetched:
    """What an address answers, read as it comes and left as soon as it is larger than `most_bytes`.

    `etag` and `last_modified` are the marks of the answer that we have. Raises FetchError.
    """
    headers = {"Accept": accept}
    headers |= {"If-None-Match": etag} if etag else {}
    headers |= {"If-Modified-Since": last_modified} if last_modified else {}
    try:
        with opened(url, purpose=purpose, headers=headers) as answer:
            return _read(answer, most_bytes)
    except FAULTS as error:
        raise FetchError("site", type(error).__name__) from error


def _read(answer: requests.Response, most_bytes: int) -> Fetched:
    marks = answer.headers.get("ETag", "")[:200], answer.headers.get("Last-Modified", "")[:100]
    media_type = answer.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if answer.status_code == 304:
        return Fetched(b"", media_type, "", *marks, is_same=True)
    if answer.status_code != 200:
        raise FetchError("status", str(answer.status_code))
    said = answer.headers.get("Content-Length", "")
    if said.isascii() and said.isdigit() and int(said) > most_bytes:
        raise FetchError("size")
    body, until = bytearray(), time.monotonic() + MOST_SECONDS
    for piece in answer.iter_content(PIECE):  # unpacked: a packed bomb is counted as what it becomes
        body += piece
        if len(body) > most_bytes:
            raise FetchError("size")
        if time.monotonic() > until:
            raise FetchError("time")
    encoding = answer.encoding if "charset" in answer.headers.get("Content-Type", "").lower() else ""
    return Fetched(bytes(body), media_type, encoding or "", *marks)

"""DeepL and LibreTranslate against a server on this machine that answers as theirs do, and worse."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from network.l10n import providers
from network.l10n.providers import ProviderBusy, ProviderGarbage, ProviderRefused
from network.l10n.providers.deepl import DeepLProvider
from network.l10n.providers.libretranslate import LibreTranslateProvider
from network.l10n.services.translating import translate


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append(body)
        trouble = self.server.trouble
        if trouble == "silence":
            time.sleep(1.5)
        if trouble == "hang up":
            self.connection.close()
            return
        status = trouble if isinstance(trouble, int) else 200
        content = {"garbage": b"\xff<html>", "nothing": b"", "other": b"[1, 2]"}.get(trouble)
        if content is None:
            content = json.dumps(self.answer(body, trouble)).encode()
        self.send_response(status)
        if status == 429:
            self.send_header("Retry-After", "7")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(content)

    def answer(self, body, trouble):
        texts = body.get("text") or body.get("q")
        said = [text.upper() for text in texts]
        if trouble == "too few":
            said = said[1:]
        if trouble == "no texts":
            said = [None for _text in texts]
        if "q" in body:
            return {"translatedText": said}
        return {
            "translations": [
                {"text": each, "detected_source_language": "EN", "billed_characters": 4} for each in said
            ]
        }

    def log_message(self, *args):
        pass


@pytest.fixture
def server(settings):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.asked, server.trouble = [], None
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    settings.DEEPL_KEY, settings.DEEPL_URL = "key:fx", address
    settings.LIBRETRANSLATE_URL, settings.TRANSLATION_TIMEOUT = address, 0.5
    yield server
    server.shutdown()
    server.server_close()


both = pytest.mark.parametrize("make", [DeepLProvider, LibreTranslateProvider])


@both
def test_texts_are_translated_with_their_shields(server, make):
    made = translate("Write to {office} & me.", source="en", target="pt", provider=make())
    assert made.text == "WRITE TO {office} & ME."
    assert made.engine in {"deepl", "libretranslate"}


@both
def test_many_texts_keep_their_number_and_order(server, make):
    texts = [f"text {number}" for number in range(70)]
    assert make().translate(texts, source="en", target="fr") == [text.upper() for text in texts]
    assert len(server.asked) > 1


@both
@pytest.mark.parametrize(
    ("trouble", "error"),
    [
        (429, ProviderBusy),
        (500, ProviderBusy),
        (503, ProviderBusy),
        ("silence", ProviderBusy),
        ("hang up", ProviderBusy),
        (401, ProviderRefused),
        (403, ProviderRefused),
        (456, ProviderRefused),
        (400, ProviderGarbage),
        ("garbage", ProviderGarbage),
        ("nothing", ProviderGarbage),
        ("other", ProviderGarbage),
        ("too few", ProviderGarbage),
        ("no texts", ProviderGarbage),
    ],
)
def test_trouble_is_told_apart(server, make, trouble, error):
    server.trouble = trouble
    with pytest.raises(error):
        make().translate(["one", "two"], source="en", target="fr")


def test_a_server_that_names_a_time_is_heard(server):
    server.trouble = 429
    with pytest.raises(ProviderBusy) as raised:
        LibreTranslateProvider().translate(["one"], source="en", target="fr")
    assert raised.value.retry_after == 7


def test_engines_are_asked_in_the_order_of_the_settings(server, settings):
    settings.TRANSLATION_PROVIDERS_BY_DIRECTION = {"en-fr": ["libretranslate", "manual"]}
    assert [each.name for each in providers.order("en", "fr")] == ["libretranslate", "manual"]
    assert [each.name for each in providers.order("en", "es")][:2] == ["deepl", "libretranslate"]
    settings.DEEPL_KEY = settings.LIBRETRANSLATE_URL = ""
    assert not {"deepl", "libretranslate"} & {each.name for each in providers.order("en", "es")}


def test_what_leaves_the_house_says_so(settings):
    assert not providers.get("deepl").is_local
    assert not LibreTranslateProvider().is_local
    settings.LIBRETRANSLATE_IS_LOCAL = True
    assert LibreTranslateProvider().is_local
    assert providers.get("apertium").is_local

"""Pages travel compressed; files as they are."""

import gzip

import pytest
from django.http import FileResponse, HttpResponse
from django.test import RequestFactory

from network.config.compression import PageCompression


@pytest.mark.django_db
def test_a_page_is_compressed_for_a_browser_that_asks(client):
    answer = client.get("/es/help/", headers={"accept-encoding": "br, gzip"})
    assert answer["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in answer["Vary"]
    page = gzip.decompress(answer.content)
    assert page.lstrip().startswith(b"<!doctype html>")
    assert len(answer.content) < len(page) / 2
    assert "Content-Encoding" not in client.get("/es/help/").headers


@pytest.mark.parametrize(
    "answer",
    [
        lambda: FileResponse(iter([b"a" * 500]), content_type="text/html"),
        lambda: HttpResponse(b"a" * 500, content_type="application/pdf"),
    ],
)
def test_a_file_goes_as_it_is(answer):
    request = RequestFactory().get("/", headers={"accept-encoding": "gzip"})
    assert "Content-Encoding" not in PageCompression(lambda _: answer())(request).headers

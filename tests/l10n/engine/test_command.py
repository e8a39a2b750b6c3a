"""`manage.py translate_text` as an operator runs it: lines in, lines out."""

import io
import json
import sys

import pytest
from django.core.management import CommandError, call_command

from .engines import apertium

pytestmark = pytest.mark.django_db


def run(lines: bytes, monkeypatch, **options) -> list[dict]:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines)))
    out = io.StringIO()
    call_command("translate_text", stdout=out, **options)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_each_line_gets_its_answer_in_order(monkeypatch):
    apertium()
    lines = [
        b'"The OAS supports the risk factors."',
        b"{",
        b"12",
        b"",
        b'""',
        b"\xff\xfe",
        b'"\\ud800"',
        b'["a"]',
        b'"The police {x}."',
    ]
    answers = run(b"\n".join(lines), monkeypatch, source="en", target="es")
    assert len(answers) == len(lines)
    assert answers[0] == {
        "text": "La OEA apoya los factores de riesgo.",
        "engine": "apertium",
        "confidence": 0.75,
        "flags": [],
    }
    assert ["error" in each for each in answers] == [False, True, True, True, False, True, False, True, False]
    assert answers[4]["flags"] == ["empty"]
    assert "{x}" in answers[8]["text"]


def test_people_translate_nothing_here(monkeypatch):
    assert "error" in run(b'"The police."', monkeypatch, source="en", target="es", engine="manual")[0]


def test_an_engine_that_is_not_set_up_is_refused(monkeypatch, settings):
    settings.DEEPL_KEY = ""
    with pytest.raises(CommandError):
        run(b'"a"', monkeypatch, source="en", target="es", engine="deepl")
    with pytest.raises(CommandError):
        run(b'"a"', monkeypatch, source="en", target="en")

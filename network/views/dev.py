"""The living page of components, in every state; only where DEBUG or DEMO is on."""

from typing import Any

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import override

from ..ui import icons, languages
from ..ui.assets import map_data
from ..ui.differences import differences
from ..ui.fields import FilesField, LocalizedDecimalField, MultipleCheckboxes, PartialDateField
from ..ui.map import Place
from ..ui.widgets import MarkdownTextarea, Radios

COLOURS = (
    ("social", "Social prevention"),
    ("community", "Community prevention"),
    ("situational", "Situational"),
)


class Specimen(forms.Form):
    """One field of each kind."""

    title = forms.CharField(label="Title", help_text="As the programme calls itself.", max_length=60)
    summary = forms.CharField(label="Summary", widget=MarkdownTextarea, required=False)
    level = forms.ChoiceField(label="Level", choices=COLOURS)
    approaches = MultipleCheckboxes(label="Approaches", choices=COLOURS, required=False)
    scale = forms.ChoiceField(label="Scale", choices=COLOURS, widget=Radios)
    baseline = LocalizedDecimalField(
        label="Baseline", help_text="A number, without the sign %.", max_value=100, decimal_places=4
    )
    measured = PartialDateField(
        label="Measured on", help_text="For example, 27 3 2024. The year alone is enough."
    )
    files = FilesField(label="Documents", help_text="PDF, DOCX or XLSX, up to 25 MB each.", required=False)
    consent = forms.BooleanField(label="The State agrees to publication")


def _faulty() -> Specimen:
    data = {
        "title": "x" * 70,
        "baseline": "158",
        "measured_day": "30",
        "measured_month": "13",
        "measured_year": "2025",
    }
    return Specimen(data, prefix="", auto_id="bad_%s")


def _places() -> list[Place]:
    data = map_data()
    codes = sorted(code for code in data["pt"])
    return [
        Place(code, code, index % 5, "#", f"{code}: {index % 5} practices")
        for index, code in enumerate(codes)
    ]


def _facets() -> list[dict[str, Any]]:
    options = [
        {"value": value, "label": label, "count": 1200 * index + 3, "checked": index == 1}
        for index, (value, label) in enumerate(COLOURS)
    ]
    return [
        {"name": "approach", "label": "Approach", "open": True, "options": options},
        {"name": "other", "label": "Other", "open": False, "options": options},
    ]


def _steps() -> list[dict[str, Any]]:
    rows = (
        ("1. Identity", "done", "complete"),
        ("2. Problem", "screening", "2 errors"),
        ("3. Done", "open", ""),
    )
    return [
        {
            "url": "#",
            "label": label,
            "phase": phase,
            "note": note,
            "is_current": index == 1,
            "has_errors": index == 1,
        }
        for index, (label, phase, note) in enumerate(rows)
    ]


def components(request: HttpRequest) -> HttpResponse:
    """All components; ?language=es shows them in another language."""
    if not (settings.DEBUG or settings.DEMO):
        raise Http404
    language = request.GET.get("language", "")
    context = {
        "specimen": Specimen(initial={"baseline": 41.5, "measured": "2024-03"}),
        "faulty": _faulty(),
        "places": _places(),
        "facets": _facets(),
        "steps": _steps(),
        "icons": sorted(icons.ICONS),
        "phases": list(icons.PHASES),
        "directions": list(icons.DIRECTIONS),
        "tones": ("", "draft", "go", "warn", "stop", "good", "plain", "mt"),
        "machine": ["en", "fr"],
        "approved": ["pt"],
        "changed": differences("It reaches some 70,000 youths.", "It reaches 80,000 youths a year."),
        "strengths": (None, 1, 2, 3, 4),
        "markdown": "## Heading\n\n**Strong**, a [link](https://example.org) and\n\n- one\n- two\n\n> Said.",
    }
    with override(language if language in languages.NAMES else languages.active()):
        return render(request, "dev/components.html", context)

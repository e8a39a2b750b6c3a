"""Reading a form from its page and sending it as a browser without scripts would."""

from html.parser import HTMLParser
from typing import Any

from django.test import Client
from django.urls import reverse

from practices.models import Practice


class FormReader(HTMLParser):
    """Collects what a browser would send of the form whose action is `action`."""

    def __init__(self, action: str) -> None:
        super().__init__()
        self.action, self.inside = action, False
        self.data: dict[str, list[str]] = {}
        self.area: str | None = None
        self.select: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Inputs, texts, choices."""
        known = dict(attrs)
        if tag == "form":
            self.inside = known.get("action") == self.action
        name = known.get("name")
        if not self.inside:
            return
        if tag == "input" and name and known.get("type") not in ("submit", "file"):
            if known.get("type") in ("checkbox", "radio") and "checked" not in known:
                return
            self._add(name, known.get("value") or ("on" if known.get("type") == "checkbox" else ""))
        elif tag == "textarea" and name:
            self.area = name
            self._add(name, "")
        elif tag == "select":
            self.select = name
        elif tag == "option" and self.select and "selected" in known:
            self._add(self.select, known.get("value") or "")

    def handle_data(self, data: str) -> None:
        """The content of a text."""
        if self.area:
            self.data[self.area][-1] += data

    def handle_endtag(self, tag: str) -> None:
        """Leave the form or the control."""
        if tag == "textarea" and self.area:
            self.data[self.area][-1] = self.data[self.area][-1].removeprefix("\n")
            self.area = None
        elif tag == "select":
            self.select = None
        elif tag == "form":
            self.inside = False

    def _add(self, name: str, value: str) -> None:
        self.data.setdefault(name, []).append(value)


def step_url(practice: Practice, step: str) -> str:
    """Address of a section."""
    return reverse("practices:draft_step", args=[practice.uuid, step])


def read_form(client: Client, url: str, action: str = "") -> dict[str, list[str]]:
    """What the page's form holds."""
    answer = client.get(url)
    assert answer.status_code == 200, answer.status_code
    reader = FormReader(action or url.partition("?")[0])
    reader.feed(answer.content.decode())
    return reader.data


def send(client: Client, url: str, changes: dict[str, Any], **extra: Any) -> Any:
    """Open the section, change some fields, send all of them."""
    data = {**read_form(client, url), **changes}
    return client.post(url.partition("?")[0], data, **extra)

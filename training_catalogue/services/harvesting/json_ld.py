"""schema.org Course and CourseInstance, in a page or a file, as the sheets of an import.

What providers write differs: types with or without prefix, one value or a list, text or a thing with a name.
"""

import datetime as dt
import hashlib
import html
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any
from zoneinfo import ZoneInfo

from network.imports.services.cells import folded
from network.imports.services.workbook import RawSheet

from ...choices import CourseLevel, Mode, TeachingLanguage

COURSES = (
    *("code", "title", "summary", "outcomes", "audience", "requirements", "topics", "level", "mode"),
    *("languages", "hours", "is_free", "fee_amount", "fee_currency", "link"),
)
SESSIONS = (
    "code",
    "key",
    "is_any_time",
    "starts_at",
    "ends_at",
    "time_zone",
    "place",
    "link",
    "seats",
    "is_open",
)
LONGEST = {
    "title": 200,
    "summary": 1000,
    "outcomes": 3000,
    "audience": 1000,
    "requirements": 2000,
    "place": 200,
}
DEEPEST = 30
MODES = {
    "onsite": Mode.IN_PERSON,
    "offline": Mode.IN_PERSON,
    "in person": Mode.IN_PERSON,
    "blended": Mode.BLENDED,
    "hybrid": Mode.BLENDED,
    "mixed": Mode.BLENDED,
}
LEVELS = {
    "beginner": CourseLevel.INTRODUCTORY,
    "basic": CourseLevel.INTRODUCTORY,
    "intermediate": CourseLevel.INTERMEDIATE,
    "advanced": CourseLevel.ADVANCED,
    "expert": CourseLevel.ADVANCED,
}


class _Scripts(HTMLParser):
    """Gathers the data blocks of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kind = (dict(attrs).get("type") or "").partition(";")[0].strip().lower()
        self._inside = tag == "script" and kind == "application/ld+json"
        if self._inside:
            self.found.append("")

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found[-1] += data

    def handle_endtag(self, tag: str) -> None:
        self._inside = False


def blocks_of_page(text: str) -> list[Any]:
    """The JSON-LD of a page; blocks that are no JSON are left out."""
    reader = _Scripts()
    reader.feed(text)
    found = []
    for block in reader.found:
        try:
            found.append(json.loads(block))
        except (ValueError, RecursionError):
            continue
    return found


def courses_in(data: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Every Course, wherever it stands: alone, in a list, a graph or an item list."""
    if depth > DEEPEST:
        return
    if isinstance(data, list):
        for each in data:
            yield from courses_in(each, depth + 1)
    elif isinstance(data, dict):
        if "Course" in _types(data):
            yield data
            return
        for name in ("@graph", "itemListElement", "item", "mainEntity", "hasPart", "about"):
            if name in data and isinstance(data[name], dict | list):
                yield from courses_in(data[name], depth + 1)


def _types(node: dict[str, Any]) -> set[str]:
    return {re.split(r"[:/#]", str(kind))[-1] for kind in _list(node.get("@type"))}


def sheets_of(courses: list[dict[str, Any]], *, topics: dict[str, str], zone: str) -> list[RawSheet]:
    """The courses and their instances as two sheets; `topics` gives codes by folded names.

    Hours that name no zone are meant in `zone`; days without an hour run from nine to five.
    """
    main, runs = RawSheet("courses", [(1, list(COURSES))]), RawSheet("sessions", [(1, list(SESSIONS))])
    seen: set[str] = set()
    for number, course in enumerate(courses, 2):
        values = _course(course, topics)
        main.rows.append((number, [values.get(name) for name in COURSES]))
        if values["code"] in seen:
            continue  # named twice: the first one counts, with its runs
        seen.add(values["code"])
        for instance in _list(course.get("hasCourseInstance")):
            if isinstance(instance, dict) and (run := _run(instance, zone)):
                named = run | {"code": values["code"]}
                runs.rows.append((number, [named.get(name) for name in SESSIONS]))
    return [main, runs]


def _course(node: dict[str, Any], topics: dict[str, str]) -> dict[str, Any]:
    offer = next((each for each in _list(node.get("offers")) if isinstance(each, dict)), {})
    price = _text(offer.get("price"))
    free = node.get("isAccessibleForFree") in (True, "true", "True") or price in ("0", "0.0", "0.00")
    free = free or _text(offer.get("category")).casefold() == "free"
    level = folded(_text(node.get("educationalLevel")))
    return {
        "code": _code(node),
        "title": _cut("title", node.get("name")),
        "summary": _cut("summary", node.get("description")),
        "outcomes": _cut("outcomes", node.get("teaches")),
        "audience": _cut("audience", node.get("audience"), "audienceType"),
        "requirements": _cut("requirements", node.get("coursePrerequisites")),
        "topics": "; ".join(_topics(node, topics)),
        "level": LEVELS.get(level, level if level in CourseLevel.values else ""),
        "mode": _mode(node),
        "languages": "; ".join(_languages(node)),
        "hours": _hours(node),
        "is_free": "yes" if free else "",
        "fee_amount": "" if free else price,
        "fee_currency": "" if free or not price else _text(offer.get("priceCurrency")),
        "link": _address(node.get("url")) or _address(node.get("@id")),
    }


def _code(node: dict[str, Any]) -> str:
    """The provider's own name of the course; a long address by its digest."""
    for name in ("identifier", "courseCode", "@id", "url"):
        value = node.get(name)
        value = value.get("value") if isinstance(value, dict) else value
        if text := _text(value):
            return text if len(text) <= 100 else "id:" + hashlib.sha256(text.encode()).hexdigest()[:40]
    return ""


def _topics(node: dict[str, Any], topics: dict[str, str]) -> list[str]:
    words = [*_texts(node.get("about")), *_texts(node.get("keywords"))]
    pieces = [piece for word in words for piece in (word, *re.split(r"[,;]", word))]
    return list(dict.fromkeys(topics[folded(piece)] for piece in pieces if folded(piece) in topics))


def _mode(node: dict[str, Any]) -> str:
    instances = [each for each in _list(node.get("hasCourseInstance")) if isinstance(each, dict)]
    said = {
        folded(_text(mode).rsplit("/")[-1]) for each in instances for mode in _list(each.get("courseMode"))
    }
    if known := {MODES[each] for each in said if each in MODES}:
        return known.pop() if len(known) == 1 and "online" not in said else Mode.BLENDED
    if "online" not in said:
        return ""
    return (
        Mode.ONLINE_FACILITATED
        if any(each.get("startDate") for each in instances)
        else Mode.ONLINE_SELF_PACED
    )


def _languages(node: dict[str, Any]) -> list[str]:
    said = [
        *_texts(node.get("availableLanguage"), "alternateName"),
        *_texts(node.get("inLanguage"), "alternateName"),
    ]
    codes = [text[:2].lower() for text in said]
    return list(dict.fromkeys(code for code in codes if code in TeachingLanguage.values))


def _hours(node: dict[str, Any]) -> str:
    """A duration by ISO 8601 such as PT40H, of the course or of its first run."""
    runs = [each for each in _list(node.get("hasCourseInstance")) if isinstance(each, dict)]
    for text in (_text(node.get("timeRequired")), *(_text(each.get("courseWorkload")) for each in runs)):
        if found := re.fullmatch(r"P(?:(\d{1,3})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,4})M)?)?", text):
            days, hours, minutes = (int(each or 0) for each in found.groups())
            if total := days * 24 + hours + round(minutes / 60):
                return str(total)
    return ""


def _run(node: dict[str, Any], zone: str) -> dict[str, Any] | None:
    """An instance as a row of sessions; None for one that says no day or was cancelled."""
    if "cancelled" in _text(node.get("eventStatus")).casefold():
        return None
    starts = _moment(_text(node.get("startDate")), zone, 9)
    ends = _moment(_text(node.get("endDate")) or _text(node.get("startDate"))[:10], zone, 17)
    if starts is None or ends is None:
        return None
    place = node.get("location")
    return {
        "key": _code(node) or starts,
        "starts_at": starts,
        "ends_at": ends,
        "time_zone": zone,
        "place": _cut("place", place) if isinstance(place, str) else _cut("place", place, "address"),
        "link": _address(node.get("url")),
        "seats": _text(node.get("maximumAttendeeCapacity")),
        "is_open": "yes",
    }


def _moment(text: str, zone: str, hour: int) -> str | None:
    """A day, or a day and an hour, on the clocks of the zone."""
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return f"{dt.date.fromisoformat(text).isoformat()} {hour:02}:00"
        found = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    local = found.astimezone(ZoneInfo(zone)) if found.tzinfo else found
    return f"{local:%Y-%m-%d %H:%M}"


def _list(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _texts(value: Any, name: str = "name") -> list[str]:
    """Texts of a value: itself, or what a thing is called."""
    found = []
    for each in _list(value):
        is_thing = isinstance(each, dict)
        said = each.get(name) or each.get("name") or each.get("@value") if is_thing else each
        if isinstance(said, str | int | float) and not isinstance(said, bool):
            found.append(str(said).strip())
    return [text for text in found if text]


def _text(value: Any, name: str = "name") -> str:
    return next(iter(_texts(value, name)), "")


def _cut(column: str, value: Any, name: str = "name") -> str:
    """Texts without tags, cut at what the column holds."""
    text = "\n".join(_texts(value, name))
    text = html.unescape(re.sub(r"<[^<>]{0,500}>", " ", text)) if "<" in text or "&" in text else text
    text = re.sub(r"[ \t]+", " ", text).strip()
    most = LONGEST[column]
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _address(value: Any) -> str:
    text = _text(value)
    return text if text.lower().startswith(("http://", "https://")) and len(text) <= 500 else ""

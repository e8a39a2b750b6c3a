"""Dates with the month in words ("March" is a walk too): written anew in the target language."""

import re

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
}
_NAMES = {language: names.split() for language, names in _MONTHS.items()}
_ORDINAL = r"(?:st|nd|rd|th)?"


def _pattern(language: str) -> re.Pattern[str]:
    month = "|".join(_NAMES[language])
    if language == "en":
        return re.compile(
            rf"\b(?P<on>on (?:the )?)?(?:(?P<day>\d{{1,2}}){_ORDINAL} (?:of )?(?P<month>{month}),?"
            r"(?: (?P<year>\d{4}))?"
            rf"|(?P<month2>{month}) (?P<day2>\d{{1,2}}){_ORDINAL}(?:,? (?P<year2>\d{{4}}))?(?!\d)"
            rf"|(?P<month3>{month}) (?P<year3>\d{{4}}))\b"
        )
    of = {"es": " de ", "pt": " de ", "fr": " "}[language]
    year = {"es": " (?:de|del) ", "pt": " de ", "fr": " "}[language]
    on = {"es": "el ", "pt": "(?:em|no dia) ", "fr": "le "}[language]
    return re.compile(
        rf"\b(?P<on>{on})?(?P<day>\d{{1,2}})(?:er|º|°)?{of}(?P<month>{month})(?:{year}(?P<year>\d{{4}}))?\b"
        rf"|\b(?P<month3>{month}){year}(?P<year3>\d{{4}})\b",
        re.IGNORECASE,
    )


_PATTERNS = {language: _pattern(language) for language in _NAMES}


def find(text: str, source: str, target: str) -> list[tuple[int, int, str]]:
    """Start, end and what the target language writes, for each date with a month in words."""
    return [
        (match.start(), match.end(), _written(match, source, target))
        for match in _PATTERNS[source].finditer(text)
    ]


def _written(match: re.Match[str], source: str, target: str) -> str:
    parts = match.groupdict()
    day = parts.get("day") or parts.get("day2") or ""
    year = parts.get("year") or parts.get("year2") or parts.get("year3") or ""
    said = parts.get("month") or parts.get("month2") or parts.get("month3") or ""
    names = [name.casefold() for name in _NAMES[source]]
    month = _NAMES[target][names.index(said.casefold())]
    if target == "en":
        return ("on " if parts.get("on") else "") + " ".join(filter(None, (day, month, year)))
    on = {"es": "el ", "pt": "em ", "fr": "le "}[target] if parts.get("on") and day else ""
    link = " " if target == "fr" else " de "
    return on + link.join(filter(None, (day, month, year)))

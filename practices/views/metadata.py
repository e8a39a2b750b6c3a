"""What machines read in the page of a practice: schema.org (JSON-LD) and Dublin Core."""

import json
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from network.ui.addresses import absolute

from ..choices import Licence
from ..models import Practice

LICENCE_URLS = {
    Licence.CC_BY_4: "https://creativecommons.org/licenses/by/4.0/",
    Licence.CC_BY_NC_4: "https://creativecommons.org/licenses/by-nc/4.0/",
}
FILES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "json": "application/json",
}
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"  # a name, not an address
IN_SCRIPT = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def publisher() -> str:
    """Who publishes, in the reader's language."""
    return _("Inter-American Network for the Prevention of Violence and Crime")


def permanent_url(practice: Practice) -> str:
    """Address with host, in the language of the page."""
    return absolute(practice.get_absolute_url())


def schema_org(practice: Practice) -> SafeString:
    """The practice as a schema.org Article in JSON-LD, safe inside a script element.

    It is a data block, which browsers do not run: a strict content security policy lets it be.
    """
    title, summary = practice.passage("title"), practice.passage("summary")
    organization = practice.organization
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Article",
        "@id": permanent_url(practice),
        "identifier": practice.identifier,
        "headline": title.text,
        "abstract": summary.text,
        "inLanguage": summary.language,
        "datePublished": practice.published_at.date().isoformat() if practice.published_at else None,
        "dateModified": practice.changed_at.date().isoformat(),
        "spatialCoverage": {"@type": "Country", "name": practice.country.name},
        "about": [{"@type": "DefinedTerm", "name": topic.name} for topic in practice.topics.all()],
        "author": {
            "@type": "Organization",
            "name": organization.name if organization else practice.country.name,
        },
        "publisher": {"@type": "Organization", "name": publisher(), "url": absolute("/")},
        "url": permanent_url(practice),
        "mainEntityOfPage": permanent_url(practice),
        "keywords": [topic.name for topic in practice.topics.all()],
        "version": str(practice.version),
        "isBasedOn": practice.source_document,
        "encoding": [
            {
                "@type": "MediaObject",
                "encodingFormat": kind,
                "contentUrl": f"{permanent_url(practice)}{form}/",
            }
            for form, kind in FILES.items()
        ],
        "license": LICENCE_URLS.get(practice.licence),
        "isAccessibleForFree": True,
    }
    filled = {name: value for name, value in data.items() if value}
    text = json.dumps(filled, ensure_ascii=False, separators=(",", ":")).translate(IN_SCRIPT)
    return mark_safe(text)  # noqa: S308 - the three signs that could end the element are escaped


def dublin_core(practice: Practice) -> list[tuple[str, str, str]]:
    """Names, values and languages for meta elements (DCMI Metadata Terms)."""
    title, summary = practice.passage("title"), practice.passage("summary")
    rows = [
        ("DC.title", title.text, title.language),
        ("DC.description", summary.text, summary.language),
        ("DC.identifier", practice.identifier or "", ""),
        ("DC.language", practice.source_language, ""),
        ("DC.date", practice.published_at.date().isoformat() if practice.published_at else "", ""),
        ("DC.coverage", practice.country.name, ""),
        ("DC.type", "Text", ""),
        ("DC.format", "text/html", ""),
        ("DC.publisher", publisher(), ""),
        ("DC.rights", LICENCE_URLS.get(practice.licence, ""), ""),
        ("DC.source", practice.source_document, ""),
    ]
    if practice.organization:
        rows.append(("DC.creator", practice.organization.name, practice.organization.name_language))
    rows += [("DC.subject", topic.name, "") for topic in practice.topics.all()]
    return [row for row in rows if row[1]]

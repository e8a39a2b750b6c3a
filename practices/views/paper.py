"""A practice as a paper (network/ui/papers.py): the rows that pages show, set for print."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from network.l10n.services.engines import engine_name
from network.models.text import MACHINE
from network.ui import languages, numbers
from network.ui.addresses import absolute
from network.ui.blocks import blocks
from network.ui.papers import plain_text

from ..models import Practice, Rating
from ..services.citing import in_one_line
from ..services.indexing import PARTS
from ..templatetags.record import Bar, change, evidence, measured, notes_of
from .detail import IN_BRIEF
from .metadata import LICENCE_URLS
from .record import Row, facts, public_record, whole_record


def published_paper(practice: Practice) -> dict[str, Any]:
    """What the public page says, with its source, licence and how to cite it."""
    title, summary = practice.passage("title"), practice.passage("summary")
    rating = next(iter(practice.ratings.all()), None)
    pairs = [_pair(row) for row in facts(practice, "rated_strength", *IN_BRIEF)]
    licence = practice.get_licence_display() if practice.licence else _("Not stated")
    url = LICENCE_URLS.get(practice.licence, "")
    pairs += [
        [_("Licence"), plain_text(f"{licence} {url}".strip())],
        [_("Published"), plain_text(numbers.day(practice.published_at) if practice.published_at else "")],
        [_("Version"), plain_text(practice.version)],
        [_("Address"), plain_text(absolute(practice.get_absolute_url()))],
    ]
    if practice.source_document:
        source = f"{practice.source_document}, {practice.source_place}"
        pairs.append([_("Source"), plain_text(source, practice.source_language)])
    return {
        "title": title.text,
        "kicker": f"{practice.country.name} · {practice.identifier}",
        "heading": plain_text(title),
        "lead": plain_text(summary),
        "remarks": [*_origin(practice), *_sample(practice), *_confirmed(practice)],
        "facts": pairs,
        "sections": [
            *(_section(part) for part in public_record(practice)),
            *([_rated(rating)] if rating else []),
        ],
        "closing": _("How to cite: %(citation)s") % {"citation": in_one_line(practice)}
        + "\n"
        + _("Listing is not an endorsement by the OAS."),
        "note": practice.identifier or "",
    }


def draft_paper(practice: Practice) -> dict[str, Any]:
    """The whole record as it stands, for those who are to sign it off in their ministry."""
    title = practice.passage("title")
    words = {"day": numbers.moment(timezone.now()), "revision": practice.revision}
    return {
        "title": title.text or _("Practice without title"),
        "kicker": " · ".join((practice.country.name, _("Draft, not published"))),
        "heading": plain_text(title) if title else plain_text(_("Practice without title")),
        "remarks": [
            _("Draft of %(day)s, revision %(revision)s, for sign-off. Not to be cited.") % words,
            *_sample(practice),
        ],
        "facts": [],
        "sections": [_section(part, is_whole=True) for part in whole_record(practice)],
        "signatures": [_("Name, office and signature"), _("Place and date")],
        "note": _("Draft, not published"),
    }


def _section(part: Any, *, is_whole: bool = False) -> dict[str, Any]:
    rows: list[dict[str, Any]] = []
    for row in part.rows:
        if row.shape == "fact":
            if not rows or rows[-1]["kind"] != "facts":
                rows.append({"kind": "facts", "pairs": []})
            rows[-1]["pairs"].append(_pair(row))
        elif row.value:
            rows.append(_set(row))
        elif is_whole:
            rows.append({"kind": "facts", "pairs": [[row.label, plain_text(_("Not stated"))]]})
    return {"title": part.title, "rows": rows}


def _rated(rating: Rating) -> dict[str, Any]:
    """When and by what it was rated, and the reviewers' notes as they were published."""
    words = {
        "day": numbers.day(rating.rated_at),
        "version": rating.version,
        "instrument": rating.instrument,
    }
    said = _(
        "Rated on %(day)s by two reviewers: version %(version)s of the record, instrument %(instrument)s."
    )
    pairs = [
        [_("Evidence"), plain_text(said % words)],
        [_("Relevance"), plain_text(rating.get_relevance_display())],
        [_("Replicability"), plain_text(rating.get_replicability_display())],
    ]
    notes = [_prose(str(label), passage) for label, passage in notes_of(rating)]
    return {"title": _("What the reviewers say"), "rows": [{"kind": "facts", "pairs": pairs}, *notes]}


def _pair(row: Row) -> list[Any]:
    value = row.value
    if not value:
        return [row.label, plain_text(_("Not stated"))]
    if row.field == "organization":
        return [row.label, plain_text(value.name, value.name_language)]
    if row.field == "topics":
        return [row.label, plain_text(", ".join(topic.name for topic in value))]
    if row.field == "iccs_sections":
        return [row.label, plain_text("; ".join(section.name for section in value))]
    return [row.label, plain_text(value)]


def _set(row: Row) -> dict[str, Any]:
    """A long text, or a set of parts."""
    if row.shape == "prose":
        return _prose(row.label, row.value)
    if row.shape in ("partners", "materials"):
        items = [_partner(each) if row.shape == "partners" else _material(each) for each in row.value]
        return {"kind": "list", "label": row.label, "items": items}
    make = {"building_blocks": _block, "outcomes": _outcome, "evaluations": _evaluation}[row.shape]
    return {"kind": "pieces", "label": row.label, "pieces": [make(each) for each in row.value]}


def _prose(label: str, passage: Any) -> dict[str, Any]:
    said = plain_text(passage)
    return {"kind": "prose", "label": label, "blocks": blocks(said["text"]), "language": said["language"]}


def _parts(record: Any, **names: str) -> list[dict[str, Any]]:
    return [_prose(label, passage) for name, label in names.items() if (passage := record.passage(name))]


def _partner(partner: Any) -> dict[str, str]:
    return plain_text(f"{partner.name} · {partner.get_sector_display()}")


def _material(material: Any) -> dict[str, str]:
    title = material.passage("title")
    where = material.url or material.file_name
    return plain_text(f"{title.text} · {where}" if where else title.text, title.language)


def _block(block: Any) -> dict[str, Any]:
    parts = _parts(
        block,
        description=_("What it is"),
        enabled_by=_("What made it possible"),
        learned=_("What was learned"),
    )
    return {"name": plain_text(block.passage("name")), "pairs": [], "parts": parts}


def _outcome(outcome: Any) -> dict[str, Any]:
    figures, period, source = change(outcome), measured(outcome), outcome.passage("source")
    pairs = []
    if outcome.strength:
        pairs.append([_("Evidence"), plain_text(evidence(outcome))])
    if figures:
        said = f"{figures['baseline'] or '–'} → {figures['result'] or '–'} {figures['unit']}".strip()
        pairs.append([_("Baseline → result"), plain_text(said) | _pictured(figures["bars"])])
    if period:
        pairs.append([_("Measured"), plain_text(period)])
    if outcome.studies:
        pairs.append([_("Studies"), plain_text(outcome.get_studies_display())])
    if disaggregation := outcome.passage("disaggregation"):
        pairs.append([_("Disaggregation"), plain_text(disaggregation)])
    pairs.append([_("Source"), plain_text(source) if source else plain_text(_("Not stated"))])
    return {
        "name": plain_text(outcome.passage("indicator")),
        "pairs": pairs,
        "parts": _parts(outcome, finding=_("What was found")),
    }


def _pictured(bars: list[Bar]) -> dict[str, Any]:
    """Two bars below the figures that say the same."""
    drawn = [
        {"label": bar.label, "start": bar.start, "width": bar.width, "full": bar.name == "result"}
        for bar in bars
    ]
    return {"bars": drawn} if drawn else {}


def _evaluation(study: Any) -> dict[str, Any]:
    independent = _("independent") if study.is_independent else _("not independent")
    evaluator = plain_text(study.evaluator, study.source_language) if study.evaluator else plain_text("–")
    pairs = [[_("Evaluator"), evaluator], ["", plain_text(independent)]]
    if study.year:
        pairs.append([_("Year"), plain_text(study.year)])
    if study.document_url:
        pairs.append([_("Document of the evaluation"), plain_text(study.document_url)])
    return {
        "name": plain_text(study.get_design_display()),
        "pairs": pairs,
        "parts": _parts(study, finding=_("Finding")),
    }


def _origin(practice: Practice) -> list[str]:
    """Where the words come from, when some are not the author's."""
    active = languages.active()
    if practice.source_language == active:
        return []
    records = [practice, *(part for name in PARTS for part in getattr(practice, name).all())]
    marks = [mark for each in records for mark in each.translation_marks.get(active, {}).values()]
    engines = sorted({mark.removeprefix(MACHINE) for mark in marks if mark.startswith(MACHINE)})
    words = {
        "language": languages.NAMES[practice.source_language],
        "engine": ", ".join(engine_name(engine) for engine in engines),
    }
    if engines:
        said = _(
            "Machine translation by %(engine)s, not yet checked by a person."
            " The original is in: %(language)s."
        )
    else:
        said = _("The original is in: %(language)s.")
    return [said % words]


def _sample(practice: Practice) -> list[str]:
    return [_("◇ Invented for the demonstration of the portal.")] if practice.is_demonstration else []


def _confirmed(practice: Practice) -> list[str]:
    if practice.is_classification_confirmed:
        return []
    return [_("Classified by the Secretariat, not confirmed by the State.")]

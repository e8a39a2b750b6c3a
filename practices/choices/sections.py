"""The eight sections of the form and what each must hold before a practice moves on."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .lists import Depth


class Section(NamedTuple):
    """A section of the form: its words in the address, its title, what it must hold.

    `required` is checked for every practice of a depth that shows the section; `required_in_full` for full
    records only. A name is a field of the practice or one of its related sets (`topics`, `building_blocks`).
    """

    slug: str
    number: int
    title: str | Promise
    required: tuple[str, ...]
    required_in_full: tuple[str, ...] = ()
    in_snapshot: bool = True


SECTIONS: tuple[Section, ...] = (
    Section(
        "identity",
        1,
        _("Identity"),
        (
            "title",
            "summary",
            "organization",
            "topics",
            "prevention_level",
            "population_reach",
            "approaches",
            "scale",
            "started_on",
        ),
    ),
    Section("problem", 2, _("Problem"), ("diagnosis",), ("population_description",)),
    Section("action", 3, _("What is done"), ("objectives", "activities"), ("building_blocks",)),
    Section("means", 4, _("Who and with what"), (), ("implementing_bodies",), in_snapshot=False),
    Section("results", 5, _("Results"), (), (), in_snapshot=False),
    Section(
        "lessons", 6, _("Lessons and transfer"), (), ("not_worked", "transfer_conditions"), in_snapshot=False
    ),
    Section("materials", 7, _("Materials"), (), (), in_snapshot=False),
    Section(
        "consent",
        8,
        _("Contact and consent"),
        ("contact_unit", "contact_email", "licence", "consents_to_publish"),
    ),
)


def section_by_slug(slug: str) -> Section | None:
    """The section at an address, or None."""
    return next((section for section in SECTIONS if section.slug == slug), None)


def sections_of(depth: Depth | str) -> tuple[Section, ...]:
    """Sections that a record of `depth` shows."""
    return tuple(section for section in SECTIONS if section.in_snapshot or depth == Depth.FULL)

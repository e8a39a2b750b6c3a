"""What the list of entries can be narrowed by, as options of selects; kept, with none of them chosen."""

from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from network.ui.facets import options

from ...choices import AccountRole, EntryKind
from ...models import Donor, LedgerHead, Period, Project
from .figures import FIGURES, label_of
from .kept import OF_CHOICES, kept, with_versions

NAMES = ("kind", "of", "donor", "project", "year")


def choices(asked: Any) -> dict[str, SafeString]:
    """Options by the name of the filter, those that were asked for selected."""
    versions = with_versions(LedgerHead.objects.all(), OF_CHOICES).values_list("versions", flat=True).get()
    found = kept("choices", (versions,), _options)
    return {name: _with_chosen(found[name], getattr(asked, name)) for name in NAMES}


def _options() -> dict[str, SafeString]:
    titles = [(each.identifier, each.passage("title")) for each in Project.objects.all()]
    years = sorted({day.year for day in Period.objects.values_list("starts_on", flat=True)}, reverse=True)
    return {
        "kind": options(EntryKind.choices),
        "of": options((name, label_of(name)) for name in (*FIGURES, *AccountRole.values)),
        "donor": options(Donor.objects.values_list("pk", "name", "name_language")),
        "project": options((identifier, title, title.language) for identifier, title in titles),
        "year": options((year, year) for year in years),
    }


def _with_chosen(html: SafeString, value: Any) -> SafeString:
    """The option of this value selected, if there is one. Labels are escaped: none looks like one."""
    if not value:
        return html
    option = f'<option value="{escape(value)}"'
    return mark_safe(html.replace(option, f"{option} selected", 1))  # noqa: S308 - each part is escaped

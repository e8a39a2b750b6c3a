"""Amounts, accounts and bars of the ledger: {% load ledger %}."""

from typing import Any

import rules
from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from ..services.own_rules import own_rules
from ..services.showing.figures import shown

register = template.Library()


@register.simple_tag
def amount(units: int, exponent: int) -> str:
    """Smallest units as an amount in the reader's language: 5000000 with 2 decimals is 50,000.00."""
    return shown(units, exponent)


@register.simple_tag(takes_context=True)
def at_the_desk(context: template.Context) -> dict[str, bool]:
    """What the reader does at the desk, by the grants alone: {% at_the_desk as mine %}."""
    user = context["request"].user
    return {
        "works": rules.test_rule("fund.desk", user),
        "prepares": rules.test_rule("fund.prepare", user),
        "approves": rules.test_rule("fund.approve", user),
    }


@register.simple_tag
def entries(units: int, exponent: int, **asked: object) -> SafeString:
    """An amount that leads to its entries; zero leads nowhere. Arguments are those of the list of entries."""
    words = shown(units, exponent)
    if not units:
        return format_html('<span class="soft">{}</span>', words)
    return format_html('<a href="{}">{}</a>', address(**asked), words)


@register.simple_tag
def address(**asked: object) -> str:
    """The list of entries with these filters."""
    from django.utils.http import urlencode

    query = urlencode({name: value for name, value in asked.items() if value})
    return reverse("fund:entries") + (f"?{query}" if query else "")


@register.simple_tag
def bars(received: int, pledged: int, most: int) -> SafeString:
    """Received (full) above pledged (dashed), each of `most`; the table says the figures."""
    return format_html(
        '<svg class="bar bar--two" viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true">'
        '<rect x="0" y="1.5" width="{}" height="7"/>'
        '<rect class="bar__pledge" x=".5" y="11.5" width="{}" height="7"/></svg>',
        share(received, most),
        share(pledged, most, 99),
    )


@register.simple_tag
def pair(received: int, used: int, most: int) -> SafeString:
    """Received above used, each of `most`; the table says the figures."""
    return format_html(
        '<svg class="bar bar--two" viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true">'
        '<rect x="0" y="1.5" width="{}" height="7"/>'
        '<rect class="bar__b" x="0" y="11.5" width="{}" height="7"/></svg>',
        share(received, most),
        share(used, most),
    )


@register.simple_tag
def change(units: int, most: int) -> SafeString:
    """What came to the bank or went from it, of `most`; the table says the figure with its sign."""
    return format_html(
        '<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">'
        '<rect{} x="0" y="1" width="{}" height="8"/></svg>',
        mark_safe(' class="bar__b"') if units < 0 else "",
        share(abs(units), most),
    )


@register.simple_tag
def stack(used: int, left: int, free: int, most: int) -> SafeString:
    """Used, set aside and free, one after the other, of `most`."""
    first, second, third = (share(part, most) for part in (used, left, free))
    second_at, third_at = f"{float(first):.1f}", f"{float(first) + float(second):.1f}"
    return format_html(
        '<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">'
        '<rect x="0" y="1" width="{}" height="8"/><rect class="bar__b" x="{}" y="1" width="{}" height="8"/>'
        "{}</svg>",
        first,
        second_at,
        second,
        format_html('<rect class="bar__d" x="{}" y="1" width="{}" height="8"/>', third_at, third)
        if free > 0
        else mark_safe(""),
    )


def share(part: int, most: int, full: int = 100) -> str:
    """Hundredths of `most`, as SVG writes numbers."""
    return f"{max(0, part) * full / most:.1f}" if most > 0 else "0"


register.simple_tag(own_rules, name="own_rules")


@register.filter
def original(record: Any, field: str) -> str:
    """A text of a record as its author wrote it: {{ project|original:"title" }}."""
    return record.original(field)


@register.filter
def grouped(fingerprint: str, size: int = 8) -> str:
    """A hash in groups that eyes can compare."""
    return " ".join(fingerprint[place : place + size] for place in range(0, len(fingerprint), size))


@register.filter
def ends(fingerprint: str) -> str:
    """Beginning and end of a hash."""
    return f"{fingerprint[:8]}…{fingerprint[-8:]}"

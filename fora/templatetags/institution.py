"""Tags for what belongs to a forum: {% load institution %}."""

from typing import Any

from django import template
from django.template import Context
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from network.ui import markdown, passages
from network.ui.templatetags.ui import foreign, lang_attribute, prose

from ..models import Space
from ..rules import can_write_report, is_staff_manager, keeps, knows_members
from ..services import beside as parts
from ..services.citing import IN_TEXT as CITATION
from ..services.groups import group_of

register = template.Library()


@register.simple_tag
def space_title(record: Any) -> Any:
    """The title of a space, point, paper, proposal or report, marked with its language and origin."""
    return foreign(record.passage("title"))


@register.simple_tag
def space_text(record: Any, field: str) -> Any:
    """A short text of a record, marked with its language and origin."""
    return foreign(record.passage(field))


@register.simple_tag
def space_prose(record: Any, field: str) -> Any:
    """A long text of a record (Markdown) in a block that says its language and origin."""
    return prose(record.passage(field))


@register.filter
def summary_text(report: Any) -> str:
    """The summary of a report as plain words, for search engines."""
    return markdown.excerpt(report.passage("summary").text, 200)


@register.simple_tag
def report_text(report: Any) -> Any:
    """The text of a report; a citation is a link to the cited post below."""
    passage = report.passage("body")
    html = CITATION.sub(r'<a class="citation" href="#c\1">[\1]</a>', markdown.render(passage.text))
    if passage.is_machine:
        return passages.machine_block(mark_safe(html))  # noqa: S308 - rendered and cleaned, numbers added
    block = format_html('<div class="prose"{}>{}</div>', lang_attribute(passage.language), mark_safe(html))  # noqa: S308
    return passages.changed_block(block) if passage.is_stale else block


@register.filter
def has_text(record: Any, field: str) -> bool:
    """Whether the author has written this field."""
    return bool(record.original(field))


@register.simple_tag(takes_context=True)
def beside(context: Context, space: Space) -> parts.Beside:
    """{% beside space as about %}: agenda, papers, leaders, report, proposal; see fora/services/beside.py."""
    return parts.beside(space, context.get("user"))


@register.simple_tag(takes_context=True)
def keeps_space(context: Context, space: Space) -> bool:
    """Whether the reader prepares the space."""
    user = context.get("user")
    return bool(user and user.is_authenticated and keeps(user, space))


@register.simple_tag(takes_context=True)
def knows_its_members(context: Context, space: Space) -> bool:
    """Whether the reader may see who else is in the space."""
    user = context.get("user")
    return bool(user and user.is_authenticated and knows_members(user, space))


@register.simple_tag(takes_context=True)
def writes_report(context: Context, space: Space) -> bool:
    """Whether the reader may write the final report now."""
    user = context.get("user")
    return bool(user and user.is_authenticated and can_write_report(user, space))


@register.simple_tag
def working_group(space: Space) -> Any:
    """{% working_group space as group %}: what the documents say of a working group, or None."""
    return group_of(space.group_code)


@register.filter
def days_left(space: Space) -> int:
    """Whole days until a forum closes; 0 on its last one."""
    return max(0, (space.closes_at - timezone.now()).days) if space.closes_at else 0


@register.simple_tag
def supporters(proposal: Any) -> str:
    """Names of the states that support a proposal, besides the one that made it."""
    names = sorted(
        {
            support.country.name
            for support in proposal.supports.all()
            if support.country_id and support.country_id != proposal.country_id
        }
    )
    return ", ".join(names)


@register.simple_tag(takes_context=True)
def makes_spaces(context: Context) -> bool:
    """Whether the reader may begin a space."""
    user = context.get("user")
    return bool(user and user.is_authenticated and is_staff_manager(user))

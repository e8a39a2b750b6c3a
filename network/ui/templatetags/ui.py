"""Template tags of the portal, available in every template without {% load %}.

What each component shows is documented at the head of its template in templates/components/.
"""

from typing import Any

from babel import Locale
from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from network.ui import facets, forms, icons, languages, markdown, navigation, numbers, passages, slots
from network.ui import map as maps

register = template.Library()

register.simple_tag(facets.facet_options)
register.simple_tag(facets.options)
register.simple_tag(maps.links, name="map_links")
register.simple_tag(maps.islands, name="map_islands")
register.simple_tag(maps.rows, name="map_rows")
register.simple_tag(icons.icon)
register.simple_tag(icons.phase)
register.simple_tag(icons.meter)
register.simple_tag(icons.direction)

register.simple_tag(languages.colon)
register.filter("drawn_once", icons.drawn_once)
register.filter("number", numbers.number)
register.filter("percent", numbers.percent)
register.filter("size", numbers.size)
register.filter("day", numbers.day)
register.filter("moment", numbers.moment)
register.filter("day_and_clock", numbers.day_and_clock)
register.simple_tag(numbers.zone_name)
register.filter("partial_day", numbers.partial_day)
register.simple_tag(numbers.money)
register.filter("excerpt", markdown.excerpt)


@register.filter
def language_name(code: str) -> str:
    """A language by its own name: "es" gives Español."""
    return languages.NAMES.get(code, code)


@register.filter
def language_in_words(code: str) -> str:
    """A language in the words of the page's: "es" gives espagnol in French."""
    return Locale.parse(numbers.locale()).languages.get(code, code)


@register.filter
def lang_attribute(code: str) -> str:
    """` lang="es"` when `code` is not the page's language, else nothing."""
    if not code or code == languages.active():
        return ""
    return format_html(' lang="{}"', code)


@register.filter
def get(mapping: Any, key: str) -> Any:
    """The entry of a dictionary; None when there is no dictionary or no entry."""
    return mapping.get(key) if mapping else None


@register.simple_tag
def foreign(text: Any, language: str = "") -> SafeString | str:
    """Text marked with its language where that is not the page's. Takes a Passage, or text and a code.

    A passage that a machine translated, or whose original has changed, says so.
    """
    language = language or getattr(text, "language", "")
    content = format_html("{}", getattr(text, "text", text) or "")
    if getattr(text, "is_machine", False):
        return passages.machine_line(content)
    if getattr(text, "is_stale", False):
        return passages.changed_line(content)
    if not language or language == languages.active():
        return content
    return format_html('<span lang="{}">{}</span>', language, content)


@register.simple_tag
def prose(text: Any, language: str = "") -> SafeString:
    """Markdown as safe HTML in a block that says its language. Takes a Passage, or text and a code."""
    language = language or getattr(text, "language", "")
    html = markdown.render(str(getattr(text, "text", text) or ""))
    if getattr(text, "is_machine", False):
        return passages.machine_block(html)
    block = format_html('<div class="prose"{}>{}</div>', lang_attribute(language), html)
    return passages.changed_block(block) if getattr(text, "is_stale", False) else block


@register.simple_tag
def key(*names: Any) -> SafeString:
    """Keys of the keyboard, named as they are on every layout: {% key "Ctrl" "S" %}."""
    return format_html("<kbd>{}</kbd>", " ".join(str(name) for name in names))


@register.simple_tag
def passage_sign(*texts: Any) -> SafeString | str:
    """Below passages that stand as plain words, such as a title: whether the original of one has changed."""
    return passages.changed_note() if any(getattr(text, "is_stale", False) for text in texts) else ""


@register.simple_tag(takes_context=True)
def nav(context: Context, area: str) -> list[navigation.NavItem]:
    """Links of an area of the chrome for this reader: {% nav "main" as items %}."""
    return navigation.items(area, context.get("user"))


@register.simple_tag(takes_context=True)
def nav_badge(context: Context, item: navigation.NavItem) -> tuple[str, str] | None:
    """What is new behind a link, asked once per page: {% nav_badge item as badge %}. None for a visitor."""
    user = context.get("user")
    if item.badge is None or user is None or not user.is_authenticated:
        return None
    asked = context["request"].__dict__.setdefault("nav_badges", {})
    if item.url_name not in asked:
        asked[item.url_name] = item.badge(user)
    return asked[item.url_name]


@register.simple_tag(takes_context=True)
def is_here(context: Context, url: str) -> bool:
    """Whether the page lies under `url`: {% is_here item.root as here %}."""
    return str(context.get("page_path", "")).startswith(url)


@register.simple_tag(takes_context=True)
def slot(context: Context, name: str, **subject: Any) -> SafeString:
    """What the apps put into a slot: {% slot "state.sections" state=state %}."""
    return slots.render(name, context["request"], **subject)


@register.simple_tag(takes_context=True)
def slot_data(context: Context, name: str, **subject: Any) -> dict[str, Any] | None:
    """What an app hands to a page for it to draw: {% slot_data "home.map" as overview %}."""
    return slots.data(name, context["request"], **subject)


@register.inclusion_tag("components/map.html")
def americas_map(places: Any, *, id: str, title: str, caption: str, unit: str) -> dict[str, Any]:
    """Map and table of the Americas; see templates/components/map.html."""
    return {
        "map": maps.americas(places),
        "id": id,
        "title": title,
        "caption": caption,
        "unit": unit,
        "endorsement": maps.endorsement(),
    }


@register.inclusion_tag("components/codes.html")
def codes(source: str, machine: Any = (), approved: Any = ()) -> dict[str, Any]:
    """In which languages a record can be read; see templates/components/codes.html."""
    kinds = {**dict.fromkeys(approved, "approved"), **dict.fromkeys(machine, "machine"), source: "source"}
    shown = [(code, name, kinds[code]) for code, name in languages.NAMES.items() if code in kinds]
    return {"shown": shown}


@register.simple_tag(takes_context=True)
def url_with(context: Context, **changes: Any) -> str:
    """This page's address with some query values changed; None or "" takes a value out."""
    query = context["request"].GET.copy()
    for key, value in changes.items():
        if value in (None, ""):
            query.pop(key, None)
        else:
            query[key] = value
    return f"?{query.urlencode()}" if query else context["request"].path


@register.inclusion_tag("components/forms/errors.html")
def errors(*items: Any) -> dict[str, Any]:
    """Summary of what is to be corrected in the forms given, with links; nothing when all is well."""
    return {"found": forms.summary(items)}


register.filter("control", forms.control)
register.simple_tag(forms.render_field, name="field")

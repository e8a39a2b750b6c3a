"""What adaptations put on pages of the Network: a member state's, a topic's, what waits for a person."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.choices import Role
from network.models import MemberState, Topic, User
from network.search import labels
from network.search.models import SearchRow
from network.search.services.finding import Choice, Wanted
from network.search.services.of_subject import newest_of_subject, show
from network.ui import languages, navigation, sitemaps, slots
from network.ui.markdown import excerpt
from network.ui.sitemaps import LanguageSitemap
from network.ui.templatetags.ui import lang_attribute

from ...choices.adaptations import AdaptationState
from ...models import Adaptation
from ...rules import writes_for_a_state
from ...services.adapting.indexing import KIND

OF_SUBJECT = 5


def register_places() -> None:
    """Take our places; called when the apps are ready."""
    show(KIND, OF_SUBJECT)
    slots.register("state.sections", template="practices/slots/adaptations.html", context=of_state, order=10)
    slots.register("topic.sections", template="practices/slots/adaptations.html", context=of_topic, order=10)
    slots.register("me.waiting", template="practices/slots/waiting_adaptations.html", context=waiting)
    sitemaps.register("adaptations", AdaptationSitemap)
    navigation.register(
        navigation.NavItem(
            gettext_lazy("Our adaptations"),
            "practices:adaptations",
            navigation.PERSON,
            order=21,
            shown=writes_for_a_state.test,
        )
    )


def of_state(request: HttpRequest, state: MemberState) -> dict[str, Any] | None:
    """The newest adaptations of a member state."""
    return _newest(request, Choice("state", (state.iso2,)))


def of_topic(request: HttpRequest, topic: Topic) -> dict[str, Any] | None:
    """The newest adaptations on a topic, or on any of a group of topics."""
    return _newest(request, Choice("topic" if topic.parent_id else "theme", (topic.slug,), all_of=True))


def _newest(request: HttpRequest, choice: Choice) -> dict[str, Any] | None:
    """Read with what the other apps show: no query of their own."""
    wanted = Wanted("", request.user, languages.active(), (choice,))
    rows, total = newest_of_subject(KIND, wanted, request.__dict__)
    return {"lines": [_line(row) for row in rows], "total": total} if rows else None


def _line(row: SearchRow) -> dict[str, Any]:
    shown = row.display
    return {
        "url": f"/{languages.active()}/{row.address}",
        "title": row.title,
        "title_lang": lang_attribute(row.title_language),
        "result": excerpt(row.summary),
        "lang": lang_attribute(row.language),
        "state": labels.states()[shown["state"]].name,
        "origin": shown["origin"],
        "origin_url": reverse("practices:detail", args=[shown["origin"]]),
        "period": _years(shown["from"], shown["until"]),
        "sample": shown["sample"],
    }


def _years(start: str, end: str) -> str:
    """From which year to which, or since which."""
    if end:
        return start if start == end else f"{start}–{end}"
    return _("Since %(start)s, still running") % {"start": start}


def waiting(request: HttpRequest) -> dict[str, Any] | None:
    """What a person can move on among adaptations; one query for those with a task."""
    user = request.user
    if not isinstance(user, User) or not user.has_role(Role.CONTRIBUTOR, Role.FOCAL_POINT, Role.SCREENER):
        return None
    cleared, written = user.states(Role.FOCAL_POINT), user.states(Role.CONTRIBUTOR, Role.FOCAL_POINT)
    rows = list(Adaptation.objects.visible_to(user).in_work().values_list("state", "country"))
    state = AdaptationState
    counts = {
        "to_clear": sum(at == state.AWAITING_CLEARANCE and iso2 in cleared for at, iso2 in rows),
        "returned": sum(at == state.RETURNED and iso2 in written for at, iso2 in rows),
        "drafts": sum(at == state.DRAFT and iso2 in written for at, iso2 in rows),
        "to_screen": sum(at == state.SUBMITTED and iso2 not in written for at, iso2 in rows)
        if user.has_role(Role.SCREENER)
        else 0,
    }
    return counts if any(counts.values()) else None


class AdaptationSitemap(LanguageSitemap):
    """Published adaptations, by number."""

    def items(self) -> Any:
        """The columns that an entry needs, and no more."""
        return Adaptation.objects.published().only("pk", "changed_at").order_by("pk")

    def location(self, item: Any) -> str:
        """The page in the active language."""
        return reverse("practices:adaptation", args=[item.pk])

    def changed_at(self, item: Any) -> Any:
        """When it was last written."""
        return item.changed_at

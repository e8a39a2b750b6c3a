"""The queue: what awaits approval, what is flagged, who appeals; the longest waiting first."""

from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from network.moderation.registry import find_kind
from network.ui import markdown

from ...models import Space
from ...services import desk as waiting
from .access import KINDS, crumbs, desk_only

PER_PAGE = 25
LANES = {
    "flagged": (gettext_lazy("Flagged"), "review"),
    "pending": (gettext_lazy("Await approval"), "screening"),
    "appeals": (gettext_lazy("Appeals"), "withdrawn"),
}
NAMES = {kind: name for name, kind in KINDS.items()}


@require_safe
@desk_only
def queue(request: HttpRequest) -> HttpResponse:
    """Lanes with counts; below, what waits in one of them, of one space where one is chosen."""
    counts = waiting.waiting_for(request.user)._asdict()
    lane = request.GET.get("lane", "")
    if lane not in LANES:
        lane = next((name for name in LANES if counts[name]), "flagged")
    spaces = list(Space.objects.moderated_by(request.user))
    space = next((each for each in spaces if each.slug == request.GET.get("space")), None)
    number = int(asked) if (asked := request.GET.get("page", "")).isdecimal() and len(asked) < 4 else 1
    start = max(0, number - 1) * PER_PAGE
    found = list(_rows(request, lane, space)[start : start + PER_PAGE + 1])
    context = {
        "lanes": [_lane(name, counts[name], name == lane) for name in LANES],
        "lane": lane,
        "spaces": spaces,
        "space": space,
        "mine": "mine" in request.GET,
        "rows": _shown(request, lane, found[:PER_PAGE]),
        "previous_page": number - 1 if number > 1 else None,
        "next_page": number + 1 if len(found) > PER_PAGE else None,
        "here": "desk",
        "now": timezone.now(),
        "crumbs": crumbs()[:1],
    }
    return render(request, "fora/desk/queue.html", context)


def _lane(name: str, count: int, is_current: bool) -> dict[str, Any]:
    label, phase = LANES[name]
    return {"name": name, "label": label, "phase": phase, "count": count, "is_current": is_current}


def _rows(request: HttpRequest, lane: str, space: Space | None) -> QuerySet[Any]:
    if lane == "pending":
        posts = waiting.pending_posts(request.user).select_related("thread__space", "country")
        return posts.filter(thread__space=space) if space else posts
    if lane == "appeals":
        appeals = waiting.waiting_appeals(request.user).select_related("action__by", "by")
        return appeals.filter(action__scope=space.key) if space else appeals
    cases = waiting.with_flags(waiting.open_cases(request.user))
    if "mine" in request.GET:
        cases = cases.filter(Q(claimed_by=request.user) | Q(claimed_by=None))
    return cases.filter(scope=space.key) if space else cases


def _shown(request: HttpRequest, lane: str, rows: list[Any]) -> list[dict[str, Any]]:
    if lane == "pending":
        return [_pending(post) for post in rows]
    about = [row.action for row in rows] if lane == "appeals" else rows
    records = waiting.records_of(about, request.user)
    make = _appeal if lane == "appeals" else _flagged
    pairs = zip(rows, about, strict=True)
    return [make(row, records.get((each.kind, each.object_id))) for row, each in pairs]


def _pending(post: Any) -> dict[str, Any]:
    return {
        "url": reverse("fora:desk_item", args=["posts", post.pk]),
        "title": post.thread.passage("title"),
        "space": post.thread.space.passage("title"),
        "who": post.author_name,
        "excerpt": markdown.excerpt(post.original("body"), 160),
        "language": post.source_language,
        "age": _age(post.submitted_at),
        "at": post.submitted_at,
    }


def _flagged(case: Any, record: Any) -> dict[str, Any]:
    reasons = sorted({str(flag.get_reason_display()) for flag in case.open_flags})
    return _record(case.kind, record) | {
        "url": reverse("fora:desk_item", args=[NAMES[case.kind], case.object_id]),
        "flags": len(case.open_flags),
        "reasons": reasons,
        "claimed_by": case.claimed_by,
        "age": _age(case.opened_at),
        "at": case.opened_at,
    }


def _appeal(appeal: Any, record: Any) -> dict[str, Any]:
    return _record(appeal.action.kind, record) | {
        "url": reverse("fora:desk_appeal", args=[appeal.pk]),
        "who": appeal.by,
        "done": appeal.action.get_verb_display(),
        "reasons": [appeal.action.get_reason_display()],
        "excerpt": appeal.text[:160],
        "decided_by": appeal.action.by,
        "age": _age(appeal.made_at),
        "at": appeal.made_at,
    }


def _record(name: str, record: Any) -> dict[str, Any]:
    """Title, place and beginning of a post or thread; a person's sanction has none."""
    if record is None:
        return {"title": "", "space": ""}
    thread = getattr(record, "thread", record)
    return {
        "title": thread.passage("title"),
        "space": thread.space.passage("title"),
        "who": getattr(record, "author_name", thread.starter_name),
        "excerpt": find_kind(name).excerpt(record)[:160],
        "language": record.source_language,
    }


def _age(moment: Any) -> int:
    """Whole days since."""
    return (timezone.now() - moment).days if moment else 0


def waiting_for_me(request: HttpRequest) -> dict[str, Any] | None:
    """For the page "What waits for me": nothing for those who moderate nowhere."""
    import rules

    if not rules.test_rule("moderation.desk", request.user):
        return None
    counts = waiting.waiting_for(request.user)
    return counts._asdict() if any(counts) else None

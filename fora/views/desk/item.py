"""One post or thread at the desk: as it stands, who flags it and why, what was done, and what can be done."""

from dataclasses import dataclass
from typing import Any

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from network.moderation.models import ModerationAction, ModerationCase
from network.moderation.querysets import moderates_everywhere

from ...choices import PostState
from ...forms.moderation import MoveForm, ReasonForm, SanctionForm, StepForm
from ...models import Post
from ...querysets import Place
from ...rules import can_take
from ...services import desk as waiting
from .access import Subject, crumbs, desk_only, subject_of

AROUND = 2  # posts shown before and after the one in question
PHASES = {
    PostState.PENDING: ("screening", "draft"),
    PostState.PUBLISHED: ("done", "good"),
    PostState.HIDDEN: ("withdrawn", "stop"),
    PostState.REJECTED: ("returned", "draft"),
    PostState.WITHDRAWN: ("withdrawn", "plain"),
}


@dataclass(frozen=True)
class Step:
    """Something that a moderator can do here: its form, and what it says."""

    name: str
    label: str | Promise
    hint: str | Promise
    form: Form
    tone: str = "btn--2"


STEPS: dict[str, tuple[Any, Any, Any, str]] = {
    "approve": (
        StepForm,
        gettext_lazy("Approve"),
        gettext_lazy("It is published now, and people are told."),
        "",
    ),
    "reject": (
        ReasonForm,
        gettext_lazy("Do not publish"),
        gettext_lazy("Its author reads why, may change it and may appeal."),
        "btn--stop",
    ),
    "hide": (
        ReasonForm,
        gettext_lazy("Hide"),
        gettext_lazy("Others see that there was a post, and the reason. Its author may appeal."),
        "btn--stop",
    ),
    "show": (
        StepForm,
        gettext_lazy("Show again"),
        gettext_lazy("At its old place, with its old number."),
        "",
    ),
    "dismiss": (
        StepForm,
        gettext_lazy("Leave it as it is"),
        gettext_lazy("Closes the case; nobody is blamed."),
        "btn--2",
    ),
    "move": (
        MoveForm,
        gettext_lazy("Move to another thread"),
        gettext_lazy("It takes a new number there; its old address leads to it."),
        "btn--2",
    ),
    "lock": (
        StepForm,
        gettext_lazy("Close the thread"),
        gettext_lazy("Nobody can answer there any more. It stays to be read."),
        "btn--2",
    ),
    "unlock": (
        StepForm,
        gettext_lazy("Open the thread again"),
        gettext_lazy("It takes answers again."),
        "btn--2",
    ),
    "sanction": (
        SanctionForm,
        gettext_lazy("Warn or suspend the author"),
        gettext_lazy("The author reads why, and may appeal."),
        "btn--stop",
    ),
}
"""Form, label, hint, look of the button; redaction has a page of its own."""


@require_safe
@desk_only
def item(request: HttpRequest, name: str, pk: int) -> HttpResponse:
    """The page of one post or thread."""
    return page_of(request, subject_of(request, name, pk))


def possible(user: Any, subject: Subject, case: ModerationCase | None) -> list[str]:
    """The steps that can be taken from where it stands, in the order of the page."""
    found = ["dismiss"] if case is not None else []
    locking = "unlock" if subject.thread.is_locked else "lock"
    record = subject.record
    if isinstance(record, Post):
        verbs = ("approve", "reject", "hide", "show", "move")
        found = [verb for verb in verbs if can_take(user, record, verb)] + found
        found.append(locking)
    else:
        found = ["show" if record.is_hidden else "hide", *found, locking]
    return [*found, "sanction"] if subject.kind.author(record) is not None else found


def form_for(step: str, subject: Subject, user: Any, data: Any = None) -> Form:
    """The form of a step, with ids of its own on the page."""
    form = STEPS[step][0]
    more: dict[str, Any] = {}
    if form is MoveForm:
        more = {"user": user}
    if form is SanctionForm:
        more = {"space": subject.space, "may_everywhere": moderates_everywhere(user)}
    return form(data, prefix=step, **more)


def page_of(
    request: HttpRequest, subject: Subject, *, status: int = 200, faulty: Form | None = None, error: str = ""
) -> HttpResponse:
    """The page as it stands now, with the form that was not taken and what stood in the way."""
    record, user = subject.record, request.user
    case = open_case_of(subject)
    post = record if isinstance(record, Post) else None
    phase, tone = PHASES.get(PostState(post.state), ("done", "plain")) if post else ("done", "plain")
    context = {
        "subject": subject,
        "post": post,
        "thread": subject.thread,
        "space": subject.space,
        "title": subject.thread.passage("title"),
        "rows": [(place, PostState(place.state).label) for place in _around(subject, request)],
        "case": case,
        "flags": case.open_flags if case else [],
        "history": _history(subject),
        "sanctions": waiting.sanctions_on(subject.kind.author(record), subject.space.key, user),
        "steps": [_step(step, subject, user, faulty) for step in possible(user, subject, case)],
        "may_redact": post is not None and can_take(user, post, "redact"),
        "phase": phase,
        "tone": tone,
        "faulty": faulty,
        "error": error,
        "has_errors": bool(error or faulty),
        "now": timezone.now(),
        "crumbs": crumbs(),
    }
    return render(request, "fora/desk/item.html", context, status=status)


def open_case_of(subject: Subject) -> ModerationCase | None:
    """The case about it that is not closed, with its flags."""
    cases = ModerationCase.objects.open().filter(kind=subject.kind.kind, object_id=subject.record.pk)
    return waiting.with_flags(cases).first()


def _step(name: str, subject: Subject, user: Any, faulty: Form | None) -> Step:
    _form, label, hint, tone = STEPS[name]
    mine = faulty if faulty is not None and faulty.prefix == name else None
    return Step(name, label, hint, mine or form_for(name, subject, user), tone)


def _around(subject: Subject, request: HttpRequest) -> list[Place]:
    """The post among its neighbours, or the beginning of the thread; as the moderator reads them."""
    language, original = (get_language() or "en")[:2], "original" in request.GET
    post = subject.record if isinstance(subject.record, Post) else None
    middle = post.seq if post and post.seq else (subject.thread.last_seq if post else 1)
    shown = Post.objects.places(
        thread_id=subject.thread.pk,
        first=max(1, middle - AROUND),
        last=middle + AROUND,
        user=request.user,
        language=language,
        original=original,
    )
    if post is not None and post.seq is None:
        own = Post.objects.filter(pk=post.pk)
        shown += own.as_places(request.user, language, original=original)  # type: ignore[attr-defined]
    return shown


def _history(subject: Subject) -> list[ModerationAction]:
    actions = ModerationAction.objects.of_object(subject.kind.kind, subject.record.pk)
    return list(actions.select_related("by").order_by("-pk"))


def done_with(step: str) -> str:
    """What a step has brought about, in words."""
    words = {
        "approve": _("Published."),
        "reject": _("Not published; the author is told why."),
        "hide": _("Hidden; the author is told why."),
        "show": _("Shown again."),
        "dismiss": _("Left as it is; the case is closed."),
        "move": _("Moved."),
        "lock": _("The thread takes no more posts."),
        "unlock": _("The thread takes posts again."),
        "sanction": _("The sanction holds from now on; the author is told why."),
    }
    return words[step]


def queue_url() -> str:
    """Where a moderator goes on."""
    return reverse("fora:desk")

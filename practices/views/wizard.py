"""One section of a draft per address: shown, saved by itself or by hand, with or without scripts."""

import re
from secrets import token_urlsafe
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from network.ui import numbers
from network.views.kept_input import forget_input

from ..choices import Section, section_by_slug, sections_of
from ..forms import LinkForm, SectionInput, UploadForm
from ..forms.sections import without_row
from ..models import Practice
from ..rules import can_edit
from ..services.drafting import save_section
from ..services.errors import PracticeError, StaleObjectError
from ..services.presence import note_presence
from ..services.writing_language import other_language_of
from .draft_pages import DraftPage, is_autosave, keep_input, kept_input, title_crumb
from .progress import PARTS, labelled_comments, state_sign, steps_of


class Step(DraftPage):
    """A section's page."""

    section: Section

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Only sections that exist."""
        section = section_by_slug(kwargs["step"])
        if section is None:
            raise Http404
        self.section, self.slug = section, section.slug
        return super().dispatch(request, *args, **kwargs)

    def signed_out(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """What was sent waits in the session until its sender has signed in."""
        if request.method == "POST" and not is_autosave(request):
            keep_input(request, kwargs["uuid"], kwargs["step"])
        return super().signed_out(request, **kwargs)

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The section as stored, with what was kept of an earlier slip or an ended session."""
        if not can_edit(request.user, self.practice):
            return redirect("practices:draft", self.practice.uuid)
        kept = kept_input(request, self.practice, self.section.slug)
        entry = self._entry(kept, add=request.GET.get("add", ""))
        note = _("You were signed out when you sent this form. Here is what you had written: save it now.")
        return self._page(entry, kept=kept, note=note if kept is not None else "")

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Save what is valid; keep the rest as typed and say what is wrong with it."""
        data = self._without_removed(request.POST)
        entry = self._entry(data)
        try:
            self.practice = save_section(
                practice=self.practice,
                by=request.user,
                section=self.section.slug,
                data=entry.outcome(),
                revision=_number(data.get("revision")),
                page=_mark(data.get("page")),
            )
        except (StaleObjectError, PermissionDenied) as error:
            return self._conflict(entry, error)
        forget_input(request)
        if is_autosave(request):
            return self._saved(entry)
        return self._onward(entry)

    def _entry(self, data: QueryDict | None, add: str = "") -> SectionInput:
        return SectionInput(section=self.section, practice=self.practice, data=data, add=add)

    def _without_removed(self, data: QueryDict) -> QueryDict:
        found = re.fullmatch(r"([a-z_]+)-(\d{1,2})", data.get("_remove", ""))
        return without_row(data, found[1], int(found[2])) if found else data

    def _saved(self, entry: SectionInput) -> JsonResponse:
        note_presence(practice=self.practice, by=self.request.user, section=self.section.slug)
        return JsonResponse(
            {
                "saved_at": numbers.clock(timezone.now()),
                "revision": self.practice.revision,
                "errors": entry.errors(),
            }
        )

    def _conflict(self, entry: SectionInput, error: Exception) -> HttpResponse:
        """Someone else was first: what was typed is shown beside the news, and can be saved over it."""
        self.practice.refresh_from_db()
        words = (
            str(error)
            if isinstance(error, PracticeError)
            else _("This practice can no longer be written in.")
        )
        if is_autosave(self.request):
            return JsonResponse({"conflict": words, "revision": self.practice.revision}, status=409)
        return self._page(entry, conflict=words, status=409)

    def _onward(self, entry: SectionInput) -> HttpResponse:
        here = reverse("practices:draft_step", args=[self.practice.uuid, self.section.slug])
        asked = self.request.POST
        if name := next((made.prefix for made in entry.lists if made.prefix == asked.get("_add")), ""):
            return redirect(f"{here}?add={name}#{name}-{len(_list(entry, name).rows())}")
        if "_remove" in asked:
            return redirect(f"{here}#{asked['_remove'].rpartition('-')[0]}")
        if not entry.is_valid():
            return self._page(entry, status=422)
        if "_stay" in asked:
            return redirect(here)
        following = _neighbours(self.practice, self.section)[1]
        if following is None:
            return redirect("practices:draft", self.practice.uuid)
        return redirect("practices:draft_step", self.practice.uuid, following.slug)

    def _page(self, entry: SectionInput, *, status: int = 200, **more: Any) -> HttpResponse:
        return render(
            self.request,
            f"practices/wizard/{self.section.slug}.html",
            step_context(self.request, self.practice, entry, **more),
            status=status,
        )


def step_context(
    request: HttpRequest, practice: Practice, entry: SectionInput, kept: QueryDict | None = None, **more: Any
) -> dict[str, Any]:
    """What a section's template shows; `more` adds upload forms at fault, notes, a conflict."""
    whole = Practice.objects.visible_to(request.user).prefetch_related(*PARTS)
    practice = whole.select_related("country", "organization").get(pk=practice.pk)
    previous, following = _neighbours(practice, entry.section)
    steps = steps_of(practice, entry.section.slug)
    last = practice.section_saves.get(entry.section.slug)
    return {
        "practice": practice,
        "title": practice.original("title") or _("Practice without title"),
        "entry": entry,
        "form": entry.form,
        "has_errors": bool(entry.form.is_bound and not entry.is_valid()),
        "section": entry.section,
        "steps": steps,
        "current": next(step for step in steps if step.is_current),
        "place": next(place for place, step in enumerate(steps, 1) if step.is_current),
        "previous": previous,
        "following": following,
        "revision": (kept or {}).get("revision") or practice.revision,
        "page": token_urlsafe(12),
        "other_language": "" if entry.form.is_bound else other_language_of(practice, entry.section.slug),
        "saved_at": numbers.clock(parse_datetime(last["at"])) if last else "",
        "others": note_presence(practice=practice, by=request.user, section=entry.section.slug),
        "comments": labelled_comments(practice, request.user, section=entry.section.slug),
        "sign": state_sign(practice),
        "upload_form": UploadForm(),
        "link_form": LinkForm(),
        "crumbs": [
            (_("Practices"), reverse("practices:list")),
            (_("My drafts"), reverse("practices:drafts")),
            title_crumb(practice),
        ],
        **more,
    }


def _list(entry: SectionInput, name: str) -> Any:
    return next(made for made in entry.lists if made.prefix == name)


def _neighbours(practice: Practice, section: Section) -> tuple[Section | None, Section | None]:
    shown = list(sections_of(practice.depth))
    place = shown.index(section) if section in shown else 0
    return (
        shown[place - 1] if place else None,
        shown[place + 1] if place + 1 < len(shown) else None,
    )


def _mark(text: str | None) -> str:
    """The mark of the opened form, if it is one of ours."""
    return text if text and re.fullmatch(r"[A-Za-z0-9_-]{1,40}", text) else ""


def _number(text: str | None) -> int:
    """The revision that a form was opened at; 0, older than all, when it says none."""
    return int(text) if text and re.fullmatch(r"[0-9]{1,9}", text) else 0

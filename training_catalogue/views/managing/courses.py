"""Entering and changing a course, and the steps of its way."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ...choices import COURSE_STEPS, CourseState
from ...forms.courses import CourseForm, NewCourseForm, ReasonForm
from ...models import Course
from ...rules import acts_as, can_take
from ...services import way
from ..course import page_context
from .access import ForWriters, OfCourse, TrainingForm, desk_crumbs
from .words import STEPS, done_words

SUBMIT = "submit"  # the button's value: save, then submit


class Draft(OfCourse):
    """A course as its people see it, with what they can do."""

    def get(self, request: HttpRequest, uuid: Any) -> HttpResponse:
        """The public page, whatever its state, and the steps from here."""
        course, user = self.course, request.user
        verbs = [verb for verb in STEPS if can_take(user, course, verb)]
        context = page_context(request, course) | {
            "is_managed": True,
            "verbs": [(verb, STEPS[verb].button, STEPS[verb].needs_page) for verb in verbs],
            "missing": [Course._meta.get_field(name).verbose_name for name in course.missing()],
            "last_step": course.steps.exclude(reason="").last(),
            "may_schedule": can_take(user, course, "edit"),
            "crumbs": self.crumbs()[:-1],
        }
        return render(request, "training_catalogue/course.html", context)


class NewCourse(TrainingForm):
    """A new course: saved as a draft, or submitted at once."""

    template_name = "training_catalogue/managing/course_form.html"
    form_class = NewCourseForm
    made: Course | None = None

    def get_form_kwargs(self) -> dict[str, Any]:
        """For the person's providers."""
        found = super().get_form_kwargs() | {"user": self.request.user}
        return found | {"must_be_complete": self.request.POST.get("action") == SUBMIT}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The form among my courses."""
        title = _("Enter a course")
        return super().get_context_data(title=title, crumbs=desk_crumbs(), may_submit=True, **kwargs)

    def act(self, form: Any) -> None:
        """Start, and submit if that was the button."""
        language = form.cleaned_data["source_language"]
        self.made = way.start_course(
            provider=form.cleaned_data["provider"],
            by=self.request.user,
            language=language,
            **form.values(language),
        )
        self.done = done_words(_submitted(self, self.made))

    def get_success_url(self) -> str:
        """The course."""
        return reverse("training:draft", args=[self.made.uuid]) if self.made else reverse("training:desk")


class EditCourse(OfCourse, TrainingForm):
    """Change what a course says; two people at once are told of each other."""

    template_name = "training_catalogue/managing/course_form.html"
    form_class = CourseForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """404 for who may not change it now."""
        if request.user.is_authenticated and not can_take(request.user, self.course, "edit"):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_initial(self) -> dict[str, Any]:
        """What the course says."""
        return CourseForm.initial_of(self.course)

    def get_form_kwargs(self) -> dict[str, Any]:
        """What others read already must stay complete."""
        submits = self.request.POST.get("action") == SUBMIT
        return super().get_form_kwargs() | {
            "must_be_complete": submits or self.course.state != CourseState.DRAFT
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The revision that the person saw."""
        return super().get_context_data(
            title=_("Edit the course"),
            crumbs=self.crumbs(),
            revision=self.request.POST.get("revision") or self.course.revision,
            may_submit=can_take(self.request.user, self.course, "submit"),
            **kwargs,
        )

    def act(self, form: Any) -> None:
        """Save, and submit if that was the button."""
        text = self.request.POST.get("revision", "")
        course = way.save_course(
            course=self.course,
            by=self.request.user,
            seen_revision=int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None,
            **form.values(self.course.source_language),
        )
        self.done = done_words(_submitted(self, course))

    def get_success_url(self) -> str:
        """The course."""
        return reverse("training:draft", args=[self.course.uuid])


def _submitted(view: ForWriters, course: Course) -> str:
    """Submit if that was the button and the person may; what has been done, as a verb."""
    if view.request.POST.get("action") != SUBMIT or not can_take(view.request.user, course, SUBMIT):
        return "saved"
    return str(way.submit_course(course=course, by=view.request.user).state)


class Step(OfCourse, TrainingForm):
    """One step of the way, with its reason where it needs one."""

    template_name = "training_catalogue/managing/step.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """404 for a step that does not exist or is not this person's."""
        verb = kwargs["verb"]
        if verb not in STEPS:
            raise Http404
        if request.user.is_authenticated and not _has_capacity(request.user, self.course, verb):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_form_class(self) -> Any:
        """A reason, or a mere yes."""
        return ReasonForm if STEPS[self.kwargs["verb"]].needs_reason else forms.Form

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What will happen."""
        words = STEPS[self.kwargs["verb"]]
        return super().get_context_data(
            title=words.title,
            lead=words.lead,
            submit=words.button,
            back=self.get_success_url(),
            crumbs=self.crumbs(),
            **kwargs,
        )

    def act(self, form: Any) -> None:
        """The one call."""
        verb = self.kwargs["verb"]
        self.done = STEPS[verb].done
        reason = {"reason": form.cleaned_data["reason"]} if STEPS[verb].needs_reason else {}
        found = STEPS[verb].service(course=self.course, by=self.request.user, **reason)
        if verb == "submit":
            self.done = done_words(found.state)

    def get_success_url(self) -> str:
        """The course; my courses when it is gone."""
        if self.kwargs["verb"] == "delete" and self.request.method == "POST" and self.done:
            return reverse("training:desk")
        return reverse("training:draft", args=[self.course.uuid])


def _has_capacity(user: Any, course: Course, verb: str) -> bool:
    """Whether the person could ever take this step: what came too late is said, not hidden."""
    actors = {actor for row in COURSE_STEPS if row.verb == verb for actor in row.actors}
    return any(acts_as(actor, user, course.provider) for actor in actors)

"""Asking those who provide a practice, and answering; nothing of it is public."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from network.ui import languages

from ..forms.questions import AnswerForm, QuestionForm
from ..models import Practice, Question
from ..services.errors import PracticeError
from ..services.questions import answer_question, ask_provider, may_ask

SHOWN = 100


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, identifier: str) -> HttpResponse:
    """Write a question about a published practice."""
    by: Any = request.user
    found = Practice.objects.published().select_related("country")
    practice = get_object_or_404(found, identifier=identifier)
    if not may_ask(by, practice):
        raise Http404
    form = QuestionForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        words = form.cleaned_data["text"]
        try:
            question = ask_provider(practice=practice, by=by, text=words, language=languages.active())
        except PermissionDenied:
            form.add_error(None, _("Moderators have stopped you from writing for a time."))
        except PracticeError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Your question is sent. You will be told when it is answered."))
            return redirect(question)
    context = {
        "practice": practice,
        "title": practice.passage("title"),
        "form": form,
        "crumbs": [
            (_("Practices"), reverse("practices:list")),
            (practice.identifier, practice.get_absolute_url()),
        ],
    }
    return render(request, "practices/questions/ask.html", context, status=422 if form.is_bound else 200)


@login_required
@require_safe
def question_list(request: HttpRequest) -> HttpResponse:
    """What one asked, and what one is asked; newest first."""
    rows = Question.objects.visible_to(request.user).select_related("practice__country", "asker")
    listed = list(rows.order_by("-pk")[:SHOWN])
    for row in listed:
        row.title = row.practice.passage("title")
    context = {
        "asked": [row for row in listed if row.asker_id == request.user.pk],
        "received": [row for row in listed if row.asker_id != request.user.pk],
    }
    return render(request, "practices/questions/list.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def question_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One question with its answer, or the form for it."""
    by: Any = request.user
    rows = Question.objects.visible_to(by).select_related("practice__country", "asker", "answered_by")
    question = get_object_or_404(rows, pk=pk)
    may_answer = question.asker_id != by.pk and question.answered_at is None
    if request.method == "POST" and question.asker_id == by.pk:
        raise Http404
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        words = form.cleaned_data["text"]
        try:
            answer_question(question=question, by=by, text=words, language=languages.active())
        except PracticeError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Your answer is sent."))
            return redirect(question)
    context = {
        "question": question,
        "title": question.practice.passage("title"),
        "form": form,
        "may_answer": may_answer,
        "crumbs": [(_("Questions about practices"), reverse("practices:questions"))],
    }
    return render(request, "practices/questions/page.html", context, status=422 if form.is_bound else 200)

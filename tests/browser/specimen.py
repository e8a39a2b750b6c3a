"""A small draft on a server, to try the scripts of forms on."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template import RequestContext, Template

from network.ui.fields import FilesField
from network.ui.widgets import Checkboxes, MarkdownTextarea

PAGE = Template("""{% extends "base.html" %}
{% block title %}Draft{% endblock %}
{% block scripts %}{{ block.super }}
<script src="{% static 'js/autosave.js' %}" defer></script>
<script src="{% static 'js/upload.js' %}" defer></script>{% endblock %}
{% block main %}<div class="wrap"><h1>Draft</h1>{% include "components/forms/saved.html" %}
<form method="post" enctype="multipart/form-data" data-autosave="/specimen/save/"
 data-revision="{{ revision }}" data-upload
 data-upload-sending="Sending:" data-upload-failed="Not sent" data-upload-cancel="Cancel" novalidate>
{% csrf_token %}{{ form }}<button class="btn">Save</button></form></div>{% endblock %}""")


class Draft(forms.Form):
    """What the draft consists of."""

    title = forms.CharField(label="Title", max_length=40)
    text = forms.CharField(label="Text", widget=MarkdownTextarea, required=False)
    kinds = forms.MultipleChoiceField(
        label="Kinds", choices=[("a", "A"), ("b", "B")], widget=Checkboxes, required=False
    )
    files = FilesField(label="Files", required=False)


class Server:
    """What the server has, and how it answers: "ok", "gone" (session), "conflict"."""

    values: dict[str, Any]
    revision: int
    answers: str
    saves: int
    files: list[tuple[str, int]]

    @classmethod
    def reset(cls) -> None:
        """Begin anew."""
        cls.values, cls.revision, cls.answers, cls.saves, cls.files = {}, 1, "ok", 0, []


def draft(request: HttpRequest) -> HttpResponse:
    """The form, or its plain submission."""
    form = Draft(request.POST or None, request.FILES or None, initial=Server.values)
    if request.method == "POST" and form.is_valid():
        Server.files = [(file.name, file.size) for file in form.cleaned_data["files"]]
        Server.values = {"title": form.cleaned_data["title"]}
        return redirect("/en/help/")
    status = 422 if request.method == "POST" else 200
    context = RequestContext(request, {"form": form, "revision": Server.revision})
    return HttpResponse(PAGE.render(context), status=status)


def save(request: HttpRequest) -> HttpResponse:
    """Autosave, by its contract."""
    assert request.headers["X-Requested-With"] == "autosave"
    assert request.POST["_autosave"] == "1"
    assert not request.FILES
    if Server.answers == "gone":
        return redirect("/en/accounts/login/?next=/specimen/")
    if Server.answers == "conflict":
        return JsonResponse({"conflict": "Changed by somebody else.", "revision": 9}, status=409)
    assert int(request.POST["revision"]) == Server.revision
    Server.saves += 1
    Server.revision += 1
    kinds = request.POST.getlist("kinds")
    Server.values = {"title": request.POST["title"], "text": request.POST["text"], "kinds": kinds}
    faults = {"title": ["Too long."]} if len(request.POST["title"]) > 40 else {}
    return JsonResponse({"saved_at": "10:42", "revision": Server.revision, "errors": faults})

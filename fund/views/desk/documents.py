"""What is said and signed: donors, pledges, agreements, and the projects that the Fund pays for."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from network.services.inspecting import RefusedFileError
from network.views.guarding import only

from ...forms import DOCUMENTS, FileForm, ProjectForm
from ...models import Agreement, Attachment, Donor, Pledge, Project
from ...services.attaching import attach_to_agreement
from ...services.documents import withdraw_pledge
from ...services.errors import OtherRequestError
from ...services.once import once
from .recording import crumbs

MOST = 200  # of each list; a fund has dozens
WHERE: dict[type, Callable[[Any], str]] = {
    Donor: lambda donor: f"{reverse('fund:desk_giving')}#donors",
    Pledge: lambda pledge: f"{reverse('fund:desk_giving')}#pledges",
    Agreement: lambda agreement: reverse("fund:desk_agreement", args=[agreement.pk]),
    Project: lambda project: reverse("fund:desk_projects"),
}


@require_safe
@only("fund.desk")
def giving(request: HttpRequest) -> HttpResponse:
    """Agreements, pledges and donors."""
    agreements = Agreement.objects.with_received().select_related("donor", "currency")
    context = {
        "agreements": agreements[:MOST],
        "pledges": Pledge.objects.select_related("donor", "currency")[:MOST],
        "donors": Donor.objects.select_related("state", "organization")[:MOST],
        "here": "giving",
        "crumbs": crumbs(),
    }
    return render(request, "fund/desk/giving.html", context)


@require_safe
@only("fund.desk")
def projects(request: HttpRequest) -> HttpResponse:
    """The Fund's projects."""
    context = {"projects": Project.objects.all()[:MOST], "here": "projects", "crumbs": crumbs()}
    return render(request, "fund/desk/projects.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@only("fund.prepare")
def record(request: HttpRequest, what: str) -> HttpResponse:
    """Record a donor, a pledge, an agreement or a project."""
    if what not in DOCUMENTS:
        raise Http404
    kind, title, hint = DOCUMENTS[what]
    form = kind(request.POST) if request.method == "POST" else kind()
    return _answer(request, form, {"title": title, "hint": hint, "here": "record"})


@require_http_methods(["GET", "HEAD", "POST"])
@only("fund.prepare")
def edit_project(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what is said about a project."""
    project = get_object_or_404(Project, pk=pk)
    sent = request.POST if request.method == "POST" else None
    form = ProjectForm(sent, project=project)
    return _answer(request, form, {"title": project.identifier, "hint": "", "here": "projects"})


def _answer(request: HttpRequest, form: Any, context: dict[str, Any]) -> HttpResponse:
    """The form; once it is in order, its work, and the page where that is seen."""

    def act() -> str:
        done = form.act(request.user)
        return WHERE[type(done)](done)

    context |= {"form": form, "crumbs": crumbs()}
    if form.is_bound and form.is_valid():
        try:
            address = once(key=form.cleaned_data["key"], by=request.user, act=act)
        except ValidationError as error:
            for field, texts in error.message_dict.items():
                form.add_error(field if field in form.fields else None, texts)
        except OtherRequestError as error:
            form.add_error(None, str(error))
        except PermissionDenied as error:
            raise Http404 from error
        else:
            messages.success(request, _("Saved."))
            return redirect(address)
    return render(request, "fund/desk/document.html", context, status=422 if form.is_bound else 200)


@require_safe
@only("fund.desk")
def agreement(request: HttpRequest, pk: int) -> HttpResponse:
    """One agreement with its text."""
    return _agreement_page(request, pk)


@require_POST
@only("fund.prepare")
def attach(request: HttpRequest, pk: int) -> HttpResponse:
    """Attach a text of an agreement."""
    subject = get_object_or_404(Agreement, pk=pk)
    form = FileForm(request.POST, request.FILES, dropped=request)
    if form.is_valid():
        upload = form.cleaned_data["file"]
        try:
            attach_to_agreement(agreement=subject, by=request.user, upload=upload, name=upload.name)
        except RefusedFileError as error:
            form.add_error("file", str(error))
        else:
            return redirect("fund:desk_agreement", subject.pk)
    return _agreement_page(request, pk, form)


def _agreement_page(request: HttpRequest, pk: int, form: FileForm | None = None) -> HttpResponse:
    found = Agreement.objects.with_received().select_related(
        "donor", "currency", "earmark__topic", "earmark__project", "earmark__state", "recorded_by"
    )
    subject = get_object_or_404(found, pk=pk)
    files = Attachment.objects.visible_to(request.user).filter(agreement=subject)
    context = {
        "agreement": subject,
        "icr_percent": subject.icr_rate * 100,
        "files": files.select_related("added_by"),
        "uploading": form or FileForm(),
        "has_errors": form is not None,
        "here": "giving",
        "crumbs": crumbs((_("Agreements and pledges"), reverse("fund:desk_giving"))),
    }
    return render(request, "fund/desk/agreement.html", context, status=422 if form else 200)


@require_POST
@only("fund.prepare")
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """A pledge is no longer held up."""
    withdraw_pledge(pledge=get_object_or_404(Pledge, pk=pk), by=request.user)
    messages.success(request, _("Withdrawn. Its history stays."))
    return redirect(WHERE[Pledge](None))

"""Attaching files and links to a draft, and handing files out to those who may read them."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from network.views.handing_out import hand_out

from ..choices import MaterialKind, section_by_slug
from ..forms import LinkForm, SectionInput, UploadForm
from ..models import Material
from ..services.materials import MaterialRefusedError, attach_file, attach_link, remove_material
from .draft_pages import DraftPage
from .wizard import step_context


class MaterialPage(DraftPage):
    """What adds to section 7; answers with that section's page when something is wrong."""

    http_method_names = ["post"]
    slug = "materials"

    def again(self, **more: Any) -> HttpResponse:
        """Section 7 with the form at fault; what was typed stays, a file must be chosen again."""
        section = section_by_slug("materials")
        assert section is not None  # noqa: S101 - the list of sections is ours
        entry = SectionInput(section=section, practice=self.practice)
        context = step_context(self.request, self.practice, entry, has_errors=True, **more)
        return render(self.request, "practices/wizard/materials.html", context, status=422)

    def back(self) -> HttpResponse:
        """To section 7."""
        return redirect("practices:draft_step", self.practice.uuid, "materials")


class AddFile(MaterialPage):
    """Attach a file."""

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Check it and keep it."""
        form = UploadForm(request.POST, request.FILES, dropped=request)
        if not form.is_valid():
            return self.again(upload_form=form)
        words = dict(form.cleaned_data)
        upload = words.pop("file")
        try:
            attach_file(practice=self.practice, by=request.user, upload=upload, name=upload.name, **words)
        except MaterialRefusedError as error:
            form.add_error("file", str(error))
            return self.again(upload_form=form)
        return self.back()


class AddLink(MaterialPage):
    """Attach a link."""

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Check it and keep it."""
        form = LinkForm(request.POST)
        if not form.is_valid():
            return self.again(link_form=form)
        try:
            attach_link(practice=self.practice, by=request.user, **form.cleaned_data)
        except MaterialRefusedError as error:
            form.add_error("url", str(error))
            return self.again(link_form=form)
        return self.back()


class Remove(MaterialPage):
    """Take a file or link away."""

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Take it away."""
        own = Material.objects.visible_to(request.user).filter(practice=self.practice)
        remove_material(
            material=get_object_or_404(own.select_related("practice"), uuid=kwargs["material"]),
            by=request.user,
        )
        return self.back()


@require_safe
def download(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    """A file, for those who may read its practice."""
    files = Material.objects.visible_to(request.user).exclude(kind=MaterialKind.LINK)
    material = get_object_or_404(files, uuid=uuid)
    return hand_out(material.file, name=material.file_name, media_type=material.media_type)

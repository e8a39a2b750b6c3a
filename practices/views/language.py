"""Saying that a draft is written in another language than stated."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from network.choices import Language

from ..choices import section_by_slug
from ..services.errors import PracticeError
from ..services.writing_language import change_language
from .draft_pages import DraftPage


class ChangeLanguage(DraftPage):
    """From the hint of a section, back to that section."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Change it; what is written stays."""
        if request.POST.get("language") not in Language.values:
            raise Http404
        try:
            change_language(practice=self.practice, by=request.user, language=request.POST["language"])
        except (PermissionDenied, PracticeError):
            messages.warning(request, _("This practice can no longer be written in."))
            return redirect("practices:draft", self.practice.uuid)
        messages.success(request, _("The language of the text is changed; what you wrote stays as it is."))
        section = section_by_slug(request.POST.get("section", "")) or section_by_slug("identity")
        return redirect("practices:draft_step", self.practice.uuid, section.slug if section else "identity")

"""Pages of words: what the portal is, help, privacy, accessibility, data; and the preview of a text."""

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView

from ..ui import markdown
from ..ui.sharing import shared


@method_decorator(shared, name="dispatch")
class Page(TemplateView):
    """A page of words, templates/network/pages/<name>.html."""

    name = ""

    def get_template_names(self) -> list[str]:
        """One template per page."""
        return [f"network/pages/{self.name}.html"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The page's name, so that the template can say where it is, and how long things are kept."""
        return super().get_context_data(name=self.name, kept=settings.RETENTION_DAYS, **kwargs)


@require_POST
@login_required
def preview(request: HttpRequest) -> HttpResponse:
    """The Markdown that somebody is writing, as it will look."""
    return HttpResponse(markdown.render(request.POST.get("text", "")[: markdown.MAX_LENGTH]))

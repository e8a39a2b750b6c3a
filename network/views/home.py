"""The first page: purpose and search, three tasks, and what the apps put there."""

from typing import Any

from django.utils.decorators import method_decorator
from django.views.generic import TemplateView

from ..models import Topic
from ..ui.sharing import shared

#: Topics that people look for most, offered under the search box.
FREQUENT = ("youth", "homicide", "gender-based-violence", "data-and-observatories")


@method_decorator(shared, name="dispatch")
class Home(TemplateView):
    """Home; most sections come through slots (network/ui/slots.py)."""

    template_name = "network/home.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The frequent topics; everything else is the apps'."""
        topics = Topic.objects.visible_to(self.request.user).filter(slug__in=FREQUENT)
        return super().get_context_data(topics=topics, **kwargs)

"""What waits for a person, by role."""

from typing import Any

from django.contrib.auth.mixins import LoginRequiredMixin
from django.views.generic import TemplateView


class Me(LoginRequiredMixin, TemplateView):
    """The apps say what waits (slot "me.waiting"); the page adds the person's roles."""

    template_name = "network/me.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Roles in force, with what they are for."""
        grants = self.request.user.role_grants.effective().select_related("state", "organization")
        return super().get_context_data(grants=grants, **kwargs)

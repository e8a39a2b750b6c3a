"""Who gets to the pages on proposed topics, and where these lie."""

from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views import View

from ....models import TopicProposal
from ....rules import takes_part
from ..access import SignedIn


class OfProposals(View):
    """Pages on what states propose: everyone reads them."""

    @cached_property
    def proposal(self) -> TopicProposal:
        """The proposal of the address."""
        found = TopicProposal.objects.visible_to(self.request.user).with_support(self.request.user)
        return get_object_or_404(
            found.select_related("country", "space", "proposed_by"), pk=self.kwargs["pk"]
        )


class ForMembers(SignedIn, OfProposals):
    """Pages for whoever takes part in the Network; for others who are signed in they do not exist."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """404 for an account without a role."""
        if request.user.is_authenticated and not takes_part(request.user):
            raise Http404
        return super().dispatch(request, *args, **kwargs)


def crumbs(*more: tuple[Any, str]) -> list[tuple[Any, str]]:
    """Fora, and the proposals above what lies below them."""
    return [(_("Fora"), reverse("fora:overview")), *more]


def list_crumb() -> tuple[Any, str]:
    """The list above one proposal."""
    return (_("Proposed topics"), reverse("fora:proposals"))

"""The agenda of a forum, point by point."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ...forms.institution.parts import ItemForm
from ...models import AgendaItem
from ...services.preparing import add_item, change_item, move_item, remove_item
from .access import KeptForm, KeptSpace, zone_of


class Agenda(KeptForm):
    """The points there are, and a form for one more."""

    template_name = "fora/prepare/agenda.html"
    form_class = ItemForm
    title = gettext_lazy("Agenda")
    done = gettext_lazy("The point is on the agenda.")

    def get_form_kwargs(self) -> dict[str, Any]:
        """In the language of the space."""
        return super().get_form_kwargs() | {"space": self.space, "zone": zone_of(self.request.user)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What is on it."""
        items = self.space.agenda_items.visible_to(self.request.user).order_by("position", "pk")
        return super().get_context_data(items=items, **kwargs)

    def act(self, form: ItemForm) -> None:
        """Add the point."""
        add_item(space=self.space, words=form.words(), by=self.request.user)

    def get_success_url(self) -> str:
        """Here again, for the next point."""
        return reverse("fora:prepare_agenda", args=[self.space.slug])


class ItemPage(KeptForm):
    """Change one point."""

    form_class = ItemForm
    title = gettext_lazy("Point of the agenda")
    done = gettext_lazy("Saved.")

    @cached_property
    def item(self) -> AgendaItem:
        """The point, of this space."""
        found = self.space.agenda_items.visible_to(self.request.user).select_related("space")
        return get_object_or_404(found, pk=self.kwargs["pk"])

    def get_form_kwargs(self) -> dict[str, Any]:
        """The point as it stands."""
        more = {"space": self.space, "item": self.item, "zone": zone_of(self.request.user)}
        return super().get_form_kwargs() | more

    def act(self, form: ItemForm) -> None:
        """Save."""
        change_item(item=self.item, words=form.words(), by=self.request.user)

    def get_success_url(self) -> str:
        """Back to the agenda."""
        return reverse("fora:prepare_agenda", args=[self.space.slug])


class ItemAction(KeptSpace):
    """What one button does to a point."""

    http_method_names = ["post"]

    @cached_property
    def item(self) -> AgendaItem:
        """The point, of this space."""
        found = self.space.agenda_items.visible_to(self.request.user).select_related("space")
        return get_object_or_404(found, pk=self.kwargs["pk"])

    def back(self) -> HttpResponse:
        """To the agenda."""
        return redirect("fora:prepare_agenda", self.space.slug)


class ItemRemove(ItemAction):
    """Take a point away."""

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Threads opened under it stay."""
        remove_item(item=self.item, by=request.user)
        messages.success(request, _("The point is off the agenda; its threads stay with the forum."))
        return self.back()


class ItemMove(ItemAction):
    """Change the order."""

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """`up` is 1 or 0."""
        move_item(item=self.item, up=request.POST.get("up") == "1", by=request.user)
        return self.back()

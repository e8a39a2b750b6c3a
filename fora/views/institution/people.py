"""Who is what in a space: giving places, ending them, and the log of both."""

from typing import Any

from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.models import User

from ...choices import Capacity
from ...forms.institution.parts import EndForm, PlaceForm
from ...models import SpaceGrant
from ...rules import is_staff_manager
from ...services.preparing import give_place
from ...services.preparing.people import may_give
from ...services.spaces import revoke_in_space
from .access import KeptForm


class People(KeptForm):
    """The places in force, the log, and a form that gives one."""

    template_name = "fora/prepare/people.html"
    form_class = PlaceForm
    title = gettext_lazy("People")
    done = gettext_lazy("The place is given.")

    def get_form_kwargs(self) -> dict[str, Any]:
        """Staff managers name who leads and who moderates; who leads lets members in."""
        return super().get_form_kwargs() | {"staff": is_staff_manager(self.request.user)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """In force first; all others are the log."""
        grants = self.space.grants.visible_to(self.request.user)
        related = grants.select_related("user", "granted_by", "revoked_by")
        in_force = list(related.in_force().order_by("capacity", "user__full_name"))
        ended = related.exclude(pk__in=[grant.pk for grant in in_force]).order_by("-starts_at")
        endable = {grant.pk for grant in in_force if may_give(self.request.user, Capacity(grant.capacity))}
        return super().get_context_data(in_force=in_force, ended=ended, endable=endable, **kwargs)

    def act(self, form: PlaceForm) -> None:
        """Give it to the person of this address."""
        data = form.cleaned_data
        person = User.objects.filter(email__iexact=data["email"], is_active=True).first()
        if person is None:
            raise ValidationError({"email": _("This person holds no role of the Network.")})
        give_place(
            space=self.space,
            person=person,
            capacity=Capacity(data["capacity"]),
            ends_at=form.ends_at(),
            reason=data["reason"],
            by=self.request.user,
        )

    def get_success_url(self) -> str:
        """Here again, for the next person."""
        return reverse("fora:prepare_people", args=[self.space.slug])


class PlaceEnd(KeptForm):
    """End a place, with the reason."""

    form_class = EndForm
    title = gettext_lazy("End a place")
    submit = gettext_lazy("End it now")
    done = gettext_lazy("The place has ended.")

    @cached_property
    def grant(self) -> SpaceGrant:
        """The place, of this space, in force."""
        grants = self.space.grants.visible_to(self.request.user).filter(revoked_at__isnull=True)
        return get_object_or_404(grants.select_related("user", "space"), pk=self.kwargs["pk"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Whose."""
        self.lead = f"{self.grant.user.full_name}, {self.grant.get_capacity_display()}"
        return super().get_context_data(**kwargs)

    def act(self, form: EndForm) -> None:
        """End it."""
        revoke_in_space(grant=self.grant, reason=form.cleaned_data["reason"], by=self.request.user)

    def get_success_url(self) -> str:
        """Back to the people."""
        return reverse("fora:prepare_people", args=[self.space.slug])

"""Selections of translations and of what belongs to them; `visible_to` is the only door."""

from datetime import timedelta
from typing import Any, Self

from django.apps import apps
from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from network.choices import Language, Role

from .choices import AT_THE_DESK, JobState, Reason, SuggestionState


def revised_languages(user: Any) -> set[str]:
    """Languages into which the person may approve translations."""
    if user.is_anonymous:
        return set()
    if user.has_role(Role.STAFF_MANAGER):
        return set(Language.values)
    return {grant.language for grant in user.grants if grant.role == Role.REVISER and grant.language}


class TranslationQuerySet(QuerySet):
    """Selections of translation jobs."""

    def visible_to(self, user: Any) -> Self:
        """Of public texts those of a reviser's languages; a focal point's own state's; all for managers.

        Texts whose record nobody but its authors reads (`is_readable`) are nobody's at the desk.
        """
        if user.is_anonymous:
            return self.none()
        if user.has_role(Role.STAFF_MANAGER):
            return self.filter(is_readable=True)
        theirs = Q(is_public=True, target_language__in=revised_languages(user))
        states = user.states(Role.FOCAL_POINT)
        if states:
            theirs |= Q(country__in=states, is_readable=True)
        return self.filter(theirs)

    def at_the_desk(self) -> Self:
        """What a person may still do something about."""
        return self.filter(state__in=AT_THE_DESK)

    def of_object(self, kind: str, key: Any) -> Self:
        """All translations of one object."""
        return self.filter(kind=kind, object_key=str(key))

    def of_root(self, root: str) -> Self:
        """All translations of a record and of what belongs to it."""
        return self.filter(root=root)

    def due(self) -> Self:
        """Those that an engine should work on now and nobody has taken."""
        now = timezone.now()
        return self.filter(Q(taken_until__isnull=True) | Q(taken_until__lt=now), due_at__lte=now)

    def overdue(self, by: timedelta) -> Self:
        """Those whose turn was missed for longer than any run takes."""
        before = timezone.now() - by
        return self.filter(Q(taken_until__isnull=True) | Q(taken_until__lt=before), due_at__lt=before)

    def without_engine(self) -> Self:
        """Those that wait for people only because no engine translates their languages here."""
        return self.filter(
            state=JobState.NEEDS_REVIEW, reason=Reason.NO_ENGINE, draft_by__isnull=True, is_readable=True
        )

    def unclaimed(self, user: Any) -> Self:
        """Those that no other person works on now."""
        free = Q(claimed_until__isnull=True) | Q(claimed_until__lt=timezone.now())
        return self.filter(free | Q(claimed_by=user.pk))

    def behind(self, row: Any) -> Self:
        """Those that come after this row in the desk's order."""
        later = Q(waiting_since__gt=row.waiting_since) | Q(pk__gt=row.pk)
        return self.filter(later, waiting_since__gte=row.waiting_since)

    def oldest_first(self) -> Self:
        """The desk's order: who has waited longest comes first."""
        return self.order_by("waiting_since", "pk")

    def least_sure_first(self) -> Self:
        """By the engine's confidence."""
        return self.order_by("confidence", "pk")

    def progress(self) -> list[dict[str, Any]]:
        """How many translations of each kind and language are in which state."""
        rows = self.order_by().values("kind", "target_language", "state").annotate(count=Count("pk"))
        return list(rows)


class SuggestionQuerySet(QuerySet):
    """Selections of readers' suggestions."""

    def visible_to(self, user: Any) -> Self:
        """Those about translations that the person may work on."""
        Translation = apps.get_model("l10n", "Translation")  # models import this module

        return self.filter(translation__in=Translation.objects.visible_to(user))

    def waiting(self) -> Self:
        """Not decided yet."""
        return self.filter(state=SuggestionState.WAITING)


class ToolQuerySet(QuerySet):
    """Selections of the glossary and the translation memory."""

    def visible_to(self, user: Any) -> Self:
        """Working tools: for revisers, focal points and staff managers."""
        roles = (Role.REVISER, Role.FOCAL_POINT, Role.STAFF_MANAGER)
        return self if user.is_authenticated and user.has_role(*roles) else self.none()


class MemoryQuerySet(ToolQuerySet):
    """Selections of the translation memory."""

    def visible_to(self, user: Any) -> Self:
        """For those who work with it; without what comes from a text that is public no more."""
        return super().visible_to(user).usable()

    def usable(self) -> Self:
        """Imported ones, and those whose text everyone reads: a withdrawn text is not quoted."""
        return self.filter(Q(translation__isnull=True) | Q(translation__is_public=True))

    def between(self, source: str, target: str) -> Self:
        """From one language into another."""
        return self.filter(source_language=source, target_language=target)

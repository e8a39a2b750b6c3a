"""Topics that member states propose for a forum."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.models import SourceTextModel
from network.ui import languages

from ..choices import ForumFormat, ProposalState
from ..querysets import ProposalQuerySet, SupportQuerySet
from .spaces import Space


class TopicProposal(SourceTextModel):
    """A member state proposes; others support; staff schedule it as a space or decline with a reason."""

    country = models.ForeignKey(
        "network.MemberState",
        on_delete=models.PROTECT,
        related_name="topic_proposals",
        verbose_name=_("member state"),
    )
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="topic_proposals"
    )
    title = models.CharField(_("title"), max_length=200)
    rationale = models.TextField(_("why this topic"), max_length=3000)
    forum_format = models.CharField(
        _("format"), max_length=15, choices=ForumFormat, default=ForumFormat.VIRTUAL
    )
    topics = models.ManyToManyField(
        "network.Topic", verbose_name=_("topics"), related_name="topic_proposals", blank=True
    )
    state = models.CharField(_("state"), max_length=10, choices=ProposalState, default=ProposalState.PROPOSED)
    proposed_at = models.DateTimeField(_("proposed"), default=timezone.now)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    decided_at = models.DateTimeField(_("decided"), null=True)
    decision_reason = models.TextField(_("reason"), max_length=2000, blank=True)
    space = models.OneToOneField(Space, on_delete=models.SET_NULL, null=True, related_name="proposal")
    is_demonstration = models.BooleanField(default=False, editable=False)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = _("proposed topic")
        verbose_name_plural = _("proposed topics")
        ordering = ("-proposed_at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=ProposalState.DECLINED.value) | ~Q(decision_reason=""),
                name="fora_proposal_declined_why",
            )
        ]

    def __str__(self) -> str:
        return self.passage("title").text

    def get_absolute_url(self) -> str:
        """Its page, in the active language."""
        return f"/{languages.active()}/fora/proposals/{self.pk}/"


class ProposalSupport(models.Model):
    """Somebody wants this topic discussed; a focal point says so for the member state (`country`)."""

    proposal = models.ForeignKey(
        TopicProposal, on_delete=models.CASCADE, related_name="supports", db_index=False
    )
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    country = models.ForeignKey(
        "network.MemberState", on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    at = models.DateTimeField(default=timezone.now)

    objects = SupportQuerySet.as_manager()

    class Meta:
        verbose_name = _("support for a topic")
        verbose_name_plural = _("support for topics")
        ordering = ("at", "id")
        constraints = [
            models.UniqueConstraint(fields=["proposal", "user"], name="fora_support_once"),
            models.UniqueConstraint(
                fields=["proposal", "country"],
                condition=Q(country__isnull=False),
                name="fora_support_once_per_state",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.proposal_id}: {self.country_id or self.user_id}"

"""Topics: the two-level taxonomy, and a page each."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from ..following.views.button import follow_button
from ..l10n.views.reading import shows_originals
from ..models import Topic
from ..ui.sharing import shared


@method_decorator(shared, name="dispatch")
class TopicList(TemplateView):
    """Groups with their topics."""

    template_name = "network/topics.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The whole taxonomy in one query."""
        topics = list(Topic.objects.visible_to(self.request.user))
        groups = [
            {
                "slug": group.slug,
                "name": group.name,
                "listed": [topic for topic in topics if topic.parent_id == group.slug],
            }
            for group in topics
            if group.parent_id is None
        ]
        return super().get_context_data(groups=groups, **kwargs)


@require_safe
@shared
@shows_originals
def topic_page(request: HttpRequest, slug: str) -> HttpResponse:
    """One topic, or one group with its topics, and what the apps know of it."""
    topics = Topic.objects.visible_to(request.user)
    topic = get_object_or_404(topics.select_related("parent"), pk=slug)
    group = topic.parent or topic
    crumbs = [(_("Topics"), reverse("network:topics"))]
    if topic.parent:
        crumbs.append((group.name, group.get_absolute_url()))
    context = {
        "topic": topic,
        "follow": follow_button(request, "topic", topic.pk),
        "description": topic.passage("description"),
        "narrower": topics.filter(parent=group),
        "crumbs": crumbs,
    }
    return render(request, "network/topic.html", context)

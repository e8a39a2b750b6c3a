"""What the fora hold of a person, for the person's own export: only what they may still read themselves."""

from typing import Any

from network.models import User

from ..models import Post, ProposalSupport, SpaceGrant, Subscription, TopicProposal


def fora_of(user: User) -> dict[str, Any]:
    """Posts and drafts, places in spaces, subscriptions, proposals and support."""
    posts = Post.objects.visible_to(user).filter(author=user).select_related("thread__space").order_by("pk")
    return {
        "posts": [
            {
                "space": post.thread.space.slug,
                "thread": post.thread.original("title"),
                "number": post.seq,
                "state": post.state,
                "reason": post.state_reason,
                "language": post.source_language,
                "text": post.original("body"),
                "submitted_at": post.submitted_at,
                "published_at": post.published_at,
            }
            for post in posts
        ],
        "places": list(
            SpaceGrant.objects.filter(user=user)
            .order_by("pk")
            .values("space__slug", "capacity", "starts_at", "ends_at", "revoked_at")
        ),
        "subscriptions": list(
            Subscription.objects.filter(user=user).order_by("pk").values("space__slug", "thread", "frequency")
        ),
        "proposals": list(
            TopicProposal.objects.filter(proposed_by=user)
            .order_by("pk")
            .values("title", "country", "state", "proposed_at")
        ),
        "support": list(
            ProposalSupport.objects.filter(user=user).order_by("pk").values("proposal", "country", "at")
        ),
    }

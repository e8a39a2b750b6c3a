"""For whom somebody writes, as it is kept with the post."""

from network.choices import Role
from network.models import User

from ..models import Post

SPEAKING = (Role.FOCAL_POINT, Role.CONTRIBUTOR)


def sign(post: Post, author: User) -> None:
    """Write name, organization and member state of the author into a post, as they are now; in memory."""
    membership = (
        author.memberships.select_related("organization")
        .filter(organization__is_verified=True)
        .order_by("pk")
        .first()
    )
    office = membership.organization if membership else None
    states = sorted(author.states(*SPEAKING))
    post.author_name = author.full_name
    post.author_office = office.name if office else ""
    post.author_kind = office.kind if office else ""
    post.country_id = states[0] if states else (office.state_id if office else None)

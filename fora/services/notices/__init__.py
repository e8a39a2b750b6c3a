"""What people are told of the fora: after a post is approved, to those who may read it, in their language."""

from .audience import followers_of_space, moderators_of, readers_of
from .hours import tell_of_opened_fora
from .kinds import register_news
from .telling import TELL, promise_news, tell_of_pending, tell_of_post

__all__ = [
    "TELL",
    "followers_of_space",
    "moderators_of",
    "promise_news",
    "readers_of",
    "register_news",
    "tell_of_opened_fora",
    "tell_of_pending",
    "tell_of_post",
]

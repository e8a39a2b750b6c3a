"""Tables of the fora."""

from .following import ReadSpace, ReadThread, Subscription
from .posts import Mention, Post, PostAttachment, PostMove, PostRevision, Quote
from .proposals import ProposalSupport, TopicProposal
from .reports import Citation, FinalReport
from .spaces import AgendaItem, BackgroundPaper, PaperVersion, Space, SpaceGrant
from .threads import Thread, ThreadMove

__all__ = [
    "AgendaItem",
    "BackgroundPaper",
    "Citation",
    "FinalReport",
    "Mention",
    "PaperVersion",
    "Post",
    "PostAttachment",
    "PostMove",
    "PostRevision",
    "ProposalSupport",
    "Quote",
    "ReadSpace",
    "ReadThread",
    "Space",
    "SpaceGrant",
    "Subscription",
    "Thread",
    "ThreadMove",
    "TopicProposal",
]

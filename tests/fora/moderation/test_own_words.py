"""Who is flagged never learns by whom, nor that somebody did, whatever they moderate."""

from typing import Any

import pytest

from fora.services.moderating import flag_post
from network.moderation.choices import Reason
from network.moderation.models import Flag, ModerationCase
from network.moderation.services import flag
from network.notifications.models import Notification


@pytest.mark.parametrize("whose", ["moderator", "staff"])
def test_a_moderator_does_not_see_the_flags_on_their_own_words(forum: Any, whose: str) -> None:
    author = getattr(forum, whose)
    post = forum.say("My own words", by=whose)
    made = flag_post(post=post, by=forum.reader, reason=Reason.OTHER)
    for model in (Flag, ModerationCase):
        assert not model.objects.visible_to(author).exists()
        assert model.objects.visible_to(forum.second).exists()
    assert Flag.objects.visible_to(forum.reader).get() == made
    told = Notification.objects.filter(verb="moderation.flagged").values_list("recipient", flat=True)
    assert author.pk not in told
    assert forum.second.pk in told


def test_nor_those_on_a_thread_that_they_began(forum: Any) -> None:
    forum.thread.starter = forum.moderator
    forum.thread.save()
    flag(about=forum.thread, by=forum.reader, reason=Reason.OTHER)
    assert not Flag.objects.visible_to(forum.moderator).exists()
    assert Flag.objects.visible_to(forum.second).exists()
    assert not Notification.objects.filter(recipient=forum.moderator, verb="moderation.flagged").exists()

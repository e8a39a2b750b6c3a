"""Answering in a thread, perhaps to one post, perhaps with quotes."""

from typing import Any

from django.http import Http404, QueryDict
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from network.choices import Language
from network.ui import languages

from ...models import Post, PostRevision, Thread
from ...querysets.extras import read_extras
from ...rules import may_write
from ...services.drafts import QuoteOf, save_draft
from ...services.posting import reply
from ..access import find_thread
from ..post_items import Frame
from ..quoting import plain, render_quotes
from ..threads import writes_now
from .editor import Editor


class Reply(Editor):
    """The person's answer in a thread: one draft per person and thread."""

    thread: Thread

    def find(self, **kwargs: Any) -> None:
        """For those who write in the space, whatever the hour: a draft may be kept."""
        self.thread = find_thread(self.request.user, kwargs["slug"], kwargs["pk"])
        if not may_write(self.request.user, self.thread.space):
            raise Http404
        drafts = Post.objects.drafts_of(self.request.user).filter(thread=self.thread)
        self.draft = drafts.select_related("reply_to").first()

    def save(self, data: QueryDict) -> Post:
        """Keep the draft, with what it answers and quotes."""
        return save_draft(**self._written(data))

    def publish(self, data: QueryDict) -> Post:
        """Answer at once; what was kept as a draft becomes the answer."""
        return reply(**self._written(data))

    def _written(self, data: QueryDict) -> dict[str, Any]:
        to, quoted = self._named(data, "to"), self._named(data, "quote")
        return {
            "thread": self.thread,
            "by": self.request.user,
            "text": data.get("text", ""),
            "language": language_of(data),
            "reply_to": to or (quoted if quoted and quoted.thread_id == self.thread.pk else None),
            "quotes": self._quotes(data, quoted),
        }

    def _named(self, data: QueryDict, name: str) -> Post | None:
        """The post of this thread that the form names, if the person reads it."""
        key = data.get(name, "")
        if not key.isdecimal() or len(key) > 18:
            return None
        found = Post.objects.visible_to(self.request.user).filter(seq__isnull=False)
        return found.filter(pk=key, **({"thread": self.thread} if name == "to" else {})).first()

    def _quotes(self, data: QueryDict, quoted: Post | None) -> list[QuoteOf] | None:
        """All quotes the draft is to have; None leaves them as they are."""
        gone = {key for key in data.getlist("unquote") if key.isdecimal()}
        had = list(self.draft.quotes.select_related("revision")) if self.draft is not None else []
        kept = [quote for quote in had if str(quote.pk) not in gone]
        wanted = [QuoteOf(quote.revision, quote.starts, quote.ends) for quote in kept]
        revision = quoted and _current(quoted)
        if revision and revision.pk not in {quote.revision.pk for quote in wanted}:
            wanted.append(QuoteOf(revision))
        return wanted if wanted or had else None

    def get(self, request: Any, **kwargs: Any) -> Any:
        """Asked to answer or quote a post, it is put into the draft that is there already."""
        quoted = self._named(request.GET, "quote")
        if quoted is not None and self.draft is not None:
            data = QueryDict(mutable=True)
            data.update(
                {
                    "text": self.draft.original("body"),
                    "language": self.draft.source_language,
                    "quote": str(quoted.pk),
                }
            )
            self.draft = self.save(data)
        return super().get(request, **kwargs)

    def context(self) -> dict[str, Any]:
        """The thread, the post that is answered, the quotes."""
        data = self.request.POST if self.request.method == "POST" else self.request.GET
        quoted = self._named(data, "quote") if self.draft is None else None
        to = self._named(data, "to") or quoted or (self.draft.reply_to if self.draft else None)
        title, path = self.thread.passage("title"), self.thread.get_absolute_url()
        return {
            "heading": _("Your answer"),
            "thread": self.thread,
            "is_open": writes_now(self.request.user, self.thread),
            "space": self.thread.space,
            "to": to,
            "answered": self._answered(to),
            "quote": quoted,
            "quotes": list(self.draft.quotes.all()) if self.draft else [],
            "quotes_html": self._quotes_html(path, quoted),
            "action_url": reverse("fora:reply", args=[self.thread.space.slug, self.thread.pk]),
            "back_url": f"{path}?page=last" if self.thread.page_count > 1 else path,
            "crumbs": crumbs_of(self.thread.space, (title.text, path, title.language)),
        }

    def _answered(self, to: Post | None) -> str:
        if to is None:
            return ""
        passage = to.passage("body", languages.active())
        return plain(passage.text)

    def _quotes_html(self, path: str, quoted: Post | None) -> SafeString:
        frame, found = Frame(path=path), []
        if self.draft is not None:
            extras = read_extras([self.draft.pk], self.request.user).get(self.draft.pk)
            found = extras.quotes if extras else []
        elif quoted is not None and (revision := _current(quoted)):
            found = [
                {
                    "post": quoted.pk,
                    "seq": quoted.seq,
                    "thread": quoted.thread_id,
                    "name": quoted.author_name,
                    "language": revision.language,
                    "text": revision.text,
                    "starts": 0,
                    "ends": 0,
                }
            ]
        return render_quotes(found, frame.here, self.thread.pk)


def _current(post: Post) -> PostRevision | None:
    return PostRevision.objects.unfiltered().filter(post=post, number=post.revision).first()


def language_of(data: QueryDict) -> str:
    """As chosen; a draft without a choice is taken for the page's language."""
    language = data.get("language", "")
    return language if language in Language.values else languages.active()


def crumbs_of(space: Any, *more: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The way to a page within a space."""
    title = space.passage("title")
    return [
        (_("Fora"), reverse("fora:overview")),
        (title.text, space.get_absolute_url(), title.language),
        *more,
    ]

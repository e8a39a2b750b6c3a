"""Opening a subject: a title and a first post; threads like it are shown while the title is typed."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from network.search.services.asking import ask
from network.search.services.finding import Choice, Wanted, answers
from network.ui import languages

from ...forms.posts import PostForm, ThreadForm
from ...models import AgendaItem, Post, Space, Thread
from ...rules import may_write, takes_posts
from ...services.drafts import save_draft
from ...services.following_text import POST
from ...services.posting import start_thread
from ..access import find_space
from .editor import Editor
from .replies import crumbs_of, language_of

UNTITLED = "untitled"  # of a draft whose title is still to come
SIMILAR, HITS = 5, 40


class NewThread(Editor):
    """The person's unfinished thread in a space; there is one at most."""

    space: Space
    form_class = ThreadForm

    def find(self, **kwargs: Any) -> None:
        """For those who write there."""
        self.space = find_space(self.request.user, kwargs["slug"])
        if not may_write(self.request.user, self.space):
            raise Http404
        drafts = Post.objects.drafts_of(self.request.user).filter(
            thread__space=self.space, thread__submitted_at__isnull=True, thread__starter=self.request.user.pk
        )
        self.draft = drafts.select_related("thread__space", "thread__agenda_item").order_by("pk").first()

    def form(self, data: QueryDict | None = None) -> PostForm:
        """With the points of this space's agenda."""
        return ThreadForm(data, initial=self.initial(), items=self._items())

    def initial(self) -> dict[str, Any]:
        """The title and the point besides."""
        more: dict[str, Any] = {"item": self.request.GET.get("item")}
        if self.draft is not None:
            title = self.draft.thread.original("title")
            more = {"title": "" if title == UNTITLED else title, "item": self.draft.thread.agenda_item_id}
        return {**super().initial(), **more}

    def save(self, data: QueryDict) -> Post:
        """Keep the thread as a draft; without a title yet it has a makeshift one."""
        title, language = data.get("title", "").strip() or UNTITLED, language_of(data)
        item = self._items().filter(pk=_number(data.get("item"))).first()
        by: Any = self.request.user
        if self.draft is None:
            return start_thread(
                space=self.space,
                by=by,
                title=title,
                text=data.get("text", ""),
                language=language,
                agenda_item=item,
                as_draft=True,
            )
        return save_draft(
            thread=self.draft.thread, by=by, text=data.get("text", ""), language=language, title=title
        )

    def context(self) -> dict[str, Any]:
        """The space, and threads like this one."""
        here = self.space.get_absolute_url()
        typed = self.request.POST.get("title", "")
        return {
            "heading": _("New thread"),
            "space": self.space,
            "is_open": takes_posts(self.request.user, self.space),
            "similar": similar_threads(self.request.user, self.space, typed) if typed else [],
            "similar_url": reverse("fora:similar", args=[self.space.slug]),
            "action_url": reverse("fora:new_thread", args=[self.space.slug]),
            "back_url": here,
            "crumbs": crumbs_of(self.space),
        }

    def _items(self) -> Any:
        return AgendaItem.objects.visible_to(self.request.user).filter(space=self.space)


@require_safe
def similar(request: HttpRequest, slug: str) -> HttpResponse:
    """Threads of the space that speak of what the title says."""
    space = find_space(request.user, slug)
    if not may_write(request.user, space):
        raise Http404
    found = similar_threads(request.user, space, request.GET.get("q", "")[:200])
    return render(request, "fora/_similar.html", {"similar": found})


def similar_threads(user: Any, space: Space, title: str) -> list[Thread]:
    """A few threads whose title or posts hold most of the words, nearest first."""
    if not any(len(word) > 3 for word in title.split()):
        return []
    wanted = Wanted(POST, user, languages.active(), (Choice("space", (str(space.pk),)),), ask(title))
    keys = list(dict.fromkeys(row.display["thread"] for row in answers(wanted, size=HITS).rows))
    threads = Thread.objects.visible_to(user).listed().filter(space=space).in_bulk(keys[:SIMILAR])
    found = [threads[key] for key in keys[:SIMILAR] if key in threads]
    for thread in found:
        thread.space = space
    return found


def to_draft(request: HttpRequest, post: Post) -> HttpResponse:
    """Where a draft is gone on with."""
    thread = post.thread
    name = "fora:new_thread" if thread.submitted_at is None else "fora:reply"
    args = [thread.space.slug] if thread.submitted_at is None else [thread.space.slug, thread.pk]
    return redirect(name, *args)


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 10 else 0

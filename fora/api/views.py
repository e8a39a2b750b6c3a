"""Spaces, threads and posts for programs: what a person may read and write, no more than on the pages."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import translation
from drf_spectacular.utils import extend_schema
from rest_framework import exceptions, status
from rest_framework.permissions import IsAuthenticatedOrReadOnly
from rest_framework.request import Request
from rest_framework.response import Response

from network.api import CURSOR, FIELDS, IDEMPOTENCY_KEY, LANG, ApiView, idempotent, place, wanted_fields

from ..models import AgendaItem, Post, Space, Thread
from ..models.threads import POSTS_PER_PAGE
from ..querysets import Cursor
from ..querysets.threads import PAGE
from ..services.errors import ForaError, TextError, TooManyError
from ..services.posting import reply, start_thread
from .serializers import (
    NewPostSerializer,
    NewThreadSerializer,
    PostPageSerializer,
    PostSerializer,
    SpacePageSerializer,
    SpaceSerializer,
    ThreadPageSerializer,
    ThreadSerializer,
)

MOST_SPACES = 500


class NotNowError(exceptions.APIException):
    """It cannot be written now: closed, locked, or somebody was first."""

    status_code = status.HTTP_409_CONFLICT
    default_code = "not_now"


class ForaView(ApiView):
    """Reading is for all who may read, writing for who has signed in."""

    permission_classes = (IsAuthenticatedOrReadOnly,)

    def page(self, rows: Any, following: str = "", previous: str = "") -> Response:
        """A part of a list with the ways on and back."""
        return Response(
            {
                "next": place(self.request, following),
                "previous": place(self.request, previous),
                "results": rows,
            }
        )

    def again(self, request: Request, location: str) -> Response:
        """What was written before, as its author may read it now."""
        return _created(request, int(location.rstrip("/").rpartition("/")[2]))

    def handle_exception(self, exc: Exception) -> Response:
        """What the services say, as problems."""
        if isinstance(exc, PermissionDenied):
            exc = Http404()
        elif isinstance(exc, TextError):
            exc = exceptions.ValidationError({"text": [str(exc)]})
        elif isinstance(exc, TooManyError):
            exc = exceptions.Throttled(wait=exc.seconds, detail=str(exc))
        elif isinstance(exc, ForaError):
            exc = NotNowError(str(exc))
        return super().handle_exception(exc)


class SpaceList(ForaView):
    """Spaces that the asker may read."""

    @extend_schema(
        operation_id="spaces_list", tags=["fora"], parameters=[LANG, FIELDS], responses=SpacePageSerializer
    )
    def get(self, request: Request) -> Response:
        """List spaces in the order of the page for people."""
        only = wanted_fields(request, SpaceSerializer)
        rows: Any = Space.objects.visible_to(request.user)[:MOST_SPACES]
        return self.page(SpaceSerializer(rows, many=True, only=only, context={"request": request}).data)


class SpaceDetail(ForaView):
    """One space."""

    @extend_schema(
        operation_id="spaces_retrieve", tags=["fora"], parameters=[LANG, FIELDS], responses=SpaceSerializer
    )
    def get(self, request: Request, slug: str) -> Response:
        """Read what a space is for and whether it takes posts."""
        only = wanted_fields(request, SpaceSerializer)
        found = get_object_or_404(Space.objects.visible_to(request.user), slug=slug)
        return Response(SpaceSerializer(found, only=only, context={"request": request}).data)


class ThreadList(ForaView):
    """Threads of a space."""

    @extend_schema(
        operation_id="threads_list",
        tags=["fora"],
        parameters=[LANG, FIELDS, CURSOR],
        responses=ThreadPageSerializer,
    )
    def get(self, request: Request, slug: str) -> Response:
        """List the threads of a space, pinned ones first, then by the newest post."""
        only, asked = wanted_fields(request, ThreadSerializer), request.query_params.get("cursor", "")
        cursor = Cursor.read(asked)
        if asked and cursor is None:
            raise Http404
        space = get_object_or_404(Space.objects.visible_to(request.user), slug=slug)
        threads = Thread.objects.visible_to(request.user).of_space(space.pk)
        rows = threads.page(cursor)
        more, rows = len(rows) > PAGE, rows[:PAGE]
        backward = cursor is not None and not cursor.forward
        rows = rows[::-1] if backward else rows
        following = str(_cursor(True, rows[-1])) if rows and (more or backward) else ""
        previous = str(_cursor(False, rows[0])) if rows and cursor and (more or not backward) else ""
        shown = rows if cursor else [*threads.pinned(), *rows]
        for thread in shown:
            thread.space = space
        data = ThreadSerializer(shown, many=True, only=only, context={"request": request}).data
        return self.page(data, following, previous)

    @extend_schema(
        operation_id="threads_create",
        tags=["fora"],
        parameters=[LANG, IDEMPOTENCY_KEY],
        request=NewThreadSerializer,
        responses={201: PostSerializer},
    )
    @idempotent
    def post(self, request: Request, slug: str) -> Response:
        """Open a thread with its first post."""
        space = get_object_or_404(Space.objects.visible_to(request.user), slug=slug)
        sent = NewThreadSerializer(data=request.data)
        sent.is_valid(raise_exception=True)
        words = sent.validated_data
        item = words.get("agenda_item")
        by: Any = request.user
        post = start_thread(
            space=space,
            by=by,
            title=words["title"],
            text=words["text"],
            language=words["language"],
            agenda_item=get_object_or_404(AgendaItem, pk=item, space=space) if item else None,
        )
        return _created(request, post.pk)


class ThreadDetail(ForaView):
    """One thread."""

    @extend_schema(
        operation_id="threads_retrieve", tags=["fora"], parameters=[LANG, FIELDS], responses=ThreadSerializer
    )
    def get(self, request: Request, pk: int) -> Response:
        """Read a thread's title and figures."""
        only = wanted_fields(request, ThreadSerializer)
        found = get_object_or_404(Thread.objects.visible_to(request.user).select_related("space"), pk=pk)
        return Response(ThreadSerializer(found, only=only, context={"request": request}).data)


class PostList(ForaView):
    """Posts of a thread."""

    @extend_schema(
        operation_id="posts_list",
        tags=["fora"],
        parameters=[LANG, FIELDS, CURSOR],
        responses=PostPageSerializer,
    )
    def get(self, request: Request, pk: int) -> Response:
        """List the posts of a thread by their numbers; gone ones keep theirs."""
        only, asked = wanted_fields(request, PostSerializer), request.query_params.get("cursor", "0")
        if not asked.isdecimal() or len(asked) > 9:
            raise Http404
        found = get_object_or_404(Thread.objects.visible_to(request.user), pk=pk)
        first, language = int(asked) + 1, str(translation.get_language())
        last = first + POSTS_PER_PAGE - 1
        places = Post.objects.all().places(
            thread_id=found.pk, first=first, last=last, user=request.user, language=language
        )
        data = PostSerializer(places, many=True, only=only, context={"request": request}).data
        following = str(last) if last < found.last_seq else ""
        previous = str(max(0, first - 1 - POSTS_PER_PAGE)) if first > 1 else ""
        return self.page(data, following, previous)

    @extend_schema(
        operation_id="posts_create",
        tags=["fora"],
        parameters=[LANG, IDEMPOTENCY_KEY],
        request=NewPostSerializer,
        responses={201: PostSerializer},
    )
    @idempotent
    def post(self, request: Request, pk: int) -> Response:
        """Answer in a thread."""
        found = get_object_or_404(Thread.objects.visible_to(request.user), pk=pk)
        sent = NewPostSerializer(data=request.data)
        sent.is_valid(raise_exception=True)
        words, to = sent.validated_data, None
        if words.get("reply_to"):
            readable = Post.objects.visible_to(request.user)
            to = get_object_or_404(readable, thread=found, seq=words["reply_to"])
        by: Any = request.user
        post = reply(thread=found, by=by, text=words["text"], language=words["language"], reply_to=to)
        return _created(request, post.pk)


class PostDetail(ForaView):
    """One post."""

    @extend_schema(
        operation_id="posts_retrieve", tags=["fora"], parameters=[LANG, FIELDS], responses=PostSerializer
    )
    def get(self, request: Request, pk: int) -> Response:
        """Read one post."""
        only = wanted_fields(request, PostSerializer)
        language = str(translation.get_language())
        places = Post.objects.filter(pk=pk).as_places(request.user, language)
        if not places:
            raise Http404
        return Response(PostSerializer(places[0], only=only, context={"request": request}).data)


def _created(request: Request, pk: int) -> Response:
    places = Post.objects.filter(pk=pk).as_places(request.user, str(translation.get_language()))
    if not places:
        raise Http404
    data = PostSerializer(places[0], context={"request": request}).data
    return Response(data, status=201, headers={"Location": f"/api/v1/posts/{pk}/"})


def _cursor(forward: bool, thread: Thread) -> Cursor:
    assert thread.last_visible_at is not None  # noqa: S101 - listed threads have posts
    return Cursor(forward, thread.last_visible_at, thread.pk)

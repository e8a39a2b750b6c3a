"""What all pages have on which posts are written: a draft that is saved by itself, a preview, files, errors
at their field, and nothing lost when the session has ended or the forum has closed meanwhile."""

from contextlib import suppress
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views import View

from network.services.inspecting import RefusedFileError, check_file, digest_of, safe_name
from network.ui import languages, numbers
from network.ui.markdown import render as render_markdown
from network.ui.uploads import too_large_files
from network.views.kept_input import keep_input, take_input

from ...choices import PostState
from ...forms.posts import FileForm, PostForm
from ...models import Post, PostAttachment
from ...services.attachments import attach, detach
from ...services.drafts import discard_draft
from ...services.errors import ForaError, TextError
from ...services.posting import publish_post
from ...services.texts import LONGEST_POST

NOT_TYPED = ("_autosave", "revision", "action")
MOST_TEXT = 200_000  # characters of a form that are read at all


class Editor(View):
    """A page to write on. Subclasses find the draft, save it, and say where it belongs.

    The button's `action`: publish, preview, save, attach, remove-<uuid> (a file), discard.
    """

    draft: Post | None = None
    form_class: type[PostForm] = PostForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """For who has signed in; what others sent waits for them."""
        if not request.user.is_authenticated:
            if is_autosave(request):
                return JsonResponse({"detail": _("You have been signed out.")}, status=401)
            if request.method == "POST" and request.POST.get("text"):
                keep_input(request, most=LONGEST_POST * 2, left_out=NOT_TYPED)
            return redirect_to_login(request.path)
        self.find(**kwargs)
        return super().dispatch(request, *args, **kwargs)

    # ── what subclasses say ──
    def find(self, **kwargs: Any) -> None:
        """Find what the address names, and the person's draft there; 404 for others."""
        raise NotImplementedError

    def save(self, data: QueryDict) -> Post:
        """Keep what was typed as a draft; raises ForaError."""
        raise NotImplementedError

    def publish(self, data: QueryDict) -> Post:
        """Submit what was typed, kept as a draft first; raises ForaError."""
        self.draft = self.save(data)
        return publish_post(post=self.draft, by=self.request.user)  # type: ignore[arg-type]

    def context(self) -> dict[str, Any]:
        """What the page says of the place."""
        raise NotImplementedError

    def form(self, data: QueryDict | None = None) -> PostForm:
        """The form, as typed or as stored."""
        return self.form_class(data, initial=self.initial())

    def initial(self) -> dict[str, Any]:
        """As stored; else empty, in the language of the page."""
        if self.draft is None:
            return {"language": languages.active()}
        return {"text": self.draft.original("body"), "language": self.draft.source_language}

    # ── what the browser asks ──
    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The page with the draft, or with what waited for the person to sign in."""
        kept = take_input(request)
        if kept is None:
            return self.page(self.form())
        note = _("You were signed out when you sent this. Here is what you had written: publish it now.")
        return self.page(self.form_class(initial={**self.initial(), **kept.dict()}), note=note)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Save; then do what the button says."""
        data, action = request.POST, request.POST.get("action", "publish")
        if action == "discard":
            return self.discard()
        if is_autosave(request):
            return self._autosaved(data)
        form = self.form(data)
        try:
            return self._act(form, action)
        except PermissionDenied:
            raise Http404 from None
        except ForaError as error:
            return self._refused(form, error)

    def _act(self, form: PostForm, action: str) -> HttpResponse:
        request = self.request
        if action not in ("publish", "preview"):
            self.draft = self.save(request.POST)
            return self._with_files(request, form, action)
        if not form.is_valid():
            self._keep(request.POST)
            return self.page(form, status=422)
        if action == "publish":
            return self.done(self.publish(request.POST))
        self.draft = self.save(request.POST)
        return self.page(form, preview=render_markdown(form.cleaned_data["text"], by_public=True))

    def done(self, post: Post) -> HttpResponse:
        """It is out, or waits."""
        if post.state == PostState.PENDING:
            text = _("Your post is kept for the moderators: it appears once they have read it.")
            messages.success(self.request, text)
        return redirect(post)

    def discard(self) -> HttpResponse:
        """Throw the draft away."""
        place = self.context()["back_url"]
        if self.draft is not None:
            discard_draft(post=self.draft, by=self.request.user)  # type: ignore[arg-type]
        messages.success(self.request, _("The draft was thrown away."))
        return redirect(place)

    # ── saving by itself ──
    def _autosaved(self, data: QueryDict) -> JsonResponse:
        if data.get("revision") not in (None, self.revision()):
            words = _("This draft was changed elsewhere.")
            return JsonResponse({"conflict": words, "revision": self.revision()}, status=409)
        errors = {}
        try:
            if self.draft is not None or any(data.get(name, "").strip() for name in ("text", "title")):
                self.draft = self.save(data)
        except PermissionDenied:
            raise Http404 from None
        except ForaError as error:
            errors["text"] = str(error)
        return JsonResponse(
            {"saved_at": numbers.clock(timezone.now()), "revision": self.revision(), "errors": errors}
        )

    def revision(self) -> str:
        """Changes whenever the draft does, and when one of the person's drafts has been published."""
        if self.draft is not None:
            return f"d{self.draft.pk}-{int(self.draft.changed_at.timestamp() * 1_000_000)}"
        return last_of(self.request.user)

    # ── files ──
    def _with_files(self, request: HttpRequest, form: PostForm, action: str) -> HttpResponse:
        assert self.draft is not None  # noqa: S101 - just saved
        if action.startswith("remove-"):
            own = PostAttachment.objects.visible_to(request.user).filter(post=self.draft)
            detach(attachment=get_object_or_404(own, uuid=_uuid(action)), by=request.user)  # type: ignore[arg-type]
        elif action == "attach":
            files = FileForm(request.POST, request.FILES)
            if too_large_files(request):
                files.errors.clear()
                files.add_error("file", _("The file is too large."))
            if not files.is_valid() or not self._attach(request, files):
                return self.page(form, files=files, status=422)
        return redirect(f"{request.path}#files" if action != "save" else request.path)

    def _attach(self, request: HttpRequest, files: FileForm) -> bool:
        upload = files.cleaned_data["file"]
        try:
            checked = check_file(upload=upload, name=upload.name)
            content = checked.content
            content.seek(0)
            attach(
                post=self.draft,  # type: ignore[arg-type]
                by=request.user,  # type: ignore[arg-type]
                content=content.read(),
                name=safe_name(upload.name, checked.extension),
                media_type=checked.media_type,
                sha256=digest_of(content),
                alternative_text=files.cleaned_data["alternative_text"],
            )
        except (RefusedFileError, TextError) as error:
            files.add_error("file", str(error))
            return False
        return True

    # ── when it cannot be done ──
    def _keep(self, data: QueryDict) -> None:
        """Also what is not right yet is kept, if it can be."""
        with suppress(ForaError):
            self.draft = self.save(data)

    def _refused(self, form: PostForm, error: ForaError) -> HttpResponse:
        """Say why, at the field where there is one; the text stays in the form, and as a draft."""
        field = {"empty": "text", "too_long": "text", "language": "language"}.get(getattr(error, "code", ""))
        form.is_valid()
        form.add_error(field if field in form.fields else None, str(error))
        self._keep(self.request.POST)
        if self.draft is not None and field is None:
            form.add_error(None, _("What you wrote is kept as a draft."))
        return self.page(form, status=422)

    def page(self, form: PostForm, *, status: int = 200, **more: Any) -> HttpResponse:
        """The page."""
        draft = self.draft
        context = {
            "form": form,
            "file_form": more.pop("files", None) or FileForm(),
            "draft": draft,
            "attached": list(draft.attachments.all()) if draft is not None else [],
            "revision": self.revision(),
            "keep": f"{self.request.path}:{self.request.user.pk}",
            "saved_at": numbers.clock(draft.changed_at) if draft is not None else "",
            **self.context(),
            **more,
        }
        return render(self.request, "fora/write.html", context, status=status)


def last_of(user: Any) -> str:
    """Names the last thing that the person has submitted."""
    own = Post.objects.unfiltered().filter(author=user.pk, submitted_at__isnull=False)
    return f"n{own.order_by('-submitted_at').values_list('pk', flat=True).first() or 0}"


def is_autosave(request: HttpRequest) -> bool:
    """Whether the page saves by itself and wants to be answered in JSON."""
    return request.method == "POST" and "_autosave" in request.POST


def _uuid(action: str) -> Any:
    from uuid import UUID

    try:
        return UUID(action.removeprefix("remove-"))
    except ValueError:
        raise Http404 from None

"""Recording: a form per kind of entry makes a draft, or changes one."""

from typing import Any
from uuid import uuid4

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.http import require_safe

from network.ui import languages
from network.views.guarding import only

from ...choices import EntryKind
from ...forms import DOCUMENTS, SHAPES, EntryForm, Shape
from ...models import DraftEntry, Entry
from ...services.drafting import draft_entry, revise_draft
from ...services.errors import LedgerError, NotEditableError, OtherRequestError
from .access import own_draft
from .prefill import prefilled


@require_safe
@only("fund.prepare")
def choose(request: HttpRequest) -> HttpResponse:
    """What can be recorded."""
    shapes = [shape for shape in SHAPES.values() if shape.kind != EntryKind.REVERSAL]
    documents = [(what, title, hint) for what, (_form, title, hint) in DOCUMENTS.items()]
    context = {"shapes": shapes, "documents": documents, "here": "record", "crumbs": crumbs()}
    return render(request, "fund/desk/choose.html", context)


@method_decorator(only("fund.prepare"), name="dispatch")
class Record(View):
    """A new draft of one kind; the form is for one draft, however often it is sent."""

    draft: DraftEntry | None = None
    entry: Entry | None = None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Find the shape of the form."""
        self.shape = self.find_shape(request, **kwargs)
        return super().dispatch(request, *args, **kwargs)

    def find_shape(self, request: HttpRequest, **kwargs: Any) -> Shape:
        """By the word of the address."""
        shape = SHAPES.get(kwargs["kind"])
        if shape is None or shape.kind == EntryKind.REVERSAL:
            raise Http404
        return shape

    def initial(self) -> dict[str, Any]:
        """What is known before anything is typed."""
        return {"key": uuid4()} | prefilled(self.request)

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The empty form."""
        return self.page(EntryForm(shape=self.shape, draft=self.draft, initial=self.initial()))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Draft it; what the ledger refuses is said in the form."""
        form = EntryForm(request.POST, shape=self.shape, draft=self.draft)
        if not form.is_valid():
            return self.page(form, status=422)
        try:
            draft = self.act(form)
        except OtherRequestError:
            return self.sent_before(form)
        except (LedgerError, PermissionDenied) as error:
            form.add_error(None, str(error))
            return self.page(form, status=422)
        return redirect(draft)

    def act(self, form: EntryForm) -> DraftEntry:
        """Write the draft down."""
        facts = form.facts(is_demonstration=settings.DEMO)
        draft = draft_entry(facts=facts, by=self.request.user, key=form.cleaned_data["key"])
        messages.success(self.request, _("Drafted. Attach what proves it, then submit it for approval."))
        return draft

    def sent_before(self, form: EntryForm) -> HttpResponse:
        """The same form came before with other content: that draft is named, and this form gets a new key."""
        earlier = DraftEntry.objects.visible_to(self.request.user).filter(
            idempotency_key=form.cleaned_data["key"], prepared_by=self.request.user
        )
        form.data = form.data.copy()
        form.data["key"] = str(uuid4())
        form.add_error(
            None,
            _(
                "This form was sent before, with other content: that draft is there. To change it, open it. "
                "If you send this form again, it makes a second draft."
            ),
        )
        return self.page(form, status=409, earlier=earlier.first())

    def page(self, form: EntryForm, status: int = 200, **more: Any) -> HttpResponse:
        """The form in its page."""
        context = {
            "form": form,
            "shape": self.shape,
            "draft": self.draft,
            "entry": self.entry,
            "here": "record",
            "crumbs": crumbs((_("Record"), reverse("fund:desk_new"))),
        }
        return render(self.request, "fund/desk/record.html", context | more, status=status)


class Edit(Record):
    """A draft or a returned one, changed by who prepared it."""

    def find_shape(self, request: HttpRequest, **kwargs: Any) -> Shape:
        """By the draft's kind."""
        self.draft = own_draft(request, kwargs["uuid"])
        self.entry = self.draft.reverses
        return SHAPES[self.draft.kind]

    def initial(self) -> dict[str, Any]:
        """All comes from the draft."""
        return {}

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The form with what the draft says; one that waits or is posted is only read."""
        if self.draft and not self.draft.is_editable:
            messages.error(request, NotEditableError.message)
            return redirect(self.draft)
        return super().get(request, **kwargs)

    def act(self, form: EntryForm) -> DraftEntry:
        """Change it."""
        assert self.draft is not None  # noqa: S101 - find_shape found it
        facts = form.facts(is_demonstration=settings.DEMO)
        draft = revise_draft(draft=self.draft, facts=facts, by=self.request.user)
        messages.success(self.request, _("Saved."))
        return draft


class Reverse(Record):
    """The reversal of a posted entry: nothing to choose but the date and the words."""

    def find_shape(self, request: HttpRequest, **kwargs: Any) -> Shape:
        """The reversal's; 404 where there is no such entry."""
        number = kwargs["number"]
        self.entry = Entry.objects.filter(pk=number).first() if number < 2**63 else None
        if self.entry is None:
            raise Http404
        return SHAPES[EntryKind.REVERSAL]

    def initial(self) -> dict[str, Any]:
        """Today's date."""
        return super().initial() | {
            "entry": self.entry,
            "event_on": timezone.localdate(),
            "language": languages.active(),
        }


def crumbs(*more: tuple[str, str]) -> list[tuple[str, str]]:
    """The way to a page of the desk."""
    return [(_("Fund"), reverse("fund:overview")), (_("Desk"), reverse("fund:desk")), *more]

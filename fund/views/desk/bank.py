"""Statements of the bank: reading them in, and saying which entry each of their lines is."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from network.views.guarding import only

from ... import rules
from ...choices import LineState
from ...filters import whole
from ...forms import SHAPES, AsideForm, BankFileForm
from ...models import BankFile, BankLine, Currency, Entry
from ...services.banking import candidates, match_line, read_bank_file, set_line_aside
from ...services.reference import the_fund
from ...services.showing.lines import entry_lines, with_legs
from .recording import crumbs

PER_PAGE = 50
MOST_CANDIDATES = 20
FILES = 12


@require_safe
@only("fund.desk")
def bank(request: HttpRequest) -> HttpResponse:
    """Lines that nobody has matched, or by `state` others; the latest files; reading a file in."""
    return _bank_page(request)


@require_POST
@only("fund.prepare")
def read_in(request: HttpRequest) -> HttpResponse:
    """Read a statement in, whole or not at all."""
    form = BankFileForm(request.POST, request.FILES, dropped=request)
    if form.is_valid():
        upload = form.cleaned_data["file"]
        try:
            file = read_bank_file(
                fund=the_fund(),
                currency=Currency.objects.get(pk=form.cleaned_data["currency"]),
                name=upload.name,
                content=upload.read(),
                by=request.user,
            )
        except ValidationError as error:
            form.add_error("file", error.messages)
        else:
            count = file.lines.count()
            text = ngettext("%(count)s line was read in.", "%(count)s lines were read in.", count)
            messages.success(request, text % {"count": count})
            return redirect("fund:desk_bank")
    return _bank_page(request, form)


def _bank_page(request: HttpRequest, form: BankFileForm | None = None) -> HttpResponse:
    lines = BankLine.objects.visible_to(request.user)
    state = request.GET.get("state", "")
    state = state if state in LineState.values else LineState.OPEN
    shown = lines.filter(state=state).select_related("file__currency").order_by("-booked_on", "-pk")
    counts = {row["state"]: row["n"] for row in lines.order_by().values("state").annotate(n=Count("pk"))}
    files = BankFile.objects.annotate(
        line_count=Count("lines"), open_count=Count("lines", filter=Q(lines__state=LineState.OPEN))
    )
    context = {
        "page": Paginator(shown, PER_PAGE).get_page(request.GET.get("page")),
        "lanes": [(value, label, counts.get(value, 0), value == state) for value, label in LineState.choices],
        "files": files.select_related("read_by", "currency")[:FILES],
        "form": form or BankFileForm(),
        "may_prepare": rules.can_prepare(request.user),
        "here": "bank",
        "crumbs": crumbs(),
    }
    return render(request, "fund/desk/bank.html", context, status=422 if form else 200)


@require_safe
@only("fund.desk")
def line(request: HttpRequest, pk: int) -> HttpResponse:
    """One line: the entries that it may be, what to draft of it, or why it is none."""
    return _line_page(request, pk)


@require_POST
@only("fund.prepare")
def match(request: HttpRequest, pk: int) -> HttpResponse:
    """This line is that entry."""
    number = whole(request.POST.get("entry"))
    entry = Entry.objects.filter(pk=number).first() if number else None
    if entry is None:
        return _line_page(request, pk, problem=_("Choose an entry."))
    try:
        match_line(line=_line(request, pk), entry=entry, by=request.user)
    except ValidationError as error:
        return _line_page(request, pk, problem=" ".join(error.messages))
    messages.success(request, _("Matched."))
    return redirect("fund:desk_bank")


@require_POST
@only("fund.prepare")
def set_aside(request: HttpRequest, pk: int) -> HttpResponse:
    """This line is no entry, and why."""
    form = AsideForm(request.POST)
    if not form.is_valid():
        return _line_page(request, pk, form=form)
    try:
        set_line_aside(line=_line(request, pk), reason=form.cleaned_data["reason"], by=request.user)
    except ValidationError as error:
        return _line_page(request, pk, problem=" ".join(error.messages), form=form)
    messages.success(request, _("Set aside."))
    return redirect("fund:desk_bank")


def _line(request: HttpRequest, pk: int) -> BankLine:
    found = BankLine.objects.visible_to(request.user).select_related("file__currency", "decided_by")
    return get_object_or_404(found, pk=pk)


def _line_page(
    request: HttpRequest, pk: int, problem: str = "", form: AsideForm | None = None
) -> HttpResponse:
    """The line as it is now; with a problem, what stood in the way."""
    subject = _line(request, pk)
    is_open = subject.state == LineState.OPEN
    fitting = list(with_legs(candidates(subject))[:MOST_CANDIDATES]) if is_open else []
    shapes = [shape for shape in SHAPES.values() if shape.incoming is (subject.amount > 0)]
    context = {
        "line": subject,
        "is_open": is_open,
        "lines": entry_lines(fitting),
        "shapes": shapes if is_open else [],
        "aside": form or AsideForm(),
        "problem": problem,
        "has_errors": bool(problem or form),
        "may_prepare": rules.can_prepare(request.user),
        "here": "bank",
        "crumbs": crumbs((_("Bank"), reverse("fund:desk_bank"))),
    }
    return render(request, "fund/desk/line.html", context, status=422 if context["has_errors"] else 200)

"""The glossary: searched, edited, taken out and in as a table."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.decorators.http import require_POST, require_safe

from network.choices import Language
from network.rules import is_staff_manager
from network.ui.tables import as_csv

from ..forms import TermForm
from ..models import GlossaryTerm
from ..rules import edits_tools
from ..services.glossary import delete_term, save_term
from ..services.tables import GLOSSARY_COLUMNS, glossary_rows, import_glossary, read_glossary
from .access import desk_only, staff_only, tools_only
from .importing import TableImport, download
from .paging import page_links

PER_PAGE = 50


@require_safe
@desk_only
def glossary(request: HttpRequest) -> HttpResponse:
    """Terms in the four languages; the search looks into all of them."""
    words = request.GET.get("q", "").strip()[:100]
    terms = GlossaryTerm.objects.visible_to(request.user)
    if words:
        found = Q(key__icontains=words)
        for code in Language.values:
            found |= Q(**{f"{code}__icontains": words})
        terms = terms.filter(found)
    page = Paginator(terms, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "rows": [
            {"term": term, "forms": [(code, getattr(term, code)) for code in Language.values]}
            for term in page
        ],
        "query": words,
        "total": page.paginator.count,
        "may_edit": edits_tools(request.user),
        "may_import": is_staff_manager(request.user),
        "crumbs": [(_("Translations"), reverse("l10n:desk"))],
        **page_links(request, page),
    }
    return render(request, "l10n/glossary.html", context)


@method_decorator(tools_only, name="dispatch")
class Term(View):
    """One term, new or known."""

    def get(self, request: HttpRequest, key: str = "") -> HttpResponse:
        """The form."""
        return self._page(TermForm(instance=self._term(key)))

    def post(self, request: HttpRequest, key: str = "") -> HttpResponse:
        """Keep it."""
        form = TermForm(request.POST, instance=self._term(key))
        if not form.is_valid():
            return self._page(form, status=422)
        save_term(term=form.save(commit=False), by=request.user)
        messages.success(request, _("Saved. Machines use it from their next translation on."))
        return redirect("l10n:glossary")

    def _term(self, key: str) -> GlossaryTerm | None:
        visible = GlossaryTerm.objects.visible_to(self.request.user)
        return get_object_or_404(visible, key=key) if key else None

    def _page(self, form: TermForm, status: int = 200) -> HttpResponse:
        context = {
            "form": form,
            "term": form.instance,
            "may_remove": is_staff_manager(self.request.user),
            "crumbs": [
                (_("Translations"), reverse("l10n:desk")),
                (_("Glossary"), reverse("l10n:glossary")),
            ],
        }
        return render(self.request, "l10n/term.html", context, status=status)


@require_POST
@staff_only
def remove(request: HttpRequest, key: str) -> HttpResponse:
    """Take a term out."""
    term = get_object_or_404(GlossaryTerm.objects.visible_to(request.user), key=key)
    delete_term(term=term, by=request.user)
    messages.success(request, _("The term is taken out."))
    return redirect("l10n:glossary")


@require_safe
@desk_only
def export(request: HttpRequest) -> HttpResponse:
    """All terms as CSV."""
    terms = GlossaryTerm.objects.visible_to(request.user).iterator(chunk_size=500)
    return download(as_csv(GLOSSARY_COLUMNS, glossary_rows(terms)), "glossary.csv")


@method_decorator(staff_only, name="dispatch")
class Import(TableImport):
    """Terms from a CSV file."""

    read = staticmethod(read_glossary)
    take_over = staticmethod(import_glossary)
    columns = GLOSSARY_COLUMNS
    title = gettext_lazy("Import terms")
    list_name = "l10n:glossary"
    list_title = gettext_lazy("Glossary")

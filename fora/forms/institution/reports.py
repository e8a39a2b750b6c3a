"""The final report of a forum, as its facilitator writes it."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.forms.fields import most
from network.ui.widgets import MarkdownTextarea

from ...models import FinalReport, Space
from .spaces import language_field


class ReportForm(forms.Form):
    """Title, summary and text in one language; the other languages are translated."""

    use_required_attribute = False
    revision = forms.IntegerField(required=False, widget=forms.HiddenInput)
    title = forms.CharField(label=gettext_lazy("Title"), max_length=most(FinalReport, "title"))
    source_language = language_field()
    summary = forms.CharField(
        label=gettext_lazy("Summary"),
        help_text=gettext_lazy("What came of the forum, in a few sentences."),
        required=False,
        max_length=most(FinalReport, "summary"),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    body = forms.CharField(
        label=gettext_lazy("Text"),
        help_text=gettext_lazy("Write [[1]] where you cite the first of the posts that you have chosen."),
        required=False,
        max_length=most(FinalReport, "body"),
        widget=MarkdownTextarea(attrs={"rows": 18}),
    )

    def __init__(
        self, *args: Any, space: Space, report: FinalReport | None, language: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.initial |= {"revision": report.revision if report else None}
        if report:
            self.initial |= {name: report.original(name) for name in ("title", "summary", "body")}
            self.initial["source_language"] = report.source_language
        else:
            title = space.passage("title").text
            self.initial |= {
                "title": _("Final report: %(title)s") % {"title": title},
                "source_language": language,
            }


class PassageForm(forms.Form):
    """A post to cite: the whole of it, or some of its words."""

    use_required_attribute = False
    revision = forms.IntegerField(widget=forms.HiddenInput)
    words = forms.CharField(
        label=gettext_lazy("Only these words"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

"""Terms and report of a cooperation."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.forms.fields import LANGUAGE_HINT, most, source_language
from network.models import User
from network.services.inspecting import (
    ACCEPTED,
    CheckedFile,
    RefusedFileError,
    check_file,
    file_hint,
    too_large,
)
from network.ui.fields import DayField
from network.ui.uploads import too_large_files
from network.ui.widgets import FileUpload, MarkdownTextarea

from ..models import Cooperation, CooperationReport
from ..services.cooperating.reporting import ReportWords
from ..services.cooperating.terms import Terms


class TermsForm(forms.Form):
    """What is to be done, and when."""

    use_required_attribute = False
    source_language = source_language(help_text=LANGUAGE_HINT)
    title = forms.CharField(label=gettext_lazy("Title"), max_length=most(Cooperation, "title"))
    objective = forms.CharField(
        label=gettext_lazy("Objective"),
        max_length=most(Cooperation, "objective"),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    activities = forms.CharField(
        label=gettext_lazy("Activities"),
        max_length=most(Cooperation, "activities"),
        widget=MarkdownTextarea,
    )
    starts_on = DayField(label=gettext_lazy("First day"))
    ends_on = DayField(label=gettext_lazy("Last day"), required=False)
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, cooperation: Cooperation, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial |= {
            **{name: cooperation.original(name) for name in ("title", "objective", "activities")},
            "source_language": cooperation.source_language if cooperation.terms_side else user.language,
            "starts_on": cooperation.starts_on,
            "ends_on": cooperation.ends_on,
            "revision": cooperation.revision,
        }

    def clean(self) -> dict[str, Any]:
        """Days in order."""
        data = super().clean() or self.cleaned_data
        first, last = data.get("starts_on"), data.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("The last day lies before the first one."))
        return data

    def terms(self) -> Terms:
        """What the service takes."""
        data = self.cleaned_data
        return Terms(
            language=data["source_language"],
            title=data["title"],
            objective=data["objective"],
            activities=data["activities"],
            starts_on=data["starts_on"],
            ends_on=data["ends_on"],
        )


class ReportForm(forms.Form):
    """What came of it."""

    use_required_attribute = False
    source_language = source_language(help_text=LANGUAGE_HINT)
    result = forms.CharField(
        label=gettext_lazy("Result"),
        help_text=gettext_lazy("In a few sentences: what is different now."),
        max_length=most(CooperationReport, "result"),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    body = forms.CharField(
        label=gettext_lazy("Report"), max_length=most(CooperationReport, "body"), widget=MarkdownTextarea
    )
    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=file_hint(),
        required=False,
        allow_empty_file=True,
        widget=FileUpload(attrs={"accept": ACCEPTED}),
    )

    def __init__(
        self,
        *args: Any,
        user: User,
        report: CooperationReport | None = None,
        dropped: Any = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.dropped = dropped
        self.checked: CheckedFile | None = None
        self.initial.setdefault("source_language", report.source_language if report else user.language)
        if report:
            self.initial |= {"result": report.original("result"), "body": report.original("body")}

    def clean_file(self) -> Any:
        """What it is by its content."""
        upload = self.cleaned_data.get("file")
        if self.dropped is not None and too_large_files(self.dropped):
            raise forms.ValidationError(too_large())
        if upload:
            try:
                self.checked = check_file(upload=upload, name=upload.name)
            except RefusedFileError as error:
                raise forms.ValidationError(str(error)) from error
        return upload

    def words(self) -> ReportWords:
        """What the service takes."""
        data = self.cleaned_data
        name = data["file"].name if data.get("file") else ""
        return ReportWords(data["source_language"], data["result"], data["body"], self.checked, name)

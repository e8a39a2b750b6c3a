"""What programs write goes through the forms of the pages: the same fields, the same rules and words."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import translation
from django.utils.translation import gettext as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter
from rest_framework import exceptions, serializers, status
from rest_framework.request import Request

from ..ui.fields import PartialDateField

IF_MATCH = OpenApiParameter(
    "If-Match",
    OpenApiTypes.STR,
    OpenApiParameter.HEADER,
    required=True,
    description="The ETag of the record that you have read. When somebody has changed it since, nothing is "
    "written (412).",
)


class ChangedSince(exceptions.APIException):
    """The record is not the one that was read."""

    status_code = status.HTTP_412_PRECONDITION_FAILED
    default_code = "changed_since"


class VersionNeeded(exceptions.APIException):
    """A change that does not say which version it changes."""

    status_code = status.HTTP_428_PRECONDITION_REQUIRED
    default_code = "version_needed"


def check_version(request: Request, etag: str) -> None:
    """Go on only when the request names this version. Raises VersionNeeded, ChangedSince."""
    named = request.headers.get("If-Match", "").strip()
    if not named:
        raise VersionNeeded(_("Say in If-Match which version you change: the ETag of what you have read."))
    if etag not in [each.strip().removeprefix("W/") for each in named.split(",")]:
        raise ChangedSince(_("Someone else has changed this in the meantime. Read it anew, then try again."))


def body_of(name: str, form: type[forms.BaseForm], *left_out: str) -> type[serializers.Serializer]:
    """How the description of the API, which is in English, shows what this form takes."""
    with translation.override("en"):
        fields = {key: _described(field) for key, field in form.base_fields.items() if key not in left_out}
    about = {"__doc__": form.__doc__, "__module__": form.__module__}
    return type(name, (serializers.Serializer,), about | fields)


def sent_as(
    form: type[forms.BaseForm], request: Request, before: Mapping[str, Any] | None = None
) -> QueryDict:
    """What a program sent, as a page would have sent it; `before` holds what stays where nothing was sent: of
    a new record what the page's form begins with.

    Raises ValidationError for names that there are not, and for what no field takes.
    """
    sent = request.data
    if not isinstance(sent, Mapping):
        raise exceptions.ParseError(_("Send an object with the names of the fields."))
    if unknown := [str(name) for name in sent if name not in form.base_fields]:
        raise exceptions.ValidationError({name: [_("There is no such field.")] for name in unknown})
    data = QueryDict(mutable=True)
    if before is None:
        before = {name: field.initial for name, field in form.base_fields.items()}
    for name, value in {**before, **sent}.items():
        if name in form.base_fields and value not in (None, "", False, [], ()):
            _put(data, name, form.base_fields[name], value)
    return data


def checked(form: forms.BaseForm) -> dict[str, Any]:
    """What the form makes of it. Raises ValidationError by field."""
    if not form.is_valid():
        raise exceptions.ValidationError({name: list(said) for name, said in form.errors.items()})
    return form.cleaned_data


def _put(data: QueryDict, name: str, field: forms.Field, value: Any) -> None:
    several = isinstance(field, forms.MultipleChoiceField | forms.ModelMultipleChoiceField)
    if isinstance(value, list | tuple) != several or isinstance(value, Mapping):
        wrong = _("A list is meant here.") if several else _("One value is meant here.")
        raise exceptions.ValidationError({name: [wrong]})
    if several:
        data.setlist(name, [str(each) for each in value])
    elif isinstance(value, bool):
        data[name] = "on" if isinstance(field, forms.BooleanField) else ""
    elif isinstance(field, forms.DecimalField):
        data[name] = str(field.prepare_value(_number(name, value)))
    elif isinstance(value, date | datetime):
        data[name] = value.isoformat()
    else:
        data[name] = str(value)


def _number(name: str, value: Any) -> Decimal:
    """Numbers of programs have a point, whatever the language of the answer."""
    try:
        return Decimal(str(value))
    except InvalidOperation:
        raise exceptions.ValidationError({name: [_("Enter a number.")]}) from None


def _described(field: forms.Field) -> serializers.Field:
    told = {"required": field.required, "help_text": " ".join(_said(field))}
    match field:
        case forms.MultipleChoiceField() | forms.ModelMultipleChoiceField():
            return serializers.ListField(child=serializers.CharField(), **told)
        case forms.BooleanField():
            return serializers.BooleanField(**told)
        case forms.IntegerField() if not isinstance(field, forms.DecimalField):
            return serializers.IntegerField(**told)
        case PartialDateField():
            return serializers.DateField(**told)
    return serializers.CharField(**told)


def _said(field: forms.Field) -> list[str]:
    """Label, hint and codes."""
    parts = [str(part).rstrip(".") for part in (field.label, field.help_text) if part]
    if isinstance(field, forms.ChoiceField) and not isinstance(field, forms.ModelChoiceField):
        codes = [code for code, label in field.choices if code and not isinstance(label, list | tuple)]
        parts += [f"Codes: {', '.join(codes)}"] if len(codes) > 1 else []
    return [f"{part}." for part in parts]

"""How forms look: label, hint, error above the control; a summary with links at the top.

`{{ form }}` and `{% field form.name %}` draw through templates/components/forms/. Forms need nothing special.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django import forms
from django.forms.renderers import TemplatesSetting
from django.utils.safestring import SafeString

#: Controls that keep the browser's own look.
_BARE = (
    forms.CheckboxInput,
    forms.CheckboxSelectMultiple,
    forms.RadioSelect,
    forms.FileInput,
    forms.HiddenInput,
)


class PortalRenderer(TemplatesSetting):
    """Draws forms from the project's templates (setting FORM_RENDERER)."""

    form_template_name = "components/forms/form.html"
    formset_template_name = "components/forms/formset.html"
    field_template_name = "components/forms/field.html"


class Fault(NamedTuple):
    """One thing to correct: what, the id of the control where, and the control's label."""

    message: str
    anchor: str
    label: str = ""


def control(bound: forms.BoundField) -> SafeString:
    """The field's control with the class of the portal's inputs; a widget's own classes stay.

    Placeholders of libraries' forms go: the label says it, and stays while one types.
    """
    widget = bound.field.widget
    widget.attrs.pop("placeholder", None)
    if isinstance(widget, _BARE):
        return bound.as_widget()
    own = widget.attrs.get("class", "")
    return bound.as_widget(attrs={"class": f"input {own}".strip()})


def render_field(bound: forms.BoundField, note: str = "") -> SafeString:
    """The whole field; `note` is shown after the label in a soft voice."""
    return bound.render(context={"field": bound, "note": note})


def summary(items: Iterable[Any]) -> list[Fault]:
    """Faults of forms and formsets in the order of their fields, each with the control to go to."""
    found: list[Fault] = []
    for item in items:
        if isinstance(item, forms.BaseFormSet):
            if item.is_bound:
                found += [Fault(message, _first_id(item)) for message in item.non_form_errors()]
            found += summary(item.forms)
        elif item is not None:
            found += _faults(item)
    return found


def _first_id(formset: forms.BaseFormSet) -> str:
    return next((_anchor(field) for form in formset.forms for field in form.visible_fields()), "")


def _faults(form: forms.BaseForm) -> list[Fault]:
    visible = form.visible_fields()
    start = _anchor(visible[0]) if visible else ""
    found = [Fault(message, start) for message in form.non_field_errors()]
    for field in form:
        found += [Fault(message, _anchor(field) or start, str(field.label)) for message in field.errors]
    return found


def _anchor(field: forms.BoundField) -> str:
    first = getattr(field.field.widget, "first_id", None)
    if first:
        return first(field.auto_id)
    if isinstance(field.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return f"{field.auto_id}_0"
    return field.id_for_label or field.auto_id

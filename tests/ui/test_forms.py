"""How forms are drawn: label, hint, error above the control, summary with links."""

import re

import pytest
from django import forms
from django.template import Context, Template

from network.ui.fields import MultipleCheckboxes, PartialDateField
from network.ui.forms import summary
from network.ui.widgets import MarkdownTextarea, Radios

CHOICES = (("a", "First"), ("b", "Second"))


class Everything(forms.Form):
    title = forms.CharField(
        label="Title", help_text="As it calls itself.", widget=forms.TextInput({"class": "input--10"})
    )
    text = forms.CharField(label="Text", widget=MarkdownTextarea)
    kind = forms.ChoiceField(label="Kind", choices=CHOICES, widget=Radios)
    several = MultipleCheckboxes(label="Several", choices=CHOICES)
    on = PartialDateField(label="Measured on")
    agreed = forms.BooleanField(label="Agreed")
    hidden = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self):
        raise forms.ValidationError("The two do not fit together.")


@pytest.fixture
def faulty() -> Everything:
    return Everything({"title": "", "on_month": "3"})


def test_the_error_stands_between_hint_and_control_and_the_control_names_both(faulty):
    html = faulty["title"].as_field_group()
    order = [html.index(mark) for mark in ('id="id_title_helptext"', 'id="id_title_error"', "<input")]
    assert order == sorted(order)
    assert 'aria-describedby="id_title_helptext id_title_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'class="input input--10"' in html


def test_every_link_of_the_summary_leads_to_a_control(faulty):
    html = str(faulty)
    links = re.findall(r'<a href="#([^"]+)">', html)
    assert links == ["id_title", "id_title", "id_text", "id_kind_0", "id_several_0", "id_on_day", "id_agreed"]
    for anchor in links:
        assert f'id="{anchor}"' in html


def test_the_summary_says_which_field_and_what_of_the_whole(faulty):
    faults = summary([faulty])
    assert faults[0].message == "The two do not fit together."
    assert [fault.label for fault in faults[1:3]] == ["Title", "Text"]


def test_nothing_is_summed_up_when_all_is_well():
    assert "errors" not in Template("{% errors form %}").render(Context({"form": Everything()}))


def test_formsets_are_part_of_the_summary():
    formset = forms.formset_factory(Everything)(
        {
            "form-TOTAL_FORMS": "1",
            "form-INITIAL_FORMS": "1",
            "form-MIN_NUM_FORMS": "0",
            "form-MAX_NUM_FORMS": "5",
        }
    )
    assert summary([formset])[1].anchor == "id_form-0-title"


def test_a_group_of_choices_is_a_fieldset_with_a_legend(faulty):
    html = faulty["kind"].as_field_group()
    assert '<fieldset class="field field--bad" aria-describedby="id_kind_error">' in html
    assert "<legend>Kind" in html
    assert html.count('<label class="check"') == 2
    assert html.count(">First<") == 1


def test_a_note_follows_the_label():
    html = Template('{% field form.title note="optional" %}').render(Context({"form": Everything()}))
    assert re.search(r'Title <span class="soft field__note">optional</span></label>', html)


def test_what_people_type_is_escaped_everywhere():
    form = Everything({"title": '"><script>', "text": "</textarea><script>", "on_year": '"><script>'})
    assert "<script>" not in str(form)


def test_a_librarys_placeholder_gives_way_to_the_label():
    class Foreign(forms.Form):
        login = forms.CharField(label="E-mail", widget=forms.TextInput({"placeholder": "E-mail address"}))

    assert "placeholder" not in str(Foreign())

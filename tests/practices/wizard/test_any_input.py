"""Whatever is typed, in whatever script: no error of ours, and nothing typed is lost."""

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from practices.choices import Depth, section_by_slug
from practices.forms import SectionInput, forms_of
from practices.models import Practice
from practices.services.drafting import save_section
from tests.depth import examples
from tests.factories import DraftPracticeFactory

from .pages import send, step_url

SECTIONS = ("identity", "problem", "action", "means", "results", "lessons", "consent")
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)
ODD = [
    "\u202eabc\u202c",
    "עברית \u200f العربية",
    "a\x00b",
    "\ufeff",
    "\U0001f9d1\U0001f3fd\u200d\U0001f91d\u200d\U0001f9d1\U0001f3fb",
    "\r\n\r\n",
    "'\"<&>",
    "{{ 7*7 }}",
    "%s %(x)s",
    "=1+1",
    "\x0b\x1f",
    "1e400",
    "NaN",
    "-0",
    "٣",
    "²",
    "on",
    "2024",
]
ANYTHING = TEXT | st.sampled_from(ODD)
QUICK = settings(deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture
def draft(client, contributor_of_guatemala, office_of_guatemala):
    """A full record in its author's hands."""
    client.force_login(contributor_of_guatemala)
    return DraftPracticeFactory(
        author=contributor_of_guatemala, organization=office_of_guatemala, depth=Depth.FULL, parts=False
    )


def controls(slug):
    """Names of all controls of a section, with one row in each list."""
    entry = forms_of(slug)
    names = [
        *entry.form.base_fields,
        "started_on_year",
        "started_on_month",
        "ended_on_day",
        "cost_until_year",
    ]
    for made in entry.lists:
        names += [f"{made.related}-0-{name}" for name in made.form.base_fields]
    return names


@pytest.mark.parametrize("slug", SECTIONS)
@given(data=st.data())
@settings(QUICK, max_examples=examples(40))
def test_what_is_stored_or_kept_is_what_was_typed(draft, contributor_of_guatemala, slug, data):
    typed = data.draw(st.dictionaries(st.sampled_from(controls(slug)), ANYTHING))
    sent = QueryDict(mutable=True)
    for made in forms_of(slug).lists:
        sent.update({f"{made.related}-TOTAL_FORMS": "1", f"{made.related}-INITIAL_FORMS": "0"})
    sent.update(typed)
    section, practice = section_by_slug(slug), Practice.objects.get(pk=draft.pk)
    first = SectionInput(section=section, practice=practice, data=sent)
    faulty = not first.is_valid()
    save_section(
        practice=practice,
        by=contributor_of_guatemala,
        section=slug,
        data=first.outcome(),
        revision=practice.revision,
    )
    again = SectionInput(section=section, practice=Practice.objects.get(pk=draft.pk))
    assert again.form.is_bound == faulty
    if faulty:
        assert {name: again.form.data.get(name) for name in typed} == typed
    else:
        for name, field in first.form.cleaned_data.items():
            if isinstance(field, str) and name not in ("organization_name", "title_language"):
                assert again.form[name].value() in (field, field or None, field or "")


@given(
    values=st.dictionaries(
        st.sampled_from([*controls("results"), "revision", "page", "_add", "_remove"]), ANYTHING
    )
)
@settings(QUICK, max_examples=examples(15))
def test_the_page_answers_whatever_is_sent(client, draft, values):
    Practice.objects.filter(pk=draft.pk).update(section_saves={})
    url = step_url(draft, "results")
    answer = send(client, url, {"outcomes-TOTAL_FORMS": "1", "evaluations-TOTAL_FORMS": "1"} | values)
    assert answer.status_code in (302, 422)
    assert client.get(url).status_code == 200
    assert client.get(f"/en/practices/drafts/{draft.uuid}/preview/").status_code == 200

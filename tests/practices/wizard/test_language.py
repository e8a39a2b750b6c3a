"""The language of what one writes: noticed, a hint and never an obstacle, and changed in one click."""

import pytest

from practices.models import Practice
from practices.services.writing_language import change_language, other_language_of
from tests.factories import DraftPracticeFactory, UserFactory

pytestmark = pytest.mark.django_db
FRENCH = (
    "Les médiateurs accompagnent chaque semaine les jeunes et les familles du quartier dans leurs démarches."
)


@pytest.fixture
def draft(db):
    return DraftPracticeFactory(source_language="en", depth="full", diagnosis_en=FRENCH, summary_en=FRENCH)


def test_a_section_in_another_language_than_stated_is_noticed(draft):
    assert other_language_of(draft, "problem") == "fr"
    draft.diagnosis_en = "The mediators walk with young people and families of the district every week."
    draft.population_description_en = ""
    assert other_language_of(draft, "problem") == ""
    assert other_language_of(draft, "materials") == ""


def test_the_hint_stands_on_the_page_and_hinders_nothing(client, draft):
    client.force_login(draft.author)
    draft.author.role_grants.all()
    from network.choices import Role
    from network.models import MemberState
    from network.services import grant_role

    grant_role(
        user=draft.author, role=Role.CONTRIBUTOR, state=MemberState.objects.get(pk="GT"), reason="t", by=None
    )
    html = client.get(f"/en/practices/drafts/{draft.uuid}/problem/").content.decode()
    assert "This section looks as if it were written in French." in html
    answer = client.post(
        f"/en/practices/drafts/{draft.uuid}/language/", {"language": "fr", "section": "problem"}, follow=True
    )
    assert "looks as if" not in answer.content.decode()
    changed = Practice.objects.get(pk=draft.pk)
    assert (changed.source_language, changed.diagnosis_fr, changed.diagnosis_en) == ("fr", FRENCH, None)
    assert changed.building_blocks.get().source_language == "fr"
    assert changed.building_blocks.get().original("name") == "Mesa de análisis"


def test_a_title_in_a_language_of_its_own_keeps_it(draft):
    from tests.access.world import Role

    draft.title_language, draft.title_es = "es", "Mediadores"
    draft.save()
    manager = UserFactory(roles=[(Role.FOCAL_POINT, "GT")])
    changed = change_language(practice=draft, by=manager, language="fr")
    assert (changed.language_of("title"), changed.original("title")) == ("es", "Mediadores")
    changed = change_language(practice=changed, by=manager, language="es")
    assert (changed.title_language, changed.original("title")) == ("", "Mediadores")


def test_outsiders_change_no_language(client, draft):
    client.force_login(UserFactory())
    assert client.post(f"/en/practices/drafts/{draft.uuid}/language/", {"language": "fr"}).status_code == 404
    draft.refresh_from_db()
    assert draft.source_language == "en"

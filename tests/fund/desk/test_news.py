"""Approvers hear of submissions, preparers of returns, each in the own language."""

import pytest
from django.core import mail

from fund.services.deciding import return_draft
from network.notifications.kinds import find_kind
from tests.notifications.kinds import run_all

pytestmark = pytest.mark.django_db
WORDS = {
    "en": ("To be approved: A contribution", "Returned to you: A contribution"),
    "es": ("Por aprobar", "Se le devuelve"),
    "fr": ("À approuver", "Renvoyé"),
    "pt": ("aprovar", "Devolvido"),
}


def speaks(person, language):
    person.language = language
    person.save(update_fields=["language"])


@pytest.mark.parametrize("language", WORDS)
def test_submission_and_return_are_told_by_mail_with_the_way_to_the_draft(small_fund, language):
    speaks(small_fund.approver, language)
    speaks(small_fund.officer, language)
    draft = small_fund.draft(small_fund.contribution())
    run_all()
    return_draft(
        draft=draft,
        by=small_fund.approver,
        content_hash=bytes(draft.content_hash),
        reason="The letter says 1,500.",
    )
    run_all()
    submitted, returned = mail.outbox
    assert small_fund.approver.email in submitted.to[0]
    assert small_fund.officer.email in returned.to[0]
    for letter, words in zip((submitted, returned), WORDS[language], strict=True):
        assert words.split(":")[0] in letter.subject
        assert "A contribution" in letter.subject
        assert f"/{language}/" in letter.body
    for verb in ("fund.submitted", "fund.returned"):
        assert find_kind(verb).link(draft) == draft.get_absolute_url()
    assert "The letter says 1,500." in returned.body

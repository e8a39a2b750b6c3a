"""Files are handed out to those who may read the practice, in a way that runs nothing."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from practices.choices import PracticeState
from practices.services.materials import attach_file

from . import hostile


@pytest.fixture
def report(draft_of_guatemala, contributor_of_guatemala):
    """A PDF in the draft."""
    return attach_file(
        practice=draft_of_guatemala,
        by=contributor_of_guatemala,
        upload=ContentFile(hostile.pdf(), "informe.pdf"),
        name='informe "final"\r\nñ.pdf',
    )


def address(material):
    return reverse("practices:material", args=[material.uuid])


def test_the_authors_of_a_draft_open_its_files(client, report, contributor_of_guatemala):
    client.force_login(contributor_of_guatemala)
    answer = client.get(address(report))
    assert answer.status_code == 200
    assert b"".join(answer.streaming_content).startswith(b"%PDF")
    assert answer["Content-Type"] == "application/pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert answer["Content-Disposition"].startswith("inline")
    assert "\n" not in answer["Content-Disposition"]


@pytest.mark.parametrize("who", ["visitor", "member", "focal_point_of_chile", "screener"])
def test_nobody_else_learns_that_a_drafts_file_exists(client, report, who, request):
    user = request.getfixturevalue(who)
    if user.is_authenticated:
        client.force_login(user)
    assert client.get(address(report)).status_code == 404


def test_everyone_opens_the_files_of_a_published_practice(client, report, draft_of_guatemala):
    draft_of_guatemala.identifier, draft_of_guatemala.state = "GP-2026-0001", PracticeState.PUBLISHED
    draft_of_guatemala.published_at = draft_of_guatemala.created_at
    draft_of_guatemala.save()
    assert client.get(address(report)).status_code == 200


def test_a_table_is_saved_and_never_shown(client, draft_of_guatemala, contributor_of_guatemala):
    material = attach_file(
        practice=draft_of_guatemala,
        by=contributor_of_guatemala,
        upload=ContentFile(b"a;=1+1\n", "datos.csv"),
        name="datos.csv",
    )
    client.force_login(contributor_of_guatemala)
    answer = client.get(address(material))
    assert answer["Content-Disposition"] == 'attachment; filename="datos.csv"'
    assert answer["Content-Type"] == "text/csv; charset=utf-8"


def test_the_web_server_sends_the_bytes_where_it_can(client, report, contributor_of_guatemala, settings):
    settings.MEDIA_ACCEL_PREFIX = "/protected/"
    client.force_login(contributor_of_guatemala)
    answer = client.get(address(report))
    assert answer["X-Accel-Redirect"] == f"/protected/{report.file.name}"
    assert answer.content == b""

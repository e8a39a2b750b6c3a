"""Files beside drafts and agreements: checked, pinned, and handed out to the desk alone."""

from io import BytesIO

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from fund.models import Agreement, Attachment, DraftEntry
from network.choices import Role
from tests.factories import UserFactory
from tests.factories.fund import make_varied

from .conftest import sign_in

pytestmark = pytest.mark.django_db


def pdf(pages=1):
    out = BytesIO()
    with pikepdf.new() as document:
        for _page in range(pages):
            document.add_blank_page(page_size=(200, 200))
        document.save(out)
    return out.getvalue()


def upload(content=None, name="convenio.pdf"):
    return {"upload-file": SimpleUploadedFile(name, pdf() if content is None else content)}


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def page(small_fund, officer):
    """The address of a draft that the officer can still change."""
    draft = small_fund.draft(small_fund.contribution())
    officer.post(f"{draft.get_absolute_url()}take-back/")
    return draft.get_absolute_url()


def test_a_file_is_kept_and_the_drafts_fingerprint_covers_it(officer, page):
    before = bytes(DraftEntry.objects.get().content_hash)
    assert officer.post(f"{page}files/", upload()).status_code == 302
    draft, file = DraftEntry.objects.get(), Attachment.objects.get()
    assert draft.evidence == [{"name": "convenio.pdf", "sha256": file.sha256, "kind": "application/pdf"}]
    assert bytes(draft.content_hash) != before
    assert officer.post(f"/en/fund/desk/files/{file.public_id}/remove/").status_code == 302
    assert bytes(DraftEntry.objects.get().content_hash) == before


def test_saving_the_form_keeps_the_files(small_fund, officer, page):
    from .conftest import contribution

    officer.post(f"{page}files/", upload())
    officer.post(f"{page}edit/", contribution(small_fund, amount="7.00", key=None))
    draft = DraftEntry.objects.get()
    assert draft.leg_amounts == [700, -700]
    assert len(draft.evidence) == 1


def test_what_is_submitted_or_posted_keeps_its_files(small_fund, officer, approver, page):
    officer.post(f"{page}files/", upload())
    officer.post(f"{page}submit/")
    file = Attachment.objects.get()
    assert officer.post(f"/en/fund/desk/files/{file.public_id}/remove/").status_code == 422
    assert officer.post(f"{page}files/", upload(pdf(2))).status_code == 422
    assert Attachment.objects.count() == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "The file is empty."), (b"MZ program", "This file is a program"), (b"%PDF-1.7 broken", "damaged")],
)
def test_a_bad_file_is_refused_with_its_reason(officer, page, content, words):
    answer = officer.post(f"{page}files/", upload(content))
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert Attachment.objects.count() == 0


def test_the_same_file_twice_is_refused(officer, page):
    officer.post(f"{page}files/", upload())
    first = Attachment.objects.get()
    with first.file.open("rb") as stored:
        answer = officer.post(f"{page}files/", upload(stored.read()))
    assert "attached already" in answer.content.decode()
    assert Attachment.objects.count() == 1


def test_nothing_is_lost_when_no_file_is_chosen(officer, page):
    answer = officer.post(f"{page}files/", {})
    assert answer.status_code == 422
    assert "Choose a file first." in answer.content.decode()


def test_the_desk_reads_files_and_nobody_else(small_fund, officer, approver, auditor, page, client):
    officer.post(f"{page}files/", upload())
    place = f"/en/fund/desk/files/{Attachment.objects.get().public_id}/"
    for reader in (officer, approver, auditor):
        answer = reader.get(place)
        assert answer.status_code == 200
        assert answer["Content-Security-Policy"].startswith("sandbox")
        assert b"".join(answer.streaming_content).startswith(b"%PDF-")
    donor = sign_in(UserFactory(roles=[(Role.FOCAL_POINT, "CL")]))
    assert donor.get(place).status_code == 404
    assert client.get(place).status_code == 302
    other = sign_in(UserFactory(roles=[Role.FUND_OFFICER]))
    assert other.post(f"{place}remove/").status_code == 404
    assert other.post(f"{page}files/", upload()).status_code == 404
    assert Attachment.objects.count() == 1


def test_the_text_of_an_agreement_is_seen_beside_its_contributions(small_fund, officer, approver):
    make_varied(small_fund)
    agreement = Agreement.objects.get()
    place = f"/en/fund/desk/agreements/{agreement.pk}/"
    assert officer.post(f"{place}files/", upload(name="accord.pdf")).status_code == 302
    assert approver.post(f"{place}files/", upload()).status_code == 404
    assert "accord.pdf" in approver.get(place).content.decode()
    draft = DraftEntry.objects.filter(agreement=agreement).first()
    assert "accord.pdf" in approver.get(draft.get_absolute_url()).content.decode()
    file = Attachment.objects.get()
    assert officer.post(f"/en/fund/desk/files/{file.public_id}/remove/").status_code == 404


def test_where_the_portal_asks_for_a_document_none_is_submitted_without(small_fund, officer, page, settings):
    settings.FUND_EVIDENCE_REQUIRED = True
    answer = officer.post(f"{page}submit/")
    assert answer.status_code == 422
    assert "Attach the document that shows this first" in answer.content.decode()
    officer.post(f"{page}files/", upload())
    assert officer.post(f"{page}submit/").status_code == 302

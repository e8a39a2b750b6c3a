"""Files are known by their content: what could harm is refused with a clear message at the field."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from network.services.inspecting import RefusedFileError, check_file, safe_name
from practices.choices import Depth
from practices.models import Material

from . import hostile

REFUSED = [
    ("an executable renamed as PDF", "informe.pdf", lambda: hostile.PROGRAM, "program"),
    ("a script", "informe.txt", lambda: b"#!/bin/sh\nrm -rf /\n", "program"),
    ("a Linux program", "informe.docx", lambda: b"\x7fELF\x02\x01" + b"\x00" * 99, "program"),
    ("SVG with a script", "mapa.svg", lambda: hostile.SVG, "SVG"),
    ("SVG named as a picture", "mapa.png", lambda: hostile.SVG, "SVG"),
    ("SVG named as text", "mapa.txt", lambda: hostile.SVG, "SVG"),
    ("a web page", "informe.html", lambda: b"<html><script>x</script></html>", "PDF, DOCX"),
    ("a bomb in a document", "informe.docx", hostile.zip_bomb, "far too large"),
    ("thousands of entries", "informe.docx", hostile.many_entries, "far too large"),
    ("an archive", "todo.zip", lambda: hostile.zipped({"a.txt": b"a"}), "archive"),
    ("a document with macros", "informe.docx", lambda: hostile.docx(word__vbaProject_dot_bin=b"x"), "macros"),
    (
        "a document with a program",
        "informe.docx",
        lambda: hostile.docx(word__embeddings__a_dot_bin=b"x"),
        "other files",
    ),
    ("a PDF with JavaScript", "informe.pdf", hostile.pdf_with_script, "run something"),
    ("a PDF that starts a program", "informe.pdf", hostile.pdf_that_starts_a_program, "run something"),
    ("a PDF with a file inside", "informe.pdf", hostile.pdf_with_a_file_inside, "other files"),
    ("a PDF with a password", "informe.pdf", lambda: hostile.pdf(password="x"), "password"),
    ("a broken PDF", "informe.pdf", lambda: b"%PDF-1.7\n" + b"\x00\xff" * 200, "damaged"),
    ("a broken picture", "foto.jpg", lambda: b"\xff\xd8\xff\xe0" + b"\x00" * 99, "damaged"),
    ("a picture of 100 million points", "foto.png", hostile.huge_picture, "million points"),
    ("a cut archive", "informe.docx", lambda: hostile.docx()[:60], "damaged"),
    ("binary named as text", "datos.csv", lambda: b"a;b\n\x00\x01\x02", "not text"),
    (
        "an old Word document",
        "informe.doc",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600,
        "PDF, DOCX",
    ),
    ("nothing", "informe.pdf", lambda: b"", "empty"),
]
KEPT = [
    ("informe.pdf", hostile.pdf, "application/pdf", "informe.pdf"),
    ("informe.docx", hostile.docx, "wordprocessingml", "informe.docx"),
    ("datos.xlsx", hostile.xlsx, "spreadsheetml", "datos.xlsx"),
    ("foto.jpeg", lambda: hostile.picture("JPEG"), "image/jpeg", "foto.jpg"),
    ("foto.png", hostile.picture, "image/png", "foto.png"),
    ("notas.txt", lambda: "Señal: ñandú".encode(), "text/plain", "notas.txt"),
    ("notas.txt", lambda: "Señal: ñandú".encode("cp1252"), "text/plain", "notas.txt"),
    ("notas.txt", lambda: "Señal".encode("utf-16"), "text/plain", "notas.txt"),
    ("datos.csv", lambda: b'a;b\n=HYPERLINK("x");2\n', "text/csv", "datos.csv"),
    ("informe.exe", hostile.pdf, "application/pdf", "informe.pdf"),
]


@pytest.mark.parametrize(("what", "name", "make", "says"), REFUSED, ids=[row[0] for row in REFUSED])
def test_it_is_refused_and_the_message_says_why(what, name, make, says):
    with pytest.raises(RefusedFileError) as refusal:
        check_file(upload=ContentFile(make(), name), name=name)
    assert says in str(refusal.value)


@pytest.mark.parametrize(("name", "make", "media_type", "kept_as"), KEPT)
def test_it_is_kept_under_the_extension_of_its_content(name, make, media_type, kept_as):
    checked = check_file(upload=ContentFile(make(), name), name=name)
    assert media_type in checked.media_type
    assert safe_name(name, checked.extension) == kept_as


def test_a_picture_loses_its_place_and_camera():
    exif = Image.Exif()
    exif[0x010F] = "Camera of a person"
    content = hostile.picture("JPEG", exif=exif, comment=b"<script>")
    assert b"Camera of a person" in content
    kept = check_file(upload=ContentFile(content, "foto.jpg"), name="foto.jpg").content.read()
    assert b"Camera" not in kept
    assert b"<script>" not in kept
    assert Image.open(BytesIO(kept)).size == (40, 30)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Users\\Ana\\informe final.PDF", "informe final.pdf"),
        ("informe\u202efdp.exe", "informefdp.pdf"),
        ("a\r\nSet-Cookie: x", "aSet-Cookie_ x.pdf"),
        ('"><script>.pdf', "___script_.pdf"),
        ("...", "file.pdf"),
        ("é" * 400, "é" * 146 + ".pdf"),
    ],
)
def test_a_file_name_is_shown_without_what_could_deceive(given, kept):
    assert safe_name(given, ".pdf") == kept


@pytest.fixture
def attach(client, draft_of_guatemala, contributor_of_guatemala):
    """Send a file to the draft, a full record."""
    draft_of_guatemala.depth = Depth.FULL
    draft_of_guatemala.save()
    client.force_login(contributor_of_guatemala)

    def send(name, content, **fields):
        data = {"upload-file": SimpleUploadedFile(name, content), "upload-title": "El informe", **fields}
        return client.post(reverse("practices:material_add", args=[draft_of_guatemala.uuid]), data)

    return send


def test_a_refused_file_is_told_at_the_field_and_the_words_stay(attach, draft_of_guatemala):
    answer = attach("informe.pdf", hostile.PROGRAM)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "This file is a program, whatever its name says." in page
    assert 'id="id_upload-file_error"' in page
    assert 'value="El informe"' in page
    assert "<title>Error:" in page
    assert not draft_of_guatemala.materials.exists()


def test_a_kept_file_has_a_random_name_on_the_disk_and_its_own_name_for_people(attach, draft_of_guatemala):
    assert attach("../informe\u202e.pdf", hostile.pdf()).status_code == 302
    material = draft_of_guatemala.materials.get()
    assert material.file_name == "informe.pdf"
    assert "informe" not in material.file.name
    assert default_storage.exists(material.file.name)
    assert len(material.sha256) == 64
    assert material.title_es == "El informe"


def test_the_same_file_is_attached_once(attach, draft_of_guatemala):
    content = hostile.pdf()
    attach("a.pdf", content)
    answer = attach("b.pdf", content)
    assert answer.status_code == 422
    assert "attached already" in answer.content.decode()
    assert draft_of_guatemala.materials.count() == 1


def test_a_picture_without_words_for_it_is_asked_for_them(attach):
    answer = attach("foto.png", hostile.picture())
    assert answer.status_code == 422
    assert "Describe the picture in words" in answer.content.decode()


def test_a_file_of_200_megabytes_is_stopped_while_it_arrives(
    client, attach, draft_of_guatemala, tmp_path, settings
):
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    boundary = "----b"
    head = (
        f'--{boundary}\r\nContent-Disposition: form-data; name="upload-title"\r\n\r\nEl informe\r\n'
        f'--{boundary}\r\nContent-Disposition: form-data; name="upload-file"; filename="x.pdf"\r\n'
        "Content-Type: application/pdf\r\n\r\n%PDF-1.7\n"
    ).encode()
    tail = f"\r\n--{boundary}--\r\n".encode()
    stream = Stream(head, 200 * 1024 * 1024, tail, tmp_path)
    answer = client.generic(
        "POST",
        reverse("practices:material_add", args=[draft_of_guatemala.uuid]),
        b"",
        **{
            "wsgi.input": stream,
            "CONTENT_LENGTH": str(stream.length),
            "CONTENT_TYPE": f"multipart/form-data; boundary={boundary}",
        },
    )
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "The file is larger than 25 MB." in page
    assert 'value="El informe"' in page
    assert stream.most_on_disk < 27 * 1024 * 1024
    assert not list(tmp_path.iterdir())


class Stream:
    """A request's body that is made while it is read; watches what is on the disk meanwhile."""

    def __init__(self, head, size, tail, folder):
        self.parts, self.folder = [head, size, tail], folder
        self.length = len(head) + size + len(tail)
        self.most_on_disk = 0

    def read(self, size=-1):
        """The next piece."""
        self.most_on_disk = max(self.most_on_disk, sum(path.stat().st_size for path in self.folder.iterdir()))
        wanted = min(size if size > 0 else 65536, 65536)
        if isinstance(self.parts[0], int):
            made = min(wanted, self.parts[0])
            self.parts[0] -= made
            if not self.parts[0]:
                self.parts.pop(0)
            return b"x" * made
        piece, self.parts[0] = self.parts[0][:wanted], self.parts[0][wanted:]
        if not self.parts[0] and len(self.parts) > 1:
            self.parts.pop(0)
        return piece

    def readline(self, size=-1):
        """Not used by the parser of forms."""
        raise NotImplementedError


def test_a_removed_file_leaves_the_disk(
    client, attach, draft_of_guatemala, django_capture_on_commit_callbacks
):
    attach("informe.pdf", hostile.pdf())
    material = draft_of_guatemala.materials.get()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("practices:material_remove", args=[draft_of_guatemala.uuid, material.uuid]))
    assert not Material.objects.exists()
    assert not default_storage.exists(material.file.name)


def test_a_full_disk_is_said_and_the_draft_is_kept(attach, draft_of_guatemala, monkeypatch):
    def full(*args, **kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("django.core.files.storage.FileSystemStorage._save", full)
    answer = attach("informe.pdf", hostile.pdf())
    assert answer.status_code == 422
    assert "no room for files" in answer.content.decode()
    assert not draft_of_guatemala.materials.exists()

"""Files that must be refused, and some that must not."""

import zipfile
from io import BytesIO

import pikepdf
from PIL import Image

SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
PROGRAM = b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff\x00\x00" + b"\x00" * 500
WORD = (
    b'<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>'
    b"Mesas de di\xc3\xa1logo</w:t></w:r></w:p></w:body></w:document>"
)


def pdf(text: str = "Informe de evaluacion", *, password: str = "", **root: pikepdf.Object) -> bytes:
    """A PDF of one page with some text; `root` adds to its catalogue."""
    document = pikepdf.new()
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    page = document.add_blank_page(page_size=(300, 300))
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    page.Contents = document.make_stream(f"BT /F1 12 Tf 20 100 Td ({text}) Tj ET".encode())
    for name, value in root.items():
        document.Root[f"/{name}"] = value
    out = BytesIO()
    document.save(out, encryption=pikepdf.Encryption(owner=password, user=password) if password else None)
    return out.getvalue()


def pdf_with_script() -> bytes:
    """Runs JavaScript when it is opened."""
    return pdf(OpenAction=pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)")))


def pdf_that_starts_a_program() -> bytes:
    """Starts a program when it is opened."""
    return pdf(OpenAction=pikepdf.Dictionary(S=pikepdf.Name.Launch, F=pikepdf.String("cmd.exe")))


def pdf_with_a_file_inside() -> bytes:
    """Carries an attachment."""
    document = pikepdf.open(BytesIO(pdf()))
    document.attachments["x.exe"] = pikepdf.AttachedFileSpec(document, PROGRAM)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def zipped(entries: dict[str, bytes]) -> bytes:
    """An archive."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return out.getvalue()


def docx(document: bytes = WORD, **more: bytes) -> bytes:
    """A Word document, as far as readers look."""
    return zipped(
        {"[Content_Types].xml": b"<Types/>", "word/document.xml": document}
        | {name.replace("__", "/").replace("_dot_", "."): content for name, content in more.items()}
    )


def xlsx(text: str = "Homicidios") -> bytes:
    """A workbook with one text."""
    shared = f'<sst xmlns="s"><si><t>{text}</t></si></sst>'.encode()
    return zipped(
        {
            "[Content_Types].xml": b"<Types/>",
            "xl/workbook.xml": b"<workbook/>",
            "xl/sharedStrings.xml": shared,
        }
    )


def zip_bomb() -> bytes:
    """A "document" of 60 MB of nothing in a few kilobytes."""
    return docx(b"\x00" * 60_000_000)


def many_entries() -> bytes:
    """A "document" of thousands of entries."""
    return docx(**{f"word__{number}": b"" for number in range(3_500)})


def picture(kind: str = "PNG", size: tuple[int, int] = (40, 30), **save: object) -> bytes:
    """A picture."""
    out = BytesIO()
    Image.new("RGB", size, "teal").save(out, kind, **save)
    return out.getvalue()


def huge_picture() -> bytes:
    """A picture of 100 million points in some kilobytes."""
    out = BytesIO()
    Image.new("1", (10_000, 10_000)).save(out, "PNG")
    return out.getvalue()

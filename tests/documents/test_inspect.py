from __future__ import annotations

import os
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from desktop.documents import Reader, take_fingerprint
from desktop.errors import (
    DocumentDamaged,
    DocumentMissing,
    NotADocument,
    PasswordNeeded,
    PasswordWrong,
)
from desktop.model.document import DocumentKind, RenderRequest
from tests.documents.made import pdf, raw_pdf, text


def test_a_pdf_tells_pages_title_and_fingerprint(reader: Reader, tmp_path: Path) -> None:
    def titled(canvas: Canvas) -> None:
        canvas.setTitle("On  the Origin\nof Tests")

    path = pdf(tmp_path / "paper.pdf", titled, text("two"), text("three"))
    info = reader.inspect(path)
    assert (info.kind, info.page_count, info.encrypted) == (DocumentKind.PDF, 3, False)
    assert info.title == "On the Origin of Tests"
    assert info.fingerprint == take_fingerprint(path)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "BMP", "GIF", "TIFF"])
def test_pictures_are_told_by_content_whatever_their_name(
    reader: Reader, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "renamed.pdf"
    Image.new("RGB", (40, 30), "red").save(path, kind)
    info = reader.inspect(path)
    assert (info.kind, info.page_count) == (DocumentKind[kind], 1)
    assert reader.render(RenderRequest(path, 0, 40)).width == 40


def test_a_pdf_may_begin_with_other_bytes_and_have_another_name(
    reader: Reader, tmp_path: Path
) -> None:
    path = pdf(tmp_path / "a.pdf", text("one"))
    renamed = tmp_path / "a.jpg"
    renamed.write_bytes(b"\n\njunk of a mail program\n" + path.read_bytes())
    assert reader.inspect(renamed).kind is DocumentKind.PDF


@pytest.mark.parametrize(
    "data",
    [b"", b"just words\n", b"BMW is a maker of cars", b"\x00" * 5000, b"PK\x03\x04 a zip file"],
    ids=["empty", "text", "like a bitmap", "zeros", "zip"],
)
def test_junk_is_not_a_document(reader: Reader, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "junk.pdf"
    path.write_bytes(data)
    with pytest.raises(NotADocument):
        reader.inspect(path)


@pytest.mark.parametrize(
    "data",
    [b"%PDF-1.7\nand nothing else", b"\x89PNG\r\n\x1a\n\0\0", b"\xff\xd8\xff\xe0\0", b"GIF89a",
     b"II*\x00\xff\xff\xff\xff", b"RIFF\x10\0\0\0WEBPVP8 "],
    ids=["pdf", "png", "jpeg", "gif", "tiff", "webp"],
)  # fmt: skip
def test_a_known_format_that_breaks_off_is_damaged(
    reader: Reader, tmp_path: Path, data: bytes
) -> None:
    path = tmp_path / "broken"
    path.write_bytes(data)
    with pytest.raises(DocumentDamaged):
        reader.inspect(path)


def test_a_pdf_without_pages_is_damaged(reader: Reader, tmp_path: Path) -> None:
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"]
    with pytest.raises(DocumentDamaged):
        reader.inspect(raw_pdf(tmp_path / "empty.pdf", objects))


def test_what_is_not_there_or_not_a_file_is_missing(reader: Reader, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    for path in (tmp_path / "gone.pdf", tmp_path, tmp_path / "pipe.pdf", Path("a\0b")):
        with pytest.raises(DocumentMissing):
            reader.inspect(path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_a_file_that_may_not_be_read_says_so(reader: Reader, tmp_path: Path) -> None:
    path = pdf(tmp_path / "secret.pdf", text("one"))
    path.chmod(0)
    with pytest.raises(DocumentMissing, match="may not be read"):
        reader.inspect(path)


@pytest.mark.parametrize("strength", [40, 128])
def test_an_encrypted_pdf_wants_its_password(reader: Reader, tmp_path: Path, strength: int) -> None:
    lock = StandardEncryption("sésame", "owner", strength=strength)
    path = pdf(tmp_path / "locked.pdf", text("secret"), encrypt=lock)
    with pytest.raises(PasswordNeeded):
        reader.inspect(path)
    with pytest.raises(PasswordWrong):
        reader.inspect(path, password="Sésame")
    info = reader.inspect(path, password="sésame")
    assert (info.page_count, info.encrypted) == (1, True)
    request = RenderRequest(path, 0, 400, password="sésame")
    assert not reader.render(request).uniform
    assert reader.text_layer(path, 0, password="sésame").lines[0].text == "secret"
    with pytest.raises(PasswordNeeded):
        reader.render(RenderRequest(path, 0, 400))


def test_a_pdf_that_only_forbids_printing_opens_without_a_password(
    reader: Reader, tmp_path: Path
) -> None:
    lock = StandardEncryption("", "owner", canPrint=0)
    info = reader.inspect(pdf(tmp_path / "open.pdf", text("one"), encrypt=lock))
    assert info.encrypted


def test_a_file_that_changes_is_opened_again(reader: Reader, tmp_path: Path) -> None:
    path = pdf(tmp_path / "growing.pdf", text("one"))
    assert reader.inspect(path).page_count == 1
    pdf(path, text("one"), text("two"))
    assert reader.inspect(path).page_count == 2
    path.unlink()
    with pytest.raises(DocumentMissing):
        reader.render(RenderRequest(path, 0, 400))


def test_a_name_that_is_no_text_can_be_complained_about(reader: Reader, tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.pdf"))
    path.write_bytes(b"junk")
    with pytest.raises(NotADocument) as caught:
        reader.inspect(path)
    str(caught.value).encode("utf-8")

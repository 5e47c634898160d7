"""The core's sentences in the window's language, filled with the same names and numbers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from desktop.documents import complaints
from desktop.errors import DocumentMissing, UsageError
from desktop.export.atomic import explained
from desktop.ocr import faults
from desktop.ui.said import complaint, in_a_row, said
from tests.ui import core_sentences, linguist


@pytest.fixture(scope="module")
def translations(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("translations") / "zh.qm"
    linguist.release(linguist.FOLDER / linguist.CHINESE, file)
    return file


@pytest.fixture
def chinese(qapp: QApplication, translations: Path) -> Iterator[None]:
    translator = QTranslator()
    assert translator.load(str(translations))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def foreign(text: str) -> str:
    """The words of a text that are written in Latin letters."""
    return "".join(sign for sign in text if sign.isascii() and sign.isalpha())


def test_the_list_of_sentences_is_that_of_the_code() -> None:
    """If not: make translations."""
    written = core_sentences.TARGET.read_text(encoding="utf-8")
    assert written == core_sentences.module(core_sentences.collect())


def test_in_english_everything_is_said_as_the_core_says_it(qapp: QApplication) -> None:
    error = UsageError("“a.pdf” is empty.", "See whether it was copied completely.")
    assert complaint(error) == str(error)
    assert said("") == ""


@pytest.mark.usefixtures("chinese")
def test_names_and_numbers_stand_in_the_translation() -> None:
    error = complaints.page_too_slow(Path("/x/Größe “3”.pdf"), 6, 30.0)
    words = complaint(error)
    assert "Größe “3”.pdf" in words
    assert "7" in words
    assert "30" in words
    assert foreign(words.replace("Größe “3”.pdf", "")) == ""


@pytest.mark.usefixtures("chinese")
def test_a_server_is_named_in_chinese_too_wherever_it_stands() -> None:
    for error in (
        faults.not_understood("the server at 10.0.0.2:80", b"<html>"),
        faults.broken_off("the server at 10.0.0.2:80"),
    ):
        words = said(error.what)
        assert "10.0.0.2:80" in words
        assert foreign(words) in ("", "OCR")


@pytest.mark.usefixtures("chinese")
def test_a_full_disk_and_a_forbidden_folder_are_told_in_chinese(tmp_path: Path) -> None:
    full = explained(OSError(28, "No space left on device", str(tmp_path)))
    assert foreign(complaint(full)) == ""
    forbidden = explained(PermissionError(13, "Permission denied", "/srv/样.docx"))
    assert "/srv/样.docx" in complaint(forbidden)


@pytest.mark.usefixtures("chinese")
def test_two_sentences_in_one_are_both_translated() -> None:
    text = "No page could be read. “a.pdf” is not there any more."
    assert foreign(said(text).replace("a.pdf", "")) == ""


@pytest.mark.usefixtures("chinese")
def test_what_is_not_the_cores_stays_as_it_is() -> None:
    text = "CUDA error: out of cheese {0} %n."
    assert said(text) == text
    assert complaint(DocumentMissing("Nobody knows this.", "Nor that.")) == (
        "Nobody knows this. Nor that."
    )


@pytest.mark.usefixtures("chinese")
def test_a_name_that_looks_like_a_hole_is_no_hole() -> None:
    assert "{1} {0}.pdf" in said("“{1} {0}.pdf” is empty.")


def test_sentences_stand_in_a_row_with_blanks_where_their_script_has_them() -> None:
    assert in_a_row("One.", "", "Two.") == "One. Two."
    assert in_a_row("一。", "二。", "") == "一。二。"
    assert in_a_row("“a.pdf” is empty.", "看看它。", "(3)") == "“a.pdf” is empty. 看看它。(3)"
    assert in_a_row() == ""

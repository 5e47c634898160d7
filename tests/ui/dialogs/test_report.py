"""The report of a mistake: where it happened, and not a word of any document."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop import __version__
from desktop.errors import ExportError
from desktop.ui.dialogs.report import ReportDialog
from desktop.ui.dialogs.report_text import MOST_FRAMES, report
from tests.ui.dialogs.looking import nameless

SECRET = "The patient's name is Eleonora"


def parse(page: dict[str, str]) -> None:
    """Fail with the secret in the message, in a local value and in the cause."""
    try:
        page[SECRET]
    except KeyError as error:
        raise ValueError(f"cannot parse {page['text']!r}") from error


def raised(work: Callable[[], object] = lambda: parse({"text": SECRET})) -> Exception:
    """What ``work`` raises."""
    with pytest.raises((KeyError, ValueError, RuntimeError)) as caught:
        work()
    return caught.value


def test_the_report_says_where_and_what_kind_and_which_versions() -> None:
    text = report(raised())
    assert "ValueError" in text
    assert "caused by KeyError" in text
    assert f"{__name__}:" in text
    assert "in parse" in text
    assert f"Diptych {__version__}" in text
    assert f"Python {sys.version.split()[0]}" in text


def test_nothing_of_a_document_is_in_it() -> None:
    text = report(raised())
    assert "Eleonora" not in text
    assert "cannot parse" not in text
    assert "page[" not in text


def test_no_path_of_the_computer_is_in_it() -> None:
    text = report(raised())
    assert str(Path.home()) not in text
    assert str(Path(__file__).parent) not in text


def test_a_known_error_says_its_sentence_but_not_its_details() -> None:
    text = report(ExportError("There is no space.", "Make some.", details=SECRET))
    assert "desktop.errors.ExportError: There is no space." in text
    assert SECRET not in text


def test_what_was_handled_at_the_time_is_told_unless_it_was_said_not_to_matter() -> None:
    def failing() -> None:
        try:
            raise KeyError(SECRET)
        except KeyError:
            int(SECRET)

    def hushed() -> None:
        try:
            raise KeyError(SECRET)
        except KeyError:
            raise RuntimeError(SECRET) from None

    assert "while handling KeyError" in report(raised(failing))
    assert "KeyError" not in report(raised(hushed))


def test_an_endless_recursion_and_a_circle_of_causes_come_to_an_end() -> None:
    def deeper() -> None:
        deeper()

    text = report(raised(deeper))
    assert len(text.splitlines()) < MOST_FRAMES + 20
    assert "more" in text
    one, two = ValueError(), TypeError()
    one.__cause__, two.__cause__ = two, one
    assert report(one).count("ValueError") == 1


def test_the_dialog_copies_the_report(qtbot: QtBot) -> None:
    error = raised()
    dialog = ReportDialog(error)
    dialog.show()
    dialog.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied == dialog.details.toPlainText() == report(error)
    assert "Eleonora" not in copied
    assert nameless(dialog) == []
    dialog.close()

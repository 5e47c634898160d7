"""Documents coming in: folders, broken files, pasted images, passwords."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.errors import NotADocument, PasswordNeeded, UsageError
from desktop.ui.bridge import Bridge, Problem
from desktop.ui.intake import Intake, save_image
from desktop.ui.password import PasswordDialog
from desktop.ui.session import Session
from desktop.ui.text.copy_mime import empty_mime
from tests.bed.papers import written_pdf
from tests.cli.bed import pdf, picture


@pytest.fixture
def intake(qtbot: QtBot, bridge: Bridge, tmp_path: Path) -> Iterator[Intake]:
    """An intake over an empty window."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    yield Intake(bridge, Session(tmp_path / "config"), tmp_path / "pasted", window)
    QGuiApplication.clipboard().clear()


def names(bridge: Bridge) -> list[str]:
    """The library's documents in the order in which they were added."""
    return [job.path.name for job in sorted(bridge.library.jobs(), key=lambda job: job.job)]


def asked(qtbot: QtBot) -> PasswordDialog:
    """The password dialog, once it is there."""

    def there() -> PasswordDialog | None:
        shown = QApplication.topLevelWidgets()
        return next((w for w in shown if isinstance(w, PasswordDialog) and w.isVisible()), None)

    qtbot.waitUntil(lambda: there() is not None)
    dialog = there()
    assert dialog is not None
    return dialog


def answer(dialog: PasswordDialog, password: str) -> None:
    """Type a password and press the default button."""
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.setText(password)
    press(dialog, "&Open")


def press(dialog: PasswordDialog, text: str) -> None:
    """Press one of the dialog's buttons."""
    next(b for b in dialog.findChildren(QPushButton) if b.text() == text).click()


def test_a_folder_comes_in_in_natural_order_and_a_broken_file_holds_up_none(
    qtbot: QtBot, bridge: Bridge, intake: Intake, problems: list[Problem], tmp_path: Path
) -> None:
    folder = tmp_path / "scans"
    for number in (10, 2, 1):
        pdf(folder / f"scan{number}.pdf")
    (folder / "scan3.pdf").write_text("no PDF at all")
    intake.add([folder])
    qtbot.waitUntil(lambda: len(names(bridge)) == 3 and not intake.busy)
    assert names(bridge) == ["scan1.pdf", "scan2.pdf", "scan10.pdf"]
    (problem,) = problems
    assert isinstance(problem.error, NotADocument)
    assert problem.path == folder / "scan3.pdf"


def test_the_first_document_that_comes_in_is_shown(
    qtbot: QtBot, bridge: Bridge, intake: Intake, tmp_path: Path
) -> None:
    intake.add([pdf(tmp_path / "a.pdf"), pdf(tmp_path / "b.pdf")])
    qtbot.waitUntil(lambda: bridge.job is not None and not intake.busy)
    assert bridge.job is not None
    shown = bridge.library.job(bridge.job)
    assert shown is not None
    assert shown.path.name == "a.pdf"


def test_a_folder_without_documents_is_said_to_be_one(
    qtbot: QtBot, intake: Intake, problems: list[Problem], tmp_path: Path
) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "note.md").write_text("hello")
    intake.add([folder])
    qtbot.waitUntil(lambda: bool(problems))
    assert isinstance(problems[0].error, UsageError)
    assert "notes" in problems[0].error.what
    assert not intake.busy


def test_progress_counts_every_file_and_ends_at_nought(
    qtbot: QtBot, intake: Intake, tmp_path: Path
) -> None:
    told: list[tuple[int, int]] = []
    intake.progress.connect(lambda through, total: told.append((through, total)))
    intake.add([pdf(tmp_path / f"{n}.pdf") for n in range(3)])
    qtbot.waitUntil(lambda: told[-1:] == [(0, 0)])
    assert told == [(0, 3), (1, 3), (2, 3), (0, 0)]


def test_files_on_the_clipboard_are_added(
    qtbot: QtBot, bridge: Bridge, intake: Intake, tmp_path: Path
) -> None:
    content = empty_mime()
    content.setUrls([QUrl.fromLocalFile(str(picture(tmp_path / "a photo.png")))])
    QGuiApplication.clipboard().setMimeData(content)
    intake.paste()
    qtbot.waitUntil(lambda: names(bridge) == ["a photo.png"])


def test_an_image_on_the_clipboard_is_kept_as_a_dated_file_and_added(
    qtbot: QtBot, bridge: Bridge, intake: Intake, tmp_path: Path
) -> None:
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    image.setPixelColor(10, 20, QColor("red"))
    QGuiApplication.clipboard().setImage(image)
    intake.paste()
    qtbot.waitUntil(lambda: len(names(bridge)) == 1)
    (name,) = names(bridge)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\.png", name)
    kept = QImage(str(tmp_path / "pasted" / name))
    assert kept.pixelColor(10, 20) == QColor("red")
    assert [file.name for file in (tmp_path / "pasted").iterdir()] == [name]


def test_images_pasted_in_the_same_second_get_names_of_their_own(tmp_path: Path) -> None:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(QColor("blue"))
    assert len({save_image(image, tmp_path) for _ in range(3)}) == 3


def test_an_image_that_cannot_be_kept_is_a_problem_with_advice(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    with pytest.raises(UsageError, match="could not be saved"):
        save_image(image, tmp_path / "file" / "pasted")


def test_a_clipboard_of_text_adds_nothing_and_says_so(qtbot: QtBot, intake: Intake) -> None:
    QGuiApplication.clipboard().setText("just words")
    with qtbot.waitSignal(intake.notice):
        intake.paste()
    assert not intake.busy


def test_an_encrypted_document_asks_until_the_password_is_right(
    qtbot: QtBot, bridge: Bridge, intake: Intake, problems: list[Problem], tmp_path: Path
) -> None:
    intake.add([written_pdf(tmp_path / "secret.pdf", 1, password="opensesame")])
    first = asked(qtbot)
    answer(first, "wrong")
    qtbot.waitUntil(lambda: asked(qtbot) is not first)
    again = asked(qtbot)
    labels = " ".join(label.text() for label in again.findChildren(QLabel))
    assert "does not open" in labels
    answer(again, "opensesame")
    qtbot.waitUntil(lambda: names(bridge) == ["secret.pdf"])
    assert not problems


def test_a_password_that_opened_one_document_is_tried_on_the_next(
    qtbot: QtBot, bridge: Bridge, intake: Intake, tmp_path: Path
) -> None:
    intake.add([written_pdf(tmp_path / f"{n}.pdf", 1, password="same") for n in range(3)])
    answer(asked(qtbot), "same")
    qtbot.waitUntil(lambda: len(names(bridge)) == 3 and not intake.busy)


def test_a_document_that_is_skipped_stays_listed_and_the_next_one_comes_in(
    qtbot: QtBot, bridge: Bridge, intake: Intake, problems: list[Problem], tmp_path: Path
) -> None:
    secret = written_pdf(tmp_path / "secret.pdf", 1, password="x")
    intake.add([secret, pdf(tmp_path / "open.pdf")])
    press(asked(qtbot), "S&kip")
    qtbot.waitUntil(lambda: names(bridge) == ["open.pdf"] and not intake.busy)
    (problem,) = problems
    assert isinstance(problem.error, PasswordNeeded)
    assert problem.path == secret


def test_a_folder_of_encrypted_documents_can_be_skipped_with_one_answer(
    qtbot: QtBot, bridge: Bridge, intake: Intake, problems: list[Problem], tmp_path: Path
) -> None:
    secrets = [written_pdf(tmp_path / f"{n}.pdf", 1, password=f"p{n}") for n in range(3)]
    intake.add([*secrets, pdf(tmp_path / "open.pdf")])
    press(asked(qtbot), "Skip &All Encrypted")
    qtbot.waitUntil(lambda: names(bridge) == ["open.pdf"] and not intake.busy)
    assert [problem.path for problem in problems] == secrets


def test_a_recent_document_that_the_library_has_is_shown_and_not_read_again(
    qtbot: QtBot, bridge: Bridge, intake: Intake, tmp_path: Path
) -> None:
    first, second = pdf(tmp_path / "first.pdf"), pdf(tmp_path / "second.pdf")
    intake.add([first, second])
    qtbot.waitUntil(lambda: len(names(bridge)) == 2 and not intake.busy)
    intake.reopen(second)
    assert bridge.job is not None
    shown = bridge.library.job(bridge.job)
    assert shown is not None
    assert shown.path == second
    assert len(names(bridge)) == 2


def test_what_waits_can_be_stopped(
    qtbot: QtBot, bridge: Bridge, intake: Intake, tmp_path: Path
) -> None:
    intake.progress.connect(lambda through, total: intake.stop() if through == 2 else None)
    intake.add([pdf(tmp_path / f"{n}.pdf") for n in range(6)])
    qtbot.waitUntil(lambda: not intake.busy and len(names(bridge)) >= 2)
    assert len(names(bridge)) <= 3

"""Files dropped on whatever lies under the pointer."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsView,
    QLabel,
    QListView,
    QMainWindow,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.ui.drops import Drops, files_in

COPY = Qt.DropAction.CopyAction
LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def drag_over(target: QWidget, content: QMimeData) -> bool:
    """Drag something onto a widget; whether it would be taken."""
    place = target.rect().center()
    event = QDragEnterEvent(place, COPY, content, LEFT, NO_KEY)
    event.ignore()
    QApplication.sendEvent(target, event)
    return event.isAccepted()


def drop_on(target: QWidget, content: QMimeData) -> bool:
    """Let go of it; whether it was taken."""
    event = QDropEvent(QPointF(target.rect().center()), COPY, content, LEFT, NO_KEY)
    event.ignore()
    QApplication.sendEvent(target, event)
    return event.isAccepted()


def content_of(*paths: Path) -> QMimeData:
    """What a file manager drags."""
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return content


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    """A window with parts that take drops for themselves, and one that doesn't."""
    window = QMainWindow()
    middle = QWidget()
    layout = QVBoxLayout(middle)
    for part in (QPlainTextEdit(), QListView(), QGraphicsView(), QLabel("plain")):
        layout.addWidget(part)
    window.setCentralWidget(middle)
    qtbot.addWidget(window)
    window.show()
    return window


def test_files_dropped_on_any_part_are_taken_in_their_order(
    window: QMainWindow, tmp_path: Path
) -> None:
    drops = Drops(window)
    drops.watch()
    told: list[tuple[Path, ...]] = []
    drops.dropped.connect(told.append)
    files = (tmp_path / "2.pdf", tmp_path / "1.pdf")
    editor = window.findChild(QPlainTextEdit)
    listing, picture = window.findChild(QListView), window.findChild(QGraphicsView)
    assert editor is not None
    assert listing is not None
    assert picture is not None
    targets = (window, editor, editor.viewport(), listing.viewport(), picture.viewport())
    for target in targets:
        assert drag_over(target, content_of(*files))
        assert drop_on(target, content_of(*files))
    assert told == [files] * len(targets)
    assert editor.toPlainText() == ""


def test_a_veil_says_what_will_happen_and_goes_when_the_files_do(
    window: QMainWindow, tmp_path: Path
) -> None:
    drops = Drops(window)
    veil = next(w for w in window.findChildren(QWidget) if w.accessibleName() == "Drop to add")
    assert not veil.isVisible()
    drag_over(window, content_of(tmp_path / "a.pdf"))
    assert veil.isVisible()
    assert veil.size() == window.size()
    # From the next movement on the pointer is over the veil.
    drag_over(veil, content_of(tmp_path / "a.pdf"))
    QApplication.sendEvent(veil, QDragLeaveEvent())
    assert not veil.isVisible()
    told: list[tuple[Path, ...]] = []
    drops.dropped.connect(told.append)
    drag_over(window, content_of(tmp_path / "a.pdf"))
    assert drop_on(veil, content_of(tmp_path / "a.pdf"))
    assert not veil.isVisible()
    assert told == [(tmp_path / "a.pdf",)]


def test_text_that_is_dragged_stays_the_editors(window: QMainWindow) -> None:
    drops = Drops(window)
    drops.watch()
    editor = window.findChild(QPlainTextEdit)
    assert editor is not None
    words = QMimeData()
    words.setText("words")
    assert drag_over(editor.viewport(), words)
    assert drop_on(editor.viewport(), words)
    assert editor.toPlainText() == "words"


def test_addresses_of_the_web_are_no_files() -> None:
    content = QMimeData()
    content.setUrls([QUrl("https://example.org/a.pdf"), QUrl.fromLocalFile("/tmp/b.pdf")])
    assert files_in(content) == (Path("/tmp/b.pdf"),)

"""What is remembered, and what a broken file does: nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QLabel, QMainWindow, QSplitter
from pytestqt.qtbot import QtBot

from desktop.ui.session import FILE_NAME, RECENT, Session


def splitter(qtbot: QtBot) -> QSplitter:
    """Three parts, shown."""
    split = QSplitter(Qt.Orientation.Horizontal)
    for name in ("a", "b", "c"):
        split.addWidget(QLabel(name))
    split.resize(900, 200)
    qtbot.addWidget(split)
    split.show()
    return split


def test_what_was_kept_is_there_the_next_time(tmp_path: Path) -> None:
    session = Session(tmp_path)
    session.keep("place/page", 7)
    session.keep("name", "Bücher, viele; „alle“")
    session.write()
    again = Session(tmp_path)
    assert again.number("place/page", 0, low=0, high=100) == 7
    assert again.text("name") == "Bücher, viele; „alle“"


def test_parts_are_as_wide_as_they_were(qtbot: QtBot, tmp_path: Path) -> None:
    split = splitter(qtbot)
    split.setSizes([200, 500, 190])
    sizes = split.sizes()
    session = Session(tmp_path)
    session.keep_split("split", split)
    other = splitter(qtbot)
    other.setSizes([1, 1, 1])
    assert session.place_split("split", other)
    assert other.sizes() == sizes


def test_docks_come_back_where_they_were(qtbot: QtBot, tmp_path: Path) -> None:
    def window() -> tuple[QMainWindow, QDockWidget]:
        made = QMainWindow()
        dock = QDockWidget("dock", made)
        dock.setObjectName("dock")
        made.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
        qtbot.addWidget(made)
        return made, dock

    first, dock = window()
    first.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    session = Session(tmp_path)
    session.keep_window(first)
    second, dock = window()
    assert session.place_docks(second)
    assert second.dockWidgetArea(dock) is Qt.DockWidgetArea.RightDockWidgetArea


@pytest.mark.parametrize(
    "value",
    ["nonsense", "nan", "inf", "-5", "1e99", "", "@ByteArray(\\0\\0)", "@Invalid()", "@Size(1 2)"],
)
def test_a_number_that_makes_no_sense_is_the_usual_one(tmp_path: Path, value: str) -> None:
    (tmp_path / FILE_NAME).write_text(f"[place]\npage={value}\n", encoding="utf-8")
    assert Session(tmp_path).number("place/page", 3, low=0, high=100) == 3


@pytest.mark.parametrize(
    "content",
    [
        b"\x00\xff\xfe garbage \x80" * 50,
        b"[window\ngeometry=@@@\nlayout=AAAA\n[split]\nmain=1,2\n",
        b"[window]\ngeometry=AAAA\nlayout=bm9uc2Vuc2U=\n[split]\nmain=a,b,c\n",
        b"[window]\ngeometry=\xc3\x28\n[split]\nmain=0,0,0\nrecent=\\0\n",
        b"[split]\nmain=99999999999999999999,1,1\n",
    ],
)
def test_a_broken_file_is_as_if_it_were_not_there(
    qtbot: QtBot, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    session = Session(tmp_path)
    window = QMainWindow()
    qtbot.addWidget(window)
    assert not session.place_window(window)
    assert not session.place_docks(window)
    assert not session.place_split("split/main", splitter(qtbot))
    assert session.recent == ()


def test_a_folder_that_cannot_be_written_costs_only_the_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    session = Session(tmp_path / "file" / "config")
    session.keep("a", "b")
    session.write()
    assert session.text("a") == "b"


def test_recent_documents_are_newest_first_each_once_and_not_too_many(tmp_path: Path) -> None:
    session = Session(tmp_path)
    paths = [tmp_path / f"{number}.pdf" for number in range(RECENT + 3)]
    for path in (*paths, paths[5]):
        session.remember_document(path)
    session.write()
    recent = Session(tmp_path).recent
    assert len(recent) == RECENT
    assert recent[:2] == (paths[5], paths[-1])
    session.forget_documents()
    assert session.recent == ()

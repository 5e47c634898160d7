"""The source editor: every change stays in the block that it begins in."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QInputMethodEvent, QPalette, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.model.blocks import Label
from desktop.ui.text.source import SourceEditor
from desktop.ui.text.source_look import Look
from desktop.ui.text.source_margin import Margin

Key, Modifier = Qt.Key, Qt.KeyboardModifier
KEEP = QTextCursor.MoveMode.KeepAnchor


def show(editor: SourceEditor, *texts: str) -> list[int]:
    """Show texts; returns a list that grows by every block that is typed into."""
    editor.show_blocks(texts, [Look(Label.TEXT) for _ in texts])
    typed: list[int] = []
    editor.blocks.typed.connect(typed.append)
    return typed


def select(editor: SourceEditor, start: tuple[int, int], end: tuple[int, int]) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(editor.blocks.place(*start))
    cursor.setPosition(editor.blocks.place(*end), KEEP)
    editor.setTextCursor(cursor)


def paste(editor: SourceEditor, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    editor.paste()


def test_lines_that_are_typed_belong_to_their_block(editor: SourceEditor) -> None:
    typed = show(editor, "one", "two", "three")
    editor.go_to(1, 3)
    QTest.keyClicks(editor, "\rmore\r\rand")
    assert editor.blocks.texts() == ("one", "two\nmore\n\nand", "three")
    editor.go_to(1, 0)
    QTest.keyClicks(editor, "\r")
    assert editor.blocks.texts() == ("one", "\ntwo\nmore\n\nand", "three")
    assert set(typed) == {1}
    editor.go_to(2, 0)
    assert editor.current_block() == 2


@pytest.mark.parametrize(
    ("key", "modifier", "offset"),
    [
        (Key.Key_Backspace, Modifier.NoModifier, 0),
        (Key.Key_Backspace, Modifier.ControlModifier, 0),
        (Key.Key_Delete, Modifier.NoModifier, 3),
        (Key.Key_Delete, Modifier.ControlModifier, 3),
    ],
)
def test_deleting_stops_at_the_edges_of_a_block(
    editor: SourceEditor, key: Qt.Key, modifier: Qt.KeyboardModifier, offset: int
) -> None:
    typed = show(editor, "one", "two", "three")
    editor.go_to(1, offset)
    QTest.keyClick(editor, key, modifier)
    assert editor.toPlainText() == "one\ntwo\nthree"
    assert typed == []


def test_a_selection_over_blocks_is_deleted_in_each_and_they_stay_apart(
    editor: SourceEditor,
) -> None:
    typed = show(editor, "one", "two", "three")
    select(editor, (0, 1), (2, 2))
    QTest.keyClick(editor, Key.Key_Delete)
    assert editor.blocks.texts() == ("o", "", "ree")
    assert sorted(typed) == [0, 1, 2]
    assert (editor.current_block(), editor.textCursor().position()) == (0, 1)


def test_everything_can_be_selected_and_replaced_without_losing_a_block(
    editor: SourceEditor,
) -> None:
    show(editor, "one", "two", "three")
    editor.selectAll()
    QTest.keyClicks(editor, "new")
    assert editor.blocks.texts() == ("new", "", "")
    editor.go_to(2)
    QTest.keyClicks(editor, "third")
    assert editor.blocks.texts() == ("new", "", "third")


def test_pasted_text_goes_into_one_block(editor: SourceEditor) -> None:
    show(editor, "one", "two", "three")
    editor.go_to(1, 3)
    paste(editor, "\n\nnext\r\nlast")
    assert editor.blocks.texts() == ("one", "two\n\nnext\nlast", "three")
    select(editor, (0, 1), (1, 3))
    paste(editor, "X")
    assert editor.blocks.texts() == ("oX", "\n\nnext\nlast", "three")


def test_a_selection_over_blocks_is_copied_as_markdown(editor: SourceEditor) -> None:
    show(editor, "# one", "two\nlines", "three")
    select(editor, (0, 0), (2, 2))
    QTest.keyClick(editor, Key.Key_C, Modifier.ControlModifier)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "# one\n\ntwo\nlines\n\nth"
    assert bytes(data.data("text/markdown").data()).decode() == data.text()
    QTest.keyClick(editor, Key.Key_X, Modifier.ControlModifier)
    assert editor.blocks.texts() == ("", "", "ree")


def test_an_input_method_can_not_join_blocks(editor: SourceEditor) -> None:
    show(editor, "one", "two")
    select(editor, (0, 1), (1, 1))
    event = QInputMethodEvent()
    event.setCommitString("中文")
    QApplication.sendEvent(editor, event)
    assert editor.blocks.texts() == ("o中文", "wo")


def test_a_change_that_mixes_blocks_up_all_the_same_is_taken_back(
    qtbot: QtBot, editor: SourceEditor
) -> None:
    # What drags, programs and drivers may do without asking the editor.
    typed = show(editor, "one", "two", "three")
    cursor = QTextCursor(editor.document())
    cursor.setPosition(1)
    cursor.setPosition(editor.blocks.place(2, 2), KEEP)
    cursor.removeSelectedText()
    qtbot.waitUntil(lambda: editor.toPlainText() == "one\ntwo\nthree")
    assert editor.blocks.texts() == ("one", "two", "three")
    assert typed == []


def test_offsets_are_characters_also_beyond_the_first_plane(editor: SourceEditor) -> None:
    show(editor, "a😀b", "😀😀 end")
    editor.go_to(1, 3)
    QTest.keyClicks(editor, "the ")
    assert editor.blocks.texts() == ("a😀b", "😀😀 the end")
    editor.blocks.replace(1, "😀 the 😀 end")
    assert editor.blocks.texts() == ("a😀b", "😀 the 😀 end")
    editor.go_to(0, 2)
    QTest.keyClick(editor, Key.Key_Backspace)
    assert editor.blocks.text(0) == "ab"


@pytest.mark.parametrize(
    "texts", [("one\nline", "two"), ("", ""), ("x", "y\n\n"), ("", "two\nlines\nmore")]
)
def test_a_block_gets_another_text_and_the_others_stay(
    editor: SourceEditor, texts: Sequence[str]
) -> None:
    typed = show(editor, "before", texts[0], "after")
    editor.go_to(2, 3)
    editor.blocks.replace(1, texts[1])
    assert editor.blocks.texts() == ("before", texts[1], "after")
    assert editor.toPlainText() == f"before\n{texts[1]}\nafter"
    assert editor.current_block() == 2
    QTest.keyClicks(editor, "!")
    assert editor.blocks.texts() == ("before", texts[1], "aft!er")
    assert typed == [2]


def test_an_empty_page_can_not_be_typed_into(editor: SourceEditor) -> None:
    show(editor)
    QTest.keyClicks(editor, "x")
    paste(editor, "y")
    assert editor.toPlainText() == ""
    assert editor.current_block() == -1


def test_a_double_click_in_the_margin_activates_the_block(
    qtbot: QtBot, editor: SourceEditor
) -> None:
    show(editor, "one\ntwo\nthree", "four")
    margin = editor.findChild(Margin)
    assert margin is not None
    rect = editor.blockBoundingGeometry(editor.blocks.first_line(1))
    height = int(rect.center().y() + editor.contentOffset().y())
    with qtbot.waitSignal(editor.activated) as told:
        QTest.mouseDClick(margin, Qt.MouseButton.LeftButton, pos=QPoint(5, height))
    assert told.args == [1]


def test_hits_are_lit_and_the_one_looked_at_stands_out(editor: SourceEditor) -> None:
    show(editor, "one two one", "one")
    editor.set_marks([(0, 0, 3), (0, 8, 11), (1, 0, 3)], current=1)
    lit = editor.extraSelections()
    assert [selection.cursor.selectedText() for selection in lit] == ["one"] * 3
    colours = [selection.format.background().color().name() for selection in lit]
    assert colours[0] == colours[2] != colours[1]


def test_a_lit_block_is_painted_and_colours_follow_the_palette(
    qtbot: QtBot, editor: SourceEditor
) -> None:
    show(editor, "# one", "two")
    plain = editor.viewport().grab().toImage()
    editor.light(1)
    assert editor.viewport().grab().toImage() != plain
    assert not editor.highlighter.dark
    palette = editor.palette()
    palette.setColor(QPalette.ColorRole.Base, QColor("#101010"))
    editor.setPalette(palette)
    assert editor.highlighter.dark

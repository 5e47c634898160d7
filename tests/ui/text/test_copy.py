"""What is copied, and in which forms it is on the clipboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.assembly import assemble
from desktop.export.html_math import Formula
from desktop.model.blocks import Block, Label, PageResult
from desktop.model.geometry import Box
from desktop.ui.bridge import Bridge
from desktop.ui.text.copy_math import formula_html
from desktop.ui.text.copy_rich import copied
from desktop.ui.text.copy_table import tables_of
from desktop.ui.text.panel import TextPanel
from desktop.ui.text.panel_mode import Mode
from tests.ui.text.conftest import Read


def clipboard() -> QMimeData:
    return QGuiApplication.clipboard().mimeData()


def form(name: str) -> str:
    return bytes(clipboard().data(name).data()).decode()


@pytest.fixture(autouse=True)
def empty_clipboard(qapp: object) -> None:
    QGuiApplication.clipboard().clear()


def act(panel: TextPanel, name: str) -> None:
    next(action for action in panel.actions() if action.objectName() == name).trigger()


def test_a_page_is_copied_as_rich_text_with_words_and_markdown_beside_it(
    qtbot: QtBot, bridge: Bridge, panel: TextPanel, read: Read
) -> None:
    read()
    qtbot.waitUntil(lambda: panel.source.present() is not None)
    with qtbot.waitSignal(panel.notice):
        act(panel, "copy-page-rich")
    html = clipboard().html()
    assert "<h1" in html
    assert '<table border="1"' in html
    assert "<i>x</i><sup>2</sup>" in html
    assert "data:image/png;base64," in html
    assert "Another one, with x^2 in it." in clipboard().text()
    assert "# On Gardens" in form("text/markdown")
    assert "with $x^2$ in it." in form("text/markdown")


def test_a_page_is_copied_with_what_was_typed_just_now(
    qtbot: QtBot, bridge: Bridge, panel: TextPanel, read: Read
) -> None:
    read()
    panel.set_mode(Mode.SOURCE)
    qtbot.waitUntil(lambda: panel.editor.blocks.count == 6)
    panel.editor.go_to(1)
    QTest.keyClicks(panel.editor, "Mine: ")
    with qtbot.waitSignal(panel.notice):
        act(panel, "copy-page-markdown")
    assert "Mine: The first paragraph." in clipboard().text()
    assert not clipboard().hasHtml()
    with qtbot.waitSignal(panel.notice):
        act(panel, "copy-page-plain")
    assert "Mine: The first paragraph." in clipboard().text()
    assert "$" not in clipboard().text()


def test_a_whole_document_is_copied_page_after_page(
    qtbot: QtBot, bridge: Bridge, panel: TextPanel, read: Read
) -> None:
    read(3)
    with qtbot.waitSignal(panel.notice):
        act(panel, "copy-document-rich")
    assert clipboard().html().count("The first paragraph.") == 3
    assert clipboard().text().count("The last paragraph.") == 3
    assert "<img" not in clipboard().html()


def test_a_table_is_copied_for_a_spreadsheet_and_a_word_processor(
    qtbot: QtBot, bridge: Bridge, panel: TextPanel, read: Read
) -> None:
    read()
    qtbot.waitUntil(lambda: panel.source.present() is not None)
    panel.copy_block(3, "table")
    assert clipboard().text() == "Name\tValue\na\t1"
    assert form("text/tab-separated-values") == clipboard().text()
    assert ">Value</td>" in clipboard().html()
    panel.copy_block(3, "markdown")
    assert "| Name | Value |" in clipboard().text()


def test_a_figure_is_copied_as_a_picture(
    qtbot: QtBot, bridge: Bridge, panel: TextPanel, read: Read
) -> None:
    read()
    qtbot.waitUntil(lambda: panel.source.present() is not None)
    with qtbot.waitSignal(panel.notice):
        panel.copy_block(4, "")
    image = clipboard().imageData()
    assert isinstance(image, QImage)
    assert image.width() > 100
    assert image.height() > 50


def test_the_block_that_the_cursor_is_in_is_copied(
    qtbot: QtBot, bridge: Bridge, panel: TextPanel, read: Read
) -> None:
    read()
    panel.set_mode(Mode.SOURCE)
    qtbot.waitUntil(lambda: panel.editor.blocks.count == 6)
    panel.editor.go_to(2)
    act(panel, "copy-block-plain")
    assert clipboard().text() == "Another one, with x^2 in it."
    act(panel, "copy-block-rich")
    assert "<p" in clipboard().html()
    panel.copy_block(77, "rich")
    panel.copy_block(-1, "rich")
    assert "<p" in clipboard().html()


def test_tables_are_found_whichever_way_they_are_written() -> None:
    html = "<table><tr><td>a</td></tr></table> between <table><tr><td>b</td></tr></table>"
    assert [table.rows[0][0].text for table in tables_of(html)] == ["a", "b"]
    (table,) = tables_of("| a | b |\n|---|---|\n| 1 | **2** |")
    assert [[cell.text for cell in row] for row in table.rows] == [["a", "b"], ["1", "2"]]
    assert tables_of("no | table") == ()


def test_a_selection_over_blocks_is_copied_as_it_reads(
    qtbot: QtBot, bridge: Bridge, panel: TextPanel, read: Read
) -> None:
    read()
    panel.set_mode(Mode.SOURCE)
    qtbot.waitUntil(lambda: panel.editor.blocks.count == 6)
    rich = next(a for a in panel.actions() if a.objectName() == "copy-selection-rich")
    assert not rich.isEnabled()
    cursor = panel.editor.textCursor()
    cursor.setPosition(panel.editor.blocks.place(1, 4))
    cursor.setPosition(panel.editor.blocks.place(2, 23), QTextCursor.MoveMode.KeepAnchor)
    panel.editor.setTextCursor(cursor)
    assert rich.isEnabled()
    rich.trigger()
    assert clipboard().text() == "first paragraph.\n\nAnother one, with x^2"
    assert "<i>x</i><sup>2</sup>" in clipboard().html()


@pytest.mark.parametrize(
    ("tex", "expected"),
    [
        ("x^2", "<i>x</i><sup>2</sup>"),
        (r"\mathrm{H}_2\text{O and}", "H<sub>2</sub>O and"),
        (r"25^\circ", "25°"),
        ("a<-1", "<i>a</i> &lt; −1"),
        ("10^{-3}", "10<sup>−3</sup>"),
        (r"\frac{a}{b}<c", r"$\frac{a}{b}&lt;c$"),
        ("x^{y^z}", "$x^{y^z}$"),
        ("{x", "${x$"),
    ],
)
def test_simple_formulas_become_letters_and_others_stay_tex(tex: str, expected: str) -> None:
    assert formula_html(Formula(tex)) == expected


def test_html_for_a_word_processor_keeps_merged_cells_and_runs_nothing() -> None:
    table = (
        '<table><tr><td colspan="2" onclick="x()">a</td></tr><tr><td>b</td><td>c</td></tr></table>'
    )
    result = PageResult(
        0,
        (
            Block(Label.TABLE, table),
            Block(Label.TEXT, "<script>alert(1)</script> **b** <b>c</b>"),
            Block(Label.TEXT, "שלום עולם"),
            Block(Label.IMAGE, "", Box(0, 0, 1, 0.5)),
        ),
    )
    made = copied(assemble([result]))
    assert '<td colspan="2"' in made.html
    assert "onclick" not in made.html
    assert "<script>" not in made.html
    assert "<strong>b</strong>" in made.html
    assert '<p dir="rtl">שלום' in made.html
    assert "auto" not in made.html
    assert "<img" not in made.html

"""What is typed into the source is kept, taken back, and never overwritten."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.model.states import JobId, PageState
from desktop.service import Service
from desktop.ui.bridge import Bridge
from desktop.ui.text.source import SourceEditor
from desktop.ui.text.source_page import SourcePage
from tests.bed.services import paths_in
from tests.bed.standin import Rule, StandIn
from tests.conftest import wait_until
from tests.ui.text.conftest import REPLY, Read


def stored(bridge: Bridge, job: JobId, page: int = 0) -> list[str]:
    result = bridge.service.result(job, page)
    assert result is not None
    return [block.markdown for block in result.blocks]


def shown(qtbot: QtBot, editor: SourceEditor, count: int = 6) -> None:
    qtbot.waitUntil(lambda: editor.blocks.count == count)


def type_at_end(editor: SourceEditor, block: int, text: str) -> None:
    editor.go_to(block, len(editor.blocks.text(block)))
    QTest.keyClicks(editor, text)


def test_typing_is_saved_without_being_asked(
    qtbot: QtBot, bridge: Bridge, read: Read, source: SourcePage, editor: SourceEditor
) -> None:
    job = read()
    shown(qtbot, editor)
    type_at_end(editor, 1, " More.")
    assert source.edited() == {1}
    qtbot.waitUntil(lambda: stored(bridge, job)[1] == "The first paragraph. More.")
    qtbot.waitUntil(lambda: not source.keeper.pending(job, 0))
    look = editor.look(1)
    assert look is not None
    assert look.edited
    assert "edited" in look.tip
    assert editor.blocks.text(1) == "The first paragraph. More."


def test_who_types_without_a_pause_is_saved_meanwhile(
    qtbot: QtBot, bridge: Bridge, read: Read, source: SourcePage, editor: SourceEditor
) -> None:
    job = read()
    shown(qtbot, editor)
    editor.go_to(1)

    def typed_and_stored() -> bool:
        QTest.keyClicks(editor, "x")
        return stored(bridge, job)[1].startswith("x")

    qtbot.waitUntil(typed_and_stored)
    qtbot.waitUntil(lambda: not source.keeper.pending(job, 0))
    # One step to undo, however many saves it took.
    assert len(bridge.service.edits(job, 0)) == 1


def test_a_page_that_is_left_keeps_what_was_typed_last(
    qtbot: QtBot, bridge: Bridge, read: Read, source: SourcePage, editor: SourceEditor
) -> None:
    job = read(2)
    shown(qtbot, editor)
    type_at_end(editor, 5, " Quick!")
    bridge.choose(job, 1)
    qtbot.waitUntil(lambda: stored(bridge, job)[5] == "The last paragraph. Quick!")
    shown(qtbot, editor)
    assert stored(bridge, job, 1)[5] == "The last paragraph."
    bridge.choose(job, 0)
    qtbot.waitUntil(lambda: editor.blocks.count == 6 and editor.blocks.text(5).endswith("Quick!"))


def test_undo_goes_back_step_by_step_and_redo_forward(
    qtbot: QtBot, bridge: Bridge, read: Read, source: SourcePage, editor: SourceEditor
) -> None:
    job = read()
    shown(qtbot, editor)
    type_at_end(editor, 1, " One.")
    type_at_end(editor, 2, " Two.")
    QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: editor.blocks.text(2) == "Another one, with $x^2$ in it.")
    assert editor.blocks.text(1) == "The first paragraph. One."
    assert editor.current_block() == 2
    QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: editor.blocks.text(1) == "The first paragraph.")
    qtbot.waitUntil(lambda: not source.can_undo)
    assert source.reading.can_redo
    QTest.keyClick(
        editor,
        Qt.Key.Key_Z,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    qtbot.waitUntil(lambda: stored(bridge, job)[1] == "The first paragraph. One.")
    qtbot.waitUntil(lambda: editor.blocks.text(1) == "The first paragraph. One.")


def test_undo_works_after_the_program_was_started_again(
    qtbot: QtBot,
    tmp_path: Path,
    bridge: Bridge,
    read: Read,
    source: SourcePage,
    editor: SourceEditor,
) -> None:
    job = read()
    shown(qtbot, editor)
    type_at_end(editor, 1, " Kept.")
    bridge.choose(None)
    bridge.close()
    with Service(paths_in(tmp_path / "home")) as service:
        again = Bridge(service, bridge.preferences)
        other = SourceEditor(lambda label, dark: editor.label_colour(0))
        qtbot.addWidget(other)
        page = SourcePage(again, other)
        page.set_active(True)
        page.show_page(job, 0)
        shown(qtbot, other)
        assert other.blocks.text(1) == "The first paragraph. Kept."
        assert page.can_undo
        page.undo()
        qtbot.waitUntil(lambda: other.blocks.text(1) == "The first paragraph.")
        again.close()


def test_a_block_goes_back_to_its_recognised_text_and_that_can_be_undone(
    qtbot: QtBot, bridge: Bridge, read: Read, source: SourcePage, editor: SourceEditor
) -> None:
    job = read()
    shown(qtbot, editor)
    type_at_end(editor, 1, " Mine.")
    type_at_end(editor, 2, " Mine too.")
    source.put_back(1)
    qtbot.waitUntil(lambda: editor.blocks.text(1) == "The first paragraph.")
    assert source.edited() == {2}
    source.put_page_back()
    qtbot.waitUntil(lambda: not source.edited())
    qtbot.waitUntil(lambda: stored(bridge, job)[2] == "Another one, with $x^2$ in it.")
    source.undo()
    qtbot.waitUntil(lambda: editor.blocks.text(2).endswith("Mine too."))


def test_an_emptied_block_is_left_out_and_can_be_brought_back(
    qtbot: QtBot, bridge: Bridge, read: Read, source: SourcePage, editor: SourceEditor
) -> None:
    job = read()
    shown(qtbot, editor)
    editor.go_to(1)
    for _ in range(200):
        QTest.keyClick(editor, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: stored(bridge, job)[1] == "")
    assert stored(bridge, job)[2] == "Another one, with $x^2$ in it."
    look = editor.look(1)
    assert look is not None
    assert "left out" in look.hint
    source.put_back(1)
    qtbot.waitUntil(lambda: editor.blocks.text(1) == "The first paragraph.")


def test_a_page_that_is_read_again_keeps_what_was_typed_and_what_is_being_typed(
    qtbot: QtBot,
    bridge: Bridge,
    standin: StandIn,
    read: Read,
    source: SourcePage,
    editor: SourceEditor,
) -> None:
    job = read()
    shown(qtbot, editor)
    type_at_end(editor, 1, " Mine.")
    qtbot.waitUntil(lambda: not source.keeper.pending(job, 0))
    standin.set_rules([Rule(reply=REPLY.replace("paragraph", "chapter"))])
    bridge.service.retry(job, 0)
    qtbot.waitUntil(lambda: len(standin.requests()) == 2)
    QTest.keyClicks(editor, " And more")
    qtbot.waitUntil(lambda: len(bridge.service.recognitions(job, 0)) == 2)
    QTest.keyClicks(editor, ".")
    qtbot.waitUntil(lambda: stored(bridge, job)[1] == "The first paragraph. Mine. And more.")
    assert editor.blocks.text(1) == "The first paragraph. Mine. And more."
    # What nobody had touched is as it was read last.
    qtbot.waitUntil(lambda: editor.blocks.text(5) == "The last chapter.")
    qtbot.waitUntil(lambda: len(source.reading.stale) == 1)
    (stale,) = source.reading.stale
    assert stale.recognised is not None
    assert stale.recognised.markdown == "The first chapter."
    assert source.edited() == {1}


def test_typing_that_is_not_saved_yet_finds_its_block_in_another_reading(
    qtbot: QtBot,
    bridge: Bridge,
    standin: StandIn,
    read: Read,
    source: SourcePage,
    editor: SourceEditor,
) -> None:
    job = read()
    shown(qtbot, editor)
    more = "<|ref|>text<|/ref|><|det|>[[100, 10, 900, 40]]<|/det|>\nAn overlooked line.\n\n"
    standin.set_rules([Rule(reply=more + REPLY)])
    bridge.service.retry(job, 0)
    # The window's thread knows nothing of the new reading while it is being typed in.
    wait_until(lambda: len(bridge.service.recognitions(job, 0)) == 2)
    type_at_end(editor, 5, " Mine.")
    assert editor.blocks.count == 6
    shown(qtbot, editor, 7)
    qtbot.waitUntil(lambda: stored(bridge, job)[6] == "The last paragraph. Mine.")
    qtbot.waitUntil(lambda: editor.blocks.text(6) == "The last paragraph. Mine.")
    assert editor.blocks.text(0) == "An overlooked line."
    assert source.edited() == {6}


def test_a_page_that_is_being_read_again_can_be_corrected_and_chosen(
    qtbot: QtBot,
    bridge: Bridge,
    standin: StandIn,
    read: Read,
    source: SourcePage,
    editor: SourceEditor,
) -> None:
    job = read(2)
    shown(qtbot, editor)
    standin.set_rules([Rule(reply=REPLY, seconds=30.0)])
    bridge.service.retry(job, 0)
    qtbot.waitUntil(lambda: bridge.service.pages(job)[0].state is PageState.RUNNING)
    bridge.choose(job, 1)
    shown(qtbot, editor)
    bridge.choose(job, 0)
    shown(qtbot, editor)
    type_at_end(editor, 1, " Mine.")
    qtbot.waitUntil(lambda: not source.keeper.pending(job, 0))
    assert source.edited() == {1}
    bridge.service.cancel(job)


def test_text_that_can_not_be_stored_is_kept_shown_as_such_and_tried_again(
    qtbot: QtBot,
    tmp_path: Path,
    bridge: Bridge,
    read: Read,
    source: SourcePage,
    editor: SourceEditor,
) -> None:
    job = read(2)
    shown(qtbot, editor)
    told: list[object] = []
    bridge.unexpected.connect(told.append)
    library = paths_in(tmp_path / "home").database
    with closing(sqlite3.connect(library, isolation_level=None)) as other:
        other.execute(
            "CREATE TRIGGER broken BEFORE INSERT ON edits BEGIN SELECT RAISE(ABORT, 'no'); END"
        )
        type_at_end(editor, 1, " Mine.")
        qtbot.waitUntil(lambda: bool(told))
        qtbot.waitUntil(lambda: bool(source.keeper.unsaved(job, 0)))
        other.execute("DROP TRIGGER broken")
    # Shown as soon as the page was read again.
    qtbot.waitUntil(lambda: _unsaved(editor, 1))
    assert editor.blocks.text(1) == "The first paragraph. Mine."
    bridge.choose(job, 1)
    qtbot.waitUntil(lambda: stored(bridge, job)[1] == "The first paragraph. Mine.")
    qtbot.waitUntil(lambda: not source.keeper.unsaved(job, 0))


def _unsaved(editor: SourceEditor, block: int) -> bool:
    look = editor.look(block)
    return look is not None and look.unsaved

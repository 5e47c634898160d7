"""Whatever a person does in the source, blocks stay apart and the editor knows their texts."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.model.blocks import Label
from desktop.ui.text.source import SourceEditor
from desktop.ui.text.source_look import Look

Key, Modifier = Qt.Key, Qt.KeyboardModifier
Act = Callable[[SourceEditor], None]


def _press(key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> Act:
    return lambda editor: QTest.keyClick(editor, key, modifier)


def _type(text: str) -> Act:
    return lambda editor: QTest.keyClicks(editor, text)


def _paste(text: str) -> Act:
    def act(editor: SourceEditor) -> None:
        QGuiApplication.clipboard().setText(text)
        editor.paste()

    return act


def _select(start: float, end: float) -> Act:
    def act(editor: SourceEditor) -> None:
        last = editor.document().characterCount() - 1
        cursor = editor.textCursor()
        cursor.setPosition(round(start * last))
        cursor.setPosition(round(end * last), QTextCursor.MoveMode.KeepAnchor)
        editor.setTextCursor(cursor)

    return act


def _replace(block: int, text: str) -> Act:
    def act(editor: SourceEditor) -> None:
        number = block % editor.blocks.count
        editor.blocks.replace(number, text)
        # It tells nothing of itself; the test counts it as typed.
        editor.blocks.typed.emit(number)

    return act


def _begin_of(block: int) -> Act:
    return lambda editor: editor.go_to(block)


_CONTROL = Modifier.ControlModifier
_DELETIONS = [
    _press(key, modifier)
    for key in (Key.Key_Backspace, Key.Key_Delete)
    for modifier in (Modifier.NoModifier, _CONTROL)
]
_KEYS = [
    _press(Key.Key_Return),
    _press(Key.Key_Return, Modifier.ShiftModifier),
    _press(Key.Key_X, _CONTROL),
    _press(Key.Key_K, _CONTROL),
    _press(Key.Key_A, _CONTROL),
    _press(Key.Key_Home),
    _press(Key.Key_Up, Modifier.ShiftModifier),
    _press(Key.Key_Down, Modifier.ShiftModifier),
]
_SHARE = st.floats(0, 1)
_TEXT = st.text("ab \n*$😀中", max_size=6)
_ACTS = st.one_of(
    st.sampled_from(_KEYS),
    st.sampled_from(_DELETIONS),
    st.sampled_from(_DELETIONS),
    st.integers(0, 5).map(_begin_of),
    st.builds(_type, st.text("ab *", min_size=1, max_size=3)),
    st.builds(_paste, _TEXT),
    st.builds(_select, _SHARE, _SHARE),
    st.builds(_replace, st.integers(0, 5), _TEXT),
)


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(texts=st.lists(_TEXT, min_size=2, max_size=5), acts=st.lists(_ACTS, min_size=5, max_size=20))
def test_blocks_stay_apart_whatever_is_done(
    qapp: QApplication, texts: list[str], acts: list[Act]
) -> None:
    editor = SourceEditor(lambda label, dark: QColor("#3080c0"))
    editor.show_blocks(texts, [Look(Label.TEXT) for _ in texts])
    known = list(texts)
    editor.blocks.typed.connect(lambda block: known.__setitem__(block, editor.blocks.text(block)))
    for act in acts:
        act(editor)
        # Without the net that takes back what mixes blocks up: that would come later.
        assert editor.blocks.texts() == tuple(known)
        assert editor.toPlainText() == "\n".join(editor.blocks.texts())
        line = editor.document().begin()
        seen = []
        while line.isValid():
            seen.append(editor.blocks.block_at(line.position()))
            line = line.next()
        assert sorted(set(seen)) == list(range(len(texts)))
        assert seen == sorted(seen)
    editor.deleteLater()

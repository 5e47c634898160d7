"""A tour of everything that the window can show, with a look at every text and control."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from desktop.model.states import JobId
from desktop.ui.dialogs.about import AboutDialog
from desktop.ui.dialogs.export import ExportDialog
from desktop.ui.dialogs.report import ReportDialog
from desktop.ui.dialogs.settings import SettingsDialog
from desktop.ui.dialogs.shortcuts import ShortcutSheet
from desktop.ui.window import MainWindow
from tests.ui.dialogs.looking import nameless, words
from tests.ui.whole.player import Script, dialog, drop, press, say
from tests.ui.whole.scenes import alive, all_read, documents, workspace_of

#: What no report may tell.
SECRET = "the words of a confidential letter"


class Notes:
    """What was seen at each stop."""

    def __init__(self) -> None:
        self.words: dict[str, list[str]] = {}
        self.nameless: dict[str, list[str]] = {}

    def take(self, stop: str, widget: QWidget) -> None:
        """Look at a window and all that is in it."""
        self.words[stop] = sorted({text for text in words(widget) if text})
        self.nameless[stop] = [
            f"{type(part).__name__} in {type(part.parent()).__name__}"
            for part in nameless(widget)
            if part.isVisible() and not part.objectName().startswith("qt_")
        ]


def see_everything(window: MainWindow, folder: str) -> Script:
    """Every pane, dock and dialog; at the end a mistake of the program's own."""
    notes = Notes()
    notes.take("before", window)
    yield alive(window)
    workspace = workspace_of(window)
    yield lambda: window.commands.action("open").isEnabled()
    notes.take("empty", window)
    drop(window, [Path(folder)])
    yield all_read(window, 1)
    yield workspace.bar.isVisible
    for name in ("queue", "review", "servers", "problems"):
        workspace.docks.show(name)
        notes.take(name, window)
    for keys in ("F4", "F2", "Ctrl+F", "F2"):
        press(keys)
        notes.take(keys, window)
    for keys, kind in (
        ("Ctrl+E", ExportDialog),
        ("Ctrl+Comma", SettingsDialog),
        ("F1", ShortcutSheet),
    ):
        yield from _see(window, notes, partial(press, keys), kind)
    yield from _see(window, notes, window.commands.action("about").trigger, AboutDialog)
    say(words=notes.words, nameless=notes.nameless, **_actions(window))
    yield from _mistake(window)
    press("Ctrl+Q")
    yield lambda: False


def _see(
    window: MainWindow, notes: Notes, ask: Callable[[], object], kind: type[QDialog]
) -> Script:
    ask()
    yield lambda: dialog(kind)
    shown = dialog(kind)
    assert shown is not None
    notes.take(kind.__name__, shown)
    press("Escape")
    yield window.isActiveWindow


def _actions(window: MainWindow) -> dict[str, object]:
    """Every action with its text, its keys, and where it is found."""
    sheet = ShortcutSheet(window.commands, window)
    listed, in_menus = set(sheet.shown()), set(_in_menus(window))
    sheet.deleteLater()
    native = QKeySequence.SequenceFormat.PortableText
    return {
        "actions": [
            [
                action.objectName(),
                action.text(),
                [key.toString(native) for key in action.shortcuts()],
                action in in_menus,
            ]
            for action in window.findChildren(QAction)
            if action.objectName() and not action.objectName().startswith(("qt_", "_q_"))
        ],
        "sheet": sorted(listed),
    }


def _in_menus(window: MainWindow) -> list[QAction]:
    found: list[QAction] = []
    menus = [action.menu() for action in window.menuBar().actions()]
    while menus:
        menu = menus.pop()
        if isinstance(menu, QMenu):
            found += menu.actions()
            menus += [action.menu() for action in menu.actions()]
    return found


def _mistake(window: MainWindow) -> Script:
    """Something goes wrong in a slot, with words of a document in its message."""
    workspace = workspace_of(window)
    bridge = workspace.bridge

    def stumble(job: JobId | None, page: int) -> None:
        if page == 1:
            raise LookupError(SECRET)

    bridge.chosen.connect(stumble)
    press("Ctrl+PageDown")
    yield lambda: dialog(ReportDialog)
    shown = dialog(ReportDialog)
    assert shown is not None
    report = shown.details.toPlainText()
    press("Escape")
    yield window.isActiveWindow
    press("Ctrl+PageDown")
    yield lambda: bridge.page == 2
    (job,) = documents(window).values()
    say(report=report, goes_on=job.pages)

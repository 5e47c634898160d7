"""The actions of the text panel, for menus, for its own buttons, and for the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from desktop.ui.text.copy import CopyKind
from desktop.ui.text.panel_mode import Mode

if TYPE_CHECKING:
    from desktop.ui.text.panel import TextPanel


class PanelActions(QObject):
    """Every action of a panel by its name, in the order of the menus."""

    def __init__(self, panel: TextPanel) -> None:
        super().__init__(panel)
        self._panel = panel
        self._actions: dict[str, QAction] = {}
        self._add_edits()
        self._add_copies()
        self._add_finds()
        self._add_views()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def all(self) -> tuple[QAction, ...]:
        """Every action."""
        return tuple(self._actions.values())

    def named(self, beginning: str) -> list[QAction]:
        """The actions whose names begin so."""
        return [action for name, action in self._actions.items() if name.startswith(beginning)]

    def _add(
        self,
        name: str,
        text: str,
        slot: Callable[[], object],
        *keys: str,
        menu: str = "edit",
        checkable: bool = False,
    ) -> None:
        action = QAction(text, self)
        action.setObjectName(name)
        action.setProperty("menu", menu)
        action.setCheckable(checkable)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(lambda: slot())
        self._actions[name] = action

    def _add_edits(self) -> None:
        panel = self._panel
        source = panel.source
        self._add("text-undo", self.tr("&Undo"), source.undo, "Ctrl+Z")
        self._add("text-redo", self.tr("&Redo"), source.redo, "Ctrl+Shift+Z", "Ctrl+Y")
        self._add(
            "text-back-block",
            self.tr("Block &Back to Recognised Text"),
            lambda: source.put_back(panel.current_block()),
        )
        self._add(
            "text-back-page",
            self.tr("Page Back to Recognised Text…"),
            panel.ask_to_put_page_back,
        )
        self._add("text-compare", self.tr("Compare &Readings…"), panel.compare)

    def _add_copies(self) -> None:
        panel = self._panel
        for kind, text, keys in (
            (CopyKind.RICH, self.tr("Copy &Page"), ("Ctrl+Shift+C",)),
            (CopyKind.MARKDOWN, self.tr("Copy Page as &Markdown"), ("Ctrl+Alt+C",)),
            (CopyKind.PLAIN, self.tr("Copy Page as Plain &Text"), ()),
        ):
            self._add(f"copy-page-{kind.value}", text, partial(panel.copy_page, kind), *keys)
        for kind, text in (
            (CopyKind.RICH, self.tr("Copy Whole &Document")),
            (CopyKind.MARKDOWN, self.tr("Copy Whole Document as Markdown")),
            (CopyKind.PLAIN, self.tr("Copy Whole Document as Plain Text")),
        ):
            self._add(f"copy-document-{kind.value}", text, partial(panel.copy_document, kind))
        for kind, text in (
            (CopyKind.RICH, self.tr("Copy Selection as &Rich Text")),
            (CopyKind.PLAIN, self.tr("Copy Selection as Plain Te&xt")),
        ):
            self._add(f"copy-selection-{kind.value}", text, partial(panel.copy_selection, kind))
        for kind, text in (
            (CopyKind.BEST, self.tr("Copy &Block")),
            (CopyKind.RICH, self.tr("Copy Block as Rich Text")),
            (CopyKind.MARKDOWN, self.tr("Copy Block as Markdown")),
            (CopyKind.PLAIN, self.tr("Copy Block as Plain Text")),
        ):
            name = f"copy-block-{kind.value or 'best'}"
            self._add(name, text, partial(panel.copy_current_block, kind))

    def _add_finds(self) -> None:
        panel = self._panel
        self._add("find", self.tr("&Find…"), panel.open_find, "Ctrl+F")
        self._add("find-next", self.tr("Find &Next"), panel.find_bar.go_on, "F3")
        self._add("find-previous", self.tr("Find Pre&vious"), panel.find_bar.go_back, "Shift+F3")

    def _add_views(self) -> None:
        panel = self._panel
        for mode, text, keys in (
            (Mode.PAGE, self.tr("Text of This &Page"), ()),
            (Mode.SOURCE, self.tr("&Source of This Page"), ("F2",)),
            (Mode.DOCUMENT, self.tr("Text of the &Whole Document"), ("F4",)),
        ):
            slot = partial(panel.toggle, mode)
            self._add(f"text-{mode.value}", text, slot, *keys, menu="view", checkable=True)
        self._add(
            "text-to-page", self.tr("Show Block on the Pa&ge"), panel.show_block, "F7", menu="view"
        )

    def pop_up(self, place: QPoint) -> None:
        """Show the context menu of the source at a place of the screen."""
        panel, editor = self._panel, self._panel.editor
        menu = QMenu(panel)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addActions([self["text-undo"], self["text-redo"]])
        menu.addSeparator()
        selected = editor.textCursor().hasSelection()
        for words, slot, enabled in (
            (self.tr("Cu&t"), editor.cut, selected),
            (self.tr("&Copy"), editor.copy, selected),
            (self.tr("&Paste"), editor.paste, editor.canPaste()),
            (self.tr("Select &All"), editor.selectAll, True),
        ):
            menu.addAction(words, slot).setEnabled(enabled)
        menu.addActions(self.named("copy-selection-"))
        menu.addSeparator()
        menu.addActions(self.named("copy-block-"))
        menu.addSeparator()
        menu.addActions([self["text-to-page"], self["text-back-block"], self["text-back-page"]])
        menu.popup(place)

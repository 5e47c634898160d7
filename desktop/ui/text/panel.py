"""The right side of the window: the chosen page's text as it reads, its source, the document."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.model.find import Hit
from desktop.model.states import JobId
from desktop.ui.bridge import Bridge
from desktop.ui.colours import colour
from desktop.ui.dialogs.questions import confirm
from desktop.ui.text.copy import Copier, CopyKind
from desktop.ui.text.find import FindBar
from desktop.ui.text.panel_actions import PanelActions
from desktop.ui.text.panel_bar import PanelBar
from desktop.ui.text.panel_mode import Mode, PageView
from desktop.ui.text.source import SourceEditor
from desktop.ui.text.source_edits import selected_texts
from desktop.ui.text.source_page import SourcePage
from desktop.ui.text.versions import CompareDialog, VersionsStrip
from desktop.ui.text.view import RenderedView


class TextPanel(QWidget):
    """Shows, edits, finds and copies the text of what the bridge has chosen.

    ``mode_changed`` tells a new ``Mode``, ``notice`` something to say in the status line. Call
    ``flush`` before an export and before the bridge is closed. ``view`` is what ``make_view`` made;
    whoever owns the window warms it up and closes it down.
    """

    mode_changed = Signal(str)
    notice = Signal(str)

    def __init__(
        self,
        bridge: Bridge,
        parent: QWidget | None = None,
        *,
        make_view: Callable[[Bridge], PageView] = RenderedView,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("textPanel")
        self._bridge = bridge
        self.mode = Mode.PAGE
        self._block = -1
        self.view = make_view(bridge)
        self.editor = SourceEditor(colour)
        self.editor.setObjectName("source")
        self.source = SourcePage(bridge, self.editor)
        self.find_bar = FindBar(bridge)
        self.copier = Copier(bridge, self.source.keeper.pending_pages, self)
        self.copier.told.connect(self.notice)
        self.strip = VersionsStrip()
        self._actions = PanelActions(self)
        self._lay_out()
        self.editor.entered.connect(self._entered)
        self.editor.activated.connect(lambda block: bridge.activate(block, "text"))
        self.editor.menu_wanted.connect(self._actions.pop_up)
        self.editor.copyAvailable.connect(self._selected)
        self.strip.compare.connect(self.compare)
        self.source.changed.connect(self._refresh)
        self.find_bar.closed.connect(self._found_enough)
        self.find_bar.search.changed.connect(self._light_hits)
        self.find_bar.search.gone.connect(self._go_to)
        bridge.chosen.connect(self._chosen)
        bridge.block_pointed.connect(self._pointed)
        bridge.block_activated.connect(self._activated)
        self._chosen(bridge.job, bridge.page)

    # What it is made of.

    def _lay_out(self) -> None:
        self.stack = QStackedWidget()
        self.stack.addWidget(cast(QWidget, self.view))
        self.stack.addWidget(self.editor)
        self._bar = PanelBar(self._actions)
        self._bar.chosen.connect(lambda mode: self.set_mode(Mode(mode)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self.strip)
        column.addWidget(self.find_bar)
        column.addWidget(self.stack, 1)
        self.setFocusProxy(self.stack)

    def actions(self) -> list[QAction]:
        """Everything that can be done here, for the window's menus."""
        return list(self._actions.all())

    # What is shown.

    def set_mode(self, mode: Mode) -> None:
        """Show the page as it reads, its source, or the whole document."""
        if mode is self.mode:
            self._refresh()
            return
        self.mode = mode
        self.source.set_active(mode is Mode.SOURCE)
        self.stack.setCurrentIndex(1 if mode is Mode.SOURCE else 0)
        if mode is Mode.SOURCE:
            self._light_hits()
            if self._block >= 0:
                self.source.go_to(self._block)
            self.editor.setFocus()
        else:
            self._show_text()
        self._refresh()
        self.mode_changed.emit(mode.value)

    def toggle(self, mode: Mode) -> None:
        """Show the page as it reads if ``mode`` is shown, else show that."""
        self.set_mode(Mode.PAGE if self.mode is mode else mode)

    def _show_text(self) -> None:
        job, page = self._bridge.job, self._bridge.page
        if job is None:
            self.view.show_nothing()
        elif self.mode is Mode.DOCUMENT:
            self.view.show_document(job)
        else:
            self.view.show_page(job, page)

    @Slot(object, int)
    def _chosen(self, job: JobId | None, page: int) -> None:
        moved_on = job != self.source.job
        self._block = -1
        self.source.show_page(job, page)
        # In a whole document the view itself follows the page.
        if self.mode is Mode.PAGE or (self.mode is Mode.DOCUMENT and moved_on) or job is None:
            self._show_text()
        words = self.tr("Source of page %1").replace("%1", str(page + 1))
        self.editor.setAccessibleName(words if job is not None else self.tr("Source"))

    @Slot()
    def flush(self) -> None:
        """Save what was typed last; the bridge brings it to the store."""
        self.source.keeper.flush()

    @Slot()
    def _refresh(self) -> None:
        self._bar.show_mode(self.mode)
        for mode in Mode:
            self._actions[f"text-{mode.value}"].setChecked(mode is self.mode)
        source, some = self.source, self._bridge.job is not None
        self._actions["text-undo"].setEnabled(source.can_undo)
        self._actions["text-redo"].setEnabled(source.reading.can_redo)
        self._actions["text-back-page"].setEnabled(bool(source.edited()))
        for action in self._actions.named("copy-"):
            action.setEnabled(some)
        self._selected(self.mode is Mode.SOURCE and self.editor.textCursor().hasSelection())
        self._actions["text-back-block"].setEnabled(bool(source.edited()))
        stale = source.reading.stale
        self._actions["text-compare"].setEnabled(bool(stale))
        self.strip.show_edits(stale)
        if self.mode is Mode.SOURCE:
            self._light_hits()
        self.editor.setPlaceholderText(
            self.tr("This page has no text yet.") if some else self.tr("No page is chosen.")
        )

    @Slot(bool)
    def _selected(self, some: bool) -> None:
        for action in self._actions.named("copy-selection-"):
            action.setEnabled(some)

    # Pointing.

    def current_block(self) -> int:
        """The block that the person is at: the cursor's, or the one pointed at last; -1: none."""
        return self.editor.current_block() if self.mode is Mode.SOURCE else self._block

    @Slot(int)
    def _entered(self, block: int) -> None:
        look = self.editor.look(block)
        self.editor.setAccessibleDescription("" if look is None else look.tip)
        if self.editor.hasFocus():
            self._bridge.point(block, "text")

    @Slot(int, str)
    def _pointed(self, block: int, source: str) -> None:
        if block >= 0:
            self._block = block
        if source != "text":
            self.editor.light(block)

    @Slot(int, str)
    def _activated(self, block: int, source: str) -> None:
        self._block = block
        if source != "text" and self.mode is Mode.SOURCE:
            self.source.go_to(block)
            self.editor.light(block)

    @Slot()
    def show_block(self) -> None:
        """Bring the block that the person is at into view on the page."""
        if (block := self.current_block()) >= 0:
            self._bridge.activate(block, "text")

    # Going back.

    def ask_to_put_page_back(self) -> None:
        """Ask whether all of the person's text on the page is to go."""
        if number := len(self.source.edited()):
            confirm(
                self,
                title=self.tr("Back to Recognised Text"),
                text=self.tr("Show the recognised text of %n block(s) again?", "", number),
                explanation=self.tr("Undo brings your text back."),
                do_it=self.tr("&Show Recognised Text"),
                leave_it=self.tr("&Keep My Text"),
                agreed=self.source.put_page_back,
            )

    @Slot()
    def compare(self) -> None:
        """Show the person's texts beside those of a newer reading."""
        if stale := self.source.reading.stale:
            dialog = CompareDialog(stale, self)
            dialog.chosen.connect(self.source.choose_version)
            dialog.dismissed.connect(self.source.dismiss)
            dialog.open()

    # Copying.

    def copy_page(self, kind: CopyKind) -> None:
        """Copy the chosen page."""
        if self._bridge.job is not None:
            self.copier.page(self._bridge.job, self._bridge.page, kind)

    def copy_document(self, kind: CopyKind) -> None:
        """Copy the chosen document."""
        if self._bridge.job is not None:
            self.copier.document(self._bridge.job, kind)

    def copy_current_block(self, kind: CopyKind) -> None:
        """Copy the block that the person is at."""
        self.copy_block(self.current_block(), kind)

    def copy_selection(self, kind: CopyKind) -> None:
        """Copy what is selected in the source, as it reads."""
        result, cursor = self.source.present(), self.editor.textCursor()
        if result is not None and self.mode is Mode.SOURCE and cursor.hasSelection():
            self.copier.selection(result, selected_texts(cursor, self.editor.blocks), kind)

    @Slot(int, str)
    def copy_block(self, block: int, kind: str) -> None:
        """Copy a block of the chosen page; ``kind`` is a ``CopyKind``."""
        result = self.source.present()
        if result is not None and self._bridge.job is not None and 0 <= block < len(result.blocks):
            self.copier.block(self._bridge.job, result, block, CopyKind(kind))

    # Finding.

    @Slot()
    def open_find(self) -> None:
        """Show the find bar, with what is selected in it."""
        self.flush()
        cursor = self.editor.textCursor()
        picked = cursor.selectedText() if self.mode is Mode.SOURCE else ""
        self.find_bar.begin("" if "\u2029" in picked else picked)

    @Slot()
    def _found_enough(self) -> None:
        self.stack.setFocus()

    @Slot()
    def _light_hits(self) -> None:
        search = self.find_bar.search
        self.view.set_hits(search.hits, search.current)
        here = [hit for hit in search.hits if hit.page == self._bridge.page]
        current = search.current
        self.editor.set_marks(
            [(hit.block, hit.start, hit.end) for hit in here],
            here.index(current) if current is not None and current in here else -1,
        )

    @Slot(object)
    def _go_to(self, hit: Hit) -> None:
        if self.mode is Mode.SOURCE:
            self.source.go_to(hit.block, hit.start)
        self._bridge.activate(hit.block, "text")

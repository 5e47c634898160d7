"""The chosen page in the source editor: read, typed into, taken back, and never mixed up."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from desktop.model.blocks import Block, Label, PageResult
from desktop.model.states import JobId
from desktop.ui import colours
from desktop.ui.bridge import Bridge
from desktop.ui.text.source import SourceEditor
from desktop.ui.text.source_look import Look
from desktop.ui.text.source_reading import Reading, read
from desktop.ui.text.source_saving import TypingKeeper


class SourcePage(QObject):
    """Keeps the editor and the store's page in step.

    The editor shows what the store has as soon as nothing is under way; blocks with text that is
    not stored yet keep it. ``changed`` tells that the reading is new: what can be undone, which
    blocks are edited, which result is shown. While ``active`` is off (the editor is hidden) the
    editor is left alone. Placing the cursor in a block points at it, as "text".
    """

    changed = Signal()

    def __init__(self, bridge: Bridge, editor: SourceEditor) -> None:
        super().__init__(editor)
        self._bridge = bridge
        self._editor = editor
        self.keeper = TypingKeeper(bridge, self)
        self.job: JobId | None = None
        self.page = 0
        self.reading = Reading(None)
        self._active = False
        self._shown: tuple[JobId, int, int] | None = None
        self._follow = False
        self._goal: tuple[int, int] | None = None
        #: Texts that the reading does not have yet: typed since, or never stored.
        self._own: dict[int, str] = {}
        editor.blocks.typed.connect(self._typed)
        editor.undo_wanted.connect(self.undo)
        editor.redo_wanted.connect(self.redo)
        self.keeper.settled.connect(self._look_again)
        bridge.result_changed.connect(self._look_again)

    # What is shown.

    def show_page(self, job: JobId | None, page: int) -> None:
        """Look at another page; what was typed into the last one is saved."""
        self.keeper.flush()
        self.job, self.page = job, page
        self._follow, self._goal = False, None
        self._apply(Reading(None))
        self._read()

    def set_active(self, active: bool) -> None:
        """Fill the editor, or leave it as it is because nobody sees it."""
        self._active = active
        if active:
            self._fill()
        else:
            self.keeper.flush()

    @Slot(object, int)
    def _look_again(self, job: JobId, page: int) -> None:
        if (job, page) == (self.job, self.page):
            self._read()

    def _read(self) -> None:
        job, page, service = self.job, self.page, self._bridge.service
        if job is None or self.keeper.under_way(job, page):
            return

        def take(reading: Reading) -> None:
            # Read before the latest change was stored: another reading follows that one.
            if (job, page) == (self.job, self.page) and not self.keeper.under_way(job, page):
                self._take(job, page, reading)

        self._bridge.tasks.run(
            lambda _: read(service, job, page), done=take, key="source", urgent=True, owner=self
        )

    def _take(self, job: JobId, page: int, reading: Reading) -> None:
        other = self.reading.result is not None and reading.version != self.reading.version
        if other and self.keeper.pending(job, page):
            # What was typed belongs to the blocks that the person saw; the store finds its place
            # in the new reading. What can't be stored stays where it is.
            if not self.keeper.unsaved(job, page):
                self.keeper.flush()
            return
        self._apply(reading)

    def _apply(self, reading: Reading) -> None:
        self.reading = reading
        self._own = {} if self.job is None else self.keeper.pending(self.job, self.page)
        if self._active:
            self._fill()
        self.changed.emit()

    def _fill(self) -> None:
        """Bring the editor up to the reading."""
        result, job, page = self.reading.result, self.job, self.page
        if result is None or job is None:
            if self._shown is not None or self._editor.blocks.count:
                self._shown = None
                self._editor.show_blocks([], [])
            self._editor.setReadOnly(True)
            return
        texts = [self._own.get(i, block.markdown) for i, block in enumerate(result.blocks)]
        shown = (job, page, len(texts))
        same, self._shown = shown == self._shown, shown
        if same:
            self._update(texts)
            self._editor.set_looks(self._looks())
        else:
            self._editor.show_blocks(texts, self._looks())
        if self._goal is not None:
            self._editor.go_to(*self._goal)
            self._goal = None

    def _update(self, texts: list[str]) -> None:
        for block, text in enumerate(texts):
            if text != self._editor.blocks.text(block):
                end = self._editor.blocks.replace(block, text)[1]
                if self._follow:
                    cursor = self._editor.textCursor()
                    cursor.setPosition(end)
                    self._editor.setTextCursor(cursor)
        self._follow = False

    def _looks(self) -> list[Look]:
        result, job = self.reading.result, self.job
        if result is None or job is None:
            return []
        edited, unsaved = self.edited(), self.keeper.unsaved(job, self.page)
        return [
            self._look(block, edited=i in edited, unsaved=i in unsaved)
            for i, block in enumerate(result.blocks)
        ]

    def _look(self, block: Block, *, edited: bool, unsaved: bool) -> Look:
        name = colours.name(block.label)
        if unsaved:
            tip = self.tr("%1, edited, not saved yet").replace("%1", name)
        elif edited:
            tip = self.tr("%1, edited").replace("%1", name)
        else:
            tip = name
        hint = self._hint(block, edited=edited)
        return Look(block.label, tip, hint, edited=edited, unsaved=unsaved)

    def _hint(self, block: Block, *, edited: bool) -> str:
        if block.label is Label.IMAGE:
            return self.tr("A figure. What is typed here stands under it")
        if not edited:
            return self.tr("No text was found here")
        if block.label in (Label.EQUATION, Label.TABLE) and block.box is not None:
            return self.tr("Empty: exports have a picture of it instead")
        return self.tr("Empty: left out of exports")

    # What the person does.

    @Slot(int)
    def _typed(self, block: int) -> None:
        if self.job is None:
            return
        text = self._editor.blocks.text(block)
        self._own[block] = text
        self.keeper.typed(self.job, self.page, block, text, version=self.reading.version)
        look = self._editor.look(block)
        if look is not None and not look.edited:
            self._editor.set_looks(self._looks())
            self.changed.emit()

    @Slot()
    def undo(self) -> None:
        """Take back the page's last step."""
        if self.job is not None:
            self._follow = True
            self.keeper.undo(self.job, self.page)

    @Slot()
    def redo(self) -> None:
        """Bring back the step that was taken back last."""
        if self.job is not None:
            self._follow = True
            self.keeper.redo(self.job, self.page)

    @property
    def can_undo(self) -> bool:
        """Whether there is anything to take back."""
        return self.reading.can_undo or bool(self._own)

    def edited(self) -> frozenset[int]:
        """The blocks whose text is the person's, also where it is not stored yet."""
        return self.reading.edited | self._own.keys()

    def put_back(self, block: int) -> None:
        """Show a block as it was recognised."""
        if self.job is not None and block in self.edited():
            self.keeper.put_back(self.job, self.page, block, version=self.reading.version)

    def put_page_back(self) -> None:
        """Show all blocks as they were recognised."""
        for block in sorted(self.edited()):
            self.put_back(block)

    @Slot(int, bool)
    def choose_version(self, block: int, mine: bool) -> None:
        """Choose between the person's text of a block and that of a newer reading."""
        job, page, service = self.job, self.page, self._bridge.service
        if job is not None:
            change = service.keep_edit if mine else service.drop_edit
            self.keeper.change(job, page, lambda: change(job, page, block))

    @Slot(int)
    def dismiss(self, edit: int) -> None:
        """Give up a text of the person's that has no place in what is shown."""
        job, page, service = self.job, self.page, self._bridge.service
        if job is not None:
            self.keeper.change(job, page, lambda: service.dismiss_edit(job, page, edit))

    def present(self) -> PageResult | None:
        """The page as it is now, with what was typed last; ``None`` if it has no result."""
        result = self.reading.result
        if result is None:
            return None
        blocks = tuple(
            replace(block, markdown=self._own.get(index, block.markdown))
            for index, block in enumerate(result.blocks)
        )
        return replace(result, blocks=blocks)

    def go_to(self, block: int, offset: int = 0) -> None:
        """Put the editor's cursor into a block, now or as soon as the page is there."""
        if self._shown is not None:
            self._editor.go_to(block, offset)
        else:
            self._goal = (block, offset)

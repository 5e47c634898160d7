"""What a person typed, on its way to the store: soon, in order, and never forgotten."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.model.states import JobId
from desktop.ui.bridge import Bridge

#: How long after a keystroke it is saved at the latest, in milliseconds.
DELAY = 300
#: Typing in one block is one step to undo, until a pause of so many seconds, or after so many.
PAUSE, LONGEST = 1.0, 4.0


@dataclass(slots=True)
class _Page:
    """What is not known to be stored of one page, by block.

    ``unsent`` was typed since the last save, ``sent`` is under way or has ``failed``. ``steps`` are
    blocks whose next save begins a step to undo. ``changes`` counts what is under way.
    """

    unsent: dict[int, str] = field(default_factory=dict)
    sent: dict[int, str] = field(default_factory=dict)
    steps: set[int] = field(default_factory=set)
    changes: int = 0
    failed: bool = False
    version: int | None = None


class TypingKeeper(QObject):
    """Saves what is typed through the bridge; pages that are left behind too.

    ``settled`` tells a job and a page of which nothing is under way any more: what the store has
    is then newer than anything that was read before. What could not be saved is kept, and tried
    again with the next ``flush``.
    """

    settled = Signal(object, int)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._pages: dict[tuple[JobId, int], _Page] = {}
        self._last: tuple[JobId, int, int] | None = None
        self._typed_at = self._step_at = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY)
        self._timer.timeout.connect(self.flush)
        bridge.edit_saved.connect(self._saved)
        bridge.edit_failed.connect(self._not_saved)
        bridge.library.removed.connect(self._forget)

    def typed(self, job: JobId, page: int, block: int, text: str, *, version: int | None) -> None:
        """A block has a new text; ``version`` is the reading that it was typed into."""
        known = self._pages.setdefault((job, page), _Page())
        now = time.monotonic()
        if (
            self._last != (job, page, block)
            or now - self._typed_at > PAUSE
            or now - self._step_at > LONGEST
        ):
            known.steps.add(block)
            self._step_at = now
        self._last, self._typed_at = (job, page, block), now
        known.unsent[block] = text
        known.version = version
        if not self._timer.isActive():
            # Not started anew by every key: who types without a pause is saved all the same.
            self._timer.start()

    @Slot()
    def flush(self) -> None:
        """Hand everything that was typed to the bridge."""
        self._timer.stop()
        for (job, page), known in self._pages.items():
            if known.unsent:
                known.failed = False
            for block, text in known.unsent.items():
                known.changes += 1
                known.sent[block] = text
                self._bridge.edit(
                    job,
                    page,
                    block,
                    text,
                    continues=block not in known.steps,
                    version=known.version,
                )
            known.unsent = {}
            known.steps = set()

    def put_back(self, job: JobId, page: int, block: int, *, version: int | None) -> None:
        """Show a block as it was recognised."""
        self._begin(job, page)
        self._bridge.edit(job, page, block, None, version=version)

    def undo(self, job: JobId, page: int) -> None:
        """Take back the last step, also one that was typed just now."""
        self._begin(job, page)
        self._bridge.undo(job, page)

    def redo(self, job: JobId, page: int) -> None:
        """Bring back the step that was taken back last."""
        self._begin(job, page)
        self._bridge.redo(job, page)

    def change(self, job: JobId, page: int, work: Callable[[], object]) -> None:
        """Do something else that changes a page's text, in turn."""
        self._begin(job, page)
        self._bridge.change(job, page, work)

    def _begin(self, job: JobId, page: int) -> None:
        self.flush()
        self._last = None
        self._pages.setdefault((job, page), _Page()).changes += 1

    def pending(self, job: JobId, page: int) -> dict[int, str]:
        """The blocks of a page with text that is not known to be stored."""
        known = self._pages.get((job, page))
        return {} if known is None else {**known.sent, **known.unsent}

    def pending_pages(self, job: JobId) -> dict[int, dict[int, str]]:
        """The same for all pages of a job."""
        return {page: self.pending(job, page) for of, page in self._pages if of == job}

    def unsaved(self, job: JobId, page: int) -> frozenset[int]:
        """The blocks whose text could not be stored."""
        known = self._pages.get((job, page))
        return frozenset(known.unsent) if known is not None and known.failed else frozenset()

    def under_way(self, job: JobId, page: int) -> bool:
        """Whether anything of a page is being saved, undone or redone."""
        known = self._pages.get((job, page))
        return known is not None and known.changes > 0

    @Slot(object, int)
    def _saved(self, job: JobId, page: int) -> None:
        self._settle(job, page, failed=False)

    @Slot(object, int)
    def _not_saved(self, job: JobId, page: int) -> None:
        self._settle(job, page, failed=True)

    @Slot(object)
    def _forget(self, job: JobId) -> None:
        """Its document was removed, and what was typed into it with it."""
        for key in [key for key in self._pages if key[0] == job]:
            del self._pages[key]

    def _settle(self, job: JobId, page: int, *, failed: bool) -> None:
        known = self._pages.get((job, page))
        if known is None or not known.changes:
            return
        known.changes -= 1
        known.failed = known.failed or failed
        if known.changes:
            return
        if known.failed and known.sent:
            # Which of them it was does not matter: saving the same text again does no harm.
            known.unsent = {**known.sent, **known.unsent}
            known.steps |= set(known.sent)
        else:
            known.failed = False
        known.sent = {}
        if not known.unsent:
            del self._pages[job, page]
        self.settled.emit(job, page)

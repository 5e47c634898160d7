"""A page that was read more than once, and what a person had changed in it before."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.model.blocks import Block


@dataclass(frozen=True, slots=True)
class KeptEdit:
    """A person's text, beside what it was made of and what the newest reading says there.

    ``block`` is the index in the shown result of the block that has the text, -1 for a text that
    has no place in it (one that was typed into an older reading, late); ``markdown`` is that text.
    ``made_on`` is the block as it had been recognised when the text was made. ``recognised`` is the
    block of the newest reading in the same place; ``None`` if there is nothing like it. ``stale``
    says that these two differ and that the person has not chosen between them yet. ``id`` tells the
    edits of a library apart.
    """

    block: int
    markdown: str
    made_on: Block
    recognised: Block | None
    stale: bool
    id: int = 0


@dataclass(frozen=True, slots=True)
class Versions:
    """The readings of a page, counted from 1, and the person's text in it.

    ``shown`` is the reading that is shown with ``edits`` over it, ``newest`` the last one. They
    differ while the newest has no place for a text of the person's: ``recognised`` are always the
    blocks of the newest as they were recognised, ``beneath`` those of the shown one.
    ``can_undo`` and ``can_redo`` say whether ``undo`` and ``redo`` would do anything.
    """

    shown: int
    newest: int
    recognised: tuple[Block, ...]
    beneath: tuple[Block, ...]
    edits: tuple[KeptEdit, ...]
    can_undo: bool = False
    can_redo: bool = False

    @property
    def stale(self) -> tuple[KeptEdit, ...]:
        """The edits that the person should look at."""
        return tuple(edit for edit in self.edits if edit.stale)

    @property
    def edited(self) -> frozenset[int]:
        """The blocks of the shown result that have a person's text."""
        return frozenset(edit.block for edit in self.edits if edit.block >= 0)

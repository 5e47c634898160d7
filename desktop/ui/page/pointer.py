"""Which of several blocks under the pointer is meant."""

from __future__ import annotations


class Pointer:
    """The blocks at one place, the smallest first, and the one of them that is meant."""

    def __init__(self) -> None:
        self.stack: tuple[int, ...] = ()
        self._place = 0

    @property
    def block(self) -> int:
        """The block that is meant; -1 for none."""
        return self.stack[self._place] if self.stack else -1

    @property
    def last(self) -> bool:
        """Whether no further block lies under the one that is meant."""
        return self._place >= len(self.stack) - 1

    def over(self, stack: tuple[int, ...]) -> bool:
        """The pointer is over these now; whether another block is meant than before.

        While they stay the same, so does the one that was chosen among them.
        """
        before = self.block
        if stack != self.stack:
            self.stack, self._place = stack, 0
        return self.block != before

    def cycle(self) -> int:
        """Mean the next one, after the last the first again; the block that is meant now."""
        if self.stack:
            self._place = (self._place + 1) % len(self.stack)
        return self.block

    def leave(self) -> None:
        """The pointer is over nothing."""
        self.over(())

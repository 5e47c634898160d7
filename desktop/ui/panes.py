"""From pane to pane with one key."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


class Panes:
    """Moves the keyboard's focus around the visible panes, in a fixed order.

    A pane gets the focus where it last had it, else where it wants it, else on its first part
    that takes it.
    """

    def __init__(self, panes: Callable[[], Sequence[QWidget]]) -> None:
        self._panes = panes

    def go(self, step: int) -> None:
        """To the next pane (1) or the one before (-1)."""
        panes = [pane for pane in self._panes() if pane.isVisible() and _way_in(pane) is not None]
        if not panes:
            return
        focused = QApplication.focusWidget()
        here = next(
            (
                place
                for place, pane in enumerate(panes)
                if focused is not None and (pane is focused or pane.isAncestorOf(focused))
            ),
            None,
        )
        there = panes[(here + step) % len(panes) if here is not None else min(step, 0)]
        if (target := _way_in(there)) is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _way_in(pane: QWidget) -> QWidget | None:
    first = (pane.focusWidget(), pane.focusProxy(), pane)
    parts: list[QWidget | None] = [*first, *pane.findChildren(QWidget)]
    return next((part for part in parts if part is not None and _takes_focus(part)), None)


def _takes_focus(part: QWidget) -> bool:
    return (
        part.isVisible() and part.isEnabled() and bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
    )

"""The menu of documents that were opened last."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from desktop.ui.session import Session


class RecentMenu(QObject):
    """A submenu that is made anew each time it opens; ``choose`` takes what was chosen."""

    def __init__(self, session: Session, choose: Callable[[Path], None], window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._choose = choose
        self.menu = QMenu(self.tr("Open &Recent"), window)
        self.menu.setObjectName("menu-recent")
        self.menu.aboutToShow.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        self.menu.clear()
        recent = self._session.recent
        names = [path.name for path in recent]
        for place, path in enumerate(recent):
            # The folder is said where two documents have the same name.
            text = path.name if names.count(path.name) == 1 else f"{path.name} — {path.parent}"
            key = f"&{place + 1} " if place < 9 else ""
            action = self.menu.addAction(key + text.replace("&", "&&"))
            action.setToolTip(str(path))
            action.triggered.connect(lambda _=False, path=path: self._choose(path))
        self.menu.addSeparator()
        clear = self.menu.addAction(self.tr("&Clear This List"))
        clear.setEnabled(bool(recent))
        clear.triggered.connect(self._session.forget_documents)

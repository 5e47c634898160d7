"""What can be done with the page, as actions for the window's menus and the page's own bar."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from desktop.ui.mnemonics import bare
from desktop.ui.page.bar import PageBar
from desktop.ui.page.scale import Fit, stepped
from desktop.ui.page.signs import sign

if TYPE_CHECKING:
    from desktop.ui.page.panel import PagePanel


class PageCommands(QObject):
    """The actions by name. Single letters work only while the page has the keyboard's focus: they
    must not get in the way of who types elsewhere, or of who looks for a name in a list.
    """

    def __init__(self, panel: PagePanel) -> None:
        super().__init__(panel)
        self._panel = panel
        self._actions: dict[str, QAction] = {}
        self._signs: dict[str, str] = {}
        self._add_pages()
        self._add_zooms()
        self._add_boxes()

    def _add_pages(self) -> None:
        turning, view = self._panel.turning, self._panel.view
        add = partial(self._add, menu="page")
        turn = turning.turn
        back, on = partial(turn, -1), partial(turn, 1)
        add("page-previous", self.tr("&Previous Page"), back, "Ctrl+PgUp", picture="back")
        add("page-next", self.tr("&Next Page"), on, "Ctrl+PgDown", picture="on")
        add("page-first", self.tr("&First Page"), turning.first, "Alt+Home")
        add("page-last", self.tr("&Last Page"), turning.last, "Alt+End")
        add("page-go", self.tr("&Go to Page…"), self._panel.go_to, "Ctrl+G")
        add("block-next", self.tr("Next &Block"), partial(view.step, 1), "N", near=True)
        add("block-previous", self.tr("Previous Bloc&k"), partial(view.step, -1), "P", near=True)
        text = self.tr("L&ocate on the Page…")
        locate = add("page-locate", text, self._panel.locate_bar.open, "Ctrl+L", picture="locate")
        locate.setEnabled(False)

    def _add_zooms(self) -> None:
        view = self._panel.view
        add = partial(self._add, menu="view")
        add("zoom-in", self.tr("Zoom &In"), self._larger, "Ctrl++", "Ctrl+=", picture="in")
        add("zoom-out", self.tr("Zoom &Out"), self._smaller, "Ctrl+-", picture="out")
        add("zoom-real", self.tr("&Real Size"), partial(view.set_zoom, 1.0), "Ctrl+0")
        for name, text, fit, key, picture in (
            ("fit-width", self.tr("Fit &Width"), Fit.WIDTH, "Ctrl+1", "width"),
            ("fit-page", self.tr("Fit &Page"), Fit.PAGE, "Ctrl+2", "page"),
        ):
            # Chosen again while it holds, it goes on holding.
            slot = partial(self._hold, name, fit)
            add(name, text, slot, key, picture=picture, checkable=True)

    def _add_boxes(self) -> None:
        add = partial(self._add, menu="view", checkable=True, near=True)
        relook = self._panel.relook
        add("boxes", self.tr("&Boxes"), relook, "B", picture="boxes").setChecked(True)
        add("reading-order", self.tr("Reading Or&der"), relook, "R", picture="numbers")

    def _add(
        self,
        name: str,
        text: str,
        slot: Callable[[], object],
        *keys: str,
        menu: str,
        picture: str = "",
        checkable: bool = False,
        near: bool = False,
    ) -> QAction:
        action = QAction(text, self._panel)
        action.setObjectName(name)
        action.setProperty("menu", menu)
        action.setCheckable(checkable)
        action.setShortcuts([QKeySequence(key) for key in keys])
        if near:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self._panel.addAction(action)
        action.triggered.connect(lambda: slot())
        tip = bare(text)
        shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{tip} ({shown})" if shown else tip)
        self._actions[name] = action
        if picture:
            self._signs[name] = picture
            action.setIcon(sign(picture, self._panel.palette()))
        return action

    def _hold(self, name: str, fit: Fit) -> None:
        self._panel.view.set_fit(fit)
        self._actions[name].setChecked(True)

    def _larger(self) -> None:
        self._panel.view.set_zoom(stepped(self._panel.view.zoom, True))

    def _smaller(self) -> None:
        self._panel.view.set_zoom(stepped(self._panel.view.zoom, False))

    def fill(self, bar: PageBar) -> None:
        """Put the buttons of actions on the page's bar."""
        bar.fill(
            back=self["page-previous"],
            on=self["page-next"],
            smaller=self["zoom-out"],
            larger=self["zoom-in"],
            fits=(self["fit-width"], self["fit-page"]),
            more=(self["boxes"], self["reading-order"], self["page-locate"]),
        )

    def repaint(self) -> None:
        """Draw the signs in the palette's colours."""
        for name, picture in self._signs.items():
            self._actions[name].setIcon(sign(picture, self._panel.palette()))

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def all(self) -> list[QAction]:
        """Every action, in the order of the menus."""
        return list(self._actions.values())

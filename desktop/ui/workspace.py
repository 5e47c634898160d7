"""What fills the window once the core is there: panels, docks, status line, and their wires."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, cast

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop.errors import UsageError
from desktop.model.endpoint import BUILTIN
from desktop.model.states import JobId
from desktop.ui.bridge import Bridge
from desktop.ui.closing import Closing
from desktop.ui.docks import Docks
from desktop.ui.documents.panel import DocumentsPanel
from desktop.ui.intake import Intake
from desktop.ui.interrupted import Interrupted
from desktop.ui.memory import Memory
from desktop.ui.page.panel import PagePanel
from desktop.ui.panels.problem_bar import ProblemBar
from desktop.ui.panels.problem_panel import ProblemsPanel
from desktop.ui.panels.queue_panel import QueuePanel
from desktop.ui.panels.review_panel import ReviewPanel
from desktop.ui.panels.server_chip import ServerChip
from desktop.ui.panels.server_panel import ServerPanel
from desktop.ui.panes import Panes
from desktop.ui.recent import RecentMenu
from desktop.ui.refused import Refused
from desktop.ui.status import StatusLine
from desktop.ui.text.panel import TextPanel
from desktop.ui.text.view import RenderedView
from desktop.ui.window import MainWindow

Keys = QKeySequence.StandardKey


#: The least width of the documents, in logical pixels: one thumbnail and its neighbour's edge.
NARROWEST = 150


class Part(Protocol):
    """A room of the window that has actions for its menus."""

    def actions(self) -> list[QAction]: ...


class Workspace(QObject):
    """The living part of a window."""

    def __init__(self, window: MainWindow, bridge: Bridge, *, pasted: Path) -> None:
        super().__init__(window)
        self.window = window
        self.bridge = bridge
        self.session = window.session
        self.status = StatusLine(window.statusBar(), bridge)
        self.intake = Intake(bridge, self.session, pasted, window)
        self.interrupted = Interrupted(bridge, self.status, window)
        self.closing = Closing(bridge, window, window.leave)
        self._make_panels()
        self._make_actions()
        self.memory = Memory(
            window,
            bridge,
            documents=self.documents,
            page=self.page,
            text=self.text,
            docks=self.docks,
        )
        self.memory.restore()
        self._wire()

    def _make_panels(self) -> None:
        self.documents = DocumentsPanel(self.bridge)
        self.page = PagePanel(self.bridge)
        self.text = TextPanel(self.bridge)
        self.split = self.window.split
        self.documents.setMinimumWidth(NARROWEST)
        for panel, stretch in ((self.documents, 0), (self.page, 1), (self.text, 1)):
            self.split.addWidget(panel)
            self.split.setStretchFactor(self.split.count() - 1, stretch)
        self.queue = QueuePanel(self.bridge)
        self.review = ReviewPanel(self.bridge)
        self.servers = ServerPanel(self.bridge)
        self.problems = ProblemsPanel(self.bridge)
        self.chip = ServerChip(self.bridge)
        self.status.add(self.chip)
        self.bar = ProblemBar(self.bridge)
        self.window.middle.insertWidget(0, self.bar)
        self.docks = Docks(self.window, self.window.commands)
        self.panes = Panes(self._all_panes)

    @property
    def _parts(self) -> tuple[Part, ...]:
        """The rooms that hand over actions, in the order of their groups in the menus."""
        return (
            self.page,
            self.text,
            self.documents,
            self.queue,
            self.review,
            self.servers,
            self.problems,
        )

    def _all_panes(self) -> Sequence[QWidget]:
        shown = [self.documents, self.page, self.text] if self._full else [self.window.empty]
        return [*shown, *self.docks.visible()]

    @property
    def _full(self) -> bool:
        return self.window.stack.currentWidget() is self.split

    def _make_actions(self) -> None:
        window, commands = self.window, self.window.commands
        add = commands.add
        self.recent = RecentMenu(self.session, self.intake.reopen, window)
        commands.submenu("file", self.recent.menu)
        commands.separate("file")
        add("export", self.tr("&Export…"), "Ctrl+E", self._export, menu="file")
        add("shortcuts", self.tr("&Keyboard Shortcuts"), "F1", self._sheet, menu="help")
        commands.fold("copy-page", self.tr("Copy &Page"))
        commands.fold("copy-document", self.tr("Copy Whole &Document"))
        commands.fold("copy-block", self.tr("Copy &Block"))
        commands.fold("copy-selection", self.tr("Copy &Selection"))
        for part in self._parts:
            commands.adopt(part.actions())
        paste = self.tr("Paste as &New Document")
        add("paste", paste, Keys.Paste, self.intake.paste, menu="edit")
        chosen = self.tr("S&ettings…")
        settings = add("settings", chosen, "Ctrl+,", self._settings, menu="edit", last=True)
        settings.setMenuRole(settings.MenuRole.PreferencesRole)
        commands.separate("view")
        for name, title, key, panel in (
            ("queue", self.tr("&Queue"), "Alt+1", self.queue),
            ("review", self.tr("Needs &Review"), "Alt+2", self.review),
            ("servers", self.tr("Ser&vers"), "Alt+3", self.servers),
            ("problems", self.tr("Proble&ms"), "Alt+4", self.problems),
        ):
            self.docks.add(name, title, key, panel)
        commands.separate("view")
        add("next-pane", self.tr("&Next Pane"), "F6", lambda: self.panes.go(1), menu="view")
        back = self.tr("&Previous Pane")
        add("previous-pane", back, "Shift+F6", lambda: self.panes.go(-1), menu="view")
        full = add("full-screen", self.tr("F&ull Screen"), "F11", self._fill_screen, menu="view")
        full.setCheckable(True)
        title = self.tr("&About Diptych")
        about = add("about", title, None, self._about, menu="help", last=True)
        about.setMenuRole(about.MenuRole.AboutRole)

    def _wire(self) -> None:
        bridge, library = self.bridge, self.bridge.library
        self.intake.notice.connect(self.status.tell)
        for notice in (self.text.notice, self.review.notice, self.servers.notice):
            notice.connect(self.status.tell)
        self.intake.progress.connect(self._adding)
        self.page.copy_wanted.connect(self.text.copy_block)
        self.page.unlock_wanted.connect(self.interrupted.unlock)
        self.interrupted.unlocked.connect(self._unlocked)
        self.status.queue_wanted.connect(lambda: self.docks.show("queue"))
        self.documents.turned.connect(self._turned)
        self.review.count_changed.connect(self.status.show_reviews)
        self.problems.count_changed.connect(self.status.show_problems)
        self.problems.add_again.connect(self.intake.add)
        self.bar.add_again.connect(self.intake.add)
        self.bar.wanted.connect(self._show_problem)
        self.chip.wanted.connect(lambda: self.docks.show("servers"))
        self.status.review_wanted.connect(lambda: self.docks.show("review"))
        self.status.problems_wanted.connect(lambda: self.docks.show("problems"))
        bridge.preferences.changed.connect(self._choices_changed)
        self._choices_changed()
        self.refused = Refused(bridge, self.session, self)
        library.reset.connect(self._settle)
        library.added.connect(self._settle)
        library.removed.connect(self._removed)
        bridge.chosen.connect(self._chosen)
        if library.loaded:
            self._begin()
        else:
            library.reset.connect(self._begin, Qt.ConnectionType.SingleShotConnection)

    def _begin(self) -> None:
        """Show what the library has, and go on with it."""
        self._settle()
        self.interrupted.begin()
        if complaint := self.bridge.preferences.complaint:
            self.bridge.report(UsageError(complaint, self.tr("Choose again in the settings.")))

    # What is shown.

    def _settle(self, _: JobId | None = None) -> None:
        """Show the documents, or how to begin if there are none; at first the one of last time."""
        jobs = self.bridge.library.jobs()
        self._fill_middle(self.split if jobs else self.window.empty)
        self.session.keep("library", "full" if jobs else "")
        if not jobs:
            self.bridge.choose(None)
        elif self.bridge.job is None:
            self.bridge.choose(*self.memory.place())

    def _choices_changed(self) -> None:
        chosen = self.bridge.preferences.current.servers
        self.window.empty.show_local(local=all(address == BUILTIN for address in chosen))

    def _fill_middle(self, part: QWidget) -> None:
        """Show the documents or how to begin, and give it the keyboard if the other one had it."""
        stack, focused = self.window.stack, cast("QWidget | None", self.window.focusWidget())
        if part is stack.currentWidget():
            return
        follows = focused is None or stack.isAncestorOf(focused)
        if follows and focused is not None:
            # Else Qt hands it to whatever comes next, which takes letters away from their actions.
            focused.clearFocus()
        stack.setCurrentWidget(part)
        if follows:
            # Not to a list: that would choose its first line.
            (self.page if part is self.split else part).setFocus()

    def _removed(self, job: JobId) -> None:
        if job == self.bridge.job:
            jobs = self.bridge.library.jobs()
            self.bridge.choose(jobs[0].job if jobs else None)
        self._settle()

    def _chosen(self, job: JobId | None, page: int) -> None:
        summary = self.bridge.library.job(job) if job is not None else None
        self.window.setWindowTitle(f"{summary.path.name} — Diptych" if summary else "Diptych")
        self.window.drops.watch()

    def _show_problem(self, number: int) -> None:
        self.docks.show("problems")
        self.problems.show_entry(number)

    def _turned(self, job: JobId, pages: Sequence[int]) -> None:
        if job == self.bridge.job and self.bridge.page in pages:
            self.page.reload()

    def _unlocked(self, job: JobId) -> None:
        if job == self.bridge.job:
            self.page.reload()
            self.documents.reload()

    def _adding(self, through: int, total: int) -> None:
        if total <= 1:
            self.status.tell("")
            return
        self.status.tell(
            self.tr("Adding documents: {number} of {total}").format(
                number=through + 1, total=total
            ),
            answer=self.tr("Stop"),
            do=self.intake.stop,
        )

    # Windows of their own; they are imported when somebody wants them.

    def _export(self) -> None:
        from desktop.ui.dialogs.export import ExportDialog

        self.text.flush()
        ExportDialog(self.bridge, parent=self.window).show()

    def _sheet(self) -> None:
        from desktop.ui.dialogs.shortcuts import ShortcutSheet

        ShortcutSheet(self.window.commands, self.window).show()

    def _settings(self) -> None:
        from desktop.ui.dialogs.settings import SettingsDialog

        SettingsDialog(self.bridge, self.window).show()

    def _about(self) -> None:
        from desktop.ui.dialogs.about import AboutDialog

        AboutDialog(self.window).open()

    def _fill_screen(self) -> None:
        self.window.setWindowState(self.window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def warm_up(self) -> None:
        """Start what is slow to start and not needed for the first picture.

        WebEngine, and the processes that open documents for whoever looks at them.
        """
        self.bridge.tasks.run(lambda cancel: self.bridge.service.warm_up(cancel=cancel))
        if isinstance(self.text.view, RenderedView):
            once = Qt.ConnectionType.SingleShotConnection
            self.text.view.settled.connect(self.window.drops.watch, once)
            self.text.view.warm_up()

    def close(self) -> None:
        """Save what was typed last, and end what the parts have running."""
        self.text.flush()
        if isinstance(self.text.view, RenderedView):
            self.text.view.close_down()

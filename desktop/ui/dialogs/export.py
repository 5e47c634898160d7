"""The dialog that makes files of documents, while the window goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QProgressBar, QVBoxLayout, QWidget

from desktop.errors import Cancelled, KnownError
from desktop.model.cancel import CancelToken
from desktop.model.states import JobId
from desktop.model.summary import JobSummary
from desktop.service import Service
from desktop.ui.bridge import Bridge
from desktop.ui.dialogs import export_run
from desktop.ui.dialogs.export_form import ExportForm
from desktop.ui.dialogs.export_plan import Gaps, Wish, finished
from desktop.ui.dialogs.export_result import ExportResult
from desktop.ui.dialogs.export_run import Ahead, Outcome
from desktop.ui.dialogs.parts import Notice, Tone, plain_buttons
from desktop.ui.said import complaint, in_a_row

#: Progress is shown in steps of a thousandth.
STEPS = 1_000
#: How often it is looked at, in milliseconds.
PAUSE = 50


@dataclass(slots=True)
class _Running:
    """An export, as its thread and the window's both see it."""

    jobs: Sequence[JobSummary]
    wish: Wish
    share: float = 0.0
    broken: bool = False

    def work(self, service: Service, cancel: CancelToken) -> Outcome:
        """Do it, in a thread."""
        try:
            return export_run.run(service, self.jobs, self.wish, cancel=cancel, progress=self._take)
        except (Cancelled, KnownError):
            raise
        except Exception:
            self.broken = True
            raise

    def _take(self, share: float) -> None:
        self.share = share


class ExportDialog(QDialog):
    """Exports the document that is looked at, ``jobs``, or all that are finished.

    It holds nothing up: the window can be used, and what is exported is what there is when it
    begins. Cancelling keeps the files that are whole. ``exported`` carries the paths.
    """

    exported = Signal(object)

    def __init__(
        self, bridge: Bridge, jobs: Sequence[JobId] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._token: CancelToken | None = None
        self._running: _Running | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(PAUSE)
        self._clock.timeout.connect(self._tick)
        self.setWindowTitle(self.tr("Export"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = ExportForm(bridge.preferences.current, self._choices(jobs))
        self.pages_notice = Notice()
        self.files_notice = Notice()
        self.bar = QProgressBar()
        self.bar.setRange(0, STEPS)
        self.bar.setAccessibleName(self.tr("Progress of the export"))
        self.bar.hide()
        self.result_view = ExportResult()
        self.buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        self.start = self.buttons.addButton(self.tr("&Export"), role.AcceptRole)
        self.stop = self.buttons.addButton(self.tr("&Cancel Export"), role.ActionRole)
        self.leave = self.buttons.addButton(QDialogButtonBox.StandardButton.Close)
        plain_buttons(self.buttons)
        self.start.clicked.connect(self._begin)
        self.stop.clicked.connect(self._cancel)
        self.leave.clicked.connect(self.close)
        layout = QVBoxLayout(self)
        for part in (
            self.form,
            self.pages_notice,
            self.files_notice,
            self.bar,
            self.result_view,
            self.buttons,
        ):
            layout.addWidget(part)
        # Not earlier: a button is the default of the dialog that it is in by then.
        self.start.setDefault(True)
        self.setMinimumWidth(560)
        self.form.changed.connect(self._look)
        self.stop.hide()
        self._look()

    def _choices(
        self, jobs: Sequence[JobId]
    ) -> tuple[Sequence[JobSummary], Sequence[JobSummary], Sequence[JobSummary]]:
        library = self._bridge.library
        known = {job.job: job for job in library.jobs()}
        seen = self._bridge.job if len(jobs) != 1 else jobs[0]
        this = [known[seen]] if seen is not None and seen in known else []
        some = [known[job] for job in jobs if job in known]
        return this, some, finished(library.jobs())

    @property
    def busy(self) -> bool:
        """Whether an export is under way."""
        return self._clock.isActive()

    # Before.

    def _look(self) -> None:
        """Say what would happen; which files exist is looked up in the background."""
        if self.busy:
            return
        missing = self.form.missing()
        self.start.setEnabled(not missing)
        self.files_notice.say(missing)
        if missing:
            self.pages_notice.say("")
        service, jobs, wish = self._bridge.service, self.form.jobs, self.form.wish
        self._bridge.tasks.run(
            lambda _: None if missing else export_run.look(service, jobs, wish),
            done=self._preview,
            key="export: look",
            urgent=True,
            owner=self,
        )

    def _preview(self, ahead: Ahead | None) -> None:
        if self.busy or ahead is None:
            return
        self._warn_of_gaps(ahead.gaps)
        if not ahead.due:
            self.start.setEnabled(False)
            self.files_notice.say(self.tr("No page is read yet."))
            return
        replaced = [path for due in ahead.due for path in due.replaced]
        if replaced:
            names = ", ".join(path.name for path in replaced[:3])
            text = self.tr("%n existing file(s) will be replaced: {names}", "", len(replaced))
            more = " …" if len(replaced) > 3 else ""
            self.files_notice.say(text.format(names=names + more), Tone.WARNING)
            return
        made = [path for due in ahead.due for path in due.files]
        if len(ahead.due) == 1:
            names = ", ".join(path.name for path in made)
            text = self.tr("Makes {names} in {folder}.")
            self.files_notice.say(text.format(names=names, folder=made[0].parent))
        else:
            self.files_notice.say(self.tr("Makes %n file(s).", "", len(made)))

    def _warn_of_gaps(self, gone: Gaps) -> None:
        said = []
        if gone.failed:
            said.append(
                self.tr("%n page(s) could not be read and will be missing.", "", gone.failed)
            )
        if gone.cancelled:
            said.append(
                self.tr("%n page(s) were cancelled and will be missing.", "", gone.cancelled)
            )
        if gone.unread:
            said.append(
                self.tr("%n page(s) are not read yet and will be missing.", "", gone.unread)
            )
        self.pages_notice.say(in_a_row(*said), Tone.WARNING)

    # Under way.

    def _begin(self) -> None:
        jobs, wish = self.form.jobs, self.form.wish
        self._bridge.preferences.update(
            export_formats=tuple(format.value for format in wish.formats),
            export_folder=wish.folder,
            export_marginalia=wish.assembly.keep_marginalia,
            export_join=wish.assembly.join,
            export_page_marks=wish.assembly.page_marks,
        )
        self._set_running(running=True)
        self._running = _Running(jobs, wish)
        self._clock.start()
        self._tick()

    def _tick(self) -> None:
        """Begin when all edits are in the library; then show how far it is.

        The thread that exports leaves word in a plain object: the dialog may be gone by then.
        """
        running = self._running
        if running is None:
            return
        if self._token is None and not self._bridge.saving:
            service = self._bridge.service
            self._token = self._bridge.tasks.run(
                lambda cancel: running.work(service, cancel),
                done=self._ended,
                failed=self._failed,
                owner=self,
            )
        self.bar.setValue(round(running.share * STEPS))
        if running.broken:
            # A mistake of the program's; its report comes by the way of all reports.
            self._over()
            text = self.tr(
                "The export failed: Diptych made a mistake. Files that are whole were kept."
            )
            self.files_notice.say(text, Tone.ERROR)

    def _set_running(self, *, running: bool) -> None:
        self.bar.setValue(0)
        self.bar.setVisible(running)
        self.form.setEnabled(not running)
        self.start.setVisible(not running)
        self.stop.setVisible(running)
        self.leave.setVisible(not running)
        if running:
            self.result_view.hide()
            self.pages_notice.say("")
            self.files_notice.say(self.tr("Exporting…"))
            self.stop.setFocus()

    def _cancel(self) -> None:
        if self._token is not None:
            self._token.cancel()
        self._over()
        self.files_notice.say(self.tr("The export was cancelled. Files that are whole were kept."))

    def _ended(self, outcome: Outcome) -> None:
        self._over()
        self.files_notice.say("")
        self.result_view.show_outcome(outcome)
        self.result_view.files.setFocus()
        if outcome.written:
            self.exported.emit(outcome.written)

    def _failed(self, error: KnownError) -> None:
        self._over()
        self.files_notice.say(complaint(error), Tone.ERROR)

    def _over(self) -> None:
        self._clock.stop()
        self._token = self._running = None
        self._set_running(running=False)

    # The end.

    def reject(self) -> None:
        """Escape stops an export first, and closes when there is none."""
        if self.busy:
            self._cancel()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """An export ends with its dialog."""
        self._clock.stop()
        if self._token is not None:
            self._token.cancel()
            self._token = None
        super().closeEvent(event)

"""How documents come in: dropped, pasted, chosen in a dialog, or from the recent ones."""

from __future__ import annotations

import contextlib
from collections import deque
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from desktop.errors import KnownError, PasswordNeeded, PasswordWrong, UsageError
from desktop.model.cancel import CancelToken
from desktop.model.states import JobId
from desktop.ui.bridge import Bridge
from desktop.ui.choices import conversion_options
from desktop.ui.drops import files_in
from desktop.ui.password import SKIP_ALL, PasswordDialog
from desktop.ui.session import Session

#: How long new jobs are gathered before the library is read again, in milliseconds.
GATHER = 150
_ENDINGS = "*.pdf *.png *.jpg *.jpeg *.webp *.bmp *.gif *.tif *.tiff"


class Intake(QObject):
    """Adds documents one after the other, in natural order, and asks for passwords.

    ``progress`` carries how many of how many files are through; ``(0, 0)`` means that all are.
    A file that can't be added becomes a problem and holds up none of the others. Passwords that
    opened a document are tried on the next ones and kept in memory only. ``pasted`` is the folder
    for images from the clipboard.
    """

    progress = Signal(int, int)
    added = Signal(object)
    #: One sentence for the status line.
    notice = Signal(str)

    def __init__(self, bridge: Bridge, session: Session, pasted: Path, window: QWidget) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._session = session
        self._pasted = pasted
        self._window = window
        self._waiting: deque[Path] = deque()
        self._collecting = 0
        self._busy = False
        self._through = 0
        self._total = 0
        self._skip_encrypted = False
        self._passwords: list[str] = []
        self._show: JobId | None = None
        self._show_next = False
        self._tokens: list[CancelToken] = []
        self._refresh = QTimer(self)
        self._refresh.setSingleShot(True)
        self._refresh.setInterval(GATHER)
        self._refresh.timeout.connect(lambda: bridge.library.refresh())
        bridge.library.added.connect(self._show_first)

    # Ways in.

    def add(self, paths: Sequence[Path]) -> None:
        """Add files, and all documents of folders, behind those that are being added."""
        if not paths:
            return
        self._show_next = self._show_next or not self.busy
        self._collecting += 1
        token = self._bridge.tasks.run(
            lambda _: self._bridge.service.collect(paths),
            done=lambda found: self._collected(paths, found),
            failed=lambda error: self._not_collected(error, paths),
        )
        self._tokens.append(token)

    def paste(self) -> None:
        """Add the files or the image that the clipboard has."""
        clipboard = QGuiApplication.clipboard()
        content = clipboard.mimeData()
        if paths := files_in(content):
            self.add(paths)
        elif content.hasImage() and not (image := clipboard.image()).isNull():
            self._bridge.tasks.run(
                lambda _: save_image(image, self._pasted), done=lambda path: self.add([path])
            )
        else:
            self.notice.emit(self.tr("The clipboard has no file and no image to add."))

    def choose_files(self) -> None:
        """Let the person choose files."""
        dialog = self._dialog(self.tr("Open documents"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        documents = self.tr("Documents ({endings})").format(endings=_ENDINGS)
        dialog.setNameFilters([documents, self.tr("All files (*)")])
        dialog.open()

    def choose_folder(self) -> None:
        """Let the person choose a folder."""
        dialog = self._dialog(self.tr("Open a folder of documents"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.open()

    def _dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title, self._session.text("folder"))
        dialog.filesSelected.connect(self._selected)
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _selected(self, names: Iterable[str]) -> None:
        paths = [Path(name) for name in names]
        if paths:
            self._session.keep("folder", str(paths[0].parent))
        self.add(paths)

    def reopen(self, path: Path) -> None:
        """Show a recent document: its newest job if the library has one, else add it again."""
        jobs = [job for job in self._bridge.library.jobs() if job.path == path]
        if jobs:
            self._bridge.choose(max(jobs, key=lambda job: job.created).job)
        else:
            self.add([path])

    # One after the other.

    @property
    def busy(self) -> bool:
        """Whether files are being added, or a password is asked for."""
        return self._busy or bool(self._waiting) or self._collecting > 0

    def stop(self) -> None:
        """Add no more of what waits; what was added stays."""
        for token in self._tokens:
            token.cancel()
        self._tokens.clear()
        self._waiting.clear()
        self._collecting = 0
        self._settled()

    def _collected(self, paths: Sequence[Path], found: Sequence[Path]) -> None:
        self._collecting -= 1
        if not found:
            name = paths[0].name or str(paths[0])
            self._bridge.report(
                UsageError(
                    self.tr("“{name}” has no documents that Diptych can read.").format(name=name),
                    self.tr("It reads PDF, PNG, JPEG, WebP, BMP, GIF and TIFF."),
                ),
                path=paths[0],
            )
        self._waiting.extend(found)
        self._total += len(found)
        self._next()

    def _not_collected(self, error: KnownError, paths: Sequence[Path]) -> None:
        self._collecting -= 1
        self._bridge.report(error, path=paths[0])
        self._next()

    def _next(self) -> None:
        if self._busy:
            return
        if not self._waiting:
            self._settled()
            return
        self._busy = True
        path = self._waiting.popleft()
        self.progress.emit(self._through, self._total)
        if self._busy:  # nobody who was told has stopped it
            self._try(path, [None, *self._passwords])

    def _try(self, path: Path, passwords: Sequence[str | None]) -> None:
        service, options = (
            self._bridge.service,
            conversion_options(self._bridge.preferences),
        )

        def work(cancel: CancelToken) -> tuple[JobId, str | None]:
            *others, last = passwords
            for password in others:
                with contextlib.suppress(PasswordNeeded, PasswordWrong):
                    return service.add(path, options, password=password, cancel=cancel), password
            return service.add(path, options, password=last, cancel=cancel), last

        token = self._bridge.tasks.run(
            work,
            done=lambda outcome: self._is_added(path, *outcome),
            failed=lambda error: self._is_refused(path, error),
        )
        self._tokens.append(token)

    def _is_added(self, path: Path, job: JobId, password: str | None) -> None:
        if password is not None and password not in self._passwords:
            self._passwords.insert(0, password)
        self._session.remember_document(path)
        if self._show_next:
            self._show, self._show_next = job, False
            # Somebody waits to see this one.
            self._bridge.library.refresh()
        elif not self._refresh.isActive():
            self._refresh.start()
        self.added.emit(job)
        self._go_on()

    def _is_refused(self, path: Path, error: KnownError) -> None:
        encrypted = isinstance(error, PasswordNeeded | PasswordWrong)
        if encrypted and not self._skip_encrypted:
            self._ask(path, error, wrong=isinstance(error, PasswordWrong))
            return
        self._bridge.report(error, path=path)
        self._go_on()

    def _ask(self, path: Path, error: KnownError, *, wrong: bool) -> None:
        dialog = PasswordDialog(
            path.name, wrong=wrong, more=bool(self._waiting), parent=self._window
        )

        def answered(answer: int) -> None:
            dialog.deleteLater()
            if answer == QDialog.DialogCode.Accepted:
                self._try(path, [dialog.password])
                return
            self._skip_encrypted = answer == SKIP_ALL
            self._bridge.report(error, path=path)
            self._go_on()

        dialog.finished.connect(answered)
        dialog.open()

    def _go_on(self) -> None:
        self._busy = False
        self._through += 1
        self._next()

    def _settled(self) -> None:
        if self._waiting or self._collecting:
            return
        self._busy = False
        self._tokens.clear()
        self._through = self._total = 0
        self._skip_encrypted = False
        self._show_next = False
        self.progress.emit(0, 0)

    def _show_first(self, job: JobId) -> None:
        if job == self._show:
            self._show = None
            self._bridge.choose(job)


def save_image(image: QImage, folder: Path) -> Path:
    """Keep an image from the clipboard as a PNG with a dated name. Raises ``UsageError``."""
    name = f"{datetime.now().astimezone():%Y-%m-%d %H.%M.%S}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = _free(folder, name)
        part = path.with_suffix(".part")
        writer = QImageWriter(str(part), QByteArray(b"PNG"))
        if not writer.write(image):
            raise OSError(writer.errorString())
        part.replace(path)
    except OSError as error:
        raise UsageError(
            f"The pasted image could not be saved ({error.strerror or error}).",
            f"Check the folder {folder} and the space on its disk.",
            details=str(error),
        ) from error
    return path


def _free(folder: Path, name: str) -> Path:
    path = folder / f"{name}.png"
    number = 2
    while path.exists():
        path = folder / f"{name} ({number}).png"
        number += 1
    return path

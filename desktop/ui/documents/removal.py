"""Removing documents from the library: asks first, and never touches the documents themselves."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QFile
from PySide6.QtWidgets import QCheckBox, QMessageBox, QWidget

from desktop.errors import KnownError, UsageError
from desktop.model.cancel import CancelToken
from desktop.model.summary import ExportState, JobSummary
from desktop.ui.bridge import Bridge
from desktop.ui.dialogs.questions import confirm


def exported(jobs: Sequence[JobSummary]) -> list[Path]:
    """The files that were made of documents, each once."""
    return list(
        dict.fromkeys(
            file.path for job in jobs for file in job.exports if file.state is ExportState.DONE
        )
    )


def ask(bridge: Bridge, jobs: Sequence[JobSummary], parent: QWidget) -> QMessageBox:
    """Ask whether to remove documents, and if the person agrees, do it."""
    files = exported(jobs)
    if len(jobs) == 1:
        text = QCoreApplication.translate("Removal", "Remove “{name}” from the library?")
        text = text.format(name=jobs[0].path.name)
    else:
        text = QCoreApplication.translate(
            "Removal", "Remove %n document(s) from the library?", "", len(jobs)
        )
    box = confirm(
        parent,
        title=QCoreApplication.translate("Removal", "Remove from Library"),
        text=text,
        explanation=QCoreApplication.translate(
            "Removal",
            "What was read and your edits are deleted for good. The original files stay where "
            "they are.",
        ),
        do_it=QCoreApplication.translate("Removal", "&Remove"),
        leave_it=QCoreApplication.translate("Removal", "&Keep"),
        agreed=lambda: remove(bridge, jobs, files if _wanted(box) else []),
    )
    if files:
        label = QCoreApplication.translate(
            "Removal", "Also move %n exported file(s) to the &trash", "", len(files)
        )
        box.setCheckBox(QCheckBox(label, box))
    return box


def _wanted(box: QMessageBox) -> bool:
    return box.checkBox() is not None and box.checkBox().isChecked()


def remove(bridge: Bridge, jobs: Sequence[JobSummary], files: Sequence[Path]) -> None:
    """Remove documents in the background, then put files that were made of them into the trash."""
    service = bridge.service
    originals = {job.path for job in bridge.library.jobs()}

    def work(cancel: CancelToken) -> list[tuple[JobSummary | None, KnownError]]:
        refused: list[tuple[JobSummary | None, KnownError]] = []
        kept: set[Path] = set()
        for job in jobs:
            cancel.raise_if_cancelled()
            try:
                service.remove(job.job)
            except KnownError as error:
                refused.append((job, error))
                kept.update(exported([job]))
        for path in files:
            cancel.raise_if_cancelled()
            if path not in kept and not _is_original(path, originals):
                refused.extend((None, error) for error in _to_trash(path))
        return refused

    def told(refused: list[tuple[JobSummary | None, KnownError]]) -> None:
        for job, error in refused:
            bridge.report(error, job=job.job if job is not None else None)
        bridge.library.refresh()

    bridge.tasks.run(work, done=told)


def _is_original(path: Path, originals: Collection[Path]) -> bool:
    """Whether a file is a document of the library, whatever name it goes by."""
    try:
        return path in originals or path.resolve() in {each.resolve() for each in originals}
    except OSError:  # A loop of links: better leave it.
        return True


def _to_trash(path: Path) -> list[KnownError]:
    if not path.exists() or QFile(str(path)).moveToTrash():
        return []
    what = QCoreApplication.translate("Removal", "“{name}” could not be moved to the trash.")
    advice = QCoreApplication.translate("Removal", "Delete it yourself if it is of no use.")
    return [UsageError(what.format(name=path.name), advice, details=str(path))]

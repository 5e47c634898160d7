"""What is kept on this computer, and how it is cleared away."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable, Collection
from pathlib import Path

from desktop.conversion.thumbnails import Thumbnails
from desktop.errors import StoreError, UsageError
from desktop.model.states import FINISHED_JOB, JobId
from desktop.model.status import StorageInfo
from desktop.paths import Paths
from desktop.store import Store

log = logging.getLogger(__name__)

#: A pasted picture that is younger, in seconds, and belongs to no job may just be becoming one.
_YOUNG = 3600.0


class Keeper:
    """The library, thumbnails, pasted pictures and logs as things on the disk. Thread-safe.

    ``remove`` forgets one job. Every method raises the ``StoreError`` kinds.
    """

    def __init__(
        self,
        paths: Paths,
        store: Store,
        thumbnails: Thumbnails,
        remove: Callable[[JobId], None],
    ) -> None:
        self._paths = paths
        self._store = store
        self._thumbnails = thumbnails
        self._remove = remove

    def storage(self) -> StorageInfo:
        """What is kept, and how much room it takes."""
        jobs = self._store.jobs.all()
        return StorageInfo(
            library_bytes=sum(map(_size, self._store.files())),
            thumbnails_bytes=self._thumbnails.size(),
            pasted_bytes=_size_of_all(self._paths.pasted),
            logs_bytes=_size_of_all(self._paths.logs),
            jobs=len(jobs),
            pages=sum(job.pages for job in jobs),
        )

    def clear_history(self, jobs: Collection[JobId] | None = None) -> int:
        """Remove finished conversions, all or these, for good; how many were.

        Their results, edits and thumbnails go with them, and so do the copies that were made of
        the library; the freed room is overwritten or given back. Documents, and files that were
        made of them, are left alone, but for pictures that came from the clipboard and that no
        other conversion is made of. Conversions that are not finished stay, and so do those that
        another program works on.
        """
        removed = 0
        fingerprints = []
        documents = set()
        for summary in self._store.jobs.all():
            if summary.state not in FINISHED_JOB or (jobs is not None and summary.job not in jobs):
                continue
            try:
                self._remove(summary.job)
            except UsageError as error:
                log.info("job %d stays: %s", summary.job, error.what)
                continue
            removed += 1
            fingerprints.append(summary.fingerprint)
            documents.add(summary.path)
        # Looked for first: a picture whose job comes meanwhile is not among them.
        pasted = self._pasted(documents, older=jobs is None)
        staying = self._store.jobs.all()
        left = {summary.fingerprint.sha256 for summary in staying}
        gone = [each for each in fingerprints if each.sha256 not in left]
        # Thumbnails of whatever is not in the library any more go too when everything is cleared.
        self._thumbnails.clear(None if jobs is None else gone)
        _delete(pasted - {summary.path for summary in staying})
        try:
            self._store.shrink()
        except StoreError as error:
            # What was removed is removed; only its room is not free yet.
            log.warning("the library was not made smaller: %s", error)
        return removed

    def _pasted(self, documents: Collection[Path], *, older: bool) -> set[Path]:
        """The pasted pictures among ``documents``, and if wanted all that were there before."""
        before = time.time() - _YOUNG
        found = set()
        for place, _, names in os.walk(self._paths.pasted.absolute()):
            for path in (Path(place, name) for name in names):
                if path in documents or (older and _changed(path) < before):
                    found.add(path)
        return found


def _delete(files: Collection[Path]) -> None:
    for file in files:
        try:
            file.unlink(missing_ok=True)
        except OSError as error:
            log.warning("a pasted picture was not removed: %s", error.strerror)


def _changed(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return time.time()


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0


def _size_of_all(folder: Path) -> int:
    return sum(_size(Path(place, name)) for place, _, names in os.walk(folder) for name in names)

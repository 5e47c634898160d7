"""Pages of a job's document to look at: at any size, as thumbnails, and pieces of them."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from desktop.conversion.desk import Original
from desktop.conversion.thumbnails import Thumbnails, name_of
from desktop.conversion.waits import Turn
from desktop.documents import Reader
from desktop.errors import UsageError
from desktop.model.cancel import CancelToken
from desktop.model.document import Fingerprint, ImageFormat, PageImage, RenderRequest
from desktop.model.geometry import Box
from desktop.model.states import JobId
from desktop.store import Store

#: The longer side of a thumbnail in pixels.
THUMBNAIL_EDGE = 160
#: How many jobs' documents are remembered as unchanged, and sizes of pages that have no result.
_DOCUMENTS, _SIZES = 256, 4096


@dataclass(frozen=True, slots=True)
class _Document:
    """What is needed of a job to open its document, all of which never changes."""

    original: Original
    fingerprint: Fingerprint
    rotation: int
    encrypted: bool


class Looker:
    """Renders what a person looks at. Thread-safe.

    ``reader`` must not be the one that the queue uses, so that nobody waits behind pages that are
    on their way to a server, and should have two workers: thumbnails, of which many are asked for
    at once, never take more than one of them. ``password_of`` gives the password of a job.

    Every method raises ``UsageError`` for a page that the job does not have, and the ``StoreError``
    kinds; those that need the document also ``DocumentMissing`` and ``DocumentChanged`` if it is
    not there any more or not what it was, ``PasswordNeeded``, ``PasswordWrong``, the other
    ``DocumentError`` kinds, and ``Cancelled``.
    """

    def __init__(
        self,
        store: Store,
        reader: Reader,
        thumbnails: Thumbnails,
        password_of: Callable[[JobId], str | None],
    ) -> None:
        self._store = store
        self._reader = reader
        self._thumbnails = thumbnails
        self._password_of = password_of
        self._lock = threading.Lock()
        self._documents: OrderedDict[JobId, _Document] = OrderedDict()
        self._sizes: OrderedDict[tuple[JobId, int, int], tuple[float, float]] = OrderedDict()
        self._one_thumbnail = threading.Lock()

    def page_image(
        self,
        job: JobId,
        page: int,
        *,
        long_edge: int,
        crop: Box | None = None,
        format: ImageFormat = ImageFormat.JPEG,
        cancel: CancelToken | None = None,
    ) -> PageImage:
        """A page (from 0), or a part of it, upright as the person turned it.

        ``long_edge`` is that of the whole page in pixels, also with a ``crop`` (in page units); 0
        means the page's own resolution.
        """
        turned = self._store.marks.rotation(job, page)
        return self._render(job, page, turned, long_edge, crop, format, cancel or CancelToken())

    def thumbnail(self, job: JobId, page: int, *, cancel: CancelToken | None = None) -> bytes:
        """A page as a small JPEG, from the disk's cache if it is there.

        So it is there even if the document is not any more. Of encrypted documents none is kept.
        """
        turned = self._store.marks.rotation(job, page)
        document = self._document(job)
        name = name_of(document.fingerprint, page, document.rotation + turned)
        known = None if document.encrypted else self._thumbnails.get(name)
        if known is not None:
            return known
        cancel = cancel or CancelToken()
        with Turn(self._one_thumbnail, cancel):
            image = self._render(job, page, turned, THUMBNAIL_EDGE, None, ImageFormat.JPEG, cancel)
        if not document.encrypted:
            self._thumbnails.put(name, image.data)
        return image.data

    def page_size(
        self, job: JobId, page: int, *, cancel: CancelToken | None = None
    ) -> tuple[float, float]:
        """Width and height in points of the page as it is shown.

        The document is opened only if the page was neither read nor looked at yet.
        """
        known = self._store.marks.size(job, page)
        if known is not None:
            return known
        turned = self._store.marks.rotation(job, page)
        with self._lock:
            seen = self._sizes.get((job, page, turned))
        if seen is not None:
            return seen
        image = self._render(
            job, page, turned, THUMBNAIL_EDGE, None, ImageFormat.JPEG, cancel or CancelToken()
        )
        return image.page_width, image.page_height

    def figure_png(
        self, job: JobId, page: int, block: int, *, cancel: CancelToken | None = None
    ) -> bytes:
        """What a block of the shown result covers, as a PNG at the page's own resolution.

        Raises ``UsageError`` for a block that is not there or has no box.
        """
        result = self._store.results.shown(job, page)
        box = result.blocks[block].box if result and 0 <= block < len(result.blocks) else None
        if box is None:
            raise UsageError(
                f"Page {page + 1} has no region {block + 1} that could be cut out.",
                "Choose another one.",
            )
        return self.page_image(
            job, page, long_edge=0, crop=box, format=ImageFormat.PNG, cancel=cancel
        ).data

    def try_password(self, job: JobId, password: str, *, cancel: CancelToken | None = None) -> None:
        """Raise ``PasswordWrong``, or whatever else is wrong, unless the document opens."""
        document = self._document(job)
        first = self._store.pages.all(job)[0].page
        request = RenderRequest(document.original.path, first, 16, password=password)
        self._reader.render(request, cancel=cancel)

    def forget(self, job: JobId) -> None:
        """Remember nothing of a job any more."""
        with self._lock:
            self._documents.pop(job, None)

    def _document(self, job: JobId) -> _Document:
        with self._lock:
            known = self._documents.get(job)
        if known is not None:
            return known
        summary = self._store.jobs.get(job)
        document = _Document(
            Original(summary.path, summary.fingerprint),
            summary.fingerprint,
            summary.options.rotation,
            summary.encrypted,
        )
        with self._lock:
            self._documents[job] = document
            while len(self._documents) > _DOCUMENTS:
                self._documents.popitem(last=False)
        return document

    def _render(
        self,
        job: JobId,
        page: int,
        turned: int,
        long_edge: int,
        crop: Box | None,
        format: ImageFormat,
        cancel: CancelToken,
    ) -> PageImage:
        document = self._document(job)
        document.original.check(cancel)
        image = self._reader.render(
            RenderRequest(
                document.original.path,
                page,
                long_edge,
                password=self._password_of(job),
                rotation=document.rotation + turned,
                crop=crop,
                format=format,
            ),
            cancel=cancel,
        )
        with self._lock:
            self._sizes[job, page, turned] = image.page_width, image.page_height
            while len(self._sizes) > _SIZES:
                self._sizes.popitem(last=False)
        return image

"""Where on a page something stands, asked of a server that can say so."""

from __future__ import annotations

from collections.abc import Callable

from desktop.conversion.finding import Finder
from desktop.conversion.groups import Groups
from desktop.conversion.looking import Looker
from desktop.conversion.trouble import ServersGone
from desktop.conversion.waits import Waits
from desktop.errors import ServerError, UsageError
from desktop.model.cancel import CancelToken
from desktop.model.endpoint import BUILTIN, Endpoint, ServerSpec
from desktop.model.geometry import Box
from desktop.model.recognition import Mode, ModeKind, PageRequest
from desktop.model.states import JobId
from desktop.ocr.modes import modes_of
from desktop.ocr.parse import parse
from desktop.ocr.profiles import profile_of
from desktop.store import Store


class Locator:
    """Asks a job's servers where something is. Thread-safe."""

    def __init__(self, store: Store, looker: Looker, finder: Finder, groups: Groups) -> None:
        self._store = store
        self._looker = looker
        self._finder = finder
        self._groups = groups

    def can_locate(self, job: JobId, *, cancel: CancelToken | None = None) -> bool:
        """Whether one of the job's servers can say where something is.

        Servers that are known by now are not asked; the others are, which may take seconds. One
        that does not answer can't. Raises ``UsageError`` if there is no such job, ``Cancelled``.
        """
        return self._able(job, cancel or CancelToken(), lambda _: None) is not None

    def locate(
        self, job: JobId, page: int, text: str, *, cancel: CancelToken | None = None
    ) -> tuple[Box, ...]:
        """Where on the page (from 0) a text or a thing that the words describe is.

        Boxes are in page units of the page as it is shown; none if the model found nothing. Raises
        ``UsageError`` if no server of the job can do that or there is nothing to look for, the
        kinds of ``ServerError`` and what ``Looker.page_image`` raises, ``Cancelled``.
        """
        cancel = cancel or CancelToken()
        if not text.strip():
            raise UsageError("There is nothing to look for.", "Write what is to be found.")
        mode = Mode(ModeKind.LOCATE, text)
        errors: list[ServerError | UsageError] = []
        able = self._able(job, cancel, errors.append)
        if able is None:
            raise _nobody(errors)
        spec, endpoint = able
        options = self._store.jobs.get(job).options
        size = options.long_edge or profile_of(endpoint).long_edge
        image = self._looker.page_image(job, page, long_edge=size, cancel=cancel)
        # The job's own group where it is the only server, so that its limit is kept.
        with self._groups.use((spec,)) as group:
            try:
                group.open(cancel)
                recognition, _ = group.ask(
                    lambda _: (PageRequest(image, mode), "locate"), Waits(cancel)
                )
            except ServersGone as gone:
                raise gone.error from gone
        blocks = parse(recognition.text, mode).blocks
        found = [box for block in blocks for box in (block.box, *block.more_boxes)]
        return tuple(dict.fromkeys(box for box in found if box is not None))

    def _able(
        self,
        job: JobId,
        cancel: CancelToken,
        failed: Callable[[ServerError | UsageError], None],
    ) -> tuple[ServerSpec, Endpoint] | None:
        for spec in self._store.jobs.get(job).options.servers:
            if spec.address == BUILTIN:
                continue
            endpoint = self._finder.watch.endpoint(spec)
            if endpoint is None:
                try:
                    endpoint = self._finder.find_one(spec, cancel)
                except (ServerError, UsageError) as error:
                    failed(error)
                    continue
            if ModeKind.LOCATE in modes_of(endpoint):
                return spec, endpoint
        return None


def _nobody(errors: list[ServerError | UsageError]) -> ServerError | UsageError:
    if errors:
        return errors[0]
    return UsageError(
        "None of this conversion's servers can say where something is on a page.",
        "Read the document with a server that runs DeepSeek-OCR.",
    )

"""The log: a rotating file for reports, without a word of a document and without tokens.

Modules say what they did with ``logging.getLogger(__name__)``; pages are named by number and files
by path, never by content. Only Diptych's own loggers write here: what libraries log may carry
headers or bodies of requests.
"""

from __future__ import annotations

import logging
import logging.handlers
import re
from pathlib import Path

FILE_NAME = "diptych.log"
LIMIT = 1_000_000
KEPT = 3

#: Bearer tokens, keys in addresses, and data URLs, should one slip into a message.
_SECRET = re.compile(
    r"(?P<name>bearer\s+|(?:api[_-]?key|token|password)['\"]?\s*[=:]\s*['\"]?)[^\s'\"&,;)]+"
    r"|//[^/\s@]+@"
    r"|(?P<data>data:[a-z]+/[a-z.+-]+;base64,)[a-z0-9+/=]+",
    re.IGNORECASE,
)


def redact(text: str) -> str:
    """``text`` without what looks like a secret or an image."""

    def hide(match: re.Match[str]) -> str:
        if match["name"] or match["data"]:
            return f"{match['name'] or match['data']}***"
        return "//***@"

    return _SECRET.sub(hide, text)


class _Formatter(logging.Formatter):
    """Times in ISO form, and secrets hidden in messages and traces alike."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record))


class Log:
    """The open log of this program, a context manager; ``path`` is its file.

    ``problem`` is one sentence if nothing can be written there, in which case the program goes on
    without a log.
    """

    def __init__(self, folder: Path, *, verbose: bool = False) -> None:
        self.path = folder / FILE_NAME
        self.problem = ""
        self._logger = logging.getLogger("desktop")
        self._handler: logging.Handler = logging.NullHandler()
        self._verbose = verbose

    def __enter__(self) -> Log:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._handler = logging.handlers.RotatingFileHandler(
                self.path, maxBytes=LIMIT, backupCount=KEPT, encoding="utf-8"
            )
        except OSError as error:
            self.problem = f"The log {self.path} can't be written ({error.strerror})."
        self._handler.setFormatter(_Formatter())
        self._logger.addHandler(self._handler)
        self._logger.setLevel(logging.DEBUG if self._verbose else logging.INFO)
        self._logger.propagate = False
        return self

    def __exit__(self, *_: object) -> None:
        self._logger.removeHandler(self._handler)
        self._logger.propagate = True
        self._handler.close()

"""Serves what the view shows: its pages, one style sheet, KaTeX's fonts, pictures of figures."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject
from PySide6.QtWebEngineCore import (
    QWebEngineUrlRequestJob,
    QWebEngineUrlScheme,
    QWebEngineUrlSchemeHandler,
)

from desktop.ui.text.math import katex_folder
from desktop.ui.text.view_rules import HOST, ORIGIN, POLICY, SCHEME

#: Gives a picture's bytes, later, to the function; ``None`` if there is none.
PictureSource = Callable[[str, Callable[[bytes | None], None]], None]

#: How many pages are kept for a renderer that asks again (it does so after a crash).
KEPT = 3
_KATEX = re.compile(r"/katex/(katex\.min\.css|fonts/[A-Za-z0-9_-]+\.woff2)")
_PICTURE = re.compile(r"/figure/[A-Za-z0-9,./-]+")
_KINDS = {".css": b"text/css", ".woff2": b"font/woff2"}
#: What the renderer may keep in memory from page to page: fonts, and styles, whose address is new
#: when they are. Pages and pictures are asked for each time.
_LASTING = frozenset({*_KINDS.values(), b"text/css; charset=utf-8"})
_Error = QWebEngineUrlRequestJob.Error


def ensure_scheme() -> None:
    """Register the scheme with WebEngine, once, before the first profile is made."""
    name = SCHEME.encode()
    if QWebEngineUrlScheme.schemeByName(name).name() == name:
        return
    scheme = QWebEngineUrlScheme(name)
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    # Fonts are fetched by the rules for other origins, which CorsEnabled lets in from our own.
    flag = QWebEngineUrlScheme.Flag
    scheme.setFlags(flag.SecureScheme | flag.CorsEnabled)
    QWebEngineUrlScheme.registerScheme(scheme)


class PageServer(QWebEngineUrlSchemeHandler):
    """Answers requests of the view for addresses of our own, and no others.

    ``style`` gives the style sheet as it is to be now. ``policy`` goes with every page.
    """

    def __init__(
        self,
        *,
        style: Callable[[], str],
        pictures: PictureSource,
        policy: str = POLICY,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._style = style
        self._pictures = pictures
        self._policy = policy
        self._pages: OrderedDict[str, bytes] = OrderedDict()
        self._number = 0
        self._katex = katex_folder()

    def put(self, page: str) -> str:
        """Keep a page to be asked for; returns its address."""
        self._number += 1
        path = f"/page/{self._number}"
        self._pages[path] = page.encode(errors="replace")
        while len(self._pages) > KEPT:
            self._pages.popitem(last=False)
        return ORIGIN + path

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        """Called by WebEngine, on the window's thread."""
        url = job.requestUrl()
        initiator = job.initiator()
        ours = initiator.isEmpty() or initiator.scheme() == SCHEME
        if bytes(job.requestMethod().data()) != b"GET" or url.host() != HOST or not ours:
            job.fail(_Error.RequestDenied)
            return
        path = url.path()
        if (page := self._pages.get(path)) is not None:
            self._answer(job, b"text/html; charset=utf-8", page)
        elif path == "/style.css":
            self._answer(job, b"text/css; charset=utf-8", self._style().encode())
        elif (match := _KATEX.fullmatch(path)) and self._katex is not None:
            self._answer_file(job, self._katex / match[1])
        elif _PICTURE.fullmatch(path):
            self._pictures(path, lambda data: self._answer_picture(job, data))
        else:
            job.fail(_Error.UrlNotFound)

    def _answer_file(self, job: QWebEngineUrlRequestJob, file: Path) -> None:
        try:
            data = file.read_bytes()
        except OSError:
            job.fail(_Error.UrlNotFound)
            return
        self._answer(job, _KINDS[file.suffix], data)

    def _answer_picture(self, job: QWebEngineUrlRequestJob, data: bytes | None) -> None:
        # Meanwhile the view may have gone to another page, and the request with it.
        if not shiboken6.isValid(job):
            return
        if data is None:
            job.fail(_Error.UrlNotFound)
        else:
            self._answer(job, b"image/png", data)

    def _answer(self, job: QWebEngineUrlRequestJob, kind: bytes, data: bytes) -> None:
        buffer = QBuffer(job)
        buffer.setData(data)
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        said = {
            b"Content-Security-Policy": self._policy.encode(),
            b"X-Content-Type-Options": b"nosniff",
            b"Referrer-Policy": b"no-referrer",
            b"Cache-Control": b"max-age=86400" if kind in _LASTING else b"no-store",
        }
        # A map with several values a key: what Qt takes is a list of them, whatever its types say.
        headers: Any = {QByteArray(k): [QByteArray(v)] for k, v in said.items() if v}
        job.setAdditionalResponseHeaders(headers)
        job.reply(kind, buffer)


def own_style() -> str:
    """The style sheet's text without the colours, which come from the palette."""
    return resources.files("desktop.ui.text").joinpath("view.css").read_text(encoding="utf-8")

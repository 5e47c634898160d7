"""Shows hostile pages behind chosen walls of the view, and says who knocked at a server.

Run as a program (``python -m tests.ui.text.view.walls WALL…``), for Chromium reads its flags once:
it prints JSON with the connections by page, who asked, and which pages ran something. The walls are
``sanitiser scripts policy interceptor navigation proxy``.
"""

from __future__ import annotations

import json
import os
import socketserver
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QUrl
from PySide6.QtTest import QTest
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineSettings
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication

from desktop.model.blocks import Block, Label, PageResult
from desktop.ui.text.math import Typesetter
from desktop.ui.text.view_compose import compose_page
from desktop.ui.text.view_page import WORLD, ClosedPage, Interceptor, closed_profile, lock
from desktop.ui.text.view_rules import POLICY, SCHEME, register_scheme
from desktop.ui.text.view_scheme import PageServer
from tests.ui.text.view.hostile import ALONE, TOGETHER

#: For so long after a page is there nothing may come of it any more, in seconds.
CALM = 0.35
WALLS = ("sanitiser", "scripts", "policy", "interceptor", "navigation", "proxy")

#: Makes what is run tell.
TELL = "<script>function ran() { document.documentElement.dataset.ran = '1' }</script>"


class _Door(socketserver.StreamRequestHandler):
    """Counts connections, those that ask for nothing too, and notes the names in requests."""

    def handle(self) -> None:
        server = self.server
        assert isinstance(server, Doors)
        server.arrivals.append(time.monotonic())
        server.knocks[server.page] += 1
        words = self.rfile.readline(500).decode(errors="replace").split()
        if len(words) > 1:
            server.callers.add(words[1].strip("/").split("?")[0])
        self.wfile.write(
            b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        )


class Doors(socketserver.ThreadingTCPServer):
    """A server on the loopback device that everything hostile wants to reach."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Door)
        #: Connections by page, and the names of vectors that asked for something.
        self.knocks: Counter[str] = Counter()
        self.callers: set[str] = set()
        self.arrivals: list[float] = []
        #: The page that is being shown.
        self.page = ""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/"


def pages_for(url: str, *, sanitised: bool) -> dict[str, str]:
    """The bodies to show, by name."""
    filled = {
        name: piece.replace("@import", "\0").replace("@font", "\1").replace("@", url + name)
        for name, piece in {**TOGETHER, **ALONE}.items()
    }
    filled = {
        name: piece.replace("\0", "@import").replace("\1", "@font")
        for name, piece in filled.items()
    }
    if sanitised:
        filled = {name: _through_sanitiser(piece) for name, piece in filled.items()}
    pages = {"together": "".join(filled[name] for name in TOGETHER)}
    return pages | {name: filled[name] for name in ALONE}


def _through_sanitiser(piece: str) -> str:
    """What becomes of the piece when a model says it, in text, a cell, a heading, a caption."""
    blocks = (
        Block(Label.TEXT, piece),
        Block(Label.TABLE, f"<table><tr><td>{piece}</td></tr></table>"),
        Block(Label.TITLE, piece),
        Block(Label.EQUATION, f"$$\\text{{{piece}}}$$"),
    )
    return "".join(compose_page(PageResult(0, blocks), Typesetter()).blocks)


def main(walls: frozenset[str]) -> None:
    register_scheme()
    if "proxy" not in walls:
        os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = "--js-flags=--expose-gc"
    app = QApplication(["walls"])
    profile = closed_profile()
    server = PageServer(
        style=lambda: "",
        pictures=lambda _, take: take(None),
        policy=POLICY if "policy" in walls else "",
    )
    profile.installUrlSchemeHandler(SCHEME.encode(), server)
    interceptor = Interceptor()
    if "interceptor" in walls:
        profile.setUrlRequestInterceptor(interceptor)
    page = ClosedPage(profile) if "navigation" in walls else QWebEnginePage(profile)
    attribute = QWebEngineSettings.WebAttribute
    lock(page.settings())
    if "scripts" not in walls:
        page.settings().setAttribute(attribute.JavascriptEnabled, True)
        page.settings().setAttribute(attribute.JavascriptCanOpenWindows, True)
    view = QWebEngineView()
    view.setPage(page)
    view.resize(600, 600)
    view.show()
    ran: list[str] = []
    with Doors() as doors:
        threading.Thread(target=doors.serve_forever, daemon=True).start()
        for name, body in pages_for(doors.url, sanitised="sanitiser" in walls).items():
            doors.page = name
            if _show(page, server.put(_whole(body)), doors):
                ran.append(name)
        doors.shutdown()
        print(json.dumps({"knocks": doors.knocks, "callers": sorted(doors.callers), "ran": ran}))
    sys.stdout.flush()
    for each in (view, page, profile, interceptor, server):
        shiboken6.delete(each)
    del app


def _whole(body: str) -> str:
    return f"<!DOCTYPE html><html><body>{TELL}<main>{body}</main></body></html>"


def _show(page: QWebEnginePage, address: str, doors: Doors) -> bool:
    """Show a page until nothing comes of it any more; whether anything in it ran."""
    finished: list[bool] = []
    page.loadFinished.connect(finished.append)
    if isinstance(page, ClosedPage):
        page.show_address(address)
    else:
        page.load(QUrl(address))
    _wait(lambda: bool(finished), 8.0)
    began = time.monotonic()
    _wait(lambda: time.monotonic() - max([began, *doors.arrivals]) > CALM, 5.0)
    answers: list[object] = []
    page.runJavaScript("document.documentElement.dataset.ran", WORLD, answers.append)
    _wait(lambda: bool(answers), 5.0)
    return bool(answers and answers[0])


def _wait(until: Callable[[], bool], seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not until() and time.monotonic() < deadline:
        QTest.qWait(10)


if __name__ == "__main__":
    main(frozenset(sys.argv[1:]))

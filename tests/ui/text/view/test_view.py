"""The rendered view at work: real pages in a real WebEngine, pointed at, clicked, lit, changed."""

from __future__ import annotations

import itertools
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from desktop.model.find import Hit
from desktop.model.states import JobId
from desktop.ui import theme
from desktop.ui.bridge import Bridge
from desktop.ui.text.view import RenderedView
from tests.bed import papers
from tests.bed.standin import StandIn
from tests.bed.standin_options import Rule
from tests.ui.conftest import Add
from tests.ui.text.view.bed import SECONDS, ask, page_of, web_view

PAGE = """<|ref|>title<|/ref|><|det|>[[100,50,900,90]]<|/det|>
# Heading

<|ref|>text<|/ref|><|det|>[[100,100,900,200]]<|/det|>
A paragraph with **bold** words and $x^2 + 1$ in it.

<|ref|>text<|/ref|><|det|>[[100,210,900,300]]<|/det|>
Needle in a haystack, and a needle again: [the web](http://example.org/a?b=c).

<|ref|>equation<|/ref|><|det|>[[100,310,900,400]]<|/det|>
\\[\\begin{aligned} a &= b \\\\ c &= d \\tag{7} \\end{aligned}\\]

<|ref|>image<|/ref|><|det|>[[100,410,500,600]]<|/det|>

<|ref|>table<|/ref|><|det|>[[100,610,900,700]]<|/det|>
<table><tr><td rowspan="2">a</td><td>b</td></tr><tr><td>c</td></tr></table>
"""


@pytest.fixture
def job(standin: StandIn, add: Add, tmp_path: Path) -> JobId:
    """A document of three pages that were read."""
    standin.set_rules([Rule(reply=PAGE)])
    return add(papers.scanned_pdf(tmp_path / "three.pdf", 3))


@pytest.fixture
def shown(qtbot: QtBot, bridge: Bridge, view: RenderedView, job: JobId) -> RenderedView:
    """The view with the first page of the document."""
    bridge.choose(job, 0)
    with qtbot.waitSignal(view.settled, timeout=SECONDS):
        view.show_page(job, 0)
    return view


def middle_of(qtbot: QtBot, view: RenderedView, selector: str) -> QPoint:
    script = (
        f"(b => [b.x + Math.min(b.width, 60) / 2, b.y + b.height / 2])"
        f"(document.querySelector({selector!r}).getBoundingClientRect())"
    )
    x, y = ask(qtbot, view, script)
    return QPoint(int(x), int(y))


def mouse(view: RenderedView) -> QWidget:
    inner = web_view(view).focusProxy()
    assert inner is not None
    return inner


def hit(page: int, block: int, start: int, end: int) -> Hit:
    return Hit(page, block, start, end, "")


def point_at(qtbot: QtBot, view: RenderedView, selector: str) -> QPoint:
    """Put the pointer on something; Chromium takes no notice of it before its first frame."""
    jitter = itertools.cycle((0, 1))

    def there() -> bool:
        at = middle_of(qtbot, view, selector)
        QTest.mouseMove(mouse(view), at + QPoint(next(jitter), 0))
        return count(qtbot, view, f"{selector}:hover") == 1

    qtbot.waitUntil(there, timeout=SECONDS)
    return middle_of(qtbot, view, selector)


def click(qtbot: QtBot, view: RenderedView, selector: str) -> None:
    at = point_at(qtbot, view, selector)
    QTest.mouseClick(mouse(view), Qt.MouseButton.LeftButton, pos=at)


def count(qtbot: QtBot, view: RenderedView, selector: str) -> int:
    return int(ask(qtbot, view, f"document.querySelectorAll({selector!r}).length"))


def wait_for(qtbot: QtBot, view: RenderedView, selector: str, number: int = 1) -> None:
    qtbot.waitUntil(lambda: count(qtbot, view, selector) == number, timeout=SECONDS)


def test_a_page_is_shown_with_its_formulas_table_and_figure(
    qtbot: QtBot, shown: RenderedView
) -> None:
    assert ask(qtbot, shown, "document.querySelector('h1').textContent") == "Heading"
    assert count(qtbot, shown, "[data-b]") == 6
    assert count(qtbot, shown, ".katex") == 2
    assert count(qtbot, shown, ".math-source") == 0
    assert count(qtbot, shown, "td[rowspan='2']") == 1
    picture = "document.querySelector('img')"
    qtbot.waitUntil(
        lambda: ask(qtbot, shown, f"{picture}.complete && {picture}.naturalWidth > 50"),
        timeout=SECONDS,
    )
    # KaTeX's own fonts came through the closed door.
    fonts = "[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)"
    qtbot.waitUntil(lambda: "KaTeX_Main" in ask(qtbot, shown, fonts), timeout=SECONDS)


def test_pointing_at_a_block_tells_which(qtbot: QtBot, bridge: Bridge, shown: RenderedView) -> None:
    heard: list[tuple[int, str]] = []
    bridge.block_pointed.connect(lambda block, source: heard.append((block, source)))
    with qtbot.waitSignal(shown.pointed, timeout=SECONDS, check_params_cb=lambda b: b == 1):
        point_at(qtbot, shown, "[data-b='1']")
    assert (1, "text") in heard


def test_a_click_on_a_block_activates_it(qtbot: QtBot, bridge: Bridge, shown: RenderedView) -> None:
    heard: list[tuple[int, str]] = []
    bridge.block_activated.connect(lambda block, source: heard.append((block, source)))
    with qtbot.waitSignal(shown.activated, timeout=SECONDS, check_params_cb=lambda b: b == 1):
        click(qtbot, shown, "[data-b='1']")
    assert heard == [(1, "text")]


def test_a_block_that_is_pointed_at_on_the_page_is_lit(
    qtbot: QtBot, bridge: Bridge, shown: RenderedView
) -> None:
    bridge.point(2, "page")
    wait_for(qtbot, shown, ".lit[data-b='2']")
    bridge.point(-1, "page")
    wait_for(qtbot, shown, ".lit", 0)


def test_a_block_that_is_activated_on_the_page_comes_into_view(
    qtbot: QtBot, bridge: Bridge, shown: RenderedView
) -> None:
    shown.resize(500, 220)
    qtbot.waitUntil(lambda: ask(qtbot, shown, "innerHeight") <= 220, timeout=SECONDS)
    bridge.activate(5, "page")
    box = "document.querySelector('[data-b=\"5\"]').getBoundingClientRect()"
    qtbot.waitUntil(
        lambda: ask(qtbot, shown, f"{box}.top >= 0 && {box}.bottom <= innerHeight"),
        timeout=SECONDS,
    )


def test_hits_are_lit_where_they_stand(qtbot: QtBot, shown: RenderedView) -> None:
    text = "Needle in a haystack, and a needle again"
    second = text.index("needle")
    hits = (hit(0, 2, 0, 6), hit(0, 2, second, second + 6), hit(0, 3, 3, 8), hit(1, 0, 2, 5))
    shown.set_hits(hits, hits[1])
    lit = "[...CSS.highlights.get({!r})].map(r => [r.toString(), r.startOffset])"
    qtbot.waitUntil(
        lambda: ask(qtbot, shown, lit.format("hit")) == [["Needle", 0]], timeout=SECONDS
    )
    assert ask(qtbot, shown, lit.format("current-hit")) == [["needle", second]]
    # A hit inside a formula has no text of its own to light.
    assert count(qtbot, shown, ".has-hit[data-b='3']") == 1
    shown.set_hits(())
    qtbot.waitUntil(lambda: ask(qtbot, shown, lit.format("hit")) == [], timeout=SECONDS)


def test_an_edit_changes_its_block_and_nothing_else(
    qtbot: QtBot, bridge: Bridge, shown: RenderedView, job: JobId
) -> None:
    ask(qtbot, shown, "document.querySelector('[data-b=\"0\"]').dataset.same = 'yes'")
    bridge.edit(job, 0, 1, "Other words with $y^3$.")
    paragraph = "document.querySelector('[data-b=\"1\"]').textContent"
    qtbot.waitUntil(lambda: "Other words" in ask(qtbot, shown, paragraph), timeout=SECONDS)
    assert count(qtbot, shown, "[data-same]") == 1
    assert count(qtbot, shown, "[data-b='1'] .katex") == 1


def test_another_page_is_really_gone_to(qtbot: QtBot, shown: RenderedView, job: JobId) -> None:
    before = page_of(shown).url()
    with qtbot.waitSignal(shown.settled, timeout=SECONDS):
        shown.show_page(job, 1)
    assert page_of(shown).url() != before
    assert count(qtbot, shown, "[data-p='1']") == 6


class Browser(QObject):
    """Stands where the person's browser would be."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def browser() -> Iterator[Browser]:
    made = Browser()
    for scheme in ("http", "https", "mailto"):
        # A str, whatever the types say.
        set_handler: Any = QDesktopServices.setUrlHandler
        set_handler(scheme, made, "open")
    yield made
    for scheme in ("http", "https", "mailto"):
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.mark.parametrize(
    ("button", "opened"),
    [
        (QMessageBox.StandardButton.Open, ["http://example.org/a?b=c"]),
        (QMessageBox.StandardButton.Cancel, []),
    ],
)
def test_a_link_opens_in_the_browser_only_after_the_person_said_so(
    qtbot: QtBot,
    shown: RenderedView,
    browser: Browser,
    button: QMessageBox.StandardButton,
    opened: list[str],
) -> None:
    with qtbot.waitSignal(shown.link_clicked, timeout=SECONDS):
        click(qtbot, shown, "a")
    box = shown.findChild(QMessageBox, "askToOpen")
    assert isinstance(box, QMessageBox)
    assert "http://example.org/a?b=c" in box.informativeText()
    assert box.defaultButton() is box.button(QMessageBox.StandardButton.Cancel)
    assert browser.opened == []
    QTest.mouseClick(box.button(button), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: browser.opened == opened, timeout=SECONDS)
    assert page_of(shown).url().scheme() == "diptych"


def test_colours_follow_the_palette_and_the_page_stays_where_it_is(
    qtbot: QtBot, shown: RenderedView
) -> None:
    assert count(qtbot, shown, "html.light") == 1
    shown.resize(400, 200)
    qtbot.waitUntil(lambda: ask(qtbot, shown, "innerHeight") <= 200, timeout=SECONDS)
    ask(qtbot, shown, "scrollTo(0, 150)")
    qtbot.waitUntil(lambda: page_of(shown).scrollPosition().y() == 150, timeout=SECONDS)
    with qtbot.waitSignal(shown.settled, timeout=SECONDS):
        shown.setPalette(theme.palette(dark=True))
    assert count(qtbot, shown, "html.dark") == 1
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    wanted = shown.palette().color(QPalette.ColorRole.Base)
    assert ask(qtbot, shown, ground) == f"rgb({wanted.red()}, {wanted.green()}, {wanted.blue()})"
    assert ask(qtbot, shown, "scrollY") == 150


def crash(qtbot: QtBot, view: RenderedView) -> None:
    page = page_of(view)
    with qtbot.waitSignal(page.renderProcessTerminated, timeout=SECONDS):
        os.kill(page.renderProcessPid(), signal.SIGKILL)


def test_a_renderer_that_ends_is_started_again_once_and_then_the_page_says_so(
    qtbot: QtBot, shown: RenderedView, job: JobId
) -> None:
    with qtbot.waitSignal(shown.settled, timeout=SECONDS):
        crash(qtbot, shown)
    assert count(qtbot, shown, "[data-b]") == 6
    with qtbot.waitSignal(shown.settled, timeout=SECONDS):
        crash(qtbot, shown)
    assert "could not be shown" in ask(qtbot, shown, "document.querySelector('h2').textContent")
    with qtbot.waitSignal(shown.settled, timeout=SECONDS):
        shown.show_page(job, 1)
    assert count(qtbot, shown, "[data-b]") == 6


def test_a_page_is_shown_as_it_is_read_and_stays_when_it_is(
    qtbot: QtBot, bridge: Bridge, view: RenderedView, standin: StandIn, add: Add, tmp_path: Path
) -> None:
    standin.set_rules([Rule(reply=PAGE, seconds=2.0)])
    job = add(papers.scanned_pdf(tmp_path / "one.pdf", 1), wait=False)
    bridge.choose(job, 0)
    view.show_page(job, 0)
    wait_for(qtbot, view, "p.reading")
    wait_for(qtbot, view, "h1")
    assert count(qtbot, view, "[data-b]") < 6
    address = page_of(view).url()
    wait_for(qtbot, view, "p.reading", 0)
    wait_for(qtbot, view, "[data-b]", 6)
    assert page_of(view).url() == address


def test_a_page_that_is_cancelled_says_so(
    qtbot: QtBot, bridge: Bridge, view: RenderedView, standin: StandIn, add: Add, tmp_path: Path
) -> None:
    standin.set_rules([Rule(fault="silent")])
    job = add(papers.scanned_pdf(tmp_path / "one.pdf", 1), wait=False)
    view.show_page(job, 0)
    body = "document.body.textContent"
    qtbot.waitUntil(lambda: "being read" in ask(qtbot, view, body), timeout=SECONDS)
    bridge.service.cancel(job)
    qtbot.waitUntil(lambda: "cancelled" in ask(qtbot, view, body), timeout=SECONDS)


def test_a_page_that_failed_says_why(
    qtbot: QtBot, bridge: Bridge, view: RenderedView, standin: StandIn, add: Add, tmp_path: Path
) -> None:
    standin.set_rules([Rule(fault="bad_request")])
    job = add(papers.scanned_pdf(tmp_path / "one.pdf", 1))
    view.show_page(job, 0)
    qtbot.waitUntil(
        lambda: "could not be read" in ask(qtbot, view, "document.body.textContent"),
        timeout=SECONDS,
    )
    assert count(qtbot, view, ".message p") >= 1


def test_a_blank_page_says_that_it_is_blank(
    qtbot: QtBot, view: RenderedView, add: Add, tmp_path: Path
) -> None:
    job = add(papers.scanned_pdf(tmp_path / "one.pdf", 1, blank=[0]))
    view.show_page(job, 0)
    qtbot.waitUntil(
        lambda: "blank" in ask(qtbot, view, "document.body.textContent"), timeout=SECONDS
    )


def test_the_menu_only_copies_and_selects(qtbot: QtBot, shown: RenderedView) -> None:
    assert not web_view(shown).acceptDrops()

"""A page of a document, or a few words, as a whole HTML page for the view."""

from __future__ import annotations

import html
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from desktop.model.blocks import FlagKind, PageResult
from desktop.model.cancel import CancelToken
from desktop.model.states import PageState
from desktop.model.summary import PageSummary
from desktop.ocr.parse import parse
from desktop.ui.said import said
from desktop.ui.text.math import Typesetter
from desktop.ui.text.view_blocks import Held, blocks_html, flag_words
from desktop.ui.text.view_rules import POLICY

#: Of a reply that is still coming only so many characters are shown, the last ones.
LIVE = 60_000


@dataclass(frozen=True, slots=True)
class Composed:
    """What is shown of one page: its blocks' HTML, and a notice above them (HTML, may be empty)."""

    title: str
    blocks: tuple[str, ...] = ()
    notice: str = ""

    def changes(self, before: Composed) -> list[tuple[int, str]]:
        """The blocks that are not as they were, with their places."""
        old = before.blocks
        return [
            (index, block)
            for index, block in enumerate(self.blocks)
            if index >= len(old) or old[index] != block
        ]


def compose_page(
    result: PageResult, typesetter: Typesetter, *, cancel: CancelToken | None = None
) -> Composed:
    """A page as it was read. Blocks for formulas; raises ``Cancelled``."""
    held = Held()
    parts = blocks_html(result, held)
    blocks = held.fill(parts, lambda formulas: typesetter.render(formulas, cancel=cancel))
    notice = ""
    if not blocks:
        notice = _blank() if result.blank else _nothing()
    else:
        words = [
            flag_words(flag)
            for flag in result.flags
            if flag.block is None and flag.kind is not FlagKind.BLANK
        ]
        notice = "".join(f"<p>{html.escape(each)}</p>" for each in words)
    return Composed(_page_title(result.page), tuple(blocks), notice)


def compose_live(
    raw: str, page: int, typesetter: Typesetter, *, cancel: CancelToken | None = None
) -> Composed:
    """What a server has said of a page so far. Raises ``Cancelled``."""
    result = PageResult(page, parse(raw[-LIVE:]).blocks)
    reading = QCoreApplication.translate("RenderedView", "Being read…")
    composed = compose_page(result, typesetter, cancel=cancel)
    return replace(composed, notice=f'<p class="reading">{html.escape(reading)}</p>')


def compose_state(page: int, summary: PageSummary | None) -> Composed:
    """What is said of a page that has no result."""
    return Composed(_page_title(page), notice=_state_words(summary))


def _state_words(summary: PageSummary | None) -> str:
    translate = QCoreApplication.translate
    if summary is None or summary.state is PageState.DONE:
        return ""
    if summary.state is PageState.BLANK:
        return _blank()
    if summary.state is PageState.QUEUED:
        return _message(translate("RenderedView", "This page has not been read yet."))
    if summary.state is PageState.RUNNING:
        return _message(translate("RenderedView", "This page is being read…"))
    if summary.state is PageState.CANCELLED:
        return _message(translate("RenderedView", "The reading of this page was cancelled."))
    return _message(
        translate("RenderedView", "This page could not be read."),
        said(summary.reason.what),
        said(summary.reason.advice),
    )


def _blank() -> str:
    return _message(QCoreApplication.translate("RenderedView", "This page is blank."))


def _nothing() -> str:
    return _message(QCoreApplication.translate("RenderedView", "Nothing was read on this page."))


def _message(title: str, *more: str) -> str:
    lines = "".join(f"<p>{html.escape(line)}</p>" for line in more if line)
    return f'<div class="message"><h2>{html.escape(title)}</h2>{lines}</div>'


def message(title: str, *more: str) -> Composed:
    """A page of a few words of our own."""
    return Composed(title, notice=_message(title, *more))


def _page_title(page: int) -> str:
    return QCoreApplication.translate("RenderedView", "Page {number}").format(number=page + 1)


@dataclass(frozen=True, slots=True)
class Look:
    """How a page looks: light or dark, and the number of the style sheet as it is now."""

    dark: bool = False
    number: int = 0


def whole_page(composed: Composed, *, serial: int, look: Look) -> str:
    """The HTML document that shows it. ``serial`` is told back by our script in it."""
    body = f'<div id="notice">{composed.notice}</div>\n{"".join(composed.blocks)}'
    return document_page(composed.title, body, serial=serial, look=look)


def document_page(title: str, body: str, *, serial: int, look: Look) -> str:
    """An HTML document of the view around a body."""
    # The header says the policy too; what only counts there would be complained of here.
    policy = "; ".join(
        rule for rule in POLICY.split("; ") if not rule.startswith(("sandbox", "frame-ancestors"))
    )
    return (
        f'<!DOCTYPE html>\n<html class="{"dark" if look.dark else "light"}">\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{html.escape(policy)}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f'<title dir="auto">{html.escape(title)}</title>\n'
        '<link rel="stylesheet" href="/katex/katex.min.css">\n'
        f'<link rel="stylesheet" href="/style.css?{look.number}">\n'
        f'</head>\n<body>\n<main data-serial="{serial}">\n{body}</main>\n</body>\n</html>\n'
    )

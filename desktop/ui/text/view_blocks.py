"""Blocks of a page as the HTML that the view shows."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Collection, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from desktop.assembly.items import fenced
from desktop.export.html import render_block, render_inline
from desktop.export.html_math import Formula
from desktop.model.blocks import MARGINALIA, Block, Flag, Label, PageResult
from desktop.model.geometry import Box
from desktop.text import clean
from desktop.ui.panels.words import flag as words_for
from desktop.ui.said import said
from desktop.ui.text.math import math_source

#: Makes the HTML of formulas, as ``Typesetter.render`` does.
Typeset = Callable[[Collection[Formula]], Mapping[Formula, str]]

#: A non-character, which no text has, holds a formula's place until all of a page are made.
_PLACE = "\ufdd5"
_HELD = re.compile(f"{_PLACE}(\\d+);")
_HEADINGS = {Label.TITLE: 1, Label.SUB_TITLE: 2}
_HAS_HASHES = re.compile(r"\s{0,3}#{1,6}(?:\s|$)")
_TAG = re.compile(r"<[^<>]*>")
#: Of so many characters at the beginning of a block its direction is told.
_ENOUGH = 2_000
#: A picture is at most so wide, in CSS pixels.
_PICTURE_WIDTH = 640


class Held:
    """Formulas that are still to be made, and their places in HTML."""

    def __init__(self) -> None:
        self.formulas: list[Formula] = []

    def __call__(self, formula: Formula) -> str:
        """A place for a formula."""
        self.formulas.append(formula)
        return f"{_PLACE}{len(self.formulas) - 1};"

    def fill(self, parts: Sequence[str], typeset: Typeset | None) -> list[str]:
        """The HTML with its formulas in it; as their source if there is no ``typeset``."""
        made = typeset(self.formulas) if typeset is not None and self.formulas else {}

        def one(match: re.Match[str]) -> str:
            formula = self.formulas[int(match[1])]
            return made.get(formula) or math_source(formula)

        return [_HELD.sub(one, part) for part in parts]


def blocks_html(result: PageResult, held: Held) -> list[str]:
    """The HTML of each block of a page, formulas held."""
    flags: dict[int, list[Flag]] = {}
    for flag in result.flags:
        if flag.block is not None:
            flags.setdefault(flag.block, []).append(flag)
    return [
        _block(result, index, block, flags.get(index, ()), held)
        for index, block in enumerate(result.blocks)
    ]


def _block(result: PageResult, index: int, block: Block, flags: Sequence[Flag], held: Held) -> str:
    kind = block.label.value.replace("_", "-")
    classes = f"block {kind} marginal" if block.label in MARGINALIA else f"block {kind}"
    marks = "".join(f'<span class="flag" {titled(flag_words(flag))}>!</span>' for flag in flags)
    return (
        f'<div class="{classes}" data-p="{result.page}" data-b="{index}" data-i="{index}"'
        f' dir="{direction(block)}">{marks}{_content(result, index, block, held)}</div>\n'
    )


def _content(result: PageResult, index: int, block: Block, held: Held) -> str:
    text = clean(block.markdown).strip("\n").rstrip()
    pictured = block.label is Label.IMAGE or (
        not text and block.label in (Label.TABLE, Label.EQUATION)
    )
    if pictured:
        picture = ""
        if block.box is not None:
            address = f"/figure/{result.page}/{index}"
            picture = picture_html(
                address, block.box, result.page_width, result.page_height, _alt(result, index)
            )
        return picture + (render_block(text, math=held) if text else "")
    if (level := _HEADINGS.get(block.label)) and not _HAS_HASHES.match(text):
        return f'<h{level} dir="auto">{render_inline(text, math=held)}</h{level}>'
    if block.label is Label.CODE:
        text = fenced(text)
    shown = render_block(text, math=held)
    return f'<div class="wide">{shown}</div>' if block.label is Label.TABLE else shown


def picture_html(address: str, box: Box, page_width: float, page_height: float, alt: str) -> str:
    """The ``<img>`` of a part of a page, with its size, so that nothing moves when it comes.

    The page's size in points; 0 if nobody knows it.
    """
    size = ""
    if page_width > 0 and page_height > 0:
        width, height = box.width * page_width * 96 / 72, box.height * page_height * 96 / 72
        scale = min(1.0, _PICTURE_WIDTH / width)
        size = f' width="{max(1, round(width * scale))}" height="{max(1, round(height * scale))}"'
    return f'<figure><img src="{address}" alt="{html.escape(alt)}"{size}></figure>'


def _alt(result: PageResult, index: int) -> str:
    earlier = sum(1 for block in result.blocks[: index + 1] if block.label is Label.IMAGE)
    words = QCoreApplication.translate("RenderedView", "Figure {number} on page {page}")
    return words.format(number=max(1, earlier), page=result.page + 1)


def direction(block: Block) -> str:
    """Which way a block runs, told by its first letter that has a direction: ``rtl`` or ``ltr``."""
    if block.label in (Label.CODE, Label.EQUATION):
        return "ltr"
    return direction_of(block.markdown)


def direction_of(markdown: str) -> str:
    """Which way a text runs, tags left aside: ``rtl`` or ``ltr``."""
    for sign in _TAG.sub(" ", markdown[:_ENOUGH]):
        way = unicodedata.bidirectional(sign)
        if way in ("R", "AL"):
            return "rtl"
        if way == "L":
            return "ltr"
    return "ltr"


def titled(words: str) -> str:
    """Attributes for a mark that says something when it is pointed at or read aloud."""
    safe = html.escape(words)
    return f'role="img" title="{safe}" aria-label="{safe}"'


def flag_words(flag: Flag) -> str:
    """A flag in words for people."""
    words = words_for(flag.kind)
    return f"{words}: {said(flag.detail)}" if flag.detail else words

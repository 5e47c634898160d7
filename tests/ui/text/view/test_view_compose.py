"""Pages as HTML: blocks that say where they are from, flags, states, and nothing hostile."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from desktop.model.blocks import Block, Flag, FlagKind, Label, PageResult
from desktop.model.geometry import Box
from desktop.model.states import PageState
from desktop.model.summary import PageSummary, Reason
from desktop.ui.text.math import Typesetter
from desktop.ui.text.view_compose import (
    Composed,
    Look,
    compose_live,
    compose_page,
    compose_state,
    whole_page,
)
from tests.ui.text.view.hostile import ALONE, TOGETHER

BOX = Box(0.1, 0.2, 0.6, 0.5)
#: Everything that a page of ours may be made of.
ALLOWED = {
    "html", "head", "meta", "title", "link", "body", "main", "div", "p", "h1", "h2", "h3", "h4",
    "h5", "h6", "b", "i", "em", "strong", "u", "s", "del", "sub", "sup", "br", "small", "mark",
    "code", "ul", "ol", "li", "pre", "blockquote", "hr", "table", "caption", "thead", "tbody",
    "tr", "th", "td", "a", "span", "figure", "img",
}  # fmt: skip
ATTRIBUTES = {
    "class", "charset", "http-equiv", "content", "name", "rel", "href", "dir", "data-serial",
    "data-p", "data-b", "data-i", "id", "title", "role", "aria-label", "rowspan", "colspan",
    "start", "src", "alt", "width", "height",
}  # fmt: skip


class Reader(HTMLParser):
    """Gathers what an HTML document is made of."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def composed(*blocks: Block, flags: tuple[Flag, ...] = ()) -> Composed:
    result = PageResult(4, blocks, flags, page_width=600, page_height=800)
    return compose_page(result, Typesetter())


def test_every_block_says_where_it_is_from() -> None:
    page = composed(Block(Label.TITLE, "# One"), Block(Label.TEXT, "Two"))
    for index, block in enumerate(page.blocks):
        attributes = Reader(block).tags[0][1]
        assert (attributes["data-p"], attributes["data-b"]) == ("4", str(index))


@pytest.mark.parametrize("label", Label)
def test_what_is_hostile_is_shown_as_the_characters_that_it_is_written_with(label: Label) -> None:
    blocks = []
    for piece in {**TOGETHER, **ALONE}.values():
        said = piece.replace("@", "http://127.0.0.1:9/")
        table = f"<table><tr><td>{said}</td></tr></table>"
        blocks += [Block(label, said, BOX), Block(Label.TABLE, table)]
    document = Reader(whole_page(composed(*blocks), serial=1, look=Look()))
    for tag, attributes in document.tags:
        assert tag in ALLOWED
        assert set(attributes) <= ATTRIBUTES
        assert str(attributes.get("src", "/figure/")).startswith("/figure/")
        assert tag != "link" or str(attributes["href"]).startswith("/")


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//evil.example",
        "#x",
        "a.html",
    ],
)
def test_links_go_to_the_web_and_to_mail_only(address: str) -> None:
    page = composed(Block(Label.TEXT, f"[a]({address}) [b](https://example.org) [c](mailto:a@b.c)"))
    links = [a.get("href") for tag, a in Reader(page.blocks[0]).tags if tag == "a"]
    assert [link for link in links if link] == ["https://example.org", "mailto:a@b.c"]


def test_tables_keep_their_spans() -> None:
    table = (
        '<table><tr><td rowspan="2">a</td><td colspan="2">b</td></tr>'
        "<tr><td>c</td><td>$x<y$</td></tr></table>"
    )
    page = composed(Block(Label.TABLE, table))
    cells = [attributes for tag, attributes in Reader(page.blocks[0]).tags if tag == "td"]
    assert cells[0]["rowspan"] == "2"
    assert cells[1]["colspan"] == "2"
    assert "x&lt;y" in page.blocks[0]


@pytest.mark.parametrize(
    ("markdown", "way"),
    [
        ("مرحبا world", "rtl"),
        ("שלום", "rtl"),
        ("12 – مرحبا", "rtl"),
        ("Hello مرحبا", "ltr"),
        ("中文", "ltr"),
        ("<table><tr><td>مرحبا</td></tr></table>", "rtl"),
        ("123", "ltr"),
    ],
)
def test_a_block_runs_as_its_first_letter_does(markdown: str, way: str) -> None:
    page = composed(Block(Label.TEXT, markdown))
    assert Reader(page.blocks[0]).tags[0][1]["dir"] == way


def test_code_runs_from_left_to_right_and_is_fenced() -> None:
    page = composed(Block(Label.CODE, "print('مرحبا') <b>"))
    assert Reader(page.blocks[0]).tags[0][1]["dir"] == "ltr"
    assert "<pre><code>print('مرحبا') &lt;b&gt;" in page.blocks[0]


@pytest.mark.parametrize(
    ("block", "level"),
    [
        (Block(Label.TITLE, "# One"), "h1"),
        (Block(Label.TITLE, "One"), "h1"),
        (Block(Label.SUB_TITLE, "One"), "h2"),
        (Block(Label.SUB_TITLE, "### One"), "h3"),
    ],
)
def test_headings_are_headings_with_or_without_hashes(block: Block, level: str) -> None:
    assert level in [tag for tag, _ in Reader(composed(block).blocks[0]).tags]


def test_a_figure_is_a_picture_of_the_right_size() -> None:
    page = composed(Block(Label.IMAGE, "", BOX))
    image = next(attributes for tag, attributes in Reader(page.blocks[0]).tags if tag == "img")
    assert image["src"] == "/figure/4/0"
    # Half of 600 points and three tenths of 800, in pixels of 1/96 inch.
    assert (image["width"], image["height"]) == ("400", "320")


@pytest.mark.parametrize("label", [Label.EQUATION, Label.TABLE])
def test_what_has_no_text_is_shown_as_a_picture(label: Label) -> None:
    assert "/figure/4/0" in composed(Block(label, "", BOX)).blocks[0]


@pytest.mark.parametrize("label", [Label.HEADER, Label.FOOTER, Label.PAGE_NUMBER])
def test_what_runs_along_the_edge_is_marked(label: Label) -> None:
    assert "marginal" in str(Reader(composed(Block(label, "7")).blocks[0]).tags[0][1]["class"])


def test_flags_of_a_block_stand_beside_it_and_those_of_the_page_above() -> None:
    page = composed(
        Block(Label.TEXT, "a"),
        Block(Label.TABLE, "<table><tr><td>b</td></tr></table>"),
        flags=(
            Flag(FlagKind.DAMAGED_TABLE, 'a "row" was <short>', block=1),
            Flag(FlagKind.TRUNCATED),
        ),
    )
    assert "flag" not in page.blocks[0]
    mark = next(a for _, a in Reader(page.blocks[1]).tags if a.get("class") == "flag")
    assert str(mark["title"]).endswith('a "row" was <short>')
    assert mark["aria-label"] == mark["title"]
    assert "cut off" in page.notice


@pytest.mark.parametrize("kind", FlagKind)
def test_every_flag_has_words(kind: FlagKind) -> None:
    page = composed(Block(Label.TEXT, "a"), flags=(Flag(kind, block=0),))
    mark = next(a for _, a in Reader(page.blocks[0]).tags if a.get("class") == "flag")
    assert len(str(mark["title"])) > 8


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (PageState.QUEUED, "not been read yet"),
        (PageState.RUNNING, "being read"),
        (PageState.BLANK, "blank"),
        (PageState.CANCELLED, "cancelled"),
        (PageState.FAILED, "The server <b>said</b> no. Ask again."),
    ],
)
def test_a_page_without_text_says_why(state: PageState, words: str) -> None:
    reason = Reason("ServerError", "The server <b>said</b> no.", "Ask again.")
    page = compose_state(0, PageSummary(0, state, reason, (), 1))
    said = re.sub(r"\s+", " ", Reader(page.notice.replace("</p><p>", " ")).text)
    assert words in said


def test_a_blank_page_says_so() -> None:
    assert "blank" in composed(flags=(Flag(FlagKind.BLANK),)).notice
    assert "Nothing was read" in composed().notice


def test_a_page_that_is_being_read_shows_what_is_there() -> None:
    raw = (
        "<|ref|>title<|/ref|><|det|>[[100, 50, 900, 90]]<|/det|>\n# A title\n\n"
        "<|ref|>text<|/ref|><|det|>[[100, 100, 900, 200]]<|/det|>\nHalf a sen"
    )
    typesetter = Typesetter()
    before = compose_live(raw[:-4], 2, typesetter)
    after = compose_live(raw, 2, typesetter)
    assert "<h1" in after.blocks[0]
    assert "Half a sen" in after.blocks[1]
    assert [index for index, _ in after.changes(before)] == [1]
    assert "det" not in Reader("".join(after.blocks)).text


def test_what_did_not_change_is_not_sent_again() -> None:
    before = composed(Block(Label.TEXT, "a"), Block(Label.TEXT, "b"))
    after = composed(Block(Label.TEXT, "a"), Block(Label.TEXT, "c"), Block(Label.TEXT, "d"))
    assert [index for index, _ in after.changes(before)] == [1, 2]
    assert after.changes(after) == []


def test_the_page_says_its_policy_and_how_it_looks() -> None:
    page = replace(composed(Block(Label.TEXT, "a")), title="<Page>")
    document = whole_page(page, serial=7, look=Look(dark=True))
    assert "default-src 'none'" in document.replace("&#x27;", "'")
    assert '<html class="dark">' in document
    assert "&lt;Page&gt;" in document

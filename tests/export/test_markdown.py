from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from desktop.export.markdown_safe import safe_markdown
from desktop.export.markdown_tables import table_markdown
from desktop.model.table import parse_table
from desktop.text import escape_markdown
from tests.export.documents import SIMPLE, SPANS, page_of, paper, paper_document, png, write


def _tokens(markdown: str) -> list[Token]:
    """As any GitHub-like program reads it."""
    return MarkdownIt("commonmark", {"html": True}).enable("table").parse(markdown)


def _kinds(markdown: str) -> set[str]:
    tokens = _tokens(markdown)
    return {t.type for t in tokens} | {c.type for t in tokens for c in t.children or []}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return write(paper(), tmp_path / "A (1) ü.md", document=paper_document())


def test_it_reads_as_headings_tables_and_pictures(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    tokens = _tokens(text)
    outline = [
        (t.tag, tokens[n + 1].content) for n, t in enumerate(tokens) if t.type == "heading_open"
    ]
    assert outline == [
        ("h1", "On *Glass* & $x^2$"),
        ("h2", "1 Introduction"),
        ("h3", "1.1 Details"),
    ]
    images = [c for t in tokens for c in t.children or [] if c.type == "image"]
    (source,) = [str(image.attrs["src"]) for image in images]
    assert (file.parent / unquote(source)).read_bytes() == png(colour="green")
    assert "$$\na=\\frac{b}{c} \\tag{1}\n$$" in text
    assert "[Page 3 could not be read]" in text
    assert "\\[1]: Author" in text
    assert "```python\nx = '<b>'\n```" in text


def test_captions_stand_by_what_they_explain(file: Path) -> None:
    lines = [line for line in file.read_text(encoding="utf-8").split("\n") if line]
    assert lines[lines.index("Table 1. Kinds, $z$") + 1].startswith("<table>")
    picture = next(n for n, line in enumerate(lines) if line.startswith("![Figure 1 on page 1]("))
    assert lines[picture + 1] == "Figure 1. A *red* thing"


def test_a_simple_table_has_pipes_and_one_with_spans_is_html() -> None:
    assert table_markdown(parse_table(SIMPLE)) == (
        "| Name | Size \\| weight |\n| --- | --- |\n| a\\*b $\\vert x\\vert$ | 1.5 m<sup>2</sup> |"
    )
    markup = table_markdown(parse_table(SPANS))
    assert markup.startswith("<table>")
    assert 'rowspan="2"' in markup
    assert "&#36;5 if $x&lt;y$" in markup
    assert "\n\n" not in markup
    assert _kinds(markup) == {"html_block"}


@pytest.mark.parametrize(
    ("rows", "pipes"),
    [
        ("<tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr>", True),
        ("<tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr>", True),
        ("<tr><td></td><td>b</td></tr><tr><td>x</td><td>2</td></tr>", True),
        ("<tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr>", False),
        ("<tr><td>a</td><td>b</td></tr><tr><td>1</td></tr>", False),
        ("<tr><td>a</td><td>b<br>c</td></tr><tr><td>1</td><td>2</td></tr>", False),
        ("<tr><th>a</th><th>b</th></tr><tr><th>1</th><td>2</td></tr>", False),
        ("", False),
    ],
)
def test_tables_have_pipes_where_that_loses_nothing(rows: str, pipes: bool) -> None:
    markup = table_markdown(parse_table(f"<table>{rows}</table>"))
    assert markup.startswith("|") is pipes


_cell = st.text(st.sampled_from("ab 1|*_`$\\<>&#[]()!~-."), min_size=1, max_size=12).filter(
    lambda text: text.strip() == text and "  " not in text
)


@given(st.lists(st.tuples(_cell, _cell), min_size=1, max_size=3))
def test_whatever_is_in_cells_of_a_piped_table_renders_as_it_was(
    rows: list[tuple[str, str]],
) -> None:
    def html(text: str) -> str:
        escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return escaped.replace("$", "&#36;")

    body = "".join(f"<tr><td>{html(a)}</td><td>{html(b)}</td></tr>" for a, b in rows)
    markup = table_markdown(parse_table(f"<table><tr><th>x</th><th>y</th></tr>{body}</table>"))
    cells = [t for t in _tokens(markup) if t.type == "inline"][2:]
    shown = ["".join(c.content for c in t.children or [] if c.type in ("text",)) for t in cells]
    assert shown == [text for row in rows for text in row]


def test_hostile_text_stays_text() -> None:
    safe = safe_markdown(
        "<script>alert(1)</script> ![x](http://127.0.0.1/x.png) [a](javascript:alert(1)) "
        "<img src=x onerror=alert(1)> [b](JavaScript:x) [c](data:text/html,x) <b>bold</b>"
    )
    kinds = _kinds(safe)
    assert not kinds & {"image", "link_open", "html_block"}
    inline = [c.content for t in _tokens(safe) for c in t.children or [] if c.type == "html_inline"]
    assert inline == ["<b>", "</b>"]


def test_what_would_swallow_the_rest_is_closed_or_escaped() -> None:
    assert safe_markdown("```\ncode") == "```\ncode\n```"
    assert _kinds(safe_markdown("words\n---")) == _kinds("words\nmore")
    assert safe_markdown("[a]: http://x.y").startswith("\\[a]")
    assert safe_markdown("<!-- never closed").startswith("\\<")


def test_code_and_formulas_are_left_alone() -> None:
    assert safe_markdown("`<script>` and $a < b$ and ``x ` <y>``") == (
        "`<script>` and $a < b$ and ``x ` <y>``"
    )
    assert safe_markdown("$x<y$ and $5") == "$x\\lt y$ and \\$5"
    assert safe_markdown("```\n<b> ![x](y)\n```") == "```\n<b> ![x](y)\n```"


@given(st.text(st.sampled_from("ab $`<>\\![]()\n-=#~/:*_"), max_size=60))
def test_it_never_raises_and_is_stable(text: str) -> None:
    once = safe_markdown(text)
    assert not _kinds(once) & {"image", "html_block"}
    assert safe_markdown(once) == once


@given(st.text(st.sampled_from("ab $`<>\\![]()-=#~/:*_"), max_size=40))
def test_literal_text_stays_literal(text: str) -> None:
    escaped = escape_markdown(text)
    assert safe_markdown(escaped) == escaped.strip("\n")


def test_pictures_of_an_earlier_export_go_and_other_files_stay(tmp_path: Path) -> None:
    target = write(paper(), tmp_path / "a.md")
    folder = tmp_path / "a_files"
    (folder / "page-099-figure-1.png").write_bytes(b"ours, old")
    (folder / "mine.png").write_bytes(b"not ours")
    write(paper(), target)
    left = sorted(path.name for path in folder.iterdir())
    assert left == ["mine.png", "page-001-figure-1.png"]


def test_without_pictures_there_is_no_folder(tmp_path: Path) -> None:
    target = write(paper(), tmp_path / "a.md")
    write(page_of("Words."), target)
    assert not (tmp_path / "a_files").exists()
    assert target.read_text() == "Words.\n"


def test_a_picture_that_can_not_be_had_leaves_a_visible_mark(tmp_path: Path) -> None:
    target = write(paper(), tmp_path / "a.md", figures=lambda _: None)
    assert "**[Figure 1 on page 1 is not available]**" in target.read_text()
    assert not (tmp_path / "a_files").exists()

from __future__ import annotations

import base64
import hashlib
import html
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from desktop.export import Formula, render_block, render_inline
from tests.export.documents import page_of, paper, paper_document, png, write


class _Page(HTMLParser):
    """Every start tag with its attributes, and what is read on the page."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "br", "img", "hr"):
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> str:
    target = tmp_path_factory.mktemp("html") / "paper.html"
    return write(paper(), target, document=paper_document()).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def page(text: str) -> _Page:
    return _Page(text)


def test_the_file_needs_nothing_else_and_runs_nothing(page: _Page, text: str) -> None:
    names = {name for name, _ in page.tags}
    assert not names & {"script", "link", "iframe", "object", "base", "form", "svg"}
    (picture,) = page.all("img")
    source = str(picture["src"])
    assert base64.b64decode(source.removeprefix("data:image/png;base64,")) == png(colour="green")
    assert not any(key.startswith("on") or key == "style" for _, a in page.tags for key in a)
    policy = next(str(a["content"]) for a in page.all("meta") if a.get("http-equiv") is not None)
    style = text.split("<style>")[1].split("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'"


def test_headings_tables_and_captions_are_what_they_are(page: _Page, text: str) -> None:
    assert len(page.all("h1")) == len(page.all("h2")) == len(page.all("h3")) == 1
    assert {"rowspan": "2", "dir": "auto"} in page.all("td")
    assert {"colspan": "2", "dir": "auto"} in page.all("td")
    assert "<figcaption>" in text
    assert len(page.all("caption")) == 1
    assert '<title dir="auto">On Glass &amp; x^2</title>' in text


def test_formulas_are_mathml_and_bad_tex_is_visible(page: _Page) -> None:
    shown = sorted(str(attributes["display"]) for attributes in page.all("math"))
    assert shown == ["block", *["inline"] * 6]
    assert r"$$\undefinedthing{x}$$" in page.words


def test_every_paragraph_finds_its_own_direction(page: _Page) -> None:
    assert all(attributes.get("dir") == "auto" for attributes in page.all("p") if attributes)
    assert "مرحبا بالعالم، هذا نص عربي." in page.words
    assert "中文段落，有标点。" in page.words


def test_a_picture_that_can_not_be_had_leaves_a_visible_mark(tmp_path: Path) -> None:
    target = write(paper(), tmp_path / "a.html", figures=lambda _: b"not a picture")
    page = _Page(target.read_text(encoding="utf-8"))
    assert not page.all("img")
    assert "[Figure 1 on page 1 is not available]" in page.words


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "![x](http://127.0.0.1:9/x.png)",
        "![x](file:///etc/passwd)",
        "<a href='javascript:alert(1)'>x</a>",
        "<iframe src=//x.y></iframe>",
        "<b onclick=alert(1)>x</b>",
        "<style>*{background:url(//x.y)}</style>",
        "<table><tr><td onclick=alert(1) style='x'>"
        "<img src=x onerror=alert(1)><script>x</script></td></tr></table>",
        "$</script><script>alert(1)</script>$",
        "$<img src=x onerror=alert(1)>$",
        "`<script>`",
        "\ufdd00\ufdd1<script>\ufdd4",
        "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
        "<!--><script>alert(1)</script>-->",
        "<b><table><tr><td></b><script>",
    ],
)
def test_hostile_text_is_only_text(hostile: str) -> None:
    page = _Page(render_block(hostile))
    allowed = {"p", "b", "a", "code", "table", "tbody", "thead", "tr", "td"}
    assert {name for name, _ in page.tags} <= allowed
    for _, attributes in page.tags:
        assert set(attributes) <= {"dir", "class", "rel", "href"}
        assert "javascript" not in str(attributes.get("href", "")).lower()


def test_formulas_survive_the_sanitiser_and_are_rendered_by_the_caller() -> None:
    seen: list[Formula] = []

    def math(formula: Formula) -> str:
        seen.append(formula)
        return f"<m{len(seen)}>"

    shown = render_block(
        r"If $x<y$ or $$a<b$$ but \$5 and `$c$`, 10$^{-3}$ and $5 or $6."
        "\n\n<table><tr><td>$p&lt;q$ &#36;7 \\$8</td></tr></table>",
        math=math,
    )
    assert seen == [
        Formula("x<y"),
        Formula("a<b", display=True),
        Formula("^{-3}"),
        Formula("p<q"),
    ]
    assert "If <m1> or <m2> but $5 and <code>$c$</code>, 10<m3> and $5 or $6." in shown
    assert "<m4> $7 $8" in shown


def test_a_heading_has_no_paragraph_in_it() -> None:
    assert render_inline("A *b* & c") == "A <em>b</em> &amp; c"


def test_printed_text_is_not_read_as_markup_that_hides_it() -> None:
    shown = render_block("[1]: http://x.y\n\n    indented\n\nwords\n-----")
    assert "[1]: http://x.y" in shown
    assert "<pre>" not in shown
    assert "<h2" not in shown


def test_many_pieces_are_written_in_parts(tmp_path: Path) -> None:
    results = page_of(*(f"Number $n_{{{n}}}$ of them." for n in range(2300)))
    page = _Page(write(results, tmp_path / "a.html").read_text(encoding="utf-8"))
    assert len(page.all("math")) == 2300
    sources = [w for w in page.words if w.startswith("n_{")]
    assert sources == [f"n_{{{n}}}" for n in range(2300)]
    assert re.search("Number", html.unescape("".join(page.words)))

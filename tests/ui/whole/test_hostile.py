"""A hostile model reaches nobody."""

from __future__ import annotations

import re
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.bed.papers import scanned_pdf
from tests.bed.standin import Rule, StandIn
from tests.ui.text.view.hostile import ALONE, TOGETHER
from tests.ui.text.view.walls import Doors
from tests.ui.whole.hostile import END
from tests.ui.whole.program import chosen, played


@pytest.fixture
def doors() -> Iterator[Doors]:
    """A server that counts who knocks."""
    with Doors() as doors:
        thread = threading.Thread(target=doors.serve_forever)
        thread.start()
        yield doors
        doors.shutdown()
        thread.join()


def pieces(url: str) -> list[str]:
    """What the model says: the view's own collection, and what files are made to fetch."""
    said = [
        re.sub(r"@(?!import|font)", f"{url}{name}", piece)
        for name, piece in {**TOGETHER, **ALONE}.items()
    ]
    return [
        *said,
        f"![a picture]({url}markdown)",
        f"<p>![a picture]({url}inside)</p>",
        f"[![both]({url}outer)]({url}link)",
        f"![reference][1]\n\n[1]: {url}reference",
        f"<img src=file:///etc/hostname> ![a file](file:///etc/hostname) <{url}angle>",
        f"$\\includegraphics{{{url}graphics}}$ $\\href{{{url}href}}{{x}}$",
    ]


def reply(blocks: list[tuple[str, str]]) -> str:
    """A grounded reply with these labels and texts, and the last words."""
    step = 900 // (len(blocks) + 1)
    return "\n\n".join(
        f"<|ref|>{label}<|/ref|><|det|>[[50, {50 + i * step}, 950, {45 + (i + 1) * step}]]<|/det|>"
        f"\n{text}"
        for i, (label, text) in enumerate([*blocks, ("text", END)])
    )


def test_what_a_hostile_model_says_is_shown_and_exported_without_a_single_connection(
    tmp_path: Path, doors: Doors
) -> None:
    paper, home = scanned_pdf(tmp_path / "paper.pdf", 2), tmp_path / "home"
    said = pieces(doors.url)
    cells = "".join(f"<tr><td>{piece}</td></tr>" for piece in said)
    replies = (
        reply([("text", piece) for piece in said]),
        reply([("title", said[0]), ("table", f"<table>{cells}</table>"), ("equation", said[-1])]),
    )
    rules = [Rule(reply=text, nth=(number,)) for number, text in enumerate(replies)]
    with StandIn(rules=rules) as server:
        chosen(home, servers=(server.url,), export_formats=("html", "docx"), retries=0)
        with played("hostile", home, paper) as program:
            program.wait_for("shown")
            assert doors.knocks == {}
            written = program.wait_for("written")
            program.ends()
    assert doors.knocks == {}
    assert {Path(path).suffix for path in written} == {".html", ".docx"}
    page = next(Path(path) for path in written if path.endswith(".html"))
    fetched = re.findall(
        r"""<[^>]+\s(?:src|srcset|poster|data)\s*=[^>]*""", page.read_text("utf-8")
    )
    assert [tag for tag in fetched if "data:image/" not in tag] == []
    with zipfile.ZipFile(next(path for path in written if path.endswith(".docx"))) as word:
        lines = word.read("word/_rels/document.xml.rels").decode().split("<Relationship ")
    outside = [line for line in lines if "External" in line and "/hyperlink" not in line]
    assert outside == []
    # The door is one that opens.
    assert httpx.get(doors.url, timeout=10).status_code == 404
    assert doors.knocks == {"": 1}

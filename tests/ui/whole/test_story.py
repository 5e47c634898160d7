"""A whole story in one test."""

from __future__ import annotations

from pathlib import Path

import docx
from PIL import Image, ImageDraw

from tests.bed.papers import scanned_pdf
from tests.bed.standin import Rule, StandIn
from tests.ui.whole.program import GONE, chosen, played
from tests.ui.whole.story import TYPED

REPLY = """<|ref|>title<|/ref|><|det|>[[100, 80, 500, 120]]<|/det|>
# Results

<|ref|>text<|/ref|><|det|>[[100, 140, 900, 200]]<|/det|>
The machine works.

<|ref|>table<|/ref|><|det|>[[100, 240, 900, 400]]<|/det|>
<table><tr><td>Name</td><td>Value</td></tr><tr><td>Speed</td><td>5</td></tr></table>
"""


def tiff(path: Path, pages: int) -> Path:
    """A TIFF of several pages, each with its number."""
    images = []
    for page in range(pages):
        image = Image.new("L", (300, 424), 255)
        ImageDraw.Draw(image).text((60, 100), f"Sheet {page + 1}", fill=0, font_size=40)
        images.append(image)
    images[0].save(path, save_all=True, append_images=images[1:])
    return path


def test_a_folder_is_dropped_read_corrected_killed_found_again_and_exported(
    tmp_path: Path,
) -> None:
    folder, home = tmp_path / "papers", tmp_path / "home"
    folder.mkdir()
    scanned_pdf(folder / "paper.pdf", 3)
    tiff(folder / "scans.tif", 2)
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\nno more than a beginning")
    with StandIn(seconds=0.1, rules=[Rule(reply=REPLY)]) as server:
        chosen(home, servers=(server.url,), export_formats=("docx",))
        with played("begin", home, folder) as program:
            program.wait_for("edited")
            said = program.said
            program.kill()
        assert said["documents"] == {"paper.pdf": 3, "scans.tif": 2}
        assert said["problems"] == ["broken.pdf"]
        assert said["read"] == 5
        assert said["live"] > 0
        assert said["looked_at"]
        with played("go-on", home) as program:
            program.wait_for("written")
            assert program.ends() < GONE
            said = program.said
        assert said["documents"] == {"paper.pdf": 3, "scans.tif": 2}
        assert said["states"] == ["done", "done"]
        assert said["place"] == ["paper.pdf", 1]
        assert said["problems"] == ["broken.pdf"]
        assert len(server.requests()) == 5
    assert said["written"] == [str(folder / "paper.docx")]
    word = docx.Document(said["written"][0])
    texts = [paragraph.text for paragraph in word.paragraphs]
    assert sum(TYPED.strip() in text for text in texts) == 1
    assert texts.count("The machine works.") == 3
    assert len(word.tables) == 3

"""The window without a mouse."""

from __future__ import annotations

from pathlib import Path

from tests.bed.papers import scanned_pdf
from tests.bed.standin import StandIn
from tests.ui.whole.program import chosen, played


def test_keys_alone_lead_from_the_start_to_an_exported_file(tmp_path: Path) -> None:
    paper, home = scanned_pdf(tmp_path / "paper.pdf", 2), tmp_path / "home"
    with StandIn() as server:
        chosen(home, servers=(server.url,), export_formats=("docx",))
        with played("keys", home, paper) as program:
            assert program.wait_for("written") == [str(tmp_path / "paper.md")]
            program.ends()
    text = (tmp_path / "paper.md").read_text(encoding="utf-8")
    assert text.count("By keys alone. ") == 1
    assert not (tmp_path / "paper.docx").exists()

"""The first minute of somebody who has set up nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bed.papers import scanned_pdf
from tests.ui.whole.program import chosen, played


@pytest.mark.engine
def test_a_page_that_is_dropped_on_a_fresh_program_is_read_by_the_built_in_engine(
    tmp_path: Path,
) -> None:
    paper, home = scanned_pdf(tmp_path / "paper.pdf", 1), tmp_path / "home"
    chosen(home, long_edge=0)
    with played("first-minute", home, paper, "Page 1") as program:
        assert program.wait_for("boxes") > 0
        program.ends()

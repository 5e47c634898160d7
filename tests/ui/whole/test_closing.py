"""Closing in the middle of work."""

from __future__ import annotations

from pathlib import Path

from tests.bed.papers import scanned_pdf
from tests.bed.standin import StandIn
from tests.ui.whole.program import GONE, chosen, played

PAGES = 6
#: How many pages such a server gets at once: one is read, one waits for its turn.
AT_ONCE = 2


def test_closing_while_working_asks_once_leaves_in_time_and_goes_on_at_the_next_start(
    tmp_path: Path,
) -> None:
    paper, home = scanned_pdf(tmp_path / "paper.pdf", PAGES), tmp_path / "home"
    with StandIn(seconds=0.4) as server:
        chosen(home, servers=(server.url,))
        with played("close", home, paper) as program:
            program.wait_for("leaves")
            assert program.ends() < GONE
            said = program.said
        assert said["asked"] == "1 document is still being read."
        assert said["questions"] == 1
        assert said["stays"]
        begun = len(server.requests())
        assert begun < PAGES
        with played("come-back", home) as program:
            assert program.wait_for("news") == "Going on with 1 document from last time."
            program.ends()
        # Only what was in the middle of being read is read twice.
        assert len(server.requests()) <= PAGES + AT_ONCE

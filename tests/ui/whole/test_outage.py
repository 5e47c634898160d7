"""A server that is not there."""

from __future__ import annotations

from pathlib import Path

from tests.bed.papers import scanned_pdf
from tests.bed.standin import StandIn
from tests.ui.whole.program import chosen, played


def test_a_dead_server_is_said_and_pages_wait_until_it_is_back(tmp_path: Path) -> None:
    paper, home = scanned_pdf(tmp_path / "paper.pdf", 3), tmp_path / "home"
    with StandIn() as server:
        server.stop()
        chosen(home, servers=(server.url,))
        with played("outage", home, paper) as program:
            bar = program.wait_for("bar")
            server.start()
            program.answer()
            assert program.wait_for("left") == []
            program.ends()
            said = program.said
        assert len(server.requests()) == 3
    assert f"The server at 127.0.0.1:{server.port} can't be reached." in bar
    assert "The document waits" in bar
    assert said["reason"] in bar
    assert said["state"] == "paused"
    assert said["counts"] == {"queued": 3}
    assert said["problems"] == ["paper.pdf"]

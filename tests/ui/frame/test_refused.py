"""Files that could not be added are still listed after a restart."""

from __future__ import annotations

from pathlib import Path

import pytest
import shiboken6

from desktop.errors import NotADocument, StoreFull
from desktop.ui.bridge import Bridge
from desktop.ui.panels.problems import Problems
from desktop.ui.refused import Refused
from desktop.ui.session import Session


def _report(bridge: Bridge, name: str) -> None:
    error = NotADocument(f"{name} is not a document.", "Choose a PDF or an image.")
    bridge.report(error, path=Path(name))


def test_they_come_back_in_order_and_quietly_until_they_are_taken_off(
    bridge: Bridge, tmp_path: Path
) -> None:
    problems = Problems.of(bridge)
    first = Refused(bridge, Session(tmp_path), bridge)
    _report(bridge, "a.txt")
    bridge.report(StoreFull("The disk is full.", "Make room."))
    bridge.report(NotADocument("b.txt can't be opened.", "Ask its maker."), path=Path("b.txt"))
    listed = [entry.files for entry in problems.entries() if entry.files]
    assert listed == [(Path("b.txt"),), (Path("a.txt"),)]
    shiboken6.delete(first)  # the program ends
    problems.dismiss_all()

    came: list[object] = []
    problems.came.connect(came.append)
    Refused(bridge, Session(tmp_path), bridge)
    assert [entry.files for entry in problems.entries()] == listed
    assert problems.entries()[0].reason.advice == "Ask its maker."
    assert came == []
    problems.dismiss(problems.entries()[0].number)
    assert "b.txt" not in Session(tmp_path).text("refused")
    assert "a.txt" in Session(tmp_path).text("refused")


@pytest.mark.parametrize("text", ["{", "[[1]]", '[["a", "b", "c", "d", "e"]]', "[" * 5000, "7"])
def test_a_memory_that_makes_no_sense_is_none(bridge: Bridge, tmp_path: Path, text: str) -> None:
    session = Session(tmp_path)
    session.keep("refused", text)
    Refused(bridge, session, bridge)
    assert Problems.of(bridge).entries() == ()

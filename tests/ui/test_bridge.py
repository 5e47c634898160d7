"""The link between core and widgets: events, results, edits."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.errors import UsageError
from desktop.model.cancel import CancelToken
from desktop.model.events import PageChanged, PageText
from desktop.model.states import JobId, PageState
from desktop.ui.bridge import Bridge, Problem
from desktop.ui.events import EventGate
from tests.bed.papers import scanned_pdf
from tests.ui.conftest import Add


def test_a_result_that_is_not_in_memory_is_read_and_told(
    qtbot: QtBot, bridge: Bridge, add: Add, tmp_path: Path
) -> None:
    job = add(scanned_pdf(tmp_path / "a.pdf", 2))
    with qtbot.waitSignal(bridge.result_changed) as told:
        assert bridge.result(job, 1) is None
    assert told.args == [job, 1]
    result = bridge.result(job, 1)
    assert result is not None
    assert result.blocks


def test_edits_reach_the_store_in_the_order_in_which_they_were_typed(
    qtbot: QtBot, bridge: Bridge, add: Add, tmp_path: Path
) -> None:
    job = add(scanned_pdf(tmp_path / "a.pdf", 1))
    for text in ("t", "ty", "typed"):
        bridge.edit(job, 0, 0, text)
    qtbot.waitUntil(lambda: not bridge.saving)
    stored = bridge.service.result(job, 0)
    assert stored is not None
    assert stored.blocks[0].markdown == "typed"
    bridge.undo(job, 0)
    qtbot.waitUntil(lambda: not bridge.saving)
    stored = bridge.service.result(job, 0)
    assert stored is not None
    assert stored.blocks[0].markdown != "typed"


def test_edits_that_wait_when_the_window_closes_are_saved(
    bridge: Bridge, add: Add, tmp_path: Path
) -> None:
    job = add(scanned_pdf(tmp_path / "a.pdf", 1))
    for number in range(20):
        bridge.edit(job, 0, 0, f"edit {number}")
    bridge.close()
    stored = bridge.service.result(job, 0)
    assert stored is not None
    assert stored.blocks[0].markdown == "edit 19"


def test_pages_in_the_library_follow_their_events(
    qtbot: QtBot, bridge: Bridge, add: Add, tmp_path: Path
) -> None:
    job = add(scanned_pdf(tmp_path / "a.pdf", 3), wait=False)
    bridge.library.pages(job)

    def all_done() -> bool:
        pages = bridge.library.pages(job)
        return len(pages) == 3 and all(page.state is PageState.DONE for page in pages)

    qtbot.waitUntil(all_done, timeout=20_000)
    qtbot.waitUntil(lambda: _done(bridge, job) == 3)


def _done(bridge: Bridge, job: JobId) -> int:
    summary = bridge.library.job(job)
    return 0 if summary is None else summary.counts[PageState.DONE]


def test_a_known_error_of_a_task_is_a_problem_and_a_bug_is_not(
    qtbot: QtBot, bridge: Bridge
) -> None:
    def refuse(_: object) -> None:
        raise UsageError("No.", "Don't.")

    def break_down(_: object) -> None:
        raise ZeroDivisionError

    with qtbot.waitSignal(bridge.problem) as told:
        bridge.tasks.run(refuse)
    problem = told.args[0]
    assert isinstance(problem, Problem)
    assert problem.error.what == "No."
    with qtbot.waitSignal(bridge.unexpected) as told:
        bridge.tasks.run(break_down)
    assert isinstance(told.args[0], ZeroDivisionError)


def test_a_newer_task_of_the_same_key_silences_the_older_one(qtbot: QtBot, bridge: Bridge) -> None:
    said: list[int] = []
    for number in range(30):
        bridge.tasks.run(partial(_number, number), done=said.append, key="same")
    qtbot.waitUntil(lambda: not bridge.tasks.busy)
    assert said == [29]


def _number(number: int, _: CancelToken) -> int:
    return number


def test_of_a_pages_growing_text_only_the_newest_is_told_and_order_is_kept(qtbot: QtBot) -> None:
    gate = EventGate()
    told: list[object] = []
    gate.passed.connect(told.append)
    job = JobId(1)
    for number in range(1000):
        gate.put(PageText(job, 0, "x" * number))
    gate.put(PageChanged(job, 0, PageState.DONE))
    gate.put(PageChanged(job, 1, PageState.RUNNING))
    qtbot.waitUntil(lambda: len(told) == 3)
    assert told[0] == PageText(job, 0, "x" * 999)
    assert told[1:] == [
        PageChanged(job, 0, PageState.DONE),
        PageChanged(job, 1, PageState.RUNNING),
    ]

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.errors import UsageError
from desktop.model.blocks import PageResult
from desktop.model.states import JobId, PageState
from desktop.store import Store
from tests.store.library import add, opened, read, result


def texts(store: Store, job: JobId, page: int = 0) -> list[str]:
    shown = store.results.shown(job, page)
    assert isinstance(shown, PageResult)
    return [block.markdown for block in shown.blocks]


def read_again(store: Store, job: JobId, text: str) -> None:
    store.pages.move(job, {PageState.DONE}, PageState.QUEUED, pages={0})
    read(store, job, 0, text)


def test_an_edit_lies_over_the_recognised_text_and_can_be_taken_back(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        job = add(store)
        read(store, job, 0)
        store.results.edit(job, 0, 1, "Better words.")
        store.results.edit(job, 0, 1, "Best words.")
    with opened(tmp_path) as store:
        assert texts(store, job)[1] == "Best words."
        assert store.results.undo(job, 0)
        assert texts(store, job)[1] == "Better words."
        assert store.results.undo(job, 0)
        assert texts(store, job)[1] == "Words."
        assert not store.results.undo(job, 0)
        assert store.results.redo(job, 0)
        assert texts(store, job)[1] == "Better words."
        store.results.edit(job, 0, 0, "# New title")
        assert not store.results.redo(job, 0)
        store.results.edit(job, 0, 1, None)
        assert texts(store, job)[:2] == ["# New title", "Words."]
        assert [edit.undone for edit in store.results.edits(job, 0)] == [False, True, False, False]


def test_reading_a_page_again_never_takes_a_correction_away(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        job = add(store)
        read(store, job, 0)
        store.results.edit(job, 0, 1, "By hand.")
        read_again(store, job, "By another server.")
        assert texts(store, job)[1] == "By hand."
        store.results.edit(job, 0, 1, None)
        assert texts(store, job)[1] == "By another server."
        assert store.results.undo(job, 0)
        assert texts(store, job)[1] == "By hand."


def test_typing_that_goes_on_is_taken_back_as_one(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        job = add(store)
        read(store, job, 0)
        for text in ("B", "Be", "Bet"):
            store.results.edit(job, 0, 1, text, continues=True)
        store.results.edit(job, 0, 1, "Bet more")
        store.results.edit(job, 0, 0, "# Title", continues=True)
        assert len(store.results.edits(job, 0)) == 3
        store.results.undo(job, 0)
        store.results.undo(job, 0)
        assert texts(store, job)[1] == "Bet"
        # What was taken back is not gone on with.
        store.results.edit(job, 0, 1, "Bets", continues=True)
        store.results.undo(job, 0)
        assert texts(store, job)[1] == "Bet"
        store.results.undo(job, 0)
        assert texts(store, job)[1] == "Words."


def test_an_edit_goes_to_the_reading_that_the_person_saw(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        job = add(store)
        read(store, job, 0)
        store.pages.move(job, {PageState.DONE}, PageState.QUEUED, pages={0})
        store.results.edit(job, 0, 1, "Typed while it was read again.", version=1)
        read(store, job, 0, "Read again.")
        assert texts(store, job)[1] == "Typed while it was read again."
        store.results.undo(job, 0)
        assert texts(store, job)[1] == "Read again."
        store.results.edit(job, 0, 1, "Typed before that was seen.", version=1)
        assert texts(store, job)[1] == "Typed before that was seen."
        with pytest.raises(UsageError, match="no block"):
            store.results.edit(job, 0, 1, "x", version=3)


def test_without_edits_the_newest_reading_is_shown(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        job = add(store)
        read(store, job, 0)
        read_again(store, job, "Second.")
        assert list(store.results.iterate(job)) == [result(0, "Second.")]
        assert len(store.pages.recognitions(job, 0)) == 2


def test_a_block_or_page_that_is_not_there_can_not_be_edited(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        job = add(store)
        read(store, job, 0)
        for page, block in ((0, 4), (0, -1), (1, 0)):
            with pytest.raises(UsageError, match="no block"):
                store.results.edit(job, page, block, "x")


def test_edits_of_many_pages_find_their_own_when_read_in_chunks(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        job = add(store, pages=70)
        for page in range(70):
            read(store, job, page)
        for page in (0, 31, 32, 69):
            store.results.edit(job, page, 1, f"edited {page}")
        edited = [
            each.page for each in store.results.iterate(job) if each.blocks[1].markdown != "Words."
        ]
        assert edited == [0, 31, 32, 69]
        assert store.results.pages(job) == tuple(range(70))

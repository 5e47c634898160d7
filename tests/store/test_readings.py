"""What a person changed outlives a page that is read again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from desktop.model.blocks import Block, FlagKind, Label, PageResult
from desktop.model.geometry import Box
from desktop.model.states import JobId, PageState
from desktop.model.versions import Versions
from desktop.store import Store
from tests.store.library import add, opened

UPPER, LOWER = Box(0.1, 0.1, 0.9, 0.4), Box(0.1, 0.5, 0.9, 0.9)
#: About the same as UPPER, as another model or size gives it.
NEARLY_UPPER = Box(0.11, 0.09, 0.9, 0.41)


def page(*blocks: tuple[str, Box | None]) -> PageResult:
    return PageResult(
        0, tuple(Block(Label.TEXT, text, box) for text, box in blocks), (), 595.0, 842.0
    )


def read(store: Store, job: JobId, result: PageResult) -> None:
    store.pages.move(job, {PageState.DONE}, PageState.QUEUED, pages={0})
    tries = store.pages.start(job, 0)
    assert tries is not None
    assert store.pages.finish(job, 0, tries, PageState.DONE, result=result)


def texts(store: Store, job: JobId) -> list[str]:
    shown = store.results.shown(job, 0)
    assert shown is not None
    assert [shown] == list(store.results.iterate(job))
    return [block.markdown for block in shown.blocks]


def versions(store: Store, job: JobId) -> Versions:
    found = store.choices.versions(job, 0)
    assert found is not None
    return found


def flagged(store: Store, job: JobId) -> bool:
    """Whether the person is told to look; the summary and the result must say the same."""
    shown = store.results.shown(job, 0)
    assert shown is not None
    (summary, *_) = store.pages.all(job)
    kinds = {flag.kind for flag in shown.flags}
    assert kinds == {flag.kind for flag in summary.flags}
    return FlagKind.OTHER_READING in kinds


def test_an_edit_stays_where_the_new_reading_says_the_same(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        job = add(store, pages=1)
        read(store, job, page(("one", UPPER), ("two", LOWER)))
        store.results.edit(job, 0, 0, "by hand")
        read(
            store, job, page(("new", Box(0.1, 0.0, 0.9, 0.05)), ("one", NEARLY_UPPER), ("2", LOWER))
        )
        assert texts(store, job) == ["new", "by hand", "2"]
        assert not flagged(store, job)
        (edit,) = versions(store, job).edits
        assert (edit.block, edit.made_on.markdown, edit.stale) == (1, "one", False)
        # Taking it back, bringing it back and going on with it are as if nothing had happened.
        assert store.results.undo(job, 0)
        assert texts(store, job) == ["new", "one", "2"]
        assert store.results.redo(job, 0)
        store.results.edit(job, 0, 1, "by hand, more", continues=True)
        assert texts(store, job) == ["new", "by hand, more", "2"]
        assert store.results.undo(job, 0)
        assert not store.results.undo(job, 0)
        assert store.pages.all(job)[0].edited is False


def test_an_edit_over_new_words_stays_shown_until_the_person_chooses(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        job = add(store, pages=1)
        read(store, job, page(("one", UPPER), ("two", LOWER)))
        store.results.edit(job, 0, 0, "by hand")
        read(store, job, page(("uno", NEARLY_UPPER), ("due", LOWER)))
        assert texts(store, job) == ["by hand", "due"]
        assert flagged(store, job)
        (edit,) = versions(store, job).stale
        assert edit.made_on.markdown == "one"
        assert edit.recognised is not None
        assert edit.recognised.markdown == "uno"
        store.choices.drop_edit(job, 0)
        assert texts(store, job) == ["uno", "due"]
        assert not flagged(store, job)
        assert store.results.undo(job, 0)
        assert texts(store, job) == ["by hand", "due"]
        store.choices.keep_edit(job, 0, 0)
        assert texts(store, job) == ["by hand", "due"]
        assert not flagged(store, job)
        # What was chosen once is not asked again, unless there are new words.
        read(store, job, page(("uno", UPPER), ("deux", LOWER)))
        assert texts(store, job) == ["by hand", "deux"]
        assert not flagged(store, job)
        read(store, job, page(("eins", UPPER)))
        assert texts(store, job) == ["by hand"]
        assert flagged(store, job)
        # The words are again those that the edit was made on.
        read(store, job, page(("one", UPPER)))
        assert not flagged(store, job)


def test_a_text_without_a_place_keeps_the_old_reading_until_it_is_given_up(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        job = add(store, pages=1)
        read(store, job, page(("one", UPPER), ("two", LOWER)))
        store.results.edit(job, 0, 0, "by hand")
        store.results.edit(job, 0, 1, "by hand too")
        read(store, job, page(("nothing above", LOWER)))
        assert texts(store, job) == ["by hand", "by hand too"]
        assert flagged(store, job)
        known = versions(store, job)
        assert (known.shown, known.newest) == (1, 2)
        assert [edit.recognised and edit.recognised.markdown for edit in known.edits] == [
            None,
            "nothing above",
        ]
        assert [edit.stale for edit in known.edits] == [True, False]
        store.choices.keep_edit(job, 0)
        assert not flagged(store, job)
        store.choices.drop_edit(job, 0, 0)
        assert texts(store, job) == ["by hand too"]
        assert flagged(store, job)
        # Both can be taken back to what they were.
        assert store.results.undo(job, 0)
        assert texts(store, job) == ["by hand", "by hand too"]
        assert store.results.redo(job, 0)
        assert store.results.undo(job, 0)
        assert store.results.undo(job, 0)
        assert store.results.undo(job, 0)
        assert texts(store, job) == ["nothing above"]
        assert versions(store, job).edits == ()
        assert store.results.redo(job, 0)
        assert texts(store, job) == ["by hand", "two"]


def test_texts_without_boxes_are_known_by_their_words(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        job = add(store, pages=1)
        read(store, job, page(("The cat sat on the mat.", None), ("Another thing.", None)))
        store.results.edit(job, 0, 0, "by hand")
        read(store, job, page(("Something new.", None), ("The cat sits on the mat.", None)))
        assert texts(store, job) == ["Something new.", "by hand"]
        assert flagged(store, job)


def test_a_text_that_comes_late_is_carried_on_or_listed(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        job = add(store, pages=1)
        read(store, job, page(("one", UPPER), ("two", LOWER)))
        read(store, job, page(("uno", UPPER)))
        store.results.edit(job, 0, 0, "late", version=1)
        store.results.edit(job, 0, 0, "later", version=1, continues=True)
        assert texts(store, job) == ["later"]
        store.results.edit(job, 0, 1, "without a place", version=1)
        # Nothing was typed into the new reading yet, so the old one can stay.
        assert texts(store, job) == ["later", "without a place"]
        assert store.results.undo(job, 0)
        assert texts(store, job) == ["later"]
        store.results.edit(job, 0, 0, "in the new one")
        store.results.edit(job, 0, 1, "lost", version=1)
        assert texts(store, job) == ["in the new one"]
        assert [edit.markdown for edit in versions(store, job).edits if edit.block < 0] == ["lost"]


def test_a_text_without_a_place_can_be_dismissed_and_brought_back(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        job = add(store, pages=1)
        read(store, job, page(("one", UPPER), ("two", LOWER), ("three", NEARLY_UPPER)))
        store.results.edit(job, 0, 0, "by hand")
        read(store, job, page(("uno", UPPER)))
        store.results.edit(job, 0, 0, "in the new one")
        # Another block of the old reading would fit where "by hand" has come to.
        store.results.edit(job, 0, 2, "lost", version=1)
        store.results.edit(job, 0, 1, "lost too", version=1)

        def lost() -> dict[str, int]:
            return {edit.markdown: edit.id for edit in versions(store, job).edits if edit.block < 0}

        assert lost().keys() == {"lost", "lost too"}
        store.choices.dismiss_edit(job, 0, lost()["lost"])
        assert lost().keys() == {"lost too"}
        store.choices.dismiss_edit(job, 0, lost()["lost too"])
        assert not versions(store, job).stale
        assert texts(store, job) == ["in the new one"]
        assert store.results.undo(job, 0)
        assert lost().keys() == {"lost too"}
        assert store.results.undo(job, 0)
        assert lost().keys() == {"lost", "lost too"}
        assert store.results.redo(job, 0)
        assert lost().keys() == {"lost too"}
        # One that has a place is not given up so.
        (placed,) = (edit for edit in versions(store, job).edits if edit.block == 0)
        store.choices.dismiss_edit(job, 0, placed.id)
        assert texts(store, job) == ["in the new one"]
        read(store, job, page(("uno", UPPER)))
        assert texts(store, job) == ["in the new one"]


def test_a_page_that_is_turned_keeps_its_boxes_and_its_edits(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        job = add(store, pages=1)
        read(store, job, page(("one", Box(0.0, 0.0, 0.5, 0.25))))
        store.results.edit(job, 0, 0, "by hand")
        store.marks.turn(job, {0}, 90)
        shown = store.results.shown(job, 0)
        assert shown is not None
        assert shown.blocks[0].box == Box(0.75, 0.0, 1.0, 0.5)
        assert (shown.page_width, shown.page_height) == (842.0, 595.0)
        assert store.marks.size(job, 0) == (842.0, 595.0)
        turned = page(("uno", Box(0.75, 0.0, 1.0, 0.5)))
        read(store, job, replace(turned, page_width=842.0, page_height=595.0))
        assert texts(store, job) == ["by hand"]
        assert flagged(store, job)
        store.marks.turn(job, {0}, 270)
        shown = store.results.shown(job, 0)
        assert shown is not None
        assert shown.blocks[0].box == Box(0.0, 0.0, 0.5, 0.25)

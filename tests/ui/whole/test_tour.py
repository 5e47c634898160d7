"""Everything that the window shows, in both of its languages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from desktop.ui.mnemonics import bare
from tests.bed.papers import scanned_pdf
from tests.bed.standin import StandIn
from tests.ui import linguist
from tests.ui.dialogs.test_chinese import NAMES
from tests.ui.whole.program import chosen, played
from tests.ui.whole.tour import SECRET

#: What stands in the menus of single documents, pages and problems, or on buttons beside them, and
#: does there what the window's own menus do with what is chosen.
ON_THE_SPOT = frozenset(
    {
        *("problem-try-again", "problem-show", "problem-copy", "problem-dismiss"),
        *("documents-pause", "documents-resume", "documents-cancel", "documents-retry"),
        *("pages-retry", "pages-cancel", "pages-reviewed"),
        *("start-engine", "stop-engine"),
    }
)
#: What else is the same in every language.
_FREE = re.compile(r"</?(qt|br)>|“?broken\.pdf”?|\bAa\b")
_LATIN = re.compile(r"[A-Za-z]{2,}")


@pytest.fixture(scope="module", params=["en", "zh_CN"])
def tour(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """What was seen in a language."""
    where = tmp_path_factory.mktemp("tour")
    folder, home = where / "papers", where / "home"
    folder.mkdir()
    scanned_pdf(folder / "paper.pdf", 3, blank={2})
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\nno more than a beginning")
    for name in (linguist.ENGLISH, linguist.CHINESE):
        source = linguist.FOLDER / name
        made = source.with_suffix(".qm")
        if not made.exists() or made.stat().st_mtime < source.stat().st_mtime:
            linguist.release(source, made)
    with StandIn() as server:
        chosen(home, servers=(server.url,), language=request.param)
        with played("tour", home, folder) as program:
            program.wait_for("report")
            program.ends()
            yield {**program.said, "language": request.param}


def test_every_control_has_a_name(tour: Any) -> None:
    assert {stop: parts for stop, parts in tour["nameless"].items() if parts} == {}


def test_every_action_has_a_text_is_in_a_menu_and_on_the_sheet_if_it_has_keys(tour: Any) -> None:
    assert len(tour["actions"]) > 80
    for name, text, keys, in_menu in tour["actions"]:
        assert text.strip("&…. "), name
        assert in_menu or (name in ON_THE_SPOT and not keys), name
        assert not keys or bare(text).rstrip("…") in tour["sheet"], name


def test_no_key_does_two_things(tour: Any) -> None:
    keys = Counter(key for _, _, keys, _ in tour["actions"] for key in keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_no_english_is_left_in_chinese(tour: Any) -> None:
    if tour["language"] == "en":
        assert any("Export" in text for text in tour["words"]["ExportDialog"])
        return
    left = {
        stop: [text for text in texts if _LATIN.search(NAMES.sub("", _FREE.sub("", text)))]
        for stop, texts in tour["words"].items()
    }
    assert {stop: texts for stop, texts in left.items() if texts} == {}


def test_a_mistake_in_a_slot_is_reported_without_the_document_and_the_program_goes_on(
    tour: Any,
) -> None:
    assert "LookupError" in tour["report"]
    assert "tour:" in tour["report"]
    assert SECRET not in tour["report"]
    assert tour["goes_on"] == 3

"""A whole document in the view: in portions that come when near and go when they are not."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from desktop.errors import Cancelled
from desktop.model.blocks import Block, Label, PageResult
from desktop.model.cancel import CancelToken
from desktop.model.find import Hit
from desktop.ui.bridge import Bridge
from desktop.ui.text.math import Typesetter
from desktop.ui.text.view import RenderedView
from desktop.ui.text.view_document import assemble_whole, portion_html, sections_html
from tests.bed import papers
from tests.bed.standin import StandIn
from tests.bed.standin_options import Rule
from tests.ui.conftest import Add
from tests.ui.text.view.bed import SECONDS, ask

#: A long paragraph that doesn't repeat itself, which would be taken for a model that loops.
WORDS = "".join(
    f"{name} went {way} in {year}. "
    for year, (name, way) in enumerate(
        itertools.product(
            ("Ada", "Emmy", "Sofia", "Mary", "Hypatia", "Grace", "Lise", "Rosalind"),
            ("home by the river", "out for bread", "up the hill", "to see the new telescope"),
        ),
        start=1_801,
    )
)
PAGE = (
    "<|ref|>title<|/ref|><|det|>[[100,50,900,90]]<|/det|>\n# Chapter\n\n"
    f"<|ref|>text<|/ref|><|det|>[[100,100,900,500]]<|/det|>\n{WORDS}Here is the needle.\n\n"
    f"<|ref|>text<|/ref|><|det|>[[100,510,900,900]]<|/det|>\n{WORDS}\n"
)


def pages(count: int) -> list[PageResult]:
    return [
        PageResult(
            page, (Block(Label.TITLE, f"# Chapter {page + 1}"), Block(Label.TEXT, WORDS + "End."))
        )
        for page in range(count)
    ]


def test_every_page_is_in_one_portion() -> None:
    whole = assemble_whole(pages(200), {}, title="Book")
    assert len(whole.portions) > 10
    assert (whole.portions[0].first, whole.portions[-1].last) == (0, 199)
    for before, after in zip(whole.portions, whole.portions[1:], strict=False):
        assert before.last < after.first
    made = "".join(portion_html(whole, k, Typesetter()) for k in range(len(whole.portions)))
    for page in range(200):
        assert made.count(f'id="page-{page + 1}"') == 1
        assert f'data-p="{page}" data-b="1"' in made


def test_the_sections_are_as_high_as_they_are_guessed_to_be() -> None:
    whole = assemble_whole(pages(50), {}, title="Book")
    sections = sections_html(whole)
    assert sections.count("<section ") == len(whole.portions)
    assert "min-height:0px" not in sections
    assert len(sections) < 200 * len(whole.portions)


def test_a_paragraph_that_goes_over_the_page_says_all_its_blocks() -> None:
    results = [
        PageResult(0, (Block(Label.TEXT, "A sentence that is not"),)),
        PageResult(1, (Block(Label.TEXT, "finished on its page."),)),
    ]
    whole = assemble_whole(results, {}, title="")
    made = portion_html(whole, 0, Typesetter())
    assert 'data-p="0" data-b="0" data-also="1:0"' in made
    assert "that is not finished" in made


def test_missing_pages_are_said() -> None:
    whole = assemble_whole(pages(2), {2: "The server said no."}, title="")
    assert (whole.pages, whole.missing) == (2, 1)
    assert "Page 3 could not be read" in portion_html(whole, 0, Typesetter())


def test_putting_together_can_be_cancelled() -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        assemble_whole(pages(2), {}, title="", cancel=token)


@pytest.fixture
def shown(
    qtbot: QtBot, bridge: Bridge, view: RenderedView, standin: StandIn, add: Add, tmp_path: Path
) -> RenderedView:
    """The whole of a document of thirty pages."""
    standin.set_rules([Rule(reply=PAGE)])
    job = add(papers.scanned_pdf(tmp_path / "thirty.pdf", 30))
    bridge.choose(job, 0)
    with qtbot.waitSignal(view.settled, timeout=SECONDS):
        view.show_document(job)
    return view


def full(qtbot: QtBot, view: RenderedView) -> list[int]:
    """The sections that have their content."""
    script = "[...document.querySelectorAll('section[data-full]')].map(s => Number(s.dataset.k))"
    return list(ask(qtbot, view, script))


def test_only_what_is_near_is_there_and_it_goes_again(qtbot: QtBot, shown: RenderedView) -> None:
    sections = int(ask(qtbot, shown, "document.querySelectorAll('section').length"))
    assert sections >= 6
    qtbot.waitUntil(lambda: 0 in full(qtbot, shown), timeout=SECONDS)
    assert sections - 1 not in full(qtbot, shown)
    ask(qtbot, shown, "scrollTo({top: 1e9, behavior: 'instant'})")
    qtbot.waitUntil(lambda: sections - 1 in full(qtbot, shown), timeout=SECONDS)
    qtbot.waitUntil(lambda: 0 not in full(qtbot, shown), timeout=SECONDS)
    # What was emptied keeps its height, so that nothing jumps.
    assert ask(qtbot, shown, "document.querySelector('section').offsetHeight") > 1_000


def test_it_says_how_much_is_shown_and_what_is_new(
    qtbot: QtBot, bridge: Bridge, shown: RenderedView
) -> None:
    label, button = shown.findChild(QLabel), shown.findChild(QToolButton)
    assert isinstance(label, QLabel)
    assert isinstance(button, QToolButton)
    assert "30" in label.text()
    assert not button.isVisible()
    assert bridge.job is not None
    bridge.edit(bridge.job, 0, 0, "# Another chapter")
    qtbot.waitUntil(button.isVisible, timeout=SECONDS)
    with qtbot.waitSignal(shown.settled, timeout=SECONDS):
        button.click()
    heading = "document.querySelector('h1')?.textContent ?? ''"
    qtbot.waitUntil(lambda: ask(qtbot, shown, heading) == "Another chapter", timeout=SECONDS)
    assert not button.isVisible()


def test_a_chosen_page_comes_into_view(qtbot: QtBot, bridge: Bridge, shown: RenderedView) -> None:
    bridge.choose(bridge.job, 20)
    top = "document.querySelector('#page-21')?.getBoundingClientRect().top ?? -1"
    qtbot.waitUntil(lambda: 0 <= ask(qtbot, shown, top) < 400, timeout=SECONDS)
    bridge.activate(2, "page")
    box = "document.querySelector('.lit').getBoundingClientRect()"
    qtbot.waitUntil(
        lambda: ask(qtbot, shown, f"{box}.top < innerHeight && {box}.bottom > 0"), timeout=SECONDS
    )


def test_a_hit_far_away_is_brought_near_and_lit(qtbot: QtBot, shown: RenderedView) -> None:
    start = len(WORDS) + len("Here is the ")
    hits = tuple(Hit(page, 1, start, start + 6, "") for page in range(30))
    shown.set_hits(hits, hits[25])
    lit = "[...(CSS.highlights.get('current-hit') ?? [])].map(r => r.getBoundingClientRect().top)"
    qtbot.waitUntil(lambda: any(0 <= top < 900 for top in ask(qtbot, shown, lit)), timeout=SECONDS)

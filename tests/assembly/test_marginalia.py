from __future__ import annotations

from desktop.assembly import assemble
from desktop.model.assembled import PieceKind
from desktop.model.blocks import Block, Label, PageResult
from desktop.model.options import AssemblyOptions
from tests.assembly.pages import block, headings, of_kind, page, sub_title, text, words


def _line(markdown: str, top: float, label: Label = Label.TEXT) -> Block:
    return block(label, markdown, at=(0.1, top, 0.9, top + 0.02))


def _pages(count: int, *extra: Block) -> list[PageResult]:
    return [
        page(
            n,
            _line(f"Journal of Glass, vol. 3 — {n + 41}", 0.03),
            text(f"Body number {chr(97 + n)} ends here.", top=0.3),
            _line("Confidential", 0.93),
            _line(f"– {n + 1} –", 0.96),
            *extra,
        )
        for n in range(count)
    ]


def test_labelled_marginalia_go_unless_they_are_wanted() -> None:
    pages = [
        page(0, block(Label.HEADER, "Head"), text("Body."), block(Label.PAGE_NUMBER, "1")),
    ]
    assert words(assemble(pages)) == ["Body."]
    kept = assemble(pages, AssemblyOptions(keep_marginalia=True))
    assert words(kept) == ["Head", "Body.", "1"]
    assert [p.kind for p in kept.pieces] == [
        PieceKind.MARGINAL,
        PieceKind.TEXT,
        PieceKind.MARGINAL,
    ]


def test_unlabelled_lines_that_run_along_the_edge_are_found() -> None:
    assert words(assemble(_pages(5))) == [f"Body number {c} ends here." for c in "abcde"]


def test_two_pages_are_too_few_to_call_a_line_running() -> None:
    assert "Confidential" in words(assemble(_pages(2)))


def test_lines_on_every_second_page_are_running_too() -> None:
    pages = [
        page(n, _line("Left head" if n % 2 else "Right head", 0.04), text("Body.", top=0.3))
        for n in range(8)
    ]
    assert words(assemble(pages)) == ["Body."] * 8


def test_a_line_in_the_middle_of_the_page_stays_however_often_it_comes() -> None:
    pages = [page(n, text("Please turn over.", top=0.5)) for n in range(6)]
    assert words(assemble(pages)) == ["Please turn over."] * 6


def test_different_lines_at_the_top_of_pages_stay() -> None:
    pages = [page(n, _line(f"Topic {'xyzuvw'[n]}", 0.04), text("B.", top=0.3)) for n in range(6)]
    assert words(assemble(pages))[0] == "Topic x"


def test_numbered_titles_of_slides_are_not_running_heads() -> None:
    pages = [
        page(n, sub_title(f"Example {n + 1}", top=0.05), text("Body.", top=0.4)) for n in range(6)
    ]
    assert len(headings(assemble(pages))) == 6


def test_a_running_chapter_name_that_was_labelled_a_heading_stays_once() -> None:
    pages = [page(n, sub_title("Optics", top=0.04), text("Body.", top=0.4)) for n in range(6)]
    assert headings(assemble(pages)) == [(1, "Optics")]


def test_page_numbers_without_boxes_are_found_at_the_ends_of_pages() -> None:
    pages = [page(n, text(f"Body {'abcd'[n]}."), text(f"Page {n + 7} of 90")) for n in range(4)]
    assert words(assemble(pages)) == ["Body a.", "Body b.", "Body c.", "Body d."]


def test_roman_page_numbers_are_found() -> None:
    pages = [
        page(n, text("Body.", top=0.3), _line(number, 0.95))
        for n, number in enumerate(["i", "ii", "iii", "iv"])
    ]
    assert words(assemble(pages)) == ["Body."] * 4


def test_kept_running_lines_do_not_hinder_a_paragraph() -> None:
    pages = _pages(3)
    joined = [
        page(0, *pages[0].blocks, text("It goes", top=0.8)),
        page(1, pages[1].blocks[0], text("on here.", top=0.2), *pages[1].blocks[1:]),
        pages[2],
    ]
    document = assemble(joined, AssemblyOptions(keep_marginalia=True))
    assert "It goes on here." in words(document)
    assert len(of_kind(document, PieceKind.MARGINAL)) == 9


def test_page_numbers_over_a_wide_margin_go_although_they_were_taken_for_notes() -> None:
    pages = [
        page(n, text("Body.", top=0.3), _line(str(n + 7), 0.86, Label.FOOTNOTE)) for n in range(4)
    ]
    assert words(assemble(pages)) == ["Body."] * 4


def test_lonely_numbers_that_do_not_count_with_the_pages_stay() -> None:
    pages = [page(n, text("Body.", top=0.3), _line(str(n * n), 0.86)) for n in range(4)]
    assert words(assemble(pages)) == ["Body.", "0", "Body.", "1", "Body.", "4", "Body.", "9"]

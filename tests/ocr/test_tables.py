"""Tables as models write them become tables that can be trusted, or that say they can't."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.ocr.tables import one_cell, repair_table
from desktop.ocr.tables_forms import from_otsl, from_pipes
from desktop.ocr.tables_grid import Cell, lay_out
from desktop.ocr.tables_split import split_tables


def table(*rows: str) -> str:
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def cells(*texts: str) -> str:
    return "".join(f"<td>{text}</td>" for text in texts)


@pytest.mark.parametrize(
    "source",
    [
        "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>",
        "<table><table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>",
        "<TABLE border=1>\n <TR>\n <TD>a</TD><TD>b</TD></tr></tr>\n<tr><td>c<td>d</table>",
        "<table><tr><td>a<td>b</td></td></tr><tr><td><td>c</td><td>d</td></tr></table>",
        "<table><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tbody></table>",
        "<table><tr><td align='left'>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></tab",
    ],
)
def test_untidy_markup_is_put_right_in_silence(source: str) -> None:
    repaired = repair_table(source)
    assert repaired.html == table(cells("a", "b"), cells("c", "d"))
    assert not repaired.damaged
    assert (repaired.rows, repaired.columns) == (2, 2)


def test_spans_are_kept_and_held_within_the_table() -> None:
    source = table(
        '<td rowspan="9">a</td><td colspan=2>b</td>', cells("c", "d"), '<td colspan="2">e</td>'
    )
    assert repair_table(source).html == table(
        '<td rowspan="3">a</td><td colspan="2">b</td>', cells("c", "d"), '<td colspan="2">e</td>'
    )


def test_a_span_whose_quote_is_lost_gives_its_first_digit() -> None:
    source = table('<td colspan="21</td><td>b</td>', cells("c", "d", "e"))
    assert '<td colspan="2">1</td>' in repair_table(source).html


@pytest.mark.parametrize(
    ("source", "damage"),
    [
        ("<table>Soup 5Bread 2</table>", "borders"),
        ('<table>Buyer<td colspan="5">Name<td colspan="4">03</table>', "borders"),
        ("<table><td>a<td>b<td>c</table>", "rows"),
        (table(cells("a", "b"), "stray" + cells("c", "d")), "outside"),
        (table(cells("a", "b"), cells("1", "2", "3", "4", "5")), "different lengths"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>cut he", "middle of a cell"),
        (table('<td>a</td><td rowspan="2">b</td><td>c</td>', '<td colspan="3">d</td>'), "overlap"),
    ],
)
def test_damage_is_told_and_no_text_is_lost(source: str, damage: str) -> None:
    repaired = repair_table(source)
    assert damage in repaired.damage
    for word in ("Soup 5Bread 2", "Buyer", "Name", "stray", "cut he"):
        assert (word in source) == (word in repaired.html)


def test_an_honest_table_may_lack_cells_at_the_end_of_a_row_or_have_headings_inside() -> None:
    rows = [cells("a", "b", "c") for _ in range(8)]
    assert not repair_table(table(*rows, cells("sum", "5"))).damaged
    inside = repair_table(table(rows[0], "<td>Fruit</td>", *rows))
    assert not inside.damaged
    assert "<td>Fruit</td><td></td><td></td>" in inside.html


def test_a_table_inside_a_cell_is_flattened_into_it() -> None:
    inner = table(cells("1", "2"), cells("3", "4"))
    repaired = repair_table(table(f"<td>a{inner}</td><td>b</td>", cells("c", "d")))
    assert repaired.html.count("<table") == 1
    assert "<td>a<br>1 2<br>3 4</td>" in repaired.html


def test_cells_hold_math_money_and_a_few_tags_and_nothing_else() -> None:
    source = table(
        cells(r"\(x < 1\)", "$5", "$5 to $6"),
        cells("<b>a</b><script>x</script>", "H<sub>2</sub>O", "a<br/>b"),
        cells("t &amp;gt; 0", "x&lt;br/&gt;y", "<p>a</p><p>b</p>"),
    )
    assert repair_table(source).html == table(
        cells("$x &lt; 1$", "$5", "&#36;5 to &#36;6"),
        cells("<b>a</b>&lt;script&gt;x&lt;/script&gt;", "H<sub>2</sub>O", "a<br>b"),
        cells("t &gt; 0", "x<br>y", "a<br>b"),
    )


def test_a_head_and_a_caption_are_understood() -> None:
    source = (
        "<table><caption>Costs</caption><thead><tr><td>a</td></tr></thead>"
        "<tbody><tr><td>1</td></tr></tbody></table>"
    )
    repaired = repair_table(source)
    assert repaired.html == table("<th>a</th>", cells("1"))
    assert repaired.caption == "Costs"


def test_an_empty_table_is_nothing_but_an_empty_form_is_a_form() -> None:
    assert repair_table("<table></table>").html == ""
    assert repair_table("<table><tr><td></td></tr></table>").html == ""
    form = table(cells("", "", ""), cells("", "", ""))
    assert repair_table(form).html == form


def test_text_without_any_table_becomes_one_damaged_cell() -> None:
    repaired = one_cell("a < b")
    assert (repaired.html, repaired.damaged) == (table(cells("a &lt; b")), True)
    assert one_cell(" ").html == ""


def test_otsl_and_pipes_are_tables_too() -> None:
    otsl = from_otsl("<ched>a<lcel><ched>b<nl><ucel><xcel><fcel>c<nl><fcel>d<fcel>e<ecel><nl>")
    assert otsl is not None
    assert otsl.html == table(
        '<th rowspan="2" colspan="2">a</th><th>b</th>', cells("c"), cells("d", "e", "")
    )
    pipes = from_pipes("| a | b\\|c |\n|---|:-:|\n| 1 | 2 |")
    assert pipes is not None
    assert pipes.html == table("<th>a</th><th>b|c</th>", cells("1", "2"))
    assert from_pipes("no | table\nhere") is None
    assert from_otsl("no table") is None


def test_tables_are_found_whether_they_are_closed_or_not() -> None:
    one = table(cells("a"))
    assert split_tables(f"x{one}y{one}") == [(False, "x"), (True, one), (False, "y"), (True, one)]
    assert split_tables("x</table>y") == [(False, "xy")]
    unclosed = "<table><tr><td>a</td></tr>"
    assert split_tables(f"{unclosed}\n\nprose") == [(True, unclosed), (False, "\n\nprose")]
    assert split_tables(f"{unclosed}{one}") == [(True, unclosed), (True, one)]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.lists(st.tuples(st.integers(1, 6), st.integers(1, 6)), max_size=5),
        min_size=1,
        max_size=8,
    )
)
def test_no_two_cells_ever_lie_on_each_other(spans: list[list[tuple[int, int]]]) -> None:
    rows = [[Cell("x", high, wide) for high, wide in row] for row in spans]
    grid = lay_out(rows)
    taken: set[tuple[int, int]] = set()
    for y, row in enumerate(grid.rows):
        x = 0
        for cell in row:
            while (y, x) in taken:
                x += 1
            places = {(y + dy, x + dx) for dy in range(cell.rows) for dx in range(cell.columns)}
            assert not places & taken
            assert y + cell.rows <= len(grid.rows)
            taken |= places
            x += cell.columns


def test_rows_that_lost_their_table_tag_are_a_table_all_the_same() -> None:
    rows = f"<tr>{cells('a', 'b')}</tr>"
    assert split_tables(f"before {rows} after") == [
        (False, "before "),
        (True, rows),
        (False, " after"),
    ]

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.model.table import MAX_COLUMNS, Cell, Table, cell_text, parse_table, table_tsv

SPANNED = (
    "<table><thead><tr><th rowspan='2'>A</th><th colspan=\"2\">B</th></tr>"
    "<tr><th>C</th><th>D</th></tr></thead>"
    "<tbody><tr><td>1</td><td>2<br>x</td><td>a &lt; b</td></tr></tbody></table>"
)


def _texts(table: Table) -> list[list[str]]:
    return [[cell.text if cell else "" for cell in row] for row in table.grid()]


def test_spans_take_their_places_in_the_grid() -> None:
    table = parse_table(SPANNED)
    assert _texts(table) == [["A", "B", ""], ["", "C", "D"], ["1", "2 x", "a < b"]]
    assert (table.column_count, table.head_rows, table.has_spans) == (3, 2, True)


def test_what_is_written_reads_the_same() -> None:
    table = parse_table(SPANNED)
    assert parse_table(table.to_html()) == table


def test_missing_end_tags_are_forgiven() -> None:
    assert _texts(parse_table("<table><tr><td>a<td>b<tr><td>c")) == [["a", "b"], ["c", ""]]


def test_rows_of_header_cells_at_the_top_are_its_header() -> None:
    assert parse_table("<table><tr><th>a</th></tr><tr><td>b</td></tr></table>").head_rows == 1
    assert parse_table("<table><tr><td>a</td></tr><tr><td>b</td></tr></table>").head_rows == 0


def test_absurd_spans_make_no_absurd_grid() -> None:
    table = parse_table('<table><tr><td rowspan="999999" colspan="999999">x</td></tr></table>')
    assert table.rows[0][0] == Cell("x", colspan=MAX_COLUMNS)
    many = "".join(f"<tr>{'<td rowspan=9999 colspan=300>x</td>' * 20}</tr>" for _ in range(300))
    assert sum(len(row) for row in parse_table(f"<table>{many}</table>").grid()) == 6000


def test_cells_have_words_without_tags() -> None:
    assert cell_text("a<sup>2</sup> &amp;<br/>\n b") == "a2 & b"


_markup = st.lists(
    st.sampled_from(
        [
            "<table>",
            "</table>",
            "<tr>",
            "</tr>",
            "<td>",
            "</td>",
            "<th colspan=3>",
            "<td rowspan=2>",
            "<thead>",
            "</thead>",
            "<tbody>",
            "x",
            "<",
            "<td",
            "&lt;",
            "<caption>",
            "$x$",
        ]
    ),
    max_size=40,
).map("".join)


@given(_markup)
def test_any_markup_gives_a_rectangular_grid(markup: str) -> None:
    table = parse_table(markup)
    grid = table.grid()
    assert len({len(row) for row in grid}) <= 1
    assert sum(cell is not None for row in grid for cell in row) == sum(map(len, table.rows))
    assert _texts(parse_table(table.to_html())) == _texts(table)


def test_a_table_goes_to_a_spreadsheet_cell_by_cell() -> None:
    assert table_tsv(SPANNED) == "A\tB\t\n\tC\tD\n1\t2 x\ta < b\n"
    quoted = '<table><tr><td>"So"</td><td>a\tb\nc</td></tr></table>'
    assert table_tsv(quoted) == '"""So"""\ta b c\n'
    piped = "| A | B |\n|:--|--:|\n| 1 \\| 2 | x\\*y |\n| | z |\n"
    assert table_tsv(piped) == "A\tB\n1 | 2\tx*y\n\tz\n"
    assert table_tsv("no table") == ""

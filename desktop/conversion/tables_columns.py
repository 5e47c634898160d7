"""Which cell of a row each word of a printed line belongs to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from desktop.conversion.fill_agree import bare, contained, runs
from desktop.conversion.fill_pieces import Piece
from desktop.conversion.tables_html import Cell
from desktop.conversion.tables_lines import key

#: From this much in favour on, a word is put into a cell; with less it is in none.
ENOUGH = 0.2
#: What a word says for a cell that has it, that has it with errors, and in whose column it stands.
_EXACT, _ALIKE, _IN_COLUMN = 1.0, 0.6, 0.8
#: What speaks against cutting between words with a usual space, and against going over a wide gap.
_CUT, _BRIDGE = 0.5, 0.4

#: How far, in em, from a column a word may stand that nothing else speaks for.
_NEARLY = 6.0

#: The horizontal extent of a column in page units.
Band = tuple[float, float]


@lru_cache(maxsize=1024)
def _word_runs(word: str) -> Counter[str]:
    return runs(word)


class CellWords:
    """What the cells of a table hold, prepared for many comparisons."""

    def __init__(self, cells: Iterable[Cell]) -> None:
        self._keys: dict[Cell, frozenset[str]] = {}
        self._runs: dict[Cell, Counter[str]] = {}
        for cell in cells:
            self._keys[cell] = frozenset(key(word) for word in cell.text.split())
            self._runs[cell] = runs(bare(cell.text))

    def has(self, cell: Cell, word: str) -> bool:
        """Whether the cell has exactly this word (given as its key)."""
        return word in self._keys[cell]

    def likeness(self, cell: Cell, word: str) -> float:
        """How much a word's text speaks for the cell."""
        keys = self._keys[cell]
        if word in keys:
            return _EXACT
        if not keys or len(word) < 3:
            return 0.0
        share = contained(_word_runs(word), self._runs[cell])
        return _ALIKE * share if share >= 0.4 else 0.0


def column_bands(
    count: int,
    assigned: Sequence[tuple[Sequence[Cell], Sequence[Piece]]],
    words: CellWords,
) -> list[Band | None]:
    """Where each of ``count`` columns stands, by the words that only one cell of their row has.

    ``assigned`` are the printed lines with the cells that their words may belong to. Columns for
    which nothing speaks are found by the blanks that go down the page, if there are enough of them.
    """
    seen: defaultdict[int, list[Band]] = defaultdict(list)
    for cells, line in assigned:
        often = Counter(key(word.text) for word in line)
        for word in line:
            token = key(word.text)
            owners = [cell for cell in cells if words.has(cell, token)]
            if often[token] == 1 and len(owners) == 1 and owners[0].colspan == 1:
                seen[owners[0].column].append((word.x0, word.x1))
    bands: list[Band | None] = [
        _middle_extent(seen[column]) if seen[column] else None for column in range(count)
    ]
    if any(band is None for band in bands):
        blanks = _by_blanks(count, [line for _, line in assigned])
        bands = [band or blank for band, blank in zip(bands, blanks, strict=True)]
    return bands


def _middle_extent(extents: list[Band]) -> Band:
    """The extent of a column's words without the outermost tenth, which may be slips."""
    lefts, rights = sorted(x0 for x0, _ in extents), sorted(x1 for _, x1 in extents)
    cut = len(extents) // 10
    return lefts[cut], max(rights[-1 - cut], lefts[cut])


def _by_blanks(count: int, lines: Sequence[Sequence[Piece]]) -> list[Band | None]:
    """Columns as what stands between the widest blanks; few lines may cross a blank."""
    for crossing in (0.0, 0.05, 0.1, 0.2):
        columns = stripes(lines, crossing * len(lines))
        while len(columns) > count:
            at = min(range(1, len(columns)), key=lambda i: columns[i][0] - columns[i - 1][1])
            columns[at - 1 : at + 1] = [(columns[at - 1][0], columns[at][1])]
        if len(columns) == count:
            return list(columns)
    return [None] * count


def stripes(lines: Sequence[Sequence[Piece]], most: float) -> list[Band]:
    """The horizontal extents in which more than ``most`` lines have words, left to right."""
    ends = sorted(
        (x, step)
        for line in lines
        for start, end in merged((word.x0, word.x1) for word in line)
        for x, step in ((start, 1), (end, -1))
    )
    found: list[Band] = []
    depth, start = 0, 0.0
    for x, step in ends:
        before, depth = depth, depth + step
        if before <= most < depth:
            start = x
        elif depth <= most < before:
            found.append((start, x))
    return found


def merged(extents: Iterable[Band], gap: float = 0.0) -> list[Band]:
    """Extents that touch, or nearly, as one."""
    found: list[Band] = []
    for start, end in sorted(extents):
        if found and start <= found[-1][1] + gap:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def cells_of_words(
    line: Sequence[Piece], cells: Sequence[Cell], bands: Sequence[Band | None], words: CellWords
) -> list[Cell | None]:
    """For each word of a printed line its cell; ``None`` where nothing speaks for any.

    The cells keep their order: of all ways to cut the line, the one that words and columns speak
    for most.
    """
    if not cells:
        return [None] * len(line)
    places = [_extent(cell, bands) for cell in cells]
    scores = []
    for word in line:
        token = key(word.text)
        scores.append(
            [
                words.likeness(cell, token) + _in_column(word, place)
                for cell, place in zip(cells, places, strict=True)
            ]
        )
    best = list(scores[0])
    choices: list[list[int]] = []
    for w, (before, word) in enumerate(pairwise(line), start=1):
        gap = (word.x0 - before.x1) / word.em
        cut, bridge = (_CUT if gap < 0.6 else 0.0), (_BRIDGE if gap > 1.6 else 0.0)
        fresh, choice = [], []
        lead, lead_cell = float("-inf"), 0
        for i in range(len(cells)):
            if best[i] - bridge >= lead - cut:
                value, came = best[i] - bridge, i
            else:
                value, came = lead - cut, lead_cell
            if best[i] > lead:
                lead, lead_cell = best[i], i
            fresh.append(value + scores[w][i])
            choice.append(came)
        best = fresh
        choices.append(choice)
    at = max(range(len(cells)), key=best.__getitem__)
    path = [at]
    for choice in reversed(choices):
        at = choice[at]
        path.append(at)
    path.reverse()
    sure = [scores[w][i] >= ENOUGH for w, i in enumerate(path)]
    # A word with little to say for itself goes with those beside it, one after the other.
    for w, beside in (*pairwise(range(len(line))), *pairwise(range(len(line) - 1, -1, -1))):
        near, far = sorted((line[w], line[beside]), key=lambda word: word.x0)
        if sure[w] and path[w] == path[beside] and far.x0 - near.x1 < 1.2 * far.em:
            sure[beside] = True
    return [cells[i] if sure[w] else _nearest(line[w], cells, places) for w, i in enumerate(path)]


def _nearest(word: Piece, cells: Sequence[Cell], places: Sequence[Band | None]) -> Cell | None:
    """The cell in whose column a word nearly stands, for want of anything better."""
    middle = (word.x0 + word.x1) / 2
    distances = [
        (max(place[0] - middle, middle - place[1]), i) for i, place in enumerate(places) if place
    ]
    distance, i = min(distances, default=(_NEARLY * word.em, -1))
    return cells[i] if distance < _NEARLY * word.em else None


def _extent(cell: Cell, bands: Sequence[Band | None]) -> Band | None:
    own = [band for band in bands[cell.column : cell.column + cell.colspan] if band is not None]
    if not own:
        return None
    return min(band[0] for band in own), max(band[1] for band in own)


def _in_column(word: Piece, band: Band | None) -> float:
    """What a word's place says for a cell: less the farther its middle is from the column."""
    if band is None:
        return 0.0
    middle = (word.x0 + word.x1) / 2
    distance = max(band[0] - middle, middle - band[1], 0.0)
    return max(-1.0, _IN_COLUMN - distance / (3.0 * word.em))


def covering(rows: Sequence[Sequence[Cell]]) -> Mapping[int, list[Cell]]:
    """The cells that reach each row, by column; those of earlier rows with a rowspan among them."""
    found: defaultdict[int, list[Cell]] = defaultdict(list)
    for row in rows:
        for cell in row:
            for number in range(cell.row, min(cell.row + cell.rowspan, len(rows))):
                found[number].append(cell)
    for cells in found.values():
        cells.sort(key=lambda cell: cell.column)
    return found

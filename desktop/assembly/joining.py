"""Whether a paragraph or a table goes on after a break of page or column, and putting it together.

Nothing is guessed from one sign alone: a paragraph goes on if it has no end and what follows has
no beginning; a table goes on if the columns agree and nothing says that another one begins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop.model.geometry import Box
from desktop.model.table import Cell, Table

_ENDS = frozenset(".!?:;…。！？：；")
#: What may stand after the last sign of a sentence: quotes, brackets, emphasis, a note's mark.
_AFTER_END = re.compile(
    r"""(?:[\s*_"'”’»›)\]」』】）\\]
        |<sup>[^<]{1,8}</sup>|\$\s*\^\{?[^${}]{1,6}\}?\s*\$|\[\^?\d{1,3}\]|[¹²³⁰⁴-⁹†‡])+\Z""",
    re.VERBOSE,
)
#: A full stop after these ends no sentence.
_ABBREVIATION = re.compile(
    r"\b(?:et al|e\.g|i\.e|cf|vs|approx|resp|figs?|eqs?|no|nos|vol|pp?|dr|prof|mr|mrs|ms|st|ca|bzw"
    r"|z\.\s?b|d\.\s?h|u\.\s?a|vgl|abb|nr|art)\.\Z",
    re.IGNORECASE,
)
_OPENING = re.compile(r"[\s*_\"'“‘„«‹(\[「『【（\\]*")
_LIST_MARK = re.compile(r"[ \t]*(?:[-+*•]|\d{1,3}[.)]|[a-z][.)])[ \t]")
#: Words that no sentence and no paragraph ends with.
_HANGING = re.compile(
    r"\b(?:the|an?|of|in|to|and|or|for|with|by|from|on|at|as|that|which|is|are|was|were|its|their"
    r"|der|die|das|den|dem|des|und|oder|von|mit|für|im|zu|auf|eine?[rmns]?|le|la|les|un|une|de|du"
    r"|des|et|ou|el|los|las|una|del|y|que)\Z",
    re.IGNORECASE,
)
#: Below this many characters a line in a script without capitals may be a heading or a label.
_SHORTEST_UNCASED = 15
_CONTINUED = re.compile(
    r"\bcontinued\b|\bcont(?:'d|’d|inuation)?\b\.?|\bfortsetzung\b|\bfortgesetzt\b|\bsuite\b"
    r"|\bcontinuaci[oó]n\b|续|續|続き",
    re.IGNORECASE,
)


def goes_on(before: str, after: str) -> bool:
    """Whether ``after``, at the top of a new page or column, continues the paragraph ``before``."""
    if _LIST_MARK.match(after):
        return False
    tail = before[-200:]
    end = _AFTER_END.sub("", tail)
    begin = _OPENING.sub("", after[:60], count=1)
    if not end or not begin:
        return False
    last, first = end[-1], begin[0]
    if last in "-\u00ad\u2010" and first.isalpha():
        return True
    if last in _ENDS and not _ABBREVIATION.search(end):
        return False
    if first.islower():
        return True
    if _uncased(last) and _uncased(first):
        return len(before) >= _SHORTEST_UNCASED
    if last in ",，、" or _HANGING.search(end):
        return True
    return first == "$" and last.islower()


def _uncased(sign: str) -> bool:
    """Whether it is a letter of a script without capitals (CJK, Arabic, Hebrew, Thai, …)."""
    return sign in "，、" or (sign.isalpha() and sign.lower() == sign.upper() and sign != "ª")


def moved_to_next_column(before: Box | None, after: Box | None) -> bool:
    """Whether the second box stands at the top of a column beside the first one's."""
    if before is None or after is None:
        return False
    return after.y1 < before.y1 and (after.x0 >= before.x1 or after.x1 <= before.x0)


# --- tables --------------------------------------------------------------------------------------


def same_table(
    first: Table,
    second: Table,
    captions: Sequence[str],
    *,
    first_box: Box | None,
    second_box: Box | None,
) -> bool:
    """Whether ``second``, at the top of the next page, goes on with ``first``.

    ``captions`` are the second one's: only one that says "continued" may be there. ``first_box``
    is the part of the first table on the page before.
    """
    if any(not _CONTINUED.search(caption) for caption in captions):
        return False
    columns = first.column_count
    if columns < 2 or columns != second.column_count:
        return False
    if repeated_head(first, second) or captions:
        return True
    if second.head_rows:
        # A header of its own makes it another table.
        return False
    if first_box is not None and first_box.y1 < 0.6:
        return False
    return second_box is None or second_box.y0 < 0.4


def repeated_head(first: Table, second: Table) -> int:
    """How many rows at the top of ``second`` say again what the header of ``first`` says."""
    count = 0
    for old, new in zip(first.rows, second.rows, strict=False):
        if _words(old) != _words(new) or not any(_words(new)):
            break
        count += 1
    # Without a marked header only the first row can be one; equal data rows below it are data.
    limit = max(first.head_rows, second.head_rows, 1)
    return min(count, limit, max(len(second.rows) - 1, 0))


def _words(row: Sequence[Cell]) -> list[str]:
    return [re.sub(r"\s+", "", cell.text).casefold() for cell in row]

"""Formulas as MathML, many at a time, through pandoc."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from desktop.export import pandoc
from desktop.export.html_math import Formula
from desktop.export.tex import for_pandoc
from desktop.model.cancel import CancelToken

#: How many formulas go through pandoc at once.
AT_ONCE = 1_500
_LINE = re.compile(r"<p>(\d+)\|\s*(<math\b.*?</math>)\s*</p>", re.DOTALL)


def to_mathml(
    formulas: Iterable[Formula], *, cancel: CancelToken | None = None
) -> Mapping[Formula, str]:
    """The ``<math>`` element of each formula that pandoc can read; the others are left out.

    Raises ``ExportError`` if pandoc can't be run at all, ``Cancelled``.
    """
    found: dict[Formula, str] = {}
    wanted = list(dict.fromkeys(formulas))
    for batch in _batches(wanted):
        try:
            found.update(_convert(batch, cancel))
        except pandoc.PandocGaveUp:
            # One of them is too hard in a way that nobody foresaw; all of these stay TeX.
            continue
    return found


def _batches(formulas: Sequence[Formula]) -> Iterator[Sequence[Formula]]:
    for start in range(0, len(formulas), AT_ONCE):
        yield formulas[start : start + AT_ONCE]


def _convert(formulas: Sequence[Formula], cancel: CancelToken | None) -> dict[Formula, str]:
    lines = []
    for number, formula in enumerate(formulas):
        tex = for_pandoc(formula.tex)
        if tex:
            mode = "; mode=display" if formula.display else ""
            safe = tex.replace("</", "< /")
            lines.append(f'<p>{number}|<script type="math/tex{mode}">{safe}</script></p>')
    if not lines:
        return {}
    with tempfile.TemporaryDirectory(prefix="diptych-math-") as folder:
        made = Path(folder) / "math.html"
        arguments = ["--from=html", "--to=html", "--mathml", "--wrap=none"]
        pandoc.convert(arguments, "\n".join(lines), made, cancel=cancel)
        answer = made.read_text(encoding="utf-8")
    return {formulas[int(match[1])]: match[2] for match in _LINE.finditer(answer)}

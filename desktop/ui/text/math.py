"""Formulas at book quality: KaTeX's HTML for each, kept, or their source where there is none.

KaTeX comes with a Python package that is only a carrier of its files. Nothing of it ever runs in
the view, which shows the HTML that comes out.
"""

from __future__ import annotations

import html
import importlib.util
import threading
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from pathlib import Path

from desktop.export.html_math import Formula
from desktop.model.cancel import CancelToken
from desktop.ui.text.math_engine import KatexEngine

#: A formula of more characters is shown as its source.
LONGEST = 6_000
#: How many characters of results are kept.
KEPT = 8_000_000


def katex_folder() -> Path | None:
    """Where ``katex.mjs``, ``katex.min.css`` and ``fonts`` are; ``None`` if nowhere."""
    found = importlib.util.find_spec("djangocms_katex")
    if found is None or found.origin is None:
        return None
    folder = Path(found.origin).parent / "static" / "djangocms_katex" / "vendor" / "katex"
    return folder if (folder / "katex.mjs").is_file() else None


def math_source(formula: Formula) -> str:
    """A formula as the HTML of its TeX source, for when KaTeX does not take it."""
    kind = "math-source display" if formula.display else "math-source"
    return f'<code class="{kind}">{html.escape(formula.source())}</code>'


def _spoken(formula: Formula, markup: str) -> str:
    """KaTeX hides its signs, which are in no order that could be read aloud; the source is."""
    return f'<span role="math" aria-label="{html.escape(formula.tex)}">{markup}</span>'


class Typesetter:
    """Makes HTML of formulas. Thread-safe; ``close`` ends its thread.

    Loading begins with the first formula or with ``warm_up``. Made and closed on the window's
    thread.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: OrderedDict[Formula, str] = OrderedDict()
        self._kept_length = 0
        self._engine: KatexEngine | None = None
        self._closed = False

    def warm_up(self) -> None:
        """Begin to load KaTeX; returns at once. On the window's thread only."""
        folder = katex_folder()
        if self._engine is None and not self._closed and folder is not None:
            self._engine = KatexEngine(folder)

    def render(
        self, formulas: Iterable[Formula], *, cancel: CancelToken | None = None
    ) -> dict[Formula, str]:
        """The HTML of each formula; its source where KaTeX refuses it or takes too long.

        Blocks: never call it on the window's thread. Raises ``Cancelled``.
        """
        made: dict[Formula, str] = {}
        missing: list[Formula] = []
        with self._lock:
            for formula in dict.fromkeys(formulas):
                if (known := self._kept.get(formula)) is not None:
                    self._kept.move_to_end(formula)
                    made[formula] = known
                elif len(formula.tex) > LONGEST or self._engine is None:
                    made[formula] = math_source(formula)
                else:
                    missing.append(formula)
        if missing and self._engine is not None:
            fresh = self._engine.render(missing, cancel)
            for formula in missing:
                markup = fresh.get(formula)
                made[formula] = _spoken(formula, markup) if markup else math_source(formula)
            # What was not answered because the engine could not be had is asked again next time.
            self._keep({formula: made[formula] for formula in fresh})
        return made

    def _keep(self, fresh: Mapping[Formula, str]) -> None:
        with self._lock:
            for formula, markup in fresh.items():
                self._kept_length += len(markup) - len(self._kept.pop(formula, ""))
                self._kept[formula] = markup
            while self._kept_length > KEPT:
                _, dropped = self._kept.popitem(last=False)
                self._kept_length -= len(dropped)

    def close(self) -> None:
        """End the engine and its thread; formulas are shown as their source after that."""
        self._closed = True
        engine, self._engine = self._engine, None
        if engine is not None:
            engine.close()

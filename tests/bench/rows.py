"""One measured figure, and the table of all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rich import box
from rich.console import Console
from rich.table import Table


@dataclass(frozen=True)
class Row:
    """A figure in its unit. ``target`` is what it is to reach (or, for ``most``, to stay under)."""

    name: str
    value: float
    unit: str
    target: float | None = None
    most: bool = False
    note: str = ""

    @property
    def met(self) -> bool | None:
        """Whether the target is met; ``None`` where there is none."""
        if self.target is None:
            return None
        return self.value <= self.target if self.most else self.value >= self.target

    @property
    def shown_target(self) -> str:
        """The target with its direction."""
        if self.target is None:
            return ""
        return f"{'≤' if self.most else '≥'} {self.target:g}"


def show(rows: Iterable[Row]) -> None:
    """Print the table to standard output."""
    table = Table("what", "value", "unit", "target", "met", "note", box=box.SIMPLE)
    marks = {True: "yes", False: "NO", None: ""}
    for row in rows:
        value = f"{row.value:.3f}" if row.value < 10 else f"{row.value:.1f}"
        table.add_row(row.name, value, row.unit, row.shown_target, marks[row.met], row.note)
    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = 160
    console.print(table)

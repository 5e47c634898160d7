"""New orders of waiting documents."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from desktop.model.states import JobId


def stepped(order: Sequence[JobId], chosen: Collection[JobId], step: int) -> list[JobId]:
    """The order with the chosen ones one place up (-1) or down (1), as far as there is room."""
    moved = list(order)
    places = range(len(moved)) if step < 0 else range(len(moved) - 1, -1, -1)
    for place in places:
        there = place + step
        if moved[place] in chosen and 0 <= there < len(moved) and moved[there] not in chosen:
            moved[place], moved[there] = moved[there], moved[place]
    return moved


def placed(order: Sequence[JobId], chosen: Collection[JobId], before: JobId | None) -> list[JobId]:
    """The order with the chosen ones together in front of ``before``, or at the end."""
    moving = [job for job in order if job in chosen]
    start = order.index(before) if before is not None and before in order else len(order)
    head = [job for job in order[:start] if job not in chosen]
    tail = [job for job in order[start:] if job not in chosen]
    return [*head, *moving, *tail]

"""Which figure or table a caption explains."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop.model.blocks import CAPTIONS, Label
from desktop.model.geometry import Box
from desktop.ocr.parse_bodies import Draft
from desktop.ocr.parse_labels import EITHER_CAPTION, normalised

_TARGETS = frozenset({Label.IMAGE, Label.TABLE})
_TABLE_WORD = re.compile(r"\W{0,4}(?:tab|表|جدول|табл)", re.IGNORECASE)
#: A caption that other regions part from its figure must lie this near to it, in page units.
_NEAR = 0.06


def tie_captions(drafts: Sequence[Draft]) -> list[int | None]:
    """For each draft the index of the figure or table that it explains, if it is a caption.

    The neighbour in the reply's order; of two neighbours the nearer one on the page. Changes the
    label of captions whose name says neither figure nor table to that of what they explain.
    """
    if not any(draft.label in CAPTIONS for draft in drafts):
        return [None] * len(drafts)
    before = _neighbours(drafts, range(len(drafts)))
    after = _neighbours(drafts, range(len(drafts) - 1, -1, -1))
    ties: list[int | None] = [None] * len(drafts)
    taken: set[tuple[int, Label]] = set()
    for index, draft in enumerate(drafts):
        if draft.label not in CAPTIONS:
            continue
        either = normalised(draft.name) in EITHER_CAPTION
        kinds = _kinds(draft, either)
        candidates = _candidates(kinds, before[index], after[index], drafts, draft)
        free = [c for c in candidates if (c, draft.label) not in taken]
        chosen = _best(draft, index, free or candidates, drafts)
        ties[index] = chosen
        if chosen is not None:
            taken.add((chosen, draft.label))
            if either:
                image = drafts[chosen].label is Label.IMAGE
                draft.label = Label.IMAGE_CAPTION if image else Label.TABLE_CAPTION
        elif either and _TABLE_WORD.match(draft.markdown):
            draft.label = Label.TABLE_CAPTION
    return ties


def _kinds(draft: Draft, either: bool) -> tuple[Label, ...]:
    if either:
        table_first = _TABLE_WORD.match(draft.markdown) is not None
        return (Label.TABLE, Label.IMAGE) if table_first else (Label.IMAGE, Label.TABLE)
    return (Label.IMAGE,) if draft.label is Label.IMAGE_CAPTION else (Label.TABLE,)


#: For each kind: the nearest figure or table in one direction, and whether only captions part them.
_Neighbours = dict[Label, tuple[int, bool]]


def _neighbours(drafts: Sequence[Draft], order: range) -> list[_Neighbours]:
    found: list[_Neighbours] = [{} for _ in drafts]
    nearest: _Neighbours = {}
    for index in order:
        label = drafts[index].label
        found[index] = nearest
        if label in _TARGETS:
            others = {kind: (at, False) for kind, (at, _) in nearest.items()}
            nearest = others | {label: (index, True)}
        elif label not in CAPTIONS:
            nearest = {kind: (at, False) for kind, (at, _) in nearest.items()}
    return found


def _candidates(
    kinds: tuple[Label, ...],
    before: _Neighbours,
    after: _Neighbours,
    drafts: Sequence[Draft],
    draft: Draft,
) -> list[int]:
    beside, near = [], []
    for kind in kinds:
        for neighbours in (before, after):
            if kind not in neighbours:
                continue
            at, adjacent = neighbours[kind]
            if adjacent:
                beside.append(at)
            elif _distance(draft, drafts[at]) <= _NEAR:
                near.append(at)
    return beside or near


def _best(
    draft: Draft, index: int, candidates: Sequence[int], drafts: Sequence[Draft]
) -> int | None:
    if not candidates:
        return None
    if all(drafts[c].boxes for c in candidates) and draft.boxes:
        return min(candidates, key=lambda c: (_distance(draft, drafts[c]), abs(c - index)))
    # Without boxes: tables have their captions above, figures below.
    above = draft.label is Label.TABLE_CAPTION
    return min(candidates, key=lambda c: ((c < index) == above, abs(c - index)))


def _distance(one: Draft, other: Draft) -> float:
    if not one.boxes or not other.boxes:
        return 2.0
    return gap(one.boxes[0], other.boxes[0])


def gap(one: Box, other: Box) -> float:
    """How far two boxes are apart, in page units; 0 if they touch."""
    across = max(0.0, one.x0 - other.x1, other.x0 - one.x1)
    down = max(0.0, one.y0 - other.y1, other.y0 - one.y1)
    return across + down

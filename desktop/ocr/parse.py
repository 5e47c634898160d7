"""A server's raw reply as blocks: labelled regions with boxes and Markdown, in the reply's order.

    raw → cleaned (parse_marks) → regions (parse_scan) → drafts (parse_bodies) → captions → blocks

Pure, linear in the length of the reply, and it never raises: whatever a model says is data.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.model.blocks import CAPTIONS, Block, Flag, FlagKind, Label
from desktop.model.geometry import Box
from desktop.model.recognition import Mode, ModeKind
from desktop.ocr.parse_bodies import Draft, drafts_of
from desktop.ocr.parse_boxes import Oddity, describe, is_whole_page
from desktop.ocr.parse_captions import tie_captions
from desktop.ocr.parse_labels import is_label_prefix, known_label, looks_like_label
from desktop.ocr.parse_marks import clean_reply, without_cut_token
from desktop.ocr.parse_scan import scan
from desktop.ocr.parse_tags import Segment
from desktop.ocr.parse_untagged import untagged_drafts
from desktop.ocr.parse_words import scan_words
from desktop.ocr.tables_forms import table_from

_MARKDOWN = Mode()
_WORD_MODES = frozenset({ModeKind.WORDS, ModeKind.LOCATE})
#: Regions that mean something without any text: a picture to be cut out, a table or a formula that
#: can be read again.
_SPEAK_FOR_THEMSELVES = frozenset({Label.IMAGE, Label.TABLE, Label.EQUATION})
#: A whole reply wrapped in a fence, as chat models do.
_WRAPPED = re.compile(r"\s{0,9}```(?:markdown|md|html|text|plaintext)[ \t]{0,9}\n")


@dataclass(frozen=True, slots=True)
class Parsed:
    """The blocks of a reply in its own order, and what was odd about them."""

    blocks: tuple[Block, ...]
    flags: tuple[Flag, ...] = ()


def parse(raw: str, mode: Mode = _MARKDOWN) -> Parsed:
    """Understand a reply to ``mode``, or any prefix of one (live text).

    A region without text is kept if it speaks for itself (an image, a table, a formula) or if the
    mode asks for labels only; other empty regions are dropped. Flags: ``ODD_BOXES`` at most once,
    ``DAMAGED_TABLE`` for each such block, ``LOW_CONFIDENCE`` if regions came without their words.
    """
    text = _unwrapped(without_cut_token(clean_reply(raw)))
    segments = _segments(text, mode)
    drafts, oddities = _drafts(text, segments, mode)
    layout = mode.kind is ModeKind.LAYOUT
    kept = [draft for draft in drafts if _says_something(draft, layout)]
    oddities += _drop_whole_page_boxes(kept)
    ties = tie_captions(kept)
    blocks = tuple(
        Block(draft.label, draft.markdown, *_split_boxes(draft.boxes), caption_of=tie)
        for draft, tie in zip(kept, ties, strict=True)
    )
    flags = _flags(kept, oddities, layout)
    if not layout:
        flags += _wordless(drafts, kept)
    return Parsed(blocks, tuple(flags))


def _unwrapped(text: str) -> str:
    wrapped = _WRAPPED.match(text)
    if wrapped is None:
        return text
    inner = text[wrapped.end() :].rstrip()
    return inner.removesuffix("```")


# --- regions -------------------------------------------------------------------------------------


def _segments(text: str, mode: Mode) -> list[Segment]:
    segments = scan(text)
    stripped = "<|" not in text and "<｜" not in text
    if mode.kind in _WORD_MODES and stripped and "[[" in text:
        labelled = all(known_label(s.words) is not None for s in segments)
        if not labelled:
            return scan_words(text)
    if stripped and segments and segments[-1].tagged:
        segments[-1] = _without_cut_label(text, segments[-1])
    return segments


def _without_cut_label(text: str, last: Segment) -> Segment:
    """The last region without the label that the reply breaks off in."""
    body = text[last.body_start : last.body_end]
    head, blank_line, tail = body.rpartition("\n\n")
    if not blank_line or not is_label_prefix(tail):
        return last
    return Segment(
        last.words,
        last.start,
        last.body_start,
        last.body_start + len(head),
        last.boxes,
        last.odd,
        glued=last.glued,
    )


def _drafts(text: str, segments: Sequence[Segment], mode: Mode) -> tuple[list[Draft], list[Oddity]]:
    words_in_tags = mode.kind in _WORD_MODES and not all(
        known_label(segment.words) is not None for segment in segments if segment.tagged
    )
    drafts: list[Draft] = []
    oddities: list[Oddity] = []
    for segment in segments:
        body = text[segment.body_start : segment.body_end]
        oddities += segment.odd
        if not segment.tagged:
            drafts += _untagged(body, mode)
        elif not words_in_tags and _is_nothing(segment, body):
            continue
        else:
            _settle(drafts, _tagged(segment, body, words_in_tags, mode))
    return drafts, oddities


def _is_nothing(segment: Segment, body: str) -> bool:
    """Whether a tag has neither place nor words; an empty table may yet get its cells."""
    if segment.boxes or (body and not body.isspace()):
        return False
    label = known_label(segment.words)
    return segment.cut or not segment.words or label not in (None, Label.TABLE)


def _untagged(body: str, mode: Mode) -> list[Draft]:
    if mode.kind is ModeKind.TABLE and (table := table_from(body)) is not None:
        return [Draft(Label.TABLE, table.html, damage=table.damage)]
    return untagged_drafts(body)


def _tagged(segment: Segment, body: str, words_in_tags: bool, mode: Mode) -> list[Draft]:
    words = segment.words
    label = known_label(words)
    has_body = bool(body.strip())
    holds_text = label is None and (words_in_tags or not (has_body or looks_like_label(words)))
    if words_in_tags and label is not None and not has_body:
        holds_text = True
    if not words and mode.kind is ModeKind.LOCATE and not has_body:
        words, holds_text = mode.words, True
    if holds_text:
        drafts = drafts_of(Label.TEXT, words, segment.boxes)
        return drafts + untagged_drafts(body) if has_body else drafts
    return drafts_of(
        label or Label.TEXT,
        body,
        segment.boxes,
        name=words,
        sure=label is not None and not segment.glued,
    )


def _settle(drafts: list[Draft], new: Sequence[Draft]) -> None:
    """Add drafts; a table that came under its caption goes to the table that waits for it."""
    for draft in new:
        home = _waiting_table(drafts) if draft.homeless else None
        if home is None:
            drafts.append(draft)
        else:
            home.markdown, home.damage = draft.markdown, draft.damage


def _waiting_table(drafts: Sequence[Draft]) -> Draft | None:
    for draft in reversed(drafts[-4:]):
        if draft.label is Label.TABLE:
            return draft if not draft.markdown else None
        if draft.label not in CAPTIONS:
            return None
    return None


def _says_something(draft: Draft, layout: bool) -> bool:
    if draft.markdown.strip():
        return True
    return bool(draft.boxes) and (layout or draft.label in _SPEAK_FOR_THEMSELVES)


# --- boxes ---------------------------------------------------------------------------------------


def _split_boxes(boxes: tuple[Box, ...]) -> tuple[Box | None, tuple[Box, ...]]:
    return (boxes[0], boxes[1:]) if boxes else (None, ())


def _drop_whole_page_boxes(drafts: Sequence[Draft]) -> list[Oddity]:
    """Text that claims the whole page beside other regions loses its box: it would take in all of
    the page's words. Pictures and tables may well fill a page.
    """
    boxed = sum(1 for draft in drafts if draft.boxes)
    odd: list[Oddity] = []
    for draft in drafts if boxed > 1 else ():
        if any(is_whole_page(box) for box in draft.boxes):
            odd.append(Oddity.WHOLE_PAGE)
            if draft.label not in (Label.IMAGE, Label.TABLE):
                draft.boxes = tuple(box for box in draft.boxes if not is_whole_page(box))
    return odd


# --- flags ---------------------------------------------------------------------------------------


def _flags(kept: Sequence[Draft], oddities: Iterable[Oddity], layout: bool) -> list[Flag]:
    flags = []
    if detail := describe(oddities):
        flags.append(Flag(FlagKind.ODD_BOXES, detail))
    for index, draft in enumerate(kept):
        if draft.label is not Label.TABLE or layout:
            continue
        if not draft.markdown:
            flags.append(Flag(FlagKind.DAMAGED_TABLE, "A table came without its cells.", index))
        elif draft.damage:
            flags.append(Flag(FlagKind.DAMAGED_TABLE, f"A table {draft.damage}.", index))
    return flags


#: Regions that must have words.
_WORDY = frozenset({Label.TEXT, Label.TITLE, Label.SUB_TITLE, Label.LIST, Label.CODE})


def _wordless(drafts: Sequence[Draft], kept: Sequence[Draft]) -> list[Flag]:
    """A flag if regions of text came without words, unless other regions have the words inside."""
    empty = [d.boxes[0] for d in drafts if d.label in _WORDY and d.boxes and not d.markdown]
    if not empty:
        return []
    full = [box for draft in kept for box in draft.boxes[:1]]
    lost = sum(1 for box in empty[:100] if not _filled(box, full[:200]))
    if not lost:
        return []
    regions = "1 region" if lost == 1 else f"{lost} regions"
    return [Flag(FlagKind.LOW_CONFIDENCE, f"{regions} of text came without words.")]


def _filled(box: Box, others: Iterable[Box]) -> bool:
    return any(other.share_inside(box) > 0.5 for other in others)

"""The blocks of a page as assembly looks at them: cleaned, one paragraph each, captions tied."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop.model.assembled import Source
from desktop.model.blocks import CAPTIONS, Block, Label, PageResult
from desktop.model.geometry import Box
from desktop.text import clean

HASHES = re.compile(r"(#{1,6})(?:[ \t]+|$)")
_CLOSING_HASHES = re.compile(r"[ \t]+#+[ \t]*$")
_FENCE = re.compile(r"[ ]{0,3}(```+|~~~+)")
_NEEDS_SPLITTING = re.compile(r"^#{1,6}[ \t]|\n[ \t]*\n|<table\b|^[ ]{0,3}(?:```|~~~)", re.M | re.I)
_TABLE = re.compile(r"<table\b", re.IGNORECASE)
_TABLE_END = re.compile(r"</table\s*>", re.IGNORECASE)
#: Labels whose Markdown may hold several paragraphs, headings or tables.
_SPLITTABLE = frozenset({Label.TEXT, Label.LIST})


@dataclass(slots=True)
class Item:
    """One paragraph, heading, list, table, figure … of a page.

    ``text`` is its Markdown, a heading's without hashes (``hashes`` counts them). ``box`` is
    ``None`` where the server gave none or where the item is only a part of its block.
    ``captions`` and ``notes`` are those tied to a figure or table. ``marginal`` is set for what
    runs along the page's edge.
    """

    label: Label
    text: str
    source: Source
    box: Box | None = None
    size: float = 0.0
    hashes: int = 0
    captions: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    marginal: bool = False

    @property
    def heading(self) -> bool:
        """Whether it is a heading of some level."""
        return self.label in (Label.TITLE, Label.SUB_TITLE)


def items_of(result: PageResult) -> list[Item]:
    """The items of one page, in reading order, captions given to their figures and tables."""
    items: list[Item] = []
    owners: dict[int, Item] = {}
    tied: list[tuple[int, Label, str]] = []
    blocks = result.blocks
    for index, block in enumerate(blocks):
        owner = block.caption_of
        if (
            block.label in CAPTIONS
            and owner is not None
            and 0 <= owner < len(blocks)
            and blocks[owner].label in (Label.IMAGE, Label.TABLE, Label.EQUATION, Label.CODE)
            and _has_place(blocks[owner])
        ):
            tied.append((owner, block.label, clean(block.markdown).strip()))
            continue
        for item in _split(block, Source(result.page, index)):
            owners.setdefault(index, item)
            items.append(item)
    for owner, label, text in tied:
        if text:
            item = owners[owner]
            (item.notes if label is Label.TABLE_FOOTNOTE else item.captions).append(text)
    return items


def fenced(code: str) -> str:
    """Code between fences that are longer than any inside it; as it is if it has some."""
    if _FENCE.match(code):
        return code
    longest = max((len(run) for run in re.findall("`+", code)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{code}\n{fence}"


def _has_place(block: Block) -> bool:
    """Whether a block leaves an item: a table without a word and without a box does not."""
    return block.label is Label.IMAGE or block.box is not None or bool(block.markdown.strip())


def _split(block: Block, source: Source) -> Iterator[Item]:
    text = clean(block.markdown).strip("\n").rstrip()
    label = block.label
    if not text:
        if _has_place(block) and label in (Label.IMAGE, Label.EQUATION, Label.TABLE):
            # An empty table is shown as the picture that it is, so that its content is not lost.
            yield Item(label, "", source, block.box)
        return
    if label not in _SPLITTABLE or not _NEEDS_SPLITTING.search(text):
        yield _item(label, text, source, block)
        return
    for part_label, part in _parts(label, text):
        yield _item(part_label, part, source, block, whole=part == text)


def _item(label: Label, text: str, source: Source, block: Block, *, whole: bool = True) -> Item:
    box = block.box if whole else None
    if label not in (Label.TITLE, Label.SUB_TITLE):
        return Item(label, text, source, box, block.size)
    match = HASHES.match(text.lstrip())
    hashes = len(match[1]) if match else 0
    bare = _CLOSING_HASHES.sub("", text.lstrip()[match.end() :]) if match else text
    return Item(label, " ".join(bare.split()), source, box, block.size, hashes)


def _parts(label: Label, text: str) -> Iterator[tuple[Label, str]]:
    """A block that holds several things, one by one: headings, tables, code, paragraphs."""
    position = 0
    while position < len(text):
        start = _TABLE.search(text, position)
        end = _TABLE_END.search(text, start.end()) if start else None
        if start is None or end is None:
            yield from _paragraphs(label, text[position:])
            return
        yield from _paragraphs(label, text[position : start.start()])
        yield Label.TABLE, text[start.start() : end.end()]
        position = end.end()


def _paragraphs(label: Label, text: str) -> Iterator[tuple[Label, str]]:
    lines: list[str] = []
    fence = ""

    def flush() -> Iterator[tuple[Label, str]]:
        part = "\n".join(lines).strip("\n")
        lines.clear()
        if part.strip():
            yield Label.CODE if _FENCE.match(part) else label, part

    display = False
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        if fence:
            lines.append(line)
            if mark and mark[1].startswith(fence):
                fence = ""
                yield from flush()
        elif mark:
            yield from flush()
            fence = mark[1]
            lines.append(line)
        elif display or line.count("$$") % 2:
            # A display formula may have blank lines inside.
            display ^= bool(line.count("$$") % 2)
            lines.append(line)
        elif match := HASHES.match(line):
            yield from flush()
            yield Label.TITLE if len(match[1]) == 1 else Label.SUB_TITLE, line
        elif label is Label.TEXT and lines and not lines[-1].strip() and line[:1].strip():
            # A blank line, and what follows is not indented: nothing that hangs together.
            yield from flush()
            lines.append(line)
        else:
            lines.append(line)
    yield from flush()

"""What was understood of a page: blocks, flags, and the page result that joins them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from desktop.model.geometry import Box
from desktop.model.recognition import Measures


class Label(StrEnum):
    """What a region of a page is. Labels that a model makes up are read as ``TEXT``."""

    TITLE = "title"
    SUB_TITLE = "sub_title"
    TEXT = "text"
    LIST = "list"
    EQUATION = "equation"
    CODE = "code"
    IMAGE = "image"
    IMAGE_CAPTION = "image_caption"
    TABLE = "table"
    TABLE_CAPTION = "table_caption"
    TABLE_FOOTNOTE = "table_footnote"
    FOOTNOTE = "footnote"
    HEADER = "header"
    FOOTER = "footer"
    PAGE_NUMBER = "page_number"
    ASIDE_TEXT = "aside_text"


#: Regions at the page's edge that do not belong to the running text.
MARGINALIA = frozenset({Label.HEADER, Label.FOOTER, Label.PAGE_NUMBER})
#: Labels whose text explains the figure or table that ``caption_of`` names.
CAPTIONS = frozenset({Label.IMAGE_CAPTION, Label.TABLE_CAPTION, Label.TABLE_FOOTNOTE})


class Origin(StrEnum):
    """Where a block's words come from."""

    RECOGNISED = "recognised"
    TEXT_LAYER = "text_layer"
    REBUILT = "rebuilt"


@dataclass(frozen=True, slots=True)
class Block:
    """One labelled region of a page.

    ``markdown`` is GitHub-flavoured Markdown with math as ``$…$`` and ``$$…$$``; a table is one
    well-formed HTML ``<table>``; an image has none. ``box`` is ``None`` where the server gave none;
    ``more_boxes`` are further regions of the same block. ``caption_of`` is the index, in the same
    page, of the figure or table that this block explains. ``size`` is the height of a line of its
    text as a share of the page's height, 0 where nobody measured it.
    """

    label: Label
    markdown: str
    box: Box | None = None
    more_boxes: tuple[Box, ...] = ()
    caption_of: int | None = None
    origin: Origin = Origin.RECOGNISED
    size: float = 0.0


class FlagKind(StrEnum):
    """Why a person should look at a page."""

    TRUNCATED = "truncated"
    REPEATED = "repeated"
    DAMAGED_TABLE = "damaged_table"
    REBUILT_TABLE = "rebuilt_table"
    ODD_BOXES = "odd_boxes"
    EMPTY = "empty"
    BLANK = "blank"
    SCALED_DOWN = "scaled_down"
    LOW_CONFIDENCE = "low_confidence"
    SPLIT = "split"
    #: A person's text stands where another reading of the page says something new.
    OTHER_READING = "other_reading"


#: Flags that only inform: nothing was lost and nobody needs to look.
INFORMATIVE = frozenset({FlagKind.BLANK, FlagKind.SCALED_DOWN})


@dataclass(frozen=True, slots=True)
class Flag:
    """A review flag; ``detail`` is a sentence for people, ``block`` an index if it is about one."""

    kind: FlagKind
    detail: str = ""
    block: int | None = None


@dataclass(frozen=True, slots=True)
class PageResult:
    """All that a page's recognition gave: ordered blocks, why to look, and what it cost.

    ``page`` counts from 0. ``page_width`` and ``page_height`` in points of the upright page.
    """

    page: int
    blocks: tuple[Block, ...]
    flags: tuple[Flag, ...] = ()
    page_width: float = 0.0
    page_height: float = 0.0
    measures: Measures = field(default_factory=Measures)

    @property
    def blank(self) -> bool:
        """Whether the page was found blank and not sent."""
        return any(flag.kind is FlagKind.BLANK for flag in self.flags)

    @property
    def needs_review(self) -> bool:
        """Whether a person should look at the page."""
        return any(flag.kind not in INFORMATIVE for flag in self.flags)

"""The names that models give to regions, and ours."""

from __future__ import annotations

import re
from functools import lru_cache

from desktop.model.blocks import Label

#: DeepSeek-OCR's own labels are those of ``Label``; the others are of its successors and of other
#: models (PP-DocLayout, dots.ocr, GOT), all in lower case with underscores.
_ALIASES = {
    "abstract": Label.TEXT,
    "algorithm": Label.CODE,
    "author": Label.TEXT,
    "bibliography": Label.TEXT,
    "caption": Label.IMAGE_CAPTION,
    "chart": Label.IMAGE,
    "code_block": Label.CODE,
    "code_txt": Label.CODE,
    "content": Label.TEXT,
    "display_formula": Label.EQUATION,
    "doc_title": Label.TITLE,
    "document_title": Label.TITLE,
    "figure": Label.IMAGE,
    "figure_caption": Label.IMAGE_CAPTION,
    "figure_title": Label.IMAGE_CAPTION,
    "formula": Label.EQUATION,
    "header_image": Label.IMAGE,
    "heading": Label.SUB_TITLE,
    "image_footnote": Label.IMAGE_CAPTION,
    "isolate_formula": Label.EQUATION,
    "list_item": Label.LIST,
    "number": Label.PAGE_NUMBER,
    "page_footer": Label.FOOTER,
    "page_footnote": Label.FOOTNOTE,
    "page_header": Label.HEADER,
    "paragraph": Label.TEXT,
    "paragraph_title": Label.SUB_TITLE,
    "picture": Label.IMAGE,
    "plain_text": Label.TEXT,
    "ref_text": Label.TEXT,
    "reference": Label.TEXT,
    "references": Label.TEXT,
    "seal": Label.IMAGE,
    "section_header": Label.SUB_TITLE,
    "section_title": Label.SUB_TITLE,
    "subtitle": Label.SUB_TITLE,
    "table_title": Label.TABLE_CAPTION,
    "text_begin": Label.TEXT,
    "vision_footnote": Label.IMAGE_CAPTION,
}
#: Labels that captions of figures and of tables share.
EITHER_CAPTION = frozenset({"figure_title", "caption", "vision_footnote"})
_KNOWN = {label.value: label for label in Label} | _ALIASES
_LABEL = re.compile(r"[a-z][a-z_-]{1,30}(?: [a-z]{1,20})?")


def normalised(words: str) -> str:
    """A label in lower case with underscores; longer texts than any label come out empty."""
    words = words.strip() if len(words) <= 80 else ""
    return words.lower().replace(" ", "_").replace("-", "_")


@lru_cache(maxsize=4096)
def known_label(words: str) -> Label | None:
    """The label that these words are a name of."""
    return _KNOWN.get(normalised(words))


def looks_like_label(words: str) -> bool:
    """Whether words could be a label that a model made up, such as ``equation group``."""
    return _LABEL.fullmatch(words.strip()) is not None


def is_label_prefix(words: str) -> bool:
    """Whether words are the beginning of a known label (a reply may break off in it)."""
    words = words.strip()
    return len(words) >= 3 and any(name.startswith(words) for name in _KNOWN)

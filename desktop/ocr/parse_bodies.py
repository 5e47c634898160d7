"""The content of one region, by its label, as drafts of blocks.

A draft is a block that does not know its neighbours yet. One region can give several: a caption
with the table's HTML under it, a text with a table in its middle.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop.model.blocks import CAPTIONS, Label
from desktop.model.geometry import Box
from desktop.ocr.inline import to_markdown
from desktop.ocr.inline_tokens import Kind, pieces
from desktop.ocr.parse_lines import shape
from desktop.ocr.parse_marks import SPECIAL, decode_entities
from desktop.ocr.tables import RepairedTable, one_cell, repair_table
from desktop.ocr.tables_forms import table_from
from desktop.ocr.tables_split import split_tables


@dataclass(slots=True)
class Draft:
    """A block in the making. ``name`` is the label as the reply has it; ``damage`` is what is wrong
    with a table; a ``homeless`` table came under another region's label, and wants its own's box.
    """

    label: Label
    markdown: str
    boxes: tuple[Box, ...] = ()
    name: str = ""
    damage: str = ""
    homeless: bool = False


_HASHES = re.compile(r"\s{0,3}(#{1,9})[ \t]*(?=[^#\s])")
_HEADING = re.compile(r"(#{1,6}) \S[^\n]*")
IMAGE_LINK = re.compile(r"!\[([^\[\]\n]{0,200})\]\([^()\s]{0,300}\)")
_LATEX = re.compile(r"\\[A-Za-z]|[\^_={}]|[A-Za-z0-9)]\s?[+*/<>−-]\s?[A-Za-z0-9(\\]")
_PROSE = re.compile(r"[^\W\d_]{3,}[ ,]{1,3}[^\W\d_]{3,}[ ,]{1,3}[^\W\d_]{2,}")
#: Hebrew, Arabic and their kin, with the shaped forms.
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_FIRST_LETTER = re.compile(r"[^\W\d_]")
_TRAILING = ":.،؛؟!?"


def drafts_of(
    label: Label, body: str, boxes: tuple[Box, ...] = (), *, name: str = "", sure: bool = True
) -> list[Draft]:
    """The drafts of one tagged region; ``sure`` false if its label was a guess."""
    if not body or body.isspace():
        return [Draft(label, "", boxes, name)]
    if label is Label.IMAGE:
        return [Draft(label, "", boxes, name), *_under_image(IMAGE_LINK.sub(r"\1", body))]
    if label is Label.TABLE:
        return _table(body, boxes, name)
    if label is Label.CODE:
        return [Draft(label, _code(body), boxes, name)]
    parts = split_tables(body)
    tables = [repair_table(part) for is_table, part in parts if is_table]
    words = "\n\n".join(part for is_table, part in parts if not is_table and part.strip())
    if tables and not words and label not in CAPTIONS:
        first, *others = tables
        return [of_table(first, boxes, name), *(of_table(table) for table in others)]
    drafts = [_of_words(label, words, boxes, name, sure)]
    for table in tables:
        draft = of_table(table)
        draft.homeless = True
        drafts.append(draft)
    return drafts


def _of_words(label: Label, words: str, boxes: tuple[Box, ...], name: str, sure: bool) -> Draft:
    words = IMAGE_LINK.sub(r"\1", words) if "![" in words else words
    if label in (Label.TITLE, Label.SUB_TITLE):
        return Draft(label, heading(words, 1 if label is Label.TITLE else 2), boxes, name)
    if label is Label.EQUATION:
        return Draft(*_equation(words), boxes, name)
    markdown = shape(words, as_list=label is Label.LIST)
    if label is Label.TEXT:
        label = guess_label(markdown, equations=not sure)
    return Draft(label, markdown, boxes, name)


def guess_label(markdown: str, *, equations: bool = True) -> Label:
    """What one piece of Markdown is, by its looks: a heading, a formula, or text."""
    if found := _HEADING.fullmatch(markdown):
        return Label.TITLE if len(found[1]) == 1 else Label.SUB_TITLE
    if equations and markdown.startswith("$$\n") and markdown.endswith("\n$$"):
        inner = markdown[3:-3].split("\n$$\n\n$$\n")
        if all("$$" not in formula for formula in inner):
            return Label.EQUATION
    return Label.TEXT


# --- headings ------------------------------------------------------------------------------------


def heading(words: str, level: int) -> str:
    """A heading on one line, with the reply's own hashes or else as many as ``level``; empty if
    nothing but hashes is there.
    """
    lines = [line for line in words.split("\n") if line.strip(" \t#")]
    if not lines:
        return ""
    hashes = _HASHES.match(lines[0])
    if hashes:
        level = min(len(hashes[1]), 6)
    texts = [_HASHES.sub("", line, count=1).strip() for line in lines]
    text = to_markdown(_upright(" ".join(texts)), one_line=True)
    return f"{'#' * level} {text}" if text else ""


def _upright(text: str) -> str:
    """Undo what a model that reads from left to right does to a right-to-left heading.

    Its punctuation comes first and its hashes come last; closing hashes go from any heading.
    """
    text = text.strip()
    bare = text.rstrip("#").rstrip()
    text = bare if bare != text and text[len(bare) : len(bare) + 1].isspace() else text
    first = _FIRST_LETTER.search(text)
    if first is None or not _RTL.match(first.group()):
        return text
    text = text.rstrip("#").rstrip()
    lead = text[: len(text) - len(text.lstrip(_TRAILING + " "))].strip()
    if lead and text[-1] not in _TRAILING:
        text = text.lstrip(_TRAILING + " ") + lead
    return text


# --- formulas, code, pictures --------------------------------------------------------------------


def _equation(words: str) -> tuple[Label, str]:
    found = pieces(words)
    if any(piece.kind in (Kind.INLINE_MATH, Kind.DISPLAY_MATH) for piece in found):
        return Label.EQUATION, shape(words)
    bare = decode_entities(SPECIAL.sub("", words)).strip()
    if not bare:
        return Label.EQUATION, ""
    if (_PROSE.search(bare) and "\\" not in bare) or not _LATEX.search(bare):
        # Words that a model took for a formula.
        return Label.TEXT, shape(words)
    lines = (line.strip() for line in bare.replace("$", "").split("\n"))
    latex = "\n".join(line for line in lines if line)
    return Label.EQUATION, f"$$\n{latex}\n$$"


def _code(body: str) -> str:
    lines = SPECIAL.sub("", body).split("\n")
    while lines and not lines[0].strip():
        lines.pop(0)
    text = "\n".join(lines).rstrip()
    if not text:
        return ""
    if text.lstrip().startswith(("```", "~~~")):
        return shape(text)
    if "<" not in text and ">" not in text:
        text = decode_entities(text)
    longest = max((len(run) for run in re.findall("`{3,}", text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}\n{text}\n{fence}"


def _under_image(body: str) -> list[Draft]:
    """What a reply says under an image: as a rule nothing. Centred words are a caption."""
    label = Label.IMAGE_CAPTION if "<center>" in body else Label.TEXT
    return drafts_of(label, body)


# --- tables --------------------------------------------------------------------------------------


def of_table(table: RepairedTable, boxes: tuple[Box, ...] = (), name: str = "") -> Draft:
    """The draft of a table."""
    return Draft(Label.TABLE, table.html, boxes, name, table.damage)


def _table(body: str, boxes: tuple[Box, ...], name: str) -> list[Draft]:
    parts = split_tables(SPECIAL.sub("", body))
    if not any(is_table for is_table, _ in parts):
        table = table_from(body) or one_cell(body)
        return [of_table(table, boxes, name)]
    drafts: list[Draft] = []
    seen = False
    for is_table, part in parts:
        if is_table:
            table = repair_table(part)
            if table.caption:
                drafts.append(Draft(Label.TABLE_CAPTION, shape(table.caption)))
            drafts.append(of_table(table, () if seen else boxes, name))
            seen = True
        elif part.strip():
            label = Label.TEXT if seen else Label.TABLE_CAPTION
            drafts.append(Draft(label, shape(part)))
    return drafts

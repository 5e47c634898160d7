"""Text that no tag explains: other models' Markdown, and what stands before a reply's first tag."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop.model.blocks import Label
from desktop.ocr.parse_bodies import IMAGE_LINK, Draft, guess_label, of_table
from desktop.ocr.parse_lines import fenced, paragraphs, shape
from desktop.ocr.tables import repair_table
from desktop.ocr.tables_forms import from_otsl
from desktop.ocr.tables_split import split_tables

#: One line of words that mean nothing else.
_PLAIN = re.compile(r"[^\W\d_][^\n\\$`&<|!•●▪‣-]*")
_LIST_ITEM = re.compile(r"(?:-|\d{1,3}[.)]) ")


def untagged_drafts(text: str) -> list[Draft]:
    """The drafts of text that no tag explains: paragraphs, headings, lists, formulas, tables."""
    text = text.strip("\n")
    if _PLAIN.fullmatch(text):
        return [Draft(Label.TEXT, text.strip())]
    if (table := from_otsl(text)) is not None:
        return [of_table(table)]
    drafts: list[Draft] = []
    for code, part in fenced(text):
        drafts += [Draft(Label.CODE, part)] if code else _unfenced(part)
    return drafts


def _unfenced(text: str) -> list[Draft]:
    drafts: list[Draft] = []
    for is_table, part in split_tables(text):
        if is_table:
            repaired = repair_table(part)
            if repaired.caption:
                drafts.append(Draft(Label.TABLE_CAPTION, shape(repaired.caption)))
            if repaired.html:
                drafts.append(of_table(repaired))
        else:
            drafts += _by_paragraph(paragraphs(IMAGE_LINK.sub(r"\1", part)))
    return drafts


def _by_paragraph(texts: Sequence[str]) -> list[Draft]:
    drafts: list[Draft] = []
    lists: dict[int, list[str]] = {}
    for text in texts:
        if _LIST_ITEM.match(text):
            if drafts and drafts[-1].label is Label.LIST:
                lists[len(drafts) - 1].append(text)
                continue
            lists[len(drafts)] = [text]
            drafts.append(Draft(Label.LIST, ""))
        else:
            drafts.append(Draft(guess_label(text), text))
    for index, items in lists.items():
        drafts[index].markdown = "\n".join(items)
    return drafts

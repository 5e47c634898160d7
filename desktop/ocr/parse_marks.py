"""What stands in a reply but never on the page: special tokens, leaked bytes, doubled entities."""

from __future__ import annotations

import html
import re
from html.entities import html5

from desktop import text as strings

#: A model's special token, with ASCII or full-width bars: ``<|ref|>``, ``<｜end▁of▁sentence｜>``.
SPECIAL = re.compile(r"<[|｜]/?[A-Za-z_▁][^<>|｜\n]{0,40}[|｜]>")
#: A character reference, or one that was escaped once more (``&amp;gt;``).
ENTITY = r"&(?:amp;)?(?:\#\d{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
_ENTITY = re.compile(ENTITY, re.VERBOSE)

#: End marks that look like HTML and only count at the very end of a reply.
_END_MARKS = ("</s>", "<eos>", "<pad>", "<unk>")
#: No special token is longer than this.
_LONGEST_TOKEN = 48

#: Byte-level BPE writes each byte as a printable character; these stand for space and line feed.
_SPACE, _LINE_FEED = "Ġ", "Ċ"
#: Ġ and Ċ are Maltese letters too, but no capital follows a small letter, a digit or a comma.
_LEAK = re.compile(r"(?<=[a-zß-öø-ÿ\d.,;:!?)\]])[ĠĊ]|[ĠĊ](?=[ĠĊ])")


def _byte_alphabet() -> dict[str, int]:
    """GPT-2's table from characters to bytes, which all byte-level tokenizers share."""
    kept = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    others = [byte for byte in range(256) if byte not in set(kept)]
    table = {chr(byte): byte for byte in kept}
    return table | {chr(0x100 + place): byte for place, byte in enumerate(others)}


_BYTES = _byte_alphabet()
#: Runs of characters that a non-ASCII text leaves behind: ``Ã©`` for ``é``.
_BYTE_RUN = re.compile("[" + "".join(re.escape(c) for c in _BYTES if ord(c) > 0x7F) + "]+")


def clean_reply(raw: str) -> str:
    """The reply with plain line ends, without controls, end marks and leaked byte characters."""
    text = strings.clean(raw).rstrip()
    while text.endswith(_END_MARKS):
        text = text[: text.rindex("<")].rstrip()
    return repair_leak(text)


#: The HTML tags and page marks that replies have; one may break off in them.
_TAG_NAMES = (
    *("PAGE", "--- Page Split ---", "center", "table", "thead", "tbody", "tr", "td", "th", "br"),
    *("sub", "sup", "strong", "em", "b", "i", "div", "span", "fcel", "ecel", "lcel", "ucel", "nl"),
)
_CUT_DIVIDER = re.compile(r"^-{3,9} ?[Pp]age[ \d-]{0,20}\Z", re.MULTILINE)


def without_cut_token(text: str) -> str:
    """The text without a token, a tag or a page mark that it breaks off in (``<｜end▁of``)."""
    begin = max(0, len(text) - _LONGEST_TOKEN)
    start = text.rfind("<", begin)
    tail = text[start:] if start >= 0 else ""
    alone = tail == "<" and text[start - 1 : start] in ("", "\n")
    begun = tail[1:2] in ("|", "｜") and ">" not in tail and "\n" not in tail
    name = tail[1:].removeprefix("/")
    if alone or begun or (name and any(full.startswith(name) for full in _TAG_NAMES)):
        return text[:start]
    divider = _CUT_DIVIDER.search(text, text.rfind("\n", begin) + 1)
    return text[: divider.start()] if divider else text


def repair_leak(text: str) -> str:
    """Turn the characters of a byte-level tokenizer back into text if they have leaked.

    They have if Ġ or Ċ stand where no spelling has them, and more often than blanks do.
    """
    if _SPACE not in text and _LINE_FEED not in text:
        return text
    leaks = len(_LEAK.findall(text))
    if leaks == 0:
        return text
    if leaks < 3 or leaks < text.count(" "):
        # A stray one or two: only those that can be nothing else.
        return _LEAK.sub(lambda m: " " if m.group() == _SPACE else "\n", text)
    return _BYTE_RUN.sub(_decode, text)


def _decode(match: re.Match[str]) -> str:
    run = match.group()
    try:
        return bytes(_BYTES[c] for c in run).decode()
    except UnicodeDecodeError:
        return run.replace(_SPACE, " ").replace(_LINE_FEED, "\n")


def decode_entities(text: str) -> str:
    """Replace character references by what they show.

    Once, and once more for one that was escaped twice (``&amp;gt;``): models do that in tables, and
    a page that really shows ``&gt;`` is far rarer. What is no reference (``?a=1&copy=2``) stays.
    """
    return _ENTITY.sub(_character, text) if "&" in text else text


def _character(match: re.Match[str]) -> str:
    reference = match.group()
    if reference.startswith("&amp;") and len(reference) > len("&amp;"):
        reference = "&" + reference[len("&amp;") :]
    if reference[1] == "#":
        return strings.clean(html.unescape(reference)).replace("\xa0", " ")
    return html5.get(reference[1:], match.group()).replace("\xa0", " ")

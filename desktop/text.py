"""Plain strings: cleaning what PDFs and models give, joining lines, writing literal Markdown.

Pure functions that never raise. No Markdown is read here, only written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence

REPLACEMENT = "\ufffd"
SOFT_HYPHEN = "\u00ad"

# --- cleaning ------------------------------------------------------------------------------------

#: pdfium writes one of these in place of a hyphen at which a line was broken.
_PDFIUM_HYPHEN = re.compile("[\ufffe\x02]")
_SURROGATE_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
#: Controls, byte order marks, zero-width spaces and bidirectional embeddings, which make no sense
#: once a line is cut. The joiners U+200C and U+200D and the marks U+200E and U+200F are spelling.
_UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u2060\u202a-\u202e\u2066-\u2069"
    "\ufdd0-\ufdef\ufeff\ufff9-\ufffb\uffff]"
)
#: Latin ligatures and the shaped forms of Arabic and Hebrew letters: pictures of letters, as fonts
#: have them. All other compatibility characters (², ½, ①, full-width forms) are kept as they are.
_SHAPED = re.compile("[\ufb00-\ufb06\ufb1d-\ufb4f\ufb50-\ufbb1\ufbd3-\ufd3d\ufe70-\ufefc]")
_INNER_SOFT_HYPHEN = re.compile("\u00ad(?!\n|\\Z)")
_PLAIN = re.compile("[\n\t\x20-\x7e]*")


def clean(text: str) -> str:
    """The text without what only a file format put there, in Unicode NFC. Never raises.

    * surrogate pairs become the character that they mean, lone ones U+FFFD;
    * pdfium's mark of a hyphen at a line's end (U+FFFE, U+0002) becomes ``-``, or nothing where the
      word goes on in lower case without a break;
    * a soft hyphen stays only at the end of a line, where it was printed (``join_lines`` needs it);
    * ligatures such as ``ﬁ`` and shaped Arabic and Hebrew forms become letters;
    * line ends become ``\\n``; other controls, non-characters and zero-width spaces go.
    """
    if _PLAIN.fullmatch(text):
        return text
    text = _SURROGATE_PAIR.sub(_join_pair, text)
    text = _SURROGATE.sub(REPLACEMENT, text)
    text = _LINE_END.sub("\n", text)
    text = _PDFIUM_HYPHEN.sub(_hyphen, text)
    text = _UNWANTED.sub("", text)
    text = _SHAPED.sub(_letters, text)
    text = _INNER_SOFT_HYPHEN.sub("", text)
    return unicodedata.normalize("NFC", text)


def _join_pair(match: re.Match[str]) -> str:
    high, low = (ord(unit) for unit in match.group())
    return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))


def _hyphen(match: re.Match[str]) -> str:
    before = match.string[: match.start()][-1:]
    after = match.string[match.end() : match.end() + 1]
    return "" if before.isalpha() and after.islower() else "-"


def _letters(match: re.Match[str]) -> str:
    plain = unicodedata.normalize("NFKC", match.group())
    # Lone vowel signs decompose to a space and the sign; the space was never in the text.
    return plain.replace(" ", "")


# --- joining lines -------------------------------------------------------------------------------

#: Scripts written without spaces between words: CJK with its punctuation and full-width forms,
#: kana, bopomofo, Thai, Lao, Tibetan, Myanmar, Khmer. Hangul is not one of them.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3000-\u30ff"
    "\u3100-\u312f\u31a0-\u31ff\u3200-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff9f\uffe0-\uffee"
    "\U0001b000-\U0001b16f\U00020000-\U0003ffff]"
)
_HYPHENS = "-\u2010"
#: Signs that hold two words together when they are written without a space before them.
_BINDING = "-\u2010\u2011\u2013\u2014/\u05be"
#: Words after which a hyphen in front of them is one of omission: ``Vor- und Nachteile``.
_AFTER_OMISSION = frozenset({"und", "oder", "bzw.", "bzw", "sowie", "and", "or", "nor", "och"})
#: First parts that are written with a hyphen in English, and ends that say it is another word.
_COMPOUNDING = {
    "well": ("ness",),
    "self": ("ish", "less"),
    "half": (),
    "cross": ("ing", "es", "ed"),
}
_URL_START = re.compile(r"(?:[a-z][a-z0-9+.-]*://|www\.)\S*\Z", re.IGNORECASE)
_URL_PART = re.compile(r"\S*[./_=%&?~#0-9]\S")
_LAST_WORD = re.compile(r"[^\W_]+(?:['’\-\u2010\u2011][^\W_]+)*[-\u2010\u00ad]?\Z")
_FIRST_WORD = re.compile(r"[^\W_]+(?:['’\-\u2010\u2011][^\W_]+)*")


def join_lines(lines: Sequence[str], *, vocabulary: Collection[str] = ()) -> str:
    """One paragraph from its lines; never raises.

    A hyphen at the end of a line is undone where the word goes on in lower case. It stays

    * before a capital or a digit (``Nord-`` ``Süd``, ``1990-`` ``1995``), after a digit or a single
      letter (``16-`` ``bit``, ``e-`` ``mail``), and in an address;
    * as a hyphen of omission (``Vor-`` ``und Nachteile``), then with a space;
    * where the first part has a hyphen already (``state-of-the-`` ``art``) or is one of a few
      English words that live in compounds (``well-`` ``known``);
    * where ``vocabulary`` (lower-case words of the document, for example) or the lines themselves
      have the word with its hyphen and not without: that evidence goes before all other rules.

    Lines of scripts without spaces are joined without one, all others with one. An end that is
    still open at the last line keeps a hyphen, so that the next page can be joined to it.
    """
    pieces = [piece for line in lines if (piece := line.strip())]
    if not pieces:
        return ""
    joined = [pieces[0]]
    own: frozenset[str] | None = None
    for piece in pieces[1:]:
        before = joined[-1]
        if before[-1] == SOFT_HYPHEN:
            joined[-1] = before.rstrip(SOFT_HYPHEN)
        elif before[-1] in _HYPHENS and before[-2:-1].isalpha() and piece[0].isalpha():
            if own is None:
                own = _words(pieces)
            kept, gap = _at_hyphen(before, piece, own, vocabulary)
            joined[-1] = before if kept else before[:-1]
            joined.append(gap)
        else:
            joined.append(_gap(before, piece))
        joined.append(piece)
    return re.sub("\u00ad+\\Z", "-", "".join(joined))


def _words(pieces: Sequence[str]) -> frozenset[str]:
    return frozenset(word.lower() for piece in pieces for word in _FIRST_WORD.findall(piece))


def _gap(before: str, piece: str) -> str:
    """What stands between two lines that no letter and hyphen join."""
    if _UNSPACED.match(before[-1]) and _UNSPACED.match(piece[0]):
        return ""
    if before[-1] in _BINDING and before[-2:-1].strip() and piece[0].isalnum():
        address = _ends_in_address(before)
        return " " if address and before[-1] == "/" and not _URL_PART.match(piece) else ""
    if before[-1] in "?&=#%_" and _ends_in_address(before) and _URL_PART.match(piece):
        return ""
    return " "


def _ends_in_address(line: str) -> bool:
    end = line[-400:]
    # The search alone would take time in proportion to the square of a long word.
    return ("://" in end or "www." in end.lower()) and _URL_START.search(end) is not None


def _at_hyphen(
    before: str, piece: str, own: Collection[str], vocabulary: Collection[str]
) -> tuple[bool, str]:
    """Whether the hyphen at the end of ``before`` stays, and what follows it."""
    if _ends_in_address(before):
        return True, ""
    first = piece.split(maxsplit=1)[0]
    if first.lower() in _AFTER_OMISSION:
        return True, " "
    head = _LAST_WORD.search(before[-100:])
    tail = _FIRST_WORD.match(piece[:100])
    if head is None or tail is None:
        return True, ""
    start, end = head.group()[:-1], tail.group()
    if not _goes_on(start, end, before):
        return True, ""
    whole, compound = (start + end).lower(), f"{start}-{end}".lower()
    with_hyphen = compound in own or compound in vocabulary
    if with_hyphen or whole in own or whole in vocabulary:
        return with_hyphen and whole not in own and whole not in vocabulary, ""
    if len(start) == 1 or re.search("[-\u2010\u2011]", start):
        return True, ""
    other_words = _COMPOUNDING.get(start.lower())
    return other_words is not None and not end.lower().startswith(other_words), ""


def _goes_on(start: str, end: str, line: str) -> bool:
    """Whether letters before and after a break can be one word, by their case."""
    if end[0].islower():
        return True
    # A heading in capitals breaks words as any other text does.
    return len(start) > 1 and end.isupper() and start.isupper() and line.isupper()


# --- literal Markdown ----------------------------------------------------------------------------

_MAYBE_MARKUP = re.compile(r"[\\`*_~\[\]<>&$|#=:+-]|\d[.)]")
_INLINE = re.compile(
    r"""
      \\(?=[!-/:-@\[-`{-~]|\Z)        # a backslash that would escape, or break the line
    | [`$|]                           # code, math, cells
    | [*_~]+                          # emphasis: looked at as a run
    | <(?=[A-Za-z/!?])                # HTML and addresses
    | &(?=\#?[A-Za-z0-9]+;)           # character references
    | \](?=\()                        # links and pictures
    | \[(?=\^)                        # footnotes
    """,
    re.VERBOSE,
)
_LINE_START = re.compile(
    r"""
      (?P<number>\d{1,9})[.)](?=\s|\Z)          # ordered lists
    | \#{1,6}(?=\s|\Z)                          # headings
    | [-+](?=\s|\Z)                             # lists (those with * are seen in the line)
    | >                                         # quotations
    | (?:=+|[-:|](?=[-:|\s]*\Z)[-:|\s]*)\Z      # underlines of headings and of table heads, rules
    | \[(?=.*\]:|[^\]]*\Z|[ xX]\](?:\s|\Z))     # link definitions and check boxes
    """,
    re.VERBOSE,
)


def escape_markdown(text: str, *, begins_line: bool = True) -> str:
    """Literal text as GitHub-flavoured Markdown that renders as those characters.

    ``begins_line`` false says that other text stands before it in its line (the ``#`` of a heading,
    a word), so that its first line needs no care for what is markup only at a line's beginning.

    Escapes what would be markup where it stands and little else: ``2 * 3``, ``snake_case`` and
    ``a < b`` stay as they are. ``$`` and ``|`` are always escaped, so that the text can stand
    beside math and in a cell of a pipe table. Line breaks stay; blanks at the ends of lines, which
    Markdown does not show, go. Never raises.
    """
    if not _MAYBE_MARKUP.search(text) and "\n" not in text:
        return text.strip(" \t")
    first, *others = (line.strip(" \t") for line in text.split("\n"))
    return "\n".join((_escape_line(first, begins_line), *(_escape_line(o, True) for o in others)))


def _escape_line(line: str, begins: bool) -> str:
    start = _LINE_START.match(line) if begins else None
    if start is None:
        return _INLINE.sub(_escape_inline, line)
    at = start.end("number") if start["number"] else 0
    # A backslash before its first sign unmakes the whole mark.
    return f"{line[:at]}\\{line[at]}{_INLINE.sub(_escape_inline, line[at + 1 :])}"


def _escape_inline(match: re.Match[str]) -> str:
    mark = match.group()
    if mark[0] not in "*_~":
        return f"\\{mark}"
    before = match.string[: match.start()][-1:]
    after = match.string[match.end() : match.end() + 1]
    if len(set(mark)) == 1:
        alone = before.isspace() and (not after or after.isspace())
        inside = mark[0] == "_" and before.isalnum() and after.isalnum()
        if alone or inside:
            return mark
    return "".join(f"\\{sign}" for sign in mark)

"""What was recognised in a block against what the text layer has there."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from desktop.conversion.fill_align import aligned
from desktop.text import escape_markdown

#: Characters of a recognised block below which a comparison says nothing.
FEW = 8
#: The share of three-letter runs in common below which two texts are not the same text read twice.
#: One wrong letter in ten still leaves about 0.7.
_SAME = 0.35
#: The share of its own runs that a recognised text must find elsewhere on the page to be misplaced.
_ELSEWHERE = 0.6
#: Different runs among all runs of a text: honest prose has 0.6 and more, a loop next to none.
_LOOPING = 0.25

_MATH = re.compile(r"(?<!\\)\$\$.+?(?<!\\)\$\$|(?<![\\$])\$(?!\$)[^$\n]+(?<!\\)\$", re.DOTALL)
_TOKEN = re.compile(r"(?:\\.|\$\$.+?\$\$|\$[^$\n]+\$|\S)+", re.DOTALL)
_NO_SIGNS = re.compile(r"[\W_]+")
_PLAIN = re.compile(r"[^*_`<>\\\[\]&~$]+")
_MARKUP = re.compile(r"```+ *[\w+#.-]*|<[^<>]*>|\\(?=[!-/:-@\[-`{-~])|&[a-z]+;")


def has_math(markdown: str) -> bool:
    """Whether the Markdown has formulas in it."""
    return bool(_MATH.search(markdown))


def bare(text: str) -> str:
    """The letters and digits alone, in one case and one form, for comparing."""
    return _NO_SIGNS.sub("", unicodedata.normalize("NFKC", text).casefold())


def runs(text: str) -> Counter[str]:
    """How often each run of three letters occurs in a bare text."""
    return Counter(text[i : i + 3] for i in range(len(text) - 2))


def contained(part: Counter[str], whole: Counter[str]) -> float:
    """Which share (0–1) of ``part``'s runs ``whole`` has as well."""
    total = part.total()
    return sum(min(n, whole[run]) for run, n in part.items()) / total if total else 0.0


def layer_wins(recognised: str, words: str, page: Counter[str]) -> bool:
    """Whether the layer's words stand for a block, rather than what was recognised there.

    ``recognised`` is the block's Markdown, ``words`` the layer's text in its box, ``page`` the runs
    of the page's whole layer. The layer wins where both say the same. Where they differ widely, it
    wins only if the recognised text is a loop or belongs to another place on the page; otherwise
    this part of the layer is not believed (a font with a private encoding, a text that covers
    another), and neither is one that has much less than was recognised.
    """
    seen, layer = bare(_MARKUP.sub("", _MATH.sub(" ", recognised))), bare(words)
    if len(seen) < FEW:
        return bool(layer) or not seen
    seen_runs, layer_runs = runs(seen), runs(layer)
    if len(seen) > 200 and len(seen_runs) < _LOOPING * (len(seen) - 2):
        return bool(layer)
    smaller, larger = sorted((seen_runs, layer_runs), key=Counter.total)
    if contained(smaller, larger) >= _SAME:
        return len(layer) >= 0.6 * len(seen)
    return len(layer) >= FEW and contained(seen_runs, page) >= _ELSEWHERE


def words_around_math(recognised: str, words: Sequence[str]) -> str | None:
    """The recognised Markdown with its formulas, and the layer's words everywhere else.

    A formula's LaTeX can't be had from a layer, so the stretch between two words that both texts
    have is taken as recognised if it has a formula in it, and from the layer if not. Paragraphs and
    other marks stay as recognised. ``None`` if fewer than half of the words can be matched: then
    the two are too different to be put together.
    """
    tokens = list(_TOKEN.finditer(recognised))
    math = [has_math(token.group()) for token in tokens]
    # Formulas and marks without letters get keys of their own, equal to nothing.
    seen: list[object] = [
        (not is_math and bare(_MARKUP.sub("", token.group()))) or i
        for i, (token, is_math) in enumerate(zip(tokens, math, strict=True))
    ]
    layer: list[object] = [bare(word) or -1 - j for j, word in enumerate(words)]
    pairs = aligned(seen, layer)
    if 2 * len(pairs) < sum(isinstance(key, str) for key in seen):
        return None
    out: list[str] = []
    done = used = 0
    for i, j in [*pairs, (len(tokens), len(words))]:
        gap = tokens[done:i]
        only_marks = not any(isinstance(key, str) for key in (*seen[done:i], *layer[used:j]))
        if used == j or any(math[done:i]) or (gap and only_marks):
            out += (_with_blanks(recognised, tokens, at) for at in range(done, i))
        else:
            blanks = _blanks(recognised, tokens, done) if gap else " "
            out.append(blanks if out else "")
            out.append(escape_markdown(" ".join(words[used:j]), begins_line=not out[-1].strip(" ")))
        if i < len(tokens):
            if _PLAIN.fullmatch(tokens[i].group()):
                out.append(_blanks(recognised, tokens, i))
                out.append(escape_markdown(words[j], begins_line=False))
            else:
                out.append(_with_blanks(recognised, tokens, i))
        done, used = i + 1, j + 1
    return "".join(out).strip()


def _blanks(text: str, tokens: Sequence[re.Match[str]], at: int) -> str:
    """The blanks before a token; line breaks among them are the block's paragraphs."""
    return text[tokens[at - 1].end() if at else 0 : tokens[at].start()]


def _with_blanks(text: str, tokens: Sequence[re.Match[str]], at: int) -> str:
    return _blanks(text, tokens, at) + tokens[at].group()

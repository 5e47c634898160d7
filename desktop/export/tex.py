r"""TeX as models write it, made into what pandoc understands.

pandoc's TeX reader (texmath) knows AMS math but not the commands that concern only layout or
numbering; a formula with one of them would become source text. Only those are rewritten: the
meaning stays, ``\tag{3}`` becomes a visible ``(3)``.
"""

from __future__ import annotations

import re
from collections.abc import Callable

#: texmath takes exponential time for scripts inside scripts: ten levels take a second.
DEEPEST_SCRIPT = 5
#: Longer "formulas" are a model's loops.
LONGEST = 8_000

_ARGUMENT = r"\s*\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}"
_OLD_FONTS = {"rm": "mathrm", "bf": "mathbf", "it": "mathit", "sf": "mathsf", "tt": "mathtt"}
_OLD_FONTS |= {"cal": "mathcal", "frak": "mathfrak", "mit": "mathit"}
_FONT = "|".join(_OLD_FONTS)

#: Commands without an argument that say something about a printed page and nothing else.
_LAYOUT = (
    r"\\(?:nonumber|notag|centering|noindent|par|hfill|relax|strut|thinspace|null)(?![A-Za-z])"
)

_RULES: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"(?<!\\)%"), r"\\%"),
    (
        re.compile(r"\\(?:tag\*?|eqno|leqno)" + _ARGUMENT),
        lambda m: rf"\qquad ({m[1].strip(' ()')})",
    ),
    (re.compile(r"\\(?:eqno|leqno)\s*\(([^()]*)\)"), r"\\qquad (\1)"),
    (re.compile(r"\\label" + _ARGUMENT), ""),
    (re.compile(_LAYOUT), " "),
    (re.compile(r"\\(?:hskip|kern|mkern|mskip)\s*-?[\d.]+\s*[a-z]{2}"), " "),
    (re.compile(r"\\multicolumn\s*\{[^{}]*\}\s*\{[^{}]*\}" + _ARGUMENT), r"{\1}"),
    (re.compile(r"\\textsuperscript" + _ARGUMENT), r"^{\\text{\1}}"),
    (re.compile(r"\\emph(?![A-Za-z])"), r"\\text"),
    (re.compile(r"\\[hv]phantom(?![A-Za-z])"), r"\\phantom"),
    (re.compile(r"\\(?:textcolor|colorbox)\s*\{[^{}]*\}" + _ARGUMENT), r"{\1}"),
    (re.compile(r"\\(?:raisebox)\s*\{[^{}]*\}" + _ARGUMENT), r"{\1}"),
    (re.compile(r"\\(?:vcenter|mathop|hbox|vbox)\s*\{\\rm\s+([^{}]*)\}"), r"\\operatorname{\1}"),
    (re.compile(r"\\(?:vcenter|smash|mathstrut|underset\{\})(?=\s*\{)"), ""),
    (re.compile(r"\\cfrac(?![A-Za-z])"), r"\\frac"),
    (re.compile(r"\\textcircled" + _ARGUMENT), lambda m: _circled(m[1])),
    (re.compile(r"\\(?:degree|textdegree)(?![A-Za-z])"), r"^{\\circ}"),
    (re.compile(r"\\begin\{tabular\}"), r"\\begin{array}"),
    (re.compile(r"\\end\{tabular\}"), r"\\end{array}"),
    (re.compile(r"\{\s*\\(" + _FONT + r")(?![A-Za-z])\s*([^{}]*)\}"), lambda m: _font(m[1], m[2])),
    (re.compile(r"\\(?:" + _FONT + r")(?![A-Za-z])"), " "),
    (re.compile(r"\\ce" + _ARGUMENT), lambda m: rf"\mathrm{{{_chemistry(m[1])}}}"),
)
_BREAKS = re.compile(r"(?:\s*\\\\(?:\[[^\]]*\])?\s*)+\Z|\A(?:\s*\\\\(?:\[[^\]]*\])?\s*)+")
_ENVIRONMENT = re.compile(r"\\begin\s*\{[^{}]*\}")
_ALIGNED = re.compile(r"(?<!\\)&|\\\\")
_DIGITS = re.compile(r"(?<=[A-Za-z)\]])(\d+)")


def for_pandoc(tex: str) -> str | None:
    """The formula as pandoc can read it; ``None`` if it must not even be given to it.

    That is so where a formula is too long or nested too deeply to be read in a reasonable time.
    """
    if len(tex) > LONGEST or _script_depth(tex) > DEEPEST_SCRIPT:
        return None
    for pattern, replacement in _RULES:
        tex = pattern.sub(replacement, tex)
    tex = _BREAKS.sub("", tex.strip())
    if _ALIGNED.search(tex) and not _ENVIRONMENT.search(tex):
        tex = rf"\begin{{aligned}} {tex} \end{{aligned}}"
    return tex


def _script_depth(tex: str) -> int:
    depth = deepest = 0
    opened: list[bool] = []
    script = False
    for sign in tex:
        if sign == "{":
            opened.append(script)
            depth += script
            deepest = max(deepest, depth)
        elif sign == "}" and opened:
            depth -= opened.pop()
        if not sign.isspace():
            script = sign in "_^"
    return deepest


def _number(words: str) -> str:
    return rf"\qquad ({words.strip(' ()')})"


def _font(name: str, words: str) -> str:
    return rf"\{_OLD_FONTS[name]}{{{words}}}"


def _circled(words: str) -> str:
    inner = words.strip()
    if inner.isdigit() and 1 <= int(inner) <= 20:
        return chr(0x245F + int(inner))
    return f"({inner})"


def _chemistry(formula: str) -> str:
    return _DIGITS.sub(r"_{\1}", formula)

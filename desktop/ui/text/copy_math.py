"""Simple formulas as HTML that every word processor shows: letters, signs, raised and lowered.

Word processors do not take MathML from the clipboard alike: LibreOffice drops its marks, so that
x² silently becomes x2. What is more than a line of letters therefore stays TeX between dollars,
which is at least what it says; equations that can be edited are what the Word export is for.
"""

from __future__ import annotations

import html
import re

from desktop.export.html_math import Formula

_SIGN = re.compile(r"\\[A-Za-z]+|\\.|[{}^_]|\s+|.", re.DOTALL)
_GREEK = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε",
    "zeta": "ζ", "eta": "η", "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ",
    "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ",
    "tau": "τ", "upsilon": "υ", "phi": "ϕ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω",
}  # fmt: skip
_SIGNS = {
    "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ",
    "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "times": " × ", "cdot": " · ", "pm": " ± ", "mp": " ∓ ",
    "le": " ≤ ", "leq": " ≤ ", "ge": " ≥ ", "geq": " ≥ ", "ne": " ≠ ", "neq": " ≠ ",
    "approx": " ≈ ", "sim": " ∼ ", "equiv": " ≡ ", "in": " ∈ ", "to": " → ", "rightarrow": " → ",
    "infty": "∞", "partial": "∂", "nabla": "∇", "circ": "°", "degree": "°", "prime": "′",
    "ldots": "…", "dots": "…", "cdots": "⋯", "quad": "  ", "%": "%", "$": "$", "#": "#",
    "&": "&", ",": " ", ";": " ", ":": " ", " ": " ", "!": "", "{": "{", "}": "}",
    "sin": "sin", "cos": "cos", "tan": "tan", "log": "log", "ln": "ln", "exp": "exp",
    "max": "max", "min": "min",
}  # fmt: skip
_UPRIGHT = frozenset({"mathrm", "text", "textrm", "operatorname"})
_SPACED = frozenset("=<>+-")


def formula_html(formula: Formula) -> str:
    """A formula as HTML; what is not simple as its TeX."""
    simple = _Simple(formula.tex).html()
    return html.escape(formula.source()) if simple is None else simple


class _NotSimple(Exception):
    """The formula has something that a line of letters can't show."""


class _Simple:
    """A walk over the signs of one formula."""

    def __init__(self, tex: str) -> None:
        self._signs: list[str] = _SIGN.findall(tex.strip())
        self._next = 0

    def html(self) -> str | None:
        """The whole formula; ``None`` if it is not simple."""
        try:
            return self._sequence(end="", scripts=True)
        except _NotSimple:
            return None

    def _take(self) -> str:
        """The next sign; empty at the end."""
        if self._next >= len(self._signs):
            return ""
        self._next += 1
        return self._signs[self._next - 1]

    def _sequence(self, *, end: str, scripts: bool) -> str:
        parts: list[str] = []
        while sign := self._take():
            if sign == end:
                return "".join(parts)
            if sign in "^_":
                if not scripts or not parts:
                    raise _NotSimple
                tag = "sup" if sign == "^" else "sub"
                raised = self._argument()
                parts.append(raised if raised in "°′" else f"<{tag}>{raised}</{tag}>")
            elif not sign.isspace():
                # A minus with nothing to take away from belongs to what follows.
                alone = not scripts or not parts or parts[-1].endswith((" ", "("))
                parts.append(self._atom(sign, scripts=scripts, alone=alone))
        if end:
            raise _NotSimple
        return "".join(parts)

    def _argument(self) -> str:
        sign = self._take()
        if sign == "{":
            return self._sequence(end="}", scripts=False)
        if not sign or sign.isspace():
            raise _NotSimple
        return self._atom(sign, scripts=False, alone=True).strip()

    def _atom(self, sign: str, *, scripts: bool, alone: bool) -> str:
        if sign == "{":
            return self._sequence(end="}", scripts=scripts)
        if sign.startswith("\\"):
            return self._command(sign[1:])
        if sign in "}^_&~":
            raise _NotSimple
        if sign.isalpha():
            return f"<i>{html.escape(sign)}</i>"
        shown = "−" if sign == "-" else html.escape(sign)
        return f" {shown} " if sign in _SPACED and not alone else shown

    def _command(self, name: str) -> str:
        if name in _GREEK:
            return f"<i>{_GREEK[name]}</i>"
        if name in _SIGNS:
            return html.escape(_SIGNS[name])
        if name in _UPRIGHT and self._take() == "{":
            return self._upright()
        raise _NotSimple

    def _upright(self) -> str:
        letters = []
        while (sign := self._take()) != "}":
            if not sign or sign in "{^_" or (len(sign) > 1 and not sign.isspace()):
                raise _NotSimple
            letters.append(sign)
        return html.escape("".join(letters))

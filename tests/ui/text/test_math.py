"""Formulas become KaTeX's HTML, hostile and broken ones their source, and nothing hangs."""

from __future__ import annotations

import html
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.errors import Cancelled
from desktop.export.html_math import Formula
from desktop.model.cancel import CancelToken
from desktop.ui.text import math, math_engine
from desktop.ui.text.math import Typesetter, math_source

ROOT = Path(__file__).parents[3]
ONE_FORMULA = """
from PySide6.QtCore import QCoreApplication
from desktop.export.html_math import Formula
from desktop.ui.text.math import Typesetter
app = QCoreApplication([])
typesetter = Typesetter()
typesetter.warm_up()
assert "katex" in typesetter.render([Formula("x")])[Formula("x")]
typesetter.close()
"""
_TAG = re.compile(r"<[^<>]*>")


@pytest.fixture
def typesetter(qapp: object) -> Iterator[Typesetter]:
    made = Typesetter()
    made.warm_up()
    yield made
    made.close()


def shown(typesetter: Typesetter, tex: str, *, display: bool = True) -> str:
    formula = Formula(tex, display)
    return typesetter.render([formula])[formula]


def words(markup: str) -> str:
    """The signs of a formula, without how they are placed."""
    return html.unescape(_TAG.sub("", markup)).replace("\u200b", "")


@pytest.mark.parametrize(
    ("tex", "signs", "kind"),
    [
        (r"\begin{aligned} a &= b \\ c &= d \end{aligned}", "=b", "col-align-r"),
        (r"E = mc^2 \tag{3.1}", "3.1", "tag"),
        (r"\operatorname*{arg\,max}_{x \in X} f(x)", "argmax", "op-limits"),
        (r"\hat{x} + \vec{y} + \widetilde{abc}", "x", "accent"),
        (r"\frac{\partial u}{\partial t}", "∂t", "mfrac"),
        (r"\sqrt[3]{x}", "3", "sqrt"),
        (r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}", "13", "mtable"),
        (r"\text{wenn } x<y \text{ und } z>0", "<", "text"),
        (r"\text{速度} = 5", "速度", "text"),
    ],
)
def test_formulas_are_set(typesetter: Typesetter, tex: str, signs: str, kind: str) -> None:
    made = shown(typesetter, tex)
    assert '<span class="katex-display">' in made
    assert kind in made
    assert signs in re.sub(r"\s", "", words(made))


def test_a_formula_in_a_line_is_no_display(typesetter: Typesetter) -> None:
    made = shown(typesetter, "x^2", display=False)
    assert '<span class="katex">' in made
    assert "katex-display" not in made


def test_a_formula_is_read_aloud_as_its_source(typesetter: Typesetter) -> None:
    assert 'role="math" aria-label="a &lt; &quot;b&quot;"' in shown(typesetter, 'a < "b"')


@pytest.mark.parametrize(
    "tex",
    [
        r"\frac{a}{b",
        r"\unknowncommand{x}",
        r"\def\a{\a\a}\a",
        r"\newcommand{\b}{\b x}\b",
        r"\href{javascript:alert(1)}{x}",
        r"\url{http://example.org}",
        r"\includegraphics{http://example.org/a.png}",
        r"\htmlStyle{background: url(http://example.org)}{x}",
        r"\htmlData{b=3}{x}",
        "x" * (math.LONGEST + 1),
    ],
    ids=lambda tex: tex[:20],
)
def test_what_can_not_be_set_is_shown_as_its_source(typesetter: Typesetter, tex: str) -> None:
    formula = Formula(tex, display=True)
    made = typesetter.render([formula])[formula]
    assert made == math_source(formula)
    assert html.escape(tex) in made


def test_what_tex_says_in_angle_brackets_stays_text(typesetter: Typesetter) -> None:
    made = shown(typesetter, r"\text{<img src=x onerror=alert(1)>} < \text{</span><script>}")
    assert "<img" not in made
    assert "<script" not in made


def test_sizes_have_a_limit(typesetter: Typesetter) -> None:
    made = shown(typesetter, r"\rule{9000em}{9000em}")
    assert "9000" not in made.split(">", 1)[1]


def test_what_qt_keeps_of_katex_is_kept_with_the_rest(own_home: Path) -> None:
    # Qt asks only once in its life where that is, so this one is to be its first.
    subprocess.run([sys.executable, "-c", ONE_FORMULA], check=True, timeout=60, cwd=ROOT)
    assert list((own_home / "cache" / "formulas").iterdir())


def test_one_formula_that_takes_too_long_costs_only_itself(
    typesetter: Typesetter, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "katex" in shown(typesetter, "a")
    cells = " & ".join(r"\frac{1}{2}" for _ in range(20))
    slow = Formula(r"\begin{matrix}" + r"\\".join([cells] * 20) + r"\end{matrix}", display=True)
    quick = [Formula(f"q_{number}") for number in range(30)]
    monkeypatch.setattr(math_engine, "PATIENCE", 0.02)
    made = typesetter.render([*quick[:3], slow, *quick[3:]])
    monkeypatch.setattr(math_engine, "PATIENCE", 2.0)
    assert made[slow] == math_source(slow)
    again = typesetter.render(quick)
    assert all("katex" in again[formula] for formula in quick[-10:])


def test_a_caller_that_gives_up_does_not_wait(typesetter: Typesetter) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        typesetter.render([Formula("never"), Formula("asked")], cancel=token)
    assert "katex" in shown(typesetter, "asked")


def test_without_katex_formulas_are_their_source(qapp: object) -> None:
    formula = Formula("x^2")
    assert Typesetter().render([formula]) == {formula: math_source(formula)}


def test_after_the_end_formulas_are_their_source(qtbot: QtBot) -> None:
    typesetter = Typesetter()
    typesetter.warm_up()
    typesetter.close()
    formula = Formula("x^3")
    assert typesetter.render([formula]) == {formula: math_source(formula)}

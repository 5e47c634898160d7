"""Documents of any number of pages for the bench, all pages different."""

from __future__ import annotations

import random
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

_WORDS = (
    "paper", "press", "leaf", "stem", "autumn", "winter", "cellar", "stove", "sheet", "sound",
    "mould", "humidity", "morning", "evening", "collector", "handbook", "drying", "mounted",
    "gentian", "bellflower", "alder", "coast", "weather", "number", "result", "table", "reading",
    "measured", "between", "because", "without", "further", "together", "early", "warm", "cold",
    "light", "heavy",
)  # fmt: skip


def sentence(dice: random.Random, words: int) -> str:
    """A sentence of no meaning."""
    return " ".join(dice.choices(_WORDS, k=words)).capitalize() + "."


def make_pdf(path: Path, pages: int, *, seed: int = 1) -> Path:
    """A born-digital PDF of A4 pages: a heading, two columns of text, a ruled table, a number."""
    dice = random.Random(seed)
    canvas = Canvas(str(path), pagesize=A4, invariant=1, pageCompression=1)
    width, height = A4
    for page in range(pages):
        canvas.setFont("Times-Bold", 16)
        canvas.drawString(20 * mm, height - 25 * mm, f"{page + 1} {sentence(dice, 4)}")
        canvas.setFont("Times-Roman", 10)
        for column in range(2):
            x = 20 * mm + column * 88 * mm
            for line in range(38):
                text = " ".join(dice.choices(_WORDS, k=7))
                canvas.drawString(x, height - 36 * mm - line * 4.6 * mm, text)
        for row in range(6):
            y = 60 * mm - row * 6 * mm
            canvas.line(20 * mm, y, 120 * mm, y)
            if row < 5:
                for cell in range(4):
                    text = str(dice.randrange(10_000))
                    canvas.drawString(22 * mm + cell * 25 * mm, y - 4 * mm, text)
        for cell in range(5):
            canvas.line(20 * mm + cell * 25 * mm, 30 * mm, 20 * mm + cell * 25 * mm, 60 * mm)
        canvas.drawCentredString(width / 2, 12 * mm, str(page + 1))
        canvas.showPage()
    canvas.save()
    return path

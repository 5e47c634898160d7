"""Makes sample.pdf, the document that Diptych shows itself with: two drawn pages and a scan.

    python resources/samples/make_samples.py [FOLDER]

The drawn pages have headings, two columns, a list, a picture with its caption, a footnote, a ruled
table with merged cells, page numbers, and a paragraph that goes over the page break in the middle
of a word. The third page is an image only, slightly skewed and noisy, as a scanner gives it. The
text is our own. Everything is fixed, so the same versions of the libraries make the same bytes.
"""

from __future__ import annotations

import hashlib
import io
import sys
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw, ImageFilter
from reportlab.lib.colors import black, grey, lightgrey
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Frame, Paragraph, Spacer, Table, TableStyle
from reportlab.platypus import Image as Picture

#: A format of journals, a little smaller than A4.
WIDTH, HEIGHT = SIZE = (194 * mm, 260 * mm)
MARGIN, GAP = 20 * mm, 8 * mm
COLUMN = (WIDTH - 2 * MARGIN - GAP) / 2
SCAN_DPI = 150

BODY = ParagraphStyle(
    "body", fontName="Times-Roman", fontSize=12, leading=15, alignment=TA_JUSTIFY, spaceAfter=7
)
#: The half of a paragraph before a page break: its last line is full like the others.
BROKEN = ParagraphStyle("broken", parent=BODY, justifyLastLine=1, spaceAfter=0)
TITLE = ParagraphStyle(
    "title", fontName="Times-Bold", fontSize=22, leading=27, alignment=TA_CENTER, spaceAfter=4
)
AUTHOR = ParagraphStyle(
    "author", fontName="Times-Italic", fontSize=13, leading=16, alignment=TA_CENTER
)
HEADING = ParagraphStyle(
    "heading", fontName="Times-Bold", fontSize=15, leading=19, spaceBefore=8, spaceAfter=5
)
SUBHEADING = ParagraphStyle("subheading", parent=HEADING, fontSize=13, leading=16)
ITEM = ParagraphStyle("item", parent=BODY, leftIndent=13, bulletIndent=2, spaceAfter=3)
CAPTION = ParagraphStyle(
    "caption", fontName="Times-Italic", fontSize=10.5, leading=13, alignment=TA_CENTER, spaceAfter=6
)
NOTE = ParagraphStyle("note", fontName="Times-Roman", fontSize=9.5, leading=11.5)
CELL = ParagraphStyle("cell", fontName="Times-Roman", fontSize=9.5, leading=12)
HEAD = ParagraphStyle("head", parent=CELL, fontName="Times-Bold", alignment=TA_CENTER)

INTRODUCTION = (
    "A pressed plant lasts for centuries if it is dry on the day it is mounted, and for one summer "
    "if it is not. Most handbooks pass over the weather. They were written by people who collected "
    "in dry hills, and they take for granted that paper laid in the sun is dry by the evening."
)
WEATHER = (
    "We kept a small herbarium through three wet autumns on the coast, where the air in the "
    "workroom stood at eighty per cent humidity for weeks, and we wrote down what spoiled and what "
    "did not.<super>1</super> The notes that follow are short because the answer is short: change "
    "the paper early, and keep the press warm rather than hot."
)
STEPS = (
    "Brush off the soil; never wash a plant that is to be pressed.",
    "Lay it between two sheets of blotting paper and close the press.",
    "Change the paper after four hours, then every morning.",
    "Mount it when a leaf, held to the cheek, no longer feels cold.",
)
PAPER = (
    "Newspaper will do where blotting paper is dear, but only unprinted: the ink comes off on pale "
    "petals. Between uses the sheets were hung over a line and never stacked."
)
THICK = (
    "Thick stems and fruits hold their water longest. We cut them lengthwise, which costs nothing "
    "that a botanist would miss, and put a folded pad beside them so that the leaves next to them "
    "are pressed as firmly as the rest."
)
FIRST_AUTUMN = (
    "The first autumn was mild, and the cellar, which holds its temperature, seemed to be the best "
    "place for the press. A third of what we laid in there was lost to mould by the spring."
)
BEFORE_BREAK = (
    "The second autumn was the wettest of the three. By October the cellar could no longer be "
    "used at all, and every sheet was dried upstairs beside the stove. It was there, and more by "
    "accident than by design, that we made the only obser-"
)
AFTER_BREAK = (
    "vation which seems to be new: sheets that had been warmed before the plant was laid on them "
    "dried in half the time, and kept the blue of gentians and bellflowers, which is usually lost."
)
RESULTS = (
    "Table 1 gives the number of sheets that were sound after one year. A sheet counts as sound "
    "if it shows no mould under a lens and has kept the colour of its flowers."
)
COST = (
    "The warm press needs about 0.4 kWh a day. At the prices of that year this came to less than "
    "the cost of the paper that it saved, and the room was the better for it."
)
ADVICE = (
    "For a collection of a few hundred sheets we would now buy a heating mat of the kind that "
    "gardeners use, set it to 30 degrees, and lay the press on it on two battens. Anything warmer "
    "browns the leaves; anything colder is no better than a dry shelf.",
    "Whoever has neither mat nor stove should collect less. Ten plants that are changed every day "
    "are worth more than forty that are not, and the thirty left standing will seed.",
)
FOOTNOTE = (
    "<super>1</super> The workroom faced north. Humidity was read twice a day from a hair "
    "hygrometer that was set against a sling psychrometer every month."
)
LETTER = (
    "Thank you for the parcel, which came on Tuesday and had not been opened on its way. All "
    "forty-one sheets are sound. I have put the gentians with ours and have written your numbers "
    "on the covers, so that they can be found under either name.",
    "You ask how we keep the beetles out. We do nothing clever. Each sheet spends three nights in "
    "the cold store when it arrives, one week at room temperature, and three nights in the cold "
    "store again; what hatches in between does not live through the second frost.",
    "The blue of your gentians is the best that I have seen in a pressed plant, and I should like "
    "to know how it was kept. Was the paper warmed?",
    "Please send the bellflowers as well when the road is open.",
)


def leaf() -> Image.Image:
    """A leaf on a sheet, as the picture of the sample."""
    image = Image.new("RGB", (360, 220), (244, 240, 228))
    draw = ImageDraw.Draw(image)
    draw.polygon(
        [(30, 120), (90, 60), (180, 38), (270, 62), (330, 110), (262, 162), (170, 182), (84, 168)],
        fill=(96, 128, 72),
    )
    draw.line([(14, 122), (330, 110)], fill=(62, 84, 46), width=5)
    for x in range(70, 300, 36):
        draw.line([(x, 119), (x + 34, 72)], fill=(62, 84, 46), width=2)
        draw.line([(x, 119), (x + 30, 160)], fill=(62, 84, 46), width=2)
    return image.filter(ImageFilter.GaussianBlur(0.8))


def encoded(image: Image.Image, quality: int) -> io.BytesIO:
    """An image as a JPEG file."""
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=quality, optimize=True)
    stream.seek(0)
    return stream


def results_table() -> Table:
    """The table: a heading over two columns, and a place over two rows."""
    head = [
        [Paragraph("Place", HEAD), Paragraph("Paper", HEAD), Paragraph("Sheets", HEAD), ""],
        ["", "", Paragraph("laid in", HEAD), Paragraph("sound", HEAD)],
    ]
    rows = [
        ["Cellar", "old", "120", "31"],
        ["", "changed daily", "118", "77"],
        ["Stove", "old", "96", "70"],
        ["", "changed daily", "104", "99"],
    ]
    body = [[Paragraph(cell, CELL) for cell in row] for row in rows]
    table = Table(head + body, colWidths=[16 * mm, 24 * mm, 15 * mm, 15 * mm])
    table.setStyle(
        TableStyle(
            [
                ("GRID", (0, 0), (-1, -1), 0.6, black),
                ("BACKGROUND", (0, 0), (-1, 1), lightgrey),
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                ("SPAN", (2, 0), (3, 0)),
                ("SPAN", (0, 0), (0, 1)),
                ("SPAN", (1, 0), (1, 1)),
                ("SPAN", (0, 2), (0, 3)),
                ("SPAN", (0, 4), (0, 5)),
            ]
        )
    )
    return table


def put(canvas: Canvas, flowables: list[Flowable], x: float, top: float, width: float) -> None:
    """Set flowables under each other from ``top`` down; what does not fit is an error."""
    frame = Frame(x, MARGIN, width, top - MARGIN, 0, 0, 0, 0)
    frame.addFromList(flowables, canvas)
    if flowables:
        raise ValueError("the sample's text is longer than its page")


def furniture(canvas: Canvas, number: int) -> None:
    """The running header and the page number."""
    canvas.setFont("Times-Italic", 9)
    canvas.drawString(MARGIN, HEIGHT - 14 * mm, "Notes of the Coast Herbarium")
    canvas.setFont("Times-Roman", 9)
    canvas.drawCentredString(WIDTH / 2, 11 * mm, str(number))


def first_page(canvas: Canvas) -> None:
    """Title, two columns, a list, a picture, a footnote, and half a paragraph."""
    furniture(canvas, 1)
    top = HEIGHT - 20 * mm
    head = [
        Paragraph("Drying Plants in Damp Weather", TITLE),
        Paragraph("A. Marten and B. Quill", AUTHOR),
    ]
    put(canvas, head, MARGIN, top, WIDTH - 2 * MARGIN)
    top -= 22 * mm
    left = [
        Paragraph("1 Introduction", HEADING),
        Paragraph(INTRODUCTION, BODY),
        Paragraph(WEATHER, BODY),
        Paragraph("2 Method", HEADING),
        Paragraph("Each plant was treated in the same way:", BODY),
        *[Paragraph(step, ITEM, bulletText="•") for step in STEPS],
        Spacer(1, 2 * mm),
        Paragraph(PAPER, BODY),
    ]
    put(canvas, left, MARGIN, top, COLUMN)
    right = [
        Picture(encoded(leaf(), 80), 64 * mm, 39 * mm),
        Paragraph("Figure 1: A leaf of the common alder after two days in the press.", CAPTION),
        Paragraph("2.1 Thick stems", SUBHEADING),
        Paragraph(THICK, BODY),
        Paragraph("3 Two autumns", HEADING),
        Paragraph(FIRST_AUTUMN, BODY),
        Paragraph(BEFORE_BREAK, BROKEN),
    ]
    put(canvas, right, MARGIN + COLUMN + GAP, top, COLUMN)
    canvas.setStrokeColor(grey)
    canvas.line(MARGIN, 34 * mm, MARGIN + 40 * mm, 34 * mm)
    note = Paragraph(FOOTNOTE, NOTE)
    note.wrapOn(canvas, COLUMN, 20 * mm)
    note.drawOn(canvas, MARGIN, 32 * mm - note.height)
    canvas.showPage()


def second_page(canvas: Canvas) -> None:
    """The paragraph's other half, and the table."""
    furniture(canvas, 2)
    top = HEIGHT - 20 * mm
    left = [
        Paragraph(AFTER_BREAK, BODY),
        Paragraph("4 Results", HEADING),
        Paragraph(RESULTS, BODY),
        Paragraph("Table 1: Sheets that were sound after a year", CAPTION),
        results_table(),
    ]
    put(canvas, left, MARGIN, top, COLUMN)
    right = [
        Paragraph("5 Cost", HEADING),
        Paragraph(COST, BODY),
        Paragraph(
            "The share of sound sheets <i>s</i> among <i>n</i> that were laid in follows from the "
            "table; for the stove and changed paper it is 99 of 104, or 95 %.",
            BODY,
        ),
        Paragraph("6 Advice", HEADING),
        *[Paragraph(paragraph, BODY) for paragraph in ADVICE],
    ]
    put(canvas, right, MARGIN + COLUMN + GAP, top, COLUMN)
    canvas.showPage()


def letter() -> bytes:
    """A typed letter as a PDF of one page: what the scan is a scan of."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=SIZE, invariant=1)
    typed = ParagraphStyle("typed", fontName="Courier", fontSize=12, leading=19, spaceAfter=14)
    parts: list[Flowable] = [
        Paragraph("University Herbarium", ParagraphStyle("letterhead", parent=TITLE)),
        Spacer(1, 8 * mm),
        Paragraph("14 November", typed),
        Paragraph("Dear colleague,", typed),
        *[Paragraph(paragraph, typed) for paragraph in LETTER],
        Paragraph("Yours sincerely,", typed),
        Paragraph("E. Finch, keeper", typed),
    ]
    put(canvas, parts, 25 * mm, HEIGHT - 25 * mm, WIDTH - 50 * mm)
    canvas.save()
    return stream.getvalue()


def scan() -> Image.Image:
    """The letter as a cheap scanner gives it: grey, a little askew, noisy."""
    document = pypdfium2.PdfDocument(letter())
    sheet = document[0].render(scale=SCAN_DPI / 72, grayscale=True).to_pil()
    document.close()
    sheet = sheet.rotate(0.6, Image.Resampling.BICUBIC, fillcolor=255)
    # A hash's stream is noise that is the same everywhere and always.
    dots = hashlib.shake_128(b"scanner").digest(sheet.width * sheet.height)
    noise = Image.frombytes("L", sheet.size, dots).filter(ImageFilter.GaussianBlur(0.7))
    return Image.blend(sheet, noise, 0.12).filter(ImageFilter.GaussianBlur(0.5))


def make(folder: Path) -> Path:
    """Write sample.pdf to ``folder``."""
    target = folder / "sample.pdf"
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=SIZE, invariant=1, pageCompression=1)
    canvas.setTitle("Drying Plants in Damp Weather")
    canvas.setAuthor("Diptych's sample")
    first_page(canvas)
    second_page(canvas)
    canvas.drawImage(ImageReader(encoded(scan(), 38)), 0, 0, WIDTH, HEIGHT)
    canvas.showPage()
    canvas.save()
    target.write_bytes(stream.getvalue())
    return target


if __name__ == "__main__":
    print(make(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent))

"""PDF documents: opening them and drawing their pages with pdfium.

Runs in a child process only: pdfium is not thread-safe and a hostile file can crash it.
"""

from __future__ import annotations

import ctypes
import math
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as c
from PIL import Image

from desktop.documents import complaints
from desktop.documents.glyphs import read_glyphs
from desktop.documents.limits import Limits
from desktop.documents.lines import build_layer
from desktop.documents.opened import Drawn, Facts
from desktop.documents.sizing import DRAWN_DPI, POINTS_PER_INCH, Raster, plan_raster
from desktop.model.document import DocumentKind, RenderRequest, TextLayer
from desktop.text import clean

#: An image that covers this share of the page is a scan, and its pixels are the page's own.
_SCAN_SHARE = 0.8
#: How many objects of a page are looked at for a scan: a scan has few.
_SCAN_OBJECTS = 40
#: The longest side that a PDF page may have (ISO 32000-1, annex C.2), in points: five metres.
_LONGEST_PAGE = 14_400
_TITLE_LENGTH = 300
#: Annotations with words that a person sees on the page.
_WRITTEN = (c.FPDF_ANNOT_WIDGET, c.FPDF_ANNOT_FREETEXT, c.FPDF_ANNOT_STAMP)
_MOST_ANNOTATIONS = 1000
_BYTES_PER_PIXEL = 4


class PdfFile:
    """A PDF, open in this process. Keeps the page that was used last, for its text or its crops.

    Raises ``PasswordNeeded``, ``PasswordWrong``, ``DocumentMissing`` or ``DocumentDamaged``.
    """

    def __init__(self, path: Path, password: str | None, limits: Limits) -> None:
        self._path = path
        self._limits = limits
        self._password = password
        self._page: Any = None
        self._page_number = -1
        self._pixels = bytearray()
        self._document = _open(path, password)
        self._flat_document: Any = None
        self._document.init_forms()  # else what was filled in is not drawn
        self._forms = self._document.formenv
        if self._forms:
            c.FPDF_SetFormFieldHighlightAlpha(self._forms, 0)
        count = len(self._document)
        if count < 1:
            self._document.close()
            raise complaints.no_pages(path)
        self.facts = Facts(
            DocumentKind.PDF,
            count,
            encrypted=c.FPDF_GetSecurityHandlerRevision(self._document) >= 0,
            title=_title(self._document),
        )

    def close(self) -> None:
        """Let go of the page and of the file."""
        self._close_page()
        if self._flat_document is not None:
            self._flat_document.close()
        self._document.close()

    def draw(self, request: RenderRequest) -> Drawn:
        """See ``OpenDocument.draw``: only the crop is drawn, straight into its final pixels."""
        page = self._load_page(request.page)
        width, height = self._page_size(page, request.page, request.rotation)
        long_edge = float(request.long_edge) or self._own_edge(page, max(width, height))
        raster = plan_raster(width, height, long_edge, request.crop, self._limits)
        notes = tuple(note for note in (_length_note(width, height), raster.note) if note)
        image = self._rasterise(page, raster, request.rotation)
        return Drawn(image, max(raster.page_width, raster.page_height), width, height, notes)

    def text_layer(self, page: int, rotation: int) -> TextLayer:
        """See ``OpenDocument.text_layer``."""
        handle = self._load_page(page)
        width, height = self._page_size(handle, page, rotation)
        if not _is_written_on(handle):
            return self._read(handle, page, width, height, rotation)
        flat = self._flattened(page)
        try:
            return self._read(flat, page, width, height, rotation)
        finally:
            c.FPDF_ClosePage(flat)

    def _read(
        self, handle: Any, page: int, width: float, height: float, rotation: int
    ) -> TextLayer:
        text_page = c.FPDFText_LoadPage(handle)
        if not text_page:
            raise complaints.page_damaged(self._path, page, "no text page")
        try:
            return build_layer(read_glyphs(handle, text_page, width, height, rotation // 90))
        finally:
            c.FPDFText_ClosePage(text_page)

    def _flattened(self, number: int) -> Any:
        """The page with what was filled in or written on it made part of its text.

        Of another copy of the document: flattening changes how some annotations look.
        """
        if self._flat_document is None:
            self._flat_document = _open(self._path, self._password)
        page = c.FPDF_LoadPage(self._flat_document, number)
        if page and c.FPDFPage_Flatten(page, c.FLAT_NORMALDISPLAY) == c.FLATTEN_SUCCESS:
            c.FPDF_ClosePage(page)  # the change is seen when the page is loaded again
            page = c.FPDF_LoadPage(self._flat_document, number)
        if not page:
            raise complaints.page_damaged(self._path, number, "not flattened")
        return page

    def _load_page(self, number: int) -> Any:
        if not 0 <= number < self.facts.page_count:
            raise complaints.page_missing(self._path, number, self.facts.page_count)
        if number == self._page_number:
            return self._page
        self._close_page()
        page = c.FPDF_LoadPage(self._document, number)
        if not page:
            raise complaints.page_damaged(self._path, number)
        if self._forms:
            c.FORM_OnAfterLoadPage(page, self._forms)
        self._page, self._page_number = page, number
        return page

    def _close_page(self) -> None:
        if self._page is not None:
            if self._forms:
                c.FORM_OnBeforeClosePage(self._page, self._forms)
            c.FPDF_ClosePage(self._page)
        self._page, self._page_number = None, -1

    def _page_size(self, page: Any, number: int, rotation: int) -> tuple[float, float]:
        """Width and height of the upright page in points."""
        width, height = float(c.FPDF_GetPageWidthF(page)), float(c.FPDF_GetPageHeightF(page))
        if not (0 < width < math.inf and 0 < height < math.inf):
            raise complaints.page_damaged(self._path, number, f"size {width} × {height}")
        return (height, width) if rotation % 180 else (width, height)

    def _own_edge(self, page: Any, long_side: float) -> float:
        """The long edge in pixels at the page's own resolution."""
        scan = _scan_edge(page)
        return scan or max(1.0, long_side * DRAWN_DPI / POINTS_PER_INCH)

    def _rasterise(self, page: Any, raster: Raster, rotation: int) -> Image.Image:
        """Draw the raster's window on white. The image lies in a buffer that is used again."""
        stride = raster.width * _BYTES_PER_PIXEL
        if len(self._pixels) != stride * raster.height:
            self._pixels = bytearray(stride * raster.height)
        memory = (ctypes.c_ubyte * len(self._pixels)).from_buffer(self._pixels)
        bitmap = c.FPDFBitmap_CreateEx(
            raster.width, raster.height, c.FPDFBitmap_BGRx, memory, stride
        )
        if not bitmap:
            raise MemoryError
        try:
            c.FPDFBitmap_FillRect(bitmap, 0, 0, raster.width, raster.height, 0xFFFFFFFF)
            flags = c.FPDF_ANNOT | c.FPDF_REVERSE_BYTE_ORDER
            place = (-raster.left, -raster.top, raster.page_width, raster.page_height)
            c.FPDF_RenderPageBitmap(bitmap, page, *place, rotation // 90, flags)
            if self._forms:
                c.FPDF_FFLDraw(self._forms, bitmap, page, *place, rotation // 90, flags)
        finally:
            c.FPDFBitmap_Destroy(bitmap)
        # RGBX is how Pillow itself keeps RGB, so it takes these bytes without a copy.
        return Image.frombuffer(
            "RGBX", (raster.width, raster.height), self._pixels, "raw", "RGBX", stride, 1
        )


def _open(path: Path, password: str | None) -> Any:
    try:
        return pdfium.PdfDocument(path, password=password)
    except FileNotFoundError as error:
        raise complaints.missing(path, error) from None
    except pdfium.PdfiumError as error:
        if error.err_code == c.FPDF_ERR_PASSWORD:
            wrong = complaints.password_wrong if password else complaints.password_needed
            raise wrong(path) from None
        if error.err_code == c.FPDF_ERR_SECURITY:
            raise complaints.locked_strangely(path) from None
        raise complaints.damaged(path, str(error)) from None


def _is_written_on(page: Any) -> bool:
    """Whether the page has form fields, notes or stamps, whose words are not in its own text."""
    for index in range(min(c.FPDFPage_GetAnnotCount(page), _MOST_ANNOTATIONS)):
        annotation = c.FPDFPage_GetAnnot(page, index)
        kind = c.FPDFAnnot_GetSubtype(annotation) if annotation else c.FPDF_ANNOT_UNKNOWN
        c.FPDFPage_CloseAnnot(annotation)
        if kind in _WRITTEN:
            return True
    return False


def _title(document: Any) -> str:
    try:
        title = str(document.get_metadata_value("Title"))
    except UnicodeDecodeError:
        return ""
    return " ".join(clean(title).split())[:_TITLE_LENGTH]


def _length_note(width: float, height: float) -> str:
    longest = max(width, height)
    if longest <= _LONGEST_PAGE:
        return ""
    metres = longest / POINTS_PER_INCH * 0.0254
    return f"The page is {metres:.0f} metres long; it was scaled down to be drawn at all."


def _scan_edge(page: Any) -> float:
    """The long edge in pixels that the page has if one image covers nearly all of it, else 0."""
    rectangle = c.FS_RECTF()
    if not c.FPDF_GetPageBoundingBox(page, ctypes.byref(rectangle)):
        return 0.0
    across, up = rectangle.right - rectangle.left, rectangle.top - rectangle.bottom
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pixels_across, pixels_up = ctypes.c_uint(), ctypes.c_uint()
    for index in range(min(c.FPDFPage_CountObjects(page), _SCAN_OBJECTS)):
        thing = c.FPDFPage_GetObject(page, index)
        if c.FPDFPageObj_GetType(thing) != c.FPDF_PAGEOBJ_IMAGE:
            continue
        if not c.FPDFPageObj_GetBounds(thing, left, bottom, right, top):
            continue
        wide, high = right.value - left.value, top.value - bottom.value
        if wide * high < _SCAN_SHARE * across * up or wide <= 0 or high <= 0:
            continue
        if not c.FPDFImageObj_GetImagePixelSize(thing, pixels_across, pixels_up):
            continue
        # Pixels for each point of the page; an image that was turned has its sides exchanged.
        long_pixels = max(pixels_across.value, pixels_up.value)
        return float(long_pixels * max(across, up) / max(wide, high))
    return 0.0

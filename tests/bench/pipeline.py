"""How well the pipeline keeps servers busy, and how much of the machine's rendering it keeps."""

from __future__ import annotations

import io
import multiprocessing
import os
import time
from pathlib import Path

import pypdfium2

from desktop.documents.encode import encode
from desktop.model.document import ImageFormat
from desktop.model.endpoint import ServerSpec
from desktop.model.options import ConversionOptions, TextLayerUse
from desktop.model.states import PageState
from desktop.ocr.profiles import PROFILES
from desktop.service import Service
from tests.bed.standin import StandIn
from tests.bench.documents import make_pdf
from tests.bench.paths import paths_in
from tests.bench.rows import Row


def read(home: Path, document: Path, url: str, layer: TextLayerUse = TextLayerUse.AUTO) -> float:
    """Read a whole document; the seconds from the start of the work to its end."""
    options = ConversionOptions(servers=(ServerSpec(url),), text_layer=layer)
    with Service(paths_in(home)) as service:
        job = service.add(document, options)
        began = time.perf_counter()
        service.start()
        if not service.wait([job], timeout=3600):
            raise RuntimeError("the conversion did not end")
        wall = time.perf_counter() - began
        summary = service.job(job)
        if summary.counts[PageState.DONE] != summary.pages:
            raise RuntimeError(f"not every page was read: {summary.counts} {summary.reason}")
    return wall


def serial(folder: Path, *, pages: int, seconds: float) -> list[Row]:
    """A server that reads one page after another, each in a fixed time."""
    document = make_pdf(folder / "serial.pdf", pages)
    with StandIn(profile="deepseek-ocr.rs", seconds=seconds) as server:
        wall = read(folder / "serial", document, server.url)
        busy = float(server.account()["busy_seconds"])
    note = f"{pages} pages of {seconds:g} s in {wall:.1f} s"
    return [Row("serial server: busy time / wall time", busy / wall, "", 0.98, note=note)]


def _render(document: str, pages: list[int], long_edge: int) -> None:
    """Bare pdfium and JPEG, as the pipeline's children do it, and nothing else."""
    opened = pypdfium2.PdfDocument(document)
    for number in pages:
        page = opened[number]
        width, height = page.get_size()
        image = page.render(scale=long_edge / max(width, height)).to_pil()
        io.BytesIO(encode(image, ImageFormat.JPEG))
        page.close()
    opened.close()


def bare(document: Path, pages: int, processes: int, long_edge: int) -> float:
    """Pages a second of bare rendering in so many processes."""
    parts = [list(range(start, pages, processes)) for start in range(processes)]
    context = multiprocessing.get_context("spawn")
    with context.Pool(processes) as pool:
        # The processes are up and have their modules before the clock starts.
        pool.starmap(_render, [(str(document), [0], long_edge)] * processes, chunksize=1)
        began = time.perf_counter()
        pool.starmap(_render, [(str(document), part, long_edge) for part in parts], chunksize=1)
        return pages / (time.perf_counter() - began)


def parallel(folder: Path, *, pages: int, seconds: float) -> list[Row]:
    """A server that reads 32 pages at once: the machine itself is the limit then."""
    document = make_pdf(folder / "parallel.pdf", pages, seed=2)
    long_edge = next(p.long_edge for p in PROFILES.values() if p.name == "vllm")
    cores = len(os.sched_getaffinity(0))
    one = bare(document, pages, 1, long_edge)
    every = bare(document, pages, cores, long_edge)
    rows = [
        Row("bare render + JPEG, one process", one, "pages/s"),
        Row(f"bare render + JPEG, {cores} processes", every, "pages/s"),
    ]
    cases = ((TextLayerUse.NEVER, "words from the server"), (TextLayerUse.AUTO, "from text layers"))
    for layer, name in cases:
        with StandIn(profile="vllm", seconds=seconds, parallel=32) as server:
            rate = pages / read(folder / layer, document, server.url, layer)
        note = f"{rate:.1f} pages/s; {rate / every:.2f} of all {cores} cores"
        title = f"32 at once, {name}: share of bare, one process"
        rows.append(Row(title, rate / one, "", 0.6, note=note))
    return rows

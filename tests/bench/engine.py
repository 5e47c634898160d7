"""How long the built-in engine takes for a page: with a text layer, and for a scan."""

from __future__ import annotations

import time
from pathlib import Path

from desktop.model.options import ConversionOptions, TextLayerUse
from desktop.model.states import PageState
from desktop.service import Service
from tests.bench.paths import paths_in
from tests.bench.rows import Row

SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "sample.pdf"


def engine(folder: Path) -> list[Row]:
    """The sample's two drawn pages and its scan, with the engine already running."""
    rows = []
    with Service(paths_in(folder / "engine")) as service:
        service.start()
        start = _seconds(service, ConversionOptions(pages="3"))
        rows.append(Row("built-in engine: start and first page", start, "s"))
        cases = (
            ("text layer", ConversionOptions(pages="1,2"), 2),
            ("drawn page, layer unused", _without_layer("1,2"), 2),
            ("scan", ConversionOptions(pages="3"), 1),
        )
        for name, options, pages in cases:
            seconds = _seconds(service, options) / pages
            rows.append(Row(f"built-in engine: {name}", seconds, "s/page"))
    return rows


def _without_layer(pages: str) -> ConversionOptions:
    return ConversionOptions(pages=pages, text_layer=TextLayerUse.NEVER)


def _seconds(service: Service, options: ConversionOptions) -> float:
    began = time.perf_counter()
    job = service.add(SAMPLE, options)
    service.wait([job], timeout=600)
    seconds = time.perf_counter() - began
    summary = service.job(job)
    if summary.counts[PageState.DONE] != summary.pages:
        raise RuntimeError(f"not every page was read: {summary.counts} {summary.reason}")
    return seconds

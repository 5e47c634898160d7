from __future__ import annotations

from pathlib import Path

import psutil
import pytest
from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Table, TableStyle

from desktop.errors import UsageError
from desktop.model.blocks import Label
from desktop.model.events import PageChanged
from desktop.model.options import ConversionOptions, ExportFormat, ExportPlan
from desktop.model.states import JobState, PageState
from desktop.model.status import ServerState
from desktop.service import Service
from tests.bed.papers import HEIGHT, WIDTH, written_pdf
from tests.bed.services import counts, serving
from tests.conftest import wait_until

pytestmark = pytest.mark.engine


def engines() -> list[psutil.Process]:
    found = []
    for child in psutil.Process().children(recursive=True):
        try:
            if "serve" in child.cmdline():
                found.append(child)
        except psutil.NoSuchProcess:
            continue
    return found


def paper_with_table(path: Path) -> Path:
    canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT))
    canvas.setFont("Helvetica", 11)
    for line in range(6):
        canvas.drawString(
            72, 760 - 15 * line, "The following table tells how many sheep there were."
        )
    rows = [["Year", "Sheep", "Goats"], ["1901", "340", "12"], ["1902", "355", "17"]]
    table = Table(rows, colWidths=140, rowHeights=26)
    table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 1, colors.black)]))
    table.wrapOn(canvas, WIDTH, HEIGHT)
    table.drawOn(canvas, 80, 520)
    for line in range(6):
        canvas.drawString(72, 480 - 15 * line, "After the table the story of the sheep goes on.")
    canvas.save()
    return path


def test_the_built_in_engine_reads_a_paper_with_its_own_words_and_its_table(
    tmp_path: Path,
) -> None:
    paper = paper_with_table(tmp_path / "sheep.pdf")
    plan = ExportPlan(tmp_path / "out", "sheep", (ExportFormat.MARKDOWN,))
    with serving(tmp_path) as (service, _):
        job = service.add(paper, ConversionOptions(), plan=plan)
        assert service.wait([job], timeout=100)
        assert counts(service, job) == {PageState.DONE: 1}
        (result,) = service.results(job)
        tables = [block for block in result.blocks if block.label is Label.TABLE]
        assert len(tables) == 1
        for cell in ("Year", "Sheep", "Goats", "1901", "340", "12", "1902", "355", "17"):
            assert f">{cell}<" in tables[0].markdown
        text = (tmp_path / "out" / "sheep.md").read_text(encoding="utf-8")
        assert text.count("The following table tells how many sheep there were.") == 6
        assert {each.purpose for each in service.recognitions(job, 0)} == {"layout", "table"}


def test_the_engine_is_started_in_advance_and_stopped_when_it_has_nothing_to_read(
    tmp_path: Path,
) -> None:
    paper = written_pdf(tmp_path / "book.pdf", 2)

    def busy(service: Service) -> bool:
        return service.status()[0].state is ServerState.BUSY

    with serving(tmp_path) as (service, _):
        service.start_engine()
        assert service.status()[0].state is ServerState.READY
        (engine,) = engines()
        service.start_engine()
        assert engines() == [engine]
        job = service.add(paper, ConversionOptions())
        wait_until(lambda: busy(service), seconds=30)
        with pytest.raises(UsageError, match="is reading a page"):
            service.stop_engine()
        assert service.wait([job], timeout=100)
        service.stop_engine()
        assert service.status()[0].state is ServerState.STOPPED
        assert engines() == []
        # The next page starts it again.
        job = service.add(paper, ConversionOptions())
        assert service.wait([job], timeout=100)
        assert counts(service, job) == {PageState.DONE: 2}


def test_an_engine_that_is_killed_in_the_middle_costs_no_page(tmp_path: Path) -> None:
    paper = written_pdf(tmp_path / "book.pdf", 6)
    with serving(tmp_path) as (service, heard):
        job = service.add(paper, ConversionOptions())
        heard.wait_for(
            lambda event: isinstance(event, PageChanged) and event.state is PageState.DONE,
            seconds=60,
        )
        (engine,) = engines()
        engine.kill()
        wait_until(lambda: not engine.is_running() or engine.status() == psutil.STATUS_ZOMBIE)
        assert service.wait([job], timeout=100), service.job(job)
        assert service.job(job).state is JobState.DONE
        assert counts(service, job) == {PageState.DONE: 6}

"""What pages that crash, hang or exhaust a child process cost, and what parents leave behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from desktop.documents import Limits, Reader
from desktop.errors import Cancelled, DocumentDamaged, PageUnreadable
from desktop.model.cancel import CancelToken
from desktop.model.document import RenderRequest
from tests.conftest import wait_until
from tests.documents.made import bomb_png, dense, endless_tiff, pdf, raw_pdf, slow_pdf, stream, text


def _children() -> list[psutil.Process]:
    """The child processes of this one that open documents."""
    found = []
    for child in psutil.Process().children():
        try:
            if "resource_tracker" not in " ".join(child.cmdline()):
                found.append(child)
        except psutil.NoSuchProcess:
            continue
    return found


def _busy(children: list[psutil.Process]) -> bool:
    """Whether a child has worked for longer than its start takes."""
    return any(sum(child.cpu_times()[:2]) > 1.0 for child in children)


@contextmanager
def _stuck(
    reader: Reader, path: Path, cancel: CancelToken | None = None
) -> Iterator[list[Exception]]:
    """The slow page of ``slow_pdf`` is being drawn; the list has what came of it at the end."""
    outcome: list[Exception] = []

    def draw() -> None:
        try:
            reader.render(RenderRequest(path, 1, 800), cancel=cancel)
        except (PageUnreadable, Cancelled) as error:
            outcome.append(error)

    reader.render(RenderRequest(path, 0, 800))
    thread = threading.Thread(target=draw)
    thread.start()
    wait_until(lambda: _busy(_children()), what="a child at work")
    yield outcome
    thread.join(10)
    assert not thread.is_alive()


def test_a_page_that_hangs_costs_only_itself(tmp_path: Path) -> None:
    path = slow_pdf(tmp_path / "slow.pdf")
    with Reader(limits=Limits(seconds=1.0)) as reader:
        assert reader.inspect(path).page_count == 3
        with pytest.raises(PageUnreadable, match=r"Page 2 .* took longer than 1 seconds"):
            reader.render(RenderRequest(path, 1, 800))
        for page in (0, 2):
            assert reader.render(RenderRequest(path, page, 800)).width == 600


def test_a_page_whose_child_dies_costs_only_itself(tmp_path: Path) -> None:
    path = slow_pdf(tmp_path / "slow.pdf")
    with Reader() as reader:
        with _stuck(reader, path) as outcome:
            for child in _children():
                os.kill(child.pid, signal.SIGSEGV)
        (error,) = outcome
        assert isinstance(error, PageUnreadable)
        assert "crashed the process" in error.what
        assert error.details == "SIGSEGV"
        assert reader.render(RenderRequest(path, 2, 800)).width == 600


def test_a_page_that_needs_too_much_memory_costs_only_itself(tmp_path: Path) -> None:
    picture = bomb_png(tmp_path / "large.png", 24_000, 24_000)
    paper = pdf(tmp_path / "paper.pdf", dense)
    limits = Limits(memory=600 * 1024**2, decoded_pixels=10**10)
    with Reader(limits=limits) as reader:
        assert reader.inspect(picture).page_count == 1
        with pytest.raises(PageUnreadable, match=r"needs more than 0\.586 GB of memory"):
            reader.render(RenderRequest(picture, 0, 800))
        assert reader.render(RenderRequest(paper, 0, 800)).height == 800


def test_a_document_that_takes_too_long_to_open_is_damaged(tmp_path: Path) -> None:
    path = endless_tiff(tmp_path / "endless.tif", 50_000)
    complaint = r"took longer than 0\.5 seconds to open"
    with (
        Reader(limits=Limits(seconds=0.5)) as reader,
        pytest.raises(DocumentDamaged, match=complaint),
    ):
        reader.inspect(path)


def test_a_child_that_was_killed_while_idle_is_replaced_unnoticed(tmp_path: Path) -> None:
    path = pdf(tmp_path / "paper.pdf", dense)
    with Reader() as reader:
        reader.render(RenderRequest(path, 0, 400))
        for child in _children():
            child.kill()
            child.wait(5)
        assert reader.render(RenderRequest(path, 0, 400)).height == 400


def test_cancelling_ends_a_page_that_is_being_drawn_at_once(tmp_path: Path) -> None:
    path = slow_pdf(tmp_path / "slow.pdf")
    cancel = CancelToken()
    with Reader() as reader:
        with _stuck(reader, path, cancel) as outcome:
            cancel.cancel()
        assert isinstance(outcome[0], Cancelled)
        assert reader.render(RenderRequest(path, 2, 800)).width == 600


def _give_up_drawing(reader: Reader, path: Path) -> None:
    """Cancel the drawing of the second page as soon as a child has begun with it."""
    cancel = CancelToken()
    timer = threading.Timer(0.05, cancel.cancel)
    timer.start()
    with pytest.raises(Cancelled):
        reader.render(RenderRequest(path, 1, 800), cancel=cancel)
    timer.join()


def test_a_cancelled_drawing_costs_no_child(tmp_path: Path) -> None:
    path = slow_pdf(tmp_path / "slow.pdf", levels=2, times=10)
    with Reader() as reader:
        reader.render(RenderRequest(path, 0, 800))
        before = _children()
        for _ in range(3):
            _give_up_drawing(reader, path)
            assert reader.render(RenderRequest(path, 2, 800)).width == 600
        assert _children() == before


def test_a_cancelled_drawing_that_goes_on_costs_its_child(tmp_path: Path) -> None:
    path = slow_pdf(tmp_path / "slow.pdf")
    with Reader() as reader:
        reader.render(RenderRequest(path, 0, 800))
        (before,) = _children()
        _give_up_drawing(reader, path)
        wait_until(lambda: _children() == [], what="the end of the child")
        assert reader.render(RenderRequest(path, 2, 800)).width == 600
        assert before not in _children()


def test_a_child_that_dies_after_its_task_was_cancelled_is_replaced(tmp_path: Path) -> None:
    path = slow_pdf(tmp_path / "slow.pdf")
    with Reader() as reader:
        reader.render(RenderRequest(path, 0, 800))
        _give_up_drawing(reader, path)
        for child in _children():
            child.kill()
        assert reader.render(RenderRequest(path, 2, 800)).width == 600


def test_closing_ends_a_child_at_once_that_finishes_a_cancelled_task(tmp_path: Path) -> None:
    path = slow_pdf(tmp_path / "slow.pdf")
    reader = Reader()
    reader.render(RenderRequest(path, 0, 800))
    _give_up_drawing(reader, path)
    assert len(_children()) == 1
    reader.close()
    assert _children() == []


def test_a_child_whose_first_task_is_cancelled_may_still_start(tmp_path: Path) -> None:
    path = slow_pdf(tmp_path / "slow.pdf")
    cancel = CancelToken()
    with Reader() as reader:
        timer = threading.Timer(0.1, cancel.cancel)
        timer.start()
        with pytest.raises(Cancelled):
            reader.render(RenderRequest(path, 1, 800), cancel=cancel)
        timer.join()
        before = _children()
        reader.render(RenderRequest(path, 0, 800))
        assert _children() == before


def test_waiting_for_a_child_can_be_cancelled(tmp_path: Path) -> None:
    path = slow_pdf(tmp_path / "slow.pdf")
    first, second = CancelToken(), CancelToken()
    with Reader() as reader, _stuck(reader, path, first):
        timer = threading.Timer(0.2, second.cancel)
        timer.start()
        with pytest.raises(Cancelled):
            reader.render(RenderRequest(path, 0, 800), cancel=second)
        timer.join()
        first.cancel()


def test_a_task_that_is_cancelled_already_starts_no_child(tmp_path: Path) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with Reader() as reader:
        with pytest.raises(Cancelled):
            reader.text_layer(pdf(tmp_path / "a.pdf", dense), 0, cancel=cancel)
        assert _children() == []


def test_closing_ends_a_child_that_hangs_and_frees_its_caller(tmp_path: Path) -> None:
    path = slow_pdf(tmp_path / "slow.pdf")
    reader = Reader(workers=2)
    with _stuck(reader, path) as outcome:
        reader.close()
        assert _children() == []
    assert isinstance(outcome[0], Cancelled)
    with pytest.raises(RuntimeError):
        reader.render(RenderRequest(path, 0, 800))
    reader.close()


def test_many_threads_share_a_few_children(tmp_path: Path) -> None:
    papers = [
        pdf(tmp_path / f"{n}.pdf", *([text(str(n))] * 5), size=(200, 300 + n)) for n in range(3)
    ]
    with Reader(workers=2) as reader, ThreadPoolExecutor(16) as threads:
        tasks = [(paper, page) for page in range(5) for paper in papers] * 4
        images = threads.map(
            lambda task: reader.render(RenderRequest(task[0], task[1], 300)), tasks
        )
        for (paper, _), image in zip(tasks, images, strict=True):
            assert round(image.page_height) == 300 + papers.index(paper)
        assert len(_children()) == 2


_PARENT = """
import sys, threading
from pathlib import Path
from desktop.documents import Reader
from desktop.errors import PageUnreadable
from desktop.model.document import RenderRequest

if __name__ != "__main__" and sys.argv[2] == "broken":
    sys.exit(3)
if __name__ == "__main__":
    slow = Path(sys.argv[1])
    try:
        with Reader() as reader:
            print("starting", flush=True)
            if sys.argv[2] == "hang":
                reader.render(RenderRequest(slow, 0, 800))
                print("ready", flush=True)
                reader.render(RenderRequest(slow, 1, 800))
            elif sys.argv[2] == "idle":
                reader.render(RenderRequest(slow, 0, 800))
                print("ready", flush=True)
                threading.Event().wait(60)
            elif sys.argv[2] == "leave":
                Reader().render(RenderRequest(slow, 0, 800))
                print("ready", flush=True)
            elif sys.argv[2] == "broken":
                reader.inspect(slow)
    except PageUnreadable as error:
        print(error.what, error.details, flush=True)
    except KeyboardInterrupt:
        print("interrupted", flush=True)
"""


@contextmanager
def _program(tmp_path: Path, how: str) -> Iterator[subprocess.Popen[str]]:
    """A program of its own with a reader, in a process group of its own."""
    script = tmp_path / "program.py"
    script.write_text(_PARENT)
    slow = slow_pdf(tmp_path / "slow.pdf")
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, str(script), str(slow), how],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env={**os.environ, "PYTHONPATH": str(root)},
    ) as program:
        yield program


def _line(program: subprocess.Popen[str]) -> str:
    assert program.stdout is not None
    return program.stdout.readline().strip()


@pytest.mark.parametrize("how", ["hang", "idle"])
def test_children_die_with_a_parent_that_is_killed(tmp_path: Path, how: str) -> None:
    with _program(tmp_path, how) as program:
        assert [_line(program), _line(program)] == ["starting", "ready"]
        children = psutil.Process(program.pid).children(recursive=True)
        assert children
        if how == "hang":
            wait_until(lambda: _busy(children), what="the child at work")
        program.kill()
    _, alive = psutil.wait_procs(children, timeout=10)
    assert alive == []


@pytest.mark.parametrize("when", ["at the start", "while it works"])
def test_an_interrupt_at_the_terminal_makes_no_child_speak(tmp_path: Path, when: str) -> None:
    with _program(tmp_path, "hang") as program:
        assert _line(program) == "starting"
        parent = psutil.Process(program.pid)
        if when == "at the start":
            wait_until(lambda: len(parent.children()) >= 2, what="the tracker and a child")
        else:
            assert _line(program) == "ready"
            wait_until(lambda: _busy(parent.children()), what="the child at work")
        os.killpg(program.pid, signal.SIGINT)
        out, errors = program.communicate(timeout=20)
    assert (program.returncode, errors) == (0, "")
    assert out.endswith("interrupted\n")


def test_a_reader_that_nobody_closes_leaves_nothing_behind(tmp_path: Path) -> None:
    with _program(tmp_path, "leave") as program:
        assert [_line(program), _line(program)] == ["starting", "ready"]
        out, errors = program.communicate(timeout=20)
    assert (program.returncode, out, errors) == (0, "", "")


def test_a_child_that_can_not_start_is_not_blamed_on_the_document(tmp_path: Path) -> None:
    with _program(tmp_path, "broken") as program:
        out, _ = program.communicate(timeout=20)
    assert out.splitlines()[1] == (
        "The process that reads “slow.pdf” could not be started. exit code 3"
    )


def test_a_child_loads_nothing_that_it_does_not_need() -> None:
    rooms = ["desktop.conversion", "desktop.ocr", "desktop.store"]
    names = [*rooms, "httpx", "sqlite3", "numpy", "psutil", "rich"]
    program = (
        f"import sys, desktop.documents.child; print([n for n in {names} if n in sys.modules])"
    )
    out = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert out.stdout.strip() == "[]"


def test_the_parent_does_not_load_pdfium() -> None:
    program = "import sys, desktop.documents; print('pypdfium2' in sys.modules)"
    out = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert out.stdout.strip() == "False"


def test_a_second_page_of_a_document_does_not_open_it_again(tmp_path: Path) -> None:
    path = pdf(tmp_path / "paper.pdf", dense, dense)
    with Reader() as reader:
        reader.render(RenderRequest(path, 0, 400))
        (child,) = _children()
        before = [file.path for file in child.open_files()]
        assert str(path) in before
        reader.render(RenderRequest(path, 1, 400))
        assert [file.path for file in child.open_files()] == before


def test_memory_does_not_grow_with_the_pages_of_a_scan(tmp_path: Path) -> None:
    """pdfium keeps what it has read; here that would be 180 MB, and the document twice."""
    width, height, count = 1000, 1000, 60
    pages = "".join(f"{3 + 3 * n} 0 R " for n in range(count))
    objects: list[bytes | str] = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{pages}] /Count {count} >>",
    ]
    noise = os.urandom(3 * width * height)
    for n in range(count):
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 500 500] /Contents {4 + 3 * n} 0 R "
            f"/Resources << /XObject << /I {5 + 3 * n} 0 R >> >> >>",
            stream("", b"500 0 0 500 0 0 cm /I Do"),
            stream(
                f"/Type /XObject /Subtype /Image /Width {width} /Height {height} "
                "/BitsPerComponent 8 /ColorSpace /DeviceRGB",
                noise,
            ),
        ]
    path = raw_pdf(tmp_path / "scan.pdf", objects)
    try:
        with Reader() as reader:
            for page in range(count):
                reader.render(RenderRequest(path, page, 200))
            (child,) = _children()
            assert child.memory_info().rss < 150 * 1024**2
    finally:
        path.unlink()


def test_a_rotation_that_is_no_quarter_turn_is_a_mistake_of_the_caller(tmp_path: Path) -> None:
    with Reader() as reader, pytest.raises(ValueError, match="not a quarter turn: 45"):
        reader.render(RenderRequest(tmp_path / "a.pdf", 0, 400, rotation=45))


def test_children_let_others_go_first_as_far_as_they_are_told(tmp_path: Path) -> None:
    path = pdf(tmp_path / "a.pdf", text("words"))
    with Reader(limits=Limits(niceness=4)) as reader:
        reader.inspect(path)
        (child,) = _children()
        assert child.nice() == psutil.Process().nice() + 4

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import psutil
import pytest

from desktop.errors import Cancelled, ExportError
from desktop.export import pandoc
from desktop.export.html_math import Formula
from desktop.export.mathml import to_mathml
from desktop.export.tex import for_pandoc
from desktop.model.cancel import CancelToken
from tests.conftest import wait_until
from tests.export.documents import leftovers, many_pages, page_of, part_of, write

#: HTML that keeps pandoc busy for a minute: scripts inside scripts, which are never given to it
#: by the exports.
SLOW = f'<p><script type="math/tex">{"x_{" * 40}x{"}" * 40}</script></p>'


class _Server(ThreadingHTTPServer):
    """Counts who comes."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.requests: list[str] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        assert isinstance(self.server, _Server)
        self.server.requests.append(self.path)
        self.send_response(404)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[_Server]:
    with _Server() as made:
        thread = threading.Thread(target=made.serve_forever)
        thread.start()
        yield made
        made.shutdown()
        thread.join()


def _pandocs() -> list[psutil.Process]:
    """The running pandocs of this program."""
    return [child for child in psutil.Process().children() if child.name() == "pandoc"]


def _end_of(token: CancelToken, work: threading.Thread) -> None:
    token.cancel()
    work.join(10)
    assert not work.is_alive()


@pytest.mark.parametrize("ending", ["docx", "html", "md"])
def test_no_file_and_no_address_that_a_document_names_is_opened(
    tmp_path: Path, server: _Server, ending: str
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the-secret-words")
    hostile = page_of(
        f"![a]({server.url}/a.png) <img src='{server.url}/b.png'>",
        f"![b](file://{secret}) <img src='file://{secret}'> <iframe src='file://{secret}'>",
        f"<link rel=stylesheet href='{server.url}/c.css'>",
        f"<script src='{server.url}/d.js'></script>",
        f"<table><tr><td><img src='{server.url}/e.png'>x</td></tr></table>",
        f"$\\includegraphics{{{secret}}} \\input{{{secret}}} \\href{{{server.url}/f}}{{x}}$",
        f"<object data='file://{secret}'></object> ![c]({secret})",
    )
    target = write(hostile, tmp_path / f"a.{ending}")
    assert b"the-secret-words" not in target.read_bytes()
    if ending == "docx":
        assert "the-secret-words" not in part_of(target, "word/document.xml")
        assert "secret" not in part_of(target, "word/_rels/document.xml.rels")
    assert server.requests == []


def test_the_sandbox_holds_even_for_html_that_was_not_sanitised(
    tmp_path: Path, server: _Server
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the-secret-words")
    made = tmp_path / "a.docx"
    markup = f"<p><img src='{server.url}/a.png'><img src='file://{secret}'>x</p>"
    pandoc.convert(["--from=html", "--to=docx"], markup, made)
    assert b"the-secret-words" not in made.read_bytes()
    assert server.requests == []


def test_cancelling_kills_pandoc(tmp_path: Path) -> None:
    cancel = CancelToken()
    raised: list[BaseException] = []

    def work() -> None:
        try:
            pandoc.convert(["--from=html", "--to=docx"], SLOW, tmp_path / "a.docx", cancel=cancel)
        except Cancelled as error:
            raised.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    wait_until(lambda: bool(_pandocs()), what="pandoc to run")
    _end_of(cancel, thread)
    assert len(raised) == 1
    assert _pandocs() == []


def test_cancelling_an_export_kills_pandoc_and_leaves_nothing(tmp_path: Path) -> None:
    cancel = CancelToken()
    raised: list[BaseException] = []

    def work() -> None:
        try:
            write(many_pages(60), tmp_path / "a.docx", cancel=cancel)
        except Cancelled as error:
            raised.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    # The first, on an empty document, is over soon; two are only needed for the text.
    wait_until(lambda: len(_pandocs()) == 2, seconds=60, what="two pandocs to run")
    _end_of(cancel, thread)
    assert len(raised) == 1
    assert _pandocs() == []
    assert not (tmp_path / "a.docx").exists()
    assert leftovers(tmp_path) == []


def test_waiting_for_a_free_place_can_be_cancelled(tmp_path: Path) -> None:
    busy, waiting = CancelToken(), CancelToken()
    outcomes: list[str] = []

    def work(name: str, token: CancelToken) -> None:
        try:
            pandoc.convert(["--from=html", "--to=docx"], SLOW, tmp_path / name, cancel=token)
        except Cancelled:
            outcomes.append(name)

    workers = [threading.Thread(target=work, args=(f"{n}", busy)) for n in range(pandoc.AT_ONCE)]
    for worker in workers:
        worker.start()
    wait_until(lambda: len(_pandocs()) == pandoc.AT_ONCE, what="all places to be taken")
    last = threading.Thread(target=work, args=("last", waiting))
    last.start()
    _end_of(waiting, last)
    assert outcomes == ["last"]
    assert len(_pandocs()) == pandoc.AT_ONCE
    busy.cancel()
    for worker in workers:
        worker.join(10)
    assert _pandocs() == []


def test_pandoc_is_stopped_when_its_time_is_over(tmp_path: Path) -> None:
    with pytest.raises(pandoc.PandocGaveUp) as caught:
        pandoc.convert(["--from=html", "--to=docx"], SLOW, tmp_path / "a.docx", seconds=0.5)
    assert caught.value.advice
    assert _pandocs() == []


def test_pandoc_is_stopped_when_it_needs_too_much_memory(tmp_path: Path) -> None:
    many = "<p>word <b>word</b> word</p>" * 20_000
    with pytest.raises(pandoc.PandocGaveUp, match="too large"):
        pandoc.convert(["--from=html", "--to=docx"], many, tmp_path / "a.docx", heap="80m")


def test_a_mistake_in_calling_it_is_an_export_error(tmp_path: Path) -> None:
    with pytest.raises(ExportError) as caught:
        pandoc.convert(["--from=nonsense"], "x", tmp_path / "a")
    assert "nonsense" in caught.value.details


def test_the_users_own_pandoc_files_are_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "home" / ".local" / "share" / "pandoc"
    (data / "templates").mkdir(parents=True)
    (data / "reference.docx").write_bytes(b"not a document at all")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home" / ".local" / "share"))
    pandoc.convert(["--from=html", "--to=docx"], "<p>x</p>", tmp_path / "a.docx")
    assert "x" in part_of(tmp_path / "a.docx", "word/document.xml")


def test_nothing_is_left_in_the_temporary_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    write(many_pages(1), tmp_path / "a.docx")
    write(many_pages(1), tmp_path / "a.html")
    assert list(folder.iterdir()) == []


# --- formulas ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tex", "expected"),
    [
        (r"a=b \tag{3}", r"a=b \qquad (3)"),
        (r"a=b \label{eq} \nonumber", "a=b"),
        (r"100%", r"100\%"),
        (r"{\bf x}", r"\mathbf{x}"),
        (r"\textcircled{3}", "③"),
        (r"a & b \\ c & d", r"\begin{aligned} a & b \\ c & d \end{aligned}"),
        (r"a \\", "a"),
        (r"\begin{cases} a & b \end{cases}", r"\begin{cases} a & b \end{cases}"),
        ("x_{" * 10 + "}" * 10, None),
        ("x" * 10_000, None),
    ],
)
def test_layout_commands_are_rewritten_for_pandoc(tex: str, expected: str | None) -> None:
    assert for_pandoc(tex) == expected


def test_what_models_write_becomes_mathml() -> None:
    formulas = [
        Formula(tex)
        for tex in (
            r"\frac{a}{b} \tag{1}",
            r"\begin{array}{l l} a & b \\ \hline c & d \end{array}",
            r"\mathrm{~cm}^{-3}",
            r"\left( \sum_{i=1}^{n} x_i \right.",
            r"{\cal L} = \mathop{\rm lim} x",
            r"x \eqno(7)",
            r"\ce{H2O}",
            r"\text{中文} < y",
            r"\cfrac{1}{2} \quad \strut",
        )
    ]
    made = to_mathml(formulas)
    assert set(made) == set(formulas)
    assert all(markup.startswith("<math") for markup in made.values())


def test_bad_tex_is_left_out_and_costs_no_other_formula() -> None:
    good, bad = Formula("x^2"), Formula(r"\undefinedthing{x}")
    hostile = Formula("</script><script>alert(1)</script>")
    made = to_mathml([bad, good, hostile, Formula("{")])
    assert good in made
    assert bad not in made
    assert "<script" not in "".join(made.values())


def test_a_formula_that_is_used_often_is_made_once() -> None:
    made = to_mathml([Formula("x"), Formula("x"), Formula("x", display=True)])
    assert len(made) == 2

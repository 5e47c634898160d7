"""``diptych convert`` against a server: files out, and every failure told apart."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.__main__ import main
from tests.bed.standin import Rule, StandIn
from tests.cli import bed

Output = pytest.CaptureFixture[str]


def convert(server: StandIn, *words: str | Path) -> int:
    """Run the command in this process."""
    return main(["convert", *map(str, words), "--server", server.url])


def text_of(*files: Path) -> str:
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def test_a_pdf_an_image_and_a_folder_become_files(
    server: StandIn, tmp_path: Path, capsys: Output
) -> None:
    paper = bed.pdf(tmp_path / "in" / "paper.pdf", 3)
    photo = bed.picture(tmp_path / "in" / "photo.png")
    scans = tmp_path / "scans"
    bed.pdf(scans / "one.pdf")
    bed.picture(scans / "may" / "two.png")
    (scans / "notes.txt").write_text("not a document")
    out = tmp_path / "out"

    code = convert(server, paper, photo, scans, "-o", out, "--to", "md")

    printed = capsys.readouterr()
    assert code == 0, printed.err
    files = [out / "paper.md", out / "photo.md", out / "one.md", out / "may" / "two.md"]
    assert printed.out.splitlines() == [str(file) for file in files]
    marks = bed.marks(server.requests())
    assert len(set(marks)) == 6
    assert all(mark in text_of(*files) for mark in marks)


def test_without_a_folder_the_files_go_to_the_current_one(
    server: StandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    paper = bed.pdf(tmp_path / "in" / "paper.pdf")
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    assert convert(server, paper) == 0
    written = sorted(path.name for path in here.iterdir())
    assert written == ["paper.docx", "paper.md"]
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_every_format_is_written(server: StandIn, tmp_path: Path) -> None:
    paper = bed.pdf(tmp_path / "paper.pdf")
    assert convert(server, paper, "-o", tmp_path / "out", "--to", "md,docx,html,json,txt") == 0
    endings = {path.suffix for path in (tmp_path / "out").iterdir()}
    assert endings == {".md", ".docx", ".html", ".json", ".txt"}


def test_json_says_all_that_came_of_it(server: StandIn, tmp_path: Path, capsys: Output) -> None:
    paper = bed.pdf(tmp_path / "paper.pdf", 3)
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing more")
    server.set_rules([Rule(fault="bad_request", nth=(1,))])

    code = convert(server, paper, broken, "--to", "md", "-o", tmp_path, "--json", "--limit", "1")

    said = json.loads(capsys.readouterr().out)
    assert code == said["exit_code"] == 1
    good, bad = said["documents"]
    assert good["path"] == str(paper)
    assert good["pages"] == {
        "total": 3, "done": 2, "blank": 0, "failed": 1, "cancelled": 0, "unfinished": 0,
    }  # fmt: skip
    (failure,) = good["failures"]
    assert failure["page"] in (1, 2, 3)
    assert failure["kind"] == "RequestRejected"
    assert failure["what"]
    assert good["files"] == [str(tmp_path / "paper.md")]
    assert bad["job"] is None
    assert bad["state"] == "failed"
    assert bad["reason"]["kind"] == "DocumentDamaged"


def test_one_page_that_fails_is_listed_and_the_others_are_written(
    server: StandIn, tmp_path: Path, capsys: Output
) -> None:
    paper = bed.pdf(tmp_path / "paper.pdf", 4)
    server.set_rules([Rule(fault="bad_request", nth=(2,))])
    code = convert(server, paper, "--to", "md", "-o", tmp_path, "--limit", "1")
    printed = capsys.readouterr()
    assert code == 1
    assert printed.out.splitlines() == [str(tmp_path / "paper.md")]
    assert "page " in printed.err
    assert "RequestRejected" not in printed.err
    marks = bed.marks(server.requests())
    assert [mark in text_of(tmp_path / "paper.md") for mark in marks] == [True, True, False, True]


def test_a_file_that_cannot_be_opened_does_not_hold_up_the_others(
    server: StandIn, tmp_path: Path, capsys: Output
) -> None:
    files = {
        "cut.pdf": bed.pdf(tmp_path / "cut.pdf").read_bytes()[:700],
        "words.pdf": b"These are words and no document.",
        "empty.png": b"",
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    good = bed.picture(tmp_path / "good.png")
    named = [tmp_path / name for name in files]
    code = convert(server, *named, tmp_path / "gone.pdf", good, "--to", "md", "-o", tmp_path)
    printed = capsys.readouterr()
    assert code == 1
    assert printed.out.splitlines() == [str(tmp_path / "good.md")]
    for name in (*files, "gone.pdf"):
        assert name in printed.err
    assert "Traceback" not in printed.err


def test_if_nothing_could_be_done_the_exit_code_is_two(
    server: StandIn, tmp_path: Path, capsys: Output
) -> None:
    assert convert(server, tmp_path / "gone.pdf", "-o", tmp_path) == 2
    assert "gone.pdf" in capsys.readouterr().err
    assert server.requests() == []


def test_a_folder_without_documents_is_said_to_be_one(
    server: StandIn, tmp_path: Path, capsys: Output
) -> None:
    assert convert(server, tmp_path, "-o", tmp_path) == 2
    assert "no document" in capsys.readouterr().err


def test_only_the_pages_that_are_named_are_read(server: StandIn, tmp_path: Path) -> None:
    paper = bed.pdf(tmp_path / "paper.pdf", 5)
    assert convert(server, paper, "--pages", "1,4-last", "--to", "md", "-o", tmp_path) == 0
    assert len(server.requests()) == 3


def test_pages_that_are_not_there_are_a_failure_of_that_document(
    server: StandIn, tmp_path: Path, capsys: Output
) -> None:
    long = bed.pdf(tmp_path / "long.pdf", 3)
    short = bed.pdf(tmp_path / "short.pdf", 1)
    assert convert(server, long, short, "--pages", "3", "--to", "md", "-o", tmp_path) == 1
    printed = capsys.readouterr()
    assert printed.out.splitlines() == [str(tmp_path / "long.md")]
    assert "short.pdf" in printed.err


def test_nothing_that_exists_is_overwritten(
    server: StandIn, tmp_path: Path, capsys: Output
) -> None:
    paper = bed.pdf(tmp_path / "paper.pdf")
    (tmp_path / "paper.md").write_text("mine")
    assert convert(server, paper, "--to", "md", "-o", tmp_path) == 0
    assert capsys.readouterr().out.splitlines() == [str(tmp_path / "paper (2).md")]
    assert (tmp_path / "paper.md").read_text() == "mine"


def test_what_exists_is_replaced_or_skipped_when_asked_for(
    server: StandIn, tmp_path: Path, capsys: Output
) -> None:
    paper = bed.pdf(tmp_path / "paper.pdf")
    (tmp_path / "paper.md").write_text("mine")
    words = (paper, "--to", "md", "-o", tmp_path)
    assert convert(server, *words, "--skip-existing") == 0
    assert server.requests() == []
    assert convert(server, *words, "--overwrite") == 0
    assert capsys.readouterr().out.splitlines() == [str(tmp_path / "paper.md")]
    assert (tmp_path / "paper.md").read_text() != "mine"


def test_names_in_any_script_are_kept(server: StandIn, tmp_path: Path, capsys: Output) -> None:
    names = ["Größe & Maß.pdf", "日本語 論文.pdf", "عربى.pdf", "-dash.pdf", "[bold]a[red].pdf"]
    files = [bed.pdf(tmp_path / "in" / name) for name in names]
    assert convert(server, *files, "--to", "md", "-o", tmp_path / "out") == 0
    printed = capsys.readouterr()
    expected = [str(tmp_path / "out" / name.replace(".pdf", ".md")) for name in names]
    assert printed.out.splitlines() == expected
    assert all(Path(name).is_file() for name in expected)
    assert "[bold]a[red].pdf" in printed.err


def test_quiet_says_nothing_when_all_is_well(
    server: StandIn, tmp_path: Path, capsys: Output
) -> None:
    assert convert(server, bed.pdf(tmp_path / "paper.pdf"), "-o", tmp_path, "--quiet") == 0
    assert capsys.readouterr().err == ""


def test_a_file_in_place_of_the_folder_is_wrong_usage(
    server: StandIn, tmp_path: Path, capsys: Output
) -> None:
    paper = bed.pdf(tmp_path / "paper.pdf")
    (tmp_path / "out").write_text("in the way")
    assert convert(server, paper, "-o", tmp_path / "out") == 2
    assert "can be written" in capsys.readouterr().err
    assert server.requests() == []


def test_a_folder_that_goes_away_meanwhile_is_a_failure_that_is_said(
    server: StandIn, tmp_path: Path, capsys: Output
) -> None:
    paper = bed.pdf(tmp_path / "paper.pdf")
    out = tmp_path / "out"
    out.mkdir()
    (out / "paper.txt").mkdir()
    code = convert(server, paper, "-o", out, "--to", "txt,md", "--overwrite")
    printed = capsys.readouterr()
    assert code == 1
    assert printed.out.splitlines() == [str(out / "paper.md")]
    assert "paper.txt" in printed.err


def test_a_broken_settings_file_is_said_and_the_work_goes_on(
    server: StandIn, tmp_path: Path, own_home: Path, capsys: Output
) -> None:
    (own_home / "config").mkdir(parents=True)
    (own_home / "config" / "settings.json").write_text("{")
    assert convert(server, bed.pdf(tmp_path / "paper.pdf"), "-o", tmp_path) == 0
    assert "settings.json" in capsys.readouterr().err


def test_settings_choose_server_formats_and_folder(
    server: StandIn, tmp_path: Path, own_home: Path, capsys: Output
) -> None:
    chosen = {"servers": [server.url], "formats": ["txt"], "folder": str(tmp_path / "usual")}
    (own_home / "config").mkdir(parents=True)
    (own_home / "config" / "settings.json").write_text(json.dumps(chosen))
    assert main(["convert", str(bed.pdf(tmp_path / "paper.pdf"))]) == 0
    assert capsys.readouterr().out.splitlines() == [str(tmp_path / "usual" / "paper.txt")]


def test_two_servers_share_the_pages(tmp_path: Path) -> None:
    paper = bed.pdf(tmp_path / "paper.pdf", 8)
    with (
        StandIn(profile="deepseek-ocr.rs", seconds=0.1) as one,
        StandIn(profile="deepseek-ocr.rs", seconds=0.1) as other,
    ):
        code = convert(one, paper, "--server", other.url, "--to", "md", "-o", tmp_path)
        requests = [len(one.requests()), len(other.requests())]
    assert code == 0
    assert sum(requests) == 8
    assert min(requests) >= 2


def test_no_more_pages_are_in_work_than_jobs_allow(tmp_path: Path) -> None:
    paper = bed.pdf(tmp_path / "paper.pdf", 6)
    with StandIn(profile="vllm", seconds=0.05) as server:
        assert convert(server, paper, "--to", "md", "-o", tmp_path, "--jobs", "2") == 0
        assert server.account()["peak_in_flight"] == 2


def test_a_token_comes_from_the_environment_or_the_settings(
    tmp_path: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    paper = bed.pdf(tmp_path / "paper.pdf")
    with StandIn(profile="vllm", token="s3cret-token") as server:
        words = (paper, "--to", "md", "-o", tmp_path)
        assert convert(server, *words) == 2
        monkeypatch.setenv("DIPTYCH_SERVER_TOKEN", "s3cret-token")
        assert convert(server, *words) == 0
        monkeypatch.delenv("DIPTYCH_SERVER_TOKEN")
        (own_home / "config").mkdir(parents=True, exist_ok=True)
        chosen = {"tokens": {f"{server.url}/": "s3cret-token"}}
        (own_home / "config" / "settings.json").write_text(json.dumps(chosen))
        assert convert(server, *words) == 0
    assert "s3cret-token" not in capsys.readouterr().err
    for file in own_home.rglob("*"):
        if file.is_file() and file.name != "settings.json":
            assert b"s3cret-token" not in file.read_bytes()

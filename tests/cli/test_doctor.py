"""``diptych doctor``: what is there, what is missing, and what to do about it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.__main__ import main
from tests.bed.standin import StandIn

Output = pytest.CaptureFixture[str]


def checks(capsys: Output, *words: str) -> tuple[int, dict[str, dict[str, object]]]:
    """The exit code and the checks by name."""
    code = main(["doctor", "--json", *words])
    said = json.loads(capsys.readouterr().out)
    assert said["ok"] is (code == 0)
    return code, {check["name"]: check for check in said["checks"]}


def test_a_whole_installation_is_well(capsys: Output) -> None:
    code, found = checks(capsys)
    assert code == 0, found
    names = {
        "Python",
        "core",
        "built-in engine",
        "models",
        "pandoc",
        "data",
        "library",
        "documents",
    }
    assert names <= set(found)
    assert all(check["says"] for check in found.values())


def test_people_get_a_table(capsys: Output) -> None:
    assert main(["doctor"]) == 0
    assert "Python" in capsys.readouterr().out


def test_a_server_is_asked_what_it_is(server: StandIn, capsys: Output) -> None:
    code, found = checks(capsys, "--server", server.url)
    assert code == 0
    assert "vllm" in str(found[f"server {server.url}"]["says"])


def test_a_server_that_does_not_answer_is_missing_with_advice(
    server: StandIn, capsys: Output
) -> None:
    server.stop()
    code, found = checks(capsys, "--server", server.url)
    assert code == 1
    check = found[f"server {server.url}"]
    assert not check["ok"]
    assert check["remedy"]


def test_a_folder_that_cannot_be_written_to_is_missing_with_advice(
    own_home: Path, capsys: Output
) -> None:
    own_home.write_text("a file in the way")
    code, found = checks(capsys)
    assert code == 1
    assert not found["data"]["ok"]
    assert "DIPTYCH_HOME" in str(found["data"]["remedy"])


def test_a_library_that_is_none_is_said_to_be_damaged(own_home: Path, capsys: Output) -> None:
    (own_home / "data").mkdir(parents=True)
    (own_home / "data" / "library.sqlite3").write_bytes(b"no database at all " * 100)
    code, found = checks(capsys)
    assert code == 1
    assert not found["library"]["ok"]
    assert found["library"]["remedy"]


@pytest.mark.engine
def test_the_built_in_engine_is_started_when_it_is_named(capsys: Output) -> None:
    code, found = checks(capsys, "--server", "builtin")
    assert code == 0, found
    assert "builtin" in str(found["server builtin"]["says"])

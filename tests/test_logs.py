"""The log: rotating, private about secrets, and never a reason to stop."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from desktop import logs
from desktop.logs import FILE_NAME, Log, redact

LOGGER = logging.getLogger("desktop.tests")


def test_what_is_said_is_in_the_file(tmp_path: Path) -> None:
    with Log(tmp_path / "deep" / "logs") as log:
        LOGGER.info("page %d of %s", 3, "büro.pdf")
    text = log.path.read_text(encoding="utf-8")
    assert "page 3 of büro.pdf" in text
    assert "INFO desktop.tests" in text
    assert log.problem == ""


def test_details_are_only_there_when_asked_for(tmp_path: Path) -> None:
    with Log(tmp_path):
        LOGGER.debug("hidden detail")
    with Log(tmp_path, verbose=True):
        LOGGER.debug("shown detail")
    text = (tmp_path / FILE_NAME).read_text()
    assert "hidden" not in text
    assert "shown" in text


def test_other_libraries_do_not_write_here(tmp_path: Path) -> None:
    with Log(tmp_path):
        logging.getLogger("httpx").warning("POST with a body")
    assert "POST" not in (tmp_path / FILE_NAME).read_text()


def test_a_trace_is_kept_whole_but_without_secrets(tmp_path: Path) -> None:
    with Log(tmp_path):
        try:
            raise ValueError("Authorization: Bearer abc.def-123")
        except ValueError:
            LOGGER.exception("failed")
    text = (tmp_path / FILE_NAME).read_text()
    assert "ValueError" in text
    assert "Traceback" in text
    assert "abc.def" not in text


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("Authorization: Bearer abcDEF123", "abcDEF123"),
        ("token=abcDEF123 and more", "abcDEF123"),
        ("DIPTYCH_TOKEN: abcDEF123", "abcDEF123"),
        ("api_key='abcDEF123'", "abcDEF123"),
        ("password = abcDEF123", "abcDEF123"),
        ("http://user:abcDEF123@host/v1", "abcDEF123"),
        ("data:image/png;base64,abcDEF123==", "abcDEF123"),
    ],
)
def test_a_secret_is_hidden(text: str, secret: str) -> None:
    assert secret not in redact(text)


@pytest.mark.parametrize(
    "text",
    ["max_tokens=400", "http://host:8000/v1/models", "page 3 took 4.5 s", "/home/me/a.pdf"],
)
def test_what_is_no_secret_stays(text: str) -> None:
    assert redact(text) == text


def test_a_full_file_makes_room_and_few_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logs, "LIMIT", 2_000)
    with Log(tmp_path):
        for number in range(500):
            LOGGER.info("line %d", number)
    files = sorted(path.name for path in tmp_path.iterdir())
    assert files == [FILE_NAME, *(f"{FILE_NAME}.{n}" for n in range(1, logs.KEPT + 1))]
    assert "line 499" in (tmp_path / FILE_NAME).read_text()


def test_a_folder_that_cannot_be_made_is_a_problem_and_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with Log(tmp_path / "file" / "logs") as log:
        LOGGER.info("into the void")
    assert "can't be written" in log.problem


def test_nothing_is_written_after_the_end(tmp_path: Path) -> None:
    with Log(tmp_path):
        LOGGER.info("inside")
    LOGGER.info("outside")
    assert "outside" not in (tmp_path / FILE_NAME).read_text()

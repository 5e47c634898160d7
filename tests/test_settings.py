"""Settings: kept whole, private, and never in the way when their file is broken."""

from __future__ import annotations

import json
import os
import stat
import threading
from dataclasses import fields, replace
from pathlib import Path

import pytest

from desktop.model.options import ExportFormat, TextLayerUse
from desktop.model.recognition import ModeKind
from desktop.settings import FILE_NAME, MODES, TEXT_LAYERS, Settings, load, save

CHOSEN = Settings(
    servers=("builtin", "http://localhost:8000"),
    formats=("html",),
    folder="/srv/öut",
    tokens={"http://localhost:8000": "s3cret"},
    appearance="dark",
    language="zh_CN",
    model="deepseek-ocr-q4k",
    mode="plain",
    long_edge=1024,
    text_layer="never",
    retries=0,
    export_formats=("txt", "json"),
    export_folder="/srv/exports",
    export_marginalia=True,
    export_join=False,
    export_page_marks=True,
    keep="month",
    continue_on_start=False,
)


def test_without_a_file_there_are_defaults_and_no_complaint(tmp_path: Path) -> None:
    loaded = load(tmp_path / "nowhere")
    assert loaded.settings == Settings()
    assert loaded.complaint == ""


def test_what_was_saved_is_loaded_again(tmp_path: Path) -> None:
    save(CHOSEN, tmp_path / "new" / "folder")
    loaded = load(tmp_path / "new" / "folder")
    assert loaded.settings == CHOSEN
    assert loaded.complaint == ""


def test_only_the_owner_may_read_the_file(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        file = save(CHOSEN, tmp_path)
    finally:
        os.umask(before)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_nothing_but_the_file_is_left_in_the_folder(tmp_path: Path) -> None:
    save(CHOSEN, tmp_path)
    save(Settings(), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


def test_a_save_that_fails_keeps_the_old_file(tmp_path: Path) -> None:
    save(CHOSEN, tmp_path)
    with pytest.raises(UnicodeEncodeError):
        save(Settings(folder="\ud800"), tmp_path)
    assert load(tmp_path).settings == CHOSEN
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b'"text"', b"\xff\xfe", b"[" * 100_000, b'{"servers": ', b"7"],
)
def test_a_broken_file_keeps_the_defaults_and_says_so(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    loaded = load(tmp_path)
    assert loaded.settings == Settings()
    assert str(tmp_path / FILE_NAME) in loaded.complaint


def test_the_choice_of_these_tests_differs_from_the_defaults_in_every_field() -> None:
    assert [f.name for f in fields(Settings) if _same(CHOSEN, Settings(), f.name)] == []


def _same(one: Settings, other: Settings, name: str) -> bool:
    return bool(getattr(one, name) == getattr(other, name))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("servers", []),
        ("servers", "builtin"),
        ("servers", [7]),
        ("servers", [""]),
        ("formats", {"md": 1}),
        ("folder", 3),
        ("tokens", ["x"]),
        ("tokens", {"x": 5}),
        ("appearance", "pink"),
        ("appearance", ["dark"]),
        ("language", "tlh"),
        ("model", None),
        ("mode", "locate"),
        ("long_edge", 12),
        ("long_edge", 1024.5),
        ("long_edge", 10**9),
        ("long_edge", True),
        ("text_layer", "sometimes"),
        ("retries", -1),
        ("retries", 4),
        ("retries", False),
        ("export_formats", []),
        ("export_folder", {}),
        ("export_marginalia", 1),
        ("export_join", "no"),
        ("export_page_marks", None),
        ("keep", "decade"),
        ("continue_on_start", 0),
    ],
)
def test_a_value_of_the_wrong_kind_costs_only_itself(
    tmp_path: Path, name: str, value: object
) -> None:
    file = save(CHOSEN, tmp_path)
    file.write_text(json.dumps({**json.loads(file.read_text()), name: value}))
    loaded = load(tmp_path)
    assert name in loaded.complaint
    assert loaded.settings == replace(CHOSEN, **{name: getattr(Settings(), name)})


def test_the_choices_are_those_of_the_core() -> None:
    assert {ModeKind(name) for name in MODES} < set(ModeKind)
    assert {TextLayerUse(name) for name in TEXT_LAYERS} == set(TextLayerUse)
    assert set(Settings().export_formats) < set(ExportFormat)
    assert set(Settings().formats) < set(ExportFormat)


def test_a_folder_in_the_way_keeps_the_defaults_and_says_so(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    loaded = load(tmp_path)
    assert loaded.settings == Settings()
    assert loaded.complaint


def test_what_a_newer_version_wrote_survives_a_save(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text('{"theme": {"dark": true}, "folder": "old"}')
    save(CHOSEN, tmp_path)
    assert json.loads((tmp_path / FILE_NAME).read_text())["theme"] == {"dark": True}
    assert load(tmp_path).settings == CHOSEN


def test_tokens_are_in_no_repr() -> None:
    assert "s3cret" not in repr(CHOSEN)


def test_savers_at_the_same_time_leave_one_whole_file(tmp_path: Path) -> None:
    def work(number: int) -> None:
        for _ in range(20):
            save(Settings(folder=str(number) * 500), tmp_path)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    loaded = load(tmp_path)
    assert loaded.complaint == ""
    assert len(loaded.settings.folder) == 500
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]

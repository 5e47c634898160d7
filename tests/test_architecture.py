"""Which parts are loaded for what, looked at in fresh interpreters."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.bed.standin import StandIn
from tests.cli import bed

ROOT = Path(__file__).parents[1]
#: What the core never imports: the window, the container, the built-in engine and its models.
FORBIDDEN = {
    "PySide6", "shiboken6", "qasync", "docker", "onnxruntime", "cv2", "rapidocr", "rapid_layout",
    "rapid_table", "uvicorn", "starlette", "desktop.builtin",
}  # fmt: skip
#: Runs code, then prints the names of all loaded modules as the last line.
_WATCHED = "import sys, json\n{}\nprint(json.dumps(sorted(sys.modules)))"


def loaded_after(code: str, *, cwd: Path | None = None) -> set[str]:
    """The modules that are loaded in a fresh interpreter after it has run ``code``."""
    ended = subprocess.run(
        [sys.executable, "-c", _WATCHED.format(code)],
        capture_output=True,
        text=True,
        timeout=bed.PATIENCE,
        check=False,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert ended.returncode == 0, ended.stderr
    names: list[str] = json.loads(ended.stdout.splitlines()[-1])
    return set(names)


def test_the_service_brings_no_window_no_container_and_no_models() -> None:
    assert loaded_after("import desktop.service").isdisjoint(FORBIDDEN)


def test_a_whole_conversion_brings_no_window_no_container_and_no_models(tmp_path: Path) -> None:
    paper = bed.pdf(tmp_path / "paper.pdf", 2)
    with StandIn(profile="vllm") as server:
        words = ["convert", str(paper), "--server", server.url, "-o", str(tmp_path)]
        code = f"from desktop.__main__ import main\nassert main({words!r}) == 0"
        loaded = loaded_after(code, cwd=tmp_path)
    assert (tmp_path / "paper.docx").is_file()
    assert loaded.isdisjoint(FORBIDDEN)


def test_help_loads_next_to_nothing() -> None:
    code = "from desktop.__main__ import main\nassert main(['convert', '--help']) == 0"
    loaded = loaded_after(code)
    heavy = {"httpx", "pypdfium2", "PIL", "sqlite3", "rich", "pypandoc", "lxml", "psutil"}
    assert loaded.isdisjoint(FORBIDDEN | heavy)


def test_the_built_in_engine_loads_nothing_of_the_core() -> None:
    code = (
        "from desktop.__main__ import main\n"
        "try:\n    main(['serve', '--help'])\nexcept SystemExit as end:\n    assert not end.code"
    )
    ours = {name for name in loaded_after(code) if name.startswith("desktop.")}
    allowed = {"desktop.__main__", "desktop.errors", "desktop.text", "desktop.builtin"}
    assert {name for name in ours if not name.startswith("desktop.builtin.")} <= allowed


def test_doctor_looks_for_the_models_without_loading_them() -> None:
    loaded = loaded_after("from desktop.__main__ import main\nmain(['doctor', '--json', '-q'])")
    assert loaded.isdisjoint(FORBIDDEN)

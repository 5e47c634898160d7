"""What a person chose once and for all: a small JSON file that only its owner may read.

The file is written whole or not at all. One that is broken, or that has a value of the wrong kind,
never stops the program: what can't be understood keeps its default, and ``complaint`` says so.
Tokens of servers live here too, which is why the file's mode is 600.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

#: The name of the file in the configuration folder.
FILE_NAME = "settings.json"


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices, all with defaults.

    ``servers`` are addresses (``builtin`` or a URL) that share the pages. ``formats`` are endings
    of the files that are made (``md``, ``docx``, ``html``, ``json``, ``txt``). ``folder`` is where
    they go; empty means the current folder. ``tokens`` are bearer tokens by server address; they
    are kept out of ``repr`` so that no log has them.
    """

    servers: tuple[str, ...] = ("builtin",)
    formats: tuple[str, ...] = ("md", "docx")
    folder: str = ""
    tokens: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Loaded:
    """Settings, and what was wrong with their file (one sentence, or empty)."""

    settings: Settings
    complaint: str = ""


def load(folder: Path) -> Loaded:
    """The settings in ``folder``; defaults where there are none or none that make sense."""
    file = folder / FILE_NAME
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Loaded(Settings())
    except OSError as error:
        return Loaded(Settings(), f"The settings in {file} can't be read ({error.strerror}).")
    except (ValueError, RecursionError):
        return Loaded(Settings(), f"The settings in {file} are broken; defaults are used.")
    if not isinstance(content, dict):
        return Loaded(Settings(), f"The settings in {file} are broken; defaults are used.")
    settings, wrong = _understand(content)
    if not wrong:
        return Loaded(settings)
    names = ", ".join(wrong)
    return Loaded(settings, f"The settings in {file} have no sensible {names}; defaults are used.")


def save(settings: Settings, folder: Path) -> Path:
    """Write the settings to ``folder`` and return the file. Raises ``OSError``.

    What a newer Diptych may have put there is kept.
    """
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / FILE_NAME
    content = {**_unknown(file), **{f.name: _plain(settings, f.name) for f in fields(settings)}}
    # mkstemp makes the file with mode 600, and the rename keeps that.
    handle, name = tempfile.mkstemp(prefix=f".{FILE_NAME}.", dir=folder)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump(content, stream, indent=2, ensure_ascii=False)
            stream.write("\n")
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(file)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    return file


def _plain(settings: Settings, name: str) -> object:
    value = getattr(settings, name)
    if isinstance(value, Mapping):
        return dict(value)
    return list(value) if isinstance(value, tuple) else value


def _unknown(file: Path) -> dict[str, object]:
    """The fields of a file that this version has no name for."""
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    known = {f.name for f in fields(Settings)}
    if not isinstance(content, dict):
        return {}
    return {name: value for name, value in content.items() if name not in known}


def _understand(content: Mapping[str, object]) -> tuple[Settings, list[str]]:
    """Settings with every field of ``content`` that is of its kind, and the names of the others."""
    default, wrong = Settings(), []

    def texts(name: str, usual: tuple[str, ...]) -> tuple[str, ...]:
        value = content.get(name, list(usual))
        if isinstance(value, list) and value and all(isinstance(v, str) and v for v in value):
            return tuple(value)
        wrong.append(name)
        return usual

    folder = content.get("folder", default.folder)
    if not isinstance(folder, str):
        wrong.append("folder")
        folder = default.folder
    tokens = content.get("tokens", {})
    if not isinstance(tokens, dict) or not all(isinstance(v, str) for v in tokens.values()):
        wrong.append("tokens")
        tokens = {}
    settings = Settings(
        servers=texts("servers", default.servers),
        formats=texts("formats", default.formats),
        folder=folder,
        tokens=tokens,
    )
    return settings, wrong

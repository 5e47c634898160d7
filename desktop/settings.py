"""What a person chose once and for all: a small JSON file that only its owner may read.

The file is written whole or not at all. One that is broken, or that has a value of the wrong kind,
never stops the program: what can't be understood keeps its default, and ``complaint`` says so.
Tokens of servers live here too, which is why the file's mode is 600. Where the window was left is
kept elsewhere.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

#: The name of the file in the configuration folder.
FILE_NAME = "settings.json"
#: Light or dark, or as the system has it.
APPEARANCES = ("system", "light", "dark")
#: What the window speaks; empty: as the system does.
LANGUAGES = ("", "en", "zh_CN")
#: The modes that are good for whole documents and need no words.
MODES = ("markdown", "words", "plain")
#: What is made of a PDF's own text layer.
TEXT_LAYERS = ("auto", "never", "only")
#: For how long finished conversions stay in the library.
KEPT = ("always", "year", "month", "week", "session")
#: The long edge of page images in pixels, if not the server's own.
LEAST_EDGE, MOST_EDGE = 320, 8192
MOST_RETRIES = 3


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices, all with defaults.

    ``servers`` are addresses (``builtin`` or a URL) that share the pages, ``tokens`` bearer tokens
    by server address; they are kept out of ``repr`` so that no log has them. ``model`` is asked of
    every server but the built-in one; empty means the server's own. ``formats`` are endings of the
    files that the command line makes (``md``, ``docx``, ``html``, ``json``, ``txt``), ``folder`` is
    where they go; empty means the current folder.

    ``long_edge`` in pixels, 0 for what the server likes. ``keep`` says how long conversions stay in
    the library, ``session`` that they go when the program starts the next time.

    ``export_…`` is what the window's export was last told; an empty ``export_folder`` means beside
    each document. The others are named as in ``AssemblyOptions``.
    """

    servers: tuple[str, ...] = ("builtin",)
    formats: tuple[str, ...] = ("md", "docx")
    folder: str = ""
    tokens: Mapping[str, str] = field(default_factory=dict, repr=False)
    appearance: str = "system"
    language: str = ""
    model: str = ""
    mode: str = "markdown"
    long_edge: int = 0
    text_layer: str = "auto"
    retries: int = 3
    export_formats: tuple[str, ...] = ("md", "docx")
    export_folder: str = ""
    export_marginalia: bool = False
    export_join: bool = True
    export_page_marks: bool = False
    keep: str = "always"
    continue_on_start: bool = True


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


def _understand(content: Mapping[str, Any]) -> tuple[Settings, list[str]]:
    """Settings with every field of ``content`` that makes sense, and the names of the others."""
    chosen = {name: content[name] for name in _SENSIBLE if name in content}
    wrong = [name for name, value in chosen.items() if not _SENSIBLE[name](value)]
    sound: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in chosen.items()
        if name not in wrong
    }
    return replace(Settings(), **sound), wrong


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(v, str) and v for v in value)


def _are_tokens(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(v, str) for v in value.values())


def _is_yes_or_no(value: object) -> bool:
    return isinstance(value, bool)


def _one_of(choices: tuple[str, ...]) -> Callable[[object], bool]:
    return lambda value: isinstance(value, str) and value in choices


def _whole(low: int, high: int, *others: int) -> Callable[[object], bool]:
    """Whole numbers from ``low`` to ``high``, and the ``others``."""
    return lambda value: (
        isinstance(value, int)
        and not isinstance(value, bool)
        and (low <= value <= high or value in others)
    )


#: What a value of each field must be like, as it stands in the file.
_SENSIBLE: Mapping[str, Callable[[object], bool]] = {
    "servers": _are_texts,
    "formats": _are_texts,
    "folder": _is_text,
    "tokens": _are_tokens,
    "appearance": _one_of(APPEARANCES),
    "language": _one_of(LANGUAGES),
    "model": _is_text,
    "mode": _one_of(MODES),
    "long_edge": _whole(LEAST_EDGE, MOST_EDGE, 0),
    "text_layer": _one_of(TEXT_LAYERS),
    "retries": _whole(0, MOST_RETRIES),
    "export_formats": _are_texts,
    "export_folder": _is_text,
    "export_marginalia": _is_yes_or_no,
    "export_join": _is_yes_or_no,
    "export_page_marks": _is_yes_or_no,
    "keep": _one_of(KEPT),
    "continue_on_start": _is_yes_or_no,
}

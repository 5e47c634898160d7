"""Folders of its own for every measured library."""

from __future__ import annotations

from pathlib import Path

from desktop.paths import Paths


def paths_in(home: Path) -> Paths:
    """A library in ``home``."""
    return Paths(home / "data", home / "cache", home / "logs", home / "config")

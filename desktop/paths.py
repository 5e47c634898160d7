"""Where Diptych keeps its things on this computer."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders that Diptych may write to. Nothing is created until it is needed.

    ``data`` holds the library of conversions, ``cache`` what can be made again, ``logs`` the logs,
    ``config`` the settings.
    """

    data: Path
    cache: Path
    logs: Path
    config: Path

    @property
    def database(self) -> Path:
        """The library of conversions."""
        return self.data / "library.sqlite3"

    @property
    def thumbnails(self) -> Path:
        """Small pictures of pages."""
        return self.cache / "thumbnails"

    @property
    def pasted(self) -> Path:
        """Pictures that came from the clipboard: documents that are nowhere else."""
        return self.data / "pasted"

    @property
    def locks(self) -> Path:
        """One lock file for each running program that works on the library."""
        return self.data / "running"


def user_paths() -> Paths:
    """The user's own folders, or those under ``DIPTYCH_HOME`` if that is set."""
    home = os.environ.get("DIPTYCH_HOME")
    if home:
        root = Path(home)
        return Paths(root / "data", root / "cache", root / "logs", root / "config")
    dirs = platformdirs.PlatformDirs("diptych", appauthor=False)
    return Paths(
        dirs.user_data_path, dirs.user_cache_path, dirs.user_log_path, dirs.user_config_path
    )


def resource(*names: str) -> Path:
    """A file or folder of ``resources/``, which lies beside the package wherever that is."""
    return Path(__file__).resolve().parent.parent.joinpath("resources", *names)

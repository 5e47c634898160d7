"""What the files that are made are called, so that none that exists is lost."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from desktop.model.options import AssemblyOptions, ExportFormat, ExportPlan

#: In bytes; file systems take names of 255.
LONGEST_STEM = 180


class Existing(Enum):
    """What happens where a file of the name exists."""

    #: Write ``NAME (2)`` beside it.
    NUMBER = "number"
    OVERWRITE = "overwrite"
    #: Leave the document out if all its files exist.
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Source:
    """A document to convert: its file, and the folder below the output folder that it belongs to.

    A document that was found in a folder keeps its place in it.
    """

    path: Path
    below: Path = Path()


def sources(given: Iterable[Path], collected: Iterable[Path]) -> tuple[Source, ...]:
    """Each collected file with its place below the folder that it was found in."""
    folders = [path.absolute() for path in given if path.is_dir()]
    found = []
    for path in collected:
        file = path.absolute()
        roots = [folder for folder in folders if folder in file.parents]
        # Of two folders given, one inside the other, the outer one keeps the whole way.
        root = min(roots, key=lambda folder: len(folder.parts), default=file.parent)
        found.append(Source(file, file.parent.relative_to(root)))
    return tuple(found)


def _short(stem: str) -> str:
    """``stem`` cut so that a number, an ending and a temporary name still fit behind it."""
    while len(os.fsencode(stem)) > LONGEST_STEM:
        stem = stem[:-1]
    return stem


class Names:
    """Gives every document of one run a name that is free, each name once."""

    def __init__(
        self, folder: Path, formats: Sequence[ExportFormat], existing: Existing = Existing.NUMBER
    ) -> None:
        self._folder = folder.absolute()
        self._formats = tuple(formats)
        self._existing = existing
        self._taken: set[str] = set()

    def plan(self, source: Source, assembly: AssemblyOptions) -> ExportPlan | None:
        """Where the files of ``source`` go; ``None`` if they all exist and are to be skipped."""
        folder = self._folder / source.below
        stem = _short(source.path.stem or source.path.name)
        if (
            self._existing is Existing.SKIP
            and not self._is_taken(folder, stem)
            and all(file.exists() for file in self._files(folder, stem))
        ):
            self._take(folder, stem)
            return None
        name, count = stem, 1
        while self._is_taken(folder, name) or self._is_in_the_way(folder, name):
            count += 1
            name = f"{stem} ({count})"
        self._take(folder, name)
        return ExportPlan(folder, name, self._formats, assembly)

    def _files(self, folder: Path, stem: str) -> list[Path]:
        return [folder / f"{stem}.{format.value}" for format in self._formats]

    def _is_in_the_way(self, folder: Path, stem: str) -> bool:
        if self._existing is Existing.OVERWRITE:
            return False
        files = self._files(folder, stem)
        if ExportFormat.MARKDOWN in self._formats:
            # The pictures of the Markdown file.
            files.append(folder / f"{stem}_files")
        return any(os.path.lexists(file) for file in files)

    def _is_taken(self, folder: Path, stem: str) -> bool:
        return self._key(folder, stem) in self._taken

    def _take(self, folder: Path, stem: str) -> None:
        self._taken.add(self._key(folder, stem))

    @staticmethod
    def _key(folder: Path, stem: str) -> str:
        # Some file systems don't tell capitals from small letters.
        return str(folder / stem).casefold()

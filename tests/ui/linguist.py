"""The window's texts and their translations: taken over from the code, and looked at.

``python -m tests.ui.linguist`` (``make translations``) brings the files of resources/translations
up to date; what is to be translated then stands in them as unfinished.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QXmlStreamReader

from tests.ui import core_sentences

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "resources" / "translations"
ENGLISH, CHINESE = "diptych_en.ts", "diptych_zh_CN.ts"
_TOOLS = Path(sys.executable).parent


@dataclass(frozen=True, slots=True)
class Text:
    """One text of the window; ``translations`` has several where it has plural forms."""

    context: str
    source: str
    plural: bool
    state: str
    translations: tuple[str, ...]

    @property
    def key(self) -> tuple[str, str]:
        """What tells texts apart."""
        return self.context, self.source


def sources() -> list[Path]:
    """Every file that may have texts of the window."""
    return [ROOT / "desktop" / "app.py", *sorted((ROOT / "desktop" / "ui").rglob("*.py"))]


def update(folder: Path) -> None:
    """Bring the files in a folder up to date with the code; new files are begun."""
    files = [str(path.relative_to(ROOT)) for path in sources()]
    tidy = ["-locations", "none", "-no-obsolete", "-silent"]
    for name, options in (
        (ENGLISH, ["-pluralonly", "-source-language", "en", "-target-language", "en"]),
        (CHINESE, ["-source-language", "en", "-target-language", "zh_CN"]),
    ):
        _run("pyside6-lupdate", *tidy, *options, *files, "-ts", str(folder / name))


def release(source: Path, target: Path) -> None:
    """Make the file that Qt reads of a file of translations."""
    _run("pyside6-lrelease", "-silent", str(source), "-qm", str(target))


def texts(file: Path) -> list[Text]:
    """What a file of translations has."""
    reader = QXmlStreamReader(file.read_text(encoding="utf-8"))
    found: list[Text] = []
    context = source = ""
    plural = False
    while not reader.atEnd():
        if reader.readNext() is not QXmlStreamReader.TokenType.StartElement:
            continue
        match reader.name():
            case "name":
                context = reader.readElementText()
            case "message":
                plural = reader.attributes().value("numerus") == "yes"
            case "source":
                source = reader.readElementText()
            case "translation":
                state = reader.attributes().value("type") or "finished"
                found.append(Text(context, source, plural, state, _forms(reader)))
    if reader.hasError():
        raise ValueError(f"{file.name}: {reader.errorString()}")
    return found


def _forms(reader: QXmlStreamReader) -> tuple[str, ...]:
    """The text of a translation, or its plural forms."""
    forms, text = [], ""
    while reader.readNext() is not QXmlStreamReader.TokenType.EndElement:
        if reader.isStartElement():
            forms.append(reader.readElementText())
        elif reader.isCharacters():
            text += reader.text()
    return tuple(forms or [text])


def _run(tool: str, *words: str) -> None:
    done = subprocess.run(
        [str(_TOOLS / tool), *words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{tool} failed: {done.stdout}{done.stderr}")


def main(words: Sequence[str]) -> int:
    """Bring everything up to date and say what is left to do."""
    if words:
        print("It takes no arguments.", file=sys.stderr)
        return 2
    core_sentences.write()
    FOLDER.mkdir(exist_ok=True)
    update(FOLDER)
    for name in (ENGLISH, CHINESE):
        left = sum(text.state != "finished" for text in texts(FOLDER / name))
        print(f"{name}: {left} texts to translate")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

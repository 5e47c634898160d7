"""The window's texts and their translations: taken over from the code, and looked at.

``python -m tests.ui.linguist`` (``make translations``) brings the files of resources/translations
up to date; what is to be translated then stands in them as unfinished.
"""

from __future__ import annotations

import ast
import itertools
import subprocess
import sys
import tempfile
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
    tidy = ["-locations", "none", "-no-obsolete", "-silent"]
    with tempfile.TemporaryDirectory() as copies:
        files = []
        for number, path in enumerate(sources()):
            copy = Path(copies) / f"{number}.py"
            copy.write_text(_plain_plurals(path.read_text(encoding="utf-8")), encoding="utf-8")
            files.append(str(copy))
        for name, options in (
            (ENGLISH, ["-pluralonly", "-source-language", "en", "-target-language", "en"]),
            (CHINESE, ["-source-language", "en", "-target-language", "zh_CN"]),
        ):
            _run("pyside6-lupdate", *tidy, *options, *files, "-ts", str(folder / name))


def _plain_plurals(code: str) -> str:
    """``translate(context, text, "", n)`` with a plain number: the tool loses all others."""
    lines = code.encode().splitlines(keepends=True)
    starts = list(itertools.accumulate(map(len, lines), initial=0))
    content = b"".join(lines)
    places = [
        (
            starts[n.lineno - 1] + n.col_offset,
            starts[(n.end_lineno or 0) - 1] + (n.end_col_offset or 0),
        )
        for call in ast.walk(ast.parse(code))
        if isinstance(call, ast.Call) and called(call) == "translate" and len(call.args) == 4
        for n in call.args[3:]
    ]
    for start, end in sorted(places, reverse=True):
        content = content[:start] + b"1" + content[end:]
    return content.decode()


def called(call: ast.Call) -> str:
    """The name of what is called, without what it belongs to."""
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


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

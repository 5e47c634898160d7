"""The sentences for people that the core says, collected so that the window can translate them.

The core speaks English and knows no Qt. Whatever it says to people is a string in its code that
reads as a sentence: it begins with a capital, a quotation mark or something to be filled in, and
ends with a full stop, or goes on with another one. ``write`` puts all of them into
desktop/ui/core_sentences.py, where the tools of Qt find them.
"""

from __future__ import annotations

import ast
import re
import string
import textwrap
from collections.abc import Iterator
from pathlib import Path

from desktop.ocr.modes import DEEPSEEK_PROMPTS

DESKTOP = Path(__file__).parents[2] / "desktop"
TARGET = DESKTOP / "ui" / "core_sentences.py"
#: Not the core, or not for people who use the window.
_ELSEWHERE = ("ui", "cli", "builtin", "__main__.py", "app.py")
_SENTENCE = re.compile(r"(?:[A-Z“]|\{0\}).*\s.*\.(?: \{0\})?", re.DOTALL)
_LETTERS = re.compile(r"[a-z]{2}")
#: So many characters of a string fit into a line of the module.
WIDTH = 88
_CALLS_OF_LOGS = ("debug", "info", "warning", "error", "exception", "log")
_HEAD = '''"""Every sentence that the core says to people; {0}, {1} … stand for names and numbers.

Made by ``make translations`` from the core's code; don't edit it.
"""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

SENTENCES: tuple[object, ...] = (
'''


def collect() -> list[str]:
    """The sentences as templates, each once, sorted."""
    found: set[str] = set()
    for file in sorted(DESKTOP.rglob("*.py")):
        if file.relative_to(DESKTOP).parts[0] not in _ELSEWHERE:
            found.update(_in_module(ast.parse(file.read_text(encoding="utf-8"))))
    # What is said to a model is none of them.
    return sorted(found - {_numbered(prompt) for prompt in DEEPSEEK_PROMPTS.values()})


def _in_module(tree: ast.Module) -> Iterator[str]:
    left_out = set(_not_for_people(tree))
    for node in ast.walk(tree):
        if node in left_out:
            continue
        template = _template(node)
        if template and _SENTENCE.fullmatch(template) and _LETTERS.search(template):
            yield template


def _not_for_people(tree: ast.Module) -> Iterator[ast.AST]:
    """Docstrings, words for the log, and the parts of strings that are looked at as a whole."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            yield from (part for part in ast.walk(node) if part is not node)
        elif (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in _CALLS_OF_LOGS
        ):
            yield from (part for argument in node.args for part in ast.walk(argument))


def _template(node: ast.AST) -> str:
    """A string with what is filled in as {0}, {1} …; empty for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return _numbered(node.value)
    if not isinstance(node, ast.JoinedStr):
        return ""
    number = 0
    text = ""
    for part in node.values:
        if isinstance(part, ast.Constant):
            text += str(part.value)
        else:
            text += f"{{{number}}}"
            number += 1
    return text


def _numbered(text: str) -> str:
    """A template for ``str.format`` with numbers for the names in it."""
    try:
        parts = list(string.Formatter().parse(text))
    except ValueError:
        return text
    names = [name for _, name, _, _ in parts if name]
    for number, name in enumerate(names):
        text = text.replace(f"{{{name}}}", f"{{{number}}}")
    return text


def module(sentences: list[str]) -> str:
    """The module that has the sentences, as it stands in the repository."""
    lines = [_HEAD]
    for sentence in sentences:
        pieces = textwrap.wrap(sentence, WIDTH, drop_whitespace=False, break_long_words=False)
        lines.append('    QT_TRANSLATE_NOOP(\n        "Core",\n')
        lines += [f"        {_quoted(piece)}\n" for piece in pieces[:-1]]
        lines.append(f"        {_quoted(pieces[-1])},\n    ),\n")
    return "".join([*lines, ")\n"])


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def write() -> None:
    """Write the module anew."""
    TARGET.write_text(module(collect()), encoding="utf-8")

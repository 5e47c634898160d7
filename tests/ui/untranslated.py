"""Finds texts in the window's code that can't be translated, by a look at its syntax."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

#: Methods and widgets that show a text which they are given.
SHOWING = {
    "QAction", "QCheckBox", "QDockWidget", "QGroupBox", "QLabel", "QLineEdit", "QMenu",
    "QMessageBox", "QPlainTextEdit", "QPushButton", "QRadioButton", "QTreeWidgetItem",
    "QListWidgetItem", "QTableWidgetItem", "addAction", "addButton", "addItem", "addItems",
    "addMenu", "addRow", "addTab", "appendPlainText", "critical", "information", "insertItem",
    "question", "say", "setAccessibleDescription", "setAccessibleName", "setDetailedText",
    "setHeaderLabels", "setHorizontalHeaderLabels", "setInformativeText", "setLabelText",
    "setNameFilter", "setNameFilters", "setPlaceholderText", "setPrefix", "setStatusTip",
    "setSuffix", "setTabText", "setText", "setTitle", "setToolTip", "setWhatsThis",
    "setWindowTitle", "showMessage", "tell", "wrapped",
}  # fmt: skip
#: Words that are the same in every language.
SAME = {"Diptych", "English", "http"}
_WORD = re.compile(r"[^\W\d_]{2,}")


def complaints(file: Path) -> list[str]:
    """What is wrong with a file, each with its line."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return [f"{file.name}:{line}: {text}" for line, text in sorted(set(_all(tree)))]


def _all(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = _name(node.func)
            if name == "tr" or (name == "translate" and _is_ours(node.func)):
                yield from _badly_marked(node, name)
            elif name in SHOWING:
                arguments = [*node.args, *(keyword.value for keyword in node.keywords)]
                for argument in arguments:
                    yield from _unmarked(argument)
        elif isinstance(node, ast.Assign) and _name(node.value) == "translate":
            names = [target.id for target in node.targets if isinstance(target, ast.Name)]
            if names != ["translate"]:
                yield node.lineno, "the tools know translate by no other name"


def _is_ours(function: ast.expr) -> bool:
    """Painters and matrices have a ``translate`` of another kind."""
    return isinstance(function, ast.Name) or (
        isinstance(function, ast.Attribute) and _name(function.value) == "QCoreApplication"
    )


def _name(node: ast.AST) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _badly_marked(call: ast.Call, name: str) -> Iterator[tuple[int, str]]:
    """Calls that the tools misunderstand, or whose text they can't see."""
    if name == "tr" and isinstance(call.func, ast.Name):
        yield call.lineno, "a bare tr() has no context for the tools: use translate()"
    count = 2 if name == "translate" else 1
    for argument in call.args[:count]:
        if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str)):
            yield call.lineno, f"{name}() wants texts, not {ast.unparse(argument)}"
    text = call.args[count - 1] if len(call.args) >= count else None
    if isinstance(text, ast.Constant) and "%n" in str(text.value) and len(call.args) < count + 2:
        yield call.lineno, "a text with %n wants a number"


def _unmarked(argument: ast.expr) -> Iterator[tuple[int, str]]:
    """Words that a person would see as they stand in the code."""
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        if not SAME.issuperset(_WORD.findall(argument.value)):
            yield argument.lineno, f"not translatable: {argument.value!r}"
    elif isinstance(argument, ast.JoinedStr):
        for part in argument.values:
            if isinstance(part, ast.Constant):
                yield from _unmarked(part)
    elif isinstance(argument, ast.List | ast.Tuple):
        for part in argument.elts:
            yield from _unmarked(part)
    elif isinstance(argument, ast.IfExp):
        yield from _unmarked(argument.body)
        yield from _unmarked(argument.orelse)
    elif isinstance(argument, ast.BinOp):
        yield from _unmarked(argument.left)
        yield from _unmarked(argument.right)

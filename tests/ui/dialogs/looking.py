"""What a person who can't see, or who reads another language, finds in a window."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QProgressBar,
    QSpinBox,
    QTabWidget,
    QWidget,
)

_ROLE = Qt.ItemDataRole
_INPUTS = (QComboBox, QLineEdit, QSpinBox, QPlainTextEdit, QProgressBar, QAbstractItemView)
#: Parts that Qt puts into its own widgets.
_WHOLES = (QLineEdit, QSpinBox, QComboBox, QTabWidget)


def nameless(window: QWidget) -> list[QWidget]:
    """Controls that say nothing to those who can't see them."""
    buttons = window.findChildren(QAbstractButton)
    inputs = [part for kind in _INPUTS for part in window.findChildren(kind)]
    silent: list[QWidget] = [b for b in buttons if not (b.text() or b.accessibleName())]
    silent += [part for part in inputs if not part.accessibleName()]
    return [part for part in silent if not (_is_a_part(part) or isinstance(part, QHeaderView))]


def _is_a_part(widget: QWidget) -> bool:
    parent = widget.parent()
    while parent is not None:
        if isinstance(parent, _WHOLES) and widget.objectName().startswith("qt_"):
            return True
        if isinstance(parent, (QLineEdit, QSpinBox, QComboBox)):
            return True
        parent = parent.parent()
    return False


def words(window: QWidget) -> Iterator[str]:
    """Everything that a window and its parts say, shown or not."""
    for widget in (window, *window.findChildren(QWidget)):
        yield from (widget.windowTitle(), widget.toolTip(), widget.statusTip())
        yield from (widget.accessibleName(), widget.accessibleDescription())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QGroupBox):
            yield widget.title()
        elif isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(place) for place in range(widget.count()))
        elif isinstance(widget, QTabWidget):
            yield from (widget.tabText(place) for place in range(widget.count()))
    for view in window.findChildren(QAbstractItemView):
        yield from _cells(view)
    for action in window.findChildren(QAction):
        yield from (action.text(), action.toolTip(), action.statusTip())


def _cells(view: QAbstractItemView) -> Iterator[str]:
    """What a list or a table says, its head and its tooltips too."""
    model = view.model()
    top = QModelIndex()
    rows, columns = model.rowCount(top), 1
    if not isinstance(view, QListView):
        columns = model.columnCount(top)
    texts = (_ROLE.DisplayRole, _ROLE.ToolTipRole, _ROLE.AccessibleTextRole)
    for role in texts:
        for row in range(rows):
            for column in range(columns):
                yield str(model.index(row, column, top).data(role) or "")
    for column in range(columns):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")

"""From the start to a file on the disk, with nothing but keys."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit

from desktop.ui.dialogs.export import ExportDialog
from desktop.ui.window import MainWindow
from tests.ui.whole.player import Script, dialog, focus, press, say, write
from tests.ui.whole.scenes import alive, all_read, workspace_of


def from_start_to_file(window: MainWindow, paper: str) -> Script:
    """Open a document, correct its second page, export it as Markdown, leave."""
    yield alive(window)
    workspace = workspace_of(window)
    press("Ctrl+O")
    yield lambda: dialog(QFileDialog) and isinstance(focus(), QLineEdit)
    write(paper)
    press("Return")
    yield all_read(window, 1)
    yield window.isActiveWindow
    # The page has the keyboard. Back to the documents, on to their pages, to the second of them.
    yield lambda: focus() is workspace.page.view
    press("Shift+F6")
    yield lambda: focus() is workspace.documents.documents
    press("Tab")
    yield lambda: focus() is workspace.documents.pages
    press("Right")
    yield lambda: workspace.bridge.page == 1
    press("F2")
    yield lambda: focus() is workspace.text.editor and workspace.text.editor.blocks.count
    write("By keys alone. ")
    press("F2")
    press("Ctrl+E")
    yield lambda: dialog(ExportDialog)
    export = dialog(ExportDialog)
    assert export is not None
    press("Alt+W")  # no Word …
    press("Alt+M")  # … but Markdown
    written: list[Path] = []
    export.exported.connect(lambda paths: written.extend(paths))
    yield lambda: export.start.isEnabled() and ".md" in export.files_notice.text
    press("Return")
    yield lambda: written
    say(written=[str(path) for path in written])
    press("Escape")
    yield window.isActiveWindow
    press("Ctrl+Q")
    yield lambda: False

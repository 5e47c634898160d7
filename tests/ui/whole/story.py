"""A whole story, told in two starts of the program with a kill between them."""

from __future__ import annotations

from pathlib import Path

from desktop.model.events import Event, PageChanged
from desktop.model.states import PageState
from desktop.ui.dialogs.export import ExportDialog
from desktop.ui.window import MainWindow
from tests.ui.whole.player import Script, dialog, drop, focus, press, say, write
from tests.ui.whole.scenes import alive, all_read, documents, problems, reads, workspace_of

TYPED = "Corrected by hand. "


def begin(window: MainWindow, folder: str) -> Script:
    """Drop a folder, watch its pages come, edit one; then wait to be killed."""
    yield alive(window)
    workspace = workspace_of(window)
    bridge = workspace.bridge
    states: list[tuple[int, int, PageState]] = []
    said: list[str] = []

    def hear(event: Event) -> None:
        if isinstance(event, PageChanged):
            states.append((event.job, event.page, event.state))

    bridge.heard.connect(hear)
    bridge.live_text.connect(lambda job, page, text: said.append(text))
    assert window.empty.isVisible()
    drop(window, [Path(folder)])
    yield lambda: workspace.split.isVisible() and not workspace.intake.busy
    yield all_read(window, 2)
    yield from reads(window, "Results")
    assert workspace.bar.isVisible()
    assert "broken.pdf" in workspace.bar.label.text()
    say(
        documents={name: job.pages for name, job in documents(window).items()},
        read=sum(state is PageState.DONE for _, _, state in states),
        live=len(said),
        problems=problems(window),
        looked_at=documents(window)["paper.pdf"].job == bridge.job,
    )
    # The second page, its source, and a few words.
    press("Ctrl+PageDown")
    yield lambda: bridge.page == 1
    press("F2")
    yield lambda: focus() is workspace.text.editor and workspace.text.editor.blocks.count > 0
    saved: list[int] = []
    bridge.edit_saved.connect(lambda job, page: saved.append(page))
    press("Ctrl+Home")
    write(TYPED)
    yield lambda: saved and TYPED in workspace.text.editor.toPlainText()
    yield lambda: not bridge.saving
    # Where everything is, is written a moment later.
    remembered = workspace.session.text
    yield lambda: (remembered("place/page"), remembered("text/mode")) == ("1", "source")
    say(edited=saved[-1])
    yield lambda: False


def go_on(window: MainWindow) -> Script:
    """All is there; export it to Word."""
    yield alive(window)
    workspace = workspace_of(window)
    bridge, editor = workspace.bridge, workspace.text.editor
    yield lambda: len(documents(window)) == 2
    yield lambda: TYPED in editor.toPlainText()
    shown = bridge.library.job(bridge.job) if bridge.job is not None else None
    say(
        documents={name: job.pages for name, job in documents(window).items()},
        states=sorted(job.state.value for job in documents(window).values()),
        place=None if shown is None else [shown.path.name, bridge.page],
        problems=problems(window),
        news=workspace.status.news,
    )
    press("F2")
    yield from reads(window, TYPED)
    press("Ctrl+E")
    yield lambda: dialog(ExportDialog)
    export = dialog(ExportDialog)
    assert export is not None
    written: list[Path] = []
    export.exported.connect(lambda paths: written.extend(paths))
    yield export.start.isEnabled
    press("Return")
    yield lambda: written
    say(written=list(map(str, written)))
    press("Escape")
    yield window.isActiveWindow
    press("Ctrl+Q")
    yield lambda: False

"""The view is closed: each wall holds by itself what it is there for, and together all of it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.ui.text.view.hostile import ALONE, TOGETHER

ROOT = Path(__file__).parents[4]
#: The walls that are up, by the name of the case.
CASES: Mapping[str, tuple[str, ...]] = {
    "open": (),
    "sanitiser": ("sanitiser",),
    "scripts": ("scripts",),
    "policy": ("policy",),
    "interceptor": ("interceptor",),
    "navigation": ("navigation",),
    "proxy": ("proxy",),
    "all but the sanitiser": ("scripts", "policy", "interceptor", "navigation", "proxy"),
}
#: What only scripts do.
SCRIPTED = {name for name, piece in {**TOGETHER, **ALONE}.items() if "script>" in piece} | {
    "handler",
    "svg-handler",
    "details",
    "focus",
    "javascript-frame",
}


@dataclass(frozen=True)
class Seen:
    """What came of the hostile pages: connections by page, who asked, which pages ran something."""

    knocks: Mapping[str, int]
    callers: frozenset[str]
    ran: tuple[str, ...]


def look(walls: tuple[str, ...]) -> Seen:
    """Show the hostile pages behind these walls, in a process of its own."""
    ended = subprocess.run(
        [sys.executable, "-m", "tests.ui.text.view.walls", *walls],
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert ended.returncode == 0, ended.stderr
    said = json.loads(ended.stdout.splitlines()[-1])
    return Seen(said["knocks"], frozenset(said["callers"]), tuple(said["ran"]))


@pytest.fixture(scope="module")
def seen() -> Mapping[str, Seen]:
    # They mostly wait for nothing to come, which can be done side by side.
    with ThreadPoolExecutor(4) as threads:
        return dict(zip(CASES, threads.map(look, CASES.values()), strict=True))


def test_without_any_wall_nearly_everything_gets_out(seen: Mapping[str, Seen]) -> None:
    assert len(seen["open"].callers) >= 30
    assert {"img", "iframe", "script", "import", "video", "base"} <= seen["open"].callers
    assert seen["open"].ran


@pytest.mark.parametrize("case", ["sanitiser", "proxy", "all but the sanitiser"])
def test_behind_this_nothing_reaches_a_server(seen: Mapping[str, Seen], case: str) -> None:
    assert not seen[case].knocks


@pytest.mark.parametrize("case", ["policy", "interceptor"])
def test_behind_this_nothing_is_asked_for_and_only_a_bare_connection_is_made(
    seen: Mapping[str, Seen], case: str
) -> None:
    # Chromium asks neither before it follows rel=preconnect, which sends not one byte.
    assert not seen[case].callers
    assert set(seen[case].knocks) <= {"preconnect"}


@pytest.mark.parametrize("case", ["sanitiser", "scripts", "policy", "all but the sanitiser"])
def test_behind_this_nothing_of_a_page_runs(seen: Mapping[str, Seen], case: str) -> None:
    assert not seen[case].ran
    assert not seen[case].callers & SCRIPTED


def test_a_page_goes_nowhere_by_itself_where_only_navigation_is_closed(
    seen: Mapping[str, Seen],
) -> None:
    assert not seen["navigation"].callers & {"refresh", "location", "form", "iframe", "data-frame"}
    assert {"refresh", "location", "form"} <= seen["open"].callers

"""The bench still runs: a smoke run with tiny numbers, and its table."""

from __future__ import annotations

import pytest

from tests.bench.__main__ import main
from tests.bench.rows import Row, show


def test_a_quick_run_measures_every_part(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--quick"]) == 0
    table = capsys.readouterr().out
    for name in (
        "busy time / wall time",
        "share of bare",
        "peak memory",
        "worst input",
        "docx",
        "bare",
    ):
        assert name in table


def test_a_target_is_met_from_the_right_side(capsys: pytest.CaptureFixture[str]) -> None:
    assert Row("share", 0.99, "", 0.98).met
    assert not Row("share", 0.97, "", 0.98).met
    assert Row("memory", 400, "MB", 500, most=True).met
    assert not Row("memory", 600, "MB", 500, most=True).met
    assert Row("figure", 1, "s").met is None
    show([Row("share", 0.97, "", 0.98), Row("memory", 600, "MB", 500, most=True)])
    assert capsys.readouterr().out.count("NO") == 2

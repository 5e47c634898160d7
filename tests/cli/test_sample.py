"""The sample that ships, read by the built-in engine: one command, nothing else needed."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest

from desktop.__main__ import main

FOLDER = Path(__file__).parents[2] / "resources" / "samples"


@pytest.mark.engine
@pytest.mark.timeout(300)
def test_the_sample_comes_out_as_markdown_and_word(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["convert", str(FOLDER / "sample.pdf"), "--to", "md,docx,json", "-o", str(tmp_path)]
    assert main(words) == 0, capsys.readouterr().err
    text = (tmp_path / "sample.md").read_text(encoding="utf-8")
    # Drawn pages keep their own words: letter by letter, over columns and the page break.
    assert text.startswith("# Drying Plants in Damp Weather")
    for exact in (
        "The warm press needs about 0.4 kWh a day.",
        "that we made the only observation which seems to be new: sheets that had been warmed",
        "Figure 1: A leaf of the common alder after two days in the press.",
        "<td>changed daily</td><td>118</td><td>77</td>",
        # The scan is read by the engine.
        "Thank you for the parcel, which came on Tuesday",
    ):
        assert exact in text
    assert text.index("2 Method") < text.index("2.1 Thick stems") < text.index("4 Results")
    # Running headers and page numbers are no part of the text.
    assert "Notes of the Coast Herbarium" not in text
    assert (tmp_path / "sample.docx").read_bytes().startswith(b"PK")
    assert list((tmp_path / "sample_files").glob("*.png"))
    pages = json.loads((tmp_path / "sample.json").read_text(encoding="utf-8"))["pages"]
    assert len(pages) == 3


def test_the_sample_is_what_its_script_makes(tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("make_samples", FOLDER / "make_samples.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    made = script.make(tmp_path)
    kept = FOLDER / "sample.pdf"
    # Another version of a library may encode the scan a little differently.
    assert abs(made.stat().st_size - kept.stat().st_size) < kept.stat().st_size * 0.2
    assert kept.stat().st_size < 300_000

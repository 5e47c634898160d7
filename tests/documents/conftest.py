"""One reader for all tests of a module; its child starts before the first of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.documents import Reader
from tests.documents.made import pdf, text


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """A reader whose child runs already, so that no test seems to leave one behind."""
    first: Path = pdf(tmp_path_factory.mktemp("first") / "first.pdf", text("first"))
    with Reader() as made:
        made.inspect(first)
        yield made

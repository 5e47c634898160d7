"""A stand-in server for the tests of the command line."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.bed.standin import StandIn


@pytest.fixture
def server() -> Iterator[StandIn]:
    """A server that answers at once, a few pages at a time."""
    with StandIn(profile="vllm") as standin:
        yield standin

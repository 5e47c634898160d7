"""One engine process for all tests of a session: its models load once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

import httpx
import pytest

from desktop.model.endpoint import Endpoint
from desktop.servers.builtin import BuiltinServer
from tests.builtin.drawing import data_url

MARKDOWN = "<|grounding|>Convert the document to markdown."
_TAG = re.compile(r"<\|ref\|>(.*?)<\|/ref\|><\|det\|>(\[\[.*?\]\])<\|/det\|>\n?")


@dataclass(frozen=True)
class Part:
    """One tag of a reply with what follows it; boxes are 0–999."""

    label: str
    boxes: tuple[tuple[int, ...], ...]
    content: str

    @property
    def box(self) -> tuple[int, ...]:
        """The only box."""
        (box,) = self.boxes
        return box


def parts(reply: str) -> list[Part]:
    """A reply in the official dialect, taken apart; fails if it is not well-formed."""
    pieces = _TAG.split(reply)
    assert not pieces[0].strip(), "text before the first tag"
    found = []
    for label, boxes, content in zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True):
        numbers = [
            tuple(int(n) for n in box.split(",")) for box in re.findall(r"\[([\d, ]+)\]", boxes)
        ]
        assert all(
            len(box) == 4 and 0 <= box[0] < box[2] <= 999 and 0 <= box[1] < box[3] <= 999
            for box in numbers
        )
        assert "<|" not in content
        assert "|>" not in content
        found.append(Part(label, tuple(numbers), content.strip()))
    return found


def cells(html: str) -> list[list[tuple[str, int, int]]]:
    """The rows of an HTML table as (words, rowspan, colspan)."""
    rows = []
    for row in re.findall(r"<tr>(.*?)</tr>", html, re.DOTALL):
        found = re.findall(r"<td([^>]*)>(.*?)</td>", row, re.DOTALL)
        rows.append(
            [(unescape(words), _span("row", tag), _span("col", tag)) for tag, words in found]
        )
    return rows


def _span(kind: str, tag: str) -> int:
    found = re.search(rf'{kind}span="(\d+)"', tag)
    return int(found[1]) if found else 1


@dataclass(frozen=True)
class Asker:
    """Asks the running engine over HTTP."""

    endpoint: Endpoint

    @property
    def headers(self) -> dict[str, str]:
        """What every request must bear."""
        return {"Authorization": f"Bearer {self.endpoint.token}"}

    def post(self, body: object) -> httpx.Response:
        """A chat completion, whatever the body says."""
        return httpx.post(
            f"{self.endpoint.url}/v1/chat/completions",
            json=body,
            headers=self.headers,
            timeout=60,
            trust_env=False,
        )

    def read(self, picture: bytes, prompt: str = MARKDOWN) -> str:
        """What the engine says of a picture."""
        answer = self.post(request(picture, prompt))
        assert answer.status_code == 200, answer.text
        content: str = answer.json()["choices"][0]["message"]["content"]
        return content


def request(picture: bytes, prompt: str = MARKDOWN, **more: object) -> dict[str, object]:
    """The body of a chat completion for one picture."""
    content = [
        {"type": "image_url", "image_url": {"url": data_url(picture)}},
        {"type": "text", "text": prompt},
    ]
    messages = [{"role": "user", "content": content}]
    return {"model": "diptych-builtin", "messages": messages, **more}


@pytest.fixture(scope="session")
def engine() -> Iterator[Asker]:
    """The engine, running as the program runs it."""
    with BuiltinServer(idle_seconds=600) as server:
        yield Asker(server.endpoint())

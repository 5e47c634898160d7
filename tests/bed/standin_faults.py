"""How a stand-in misbehaves: one function for each fault that is more than a status."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from tests.bed.standin_dialects import EMPTY
from tests.bed.standin_reader import until

if TYPE_CHECKING:
    from tests.bed.standin_page import Page

#: Faults that are a status, a message and perhaps a header.
REFUSING = {
    "busy": (503, "Service is overloaded, please retry later", "Retry-After: 1\r\n"),
    "too_many": (429, "Too many requests", ""),
    "server_error": (500, "generation failed: CUDA error: out of memory", ""),
    "bad_request": (400, "the request makes no sense", ""),
    "unauthorised": (401, "Invalid API key", ""),
    "forbidden": (403, "You may not do this", ""),
    "not_found": (404, "Not Found", ""),
    "too_large": (413, "payload too large", ""),
}
FOREVER = 3600.0


async def _half(page: Page) -> None:
    """The first half of the reply."""
    await page.begin()
    text = page.said().text
    await page.connection.say(page.wording.first() + page.wording.part(text[: len(text) // 2]))


async def _drop(page: Page) -> None:
    page.connection.drop()


async def _drop_midway(page: Page) -> None:
    await _half(page)
    # Let what was written leave before the connection breaks.
    await asyncio.sleep(0.01)
    page.connection.drop()


async def _silent(page: Page) -> None:
    await asyncio.sleep(FOREVER)


async def _hang_midway(page: Page) -> None:
    await _half(page)
    await asyncio.sleep(FOREVER)


async def _heartbeats(page: Page) -> None:
    await page.begin()
    while True:
        await page.connection.say(b":\n\n")
        await asyncio.sleep(0.02)


async def _empty_generation(page: Page) -> None:
    if page.asked.stream and not page.dialect.late_headers:
        await page.begin()
    await page.fail(EMPTY)


async def _error_chunk(page: Page) -> None:
    if not page.asked.stream:
        await page.fail("generation failed: CUDA error")
        return
    await _half(page)
    await page.fail("generation failed: CUDA error")


async def _bare_error(page: Page) -> None:
    await _half(page)
    await page.connection.say(page.wording.error_chunk("EngineCore died", bare=True))
    await page.connection.end()


async def _no_end(page: Page) -> None:
    await page.begin()
    await page.connection.say(page.wording.first() + page.wording.part(page.said().text))
    await page.connection.end()


async def _html(page: Page) -> None:
    body = "<!DOCTYPE html><html><body><h1>It works!</h1></body></html>"
    await page.connection.answer(200, body, kind="text/html")


async def _junk(page: Page) -> None:
    await page.connection.answer(200, bytes(range(256)) * 64)


async def _bad_json(page: Page) -> None:
    await page.begin()
    await page.connection.say(page.wording.event('{"choices": [{"delta": {"conte'))
    await page.connection.end()


async def _odd_json(page: Page) -> None:
    await page.begin()
    odd: tuple[object, ...] = (
        [],
        7,
        {"choices": 5},
        {"choices": [5]},
        {"choices": [{"delta": "x"}]},
        {"choices": [], "usage": "none"},
        {"message": 4, "done": "perhaps"},
    )
    for payload in odd:
        await page.connection.say(page.wording.event(payload))
    await page.connection.say(page.wording.done())
    await page.connection.end()


async def _huge_line(page: Page) -> None:
    await page.begin()
    await page.connection.say(b"data: ")
    while not page.connection.gone.is_set():
        await page.connection.say(b"x" * 65536)
        # Nobody would notice that the client left if nothing ever paused.
        await asyncio.sleep(0)


async def _endless(page: Page) -> None:
    await page.begin()
    part = page.wording.part("All work and no play makes a dull page. " * 400)
    while not page.connection.gone.is_set():
        await page.connection.say(part)
        await asyncio.sleep(0)


async def _redirect(page: Page) -> None:
    await page.connection.answer(302, "", more=f"Location: {page.rule.reply}\r\n")


async def _plain_json(page: Page) -> None:
    await page.connection.answer(200, page.wording.whole(page.said()))


async def _in_pieces(page: Page, change: Callable[[bytes], bytes], size: int) -> None:
    """The whole reply, its bytes changed and sent in pieces of ``size``."""
    await page.begin()
    said, wording = page.said(), page.wording
    text = wording.first() + wording.part(said.text) + wording.last(said) + wording.done()
    text = change(text)
    for start in range(0, len(text), size):
        await page.connection.say(text[start : start + size])
        # Each piece is to arrive by itself.
        await asyncio.sleep(0)
    await page.connection.end()


async def _split_utf8(page: Page) -> None:
    await _in_pieces(page, lambda text: text, 1)


async def _crlf(page: Page) -> None:
    def change(text: bytes) -> bytes:
        noise = b":a comment\nevent: message\nid: 7\nretry: 100\nnonsense\n"
        return (noise + text.replace(b"\n\n", b"\n\n" + noise)).replace(b"\n", b"\r\n")

    await _in_pieces(page, change, 7)


async def _many_lines(page: Page) -> None:
    def change(text: bytes) -> bytes:
        lines = []
        for line in text.split(b"\n"):
            head, _, rest = line.partition(b":")
            payload = rest.strip()
            if head != b"data" or payload == b"[DONE]":
                lines.append(line)
                continue
            spread = json.dumps(json.loads(payload), indent=1, ensure_ascii=False)
            lines += [b"data: " + part.encode() for part in spread.split("\n")]
        return b"\n".join(lines)

    await _in_pieces(page, change, 4096)


def _while_reading(handler: Callable[[Page], Awaitable[None]]) -> Callable[[Page], Awaitable[None]]:
    """A fault that holds the model for as long as the page would have."""

    async def held(page: Page) -> None:
        async with page.reader.page() as began:
            seconds = page.options.seconds if page.rule.seconds is None else page.rule.seconds
            await until(began + seconds)
            await handler(page)

    return held


#: Faults that answer in a way of their own.
MISBEHAVING: dict[str, Callable[[Page], Awaitable[None]]] = {
    "drop": _drop,
    "drop_midway": _while_reading(_drop_midway),
    "silent": _silent,
    "hang_midway": _hang_midway,
    "heartbeats": _heartbeats,
    "empty_generation": _while_reading(_empty_generation),
    "error_chunk": _while_reading(_error_chunk),
    "bare_error": _while_reading(_bare_error),
    "no_end": _while_reading(_no_end),
    "html": _html,
    "junk": _junk,
    "bad_json": _bad_json,
    "odd_json": _odd_json,
    "huge_line": _huge_line,
    "endless": _endless,
    "redirect": _redirect,
    "plain_json": _while_reading(_plain_json),
    "split_utf8": _while_reading(_split_utf8),
    "crlf": _while_reading(_crlf),
    "many_lines": _while_reading(_many_lines),
}

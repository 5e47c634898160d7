"""The reading of one page by a stand-in: the honest way, and the way to each fault."""

from __future__ import annotations

from tests.bed.standin_dialects import (
    IMAGE_REQUIRED,
    MISMATCH,
    POISONED,
    Asked,
    holders_fit,
    usual_reply,
)
from tests.bed.standin_faults import MISBEHAVING, REFUSING
from tests.bed.standin_http import Connection
from tests.bed.standin_options import Options, Rule
from tests.bed.standin_reader import Reader, until
from tests.bed.standin_replies import Said, Wording, error_body, say_up_to


class Page:
    """The reading of one page, with what its rule does to it."""

    def __init__(
        self,
        options: Options,
        reader: Reader,
        connection: Connection,
        asked: Asked,
        rule: Rule,
        wording: Wording,
    ) -> None:
        self.options = options
        self.reader = reader
        self.dialect = wording.dialect
        self.connection = connection
        self.asked = asked
        self.rule = rule
        self.wording = wording
        self.streaming = False

    async def answer(self) -> None:
        """Answer the request, well or badly."""
        fault, dialect = self.rule.fault, self.dialect
        if fault in REFUSING:
            status, message, more = REFUSING[fault]
            body = error_body(dialect, status, message, "error")
            await self.connection.answer(status, body, more=more)
            return
        handler = MISBEHAVING.get(fault)
        if handler is not None:
            await handler(self)
            return
        if dialect.name == "deepseek-ocr.rs" and (
            fault == "image_required" or "<image>" not in self.asked.prompt
        ):
            await self._finish(Said(IMAGE_REQUIRED, 0, cut=False))
            return
        if fault == "mismatch" or (
            dialect.name == "deepseek-ocr.rs" and not holders_fit(self.asked)
        ):
            message = MISMATCH.format(
                holders=self.asked.prompt.count("<image>"), images=len(self.asked.images)
            )
            await self._refuse_prompt(message)
            return
        if not dialect.late_headers and self.asked.stream:
            await self.begin()
        async with self.reader.page() as began:
            if self.reader.poisoned:
                await self.fail(POISONED)
                return
            seconds = self.options.seconds
            if self.rule.seconds is not None:
                seconds = self.rule.seconds
            await self._speak(began, seconds)

    async def _refuse_prompt(self, message: str) -> None:
        # The real server finds it out when it decodes, which in a stream is after the headers.
        if self.asked.stream and self.options.late_mismatch and self.rule.fault != "mismatch":
            await self.begin()
        await self.fail(message, status=400, kind="invalid_request_error")

    async def begin(self) -> None:
        """Send the headers of a stream, and what comes before the first words."""
        if not self.streaming:
            self.streaming = True
            await self.connection.head(200, self.wording.kind, length=None)

    def said(self) -> Said:
        """What the model says of this page."""
        text = self.rule.reply if self.rule.reply is not None else usual_reply(self.asked)
        fault = self.rule.fault
        if fault == "loop":
            text = (text + "\n") * (self.asked.max_tokens * 4 // (len(text) + 1) + 1)
            return say_up_to(self.asked, text, None)
        if fault == "truncated":
            return Said(text[: len(text) * 2 // 3], self.asked.max_tokens, cut=True)
        if fault == "empty_text":
            return Said("", 0, cut=False)
        said = say_up_to(self.asked, text, self.rule.tokens)
        return Said(said.text, said.tokens, said.cut, count_tokens=fault != "no_usage")

    async def _speak(self, began: float, seconds: float) -> None:
        said = self.said()
        if not self.asked.stream:
            await until(began + seconds)
            await self.connection.answer(200, self.wording.whole(said))
            return
        count = max(1, min(self.options.chunks, len(said.text)))
        step = -(-len(said.text) // count)
        if not seconds:
            parts = [said.text[i * step : (i + 1) * step] for i in range(count)]
            await self.begin()
            words = b"".join(map(self.wording.part, parts))
            await self.connection.say(self.wording.first() + words)
        else:
            for i in range(count):
                await until(began + seconds * (i + 1) / count)
                await self.begin()
                start = self.wording.first() if i == 0 else b""
                part = self.wording.part(said.text[i * step : (i + 1) * step])
                await self.connection.say(start + part)
        await self.connection.say(self.wording.last(said) + self.wording.done())
        await self.connection.end()

    async def _finish(self, said: Said) -> None:
        if not self.asked.stream:
            await self.connection.answer(200, self.wording.whole(said))
            return
        await self.begin()
        start = self.wording.first() + self.wording.part(said.text)
        await self.connection.say(start + self.wording.last(said) + self.wording.done())
        await self.connection.end()

    async def fail(self, message: str, *, status: int = 500, kind: str = "internal_error") -> None:
        """Report an error: inside the stream where one was begun, else as a status."""
        if self.streaming:
            await self.connection.say(self.wording.error_chunk(message))
            await self.connection.end()
        else:
            body = error_body(self.dialect, status, message, kind)
            await self.connection.answer(status, body)

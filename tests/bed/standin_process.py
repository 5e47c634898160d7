"""The stand-in's own process: ``python -m tests.bed.standin_process`` with its options as a line
of JSON on stdin. Says ``{"port": …}`` on stdout and ends when its stdin closes.
"""

from __future__ import annotations

import asyncio
import json
import ssl
import sys
import time
from typing import Any

from tests.bed.standin_dialects import DIALECTS, Refusal, answer_get, understand
from tests.bed.standin_http import Connection, Request
from tests.bed.standin_options import Options, Rules, rule_from
from tests.bed.standin_page import Page
from tests.bed.standin_reader import Log, Reader
from tests.bed.standin_replies import Wording, error_body


class StandInServer:
    """One server of one dialect."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.dialect = DIALECTS[options.profile]
        self.reader = Reader(options.parallel or self.dialect.parallel)
        self.log = Log()
        self.rules = Rules(list(options.rules))
        self.loaded = not options.load_seconds
        self.loads = 0

    async def handle(self, connection: Connection, request: Request) -> None:
        """Answer one request; a page request of a server that stops is cancelled on disconnect."""
        if request.path.startswith("/_standin/"):
            await self._control(connection, request)
            return
        token = self.options.token
        if token and request.headers.get("authorization") != f"Bearer {token}":
            await self._refuse(connection, Refusal(401, "invalid api key", "auth_error"))
            return
        if request.method == "GET":
            found = answer_get(self.dialect, self.options, request.path)
            status, kind, content = found or (404, "text/html", "<!DOCTYPE html><h1>404</h1>")
            await connection.answer(status, content, kind=kind)
            return
        if request.method != "POST" or request.path != self.dialect.path:
            await connection.answer(404, "<!DOCTYPE html><h1>404</h1>", kind="text/html")
            return
        await self._read_page(connection, request)

    async def _read_page(self, connection: Connection, request: Request) -> None:
        # Another log may take its place before the page is finished.
        log = self.log
        entry = log.arrive(request.path, len(request.body), request.connection)
        page = asyncio.ensure_future(self._page(connection, request, entry))
        left = asyncio.ensure_future(connection.gone.wait())
        await asyncio.wait({page, left}, return_when=asyncio.FIRST_COMPLETED)
        left.cancel()
        if not page.done():
            log.finish(entry, "abandoned")
            if self.dialect.goes_on:
                await page
                return
            page.cancel()
        try:
            log.finish(entry, await page)
        except asyncio.CancelledError:
            log.finish(entry, "abandoned")
        except Refusal as refusal:
            log.finish(entry, f"refused {refusal.status}")
            await self._refuse(connection, refusal)

    async def _page(self, connection: Connection, request: Request, entry: dict[str, Any]) -> str:
        if len(request.body) > self.dialect.body_limit:
            raise Refusal(413, "payload too large")
        asked = understand(self.dialect, self.options, request.path, request.body)
        entry.update(
            prompt=asked.prompt,
            image=asked.images[0] if asked.images else "",
            images=len(asked.images),
            kinds=asked.kinds,
            order=asked.order,
            model=asked.model,
            max_tokens=asked.max_tokens,
            stream=asked.stream,
            extra=asked.extra,
        )
        if not self.loaded:
            # Two first requests load it twice, as the real server does.
            self.loads += 1
            await asyncio.sleep(self.options.load_seconds)
            self.loaded = True
        image = asked.images[0] if asked.images else ""
        rule = self.rules.pick(entry["number"], image, asked.prompt)
        wording = Wording(self.dialect, asked, entry["number"])
        if rule.fault == "poisoned_lock":
            self.reader.poisoned = True
        page = Page(self.options, self.reader, connection, asked, rule, wording)
        await page.answer()
        return rule.fault or "done"

    async def _refuse(self, connection: Connection, refusal: Refusal) -> None:
        body = error_body(self.dialect, refusal.status, refusal.message, refusal.kind)
        await connection.answer(refusal.status, body)

    async def _control(self, connection: Connection, request: Request) -> None:
        if request.path == "/_standin/rules":
            self.rules.replace([rule_from(rule) for rule in json.loads(request.body)])
        elif request.path == "/_standin/forget":
            fresh = Reader(self.reader.parallel)
            self.reader, self.log = fresh, Log()
        if request.path == "/_standin/requests":
            await connection.answer(200, self.log.entries)
            return
        account = self.reader.account() | {
            "in_flight": self.log.in_flight,
            "peak_in_flight": self.log.peak_in_flight,
            "requests": len(self.log.entries),
            "loads": self.loads,
            "connections": len({entry["connection"] for entry in self.log.entries}),
            "cpu_seconds": time.process_time(),
        }
        await connection.answer(200, account)


async def serve(options: Options) -> None:
    """Serve until stdin closes."""
    loop = asyncio.get_running_loop()
    server = StandInServer(options)
    secure = None
    if options.certificate:
        secure = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        secure.load_cert_chain(options.certificate, options.key)
    listening = await loop.create_server(
        lambda: Connection(server.handle), "127.0.0.1", options.port, backlog=256, ssl=secure
    )
    address: tuple[str, int] = listening.sockets[0].getsockname()
    print(json.dumps({"port": address[1]}), flush=True)
    closed = asyncio.Event()
    loop.add_reader(sys.stdin.fileno(), closed.set)
    await closed.wait()


def main() -> None:
    """Read the options and serve."""
    options = Options.from_json(sys.stdin.readline())
    asyncio.run(serve(options))


if __name__ == "__main__":
    main()

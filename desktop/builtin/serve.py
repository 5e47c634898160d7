"""``diptych serve``: the engine as a server of its own."""

from __future__ import annotations

import argparse
import contextlib
import json
import logging
import os
import secrets
import signal
import socket
import sys
from collections.abc import Iterator, Sequence

import uvicorn

from desktop.builtin.app import Face
from desktop.builtin.engine import Engine
from desktop.builtin.parent import end_with_parent
from desktop.builtin.work import PageWork
from desktop.errors import EngineFailed

#: The environment variable that has the bearer token.
VARIABLE = "DIPTYCH_TOKEN"
#: How long pages that are being read may take to stop when the server ends, in seconds.
GRACE = 5

_log = logging.getLogger("diptych.serve")


def main(argv: Sequence[str] | None = None) -> int:
    """Serve until SIGTERM, SIGINT or the parent's end; returns the exit code.

    The first line on standard output is JSON with ``address`` and ``token``; logs go to standard
    error. Exit codes: 0 ended as asked, 2 wrong options, address in use or a model missing.
    """
    options = _parser().parse_args(argv)
    logging.basicConfig(
        stream=sys.stderr, level=logging.INFO, format="%(asctime)s %(name)s %(message)s"
    )
    _be_nice()
    try:
        engine = Engine(threads=options.threads)
    except EngineFailed as error:
        sys.stderr.write(f"{error}\n")
        return 2
    with engine:
        try:
            listener = _listener(options.host, options.port)
        except OSError as error:
            sys.stderr.write(f"Can't listen on {options.host}:{options.port}: {error.strerror}\n")
            return 2
        with listener:
            token = options.token or os.environ.get(VARIABLE) or secrets.token_urlsafe(32)
            _serve(engine, listener, token, with_parent=options.with_parent)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="diptych serve", description="Serve the built-in engine over HTTP."
    )
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (%(default)s)")
    parser.add_argument("--port", type=int, default=8000, help="0 takes a free one (%(default)s)")
    parser.add_argument(
        "--token", default="", help=f"bearer token (else ${VARIABLE}, else a random one)"
    )
    parser.add_argument(
        "--threads", type=int, default=0, help="cores to use (0: all that there are, up to 8)"
    )
    parser.add_argument(
        "--with-parent", action="store_true", help="end when standard input is closed"
    )
    return parser


def _be_nice() -> None:
    """Let everything else go first: reading pages takes all cores for minutes on end.

    The window, and rendering for the next pages, stay quick; nothing is lost on an idle machine.
    """
    if hasattr(os, "nice"):
        os.nice(5)


def _listener(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family, backlog=128)


class _Server(uvicorn.Server):
    """Uvicorn with our way of ending: pages are given up, and a signal is not raised again."""

    def __init__(self, config: uvicorn.Config, work: PageWork, announcement: str) -> None:
        super().__init__(config)
        self._work = work
        self._announcement = announcement

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to serve, and only then say where."""
        await super().startup(sockets)
        sys.stdout.write(f"{self._announcement}\n")
        sys.stdout.flush()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: self.end())
        yield

    def end(self) -> None:
        """Stop serving soon; may be called in any thread and in a signal handler."""
        self._work.stop()
        self.should_exit = True


def _serve(engine: Engine, listener: socket.socket, token: str, *, with_parent: bool) -> None:
    work = PageWork(engine)
    config = uvicorn.Config(
        Face(engine, work, token).application(),
        loop="asyncio",
        http="h11",
        ws="none",
        lifespan="off",
        log_config=None,
        log_level="warning",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_keep_alive=60,
        timeout_graceful_shutdown=GRACE,
    )
    host, port = listener.getsockname()[:2]
    name = f"[{host}]" if ":" in host else host
    announcement = json.dumps({"address": f"http://{name}:{port}", "token": token})
    server = _Server(config, work, announcement)
    if with_parent:
        end_with_parent(server.end)
    server.run(sockets=[listener])
    work.close()
    _log.info("the engine ends")

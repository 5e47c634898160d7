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
import threading
from collections.abc import Iterator, Sequence

import uvicorn

from desktop.builtin.app import Face
from desktop.builtin.engine import Engine
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
    """Uvicorn without its way of ending: it would raise the signal again after a clean end."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self.handle_exit)
        yield


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
    server = _Server(config)
    host, port = listener.getsockname()[:2]
    name = f"[{host}]" if ":" in host else host
    sys.stdout.write(json.dumps({"address": f"http://{name}:{port}", "token": token}) + "\n")
    sys.stdout.flush()
    if with_parent:
        threading.Thread(
            target=_end_with_parent, args=(server, work), name="parent", daemon=True
        ).start()
    server.run(sockets=[listener])
    work.close()
    _log.info("the engine ends")


def _end_with_parent(server: uvicorn.Server, work: PageWork) -> None:
    """Wait for the end of standard input, which comes even if the parent is killed."""
    descriptor = sys.stdin.fileno()
    with contextlib.suppress(OSError):
        # Not through sys.stdin: its lock would be held while the interpreter ends.
        while os.read(descriptor, 1024):
            pass
    work.stop()
    server.should_exit = True

"""Sockets whose every wait can be cancelled, in the form that httpcore asks of a network."""

from __future__ import annotations

import errno
import ipaddress
import os
import socket
import ssl
import threading
import time
from collections.abc import Iterable
from typing import Any

import httpcore

from desktop.ocr.wire_call import Call, current_call, is_readable

#: What a connect that does not block answers while it is under way.
UNDER_WAY = {errno.EINPROGRESS, errno.EWOULDBLOCK, getattr(errno, "WSAEWOULDBLOCK", 0)} - {0}
#: What a socket says that has to wait first.
NOT_YET = (BlockingIOError, ssl.SSLWantReadError, ssl.SSLWantWriteError)

Address = tuple[socket.AddressFamily, tuple[Any, ...]]


class Stream(httpcore.NetworkStream):
    """One connection. Waits end with the call's deadline, or at once when it is cancelled.

    The time-outs that httpcore hands over are not used: they are per read, and a server that
    sends comment lines would never run into them.
    """

    def __init__(self, sock: socket.socket) -> None:
        self._socket = sock
        self._used = False

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """The bytes that are there, or the next ones; empty at the end."""
        call = current_call()
        # A server that never pauses would otherwise never let a cancel through.
        call.cancel.raise_if_cancelled()
        while True:
            try:
                data = self._socket.recv(max_bytes)
            except NOT_YET as reason:
                if not self._ready(call, reason, write=False, until=call.deadline):
                    raise httpcore.ReadTimeout("nothing came in time") from None
            except OSError as error:
                raise httpcore.ReadError(str(error)) from error
            else:
                call.received += len(data)
                self._used = True
                return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send all of ``buffer``; the server must take some of it every ``send_seconds``."""
        call = current_call()
        call.stale = self._used
        rest = memoryview(buffer)
        until = time.monotonic() + call.send_seconds
        while rest:
            try:
                rest = rest[self._socket.send(rest) :]
                until = time.monotonic() + call.send_seconds
            except NOT_YET as reason:
                if not self._ready(call, reason, write=True, until=until):
                    raise httpcore.WriteTimeout("nothing was taken in time") from None
            except OSError as error:
                raise httpcore.WriteError(str(error)) from error

    def _ready(self, call: Call, reason: OSError, *, write: bool, until: float) -> bool:
        # TLS may have to write before it can read, and the other way round.
        if isinstance(reason, ssl.SSLWantReadError):
            write = False
        elif isinstance(reason, ssl.SSLWantWriteError):
            write = True
        return call.wait(self._socket, write=write, until=until)

    def close(self) -> None:
        """Close the connection."""
        self._socket.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        """The same connection with TLS on it."""
        call = current_call()
        until = time.monotonic() + call.connect_seconds
        if isinstance(self._socket, ssl.SSLSocket):
            raise httpcore.ConnectError("TLS inside TLS is not supported")
        plain = self._socket
        try:
            secure = ssl_context.wrap_socket(
                plain, server_hostname=server_hostname, do_handshake_on_connect=False
            )
        except (OSError, ValueError) as error:
            plain.close()
            raise httpcore.ConnectError(str(error)) from error
        stream = Stream(secure)
        try:
            stream._shake_hands(secure, call, until)
        except BaseException:
            secure.close()
            raise
        return stream

    def _shake_hands(self, secure: ssl.SSLSocket, call: Call, until: float) -> None:
        while True:
            try:
                secure.do_handshake()
            except NOT_YET as reason:
                if not self._ready(call, reason, write=False, until=until):
                    raise httpcore.ConnectTimeout("no TLS handshake in time") from None
            except OSError as error:
                raise httpcore.ConnectError(str(error)) from error
            else:
                return

    def get_extra_info(self, info: str) -> Any:
        """What httpcore asks: whether an idle connection has ended, and the TLS object."""
        if info == "is_readable":
            return self._socket.fileno() < 0 or is_readable(self._socket)
        if info == "ssl_object" and isinstance(self._socket, ssl.SSLSocket):
            return self._socket
        return None


class Network(httpcore.NetworkBackend):
    """Makes connections for the call that the thread is in."""

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first of the host's addresses that takes one."""
        call = current_call()
        until = time.monotonic() + call.connect_seconds
        addresses = _addresses(host, port, call, until)
        problem: OSError | None = None
        for index, address in enumerate(addresses):
            # An address that swallows packets must leave time for the next one.
            now = time.monotonic()
            share = now + (until - now) / (len(addresses) - index)
            try:
                return Stream(_connected(address, call, share))
            except OSError as error:
                problem = error
        if isinstance(problem, TimeoutError):
            raise httpcore.ConnectTimeout(str(problem)) from problem
        raise httpcore.ConnectError(str(problem or "no address")) from problem


def _connected(address: Address, call: Call, until: float) -> socket.socket:
    family, target = address
    sock = socket.socket(family, socket.SOCK_STREAM)
    try:
        sock.setblocking(False)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        code = sock.connect_ex(target)
        if code in UNDER_WAY:
            if not call.wait(sock, write=True, until=until):
                raise TimeoutError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT))
            code = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if code:
            raise OSError(code, os.strerror(code))
    except BaseException:
        sock.close()
        raise
    return sock


def _addresses(host: str, port: int, call: Call, until: float) -> list[Address]:
    """Where ``host`` is; a name is looked up aside, since nothing can interrupt a lookup."""
    if _needs_no_lookup(host):
        return _look_up(host, port)
    found: list[Address] = []
    problems: list[httpcore.ConnectError] = []
    done = threading.Event()

    def work() -> None:
        try:
            found.extend(_look_up(host, port))
        except httpcore.ConnectError as error:
            problems.append(error)
        done.set()

    leave = call.cancel.on_cancel(done.set)
    try:
        threading.Thread(target=work, name="diptych-lookup", daemon=True).start()
        answered = done.wait(max(0.0, until - time.monotonic()))
    finally:
        leave()
    call.cancel.raise_if_cancelled()
    if not answered:
        raise httpcore.ConnectTimeout(f"looking up {host} took too long")
    if problems:
        raise problems[0]
    return found


def _needs_no_lookup(host: str) -> bool:
    if host.lower() == "localhost":
        return True
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _look_up(host: str, port: int) -> list[Address]:
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise httpcore.ConnectError(f"no address is known for {host}: {error}") from error
    return [(family, target) for family, _, _, _, target in answers]

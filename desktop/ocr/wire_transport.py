"""The httpx transport over sockets that can be cancelled, with the rule on proxies.

A proxy that the environment names (``HTTP_PROXY``, ``HTTPS_PROXY``, ``ALL_PROXY``, ``NO_PROXY``)
is used for public addresses only. This machine's own addresses, private networks and names
without a dot are always reached directly: page images on their way to a server in the same room
must not pass through anything else.
"""

from __future__ import annotations

import ipaddress
import ssl
import threading
import urllib.request
from collections.abc import Iterator

import certifi
import httpcore
import httpx

from desktop.ocr.wire_socket import Network

#: More than there can be callers, so that nobody ever waits for a connection.
CONNECTIONS = 1024
#: uvicorn, which vLLM uses, closes idle connections after 5 s: be the first to.
IDLE_SECONDS = 4.0


def is_near(host: str) -> bool:
    """Whether a host is this machine or in its own network, so that no proxy is asked."""
    name = host.strip("[]").rstrip(".").lower()
    if "." not in name and ":" not in name:
        return True
    if name.endswith((".localhost", ".local", ".lan", ".internal")):
        return True
    try:
        return not ipaddress.ip_address(name).is_global
    except ValueError:
        return False


def proxy_for(scheme: str, host: str) -> str | None:
    """The address of the proxy that the environment names for a host, or ``None``."""
    if is_near(host) or urllib.request.proxy_bypass(host):
        return None
    proxies = urllib.request.getproxies()
    proxy = proxies.get(scheme) or proxies.get("all")
    if not proxy:
        return None
    return proxy if "://" in proxy else f"http://{proxy}"


class _Body(httpx.SyncByteStream):
    """A response's body; closing it frees the connection, or breaks it if more would come."""

    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        yield from self._response.iter_stream()

    def close(self) -> None:
        self._response.close()


class Transport(httpx.BaseTransport):
    """Sends requests for the call that the thread is in. Raises httpcore's errors as they are."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._pools: dict[str | None, httpcore.ConnectionPool] = {}
        self._network = Network()
        self._trust: ssl.SSLContext | None = None

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request and return once the headers of the answer are there."""
        url = request.url
        pool = self._pool(url.scheme, proxy_for(url.scheme, url.host))
        response = pool.handle_request(
            httpcore.Request(
                request.method,
                httpcore.URL(
                    scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
                ),
                headers=request.headers.raw,
                content=request.stream,
            )
        )
        return httpx.Response(response.status, headers=response.headers, stream=_Body(response))

    def _pool(self, scheme: str, proxy: str | None) -> httpcore.ConnectionPool:
        with self._lock:
            if scheme == "https" and self._trust is None:
                self._trust = trusted()
            key = f"{scheme} {proxy}"
            if key not in self._pools:
                self._pools[key] = self._new_pool(proxy)
            return self._pools[key]

    def _new_pool(self, proxy: str | None) -> httpcore.ConnectionPool:
        return httpcore.ConnectionPool(
            ssl_context=self._trust,
            proxy=httpcore.Proxy(proxy) if proxy else None,
            max_connections=CONNECTIONS,
            max_keepalive_connections=CONNECTIONS,
            keepalive_expiry=IDLE_SECONDS,
            network_backend=self._network,
        )

    def close(self) -> None:
        """Close every connection."""
        with self._lock:
            pools = list(self._pools.values())
            self._pools.clear()
        for pool in pools:
            pool.close()


def trusted() -> ssl.SSLContext:
    """Whose certificates count: those that this machine trusts, and the public ones of certifi.

    A company's or a person's own authority lies with the former only, and some systems have none
    of their own.
    """
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context

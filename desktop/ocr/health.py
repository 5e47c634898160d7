"""Whether a server is well, asked from an event loop: for those that wait in one anyway."""

from __future__ import annotations

import asyncio
import ssl

import anyio
import httpcore
import httpx

import desktop
from desktop.errors import ServerError
from desktop.ocr import faults
from desktop.ocr.wire_transport import proxy_for, trusted

#: How long a server may take to say that it is well, in seconds.
SECONDS = 3.0
#: More than this nobody needs to hear of a server's health, in bytes.
_MOST = 4096


class Health:
    """Asks servers whether they are well. One for a program; use it from one event loop."""

    def __init__(self) -> None:
        self._trust: ssl.SSLContext | None = None

    @staticmethod
    def prepare() -> None:
        """Load what the first question needs, outside the event loop: that takes a while."""
        asyncio.run(anyio.sleep(0))

    async def ask(self, url: str, *, server: str, token: str = "") -> ServerError | None:
        """What is wrong with what answers at ``url``; ``None`` if it is well.

        ``server`` is its name in the error. Proxies are used as for pages, redirects not followed.
        """
        headers = {"User-Agent": f"Diptych/{desktop.__version__}", "Accept-Encoding": "identity"}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        try:
            address = httpx.URL(url)
            async with (
                httpx.AsyncClient(
                    trust_env=False,
                    timeout=SECONDS,
                    proxy=proxy_for(address.scheme, address.host),
                    verify=await self._certificates(address.scheme),
                ) as client,
                asyncio.timeout(SECONDS),
                client.stream("GET", address, headers=headers) as response,
            ):
                body = b""
                if response.status_code != 200:
                    async for part in response.aiter_raw():
                        body += part
                        if len(body) > _MOST:
                            break
        except _ERRORS as error:
            return _translated(server, error)
        if response.status_code == 200:
            return None
        location = response.headers.get("location", "")
        return faults.from_status(server, response.status_code, body, location=location)

    async def _certificates(self, scheme: str) -> ssl.SSLContext:
        if scheme != "https":
            # Never used; making one that trusts anybody takes long.
            return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        if self._trust is None:
            # Reading the certificates takes longer than a window may stand still.
            self._trust = await asyncio.to_thread(trusted)
        return self._trust


#: A token with characters that no header has is a ``UnicodeError``.
_ERRORS = (TimeoutError, httpx.HTTPError, httpx.InvalidURL, UnicodeError)


def _translated(server: str, error: Exception) -> ServerError:
    cause = error.__cause__
    if isinstance(cause, faults.NETWORK_ERRORS):
        return faults.from_network(server, cause)
    if isinstance(error, TimeoutError | httpx.TimeoutException):
        return faults.from_network(server, httpcore.ReadTimeout(f"not within {SECONDS:g} s"))
    return faults.from_network(server, httpcore.UnsupportedProtocol(str(error)))

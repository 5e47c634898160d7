"""The HTTP face: models, health, chat completions."""

from __future__ import annotations

import hmac
from collections.abc import AsyncIterator, Mapping
from contextlib import aclosing

import anyio
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from desktop.builtin.engine import Engine
from desktop.builtin.problems import Problem, not_found, too_large, unauthorised, wrong_request
from desktop.builtin.replies import DONE, Reply, event
from desktop.builtin.requests import MODEL, PageRequest, parsed
from desktop.builtin.work import LIMIT, PageWork

#: The largest body that is taken, in bytes.
MOST_BYTES = 50 * 1024 * 1024
#: Nobody is there any more to read this answer (nginx's number for it).
CLIENT_GONE = 499


class Face:
    """The handlers of one engine. ``token`` is what every request must bear."""

    def __init__(self, engine: Engine, work: PageWork, token: str) -> None:
        self._engine = engine
        self._work = work
        self._token = token.encode()

    def application(self) -> Starlette:
        """The ASGI application."""
        return Starlette(
            routes=[
                Route("/v1/models", self.models),
                Route("/v1/health", self.health),
                Route("/v1/chat/completions", self.chat, methods=["POST"]),
            ],
            exception_handlers={
                Problem: _problem_answer,
                HTTPException: _http_answer,
                ClientDisconnect: _gone_answer,
            },
        )

    async def models(self, request: Request) -> Response:
        """The one model there is."""
        self._authorise(request)
        model = {"id": MODEL, "object": "model", "created": 0, "owned_by": "diptych"}
        return JSONResponse({"object": "list", "data": [model]})

    async def health(self, request: Request) -> Response:
        """That the server answers, how many requests to send at once, what it is doing."""
        self._authorise(request)
        return JSONResponse(
            {
                "status": "ok",
                "engine": MODEL,
                "limit": LIMIT,
                "loaded": self._engine.loaded,
                "busy": self._work.busy,
            }
        )

    async def chat(self, request: Request) -> Response:
        """One page."""
        self._authorise(request)
        body = await _body(request)
        # Megabytes of base64 would hold up everybody else.
        page = await anyio.to_thread.run_sync(parsed, body)
        del body
        reply = Reply(page.prompt_tokens, page.max_tokens)
        if page.stream:
            return StreamingResponse(
                self._events(page, reply),
                media_type="text/event-stream",
                headers={"Cache-Control": "no-cache"},
            )
        await self._collect(page, reply, request)
        return JSONResponse(reply.whole())

    async def _collect(self, page: PageRequest, reply: Reply, request: Request) -> None:
        """Read the whole page into ``reply``; ``ClientDisconnect`` if nobody waits for it."""
        outcome: Problem | ClientDisconnect | None = ClientDisconnect()
        async with anyio.create_task_group() as group:
            group.start_soon(_cancel_when_gone, request, group.cancel_scope)
            try:
                async with aclosing(self._work.texts(page)) as texts:
                    async for text in texts:
                        reply.add(text)
                        if reply.full:
                            break
                outcome = None
            except Problem as problem:
                # Raised in here it would come out as a group of errors.
                outcome = problem
            group.cancel_scope.cancel()
        if outcome is not None:
            raise outcome

    async def _events(self, page: PageRequest, reply: Reply) -> AsyncIterator[str]:
        yield reply.first_chunk()
        try:
            async with aclosing(self._work.texts(page)) as texts:
                async for text in texts:
                    if kept := reply.add(text):
                        yield reply.text_chunk(kept)
                    if reply.full:
                        break
        except Problem as problem:
            # The head has been sent: the error can only be told inside the stream.
            yield event(problem.body()) + DONE
        else:
            yield reply.last_chunks(include_usage=page.include_usage)

    def _authorise(self, request: Request) -> None:
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        same = hmac.compare_digest(given.strip().encode(), self._token)
        if scheme.lower() != "bearer" or not same:
            raise unauthorised()


async def _cancel_when_gone(request: Request, scope: anyio.CancelScope) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
    scope.cancel()


async def _body(request: Request) -> bytes:
    """The whole body; raises ``Problem`` as soon as it is too large."""
    limit = too_large(f"The request has more than {MOST_BYTES} bytes.")
    length = request.headers.get("content-length", "0")
    if length.isdecimal() and int(length) > MOST_BYTES:
        raise limit
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            raise limit
    return bytes(body)


async def _problem_answer(_: Request, error: Exception) -> Response:
    problem = error if isinstance(error, Problem) else wrong_request(str(error))
    headers: Mapping[str, str] = {}
    if problem.status == 401:
        headers = {"WWW-Authenticate": "Bearer"}
    elif problem.status == 413:
        # The rest of the body is not read.
        headers = {"Connection": "close"}
    return JSONResponse(problem.body(), status_code=problem.status, headers=headers)


async def _http_answer(request: Request, error: Exception) -> Response:
    """What starlette itself found wrong: an address or a method that does not exist."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    problem = not_found(f"There is no {request.method} {request.url.path} here.")
    return JSONResponse(problem.body(), status_code=status)


async def _gone_answer(_: Request, __: Exception) -> Response:
    return Response(status_code=CLIENT_GONE)

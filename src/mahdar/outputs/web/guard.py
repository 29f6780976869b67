"""What stands before every request: whose name it uses, whether another site sent it, how much and how long.

Bodies are counted while they come in, so that one that is too large is refused before it is anywhere.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Final
from urllib.parse import urlsplit

from fastapi import HTTPException
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["MOST_BYTES", "Guard"]

MOST_BYTES: Final = 64 * 2**20
"""Of what is uploaded at once."""
_FORM: Final = 2 * 2**20
"""Of any other body."""
_SECONDS, _UPLOAD_SECONDS = 30, 600
"""For a whole body to arrive."""
_SAFE: Final = ("GET", "HEAD", "OPTIONS")
_UPLOADS: Final = ("/add", "/api/v1/documents")


class Guard:
    """Refuses what no page of ours and no program that means well sends.

    Args:
        app: what stands behind.
        hosts: the names under which one machine alone reaches the desk; None: any.
        is_alone: says whether the desk serves one machine alone.
    """

    def __init__(
        self, app: ASGIApp, hosts: frozenset[str] | None, is_alone: Callable[[], Awaitable[bool]]
    ) -> None:
        self._app, self._hosts, self._is_alone = app, hosts, is_alone

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if self._hosts is not None and _name(headers) not in self._hosts and await self._is_alone():
            await _refuse(send, 421, "this desk serves its own machine alone; open it as http://127.0.0.1")
        elif scope["method"] not in _SAFE and _is_foreign(headers):
            await _refuse(send, 403, "another site sent this; open the desk itself and repeat")
        else:
            await self._app(scope, _Body(scope, headers, receive).take, send)


class _Body:
    """A request's body, counted and timed as it is received."""

    def __init__(self, scope: Scope, headers: Headers, receive: Receive) -> None:
        upload = scope["path"].rstrip("/") in _UPLOADS
        self._most = MOST_BYTES if upload else _FORM
        self._until = asyncio.get_running_loop().time() + (_UPLOAD_SECONDS if upload else _SECONDS)
        said = headers.get("content-length", "")
        self._said = int(said) if said.isdecimal() else 0
        self._receive, self._seen, self._whole = receive, 0, False

    async def take(self) -> Message:
        """Receive the next piece.

        Raises:
            HTTPException: there is too much of it, or it comes too slowly; shown as any other error.
        """
        if self._whole:
            return await self._receive()
        self._check(self._said)
        try:
            async with asyncio.timeout_at(self._until):
                message = await self._receive()
        except TimeoutError:
            raise HTTPException(408, "the upload took too long; send less at once") from None
        self._seen += len(message.get("body", b""))
        self._check(self._seen)
        self._whole = not message.get("more_body", False)
        return message

    def _check(self, size: int) -> None:
        if size > self._most:
            raise HTTPException(413, f"at most {self._most:,} bytes can be sent at once; send less")


def _name(headers: Headers) -> str:
    """Return the name that a request uses for the desk, without the port."""
    return (urlsplit(f"//{headers.get('host', '')}").hostname or "").lower()


def _is_foreign(headers: Headers) -> bool:
    """Say whether a browser sends this from another site's page; programs say nothing of the kind."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site not in {"same-origin", "none"}
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != headers.get("host")


async def _refuse(send: Send, status: int, what: str) -> None:
    """Answer with problem details (RFC 9457), and take nothing more."""
    body = json.dumps({"type": "about:blank", "status": status, "detail": what}).encode()
    headers = [
        (b"content-type", b"application/problem+json"),
        (b"content-length", str(len(body)).encode()),
        (b"connection", b"close"),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})

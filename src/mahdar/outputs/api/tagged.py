"""Routes whose answers carry a tag, so that what has not changed need not be sent again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute

__all__ = ["Tagged"]


class Tagged(APIRoute):
    """A route that answers 304 to a question that names the tag of the answer that it would give."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return what answers a request."""
        answer = super().get_route_handler()

        async def tagged(request: Request) -> Response:
            response = await answer(request)
            if request.method != "GET" or response.status_code != 200:
                return response
            tag = (
                response.headers.get("etag")
                or f'"{hashlib.blake2b(bytes(response.body), digest_size=12).hexdigest()}"'
            )
            response.headers["etag"] = tag
            known = [one.strip() for one in request.headers.get("if-none-match", "").split(",")]
            return (
                Response(status_code=304, headers={"etag": tag}) if tag in known or "*" in known else response
            )

        return tagged

"""The desk as one application: pages, actions, files, errors, and what every answer says to the browser."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from http import HTTPStatus
from typing import Final, TypeAlias
from urllib.parse import urlencode

from fastapi import Depends, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from mahdar.errors import BusyError, ChangedError, MahdarError, UnknownIdError
from mahdar.outputs.api.app import add_api
from mahdar.outputs.brief.shown import is_arabic
from mahdar.outputs.web import assets
from mahdar.outputs.web.asked import Asked, asked
from mahdar.outputs.web.assets import asset_url
from mahdar.outputs.web.desk import Desk
from mahdar.outputs.web.guard import Guard
from mahdar.outputs.web.pages import ForbiddenError, NotSignedInError, admit, read_token, redirect
from mahdar.outputs.web.routes import (
    add,
    briefs,
    chain,
    compare,
    compare_report,
    compare_sessions,
    contradictions,
    document,
    documents,
    explore,
    follow,
    home,
    parties,
    people,
    review,
    reviewing,
    rulings,
    search,
    series,
    session,
    signing_in,
    theme,
    users,
)
from mahdar.outputs.web.who import Doorkeeper

__all__ = ["make_app"]

PARTS: Final = (
    briefs,
    chain,
    compare,
    compare_report,
    compare_sessions,
    contradictions,
    document,
    documents,
    explore,
    follow,
    home,
    parties,
    people,
    reviewing,
    review,
    rulings,
    series,
    session,
    theme,
    search,
    signing_in,
    users,
    add,
)
"""The modules of pages; each has a `pages: Pages`."""

Lasting: TypeAlias = Callable[[FastAPI], AbstractAsyncContextManager[None]]

_HEADERS: Final = {
    "content-security-policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    "cache-control": "private, no-cache",
}

_BESIDE: Final = {401: {"www-authenticate": 'Bearer realm="mahdar"'}, 429: {"retry-after": "5"}}
"""What goes with a status, for programs."""


def make_app(desk: Desk, lasting: Lasting | None = None) -> FastAPI:
    """Make the application that serves a register.

    Args:
        desk: the register and what goes with it; whoever opened the register closes it.
        lasting: is entered before the first answer and left behind the last.
    """
    app = FastAPI(
        title="Mahdar",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        lifespan=lasting,
        dependencies=[Depends(admit), Depends(read_token)],
    )
    app.state.desk = desk
    app.state.doorkeeper = keeper = Doorkeeper(desk.register, desk.user)
    for environment in desk.templates.values():
        environment.globals["asset"] = asset_url  # type: ignore[attr-defined]
    app.include_router(assets.router)
    for part in PARTS:
        app.include_router(part.pages.router)
    add_api(app)
    app.add_middleware(Guard, hosts=desk.hosts, is_alone=keeper.is_alone)
    app.add_middleware(_Headers)
    app.add_exception_handler(MahdarError, _fail)
    app.add_exception_handler(HTTPException, _fail)
    app.add_exception_handler(RequestValidationError, _fail)
    return app


class _Headers:
    """Tells the browser what a page may load, and to ask again before it shows a kept page."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""

        async def say(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, say if scope["type"] == "http" else send)


async def _fail(request: Request, error: Exception) -> Response:
    """Show what went wrong in the form that was asked for: problem details (RFC 9457) or a page.

    Whoever has not signed in is sent to do so, and comes back to what was asked for.
    """
    status, what = _status(error), _words(error)
    if (
        request.url.path.startswith("/api/")
        or request.url.path.endswith((".json", ".csv"))
        or "text/html" not in request.headers.get("accept", "*/*")
    ):
        return _problem(status, what)
    it = await asked(request)
    if isinstance(error, NotSignedInError):
        back = it.here() if request.method == "GET" else "/"
        return redirect(f"/sign-in?{urlencode({'next': back})}")
    page = request.app.state.desk.templates[it.language].get_template("error.html")
    return Response(
        page.render(asked=it, token=it.token, status=status, what=_told(it, status, what), detail=what),
        status,
        media_type="text/html; charset=utf-8",
    )


def _told(it: Asked, status: int, what: str) -> str:
    """Return what went wrong in the language of the page: the error's own words, or what its status says.

    Whatever is below the desk speaks English; a page in another language shows that too, but not alone.
    """
    own = what != HTTPStatus(status).phrase and (it.language == "en" or is_arabic(what.split(maxsplit=1)[0]))
    said = {
        403: it.said("Your account may not do this."),
        404: it.said("The register has nothing under this address or name."),
        405: it.said("This address takes no such request."),
        408: it.said("Sending took too long; send less at once."),
        409: it.said("Somebody has changed this in the meantime. Load the page again."),
        413: it.said("This is more than can be sent at once; send less."),
        429: it.said("Too much is being read already. Try again in a moment."),
    }
    return what if own else said.get(status) or it.said("What was asked or typed cannot be taken as it is.")


def _problem(status: int, what: str) -> Response:
    from fastapi.responses import JSONResponse  # noqa: PLC0415

    body = {"type": "about:blank", "status": status, "detail": what}
    headers = _BESIDE.get(status)
    return JSONResponse(body, status, headers, media_type="application/problem+json")


def _status(error: Exception) -> int:
    if isinstance(error, HTTPException):
        return error.status_code
    if isinstance(error, RequestValidationError):
        return 422
    if isinstance(error, ForbiddenError):
        return 401 if isinstance(error, NotSignedInError) else 403
    if isinstance(error, ChangedError):
        return 409
    if isinstance(error, BusyError):
        return 429
    return 404 if isinstance(error, UnknownIdError) else 400


def _words(error: Exception) -> str:
    if isinstance(error, RequestValidationError):
        return "; ".join(f"{'.'.join(map(str, one['loc'][1:]))}: {one['msg']}" for one in error.errors())
    return str(error.detail if isinstance(error, HTTPException) else error)

"""A page and its twins: the same data as HTML, as JSON and, where it is a table, as CSV.

A page is a function of what is asked that returns `Page`; it knows neither templates nor responses.
Actions are what forms and scripts post: they are refused without the token of the visit and the role.
"""

from __future__ import annotations

import csv
import hashlib
import hmac
import io
import json
from collections.abc import Callable, Coroutine, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import wraps
from typing import Any, Final, TypeAlias
from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from starlette.concurrency import run_in_threadpool

from mahdar.errors import MahdarError
from mahdar.outputs.export.csv import guarded
from mahdar.outputs.web.asked import VISIT, Asked, asked
from mahdar.outputs.web.desk import Desk
from mahdar.outputs.web.kept import PLACEHOLDER, Made
from mahdar.outputs.web.who import may

__all__ = [
    "ForbiddenError",
    "NotSignedInError",
    "Page",
    "Pages",
    "Row",
    "admit",
    "local",
    "plain",
    "redirect",
    "shown_page",
]

Row: TypeAlias = Mapping[str, Any]
Handler: TypeAlias = Callable[..., "Page"]
_YEAR: Final = 365 * 24 * 3600
_FOR_ALL: Final = frozenset({"/sign-in", "/theme", "/openapi.json"})


class ForbiddenError(MahdarError):
    """Somebody may not do what they ask, or a form did not come from our own page."""


class NotSignedInError(ForbiddenError):
    """Nobody has signed in, and what is asked for is not for everybody."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a page shows."""

    data: Mapping[str, Any]
    """The template's own names, and the JSON twin as it is; records are written with their fields."""
    rows: Iterable[Row] | None = None
    """The CSV twin: flat rows with the same keys."""
    status: int = 200
    private: Mapping[str, Any] | None = None
    """What the template alone needs: choices of forms, addresses, drawings."""


class Pages:
    """The pages and actions of one part of the desk."""

    def __init__(self) -> None:
        self.router = APIRouter(include_in_schema=False)

    def page(
        self, path: str, template: str, *, table: bool = False, role: str | None = "reader", kept: bool = True
    ) -> Callable[[Handler], Handler]:
        """Serve a function's `Page` under a path, and under `path.json` (and `path.csv` where it is a table).

        Args:
            path: with FastAPI's parameters. The function has a parameter `asked: Ask`.
            template: the HTML form.
            table: whether `Page.rows` is given.
            role: who may see it; None: everybody, signed in or not.
            kept: whether the page hangs on nothing but its address, who asks, the day and the register; False
                where it tells of something else (the state of a job).
        """

        def serve(handler: Handler) -> Handler:
            for form in ("json", *(["csv"] if table else []), "html"):  # a bare path would catch the endings
                ending = "" if form == "html" else f".{form}"
                where = f"/index{ending}" if path == "/" and ending else f"{path}{ending}"
                answering = _answering(handler, template, form, role, kept=kept)
                self.router.add_api_route(where, answering, methods=["GET", "HEAD"])
            return handler

        return serve

    def action(self, path: str, *, role: str | None = "reviewer") -> Callable[[Callable[..., Any]], Any]:
        """Serve a function that changes something under a path, by POST.

        The function has a parameter `asked: Ask` and returns a response (`redirect`) or a `Page` to show.
        """

        def serve(handler: Callable[..., Any]) -> Any:  # noqa: ANN401  # the function itself
            @wraps(handler)
            def act(*args: Any, **given: Any) -> Any:  # noqa: ANN401
                _allow(given["asked"], role)
                return handler(*args, **given)

            self.router.add_api_route(path, act, methods=["POST"])
            return handler

        return serve


def local(where: str) -> str:
    """Return an address if it is one of ours, else the first page's.

    >>> local("/follow?party=QAT"), local("https://elsewhere.example"), local("//elsewhere.example")
    ('/follow?party=QAT', '/', '/')
    """
    ours = where.startswith("/") and not where.startswith(("//", "/\\")) and where.isprintable()
    return where if ours else "/"


def redirect(where: str) -> RedirectResponse:
    """Send the browser on to a page of ours after an action."""
    return RedirectResponse(where, status_code=303)


def shown_page(asked: Asked, template: str, page: Page) -> Response:
    """Show a page in answer to an action: a form that is refused, with what was typed."""
    return _sent(asked, _html(asked, template, page))


def plain(value: Any) -> Any:  # noqa: ANN401  # whatever records hold
    """Return what JSON has no form of as what it has: a record with its fields, a set as a sorted list."""
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: getattr(value, one.name) for one in fields(value)}
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    if isinstance(value, Mapping):
        return dict(value)
    return str(value)


def _answering(
    handler: Handler, template: str, form: str, role: str | None, *, kept: bool
) -> Callable[..., Coroutine[Any, Any, Response]]:
    """Return a handler's answer in one form, as FastAPI calls it: what is kept goes out without a thread."""

    @wraps(handler)
    async def answering(*args: Any, **given: Any) -> Response:  # noqa: ANN401
        asked: Asked = given["asked"]
        _admit(asked, role, asked.said("Your account may not see this page."))

        def make() -> Made:
            return _WRITERS[form](asked, template, handler(*args, **given))

        made = await (_kept(asked, form, make) if kept else run_in_threadpool(make))
        return _sent(asked, made)

    return answering


async def _kept(asked: Asked, form: str, make: Callable[[], Made]) -> Made:
    """Return a page that is kept; else make it, where nobody else is making it, and keep it."""
    desk, key = asked.desk, (form, *_made_of(asked))
    found = desk.kept.find(desk.register.moment(), key)
    return await run_in_threadpool(_made, desk, key, make) if found is None else found


def _made(desk: Desk, key: tuple[object, ...], make: Callable[[], Made]) -> Made:
    """Make a page and keep it, unless whoever was quicker has."""
    with desk.kept.one_at_a_time(key):
        state = desk.register.moment()
        made = desk.kept.find(state, key)
        if made is None:
            made = make()
            if made.status == 200:
                desk.kept.keep(state, key, made)
        return made


def _made_of(asked: Asked) -> tuple[object, ...]:
    """Return all that a page depends on beside the register."""
    url, who = asked.request.url, asked.who
    return (url.path, url.query, asked.language, asked.theme, who.name, who.role, asked.desk.today())


def _sent(asked: Asked, made: Made) -> Response:
    """Return a page as it goes to this visit; nothing but its name where the browser has it already."""
    body = made.body.replace(PLACEHOLDER.encode(), asked.token.encode())
    tag = f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    headers = {**dict(made.headers), "etag": tag}
    if tag in asked.request.headers.get("if-none-match", "") and made.status == 200:
        return Response(status_code=304, headers=headers)
    response = Response(body, made.status, headers, made.media_type)
    _remember(asked, response)
    return response


def _html(asked: Asked, template: str, page: Page) -> Made:
    environment: Any = asked.desk.templates[asked.language]
    text = environment.get_template(template).render(
        **page.data, **(page.private or {}), asked=asked, token=PLACEHOLDER
    )
    return Made(text.encode(), page.status, "text/html; charset=utf-8")


def _json(_: Asked, __: str, page: Page) -> Made:
    text = json.dumps(dict(page.data), default=plain, ensure_ascii=False, separators=(",", ":"))
    return Made(text.encode(), page.status, "application/json")


def _csv(asked: Asked, _: str, page: Page) -> Made:
    rows: Sequence[Row] = list(page.rows or ())
    out = io.StringIO()
    out.write("\N{BYTE ORDER MARK}")  # spreadsheets take Arabic for Latin without it
    writer = csv.DictWriter(out, list(rows[0]) if rows else [], extrasaction="raise")
    writer.writeheader()
    writer.writerows({key: _cell(value) for key, value in row.items()} for row in rows)
    name = quote(asked.path.strip("/").replace("/", "-") or "mahdar")
    headers = (("content-disposition", f"attachment; filename*=UTF-8''{name}.csv"),)
    return Made(out.getvalue().encode(), page.status, "text/csv; charset=utf-8", headers)


def _cell(value: Any) -> Any:  # noqa: ANN401
    """Return a value as a cell; words that a spreadsheet would run as a formula stay words."""
    if isinstance(value, (list, tuple)):
        value = " ".join(map(str, value))
    return guarded(value) if isinstance(value, str) else value


_WRITERS: Final = {"html": _html, "json": _json, "csv": _csv}


def _remember(asked: Asked, response: Response) -> None:
    """Keep what the visitor chose."""
    cookies, secure = asked.request.cookies, asked.secure
    if cookies.get(VISIT) != asked.visit:
        response.set_cookie(VISIT, asked.visit, httponly=True, samesite="lax", secure=secure)
    chosen = asked.request.query_params.get("lang")
    if chosen == asked.language != cookies.get("lang"):
        response.set_cookie("lang", chosen, max_age=_YEAR, samesite="lax", secure=secure)


def _admit(asked: Asked, role: str | None, refusal: str) -> None:
    """Refuse whoever may not do what a role may."""
    if may(asked.who, role):
        return
    if asked.who.role is None:
        raise NotSignedInError(asked.said("Sign in first."))
    raise ForbiddenError(refusal)


def _allow(asked: Asked, role: str | None) -> None:
    """Refuse an action that is not allowed, or that no form of ours sent."""
    _admit(asked, role, asked.said("Your account may not do this."))
    if asked.who.program:
        return
    sent: str = asked.request.state.token
    if not hmac.compare_digest(sent.encode(), asked.token.encode()):
        raise ForbiddenError(asked.said("This form is too old. Go back, load the page again and repeat."))


async def admit(request: Request) -> None:
    """Let nobody in who has not signed in, whatever is asked for, but to what is for everybody."""
    path = request.url.path
    if path.startswith("/static/") or path in _FOR_ALL:
        return
    it = await asked(request)
    _admit(it, "reader", it.said("Your account may not see this page."))


async def read_token(request: Request) -> None:
    """Take the form's token out of a request, before its action runs in a thread."""
    request.state.token = request.headers.get("x-csrf-token", "")
    if request.method == "POST" and not request.state.token:
        kind = request.headers.get("content-type", "")
        if kind.startswith(("application/x-www-form-urlencoded", "multipart/form-data")):
            form = await request.form()
            request.state.token = str(form.get("csrf", ""))

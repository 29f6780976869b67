"""Signing in and out, where a team shares the register."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import Form
from fastapi.responses import Response

from mahdar.errors import SignInError
from mahdar.outputs.web.asked import Ask, Asked
from mahdar.outputs.web.pages import Page, Pages, local, redirect, shown_page
from mahdar.outputs.web.who import SIGNED_IN
from mahdar.pipeline.entrance import LASTS, sign_in, sign_out

__all__ = ["pages"]

pages = Pages()

_TEMPLATE: Final = "sign_in.html"


@pages.page("/sign-in", _TEMPLATE, role=None, kept=False)
def ask(asked: Ask, next: str = "/") -> Page:  # noqa: A002  # stands in addresses
    """Ask for name and password."""
    return _form(asked, local(next))


@pages.action("/sign-in", role=None)
def come_in(
    asked: Ask,
    name: Annotated[str, Form()],
    password: Annotated[str, Form()],
    next: Annotated[str, Form()] = "/",  # noqa: A002
) -> Response:
    """Sign somebody in and go on to what was asked for."""
    client = asked.request.client
    try:
        sign_out(asked.desk.register, asked.request.cookies.get(SIGNED_IN, ""))
        secret = sign_in(asked.desk.register, name, password, client.host if client else "")
    except SignInError as refusal:
        return _refused(asked, name, local(next), refusal)
    response = redirect(local(next))
    lasts = int(LASTS.total_seconds())
    response.set_cookie(SIGNED_IN, secret, lasts, httponly=True, samesite="lax", secure=asked.secure)
    return response


@pages.action("/sign-out", role=None)
def go_out(asked: Ask) -> Response:
    """End the sign-in."""
    sign_out(asked.desk.register, asked.request.cookies.get(SIGNED_IN, ""))
    response = redirect("/sign-in")
    response.delete_cookie(SIGNED_IN, httponly=True, samesite="lax", secure=asked.secure)
    return response


def _form(asked: Asked, back: str, name: str = "", problem: str = "", status: int = 200) -> Page:
    """Return the page that asks; the name stays where the password was wrong."""
    private = {"name": name, "problem": problem, "next": back}
    return Page({"signed_in": asked.who.name or None, "alone": asked.who.alone}, None, status, private)


def _refused(asked: Asked, name: str, back: str, refusal: SignInError) -> Response:
    """Ask again, and say why."""
    if refusal.wait:
        minutes = -(-refusal.wait // 60)
        said = asked.said("Tried too often. Try again in %(minutes)s minutes.", minutes=minutes)
        response = shown_page(asked, _TEMPLATE, _form(asked, back, name, said, 429))
        response.headers["retry-after"] = str(refusal.wait)
        return response
    said = asked.said("There is no account with this name and this password.")
    return shown_page(asked, _TEMPLATE, _form(asked, back, name, said, 401))

"""Who may use the register: accounts and tokens, for admins."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import Form
from fastapi.responses import Response

from mahdar.errors import MahdarError
from mahdar.outputs.web.asked import Ask, Asked
from mahdar.outputs.web.pages import Page, Pages, redirect, shown_page
from mahdar.outputs.web.who import ROLES
from mahdar.pipeline.entrance import new_token
from mahdar.pipeline.passwords import SHORTEST, kept_of

__all__ = ["pages"]

pages = Pages()

_TEMPLATE: Final = "users.html"
_HERE: Final = "/users"


@pages.page(_HERE, _TEMPLATE, role="admin", kept=False)
def users(asked: Ask) -> Page:
    """List accounts and tokens."""
    return _page(asked)


@pages.action("/users/add", role="admin")
def add(
    asked: Ask, name: Annotated[str, Form()], role: Annotated[str, Form()], password: Annotated[str, Form()]
) -> Response:
    """Add an account."""
    accounts = asked.desk.register.accounts
    if asked.who.alone and role != "admin":  # whoever adds the first one would shut everybody out
        return _again(asked, asked.said("The first account is an admin."), name)
    try:
        accounts.add(name, role, kept_of(password, name), asked.who.name)
    except MahdarError as error:
        return _again(asked, str(error), name)
    return redirect(_HERE)


@pages.action("/users/role", role="admin")
def role(asked: Ask, name: Annotated[str, Form()], role: Annotated[str, Form()]) -> Response:
    """Give an account another role."""
    try:
        asked.desk.register.accounts.set_role(name, role, asked.who.name)
    except MahdarError as error:
        return _again(asked, str(error))
    return redirect(_HERE)


@pages.action("/users/password", role="admin")
def password(asked: Ask, name: Annotated[str, Form()], password: Annotated[str, Form()]) -> Response:
    """Give an account another password."""
    try:
        asked.desk.register.accounts.set_password(name, kept_of(password, name), asked.who.name)
    except MahdarError as error:
        return _again(asked, str(error))
    return redirect(_HERE)


@pages.action("/users/state", role="admin")
def state(asked: Ask, name: Annotated[str, Form()], state: Annotated[str, Form()]) -> Response:
    """Disable an account, or let it in again."""
    accounts = asked.desk.register.accounts
    try:
        (accounts.enable if state == "enabled" else accounts.disable)(name, asked.who.name)
    except MahdarError as error:
        return _again(asked, str(error))
    return redirect(_HERE)


@pages.action("/users/token", role="admin")
def token(
    asked: Ask, name: Annotated[str, Form()], label: Annotated[str, Form()], days: Annotated[int, Form()] = 90
) -> Response:
    """Give an account a token, and show it this once."""
    try:
        secret, _ = new_token(asked.desk.register, name, label, days, asked.who.name)
    except MahdarError as error:
        return _again(asked, str(error))
    return shown_page(asked, _TEMPLATE, _page(asked, secret=secret))


@pages.action("/users/revoke", role="admin")
def revoke(asked: Ask, token: Annotated[str, Form()]) -> Response:
    """Take a token back."""
    try:
        asked.desk.register.accounts.revoke(token, asked.who.name)
    except MahdarError as error:
        return _again(asked, str(error))
    return redirect(_HERE)


def _page(asked: Asked, *, problem: str = "", secret: str = "", name: str = "") -> Page:
    """Return the page."""
    accounts = asked.desk.register.accounts
    data = {"accounts": accounts.all(), "tokens": accounts.tokens()}
    told = {"roles": ROLES, "shortest": SHORTEST, "problem": problem, "secret": secret, "typed": name}
    return Page(data, None, 400 if problem else 200, told)


def _again(asked: Asked, problem: str, name: str = "") -> Response:
    """Show the page again, and say what was wrong."""
    return shown_page(asked, _TEMPLATE, _page(asked, problem=problem, name=name))

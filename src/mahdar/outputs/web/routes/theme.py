"""Light or dark, as the visitor likes it."""

from __future__ import annotations

from typing import Annotated

from fastapi import Form
from fastapi.responses import Response

from mahdar.outputs.web.asked import THEMES, Ask
from mahdar.outputs.web.pages import Pages, local, redirect

__all__ = ["pages"]

pages = Pages()


@pages.action("/theme", role=None)
def choose_theme(asked: Ask, theme: Annotated[str, Form()], back: Annotated[str, Form()] = "/") -> Response:
    """Keep what was chosen, and go back to where it was chosen."""
    response = redirect(local(back))
    chosen = theme if theme in THEMES else "auto"
    response.set_cookie("theme", chosen, max_age=365 * 24 * 3600, samesite="lax", secure=asked.secure)
    return response

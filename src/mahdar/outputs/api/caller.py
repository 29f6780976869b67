"""Who calls, and what every route asks of the desk."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Request

from mahdar.lexicon import Lexicon
from mahdar.outputs.web.desk import Desk
from mahdar.outputs.web.pages import ForbiddenError
from mahdar.outputs.web.who import Who, may
from mahdar.pipeline.standing import Standing
from mahdar.register import Register

__all__ = ["Called", "Reader", "Reviewer"]


@dataclass(frozen=True, slots=True)
class Called:
    """A call: of which register, by whom."""

    register: Register
    lexicon: Lexicon
    who: Who
    standing: Standing
    """What is worked out of the whole register."""
    today: str
    """The day: ISO 8601."""


def _calling(role: str) -> Callable[[Request], Coroutine[Any, Any, Called]]:
    """Return what checks that a caller may do what a role may."""

    async def called(request: Request) -> Called:
        desk: Desk = request.app.state.desk
        who: Who = await request.app.state.doorkeeper.who(request)
        if not may(who, role):
            raise ForbiddenError(f"this takes the role {role}; {who.name} is {who.role}")
        return Called(desk.register, desk.lexicon, who, desk.standing, desk.today().isoformat())

    return called


Reader = Annotated[Called, Depends(_calling("reader"))]
"""A caller who may read."""
Reviewer = Annotated[Called, Depends(_calling("reviewer"))]
"""A caller who may judge, add and correct."""

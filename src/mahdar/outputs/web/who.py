"""Who asks, and what each role may do."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from threading import Lock
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from mahdar.model.accounts import ROLES, SignedIn
from mahdar.pipeline.entrance import token_holder, visitor
from mahdar.register import Register

__all__ = ["ROLES", "SIGNED_IN", "Doorkeeper", "Who", "may"]

SIGNED_IN: Final = "mahdar_sign_in"
"""The cookie whose secret says who signed in."""

_AGAIN: Final = timedelta(minutes=1)
"""After so long the register is asked again although it has not changed: sign-ins end by themselves."""
_MOST: Final = 1000
_BEARER: Final = "bearer "


@dataclass(frozen=True, slots=True)
class Who:
    """The one who asks."""

    name: str
    """Stands in the events; empty where nobody has signed in."""
    role: str | None
    """One of `ROLES`; None: may see nothing, as nobody has signed in."""
    alone: bool = False
    """True where the register knows no accounts: whoever sits at this machine."""
    program: bool = False
    """True where a token was shown: no browser sends one by itself, so that no form's token is asked for."""


def may(who: Who, role: str | None) -> bool:
    """Say whether somebody may do what a role may; None asks for no role at all.

    >>> may(Who("mariam", "reviewer"), "reader"), may(Who("mariam", "reviewer"), "admin")
    (True, False)
    >>> may(Who("", None), "reader"), may(Who("", None), None)
    (False, True)
    """
    if role is None:
        return True
    return who.role is not None and ROLES.index(who.role) >= ROLES.index(role)


class Doorkeeper:
    """Knows who comes, by the cookie or the token that is shown; asks the register as seldom as it may.

    Args:
        register: knows the accounts.
        user: who everybody is while the register knows no accounts.
    """

    def __init__(self, register: Register, user: str) -> None:
        self._register, self._alone = register, Who(user or "somebody", "admin", alone=True)
        self._lock, self._state, self._asked = Lock(), "", datetime.min.replace(tzinfo=UTC)
        self._known: OrderedDict[str, Who] = OrderedDict()

    async def who(self, request: Request) -> Who:
        """Return who sends a request."""
        shown = _shown(request)
        state, now = self._register.moment(), datetime.now(UTC)
        with self._lock:
            if state != self._state or now - self._asked > _AGAIN:
                self._known.clear()
                self._state, self._asked = state, now
            known = self._known.get(shown)
        return await run_in_threadpool(self._ask, shown, state) if known is None else known

    async def is_alone(self) -> bool:
        """Say whether the register knows no accounts."""
        return not await run_in_threadpool(self._register.accounts.any)

    def _ask(self, shown: str, state: str) -> Who:
        """Ask the register, and keep its answer until it changes."""
        found = self._find(shown)
        with self._lock:
            if state == self._state:
                self._known[shown] = found
                if len(self._known) > _MOST:
                    self._known.popitem(last=False)
        return found

    def _find(self, shown: str) -> Who:
        if not self._register.accounts.any():
            return self._alone
        kind, _, secret = shown.partition(" ")
        if not secret:
            return Who("", None)
        program = kind == "token"
        found: SignedIn | None = (token_holder if program else visitor)(self._register, secret)
        return (
            Who("", None, program=program)
            if found is None
            else Who(found.account, found.role, program=program)
        )


def _shown(request: Request) -> str:
    """Return what a request shows of itself: a token before a cookie."""
    said = request.headers.get("authorization", "")
    if said[: len(_BEARER)].lower() == _BEARER:
        return f"token {said[len(_BEARER) :].strip()}"
    secret = request.cookies.get(SIGNED_IN, "")
    return f"cookie {secret}" if secret else ""

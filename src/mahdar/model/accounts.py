"""Who may use a register that a team shares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

__all__ = ["ROLES", "Account", "SignedIn", "Token"]

ROLES: Final = ("reader", "reviewer", "admin")
"""Each may do what those before it may: read; judge, add and correct; say who else may."""


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who may sign in; neither the password nor what is kept of it is ever handed out."""

    name: str
    """Stands in the events. No two names differ in capitals alone."""
    role: str
    """One of `ROLES`."""
    added: str
    """ISO 8601, UTC."""
    disabled: str | None
    """Since when nobody may sign in with it; None: it is in use."""
    seen: str | None
    """When it last signed in; None: never."""


@dataclass(frozen=True, slots=True)
class Token:
    """What a program shows instead of a password; it may do what its account may."""

    id: str
    account: str
    label: str
    """What it is for, in the words of whoever made it."""
    added: str
    expires: str
    """When it stops to count."""
    used: str | None
    """When it was last shown, to about ten minutes; None: never."""
    revoked: str | None
    """When it was taken back; None: it holds."""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """An account that somebody or a program has shown to be theirs."""

    account: str
    role: str
    seen: str | None
    """When it was last noted to be in use."""

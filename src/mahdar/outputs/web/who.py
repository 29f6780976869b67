"""Who asks, and what each role may do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

__all__ = ["ROLES", "Who", "may"]

ROLES: Final = ("reader", "reviewer", "admin")
"""Each may do what those before it may: read; judge, add and correct; say who else may."""


@dataclass(frozen=True, slots=True)
class Who:
    """The one who asks."""

    name: str
    """Stands in the events."""
    role: str
    """One of `ROLES`."""
    alone: bool = False
    """True where the register knows no accounts: whoever sits at this machine."""


def may(who: Who, role: str) -> bool:
    """Say whether somebody may do what a role may.

    >>> may(Who("mariam", "reviewer"), "reader"), may(Who("mariam", "reviewer"), "admin")
    (True, False)
    """
    return ROLES.index(who.role) >= ROLES.index(role)

"""Passwords and secrets → what a register keeps of them, and whether one that is shown is right.

A password is stretched with argon2 (RFC 9106), so that a stolen register does not give it away. The secrets
of browsers and programs are as random as a key, so their plain digest does the same.
"""

from __future__ import annotations

import hashlib
import secrets
import unicodedata
from functools import cache
from threading import Lock
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from mahdar.errors import MahdarError

__all__ = ["SHORTEST", "digest", "is_right", "kept_of", "new_secret"]

SHORTEST: Final = 10
"""Letters of a password."""
_LONGEST: Final = 1000
_ONE: Final = Lock()
"""Each comparison takes 64 MB for a moment; many at once would take all there is. One in each process."""


def kept_of(password: str, name: str) -> str:
    """Return what is to be kept of a new password.

    Args:
        password: as it was typed.
        name: of the account; it would be the first guess.

    Raises:
        MahdarError: it is too short, too long, or the name.
    """
    if not SHORTEST <= len(password) <= _LONGEST:
        raise MahdarError(f"a password has at least {SHORTEST} letters (and at most {_LONGEST})")
    if password.strip().casefold() == name.strip().casefold():
        raise MahdarError("a password is not the account's name; that would be the first guess")
    with _ONE:
        return _hasher().hash(_typed(password))


def is_right(password: str, kept: str | None) -> bool:
    """Say whether a password is the one of which this was kept.

    Args:
        password: as it was typed.
        kept: None where there is no such account; the answer then takes as long.
    """
    with _ONE:
        try:
            _hasher().verify(kept or _nobodys(), _typed(password[:_LONGEST]))
        except (VerificationError, InvalidHashError):
            return False
    return kept is not None


def new_secret() -> str:
    """Return a secret that nobody can guess, of 256 random bits."""
    return secrets.token_urlsafe(32)


def digest(secret: str) -> str:
    """Return what is kept of a secret."""
    return hashlib.sha256(secret.encode("utf-8", "backslashreplace")).hexdigest()


@cache
def _hasher() -> PasswordHasher:
    return PasswordHasher()


@cache
def _nobodys() -> str:
    """Return what is kept of a password that nobody knows."""
    return _hasher().hash(new_secret())


def _typed(password: str) -> bytes:
    """Return a password as it counts: keyboards differ in how they compose one letter."""
    return unicodedata.normalize("NFKC", password).encode("utf-8", "backslashreplace")

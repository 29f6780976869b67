"""Who comes: names and passwords → sign-ins that end by themselves, secrets → who shows them.

Times are the register's own clock's. Whatever is refused is refused in the same words and after the same
time, so that nobody learns which names there are.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from mahdar.errors import MahdarError, SignInError
from mahdar.model.accounts import SignedIn, Token
from mahdar.pipeline.passwords import digest, is_right, new_secret
from mahdar.register import Register
from mahdar.register.accounts import key_of

__all__ = ["IDLE", "LASTS", "TOKEN", "new_token", "sign_in", "sign_out", "token_holder", "visitor"]

IDLE: Final = timedelta(hours=12)
"""A sign-in that is not used for so long has ended."""
LASTS: Final = timedelta(days=7)
"""And so has every sign-in that began so long ago."""
TOKEN: Final = "mahdar_"  # noqa: S105  # only how each begins
"""How every token begins, so that one that got lost is recognised."""

_WINDOW: Final = timedelta(minutes=15)
_OF_ACCOUNT, _OF_ADDRESS = 10, 50
"""Attempts in the window; a team may share one address."""
_NOTED: Final = timedelta(minutes=10)
"""That a secret is in use is noted as often."""
_MOST_DAYS: Final = 3650


def sign_in(register: Register, name: str, password: str, address: str) -> str:
    """Sign somebody in.

    Args:
        register: knows the accounts.
        name: of the account.
        password: as it was typed.
        address: where it comes from; attempts are counted by it.

    Returns:
        The secret that the browser shows from now on.

    Raises:
        SignInError: name or password is wrong, or it was tried too often.
    """
    now = register.now()
    most = {f"account {key_of(name)[:64]}": _OF_ACCOUNT, f"address {address}": _OF_ADDRESS}
    first = register.sign_ins.attempt(most, _stamp(now - _WINDOW))
    if first is not None:
        wait = (datetime.fromisoformat(first) + _WINDOW - now).total_seconds()
        raise SignInError("tried too often; wait a while, then try again", max(1, round(wait)))
    if not is_right(password, register.accounts.password(name)):
        raise SignInError("there is no such account with this password")
    register.sign_ins.succeed(f"account {key_of(name)[:64]}")
    register.sign_ins.forget(began=_stamp(now - LASTS), seen=_stamp(now - IDLE))
    secret = new_secret()
    register.sign_ins.begin(name, digest(secret))
    return secret


def sign_out(register: Register, secret: str) -> None:
    """End the sign-in of whoever shows a secret."""
    register.sign_ins.end(digest(secret))


def visitor(register: Register, secret: str) -> SignedIn | None:
    """Return who signed in with a secret; None where nobody has, or the sign-in has ended."""
    now = register.now()
    kept = digest(secret)
    found = register.sign_ins.signed_in(kept, began=_stamp(now - LASTS), seen=_stamp(now - IDLE))
    if found is not None:
        _note(register, kept, found, now)
    return found


def token_holder(register: Register, secret: str) -> SignedIn | None:
    """Return whose token this is; None where it does not hold."""
    if not secret.startswith(TOKEN):
        return None
    kept = digest(secret)
    found = register.sign_ins.shown(kept)
    if found is not None:
        _note(register, kept, found, register.now())
    return found


def new_token(register: Register, name: str, label: str, days: int, who: str) -> tuple[str, Token]:
    """Give an account a token.

    Args:
        register: knows the accounts.
        name: of the account.
        label: what the token is for.
        days: how long it counts.
        who: gives it.

    Returns:
        The secret, which is shown once and kept nowhere, and what is kept of it.

    Raises:
        MahdarError: the account is unknown or disabled, or the label or the days make no sense.
    """
    if not 1 <= days <= _MOST_DAYS:
        raise MahdarError(f"a token holds for 1 to {_MOST_DAYS} days, not {days}")
    secret = TOKEN + new_secret()
    expires = _stamp(register.now() + timedelta(days=days))
    return secret, register.accounts.add_token(name, label, digest(secret), expires, who)


def _note(register: Register, kept: str, found: SignedIn, now: datetime) -> None:
    """Note that a secret is in use, unless that was noted a moment ago."""
    if found.seen is None or datetime.fromisoformat(found.seen) < now - _NOTED:
        register.sign_ins.touch(kept)


def _stamp(at: datetime) -> str:
    return at.isoformat(timespec="milliseconds")

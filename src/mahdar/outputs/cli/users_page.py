"""What `mahdar users` does: asks for passwords, changes accounts, lists them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict
from getpass import getpass

import typer

from mahdar.errors import MahdarError
from mahdar.model.accounts import Account, Token
from mahdar.outputs.cli.options import open_register, register_path, reviewer
from mahdar.outputs.cli.screen import Screen, clean, write_json_list
from mahdar.pipeline.entrance import new_token
from mahdar.pipeline.passwords import kept_of
from mahdar.register import Register

__all__ = [
    "add_account", "disable_account", "enable_account", "list_accounts", "list_tokens", "make_token",
    "revoke_token", "set_password", "set_role",
]  # fmt: skip

_DAY = 10
"""Letters of a day in a time."""


def list_accounts(where: str | None, *, as_json: bool) -> None:
    """List the accounts."""
    with open_register(where) as register:
        accounts = register.accounts.all()
    if as_json:
        write_json_list(asdict(one) for one in accounts)
        return
    if not accounts:
        Screen(to_error=True).line(
            "no accounts: the desk serves this machine alone; `mahdar users add NAME` adds one"
        )
    _table([_account_row(one) for one in accounts])


def add_account(where: str | None, name: str, role: str, who: str | None) -> None:
    """Add an account, and say what that changes where it is the first."""
    with Register.open(register_path(where)) as register:
        first = not register.accounts.any()
        made = register.accounts.add(name, role, kept_of(_password(name), name), reviewer(who))
    Screen().line(f"{made.name}  {made.role}  added")
    if first:
        said = "the desk now asks everybody to sign in"
        missing = "" if role == "admin" else "; no account is an admin yet: `mahdar users role` makes one"
        Screen(to_error=True).line(f"{said}{missing}")


def set_role(where: str | None, name: str, role: str, who: str | None) -> None:
    """Give an account another role."""
    with open_register(where) as register:
        changed = register.accounts.set_role(name, role, reviewer(who))
    Screen().line(f"{changed.name}  {changed.role}")


def set_password(where: str | None, name: str, who: str | None) -> None:
    """Give an account another password."""
    with open_register(where) as register:
        found = register.accounts.find(name)
        register.accounts.set_password(name, kept_of(_password(found.name), found.name), reviewer(who))
    Screen().line(f"{found.name}  new password; whoever was signed in has to sign in again")


def disable_account(where: str | None, name: str, who: str | None, why: str | None) -> None:
    """Let nobody in with an account any more."""
    with open_register(where) as register:
        changed = register.accounts.disable(name, reviewer(who), why)
    Screen().line(f"{changed.name}  disabled; `mahdar users enable` takes it back")


def enable_account(where: str | None, name: str, who: str | None) -> None:
    """Let an account in again."""
    with open_register(where) as register:
        changed = register.accounts.enable(name, reviewer(who))
    Screen().line(f"{changed.name}  {changed.role}  enabled")


def make_token(where: str | None, name: str, what: tuple[str, int], who: str | None) -> None:
    """Give an account a token and show it, once.

    Args:
        where: the register.
        name: the account.
        what: its label, and for how many days it counts.
        who: gives it.
    """
    label, days = what
    with open_register(where) as register:
        secret, made = new_token(register, name, label, days, reviewer(who))
    said = f"token {made.id} of {made.account} ({clean(made.label)}), until {made.expires[:_DAY]}"
    Screen(to_error=True).line(f"{said}; it is shown this once:")
    sys.stdout.write(f"{secret}\n")


def list_tokens(where: str | None, name: str | None, *, as_json: bool) -> None:
    """List tokens."""
    with open_register(where) as register:
        if name is not None:
            register.accounts.find(name)
        tokens = register.accounts.tokens(name)
    if as_json:
        write_json_list(asdict(one) for one in tokens)
        return
    _table([_token_row(one) for one in tokens])


def revoke_token(where: str | None, prefix: str, who: str | None, why: str | None) -> None:
    """Take a token back."""
    with open_register(where) as register:
        found = register.accounts.revoke(prefix, reviewer(who), why)
    Screen().line(f"{found.id}  {found.account}  {clean(found.label)}  revoked")


def _password(name: str) -> str:
    """Ask for a new password, twice; or take the first line of standard input where nobody can be asked."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    try:
        first = getpass(f"New password of {name}: ")
        again = getpass("The same again: ")
    except (EOFError, KeyboardInterrupt):
        raise typer.Abort from None
    if first != again:
        raise MahdarError("the two differ; nothing was changed")
    return first


def _account_row(one: Account) -> tuple[str, ...]:
    seen = f"last signed in {one.seen[:_DAY]}" if one.seen else "never signed in"
    return (one.name, one.role, seen, f"disabled {one.disabled[:_DAY]}" if one.disabled else "")


def _token_row(one: Token) -> tuple[str, ...]:
    state = f"revoked {one.revoked[:_DAY]}" if one.revoked else f"until {one.expires[:_DAY]}"
    used = f"last used {one.used[:_DAY]}" if one.used else "never used"
    return (one.id, one.account, state, used, clean(one.label))


def _table(rows: Sequence[tuple[str, ...]]) -> None:
    """Write rows in columns as wide as their longest cell."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        Screen().line("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())

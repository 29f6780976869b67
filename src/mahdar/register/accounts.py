"""The register's door for accounts: who may do what, and which tokens hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, select, update

from mahdar.errors import RegisterError, UnknownIdError
from mahdar.model.accounts import ROLES, Account, Token
from mahdar.register.schema import event
from mahdar.register.schema_accounts import account, sign_in, token

__all__ = ["Accounts", "key_of"]

Opened = Callable[[], AbstractContextManager[Connection]]

_LONGEST = 64


def key_of(name: str) -> str:
    """Return what an account is found by: its name without capitals.

    >>> key_of("Mariam ")
    'mariam'
    """
    return name.strip().casefold()


@dataclass(frozen=True, slots=True)
class Accounts:
    """Everything about accounts; `Register.accounts` makes it. Each change is an event.

    Passwords and secrets never come here: the callers hand over what is kept of them.
    """

    reading: Opened
    writing: Opened
    time: Callable[[], str]

    def any(self) -> bool:
        """Say whether there is any account, disabled ones too: from the first on, the desk asks who comes."""
        with self.reading() as connection:
            return connection.scalar(select(account.c.key).limit(1)) is not None

    def all(self) -> tuple[Account, ...]:
        """Return every account, by name."""
        with self.reading() as connection:
            rows = connection.execute(select(account).order_by(account.c.key)).mappings().all()
        return tuple(map(_account, rows))

    def find(self, name: str) -> Account:
        """Return an account by its name, capitals aside.

        Raises:
            UnknownIdError: there is none.
        """
        with self.reading() as connection:
            return _account(_row(connection, name))

    def password(self, name: str) -> str | None:
        """Return what is kept of the password of an account in use; None where there is no such account."""
        kept = select(account.c.password).where(account.c.key == key_of(name), account.c.disabled.is_(None))
        with self.reading() as connection:
            return connection.scalar(kept)

    def add(self, name: str, role: str, password: str, who: str) -> Account:
        """Add an account.

        Args:
            name: what it is called.
            role: one of `ROLES`.
            password: what is to be kept of it.
            who: adds it.

        Raises:
            RegisterError: the name is taken or none, or there is no such role.
        """
        name = _checked_name(name)
        _check_role(role)
        with self.writing() as connection:
            if connection.scalar(select(account.c.key).where(account.c.key == key_of(name))):
                raise RegisterError(f"{name}: there is such an account; choose another name")
            values = {"key": key_of(name), "name": name, "role": role, "password": password}
            connection.execute(account.insert().values(**values, added=self.time()))
            self._note(connection, "account_added", who, {"account": name, "role": role})
        return self.find(name)

    def set_role(self, name: str, role: str, who: str) -> Account:
        """Give an account another role; it holds from its next request on.

        Raises:
            UnknownIdError: there is no such account.
            RegisterError: there is no such role, or no admin would be left.
        """
        _check_role(role)
        with self.writing() as connection:
            before = _account(_row(connection, name))
            if role != "admin":
                _keep_an_admin(connection, before)
            _change(connection, name, role=role)
            self._note(
                connection, "account_role", who, {"account": before.name, "role": role, "before": before.role}
            )
        return self.find(name)

    def set_password(self, name: str, password: str, who: str) -> Account:
        """Give an account another password; whoever is signed in with it has to sign in again.

        Raises:
            UnknownIdError: there is no such account.
        """
        with self.writing() as connection:
            found = _account(_row(connection, name))
            _change(connection, name, password=password)
            connection.execute(delete(sign_in).where(sign_in.c.account == key_of(name)))
            self._note(connection, "account_password", who, {"account": found.name})
        return found

    def disable(self, name: str, who: str, why: str | None = None) -> Account:
        """Let nobody in with an account any more: its sign-ins end, its tokens no longer count.

        What was done with it stays. `enable` takes it back.

        Raises:
            UnknownIdError: there is no such account.
            RegisterError: no admin would be left.
        """
        with self.writing() as connection:
            found = _account(_row(connection, name))
            _keep_an_admin(connection, found)
            _change(connection, name, disabled=self.time())
            connection.execute(delete(sign_in).where(sign_in.c.account == key_of(name)))
            self._note(connection, "account_disabled", who, {"account": found.name}, why)
        return self.find(name)

    def enable(self, name: str, who: str) -> Account:
        """Let an account in again.

        Raises:
            UnknownIdError: there is no such account.
        """
        with self.writing() as connection:
            found = _account(_row(connection, name))
            _change(connection, name, disabled=None)
            self._note(connection, "account_enabled", who, {"account": found.name})
        return self.find(name)

    def tokens(self, name: str | None = None) -> tuple[Token, ...]:
        """Return the tokens of an account, or of all; those that no longer hold too. Newest last."""
        asked = select(token, account.c.name).join_from(token, account).order_by(token.c.added, token.c.id)
        if name is not None:
            asked = asked.where(token.c.account == key_of(name))
        with self.reading() as connection:
            rows = connection.execute(asked).mappings().all()
        return tuple(map(_token, rows))

    def add_token(self, name: str, label: str, digest: str, expires: str, who: str) -> Token:
        """Give an account a token.

        Args:
            name: of the account.
            label: what the token is for.
            digest: of its secret.
            expires: when it stops to count.
            who: gives it.

        Raises:
            UnknownIdError: there is no such account.
            RegisterError: the account is disabled, or the label says nothing.
        """
        if not label.strip():
            raise RegisterError("a token has a label that says what it is for")
        with self.writing() as connection:
            found = _account(_row(connection, name))
            if found.disabled:
                raise RegisterError(f"{found.name} is disabled; enable the account first")
            made = Token(digest[:8], found.name, label.strip(), self.time(), expires, None, None)
            values = {"digest": digest, "id": made.id, "account": key_of(name), "label": made.label}
            connection.execute(token.insert().values(**values, added=made.added, expires=expires))
            said = {"account": found.name, "token": made.id, "label": made.label}
            self._note(connection, "token_made", who, said)
        return made

    def revoke(self, prefix: str, who: str, why: str | None = None) -> Token:
        """Take a token back.

        Args:
            prefix: its id or the beginning of it.
            who: takes it back.
            why: the reason.

        Raises:
            UnknownIdError: no token that holds begins like this, or several do.
        """
        found = [one for one in self.tokens() if prefix and one.id.startswith(prefix) and not one.revoked]
        if len(found) != 1:
            what = "several tokens begin" if found else "no token that holds begins"
            raise UnknownIdError(f"{what} with {prefix}; `mahdar users tokens` lists them")
        with self.writing() as connection:
            connection.execute(update(token).where(token.c.id == found[0].id).values(revoked=self.time()))
            self._note(
                connection, "token_revoked", who, {"account": found[0].account, "token": found[0].id}, why
            )
        return found[0]

    def _note(
        self, connection: Connection, what: str, who: str, data: Mapping[str, Any], why: str | None = None
    ) -> None:
        """Write the event."""
        values = {"at": self.time(), "who": who, "what": what, "why": why, "data": dict(data)}
        connection.execute(event.insert().values(**values, document=None, entry=None))


def _row(connection: Connection, name: str) -> RowMapping:
    found = connection.execute(select(account).where(account.c.key == key_of(name))).mappings().first()
    if found is None:
        raise UnknownIdError(f"there is no account {name}; `mahdar users list` lists them")
    return found


def _change(connection: Connection, name: str, **values: str | None) -> None:
    connection.execute(update(account).where(account.c.key == key_of(name)).values(**values))


def _account(row: RowMapping) -> Account:
    return Account(row["name"], row["role"], row["added"], row["disabled"], row["seen"])


def _token(row: RowMapping) -> Token:
    kept = (row[name] for name in ("label", "added", "expires", "used", "revoked"))
    return Token(row["id"], row["name"], *kept)


def _keep_an_admin(connection: Connection, leaving: Account) -> None:
    """Raise where nobody would be left who may say who may do what."""
    others = select(account.c.key).where(
        account.c.role == "admin", account.c.disabled.is_(None), account.c.key != key_of(leaving.name)
    )
    if leaving.role == "admin" and leaving.disabled is None and connection.scalar(others.limit(1)) is None:
        raise RegisterError(f"{leaving.name} is the only admin; make somebody else one first")


def _check_role(role: str) -> None:
    if role not in ROLES:
        raise RegisterError(f"{role} is no role; use one of {', '.join(ROLES)}")


def _checked_name(name: str) -> str:
    """Return a name as it is kept.

    Raises:
        RegisterError: it is empty, too long, or holds what cannot be seen.
    """
    shown = " ".join(name.split())
    if not shown or len(shown) > _LONGEST or not shown.isprintable():
        raise RegisterError(f"an account's name has 1 to {_LONGEST} letters that can be seen")
    return shown

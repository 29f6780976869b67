"""The register's door for whoever comes in: sign-ins that last a while, tokens shown, attempts counted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, select, update

from mahdar.model.accounts import SignedIn
from mahdar.register.accounts import key_of
from mahdar.register.connect import one_at_a_time
from mahdar.register.schema_accounts import account, attempt, sign_in, token

__all__ = ["SignIns"]

Opened = Callable[[], AbstractContextManager[Connection]]


@dataclass(frozen=True, slots=True)
class SignIns:
    """Who is signed in; `Register.sign_ins` makes it. Secrets never come here, only their digests."""

    reading: Opened
    writing: Opened
    time: Callable[[], str]

    def begin(self, name: str, digest: str) -> None:
        """Note that somebody signed in.

        Args:
            name: of the account.
            digest: of the secret that the browser shows from now on.
        """
        at = self.time()
        with self.writing() as connection:
            values = {"digest": digest, "account": key_of(name), "began": at, "seen": at}
            connection.execute(sign_in.insert().values(**values))
            connection.execute(update(account).where(account.c.key == key_of(name)).values(seen=at))

    def signed_in(self, digest: str, *, began: str, seen: str) -> SignedIn | None:
        """Return who signed in with a secret; None where nobody has, or not since then.

        Args:
            digest: of the secret.
            began: sign-ins from before this moment have ended.
            seen: and so have those that were not used since this one.
        """
        columns = (account.c.name, account.c.role, sign_in.c.seen)
        asked = select(*columns).join_from(sign_in, account).where(sign_in.c.digest == digest)
        held = (sign_in.c.began > began, sign_in.c.seen > seen, account.c.disabled.is_(None))
        with self.reading() as connection:
            row = connection.execute(asked.where(*held)).first()
        return None if row is None else SignedIn(row.name, row.role, row.seen)

    def touch(self, digest: str) -> None:
        """Note that a sign-in or a token is in use."""
        at = self.time()
        with self.writing() as connection:
            connection.execute(update(sign_in).where(sign_in.c.digest == digest).values(seen=at))
            connection.execute(update(token).where(token.c.digest == digest).values(used=at))

    def end(self, digest: str) -> None:
        """End a sign-in."""
        with self.writing() as connection:
            connection.execute(delete(sign_in).where(sign_in.c.digest == digest))

    def forget(self, *, began: str, seen: str) -> None:
        """Forget sign-ins that have ended by themselves."""
        with self.writing() as connection:
            connection.execute(delete(sign_in).where((sign_in.c.began <= began) | (sign_in.c.seen <= seen)))

    def attempt(self, most: Mapping[str, int], since: str) -> str | None:
        """Note that a sign-in is tried, unless it has been tried too often.

        Args:
            most: what is counted (an account, an address) → how many attempts it has.
            since: attempts from before this moment are forgotten.

        Returns:
            None where it may be tried; else when the oldest attempt was made that still counts.
        """
        at = self.time()
        with self.writing() as connection:
            one_at_a_time(connection, attempt)  # or many at once would count none of the others
            connection.execute(delete(attempt).where(attempt.c.at <= since))
            for key, limit in most.items():
                asked = select(func.count(), func.min(attempt.c.at)).where(attempt.c.key == key)
                count, first = connection.execute(asked).one()
                if count >= limit:
                    return str(first)
            connection.execute(attempt.insert(), [{"key": key, "at": at} for key in most])
        return None

    def succeed(self, key: str) -> None:
        """Forget the attempts at something, as one was right."""
        with self.writing() as connection:
            connection.execute(delete(attempt).where(attempt.c.key == key))

    def shown(self, digest: str) -> SignedIn | None:
        """Return whose token has this digest; None where it does not hold."""
        columns = (account.c.name, account.c.role, token.c.used)
        asked = select(*columns).join_from(token, account).where(token.c.digest == digest)
        held = (token.c.expires > self.time(), token.c.revoked.is_(None), account.c.disabled.is_(None))
        with self.reading() as connection:
            row = connection.execute(asked.where(*held)).first()
        return None if row is None else SignedIn(row.name, row.role, row.used)

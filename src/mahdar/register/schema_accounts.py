"""Who may use a register that a team shares: accounts, sign-ins, tokens.

Neither passwords nor the secrets that browsers and programs show are in a register: what is kept of them
says whether one is right, and nothing else.

Source: `migrations/desk/accounts.py` makes the same tables in an older register.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, Text

from mahdar.register.schema import metadata

__all__ = ["account", "attempt", "sign_in", "token"]

account = Table(
    "account",
    metadata,
    Column("key", Text, primary_key=True),  # the name without capitals
    Column("name", Text, nullable=False),
    Column("role", String(16), nullable=False),
    Column("password", Text, nullable=False),
    Column("added", String(32), nullable=False),
    Column("disabled", String(32)),  # null: it is in use
    Column("seen", String(32)),  # null: it never signed in
    sqlite_with_rowid=False,  # the key is the row
)
"""`password` is what argon2 makes of it."""

sign_in = Table(
    "sign_in",
    metadata,
    Column("digest", String(64), primary_key=True),  # of the secret in the browser's cookie
    Column("account", ForeignKey("account.key"), nullable=False),
    Column("began", String(32), nullable=False),
    Column("seen", String(32), nullable=False),
    Index("sign_in_of_account", "account"),  # a new password ends them all
    sqlite_with_rowid=False,  # the key is the row
)

token = Table(
    "token",
    metadata,
    Column("digest", String(64), primary_key=True),  # of the secret that the program shows
    Column("id", String(16), nullable=False),
    Column("account", ForeignKey("account.key"), nullable=False),
    Column("label", Text, nullable=False),
    Column("added", String(32), nullable=False),
    Column("expires", String(32), nullable=False),
    Column("used", String(32)),  # null: never
    Column("revoked", String(32)),  # null: it holds
    Index("token_of_account", "account"),  # an account's tokens
    sqlite_with_rowid=False,  # the key is the row
)

attempt = Table(
    "attempt",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("key", Text, nullable=False),
    Column("at", String(32), nullable=False),
    Index("attempt_by_key", "key", "at"),  # how often of late
)
"""Sign-ins that were tried of late, by account and by address; old ones are forgotten."""

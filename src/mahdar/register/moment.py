"""Whether anything has changed: one short question, so that answers can be kept until something has."""

from __future__ import annotations

from threading import Lock
from typing import Any, Final

from sqlalchemy import Engine

__all__ = ["Moment"]

_ASKED: Final = {
    "sqlite": "PRAGMA data_version",  # as this connection sees it, which never writes: any commit moves it
    "postgresql": "SELECT pg_current_snapshot()::text",  # any writing transaction's begin or end moves it
}


class Moment:
    """The state of a database in one word.

    Args:
        engine: of the register. One connection is held until `close`.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine, self._lock = engine, Lock()
        self._connection: Any = None

    def now(self) -> str:
        """Return a word that is another one after any change by anybody; equal words: nothing has changed."""
        with self._lock:
            if self._connection is None:
                self._connection = self._engine.raw_connection()
            cursor = self._connection.cursor()
            cursor.execute(_ASKED[self._engine.dialect.name])
            found = cursor.fetchone()
            cursor.close()
            self._connection.rollback()  # a transaction that stayed open would see one moment for ever
            return str(found[0])

    def close(self) -> None:
        """Give the connection back."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

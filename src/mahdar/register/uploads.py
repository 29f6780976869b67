"""The register's door for documents given through the desk: how far they are, what became of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, RowMapping, func, select, update

from mahdar.errors import UnknownIdError
from mahdar.model.uploads import Upload
from mahdar.register.connect import one_at_a_time
from mahdar.register.schema_uploads import upload

__all__ = ["Uploads"]

Opened = Callable[[], AbstractContextManager[Connection]]


@dataclass(frozen=True, slots=True)
class Uploads:
    """What was given; `Register.uploads` makes it. The documents themselves come in by `Register.add`."""

    reading: Opened
    writing: Opened
    time: Callable[[], str]

    def begin(self, id_: str, who: str, total: int, *, most: int, since: str) -> bool:
        """Note that documents were given, unless enough are being read.

        Args:
            id_: under which what becomes of them is noted.
            who: gave them.
            total: how many they are.
            most: lots that may be read at once, whoever serves the desk.
            since: what has given no sign of life since then has ended.

        Returns:
            Whether they may be read.
        """
        at = self.time()
        values = {"id": id_, "who": who, "at": at, "seen": at, "state": "running", "done": 0, "total": total}
        alive = (upload.c.state == "running", upload.c.seen > since)
        with self.writing() as connection:
            one_at_a_time(connection, upload)  # or many at once would count none of the others
            running = connection.scalar(select(func.count()).select_from(upload).where(*alive)) or 0
            if running < most:
                connection.execute(upload.insert().values(**values, result={}))
        return running < most

    def tell(self, id_: str, done: int) -> None:
        """Note how far they are read; a sign of life."""
        with self.writing() as connection:
            values = {"done": done, "seen": self.time()}
            connection.execute(update(upload).where(upload.c.id == id_).values(**values))

    def end(self, id_: str, state: str, result: Mapping[str, Any]) -> None:
        """Note what became of them, unless that has been noted."""
        running = (upload.c.id == id_, upload.c.state == "running")
        values = {"state": state, "result": dict(result), "seen": self.time()}
        with self.writing() as connection:
            connection.execute(update(upload).where(*running).values(**values))

    def find(self, id_: str) -> Upload:
        """Return documents given at one time.

        Raises:
            UnknownIdError: nothing was given under this id.
        """
        with self.reading() as connection:
            row = connection.execute(select(upload).where(upload.c.id == id_)).mappings().first()
        if row is None:
            raise UnknownIdError(f"no documents were added under {id_}")
        return _upload(row)

    def latest(self, most: int) -> tuple[Upload, ...]:
        """Return what was given last, newest first."""
        asked = select(upload).order_by(upload.c.at.desc(), upload.c.id).limit(most)
        with self.reading() as connection:
            return tuple(map(_upload, connection.execute(asked).mappings().all()))


def _upload(row: RowMapping) -> Upload:
    return Upload(**row)

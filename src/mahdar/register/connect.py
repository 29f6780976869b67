"""From a path or an address to an engine over a register of the present schema, or a plain error.

What differs between databases stands here and nowhere else. SQLite is set up so that many may read while one
writes and a process killed at any moment leaves a whole register: write-ahead log, one fsync a checkpoint,
write transactions that take the lock at once instead of failing half way.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, Table, create_engine, event, inspect, make_url, select
from sqlalchemy.exc import ArgumentError, DBAPIError, ProgrammingError, SQLAlchemyError

from mahdar.errors import NoRegisterError, RegisterError
from mahdar.register.migrate import upgrade
from mahdar.register.schema import HEAD, version
from mahdar.register.tables import metadata

__all__ = ["connect", "one_at_a_time", "snapshot", "translated"]

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)
"""Arabic as it is, no blanks, and never a number that JSON lacks; made once, it writes twice as fast."""


def connect(where: str | Path, *, create: bool, wait: float) -> Engine:
    """Open a register's database, make it where there is none, and bring it up to date.

    Args:
        where: a file's path, or a database's address (`postgresql://…`).
        create: whether to make a register where there is none.
        wait: seconds to wait for another writer before giving up.

    Raises:
        RegisterError: there is none, it is not a register, or it cannot be used; says what to do.
    """
    url = _url(where)
    if url.get_backend_name() == "sqlite":
        _check_file(url.database or ".", create=create)
    try:
        engine = create_engine(url, json_serializer=_JSON.encode, json_deserializer=json.loads)
    except (ImportError, SQLAlchemyError) as error:
        raise RegisterError(
            f"{where}: no driver for this database ({error}); install it, or use a file"
        ) from error
    _prepare(engine, wait)
    with translated(str(where)):
        _bring_up_to_date(engine, str(where), create=create)
    if url.get_backend_name() == "sqlite":
        _keep_from_making(engine, url.database or ".")
    return engine


def _keep_from_making(engine: Engine, name: str) -> None:
    """Have a register whose file is gone be told so: SQLite would make an empty one in its place."""

    @event.listens_for(engine, "do_connect")
    def look(*_: object) -> None:
        _check_file(name, create=False)


def snapshot(engine: Engine) -> Connection:
    """Return a connection on which everything is read as it stands at one moment."""
    connection = engine.connect()
    if engine.dialect.name == "postgresql":
        connection = connection.execution_options(isolation_level="REPEATABLE READ")
    return connection


def one_at_a_time(connection: Connection, table: Table) -> None:
    """Have whoever else does the same with a table wait until this transaction ends.

    Where a writing transaction is alone anyway there is nothing to do.
    """
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f'LOCK TABLE "{table.name}" IN SHARE ROW EXCLUSIVE MODE')


@contextmanager
def translated(where: str) -> Iterator[None]:
    """Turn the database's errors into ours, with the place and the remedy.

    Raises:
        RegisterError: the database failed.
    """
    try:
        yield
    except DBAPIError as error:
        raise RegisterError(f"{where}: {_explain(str(error.orig))}") from error


_REMEDIES = (
    ("not a database", "is not a register; name another file with --register"),
    ("locked", "another program is writing to it; wait until that has ended and try again"),
    (
        "readonly",
        "may not be written; copy it to a folder of your own, or ask its owner for the right to write",
    ),
    ("unable to open", "cannot be opened; check that its folder exists and may be read and written"),
    ("disk is full", "the disk is full; make room and read again, what was written so far is kept"),
    ("malformed", "is damaged; put back a copy, or read the documents again into a new register"),
)
"""What the database says → what it means here and what to do. Order: first that occurs."""


def _explain(said: str) -> str:
    """Return a plain sentence for what a database says."""
    found = (sentence for mark, sentence in _REMEDIES if mark in said)
    return next(found, f"the database failed: {said.strip()}")


def _url(where: str | Path) -> URL:
    """Return the address of a register; a plain path is a SQLite file."""
    if isinstance(where, Path) or "://" not in where:
        return _file_url(Path(where))
    try:
        url = make_url(where)
    except ArgumentError as error:
        raise RegisterError(f"{where}: is no database address; write postgresql://user@host/name") from error
    return url.set(drivername="postgresql+psycopg") if url.drivername == "postgresql" else url


def _file_url(path: Path) -> URL:
    """Return the address of a SQLite file.

    The log that lets many read while one writes is a file beside the register. Where none can be made and
    none is left over, the register is opened as one that nobody changes.
    """
    log = path.with_name(f"{path.name}-wal")
    if not path.is_file() or log.exists() or _may_write(path):
        return URL.create("sqlite", database=str(path))
    address = f"file:{quote(str(path.resolve()))}"
    return URL.create("sqlite", database=address, query={"mode": "ro", "immutable": "1", "uri": "true"})


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _check_file(name: str, *, create: bool) -> None:
    """Say what is wrong with a file before SQLite does it less plainly."""
    path = Path(name)
    if path.is_file() or name.startswith("file:"):
        return
    if path.is_dir():
        raise RegisterError(f"{name}: is a folder; name a file in it, such as {path / 'mahdar.sqlite'}")
    if not path.parent.is_dir():
        raise RegisterError(f"{name}: its folder does not exist; make {path.parent} first")
    if not create:
        raise NoRegisterError(
            f"{name}: there is no register; `mahdar read` makes one, --register names another"
        )


_PRAGMAS = (
    "synchronous=NORMAL",  # with the log a killed process loses nothing; a power cut at most the last commits
    # (what a person says is written with FULL, below: it cannot be read again)
    "foreign_keys=ON",
    "cache_size=-16000",  # 16 MB: ids are hashes, so new rows fall anywhere in their index
    "wal_autocheckpoint=4000",  # 16 MB of log between fsyncs
)


def _prepare(engine: Engine, wait: float) -> None:
    """Set up every SQLite connection; other databases need nothing."""
    if engine.dialect.name != "sqlite":
        return

    @event.listens_for(engine, "connect")
    def set_up(raw: Any, _record: object) -> None:  # noqa: ANN401
        raw.isolation_level = None  # transactions begin where we say so, below
        for pragma in (f"busy_timeout={int(wait * 1000)}", *_PRAGMAS):
            raw.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        writes, durable = options.get("writes"), options.get("durable", False)
        if durable != connection.info.get("durable", False):
            connection.exec_driver_sql(f"PRAGMA synchronous={'FULL' if durable else 'NORMAL'}")
            connection.info["durable"] = durable
        # A reader that becomes a writer is refused at once, without waiting; so writers say so at the start.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _bring_up_to_date(engine: Engine, where: str, *, create: bool) -> None:
    """Leave a register of the present schema behind, or say why not."""
    stored = _revision(engine)
    if stored == HEAD:
        return
    if stored is None:
        _make(engine, where, create=create)
    elif stored > HEAD:
        raise RegisterError(
            f"{where}: a newer mahdar wrote this register ({stored}); update mahdar to open it"
        )
    else:
        with engine.execution_options(writes=True).begin() as connection:
            upgrade(connection)


def _revision(engine: Engine) -> str | None:
    """Return the stored revision; None where there is no register. One query on the common way."""
    try:
        with engine.connect() as connection:
            return connection.scalar(select(version.c.version_num))
    except (ProgrammingError, DBAPIError) as error:
        if "no such table" in str(error.orig) or "does not exist" in str(error.orig):
            return None
        raise


def _log_ahead(engine: Engine) -> None:
    """Have SQLite keep its log; the file remembers it, so it is said once and never to a foreign file."""
    if engine.dialect.name == "sqlite":
        with closing(engine.raw_connection()) as raw:  # outside any transaction, where alone it may be said
            raw.cursor().execute("PRAGMA journal_mode=WAL")


def _make(engine: Engine, where: str, *, create: bool) -> None:
    """Make the tables of a new register in an empty database.

    The newest form is made at once: running every step ever taken would cost each first reading the import of
    Alembic.
    """
    if inspect(engine).get_table_names():
        raise RegisterError(f"{where}: holds something else than a register; name another with --register")
    if not create:
        raise NoRegisterError(f"{where}: is empty; `mahdar read` makes a register of it")
    _log_ahead(engine)
    with engine.execution_options(writes=True).begin() as connection:
        version.create(connection, checkfirst=True)
        if connection.scalar(select(version.c.version_num)) is None:  # nobody else was quicker
            metadata.create_all(connection)
            connection.execute(version.insert().values(version_num=HEAD))

"""The register's one door: open it, add readings, ask, review."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from sqlalchemy import Connection, Engine

from mahdar.lexicon import Lexicon, default_lexicon
from mahdar.lexicon.name_chain import name_chain_table
from mahdar.model.chains import PersonStep
from mahdar.model.links import Link, Tie
from mahdar.model.reading import Reading
from mahdar.model.records import (
    AddReport,
    EntryRecord,
)
from mahdar.model.units import IsoDate
from mahdar.model.values import LINKS
from mahdar.register import linked, steps
from mahdar.register.accounts import Accounts
from mahdar.register.adding import DOCUMENTS_AT_ONCE, Author, add_batch, batches, place_batch
from mahdar.register.asking import Asking
from mahdar.register.connect import connect, snapshot, translated
from mahdar.register.decisions import Decisions
from mahdar.register.keeping import Keeping, count_links
from mahdar.register.moment import Moment
from mahdar.register.placing import Place
from mahdar.register.relating import Relating
from mahdar.register.reviews import Reviews
from mahdar.register.searching import Searching
from mahdar.register.shelf import Shelf
from mahdar.register.sign_ins import SignIns
from mahdar.register.uploads import Uploads

__all__ = ["Register"]

T = TypeVar("T")


class Register(Asking):
    """A register that is open; made by `Register.open`.

    Every listing streams: memory stays the same however much there is. One register may be used by many
    threads; one program writes at a time, any number read.

    Example: `with Register.open("mahdar.sqlite") as register: register.add(readings, reader=digest)`
    """

    def __init__(
        self, engine: Engine, where: str, now: Callable[[], datetime], held: Connection | None = None
    ) -> None:
        self._engine, self.where, self._now, self._held = engine, where, now, held
        self._moment = Moment(engine)

    @classmethod
    def open(
        cls,
        where: str | Path,
        *,
        create: bool = True,
        wait: float = 10.0,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> Self:
        """Open a register, and make one where there is none.

        Args:
            where: a file's path or a database's address.
            create: False where a missing register is a mistake.
            wait: seconds to wait for another program that is writing.
            now: the clock that dates events.

        Raises:
            RegisterError: there is none, it is no register, a newer program wrote it, or it may not be used.
        """
        return cls(connect(where, create=create, wait=wait), str(where), now)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections."""
        self._moment.close()
        self._engine.dispose()

    def add(
        self,
        readings: Iterable[Reading],
        *,
        reader: str = "",
        who: str = "mahdar",
        lexicon: Lexicon | None = None,
    ) -> AddReport:
        """Add readings, in transactions of up to 64 documents or two seconds.

        Reading the same document again with the same reader changes nothing.

        Args:
            readings: taken one after the other; what is committed stays, whatever happens to the rest.
            reader: digest of whatever decides what a text yields.
            who: stands in the events.
            lexicon: cuts people's names; the default one where None.

        Raises:
            EvidenceError: a reading claims what its text does not say; the documents before it are kept.
            RegisterError: the database failed.
        """
        names = name_chain_table(lexicon or default_lexicon())
        report = AddReport()
        for batch in batches(readings):
            if batch:
                with self._writing() as connection:
                    report += add_batch(connection, batch, Author(who, reader, self._time()), names)
        return report

    def stand(self, places: Iterable[Place], who: str = "mahdar") -> AddReport:
        """Note that documents which the register holds stand under these paths, without reading them again.

        Args:
            places: ids and paths; documents that the register does not hold are left out.
            who: stands in the events.

        Raises:
            RegisterError: the database failed.
        """
        report = AddReport()
        rest = iter(places)
        while batch := tuple(islice(rest, DOCUMENTS_AT_ONCE)):
            with self._writing() as connection:
                report += place_batch(connection, batch, Author(who, "", self._time()))
        return report

    def link(
        self,
        links: Iterable[Link],
        ties: Iterable[Tie] = (),
        *,
        again: Iterable[str] = (),
        kinds: Collection[str] = LINKS,
    ) -> int:
        """Write links and ties that were found.

        Args:
            links: between entries of this register.
            ties: of meetings of this register; what was said of them before is replaced.
            again: entries whose links were looked for anew: links that the machine had found from or to them
                and has not found now no longer hold.
            kinds: which kinds of links were looked for anew.

        Returns:
            How many links are new.

        Raises:
            RegisterError: the database failed.
        """
        with self._writing() as connection:
            linked.write_ties(connection, ties)
            count_links(connection)
            return linked.write_links(connection, links, again, kinds)

    @property
    def searching(self) -> Searching:
        """What search asks and writes."""
        return Searching(self._reading, self._writing)

    @property
    def relating(self) -> Relating:
        """What the step that links documents asks and writes."""
        return Relating(self._reading, self._writing)

    @property
    def keeping(self) -> Keeping:
        """What is worked out of the whole register and kept in it."""
        return Keeping(self._reading, self._writing, self._time)

    def add_step(  # noqa: PLR0913  # a step has these parts
        self,
        entry: str,
        rung: str,
        date: IsoDate,
        who: str,
        *,
        source: str | None = None,
        note: str | None = None,
    ) -> PersonStep:
        """Write down a step of a commitment or an instrument: an address or words as source, a note, or both.

        Raises:
            UnknownIdError: there is no such entry, or there are several.
            RegisterError: the entry begins no chain, or the step says too little.
        """
        with self._deciding() as connection:
            written = steps.Written(rung, date, source, note, who, self._time())
            return steps.add_step(connection, entry, written)

    def remove_step(self, step: str, who: str, why: str | None = None) -> PersonStep:
        """Take a step back that a person wrote down; the events keep it.

        Raises:
            UnknownIdError: there is no such step, or there are several.
        """
        with self._deciding() as connection:
            return steps.remove_step(connection, step, who, self._time(), why)

    @property
    def decisions(self) -> Decisions:
        """What people decide beyond single entries."""
        return Decisions(self._reading, self._deciding, self._time)

    @property
    def reviews(self) -> Reviews:
        """What reviewers ask and say."""
        return Reviews(self._reading, self._deciding, self._time)

    @property
    def shelf(self) -> Shelf:
        """The documents as one looks for them, with their versions and whom they name."""
        return Shelf(self._reading)

    @property
    def accounts(self) -> Accounts:
        """Who may do what, where a team shares the register."""
        return Accounts(self._reading, self._deciding, self._time)

    @property
    def uploads(self) -> Uploads:
        """What was given through the desk."""
        return Uploads(self._reading, self._writing, self._time)

    @property
    def sign_ins(self) -> SignIns:
        """Who is signed in."""
        return SignIns(self._reading, self._writing, self._time)

    def review(
        self,
        entry: str,
        verdict: str,
        who: str,
        why: str | None = None,
        fields: Mapping[str, Any] | None = None,
    ) -> EntryRecord:
        """Write down a person's verdict on an entry: `Reviews.judge` has all that can be said.

        Returns:
            The entry as it stands then.

        Raises:
            UnknownIdError: there is no such entry, or there are several.
            RegisterError: the verdict is unknown, says too little, or a field cannot hold its value.
        """
        return self.reviews.judge(entry, verdict, who, why=why, fields=fields).entry

    @contextmanager
    def snapshot(self) -> Iterator[Register]:
        """Yield the register as it stands at one moment, whoever writes meanwhile; for one thread."""
        if self._held is not None:
            yield self
            return
        with translated(self.where), snapshot(self._engine) as connection, connection.begin():
            yield Register(self._engine, self.where, self._now, connection)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """Yield a connection for reading: the snapshot's own where there is one."""
        with translated(self.where):
            if self._held is not None:
                yield self._held
                return
            with self._engine.connect() as connection:
                yield connection

    @contextmanager
    def _writing(self, *, durable: bool = False) -> Iterator[Connection]:
        """Yield a connection in a transaction that holds the lock for writing."""
        engine = self._engine.execution_options(writes=True, durable=durable)
        with translated(self.where), engine.begin() as connection:
            yield connection

    def _deciding(self) -> AbstractContextManager[Connection]:
        """Yield a connection as `_writing` does, for what a person says: it outlives a power cut."""
        return self._writing(durable=True)

    def now(self) -> datetime:
        """Return the time of the clock that dates events, in UTC."""
        return self._now().astimezone(UTC)

    def _time(self) -> str:
        return self.now().isoformat(timespec="milliseconds")

"""What each document brings to what is worked out of a whole register, kept until the document changes.

A part is made of one document alone: its text, its entries as people left them, and who is named in it. So
after a new document or a review a single document is looked at, however large the register; what is then
asked of all documents is asked of their parts.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from mahdar.errors import RegisterError
from mahdar.lexicon import Lexicon
from mahdar.linking import follow_pieces
from mahdar.linking.contradictions import Claims, claims_of, dossier_of
from mahdar.linking.follow_pieces import Piece, Whole, follow_reader, pieces_of
from mahdar.model.document import short_hash
from mahdar.model.packed import pack, unpacker
from mahdar.model.records import DocumentRecord, EntryRecord
from mahdar.model.spans import Span
from mahdar.model.units import DocumentId
from mahdar.pipeline.reports import Progress
from mahdar.register import Register
from mahdar.register.keeping import Part, PartHead, Seen

__all__ = [
    "CLAIMS",
    "PIECES",
    "Mark",
    "Parts",
    "claims",
    "dumped",
    "keep_pieces",
    "kept_pieces",
    "loaded",
    "marks_of",
    "pieces",
]

Mark = tuple[int, str]
"""How far a document's history was when its part was made, and a digest of who was named in it."""

PIECES: Final = "pieces"
"""Articles with the things that are followed."""
CLAIMS: Final = "claims"
"""What can contradict what others say."""
_KINDS: Final = (PIECES, CLAIMS)
_AT_ONCE: Final = 50
"""Documents a transaction: few enough to hold up nobody who writes."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a register's documents as they stand at one moment."""

    register: Register
    """As it stands at that moment."""
    heads: Mapping[str, Mapping[DocumentId, PartHead]]
    """Kind → document → what is known of its part. Order: that of documents."""
    fresh: Mapping[str, Mapping[DocumentId, bytes]]
    """Those that were made just now; the others are asked of the register."""
    people: Mapping[DocumentId, Sequence[Seen]]

    @classmethod
    def of(
        cls,
        register: Register,
        lexicon: Lexicon,
        maker: str,
        progress: Callable[[Progress], None] | None = None,
    ) -> Parts:
        """Take what is kept, and make and keep what is not.

        Args:
            register: as it stands at one moment.
            lexicon: says what words tell.
            maker: digest of all that a part depends on beside the document.
            progress: is told how far it is.
        """
        newest, people = register.keeping.newest(), register.keeping.seen()
        heads = {kind: register.keeping.part_heads(kind, maker) for kind in _KINDS}
        marks = {id_: (number, _mark(people.get(id_, ()))) for id_, number in newest.items()}
        old = {
            id_: kinds
            for id_, mark in marks.items()
            if (kinds := [kind for kind, its in heads.items() if _is_old(its.get(id_), mark)])
        }
        fresh: dict[str, dict[DocumentId, bytes]] = {kind: {} for kind in _KINDS}
        for done, some in _batches(list(old)):
            if progress:
                progress(Progress(done, len(old), ""))
            its_old = {id_: old[id_] for id_ in some}
            for kind, parts in _made(register, its_old, marks, people, lexicon).items():
                with suppress(RegisterError):  # it may only be read, or somebody else is writing for long
                    register.keeping.keep_parts(kind, maker, parts)
                heads[kind] |= {one.document: one.head for one in parts}
                fresh[kind] |= {one.document: one.data for one in parts}
        ordered = {kind: {id_: its[id_] for id_ in newest} for kind, its in heads.items()}
        return cls(register, ordered, fresh, people)

    def digest(self, kind: str) -> str:
        """Return a digest of all parts of a kind."""
        return short_hash(
            kind, *(word for id_, one in self.heads[kind].items() for word in (id_, one.digest))
        )

    def data(self, kind: str) -> Iterator[Any]:
        """Yield all parts of a kind as plain values, in the order of documents."""
        fresh, ids = self.fresh[kind], list(self.heads[kind])
        for start in range(0, len(ids), _AT_ONCE):
            some = ids[start : start + _AT_ONCE]
            held = dict(self.register.keeping.part_data(kind, [id_ for id_ in some if id_ not in fresh]))
            yield from (loaded(fresh.get(id_) or held[id_]) for id_ in some)


def pieces(parts: Parts) -> Iterator[Piece]:
    """Yield the articles of all documents."""
    for plain in parts.data(PIECES):
        yield from follow_pieces.unpacked(plain)


def kept_pieces(
    register: Register, documents: Sequence[DocumentId], maker: str
) -> dict[DocumentId, tuple[Piece, ...]]:
    """Return the articles of those of some documents whose parts are kept and still stand.

    Args:
        register: keeps them.
        documents: those that are asked for.
        maker: digest of all that a part depends on beside the document.
    """
    heads = register.keeping.part_heads(PIECES, maker, documents)
    marks = marks_of(register, list(heads))
    good = [id_ for id_, head in heads.items() if not _is_old(head, marks[id_])]
    return {
        id_: follow_pieces.unpacked(loaded(data)) for id_, data in register.keeping.part_data(PIECES, good)
    }


def marks_of(register: Register, documents: Sequence[DocumentId]) -> dict[DocumentId, Mark]:
    """Return what tells whether parts of some documents still stand.

    Asked before the documents themselves: what is written in between makes the part old, never wrong.
    """
    newest, people = register.keeping.histories(documents), register.keeping.seen(documents)
    return {id_: (number, _mark(people.get(id_, ()))) for id_, number in newest.items()}


def keep_pieces(
    register: Register,
    made: Mapping[DocumentId, Sequence[Piece]],
    marks: Mapping[DocumentId, Mark],
    maker: str,
) -> None:
    """Keep the articles of some documents for whoever asks for them next.

    Args:
        register: keeps them.
        made: made of each document alone.
        marks: of all of them, taken before they were made.
        maker: digest of all that a part depends on beside the document.
    """
    parts = [_part(PIECES, id_, marks[id_], follow_pieces.packed(its)) for id_, its in made.items()]
    with suppress(RegisterError):  # somebody else is writing for long
        register.keeping.keep_parts(PIECES, maker, parts)


def claims(parts: Parts) -> Iterator[Claims]:
    """Yield what each document claims."""
    yield from map(unpacker(Claims), parts.data(CLAIMS))


def dumped(plain: Any) -> bytes:  # noqa: ANN401  # what JSON holds
    """Return plain values as few bytes."""
    return zlib.compress(json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode(), 1)


def loaded(data: bytes) -> Any:  # noqa: ANN401  # what JSON holds
    """Return the plain values that `dumped` was given."""
    return json.loads(zlib.decompress(data))


def _mark(seen: Iterable[Seen]) -> str:
    """Return a digest of who is named where."""
    return short_hash("seen", *(word for one in seen for word in one))


def _is_old(head: PartHead | None, mark: Mark) -> bool:
    return head is None or (head.event, head.seen) != mark


def _part(kind: str, document: DocumentId, mark: Mark, plain: Any) -> Part:  # noqa: ANN401  # what JSON holds
    """Return what a document brings, as it is kept."""
    data = dumped(plain)
    return Part(document, PartHead(*mark, short_hash(kind, data.hex())), data)


def _batches(ids: Sequence[DocumentId]) -> Iterator[tuple[int, tuple[DocumentId, ...]]]:
    """Cut documents into batches, each with how many are before it."""
    rest, done = iter(ids), 0
    while some := tuple(islice(rest, _AT_ONCE)):
        yield done, some
        done += len(some)


def _made(
    register: Register,
    wanted: Mapping[DocumentId, Collection[str]],
    marks: Mapping[DocumentId, Mark],
    people: Mapping[DocumentId, Sequence[Seen]],
    lexicon: Lexicon,
) -> dict[str, list[Part]]:
    """Make parts of some documents, of each those kinds that are wanted."""
    records = {one.id: one for one in register.relating.documents(list(wanted))}
    made: dict[str, list[Part]] = {kind: [] for kind in _KINDS}
    for id_, kinds in wanted.items():
        text, entries = register.text(id_), tuple(register.entries(document=id_))
        for kind in kinds:
            plain = _PLAIN[kind](records[id_], text, entries, people.get(id_, ()), lexicon)
            made[kind].append(_part(kind, id_, marks[id_], plain))
    return made


def _plain_pieces(
    record: DocumentRecord, text: str, entries: Sequence[EntryRecord], seen: Sequence[Seen], lexicon: Lexicon
) -> Any:  # noqa: ANN401  # what JSON holds
    """Return a document's articles as plain values."""
    told = tuple(one for one in entries if one.type in follow_pieces.TYPES and one.review != "rejected")
    named = tuple(sorted({Span(start, end) for *_, start, end in seen}))
    whole = Whole(record, text, told, named)
    return follow_pieces.packed(pieces_of(whole, follow_reader(lexicon)) if entries else ())


def _plain_claims(
    record: DocumentRecord, text: str, entries: Sequence[EntryRecord], seen: Sequence[Seen], lexicon: Lexicon
) -> Any:  # noqa: ANN401  # what JSON holds
    """Return what a document claims as plain values."""
    named = [(name, Span(start, end)) for _, name, start, end in seen]
    return pack(claims_of(dossier_of(record, text, entries, named), lexicon))


_PLAIN: Final = {PIECES: _plain_pieces, CLAIMS: _plain_claims}

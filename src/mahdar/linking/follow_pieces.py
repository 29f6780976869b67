"""Documents → pieces, each article by itself; pieces → things on one line of time.

A piece is made of one document alone, so that it can be kept while the document stays as it is. What an
article is beside others is settled when pieces are put together: its occasion, and its day where it states
none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from mahdar.lexicon import Lexicon
from mahdar.lexicon.follow import follow_words
from mahdar.lexicon.occasions import occasion_table
from mahdar.lexicon.parties import party_table
from mahdar.linking.follow_scenes import scene_of, tell
from mahdar.linking.follow_terms import Reader
from mahdar.linking.follow_things import Teller, in_scene, things
from mahdar.linking.follow_undated import Sessions, place_undated
from mahdar.linking.follow_view import Scene, Thing
from mahdar.model.packed import pack, unpacker
from mahdar.model.records import DocumentRecord, EntryRecord
from mahdar.model.spans import Span
from mahdar.model.units import DocumentId, EntryId, Offset

__all__ = ["TYPES", "Piece", "Whole", "follow_reader", "packed", "pieces_of", "together", "unpacked"]

TYPES = ("act", "instrument", "meeting", "quote")
"""The types of entries that things are made of."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A document with all that a piece is made of."""

    record: DocumentRecord
    text: str
    entries: Sequence[EntryRecord]
    """Those of `TYPES`, in text order, rejected ones left out."""
    names: tuple[Span, ...]
    """Where people are named."""


@dataclass(frozen=True, slots=True)
class Piece:
    """An article with its things, as it is by itself."""

    scene: Scene
    main: EntryId | None
    """The meeting that it is about; None where nothing tells."""
    start: Offset
    end: Offset
    things: tuple[Thing, ...]


@lru_cache(maxsize=2)
def follow_reader(lexicon: Lexicon) -> Reader:
    """Return what reads things; it remembers the words that it has met."""
    return Reader(follow_words(lexicon), party_table(lexicon), occasion_table(lexicon))


def pieces_of(whole: Whole, reader: Reader) -> tuple[Piece, ...]:
    """Return the articles of a document, in text order."""
    made = []
    for told in tell(whole.record, whole.entries, lambda span: reader.named(whole.text, span)):
        scene, main = scene_of(told)
        article = told.article
        names = tuple(span for span in whole.names if article.start <= span.start < article.end)
        its = things(Teller(reader, told, scene, whole.text, names))
        made.append(Piece(scene, main, article.start, article.end, its))
    return tuple(made)


def together(
    pieces: Iterable[Piece],
    ties: Mapping[EntryId, str],
    people: Mapping[DocumentId, Mapping[Offset, str]],
) -> list[Thing]:
    """Return the things of many articles, each in the scene that it is beside all others.

    Args:
        pieces: in the order of their documents.
        ties: meeting → its occasion, where that is known.
        people: document → where somebody is named in it → who.
    """
    every = tuple(pieces)
    scenes = [_tied(one, ties) for one in every]
    named = {one.scene.article: _named(one, people.get(one.scene.document, {})) for one in every}
    meetings = {
        piece.scene.article: one for piece in every for one in piece.things if one.entry == piece.main
    }
    sessions = Sessions.of((one for piece in every for one in piece.things), ties)
    placed = place_undated(scenes, meetings, sessions, named)
    return [
        in_scene(one, scene, ties) for piece, scene in zip(every, placed, strict=True) for one in piece.things
    ]


def _tied(piece: Piece, ties: Mapping[EntryId, str]) -> Scene:
    """Return a piece's scene with the occasion that its meeting is tied to."""
    tie = ties.get(piece.main or "")
    return replace(piece.scene, occasion=tie) if tie else piece.scene


def _named(piece: Piece, people: Mapping[Offset, str]) -> frozenset[str]:
    return frozenset(who for at, who in people.items() if piece.start <= at < piece.end)


def packed(pieces: Iterable[Piece]) -> list[Any]:
    """Return pieces as plain values; the scene stands once for all its things."""
    plain = pack(tuple(pieces))
    for piece in plain:
        for thing in piece[_THINGS]:
            thing[_SCENE] = None
    return list(plain)


def unpacked(plain: Iterable[Any]) -> tuple[Piece, ...]:
    """Return the pieces that `packed` was given; their things stand in no scene until they are together."""
    return tuple(map(unpacker(Piece), plain))


_SCENE, _THINGS = Thing.__slots__.index("scene"), Piece.__slots__.index("things")

"""What later documents take up of earlier ones: over pieces of all, and for documents as they are linked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import groupby

from mahdar.lexicon import Lexicon
from mahdar.linking.follow import follow, in_time, links
from mahdar.linking.follow_keys import follow_keys
from mahdar.linking.follow_meaning import Senses
from mahdar.linking.follow_pieces import TYPES, Piece, Whole, follow_reader, pieces_of, together
from mahdar.linking.follow_reports import joined
from mahdar.linking.follow_score import Found
from mahdar.linking.follow_steps import passed_over
from mahdar.linking.follow_strands import Strands, strands_of
from mahdar.linking.follow_terms import Reader
from mahdar.linking.follow_view import LINE, Thing
from mahdar.linking.follow_weights import Weights
from mahdar.model.document import short_hash
from mahdar.model.links import Link
from mahdar.model.spans import Span
from mahdar.model.units import ArticleId, DocumentId, EntryId, Offset
from mahdar.pipeline.digest import linker_digest
from mahdar.pipeline.parts import keep_pieces, kept_pieces, marks_of
from mahdar.register import Register
from mahdar.register.relating import Relating

__all__ = ["FOLLOWED", "TakenUp", "follow_new", "strands_in"]

FOLLOWED = ("amends", "follows_up", "fulfils")
"""The kinds of links that following writes into a register. It also finds what restates a thing in other
words, for chains; in the register `restates` is for what stands in the same words."""
_MOST = 150
"""A key that more entries share leads to nobody: it is as good as none."""
_LOOKED = 800
"""Entries that are looked at for each new document, those that share the rarest keys first. Of 60 documents
of news none had another nearest document when all were."""
_BESIDE, _FOR_EACH = 10, 1
"""Documents laid beside new ones: so many, and so many more for each new one."""


def strands_in(
    pieces: Iterable[Piece],
    ties: Mapping[EntryId, str],
    people: Mapping[DocumentId, Mapping[Offset, str]],
    lexicon: Lexicon,
    nearest: Callable[[Sequence[Thing]], Senses],
) -> Strands:
    """Follow everything that pieces hold.

    Args:
        pieces: in the order of their documents.
        ties: meeting → its occasion, where that is known.
        people: document → where somebody is named in it → who.
        lexicon: says which words tell.
        nearest: says which things, given in order of time, are each other's nearest in meaning.
    """
    things, weights = _weighed(together(pieces, ties, people), follow_reader(lexicon))
    return strands_of(things, follow(things, weights, senses=nearest(in_time(things))))


@dataclass(frozen=True, slots=True)
class TakenUp:
    """What following new documents found."""

    keys: Mapping[EntryId, Sequence[int]]
    """The keys under which their entries are found later."""
    links: Sequence[Link]
    """From and to them."""
    passed: Sequence[str]
    """Links of others (ids) that hold no longer: a new document stands between their ends."""


def follow_new(
    register: Register, documents: Collection[DocumentId], ties: Mapping[EntryId, str], lexicon: Lexicon
) -> TakenUp:
    """Follow what documents that are being linked take up, and what of theirs is taken up.

    Args:
        register: holds them.
        documents: the new ones.
        ties: meeting → its occasion, as far as the register does not have it yet.
        lexicon: says which words tell.
    """
    at = _Desk(register, follow_reader(lexicon), linker_digest(lexicon), ties)
    own = _new(at, sorted(documents))
    names = _keys(own, at.reader)
    beside = _beside(at, _nearest(register.relating, names, documents))
    family = _family(at, own, beside, names)
    if family is not None:
        return TakenUp(names, *_followed_anew(at, own.beside(family)))
    told, weights = _weighed(own.beside(beside).things(), at.reader)
    new = {one.scene.article for one in told if one.scene.document in documents}
    every = follow(told, weights)
    found = [one for one in every if one.kind in FOLLOWED and _touches(one, new)]
    return TakenUp(names, tuple(links(found)), _passed(register.relating, told, every, new, weights))


def _keys(held: _Held, reader: Reader) -> dict[EntryId, list[int]]:
    """Return the keys of what documents hold."""
    things, _ = _weighed(held.things(), reader)
    return {one.entry: [_key(name) for name in follow_keys(one, reader.words)] for one in things}


def _beside(at: _Desk, ids: Sequence[DocumentId]) -> _Held:
    """Return documents that are linked already: as they are kept, else made."""
    kept = _kept(at, ids)
    return _new(at, [id_ for id_ in ids if id_ not in kept.pieces]).beside(kept)


def _family(at: _Desk, own: _Held, near: _Held, names: Mapping[EntryId, Sequence[int]]) -> _Held | None:
    """Return all documents that new ones, or those beside them, share words with; None where they are many.

    How surely two things belong together depends on what else is told of the same matters. Few documents are
    followed anew together, so that it does not matter which of them came last.
    """
    asked = dict(names)
    while len(near.pieces) <= _BESIDE:
        asked |= _keys(near, at.reader)
        further = set(_nearest(at.register.relating, asked, tuple(own.pieces))) - set(near.pieces)
        if not further:
            return near
        near = near.beside(_beside(at, sorted(further)))
    return None


def _followed_anew(at: _Desk, held: _Held) -> tuple[tuple[Link, ...], list[str]]:
    """Follow documents, each with those alone that it shares words with, directly or through others.

    Returns:
        What is found, and the links (ids) that the register has between them and that are not found.
    """
    things, found = held.things(), list[Link]()
    for some in _apart(things, at.reader):
        told, weights = _weighed(some, at.reader)
        found += links([one for one in follow(told, weights) if one.kind in FOLLOWED])
    entries, still = {one.entry for one in things}, {one.id for one in found}
    undone = [
        link.id
        for link in at.register.relating.links(sorted(entries))
        if link.kind in FOLLOWED and {link.source, link.target} <= entries and link.id not in still
    ]
    return tuple(found), undone


def _apart(things: Sequence[Thing], reader: Reader) -> list[list[Thing]]:
    """Return the things of documents that share words, directly or through others, together."""
    sharing: dict[str, list[DocumentId]] = defaultdict(list)
    for one in things:
        for name in follow_keys(one, reader.words):
            sharing[name].append(one.scene.document)
    home = {one.scene.document: one.scene.document for one in things}
    for documents in (its for its in sharing.values() if len(its) <= _MOST):
        linked = {home[id_] for id_ in documents}
        if len(linked) > 1:
            first = min(linked)
            home = {id_: first if its in linked else its for id_, its in home.items()}
    found: dict[DocumentId, list[Thing]] = defaultdict(list)
    for one in things:
        found[home[one.scene.document]].append(one)
    return [found[first] for first in sorted(found)]


def _touches(one: Found, articles: Collection[ArticleId]) -> bool:
    return one.later.scene.article in articles or one.earlier.scene.article in articles


def _passed(
    relating: Relating,
    things: Iterable[Thing],
    found: Sequence[Found],
    new: AbstractSet[ArticleId],
    weights: Weights,
) -> list[str]:
    """Return the links between others that pass over what new articles say."""
    behind = {one.later.scene.article for one in found if one.earlier.scene.article in new} - new
    before = {one.earlier.scene.article for one in found if one.later.scene.article in new} - new
    if not (behind and before):
        return []
    known = {one.entry: one for one in things if one.scene.article in behind | before}
    held = {
        (link.source, link.target): link.id
        for link in relating.links(sorted(known))
        if link.kind in FOLLOWED and link.source in known and link.target in known
    }
    pairs = [(known[later], known[earlier]) for later, earlier in held]
    return [held[later.entry, earlier.entry] for later, earlier in passed_over(pairs, found, weights)]


def _key(name: str) -> int:
    return int(short_hash("follow", name), 16) >> 1


def _nearest(
    relating: Relating, names: Mapping[EntryId, Sequence[int]], documents: Collection[DocumentId]
) -> list[DocumentId]:
    """Return the documents whose entries share most keys with new ones, rare keys counting more."""
    shared = relating.sharing({key for its in names.values() for key in its})
    worth: dict[EntryId, float] = defaultdict(float)
    for entries in shared.values():
        if len(entries) <= _MOST:
            for id_ in entries:
                worth[id_] += 1 / len(entries)
    by_document: dict[DocumentId, float] = defaultdict(float)
    others = sorted(set(worth) - set(names), key=lambda id_: (-worth[id_], id_))
    for id_, document in sorted(relating.homes(sorted(others[: _LOOKED * len(documents)])).items()):
        if document not in documents:
            by_document[document] += worth[id_]
    most = _BESIDE + _FOR_EACH * len(documents)
    return sorted(by_document, key=lambda id_: (-by_document[id_], id_))[:most]


@dataclass(frozen=True, slots=True)
class _Desk:
    """What documents are followed with."""

    register: Register
    reader: Reader
    maker: str
    """Of which lexicon and program what is kept has to be."""
    ties: Mapping[EntryId, str]
    """Meeting → its occasion, as far as the register does not have it yet."""


@dataclass(frozen=True, slots=True)
class _Held:
    """Some documents with all that following asks of them."""

    pieces: Mapping[DocumentId, Sequence[Piece]]
    people: Mapping[DocumentId, Mapping[Offset, str]]
    ties: Mapping[EntryId, str]

    def beside(self, other: _Held) -> _Held:
        """Return both together."""
        return _Held(
            {**self.pieces, **other.pieces}, {**self.people, **other.people}, {**other.ties, **self.ties}
        )

    def things(self) -> list[Thing]:
        """Return the entries of all documents as things, each in its scene.

        Sentences without an entry are left out: a link of the register has an entry at both ends, and what
        leads through such a sentence would be lost.
        """
        every = together((one for its in self.pieces.values() for one in its), self.ties, self.people)
        return [one for one in every if one.type != LINE]


def _kept(at: _Desk, documents: Sequence[DocumentId]) -> _Held:
    """Return those of some documents whose pieces are kept."""
    pieces = kept_pieces(at.register, documents, at.maker)
    people = at.register.keeping.seen(list(pieces))
    meetings = {one.main for its in pieces.values() for one in its if one.main}
    meetings |= {
        one.entry for its in pieces.values() for piece in its for one in piece.things if one.occasion
    }
    return _Held(
        pieces,
        {id_: {start: who for who, _, start, _ in its} for id_, its in people.items()},
        _ties(at.register.relating, sorted(meetings), at.ties),
    )


def _new(at: _Desk, ids: Sequence[DocumentId]) -> _Held:
    """Return some documents, their pieces made here and kept: what is linked next may lie beside them."""
    marks = marks_of(at.register, ids)
    made = _some(at.register.relating, ids, at.ties, at.reader)
    keep_pieces(at.register, made.pieces, marks, at.maker)
    return made


def _some(
    relating: Relating, ids: Sequence[DocumentId], ties: Mapping[EntryId, str], reader: Reader
) -> _Held:
    """Return some documents, their pieces made here."""
    found = relating.entries_in(ids, TYPES)
    people = {
        id_: {Span(one.start, one.end): one.id for one in its} for id_, its in relating.people_in(ids).items()
    }
    entries = {id_: list(its) for id_, its in groupby(found, key=lambda one: one.document)}
    records, texts = {one.id: one for one in relating.documents(ids)}, relating.texts(ids)
    pieces = {
        id_: pieces_of(Whole(records[id_], texts[id_], its, tuple(people.get(id_, ()))), reader)
        for id_, its in entries.items()
    }
    return _Held(
        pieces,
        {id_: {span.start: who for span, who in its.items()} for id_, its in people.items()},
        _ties(relating, [one.id for one in found if one.type == "meeting"], ties),
    )


def _ties(relating: Relating, meetings: Sequence[EntryId], ties: Mapping[EntryId, str]) -> dict[EntryId, str]:
    """Return the occasions of meetings: those that the register has not yet go before those that it has."""
    known = {one.entry: one.occasion for one in relating.ties(meetings)}
    return known | {id_: ties[id_] for id_ in meetings if id_ in ties}


def _weighed(told: Sequence[Thing], reader: Reader) -> tuple[list[Thing], Weights]:
    """Return things, those of one occasion in one, and how rare their terms are."""
    weights = Weights(reader.words)
    weights.count(told)
    return joined(told, weights), weights

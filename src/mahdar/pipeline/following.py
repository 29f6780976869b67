"""What became of commitments and instruments: over a whole register, and for documents as they are linked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from mahdar.errors import RegisterError
from mahdar.lexicon import Lexicon, default_lexicon
from mahdar.lexicon.follow import follow_words
from mahdar.lexicon.parties import party_table
from mahdar.linking.chains import Chained, chains
from mahdar.linking.follow import follow, links
from mahdar.linking.follow_keys import follow_keys
from mahdar.linking.follow_reports import joined
from mahdar.linking.follow_scenes import Told, place_undated, scene_of, tell
from mahdar.linking.follow_score import Found
from mahdar.linking.follow_terms import Reader
from mahdar.linking.follow_things import Teller, things
from mahdar.linking.follow_view import Scene, Thing
from mahdar.linking.follow_weights import Weights
from mahdar.model.chains import Chain
from mahdar.model.document import short_hash
from mahdar.model.links import Link
from mahdar.model.records import DocumentRecord, EntryRecord
from mahdar.model.spans import Span
from mahdar.model.units import DocumentId, EntryId, IsoDate
from mahdar.register import Register
from mahdar.register.relating import Relating

__all__ = ["FOLLOWED", "Followed", "follow_new", "followed", "narrowed"]

FOLLOWED = ("amends", "follows_up", "fulfils")
"""The kinds of links that following writes into a register. It also finds what restates a thing in other
words, for chains; in the register `restates` is for what stands in the same words."""
_TYPES = ("act", "instrument", "meeting", "quote")
_MOST = 150
"""A key that more entries share leads to nobody: it is as good as none."""
_BESIDE, _FOR_EACH = 10, 1
"""Documents laid beside new ones: so many, and so many more for each new one."""


@dataclass(frozen=True, slots=True)
class Followed:
    """Chains as they stand on a day, and the links that they and all else hang on."""

    chains: Sequence[Chain]
    links: Sequence[Found]
    names: Mapping[DocumentId, str]
    """Document → what it is called."""
    texts: Mapping[DocumentId, str]


def followed(register: Register, as_of: IsoDate, lexicon: Lexicon | None = None) -> Followed:
    """Follow everything in a register up to a day.

    Raises:
        RegisterError: the register holds no document.
    """
    with register.snapshot() as still:
        held = _whole(still)
        steps = {key: tuple(its) for key, its in groupby(still.steps(), key=lambda one: one.entry)}
    if not held.documents:
        raise RegisterError(f"{register.where} holds no documents; `mahdar read` fills it")
    told, weights = _things_of(held, _reader(lexicon or default_lexicon()))
    found = follow(told, weights)
    made = chains(Chained(told, found, held.texts, steps, as_of))
    return Followed(made, found, {id_: one.name for id_, one in held.documents.items()}, held.texts)


def follow_new(
    relating: Relating, documents: Collection[DocumentId], ties: Mapping[EntryId, str], lexicon: Lexicon
) -> tuple[dict[EntryId, list[int]], list[Link]]:
    """Follow what documents that are being linked take up, and what of theirs is taken up.

    Args:
        relating: the register's side of linking.
        documents: the new ones.
        ties: meeting → its occasion, as far as the register does not have it yet.
        lexicon: says which words tell.

    Returns:
        The keys under which their entries are found later, and the links from and to them.
    """
    reader = _reader(lexicon)
    own = _some(relating, documents, ties)
    mine, _ = _things_of(own, reader)
    names = {one.entry: [_key(name) for name in follow_keys(one, reader.words)] for one in mine}
    near = _nearest(relating, names, documents)
    told, weights = _things_of(own.beside(_some(relating, near, ties)), reader)
    new = {one.scene.article for one in mine}
    return names, [one for one in links(follow(told, weights, new)) if one.kind in FOLLOWED]


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
    for one in relating.entries(sorted(set(worth) - set(names))):
        if one.document not in documents:
            by_document[one.document] += worth[one.id]
    most = _BESIDE + _FOR_EACH * len(documents)
    return sorted(by_document, key=lambda id_: (-by_document[id_], id_))[:most]


def narrowed(  # noqa: PLR0913  # one question, many ways to narrow it
    found: Iterable[Chain],
    *,
    kind: str | None = None,
    parties: Sequence[str] = (),
    track: str | None = None,
    overdue: bool = False,
    silent: bool = False,
) -> list[Chain]:
    """Return the chains that are asked for; overdue or silent where both are asked for."""
    return [
        one
        for one in found
        if (kind is None or one.type == kind)
        and all(code in one.parties for code in parties)
        and (track is None or track in one.tracks)
        and (
            not (overdue or silent) or (overdue and one.overdue) or (silent and one.silent_since is not None)
        )
    ]


@dataclass(frozen=True, slots=True)
class _Held:
    """Documents with all that following asks of them."""

    documents: Mapping[DocumentId, DocumentRecord]
    texts: Mapping[DocumentId, str]
    entries: Mapping[DocumentId, Sequence[EntryRecord]]
    people: Mapping[DocumentId, Mapping[Span, str]]
    """Where somebody is named → who."""
    ties: Mapping[EntryId, str] = field(default_factory=dict)

    def beside(self, other: _Held) -> _Held:
        """Return both together."""
        return _Held(
            {**self.documents, **other.documents},
            {**self.texts, **other.texts},
            {**self.entries, **other.entries},
            {**self.people, **other.people},
            {**other.ties, **self.ties},
        )


def _whole(register: Register) -> _Held:
    """Return everything in a register."""
    people: dict[DocumentId, dict[Span, str]] = defaultdict(dict)
    for person in register.people():
        for mention in person.mentions:
            people[mention.document][mention.span] = person.id
    documents = {one.id: one for one in register.documents()}
    texts = {id_: register.text(id_) for id_ in documents}
    entries = {
        id_: [one for one in its if one.type in _TYPES]
        for id_, its in groupby(register.entries(), key=lambda one: one.document)
    }
    return _Held(documents, texts, entries, people, {one.entry: one.occasion for one in register.ties()})


def _some(relating: Relating, documents: Collection[DocumentId], ties: Mapping[EntryId, str]) -> _Held:
    """Return some documents of a register."""
    ids = sorted(documents)
    found = relating.entries_in(ids, _TYPES)
    people = {
        id_: {Span(one.start, one.end): one.id for one in its} for id_, its in relating.people_in(ids).items()
    }
    meetings = [one.id for one in found if one.type == "meeting"]
    known = {one.entry: one.occasion for one in relating.ties(meetings)}
    return _Held(
        {one.id: one for one in relating.documents(ids)},
        relating.texts(ids),
        {id_: list(its) for id_, its in groupby(found, key=lambda one: one.document)},
        people,
        known | {id_: ties[id_] for id_ in meetings if id_ in ties},
    )


def _reader(lexicon: Lexicon) -> Reader:
    return Reader(follow_words(lexicon), party_table(lexicon))


def _things_of(held: _Held, reader: Reader) -> tuple[list[Thing], Weights]:
    """Read documents as things on one line of time."""
    told = [one for id_ in held.entries for one in _told(held, id_, reader)]
    scenes = place_undated([scene_of(one, held.ties) for one in told], {one.id: one.people for one in told})
    found = [
        thing for one, scene in zip(told, scenes, strict=True) for thing in _things(held, one, scene, reader)
    ]
    weights = Weights(reader.words)
    weights.count(found)
    return joined(found, weights), weights


def _told(held: _Held, document: DocumentId, reader: Reader) -> Iterator[Told]:
    """Yield a document's articles with their entries."""
    people = {span.start: who for span, who in held.people.get(document, {}).items()}
    text = held.texts[document]
    return tell(
        held.documents[document], held.entries[document], people, lambda span: reader.named(text, span)
    )


def _things(held: _Held, told: Told, scene: Scene, reader: Reader) -> Sequence[Thing]:
    """Return an article's things."""
    article, people = told.article, held.people.get(scene.document, {})
    names = tuple(span for span in people if article.start <= span.start < article.end)
    return things(Teller(reader, told, scene, held.texts[scene.document], names, held.ties))

"""What became of commitments and instruments, over a whole register."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from mahdar.errors import RegisterError
from mahdar.lexicon import Lexicon, default_lexicon
from mahdar.lexicon.follow import follow_words
from mahdar.lexicon.parties import party_table
from mahdar.linking.chains import Chained, chains
from mahdar.linking.follow import follow
from mahdar.linking.follow_reports import joined
from mahdar.linking.follow_scenes import Told, place_undated, scene_of, tell
from mahdar.linking.follow_score import Found
from mahdar.linking.follow_terms import Reader
from mahdar.linking.follow_things import Teller, things
from mahdar.linking.follow_view import Scene, Thing
from mahdar.linking.follow_weights import Weights
from mahdar.model.chains import Chain
from mahdar.model.records import DocumentRecord, EntryRecord
from mahdar.model.spans import Span
from mahdar.model.units import DocumentId, IsoDate
from mahdar.register import Register

__all__ = ["Followed", "followed", "narrowed"]

_TYPES = ("act", "instrument", "meeting", "quote")


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
        gathered = _gather(still, lexicon or default_lexicon())
        steps = {key: tuple(its) for key, its in groupby(still.steps(), key=lambda one: one.entry)}
    if not gathered.names:
        raise RegisterError(f"{register.where} holds no documents; `mahdar read` fills it")
    found = follow(gathered.things, gathered.weights)
    made = chains(Chained(gathered.things, found, gathered.texts, steps, as_of))
    return Followed(made, found, gathered.names, gathered.texts)


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
class _Gathered:
    """A register as things."""

    things: Sequence[Thing]
    weights: Weights
    names: Mapping[DocumentId, str]
    texts: Mapping[DocumentId, str]


def _gather(register: Register, lexicon: Lexicon) -> _Gathered:
    """Read a register as things on one line of time."""
    reader = Reader(follow_words(lexicon), party_table(lexicon))
    named = _people(register)
    ties = {one.entry: one.occasion for one in register.ties()}
    documents = {one.id: one for one in register.documents()}
    texts = {id_: register.text(id_) for id_ in documents}
    told = [
        one
        for id_, its in _entries(register)
        for one in _told(documents[id_], its, texts[id_], named, reader)
    ]
    scenes = place_undated([scene_of(one, ties) for one in told], {one.id: one.people for one in told})
    found = [
        thing
        for one, scene in zip(told, scenes, strict=True)
        for thing in _things(one, scene, texts, named, reader, ties)
    ]
    weights = Weights(reader.words)
    weights.count(found)
    return _Gathered(
        joined(found, weights), weights, {id_: one.name for id_, one in documents.items()}, texts
    )


def _entries(register: Register) -> Iterator[tuple[DocumentId, list[EntryRecord]]]:
    """Yield documents with their entries."""
    for id_, its in groupby(register.entries(), key=lambda one: one.document):
        yield id_, [one for one in its if one.type in _TYPES]


def _people(register: Register) -> Mapping[DocumentId, dict[Span, str]]:
    """Return where people are named in each document."""
    found: dict[DocumentId, dict[Span, str]] = defaultdict(dict)
    for person in register.people():
        for mention in person.mentions:
            found[mention.document][mention.span] = person.id
    return found


def _told(
    document: DocumentRecord,
    entries: Sequence[EntryRecord],
    text: str,
    named: Mapping[DocumentId, Mapping[Span, str]],
    reader: Reader,
) -> Iterator[Told]:
    people = {span.start: who for span, who in named.get(document.id, {}).items()}
    return tell(document, entries, people, lambda span: reader.named(text, span))


def _things(  # noqa: PLR0913, PLR0917  # what an article needs to become things
    told: Told,
    scene: Scene,
    texts: Mapping[DocumentId, str],
    named: Mapping[DocumentId, Mapping[Span, str]],
    reader: Reader,
    ties: Mapping[str, str],
) -> Iterable[Thing]:
    names = tuple(
        span for span in named.get(scene.document, {}) if told.article.start <= span.start < told.article.end
    )
    return things(Teller(reader, told, scene, texts[scene.document], names, ties))

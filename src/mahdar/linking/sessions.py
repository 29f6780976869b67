"""The entries of a session → items that can be laid beside those of another session.

An item is an act or an instrument with what tells it from others: the stems of what it is about, its place on
the scales of strength, who acts, its topics. How alike two items are is asked by `likeness_of`: shared stems,
the rarer in the two sessions the more they count, then family, parties and topics.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log
from typing import Final

from mahdar.language.stems import stem
from mahdar.lexicon import Lexicon
from mahdar.lexicon.acts import act_table
from mahdar.lexicon.phrases import fold_words
from mahdar.lexicon.strength import StrengthTable, strength_table
from mahdar.linking.strength import Place, place, place_action
from mahdar.linking.words import Compared, compared_words
from mahdar.model.entries import Act, Instrument
from mahdar.model.records import EntryRecord
from mahdar.model.spans import Span
from mahdar.model.units import DocumentId, IsoDate, PartyCode

__all__ = [
    "KINDS",
    "NEXT",
    "Item",
    "Known",
    "Weights",
    "distinct",
    "items_of",
    "likeness_of",
    "sessions_to_come",
]

KINDS: Final[Mapping[str, str]] = {
    "commit": "commitment",
    "hope": "commitment",
    "sign": "deed",
    "deed": "deed",
    "announce": "deed",
    "discuss": "discussion",
}
"""Class of act → kind of item; every other class is a position."""


@dataclass(frozen=True, slots=True)
class Item:
    """An act or an instrument of a session."""

    entry: EntryRecord
    kind: str
    """`position`, `commitment`, `discussion`, `deed` or `instrument`."""
    label: str
    """The act's class, the instrument's kind."""
    span: Span
    """What is quoted of it: from the verb to the end of its content; of an instrument its first evidence."""
    words: tuple[Compared, ...]
    """Of that span."""
    stems: frozenset[str]
    """Of what it is about: the content alone, the instrument's name and subject."""
    core: frozenset[str]
    """Of these, those before the first comma or relative clause: the thing itself without its details."""
    named: frozenset[str]
    """Of what must stand where it is said again: the stems; of an instrument the words for it too."""
    places: tuple[Place, ...]
    parties: frozenset[PartyCode]
    """Who acts; whose instrument it is."""
    target: frozenset[PartyCode]
    tracks: tuple[str, ...]
    due: IsoDate | None

    @property
    def document(self) -> DocumentId:
        """The document that it stands in."""
        return self.entry.document


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of words."""

    scales: StrengthTable
    particles: frozenset[str]
    """Stems of words that tell nothing by themselves."""
    relatives: frozenset[str]
    """Stems of words that begin a relative clause."""
    instruments: frozenset[str]
    """Stems of the words for instruments: they do not tell one from another."""

    @classmethod
    def of(cls, lexicon: Lexicon) -> Known:
        """Gather what a lexicon knows."""
        words = act_table(lexicon).words
        heads = lexicon.rows("ar/instruments.toml", "head")
        names = (name for row in heads for field in _NAMES for name in (row.text("word"), *row.list(field)))
        return cls(
            scales=strength_table(lexicon),
            particles=frozenset(stem(word) for set_ in _PARTICLES for word in words[set_]),
            relatives=frozenset(stem(word) for word in words["relative"]),
            instruments=frozenset(stem(word) for name in names for word in fold_words(name)),
        )

    def stems(self, words: Sequence[Compared]) -> frozenset[str]:
        """Return the stems of words that tell something: no particles, none that only say how strongly."""
        keys, movers = [word.key for word in words], self.scales.movers["any"]
        found, i = set(), 0
        while i < len(words):
            moved = movers.at(keys, i)
            if moved is None and len(words[i].stem) > 1:
                found.add(words[i].stem)
            i += moved[0] if moved else 1
        return frozenset(found) - self.particles

    def core(self, words: Sequence[Compared]) -> frozenset[str]:
        """Return the stems of a content's first part, at least two of them."""
        for i in range(1, len(words)):
            if words[i].stem in self.relatives or not _CUTS.isdisjoint(words[i].gap):
                found = self.stems(words[:i])
                if len(found) >= _TWO:
                    return found
        return self.stems(words)


_CUTS = frozenset("\N{ARABIC COMMA}\N{ARABIC SEMICOLON},;")
_NAMES = ("variants", "plurals")
_PARTICLES = ("detached", "that", "relative", "negation")
"""Lists of words in acts.toml."""


def items_of(
    entries: Iterable[EntryRecord], texts: Mapping[DocumentId, str], known: Known
) -> tuple[Item, ...]:
    """Return the items of a session, in the order of the entries.

    Args:
        entries: acts, instruments and meetings; others are passed over.
        texts: the text of each document that they stand in.
        known: what is known of words.

    Returns:
        Without what tells nothing by itself: an act on «it» alone, an instrument without a name of its own.
    """
    found = []
    held = tuple(entries)
    texts_of = [one for one in held if one.fields.get("kind") == "joint_statement"]
    plans = sessions_to_come(held)
    for record in held:
        entry, text = record.entry, texts[record.document]
        if isinstance(entry, Act) and entry.content and not _of_the_text(record, entry, texts_of):
            item = _act(record, entry, text, known)
            found.append(replace(item, core=NEXT) if _planned(entry.content, record, plans) else item)
        elif isinstance(entry, Instrument) and entry.kind != "joint_statement":
            found.append(_instrument(record, entry, text, known))
    return tuple(item for item in found if item.stems)


def _of_the_text(record: EntryRecord, act: Act, texts: Iterable[EntryRecord]) -> bool:
    """Say whether an act only tells that a joint statement was given out."""
    return act.act_class == "announce" and _met(act.evidence[0], record, texts)


def _met(span: Span, record: EntryRecord, others: Iterable[EntryRecord]) -> bool:
    """Say whether words of an entry are also those of another of its document."""
    return any(span.overlap(e) for one in others if one.document == record.document for e in one.evidence)


def sessions_to_come(entries: Sequence[EntryRecord]) -> list[EntryRecord]:
    """Return the meetings that are planned as the next session: of the kind of the one that was held."""
    meetings = [
        one
        for one in entries
        if one.type == "meeting" and (one.fields["edition"] or one.fields["kind"] in _KNOWN_KINDS)
    ]
    kinds = {one.fields["kind"] for one in meetings if one.fields["status"] == "held"}
    return [one for one in meetings if one.fields["status"] == "planned" and one.fields["kind"] in kinds]


_KNOWN_KINDS = frozenset({"strategic_dialogue", "summit"})
"""Two parties hold but one of them: the next one needs no number to be known."""


def _planned(content: Span, record: EntryRecord, plans: Iterable[EntryRecord]) -> bool:
    """Say whether a content is no more than a meeting to come."""
    spans = (e for one in plans if one.document == record.document for e in one.evidence)
    return any(2 * content.overlap(one) >= content.end - content.start for one in spans)


NEXT = frozenset({"@next"})
"""Stands for the next session: whatever its number and place, it is the same theme each time."""


def _act(record: EntryRecord, act: Act, text: str, known: Known) -> Item:
    """Make an item of an act."""
    end = act.content.end if act.content else act.evidence[0].end
    span = Span(act.trigger.start, max(act.trigger.end, end))
    content = compared_words(text, [act.content or act.evidence[0]])
    stems = known.stems(content)
    return Item(
        entry=record,
        kind=KINDS.get(act.act_class, "position"),
        label=act.act_class,
        span=span,
        words=compared_words(text, [span]),
        stems=stems,
        core=known.core(content),
        named=stems,
        places=place(act, text, known.scales),
        parties=frozenset(act.actors),
        target=frozenset(act.target),
        tracks=act.tracks,
        due=act.due,
    )


def _instrument(record: EntryRecord, one: Instrument, text: str, known: Known) -> Item:
    """Make an item of an instrument; it is known by its name and by what stands right behind it."""
    rung = place_action(one.action, known.scales)
    span = one.evidence[0].span
    about = Span(one.name.start, max(one.name.end, min(span.end, one.name.end + _BEHIND)))
    subject = one.subject or ""
    said = (*compared_words(text, [about]), *compared_words(subject, [Span(0, len(subject))]))
    return Item(
        entry=record,
        kind="instrument",
        label=one.kind,
        span=span,
        words=compared_words(text, [span]),
        stems=known.stems(said) - known.instruments,
        core=known.stems(said) - known.instruments,
        named=known.stems(said),
        places=() if rung is None else (rung,),
        parties=frozenset(one.parties),
        target=frozenset(),
        tracks=(),
        due=one.date if one.action == "to_be_signed" else None,
    )


_BEHIND = 40
"""Code points behind an instrument's name that may say what it is about."""


class Weights:
    """How much each stem tells: the rarer among the items of both sessions, the more.

    Args:
        items: the items of both sessions.
    """

    def __init__(self, items: Sequence[Item]) -> None:
        self._held = Counter(one for item in items for one in item.stems | item.core)
        self._all = len(items)

    def of(self, one: str) -> float:
        """Return a stem's weight; of one that no item has the most."""
        return log((self._all + 2) / (self._held.get(one, 0) + 1)) ** 2

    def sum(self, stems: Iterable[str]) -> float:
        """Return the weight of some stems together."""
        return sum(map(self.of, stems))

    def telling(self, item: Item) -> Iterator[str]:
        """Yield an item's stems that tell something: those that few others have."""
        yield from (one for one in item.stems | item.core if self._held[one] <= max(4, self._all // 6))

    def shared(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Return how alike two sets of stems are: as wholes, or the smaller to a part of the greater.

        One shared stem is a coincidence, except between sets of hardly more.
        """
        both = one & other
        if len(both) < min(_TWO, max(len(one), len(other)) - 1) or not both:
            return 0.0
        common, first, second = self.sum(both), self.sum(one), self.sum(other)
        part = common / min(first, second)
        whole = 2 * common / (first + second)
        return max(_WHOLE * whole + (1 - _WHOLE) * part, part * common / (common + _SURE))


_TWO = 2
_WHOLE = 0.6
"""How much likeness as wholes counts, beside that of the smaller to its part of the greater."""
_SURE = 20.0
"""Weight of shared stems that is half enough for a part alone: about two rare words."""


def likeness_of(one: Item, other: Item, weights: Weights, meant: float = 0.0) -> float:
    """Return how sure it is that two items say something about the same thing, 0..1.

    Args:
        one: an item of the earlier session.
        other: one of the later.
        weights: of both sessions.
        meant: how near the two are in meaning, 0..1; 0 where nobody looked.
    """
    base = max(weights.shared(one.stems, other.stems), _CORE * weights.shared(one.core, other.core))
    if base:
        base = min(1.0, base + _MEANT * max(0.0, meant - _FAR))
    return base * _family(one, other) * _sides(one, other) * _topics(one, other)


_CORE = 0.9
"""How much likeness of the first parts counts, beside that of the whole contents."""
_MEANT, _FAR = 0.5, 0.4
"""How much nearness in meaning adds to shared words; what is no nearer than this says nothing."""


def _family(one: Item, other: Item) -> float:
    """Return how well two items fit as kinds: a promise may become an agreement, hardly a condemnation."""
    if (one.kind == "instrument") != (other.kind == "instrument"):
        return 0.0
    if one.kind == other.kind == "instrument":
        return 1.0 if one.label == other.label else _OTHER_KIND
    if one.label == other.label or {place.scale for place in one.places} & {p.scale for p in other.places}:
        return 1.0
    return _SAME_KIND if one.kind == other.kind else _OTHER_KIND


def _sides(one: Item, other: Item) -> float:
    """Return how well the parties fit; where one side is not known nothing speaks against it."""
    fits = not (one.parties and other.parties) or bool(one.parties & other.parties)
    aims = not (one.target and other.target) or bool(one.target & other.target)
    return (1.0 if fits else _OTHERS) * (1.0 if aims else _OTHERS)


def _topics(one: Item, other: Item) -> float:
    """Return how well the topics fit."""
    return 1.0 if not (one.tracks and other.tracks) or set(one.tracks) & set(other.tracks) else _OTHER_TOPIC


_SAME_KIND, _OTHER_KIND, _OTHERS, _OTHER_TOPIC = 0.9, 0.75, 0.75, 0.9
"""What is left of a likeness where class, kind, parties or topics differ."""


_AGAIN = 0.6
"""How alike two items of one session must be for the second to say the first again."""


def distinct(items: Sequence[Item]) -> tuple[Item, ...]:
    """Return a session's items without those that another of its documents says already."""
    weights = Weights(items)
    by_stem: dict[str, list[Item]] = defaultdict(list)
    kept: list[Item] = []
    for item in items:
        telling = tuple(weights.telling(item))
        near = {id(one): one for key in telling for one in by_stem[key] if one.document != item.document}
        if any(likeness_of(one, item, weights) >= _AGAIN for one in near.values()):
            continue
        kept.append(item)
        for key in telling:
            by_stem[key].append(item)
    return tuple(kept)

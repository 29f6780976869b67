"""Entries → the things that can be taken up: acts, instruments, meetings, words quoted beside the acts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from mahdar.language.clitics import bare, pronoun_readings, readings
from mahdar.language.stems import stem
from mahdar.language.words import split_words
from mahdar.linking.follow_cues import cues_in
from mahdar.linking.follow_lines import bare_lines
from mahdar.linking.follow_scenes import Told
from mahdar.linking.follow_sessions import is_account, tells_of_talks
from mahdar.linking.follow_terms import Reader
from mahdar.linking.follow_view import LINE, Behind, Part, Scene, Thing
from mahdar.model.days import first_day
from mahdar.model.records import EntryRecord
from mahdar.model.spans import Evidence, Span
from mahdar.model.units import EntryId

__all__ = ["Teller", "in_scene", "things"]

_SENTENCE = re.compile(r"[^.!?\N{ARABIC QUESTION MARK}]+")
_HEADS = frozenset({"title", "kicker", "heading", "bullet"})
_SHORT = 4
"""Words of a quoted sentence that are enough to say something."""


@dataclass(frozen=True, slots=True)
class Teller:
    """An article on its way to becoming things."""

    reader: Reader
    told: Told
    scene: Scene
    text: str
    names: tuple[Span, ...]
    """Where people are named in the document."""


def things(teller: Teller) -> tuple[Thing, ...]:
    """Return the things of an article, in text order; of what its headlines say again only the body's."""
    found: list[Thing] = []
    for entry in teller.told.entries:
        if entry.review == "rejected":
            continue
        found += _made(teller, entry)
    if tells_of_talks(teller.scene):
        found += (_line(teller, span) for span in bare_lines(teller.told, teller.text))
    body = [one for one in found if one.type in {"instrument", "meeting"} or not _in_head(teller, one.span)]
    return tuple(body or found)


def in_scene(thing: Thing, scene: Scene, ties: Mapping[EntryId, str]) -> Thing:
    """Return a thing in its scene as it is known beside others.

    Args:
        thing: as its article alone makes it.
        scene: of its article.
        ties: meeting → its occasion, where that is known.
    """
    occasion = thing.occasion
    if occasion:
        occasion = ties.get(thing.entry) or (f"{occasion}{scene.day}" if occasion.endswith(" ") else occasion)
    return replace(thing, scene=scene, occasion=occasion)


def _made(teller: Teller, entry: EntryRecord) -> Iterator[Thing]:
    """Yield the things that an entry is."""
    if entry.type == "act":
        yield _act(teller, entry)
    elif entry.type in {"instrument", "meeting"}:
        yield _named(teller, entry)
    elif entry.type == "quote" and (entry.fields.get("direct") or is_account(teller.scene)):
        yield from _said(teller, entry)


def _act(teller: Teller, entry: EntryRecord) -> Thing:
    fields, span = entry.fields, entry.evidence[0].span
    content = fields.get("content")
    words = Span(content["start"], content["end"]) if content else span
    said = _cues(teller, span)
    head = _cues(teller, Span(fields["trigger"]["start"], fields["trigger"]["end"]))
    return Thing(
        entry.id, "act", str(fields["class"]), teller.scene, span, _parts(teller, words),
        start=fields["trigger"]["start"],
        doers=frozenset(fields.get("actors") or ()),
        target=frozenset(fields.get("target") or ()),
        tracks=frozenset(fields.get("tracks") or ()),
        content=words,
        due=fields.get("due"),
        again="again" in said,
        done="done" in said,
        begun="begun" in said,
        put_off="put_off" in said,
        in_force="in_force" in said,
        amends="amends" in head,
        concluded="concluded" in head,
        edition=_edition_in(teller, words),
        goes_on=_goes_on(teller, words),
        title=_title(teller, words) if fields["class"] == "commit" else "",
    )  # fmt: skip


def _edition_in(teller: Teller, content: Span) -> int | None:
    """Return which session to come an act is about: the one that the first words of its content name."""
    words = list(zip(split_words(teller.text, content.start, content.end), range(_OPENING), strict=False))
    first = Span(content.start, words[-1][0].end if words else content.start)
    named = {
        entry.fields.get("edition")
        for entry in teller.told.entries
        if entry.type == "meeting" and entry.fields.get("status") == "planned"
        if any(one.overlap(first) for one in entry.evidence)
    }
    return named.pop() if len(named) == 1 else None


def _goes_on(teller: Teller, content: Span) -> bool:
    """Say whether an act is to go on with the two sides' talks: the first words of its content say so."""
    known = teller.reader.words
    words = split_words(teller.text, content.start, content.end)
    first = [_keys(word.fold) for word, _ in zip(words, range(_OPENING), strict=False)]
    on, talks = _stems(known.goes_on), _stems(known.talks)
    return any(on & word and any(talks & later for later in first[at + 1 :]) for at, word in enumerate(first))


@lru_cache(maxsize=8)
def _stems(words: frozenset[str]) -> frozenset[str]:
    """Return the stems of folded words."""
    return frozenset(map(stem, words))


@lru_cache(maxsize=1 << 14)
def _keys(fold: str) -> frozenset[str]:
    """Return the stems that a word may have, particles and pronoun aside."""
    return frozenset(stem(bare(word)) for _, rest in readings(fold) for word, _ in pronoun_readings(rest))


_OPENING = 4


def _named(teller: Teller, entry: EntryRecord) -> Thing:
    """Return the thing that an instrument or a meeting is: its longest words stand for it."""
    fields = entry.fields
    span = _clause(teller, entry)
    said = _cues(teller, span)
    parts = _parts(teller, span)
    if entry.type == "instrument" and sum(len(part.terms) for part in parts) < _BARE:
        parts = _around(teller, span) or parts
    return Thing(
        entry.id, entry.type, str(fields["kind"]), teller.scene, span, parts,
        start=span.start,
        doers=frozenset(fields.get("parties") or ()),
        tracks=_tracks_around(teller, span),
        action=str(fields.get("action") or fields.get("status") or ""),
        own=first_day(fields.get("date")),
        mentions=tuple(one.span for one in entry.evidence),
        edition=fields.get("edition") or (_next_edition(teller, entry) if "next" in said else None),
        land=teller.reader.land(fields.get("place")),
        prepares=entry.type == "meeting" and "prepares" in said,
        numbers=_numbers(teller, span) if entry.type == "instrument" else frozenset(),
        occasion=_occasion(entry) if entry.type == "meeting" else "",
        amends=entry.type == "instrument" and "amends" in _cues(teller, _opening(span)),
        behind=tuple(_behind(teller, entry)) if entry.type == "instrument" else (),
        title=_title(teller, span) if entry.type == "instrument" else "",
    )  # fmt: skip


def _next_edition(teller: Teller, entry: EntryRecord) -> int | None:
    """Return which of its series a planned meeting is that is the next one: behind that which was held."""
    if entry.type != "meeting" or entry.fields.get("status") != "planned":
        return None
    alike = (one.fields for one in teller.told.entries if one.type == "meeting" and _alike(one, entry))
    held = [one["edition"] for one in alike if one.get("status") == "held" and one.get("edition")]
    return max(held) + 1 if held else None


def _alike(one: EntryRecord, other: EntryRecord) -> bool:
    return all(one.fields.get(name) == other.fields.get(name) for name in ("kind", "parties"))


def _title(teller: Teller, span: Span) -> str:
    return " ".join(span.cut(teller.text).split())


def _numbers(teller: Teller, span: Span) -> frozenset[str]:
    """Return the numbers in a stretch of text: two resolutions may be named alike but for theirs."""
    folds = (word.fold for word in split_words(teller.text, span.start, span.end))
    return frozenset(fold for fold in folds if fold.isdigit())


_BARE = 3
"""A name of fewer terms says too little: «خطاب النوايا»."""


def _clause(teller: Teller, entry: EntryRecord) -> Span:
    """Return the longest words that name an instrument; of a meeting, those that date it or the first."""
    name = entry.fields.get("name")
    body = [one for one in entry.evidence if not _in_head(teller, one)] or entry.evidence
    if name:
        named = [one for one in body if one.overlap(Span(name["start"], name["end"]))]
        return max(named or body, key=lambda one: len(one.quote)).span
    numbered = entry.fields.get("edition") is not None
    return max(body, key=lambda one: _telling(one, numbered=numbered)).span


def _telling(evidence: Evidence, *, numbered: bool) -> tuple[bool, bool, int]:
    """Return how much of a meeting some words tell: a day, more than its name; the first of equals.

    Of one with a number two words tell enough («الدورة الخامسة»).
    """
    dated = any(letter.isdigit() for letter in evidence.quote)
    return dated, len(evidence.quote.split()) > (1 if numbered else _SHORT), -evidence.start


def _occasion(entry: EntryRecord) -> str:
    """Return one value for all mentions of a meeting; it ends in a blank where the words tell no time."""
    fields = entry.fields
    which = fields.get("edition") or fields.get("date") or ""
    return f"{fields['kind']} {'+'.join(sorted(fields['parties']))} {which}"


def _around(teller: Teller, span: Span) -> tuple[Part, ...]:
    """Return the parts of the shortest act that speaks of an instrument."""
    acts = [one.evidence[0].span for one in teller.told.entries if one.type == "act"]
    around = [one for one in acts if one.holds(span)]
    return _parts(teller, min(around, key=lambda one: one.end - one.start)) if around else ()


def _opening(span: Span) -> Span:
    """Return the first letters of a stretch, where the verb or the noun that heads it stands."""
    return Span(span.start, min(span.end, span.start + _HEADED))


_HEADED = 12


def _tracks_around(teller: Teller, span: Span) -> frozenset[str]:
    """Return the tracks of the shortest act that speaks of a thing: instruments and meetings have none."""
    acts = [one for one in teller.told.entries if one.type == "act" and one.evidence[0].overlap(span)]
    near = min(acts, key=lambda one: len(one.evidence[0].quote), default=None)
    return frozenset(near.fields.get("tracks") or ()) if near else frozenset()


def _behind(teller: Teller, entry: EntryRecord) -> Iterator[Behind]:
    """Yield the sentences that say that they rest on an instrument."""
    for one in entry.evidence:
        sentence, before = _sentences(teller, one.start)
        cue = _cue(teller, Span(sentence.start, one.start))
        if cue:
            yield Behind(cue, sentence, before if _about_before(teller, sentence) else None)


def _sentences(teller: Teller, at: int) -> tuple[Span, Span | None]:
    """Return the sentence that a place stands in, and the one before."""
    before = None
    for match in _LINE.finditer(teller.text, teller.told.article.start, teller.told.article.end):
        span = Span(*match.span())
        if span.start <= at < span.end:
            return span, before
        before = span
    return Span(at, at + 1), None


def _cue(teller: Teller, left: Span) -> Span | None:
    """Return the words near the end of a stretch that say what follows is rested on."""
    words = list(split_words(teller.text, left.start, left.end))
    folds = [word.fold for word in words]
    for at in range(max(0, len(words) - _REACH), len(words)):
        for _, head in readings(folds[at]):
            found = teller.reader.words.back.at(folds, at, head)
            if found and len(words) - at - found[0] <= _BETWEEN:
                return Span(words[at].start, words[at + found[0] - 1].end)
    return None


def _about_before(teller: Teller, sentence: Span) -> bool:
    folds = [word.fold for word in split_words(teller.text, sentence.start, sentence.end)]
    return teller.reader.words.so_comes.at(folds, 0) is not None


_LINE = re.compile(r"[^.!?\n\N{ARABIC QUESTION MARK}]+")
_REACH, _BETWEEN = 9, 2
"""Words before a name in which a cue is looked for; words that may stand between."""


def _said(teller: Teller, entry: EntryRecord) -> Iterator[Thing]:
    """Yield what a quotation says beside the acts in it: its sentences, or what stands before their act."""
    first = entry.evidence[0]
    acts = [one.evidence[0].span for one in teller.told.entries if one.type == "act"]
    doers = _speaks_for(teller, str(entry.fields.get("speaker") or ""))
    what = "said" if entry.fields.get("direct") else "told"
    for match in _SENTENCE.finditer(first.quote):
        span = _before(acts, Span(first.start + match.start(), first.start + match.end()))
        if len(span.cut(teller.text).split()) < _SHORT:
            continue
        said = _cues(teller, span)
        yield Thing(
            entry.id, "quote", what, teller.scene, span, _parts(teller, span), span.start, doers,
            done="done" in said,
            begun="begun" in said,
            put_off="put_off" in said,
            in_force="in_force" in said,
        )  # fmt: skip


def _line(teller: Teller, span: Span) -> Thing:
    """Return the thing that a sentence without an entry is."""
    said = _cues(teller, span)
    return Thing(
        f"{teller.told.id}:{span.start}", LINE, "told", teller.scene, span, _parts(teller, span), span.start,
        done="done" in said,
        begun="begun" in said,
        put_off="put_off" in said,
        in_force="in_force" in said,
    )  # fmt: skip


def _before(acts: Iterable[Span], sentence: Span) -> Span:
    """Return a sentence as far as no act has begun in it."""
    end = min((act.start for act in acts if _inside(act, sentence)), default=sentence.end)
    return Span(sentence.start, max(sentence.start, end))


def _speaks_for(teller: Teller, speaker: str) -> frozenset[str]:
    """Return the parties that a speaker speaks for: whom the acts of the same speaker are of."""
    if not speaker or speaker.isupper():
        return frozenset(filter(None, speaker.split("+")))
    acts = (one.fields for one in teller.told.entries if one.type == "act")
    own = [frozenset(act["actors"]) for act in acts if act.get("speaker") == speaker]
    return max(own, key=own.count, default=frozenset())


def _inside(act: Span, sentence: Span) -> bool:
    return act.overlap(sentence) > 0


def _parts(teller: Teller, span: Span) -> tuple[Part, ...]:
    return teller.reader.parts(teller.text, span, teller.names, teller.scene.sides)


def _cues(teller: Teller, span: Span) -> set[str]:
    """Return which cues stand in a stretch of text."""
    return cues_in(teller.reader.words, teller.text, span)


def _in_head(teller: Teller, span: Span) -> bool:
    """Say whether a stretch stands in a title, or in a bullet that says in advance what the body says."""
    blocks = teller.told.article.blocks
    body = min((block.start for block in blocks if block.kind not in _HEADS), default=0)
    return any(
        block.start <= span.start < block.end
        for block in blocks
        if block.kind in _HEADS and not (block.kind == "bullet" and block.start > body)
    )

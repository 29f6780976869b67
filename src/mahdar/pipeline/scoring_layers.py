"""The layers of an annotation: what counts as found in each, and what is then measured of it.

Source: the matching rules stand in docs/quality.md, one line a layer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from mahdar.pipeline.scoring_match import (
    Match,
    Pair,
    Thing,
    agreement,
    is_same_person,
    name_words,
    shared,
    words_in,
)

__all__ = ["LAYERS", "Layer", "trigger_overlap"]

_SAME_ARTICLE, _SAME_NAME, _SAME_QUOTE, _SAME_EVIDENCE = 0.9, 0.5, 0.6, 0.5
"""What two runs must share to be one: intersection over union."""
_GROUPS: Final = {"moc": "mou", "amendment": "agreement", "understanding": "agreement", "programme": "plan"}
"""Kinds of instrument that annotators take for one another."""


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer."""

    match: Match
    measured: Callable[[Sequence[Pair], str], Iterator[tuple[str, float]]]
    """Of the pairs of one document, with its text: fields, and how right each is in one pair (0..1)."""


def trigger_overlap(gold: Thing, found: Thing) -> float:
    """Return how far the triggers of two acts overlap, whatever their classes."""
    mine, theirs = gold.fields.get("trigger"), found.fields.get("trigger")
    return mine.overlap(theirs) if mine and theirs else 0


def _nothing(_pairs: Sequence[Pair], _text: str) -> Iterator[tuple[str, float]]:
    return iter(())


def _above(least: float) -> Match:
    """Return a match of runs that share so much."""

    def match(gold: Thing, found: Thing) -> float:
        both = shared(gold.spans[0], found.spans[0])
        return both if both >= least else 0

    return match


def _article(gold: Thing, found: Thing) -> float:
    return _above(_SAME_ARTICLE)(gold, found) if _are(gold, found, "kind") else 0


def _identity(pairs: Sequence[Pair], _text: str) -> Iterator[tuple[str, float]]:
    """Yield B-cubed F1 of who is who, one for each mention."""
    mine = Counter(gold.fields["who"] for gold, _ in pairs)
    theirs = Counter(found.fields["who"] for _, found in pairs)
    both = Counter((gold.fields["who"], found.fields["who"]) for gold, found in pairs)
    for gold, found in pairs:
        who, other = gold.fields["who"], found.fields["who"]
        precision, recall = both[who, other] / theirs[other], both[who, other] / mine[who]
        yield "identity", 2 * precision * recall / (precision + recall)


def _date(gold: Thing, found: Thing) -> float:
    return gold.spans[0].overlap(found.spans[0]) if _are(gold, found, "value") else 0


def _meeting(gold: Thing, found: Thing) -> float:
    """Match one kind with no other edition or day; evidence in common counts, and so does either of these."""
    if not _are(gold, found, "kind"):
        return 0
    known = [
        (str(gold.fields[name]), found.fields.get(name))
        for name in ("edition", "date")
        if gold.fields.get(name)
    ]
    if any(other and str(other) != one for one, other in known):
        return 0
    near = any(one.overlap(other) for one in gold.spans for other in found.spans)
    return near + sum(one == str(other) for one, other in known)


def _meeting_fields(pairs: Sequence[Pair], _text: str) -> Iterator[tuple[str, float]]:
    for gold, found in pairs:
        for name in ("edition", "date", "status"):
            if gold.fields.get(name) is not None:
                same = str(gold.fields[name]).lower() == str(found.fields.get(name)).lower()
                yield name, float(same)
        if gold.fields.get("place"):
            yield (
                "place",
                float(bool(name_words(gold.fields["place"]) & name_words(found.fields.get("place")))),
            )
        yield "parties", _same_set(gold, found, "parties")
        if chairs := gold.fields.get("chairs"):
            named = [one.get("name") for one in found.fields.get("chairs") or ()]
            there = sum(any(is_same_person(one["name"], other) for other in named) for one in chairs)
            yield "chairs", there / len(chairs)


def _instrument(gold: Thing, found: Thing) -> float:
    kinds = (gold.fields.get("kind"), found.fields.get("kind"))
    mine, theirs = (_GROUPS.get(kind or "", kind) for kind in kinds)
    if mine != theirs:
        return 0
    name, other = gold.fields.get("name"), found.fields.get("name")
    named = name.overlap(other) if name and other else 0
    evidence = (shared(one, another) for one in gold.spans for another in found.spans)
    return named or max((one for one in evidence if one >= _SAME_EVIDENCE), default=0)


def _instrument_fields(pairs: Sequence[Pair], _text: str) -> Iterator[tuple[str, float]]:
    for gold, found in pairs:
        yield "kind", float(_are(gold, found, "kind"))
        yield "action", float(_are(gold, found, "action"))
        yield "parties", _same_set(gold, found, "parties")


def _amount(gold: Thing, found: Thing) -> float:
    """Match the same value; counted things are called many names, money is not."""
    unit, value = gold.fields.get("unit"), found.fields.get("value")
    if not isinstance(value, int | float) or float(gold.fields["value"]) != float(value):
        return 0
    if unit == "USD" and found.fields.get("unit") != unit:
        return 0
    return gold.spans[0].overlap(found.spans[0])


def _act(gold: Thing, found: Thing) -> float:
    return trigger_overlap(gold, found) if _are(gold, found, "class") else 0


def _act_fields(pairs: Sequence[Pair], text: str) -> Iterator[tuple[str, float]]:
    for gold, found in pairs:
        yield "actors", _alike(gold, found, "actors")
        if gold.fields.get("speaker"):
            yield "speaker", float(is_same_person(gold.fields["speaker"], found.fields.get("speaker")))
        content, other = gold.fields.get("content"), found.fields.get("content")
        yield "content", agreement(words_in(text, content), words_in(text, other))
        for name in ("target", "tracks"):
            if gold.fields.get(name):
                yield name, _alike(gold, found, name)


def _quote_fields(pairs: Sequence[Pair], _text: str) -> Iterator[tuple[str, float]]:
    for gold, found in pairs:
        yield "speaker", float(is_same_person(gold.fields.get("speaker"), found.fields.get("speaker")))


def _are(gold: Thing, found: Thing, name: str) -> bool:
    return bool(gold.fields.get(name) == found.fields.get(name))


def _same_set(gold: Thing, found: Thing, name: str) -> float:
    return float(_set(gold, name) == _set(found, name))


def _alike(gold: Thing, found: Thing, name: str) -> float:
    return agreement(_set(gold, name), _set(found, name))


def _set(thing: Thing, name: str) -> set[Any]:
    return set(thing.fields.get(name) or ())


LAYERS: Final[Mapping[str, Layer]] = {
    "articles": Layer(_article, _nothing),
    "mentions": Layer(_above(_SAME_NAME), _identity),
    "dates": Layer(_date, _nothing),
    "meetings": Layer(_meeting, _meeting_fields),
    "instruments": Layer(_instrument, _instrument_fields),
    "amounts": Layer(_amount, _nothing),
    "acts": Layer(_act, _act_fields),
    "quotes": Layer(_above(_SAME_QUOTE), _quote_fields),
}
"""All but noise, which is counted in characters. Order: as the annotation has them."""

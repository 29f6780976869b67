"""What the words of a clause say of how far a thing is: done, begun, late, said again, in force."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from mahdar.language.clitics import bare, readings
from mahdar.language.words import split_words
from mahdar.lexicon.follow import FollowWords
from mahdar.linking.follow_terms import MARK
from mahdar.model.spans import Span

__all__ = ["cues_in"]

_CUES = (
    "prepares", "next", "again", "done", "put_off", "in_force", "amends", "concluded",
    "denied", "wished", "yet",
)  # fmt: skip
_HELD_BACK = frozenset({"done", "in_force"})
"""What is not so where the words before deny it, or only wish for it."""
_REACH = {"denied": 5, "wished": 3}
"""Words behind a denial or a wish that it is about, within its clause."""


def cues_in(known: FollowWords, text: str, span: Span) -> set[str]:
    """Return which cues stand in a stretch of text; `begun` where it says that a part of a thing is done.

    «لم يبدأ العمل بعد» tells of something late, not of something done, and «أهمية إنجاز السد» of neither.

    Args:
        known: the lexicon's words.
        text: the document's.
        span: the stretch.
    """
    words = list(split_words(text, span.start, span.end))
    folds = [word.fold for word in words]
    found: set[str] = set()
    left: dict[str, int] = {}
    for at, fold in enumerate(folds):
        own = _cues_of(known, fold)
        left = {} if MARK.search(words[at].gap) else {cue: n - 1 for cue, n in left.items() if n}
        found |= own - _HELD_BACK if left else own
        if "yet" in own and "denied" in left:
            found.add("put_off")
        if _begins(known, folds, at):
            found.add("begun")
        left |= {cue: reach for cue, reach in _REACH.items() if cue in own}
    return found


def _begins(known: FollowWords, folds: Sequence[str], at: int) -> bool:
    """Say whether words begin here that tell of a part."""
    return any(known.begun.at(folds, at, head) for head in _begun_heads(known, folds[at]))


@lru_cache(maxsize=1 << 16)
def _begun_heads(known: FollowWords, fold: str) -> tuple[str, ...]:
    """Return the words that words of a part may begin with here, particles and article aside."""
    return tuple(head for head in _ways(fold) if head in known.begun)


@lru_cache(maxsize=1 << 16)
def _cues_of(known: FollowWords, fold: str) -> frozenset[str]:
    """Return what a word is a cue of, particles and article aside."""
    ways = _ways(fold)
    return frozenset(cue for cue in _CUES if not ways.isdisjoint(getattr(known, cue)))


def _ways(fold: str) -> set[str]:
    """Return what a word may be behind its particles, with the article and without."""
    return {one for _, rest in readings(fold) for one in (rest, bare(rest))}

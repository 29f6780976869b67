"""Phrases of whole words, found in a list of folded words: the longest that begins at a word wins.

Whole words only: a name inside a longer word never fires. Particles attached to the first word are the
caller's business: it passes the word without them as `head`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeAlias, TypeVar

from mahdar.lexicon.fold import fold

__all__ = ["PhraseTable", "fold_words"]

T = TypeVar("T")

ByHead: TypeAlias = dict[str, list[tuple[tuple[str, ...], T]]]
"""First word → the further words of each phrase and its value, the longest first."""

_WORD = re.compile(r"[^\W_]+")


def fold_words(phrase: str) -> tuple[str, ...]:
    """Fold a phrase into the words that the tokeniser makes of it.

    >>> fold_words("الأمم المتّحدة")
    ('الامم', 'المتحده')
    >>> fold_words("أبو-ظبي")
    ('ابو', 'ظبي')
    """
    return tuple(_WORD.findall(fold(phrase)))


class PhraseTable(Generic[T]):
    """Phrases with a value each.

    Args:
        phrases: phrase (folded here) and value; of two values for one phrase the first stays.

    >>> table = PhraseTable([("الولايات المتحدة", "USA"), ("الأمم المتحدة", "UN")])
    >>> table.at(["دعت", "الامم", "المتحده"], 1)
    (2, 'UN')
    >>> table.at(["الامم", "الاسيويه"], 0) is None
    True
    """

    __slots__ = ("_seconds", "by_head")

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self.by_head: ByHead[T] = {}
        self._seconds: dict[str, ByHead[T]] = {}
        seen: set[tuple[str, ...]] = set()
        for phrase, value in phrases:
            words = fold_words(phrase)
            if words and words not in seen:
                seen.add(words)
                self.by_head.setdefault(words[0], []).append((words[1:], value))
        for rests in self.by_head.values():
            rests.sort(key=lambda pair: -len(pair[0]))

    def __contains__(self, head: str) -> bool:
        """Say whether any phrase begins with this folded word."""
        return head in self.by_head

    def at(self, folds: Sequence[str], i: int, head: str | None = None) -> tuple[int, T] | None:
        """Return how many words the longest phrase at word `i` has, and its value.

        Args:
            folds: folded words.
            i: where the phrase must begin.
            head: what to read instead of `folds[i]` (the word without its particles).
        """
        key = folds[i] if head is None else head
        seconds = self._seconds.get(key)
        if seconds is None:
            rests = self.by_head.get(key)
            if rests is None:
                return None
            seconds = self._seconds[key] = _by_second(rests)
        for rest, value in seconds.get(folds[i + 1], ()) if i + 1 < len(folds) else ():
            if len(rest) == 1 or tuple(folds[i + 1 : i + 1 + len(rest)]) == rest:
                return 1 + len(rest), value
        alone = seconds.get("")
        return (1, alone[0][1]) if alone else None

    def __reduce__(self) -> tuple[Callable[[ByHead[T]], PhraseTable[T]], tuple[ByHead[T]]]:
        """Keep the phrases alone: what they are looked up by is made again where it is wanted."""
        return _of, (self.by_head,)


def _of(by_head: ByHead[T]) -> PhraseTable[T]:
    """Return a table of phrases that are sorted already."""
    table: PhraseTable[T] = PhraseTable(())
    table.by_head = by_head
    return table


def _by_second(rests: Iterable[tuple[tuple[str, ...], T]]) -> ByHead[T]:
    """Sort the phrases of one head by their second word, the longest first; under "" the head alone."""
    found: ByHead[T] = {}
    for rest, value in rests:
        found.setdefault(rest[0] if rest else "", []).append((rest, value))
    return found

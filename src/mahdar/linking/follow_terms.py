"""A stretch of text → its parts: what stands between two marks, as terms that two texts can share.

A term is a word's key, two neighbouring keys, or a party that is named; the roots of words stand beside.
Names of people, of the two sides themselves, numbers and words that say nothing are left out.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from mahdar.language.clitics import bare, readings
from mahdar.language.roots import root
from mahdar.language.terms import key
from mahdar.language.words import split_words
from mahdar.lexicon.follow import FollowWords
from mahdar.lexicon.occasions import OccasionTable
from mahdar.lexicon.parties import PartyTable
from mahdar.linking.follow_view import Part
from mahdar.model.prose import Word
from mahdar.model.spans import Span
from mahdar.model.units import PartyCode

__all__ = ["MARK", "Reader", "keys_of", "party_term", "root_of", "root_term", "roots_of"]

MARK = re.compile(r"[^\w\s'\"«»“”()\N{ARABIC TATWEEL}-]")
"""Punctuation that ends a part; quotation marks and brackets do not."""
_PARTY, _ROOT = "@", "*"
_LETTER = 2


def party_term(term: str) -> bool:
    """Say whether a term is a party."""
    return term.startswith(_PARTY)


def root_term(term: str) -> bool:
    """Say whether a term is a root."""
    return term.startswith(_ROOT)


@lru_cache(maxsize=8)
def keys_of(words: frozenset[str]) -> frozenset[str]:
    """Return the terms that folded words are."""
    return frozenset(map(key, words))


@lru_cache(maxsize=8)
def roots_of(words: frozenset[str]) -> frozenset[str]:
    """Return the terms that the roots of folded words are."""
    return frozenset(map(root_of, words)) - {""}


@lru_cache(maxsize=1 << 16)
def root_of(word: str) -> str:
    """Return the term that a word's root is; empty where it has none."""
    its = root(word)
    return its and _ROOT + its


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads parts with the lexicon's tables."""

    words: FollowWords
    parties: PartyTable
    places: OccasionTable
    _terms_of: dict[str, tuple[str, str]] = field(default_factory=dict)
    _heads_of: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def parts(
        self, text: str, span: Span, names: Sequence[Span] = (), sides: Collection[str] = ()
    ) -> tuple[Part, ...]:
        """Return the parts of a stretch of text that hold any term.

        Args:
            text: the document's.
            span: the stretch.
            names: where people are named in it.
            sides: parties whose names say nothing here.
        """
        own = [name for name in names if name.overlap(span)]
        words = [word for word in split_words(text, span.start, span.end) if not _inside(word, own)]
        parts = (self._part(run, sides) for run in _runs(words))
        return tuple(part for part in parts if part.terms)

    def _part(self, run: Sequence[Word], sides: Collection[str]) -> Part:
        """Return the part that a run of words is."""
        terms, roots = set[str](), set[str]()
        before = ""
        for term, its_root in self._terms(run, sides):
            terms.add(term)
            roots.add(its_root)
            if term and before and not party_term(term):
                terms.add(f"{before} {term}")
            before = "" if party_term(term) else term or before
        return Part(Span(run[0].start, run[-1].end), frozenset(terms - {""}), frozenset(roots - {""}))

    def _terms(self, run: Sequence[Word], sides: Collection[str]) -> Iterator[tuple[str, str]]:
        """Yield the terms of a run of words, with their roots; empty for words that say nothing."""
        folds = [word.fold for word in run]
        at = 0
        while at < len(folds):
            length, codes = self._party(folds, at)
            if codes:
                yield "" if any(code in sides for code in codes) else _PARTY + codes[0], ""
            else:
                yield self._term(folds[at])
            at += length

    def _party(self, folds: Sequence[str], at: int) -> tuple[int, tuple[str, ...]]:
        """Return how many words name a party here, and its codes."""
        for head in self._heads(folds[at]):
            found = self.parties.names.at(folds, at, head)
            if found is not None and any(code in self.parties.states for code in found[1].codes):
                return found[0], found[1].codes
        return 1, ()

    def _heads(self, fold: str) -> tuple[str, ...]:
        """Return the words that a party's name may begin with here, particles and article aside."""
        found = self._heads_of.get(fold)
        if found is None:
            ways = (head for _, rest in readings(fold) for head in (rest, bare(rest)))
            found = self._heads_of[fold] = tuple(head for head in ways if head in self.parties.names.by_head)
        return found

    def _term(self, fold: str) -> tuple[str, str]:
        """Return a word's term and its root as one; empty where it says nothing, or has none."""
        found = self._terms_of.get(fold)
        if found is None:
            found = self._terms_of[fold] = self._made(fold)
        return found

    def _made(self, fold: str) -> tuple[str, str]:
        if fold[0].isdigit() or fold in self.words.empty:
            return "", ""
        term = key(fold)
        if len(term) < _LETTER or term in keys_of(self.words.empty):
            return "", ""
        its = root_of(fold)
        return term, its if its == root_of(
            term
        ) else ""  # a root that the article or an ending changes is none

    def land(self, place: str | None) -> PartyCode | None:
        """Return the state that a place is or lies in."""
        return self.places.states.get(place or "") or self.places.lands.get(place or "")

    def named(self, text: str, span: Span) -> Iterator[str]:
        """Yield the states that are named in a stretch of text, as often as they are."""
        folds = [word.fold for word in split_words(text, span.start, span.end)]
        at = 0
        while at < len(folds):
            length, codes = self._party(folds, at)
            yield from codes[:1]
            at += length


def _inside(word: Word, spans: Sequence[Span]) -> bool:
    return any(span.start <= word.start < span.end for span in spans)


def _runs(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """Cut words at marks."""
    run: list[Word] = []
    for word in words:
        if run and word.gap and MARK.search(word.gap):
            yield run
            run = []
        run.append(word)
    if run:
        yield run

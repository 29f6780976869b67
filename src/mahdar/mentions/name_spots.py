"""Parts of known full names → where they stand in a document for their bearers.

A surname or a first name with the father's stands for its bearer anywhere. A surname that is an ordinary word
too («المعلم», «جودة») does so only beside a verb of speech or of meeting, or behind a title.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mahdar.language.clitics import bare
from mahdar.lexicon.stops import HONORIFIC, PARTY, SHORT, SPEECH, TITLE
from mahdar.mentions.names import is_ordinary, is_spelt_otherwise
from mahdar.mentions.people import Known, Named, is_elsewhere
from mahdar.mentions.wording import Wording

__all__ = ["Parts", "find_parts"]


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts that can stand for the people of a document."""

    forms: dict[str, list[tuple[str, ...]]]
    """First word → the parts that begin with it, longest first."""
    guarded: frozenset[str]
    """Words that do so only where they stand for a speaker."""

    @classmethod
    def of(cls, forms: Iterable[Iterable[tuple[str, ...]]], guarded: Iterable[Iterable[str]]) -> Parts:
        """Sort the parts by first word."""
        free = [tuple(own) for own in forms]
        alone = {form[0] for own in free for form in own if len(form) == 1}
        words = frozenset(word for own in guarded for word in own) - alone
        by_head: dict[str, list[tuple[str, ...]]] = {}
        for own in (*free, ((word,) for word in words)):
            for form in own:
                by_head.setdefault(form[0], []).append(form)
        for bucket in by_head.values():
            bucket.sort(key=len, reverse=True)
        return cls(by_head, words)


def find_parts(
    wordings: Sequence[Wording], found: Sequence[Sequence[Named]], parts: Parts, known: Known
) -> Iterable[tuple[int, Named]]:
    """Find every part of a known full name that stands outside the names already found, with its article."""
    for article, wording in enumerate(wordings):
        yield from ((article, named) for named in _parts_of(wording, found[article], parts, known))


def _parts_of(wording: Wording, found: Sequence[Named], parts: Parts, known: Known) -> Iterable[Named]:
    """Find the parts of names in one article."""
    busy = {i for named in found for i in range(named.first, named.last)}
    end = 0
    for i, pairs in enumerate(wording.readings):
        for _, head in pairs:
            if i >= end and (head in parts.forms or wording.kinds[i] & SHORT) and i not in busy:
                named = _part_at(wording, i, parts, known)
                if named is not None and _is_free(wording, named, busy, known):
                    yield named
                    end = named.last
                break


def _is_free(wording: Wording, named: Named, busy: set[int], known: Known) -> bool:
    """Say whether a part of a name lies in no other name, place or organisation."""
    if not busy.isdisjoint(range(named.first, named.last)):
        return False
    return not is_elsewhere(wording, named, known)


def _part_at(wording: Wording, i: int, parts: Parts, known: Known) -> Named | None:
    """Return the part of a name at a word: one of this document's people before one of the lexicon's."""
    if is_spelt_otherwise(wording.words[i].text, known.names):
        return None
    for taken, head in wording.readings[i]:
        for form in parts.forms.get(head, ()):
            last = i + len(form)
            here = wording.folds[i + 1 : last] == form[1:] and last <= wording.ends[i]
            if here and _stands(wording, i, form, parts, known):
                return Named(i, last, wording.start(i, taken), form, None, short=True)
    hit = wording.match(known.people.short, i)
    if hit is None or _has_father(wording, i + hit.size, known):
        return None
    words = (hit.head, *wording.folds[i + 1 : i + hit.size])
    return Named(i, i + hit.size, wording.start(i, hit.taken), words, hit.value, short=True)


def _stands(wording: Wording, i: int, form: tuple[str, ...], parts: Parts, known: Known) -> bool:
    """Say whether a part stands for its bearer where it was found."""
    if len(form) == 1 and _has_father(wording, i + 1, known):
        return False
    if len(form) > 1 or form[0] not in parts.guarded:
        return True
    if not _speaks(wording, i, known):
        return False
    given = form[0] in known.names.given and not is_ordinary(form[0], known.names)
    return not given or (bool(wording.kinds[i - 1] & SPEECH) and not _goes_on(wording, i + 1, known))


def _goes_on(wording: Wording, at: int, known: Known) -> bool:
    """Say whether a name may go on at a word, so that another man is named."""
    if not wording.follows(at) or wording.words[at].gap:
        return False
    word = wording.folds[at]
    plain = is_ordinary(word, known.names) or word in known.stops
    return not plain and not is_spelt_otherwise(wording.words[at].text, known.names)


def _has_father(wording: Wording, at: int, known: Known) -> bool:
    """Say whether «son of» follows: another man, or an institution that is called by his name."""
    return wording.follows(at) and not wording.words[at].gap and wording.folds[at] in known.names.sons


def _speaks(wording: Wording, i: int, known: Known) -> bool:
    """Say whether a word stands beside a verb of speech or behind a title, and is neither title nor party."""
    if wording.kinds[i] & TITLE:
        return False
    if wording.kinds[i] & PARTY:
        return _no_adjective(wording, i, known)
    if wording.follows(i) and _QUOTES.issuperset(wording.words[i].gap):
        quoted = wording.folds[i - 1] in known.names.about and bare(wording.folds[i]) != wording.folds[i]
        return quoted or bool(wording.kinds[i - 1] & (SPEECH | TITLE | HONORIFIC))
    if i + 1 < len(wording.words) and _COLON in wording.words[i + 1].gap:
        return _QUOTES.issuperset(wording.words[i + 1].gap[: wording.words[i + 1].gap.index(_COLON)])
    return wording.follows(i + 1) and bool(wording.kinds[i + 1] & SPEECH)


def _no_adjective(wording: Wording, i: int, known: Known) -> bool:
    """Say whether a nationality is a name: right behind a verb or «السيد», or between «أن» and a verb."""
    if not wording.follows(i) or wording.words[i].gap or wording.words[i].start != wording.start(i, ""):
        return False
    before = wording.kinds[i - 1]
    if before & SPEECH or wording.folds[i - 1] in known.names.address:
        return True
    told = not wording.definite(i - 1) and len(wording.folds[i - 1]) <= _THAT
    return told and wording.follows(i + 1) and bool(wording.kinds[i + 1] & SPEECH)


_THAT = 3
"""Letters of «أن», «إن», «بأن»: no noun that a nationality could describe is so short."""
_COLON = ":"
_QUOTES = frozenset(
    '"\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}'
    "\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}"
)
"""Marks that can stand around a speaker's name."""

"""Words → runs of words that name people, before it is settled who is who.

Three ways lead to a name: the lexicon knows the person; a title or an honorific stands before it; or the
words themselves are names (a given name with a family name, a son-of chain).

Limits: a single word is a name only behind a title, or where identity finds its full form in the document.
"""

from __future__ import annotations

from mahdar.lexicon.stops import NAME, PARTY, PLACE, SPEECH
from mahdar.mentions.people_rules import RULES, Known, Named, Place
from mahdar.mentions.wording import Wording

__all__ = ["Known", "Named", "find_names", "is_elsewhere"]


def find_names(wording: Wording, known: Known, titled: set[int]) -> tuple[Named, ...]:
    """Find every name of an article that can be told without the rest of the document.

    Args:
        wording: the article's words.
        known: names, people, and what is none.
        titled: words right behind a title or an honorific.

    Order: by start, never overlapping.
    """
    found: list[Named] = []
    end = 0
    spoken = (i + 1 for i in wording.where(SPEECH) if wording.follows(i + 1))
    for i in sorted(titled.union(wording.where(NAME), spoken)):
        named = _name_at(wording, i, known, titled) if i >= end else None
        if named is None:
            continue
        if not _is_thing(wording, i, known, titled) and not is_elsewhere(wording, named, known):
            found.append(named)
        end = named.last
    return tuple(found)


def _name_at(wording: Wording, i: int, known: Known, titled: set[int]) -> Named | None:
    """Return the name that begins at a word."""
    place = Place(wording, i, known, i in titled)
    return next((named for rule in RULES if (named := rule(place)) is not None), None)


def _is_thing(wording: Wording, i: int, known: Known, titled: set[int]) -> bool:
    """Say whether the name, or the title before it, belongs to a thing's name («مطار الملك خالد»)."""
    at = i - 1
    while at >= 0 and at + 1 in titled and wording.follows(at + 1) and wording.folds[at] in known.stops:
        at -= 1
    if at < 0 or not wording.follows(at + 1):
        return False
    return any(rest in known.things for _, rest in wording.readings[at])


def is_elsewhere(wording: Wording, named: Named, known: Known) -> bool:
    """Say whether a place, an organisation or a set phrase holds the name («بندر عباس», «حسن الجوار»)."""
    behind = wording.folds[named.last : named.last + 1]
    if (*named.words, *behind)[:2] in known.names.phrases:
        return True
    for i in range(max(0, named.first - _BEFORE), named.last):
        if not wording.kinds[i] & (PARTY | PLACE):
            continue
        place, party = wording.match(known.places, i), wording.match(known.parties, i)
        size = max(
            place.size if place is not None else 0,
            party.size if party is not None and party.value.form == "organisation" else 0,
        )
        if size > 1 and i + size >= named.last:
            return True
    return False


_BEFORE = 4
"""Words of an organisation's name that may stand before a person's in it."""

"""Words → the places they name: cities, regions, venues, capitals with the word for capital beside them."""

from __future__ import annotations

from collections.abc import Sequence

from mahdar.lexicon.phrases import PhraseTable
from mahdar.lexicon.places import PlaceName
from mahdar.lexicon.stops import PLACE
from mahdar.mentions.wording import Wording
from mahdar.model.mentions import PartyMention, PlaceMention

__all__ = ["find_places", "settle_places"]


def find_places(
    wording: Wording, table: PhraseTable[PlaceName], people: Sequence[tuple[int, int]]
) -> tuple[PlaceMention, ...]:
    """Find every place an article names.

    Args:
        wording: the article's words.
        table: all names of places.
        people: spans of words that name people; a place in them is a name's part.

    Order: by start, never overlapping.
    """
    taken = {i for first, last in people for i in range(first, last)}
    found: list[PlaceMention] = []
    end = 0
    for i in wording.where(PLACE):
        place = _place_at(wording, table, i) if i >= end and i not in taken else None
        if place is not None and taken.isdisjoint(range(i, place.last)):
            found.append(place)
            end = place.last
    return tuple(found)


def _place_at(wording: Wording, table: PhraseTable[PlaceName], i: int) -> PlaceMention | None:
    """Return the place that begins at a word."""
    hit = wording.match(table, i)
    if hit is None:
        return None
    end = wording.words[i + hit.size - 1].end
    return PlaceMention(wording.start(i, hit.taken), end, i, i + hit.size, hit.value.name, hit.value.party)


def settle_places(
    places: Sequence[PlaceMention], parties: Sequence[PartyMention]
) -> tuple[PlaceMention, ...]:
    """Leave out places that turned out to be part of a party's longer name, or another party's weak name."""
    owners = {i: p for p in parties for i in range(p.first, p.last)}
    return tuple(place for place in places if not _is_part(place, owners.get(place.first)))


def _is_part(place: PlaceMention, party: PartyMention | None) -> bool:
    """Say whether a place is no place beside this party («سلطنة عمان»; «عمان» where it is the sultanate)."""
    if party is None:
        return False
    inside = party.last - party.first > place.last - place.first and party.form in {"name", "organisation"}
    return inside or (party.form == "weak" and place.party is not None and party.code != place.party)

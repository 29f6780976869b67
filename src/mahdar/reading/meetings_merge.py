"""Sightings of occasions → occasions: what the article says in several places about one of them.

A definite noun or a pronoun («خلال اللقاء», «هذا الحوار») takes up the occasion of its kind spoken of last;
another sighting joins an occasion that it does not contradict; what is left opens an occasion of its own,
where it says enough to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mahdar.reading.meetings_occasion import HEADLINES, Occasion
from mahdar.reading.meetings_same import is_of_body, speaks_of
from mahdar.reading.meetings_sight import Sighting

__all__ = ["merge"]


def merge(sightings: Sequence[Sighting]) -> list[Occasion]:
    """Put the sightings of one article together. Order: by first sighting."""
    found: list[Occasion] = []
    waiting: list[Sighting] = []
    for said in sightings:
        s = replace(said, planned=True) if _in_the_programme(found, said) else said
        known = None if s.fresh else _known(found, s)
        if known is not None:
            known.add(s)
        elif s.opens:
            found.append(Occasion.of(_as_the_summit_before(found, s)))
        elif (series := _told_by(found, s)) is not None:
            kind = s.kind if s.back and s.earlier else series.kind
            found.append(Occasion.of(replace(s, kind=kind, parties=series.parties)))
        elif (named := _named_before(waiting, s)) is not None:
            found.append(Occasion.of(replace(named, planned=s.planned)))
            found[-1].add(replace(s, parties=named.parties))
            waiting.remove(named)
        elif not s.back:
            waiting.append(s)
    for s in waiting:
        _add_waiting(found, s)
    return found


def _in_the_programme(found: list[Occasion], s: Sighting) -> bool:
    """Say whether a present tells what somebody does on a visit to come («ويعقد محادثات مع نظيره»)."""
    verb = s.hold.term.tense if s.hold is not None else s.trigger.term.tense
    if s.planned or not s.opens or s.kind != "meeting" or verb != "present" or s.sentence.block in HEADLINES:
        return False
    visit = next((o for o in reversed(found) if o.kind == "visit"), None)
    return visit is not None and visit.planned and set(s.parties) <= set(visit.parties)


def _told_by(found: list[Occasion], s: Sighting) -> Occasion | None:
    """Return the occasion whose sides a sighting has that names none: its series, what it prepares."""
    return _series(found, s) or _one_before(found, s) or _prepared(found, s) or _going_to_continue(found, s)


def _one_before(found: list[Occasion], s: Sighting) -> Occasion | None:
    """Return the call or meeting before which the same two had another («اتصالهما السابق في 6 يناير»)."""
    if not (s.earlier and s.trigger.term.pronoun and s.kind in _OF_TWO and (s.date or s.place)):
        return None
    return next((o for o in reversed(found) if o.kind in _OF_TWO and len(o.parties) == _TWO), None)


_OF_TWO = frozenset({"call", "meeting"})
"""Kinds of which two have several."""


def _prepared(found: list[Occasion], s: Sighting) -> Occasion | None:
    """Return the round that those meet for who prepare it («وسبق الدورة اجتماع للخبراء يومي …»)."""
    if not s.preparing or s.back or s.parties or not (s.date or s.place):
        return None
    numbered = (o for o in reversed(found) if o.edition is not None and o.kind == s.kind)
    told = next((o for o in numbered if len(o.parties) > 1), None)
    bodies = (o for o in reversed(found) if o.kind == s.kind and any(is_of_body(x) for x in o.sightings))
    return told or next((o for o in bodies if len(o.parties) > 1), None)


def _named_before(waiting: list[Sighting], s: Sighting) -> Sighting | None:
    """Return the mere mention that a definite noun takes up to tell when or where it is held."""
    told = s.back and s.hold is not None and bool(s.date or s.place)
    if not told:
        return None
    alike = (
        w for w in reversed(waiting) if w.trigger.head is s.trigger.head and s.first - w.last <= _TAKEN_UP
    )
    return next((w for w in alike if len(w.parties) > 1), None)


_TAKEN_UP = 40
"""A definite noun takes up a mere mention within so many words."""


def _add_waiting(found: list[Occasion], s: Sighting) -> None:
    """Add a sighting that opens nothing to the occasion that it speaks of, wherever that was opened."""
    before = [o for o in found if o.kind != "visit" or o.sightings[0].first < s.first]
    known = _known(sorted(before, key=lambda o: o.planned == s.planned), s)
    if known is None:
        return
    if set(known.parties) & set(s.parties) or (s.edition and s.edition == known.edition):
        known.add(s)


def _as_the_summit_before(found: list[Occasion], s: Sighting) -> Sighting:
    """Give a summit that only its number or turn names the sides of the one before («القمة المقبلة»)."""
    told = s.edition is not None or (s.planned and s.trigger.term.definite)
    if s.kind != "summit" or s.parties or not told:
        return s
    before = next((o for o in reversed(found) if o.kind == "summit" and len(o.parties) > 1), None)
    return s if before is None else replace(s, parties=before.parties)


def _series(found: list[Occasion], s: Sighting) -> Occasion | None:
    """Return the edition before or behind this one, where only number or turn is named («الدورة السابقة»)."""
    told = (s.date or s.place) if s.back else (s.date and s.place)
    numbered = s.edition is not None and (s.hold is not None or bool(told))
    if not (numbered or (s.earlier and (s.date or s.place))) or (len(s.parties) >= _TWO and not s.back):
        return None
    if s.edition == _SECOND and s.planned and (first := _first_of_many(found, s)) is not None:
        return first
    others = (o for o in reversed(found) if o.edition is not None and o.edition != s.edition)
    return next((o for o in others if _of_one_series(o, s)), None)


def _first_of_many(found: list[Occasion], s: Sighting) -> Occasion | None:
    """Return the meeting of several of which a second is to come («قررت الأطراف عقد الاجتماع الثاني»)."""
    o = found[-1] if found else None
    if o is None or o.edition is not None or o.planned or len(o.parties) <= _TWO:
        return None
    return o if o.sightings[0].trigger.head is s.trigger.head and s.place != o.place else None


_SECOND = 2


def _of_one_series(o: Occasion, s: Sighting) -> bool:
    """Say whether number or turn can be of the same series: a round of it, or told by the same noun."""
    if s.trigger.head.role == "container":
        return s.earlier or not s.inner
    if s.back and s.kind == "strategic_dialogue":
        return o.kind == s.kind and set(s.parties) <= set(o.parties)
    heads = [(x.trigger.head, *(t.head for t in x.inner)) for x in o.sightings if x.edition]
    return s.kind == "meeting" and any(s.trigger.head in found for found in heads)


def _going_to_continue(found: list[Occasion], s: Sighting) -> Occasion | None:
    """Return the talks that are to go on at a day or place («ومن المقرر أن تتواصل المحادثات في …»)."""
    told = s.planned and s.hold is not None and bool(s.date or s.place) and len(s.parties) < _TWO
    numbered = s.trigger.head.role == "container"
    if not told or not (s.trigger.head.loose or numbered or s.trigger.term.pronoun):
        return None
    known = (o for o in reversed(found) if o.kind == "meeting" and set(o.parties) > set(s.parties))
    return next((o for o in known if o.edition is not None or not numbered), None)


_TWO = 2


def _known(found: list[Occasion], s: Sighting) -> Occasion | None:
    """Return the occasion that a sighting speaks of: the newest that fits, one held before one to come."""
    fits = [o for o in reversed(found) if speaks_of(o, s)]
    if s.edition is not None and s.hold is not None and any(_is_edition_of(o, s) for o in found):
        fits = [o for o in fits if o.edition is not None or not _new_by_itself(o)]
    if s.back:
        fits.sort(key=lambda o: (o.kind != s.kind, _is_other_than(o, s), o.planned and not s.planned))
    return fits[0] if fits else None


def _is_other_than(o: Occasion, s: Sighting) -> bool:
    """Say whether an occasion is not what a noun means: no reception, or several, which «اللقاء» is not."""
    if s.trigger.head.guests and all(x.trigger.head.role != _RECEIVES for x in o.sightings):
        return True
    return o.sightings[0].trigger.term.plural and not s.trigger.term.plural


_RECEIVES = "receive"


def _is_edition_of(o: Occasion, s: Sighting) -> bool:
    """Say whether an occasion is another edition of the series that a number is of."""
    return o.edition not in {None, s.edition} and any(x.trigger.head is s.trigger.head for x in o.sightings)


def _new_by_itself(o: Occasion) -> bool:
    """Say whether an occasion was brought in by a verb, or by a noun without article."""
    first = o.sightings[0]
    return not (first.trigger.term.definite or first.trigger.term.pronoun) and first.sentence.block == "prose"

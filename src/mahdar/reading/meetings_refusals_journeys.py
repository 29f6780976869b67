"""What makes a verb or noun of going, or the word for a visit, no journey of a party."""

from __future__ import annotations

from mahdar.reading.meetings_details import Where, destination, people_in, place_in
from mahdar.reading.meetings_persons import speaks_first
from mahdar.reading.meetings_place import parties_of, place_of, the_country
from mahdar.reading.meetings_said import has_office
from mahdar.reading.meetings_view import View, goes_on_unnamed

__all__ = ["at_its_seat", "going", "nowhere", "of_a_sight", "stark"]


def of_a_sight(view: View) -> bool:
    """«زيارة معرض الكتاب», «زار المتحف»: who goes to see something meets nobody by it."""
    at = view.trigger.last
    return view.kind == "visit" and view.has("sights", at, at + 1)


def nowhere(view: View) -> bool:
    """A verb of visiting whose subject is no person or that leads nowhere."""
    if view.trigger.head.role != "visit" or view.kind != "visit":
        return False
    lo, hi = max(view.clause[0], view.trigger.i - 12), min(view.clause[1], view.trigger.last + 12)
    person = people_in(view.ctx, lo, hi) or view.has("officials", lo, hi) or has_office(view.ctx, lo, hi)
    pronoun = view.trigger.term.tense == "future" or goes_on_unnamed(view) or speaks_first(view)
    return (
        not (person or pronoun)
        or (destination(view.ctx, view.table, view.trigger.last, hi, direct=True) or the_country(view))
        is None
    )


def going(view: View) -> bool:
    """«توجه بالشكر إلى», «وصل عدد … إلى»: a verb of going without a person who goes to a place."""
    if not view.trigger.head.reaches:
        return False
    at, hi = view.trigger.last, min(view.clause[1], view.trigger.last + 12)
    lo = max(view.clause[0], view.trigger.i - 8)
    if view.trigger.head.named and not _named_right_behind(view):
        return True
    goes = people_in(view.ctx, lo, hi) or has_office(view.ctx, lo, hi) or view.has("officials", at, hi)
    goes = goes or (bool(view.trigger.term.tense) and view.has("officials", lo, view.trigger.i))
    goes = goes or (goes_on_unnamed(view) and who_went_before(view))
    to = led_to(view, at, hi)
    return (
        not goes or to is None or view.has("addressing", at, hi) or view.before in view.table.words["generic"]
    )


def who_went_before(view: View) -> bool:
    """Say whether somebody is named before a verb without subject: in its sentence or the one before."""
    ctx, first, at = view.ctx, view.sentence.first, view.trigger.i
    if at - first <= _AT_ONCE and first:
        first = ctx.sentence_of(first - 1).first
    return bool(people_in(ctx, first, at)) or has_office(ctx, first, at)


_AT_ONCE = 4
"""A verb that goes on with the sentence before stands within so many words of its own."""


def _named_right_behind(view: View) -> bool:
    """Say whether a noun of going has right behind it whom it tells of («وصول الوزير إلى …»)."""
    first, last = view.trigger.last, view.trigger.last + _RIGHT_BEHIND
    named = people_in(view.ctx, first, last) or has_office(view.ctx, first, last)
    return bool(named) or view.has("officials", first, last)


_RIGHT_BEHIND = 2
"""Who arrives is named within so many words, an honorific between."""


def at_its_seat(view: View) -> bool:
    """«يتوجه المبعوث الأممي إلى نيويورك»: who acts for an organisation is at home where it has its seat."""
    if view.kind != "visit":
        return False
    place, host = place_of(view)
    if place not in view.table.seats:
        return False
    guests = set(parties_of(view, host)) - {host}
    return bool(guests) and guests <= view.table.seats[place]


def led_to(view: View, first: int, last: int) -> Where | None:
    """Return where a verb of going leads, or where one of staying says that somebody is."""
    if view.trigger.head.stays:
        return place_in(view.ctx, view.table, first, min(first + _STAYING, last))
    to = destination(view.ctx, view.table, first, last, direct=False)
    return to or (
        None if view.trigger.head.leaves else destination(view.ctx, view.table, first, first + 1, direct=True)
    )


_STAYING = 8
"""Where somebody is stands within so many words behind the word for being there."""


def stark(view: View) -> bool:
    """«تدخلا سافرا»: an adjective that is spelt like the dual of a verb of going."""
    return view.trigger.head.reaches and view.trigger.term.number == "d" and view.before.endswith(_ALEF)


_ALEF = "\N{ARABIC LETTER ALEF}"

"""A sentence's words for occasions → its sightings, each with what is said there."""

from __future__ import annotations

from dataclasses import replace

from mahdar.lexicon.meetings import MeetingTable
from mahdar.model.days import first_day
from mahdar.model.prose import Sentence
from mahdar.reading.clauses import clause_bounds, mentions_in
from mahdar.reading.context import Context
from mahdar.reading.meetings_chairs import chairs_of
from mahdar.reading.meetings_date import agree, date_near
from mahdar.reading.meetings_in_turn import each_of_several
from mahdar.reading.meetings_kind import Place
from mahdar.reading.meetings_opening import opens
from mahdar.reading.meetings_parties import under_a_roof
from mahdar.reading.meetings_persons import speaks_first
from mahdar.reading.meetings_place import parties_of, place_of, stops_of
from mahdar.reading.meetings_refusals import refused
from mahdar.reading.meetings_said import (
    edition,
    has_office,
    launched,
    people_of,
    phrase,
    takes_up,
    theme_of,
    theme_words,
)
from mahdar.reading.meetings_sides import lay_people, other_side
from mahdar.reading.meetings_sight import Sighting, Trigger
from mahdar.reading.meetings_status import is_planned, long_ago, to_come
from mahdar.reading.meetings_view import NOUNS, VERBS, View, view_of

__all__ = ["sightings_in"]


def sightings_in(
    ctx: Context, table: MeetingTable, group: tuple[Sentence, list[Trigger]], *, series: bool
) -> list[Sighting]:
    """Return the sightings of one sentence. Order: by word.

    Args:
        ctx: the article.
        table: the words for meetings.
        group: the sentence and its words for occasions.
        series: True where the article names a strategic dialogue.
    """
    sentence, triggers = group
    found: list[Sighting] = []
    done, place = sentence.first, Place(ctx, table, sentence, clause_bounds(ctx, sentence), series)
    for n, trigger in enumerate(triggers):
        if trigger.i < done or not (trigger.head.role in _SEEN or trigger.head.reaches):
            continue
        view = view_of(place, triggers, n)
        if view is None or refused(view):
            continue
        if _of_the_guest(view, found):
            found[-1:] = [_where_the_guest_is(view, found[-1])]
        found += each_of_several(view, _sighting(view))
        if (begun := launched(view)) is not None:
            found[-1:] = _two(found[-1], *begun)
        if _says_session(view) and len(found) > 1:
            found[-2:] = [_as_session(view, found[-2])]
        found[-1] = _at_the_airport(view, _at_the_stop(view, found))
        found[-1] = _on_margins_ahead(found)
        welcomed = [found[-1].last] if trigger.head.guests and found[-1].kind == "visit" else []
        done = max([trigger.last, *(t.last for t in view.inner), *welcomed])
    return found[1:] if _meet_to_hold(place, found, triggers) else found


_SEEN = NOUNS | VERBS | {"chair", "body"}
"""Roles of words that can speak of an occasion by themselves."""


def _of_the_guest(view: View, found: list[Sighting]) -> bool:
    """Say whether a relative clause tells that somebody just met is on a visit («… الذي يزور نيروبي»)."""
    told = view.trigger.head.role == "visit" and view.before in view.table.words["relative"]
    if not (told and view.trigger.term.tense == "present" and found):
        return False
    met = found[-1]
    if met.trigger.head.role not in {"meet", "receive"} or not met.opens or len(met.parties) < _TWO:
        return False
    return set(parties_of(view, place_of(view)[1])) <= set(met.parties)


_TWO = 2


def _where_the_guest_is(view: View, s: Sighting) -> Sighting:
    """Give a meeting the place that the guest is visiting."""
    place, host = place_of(view)
    return s if s.place or place is None else replace(s, place=place, host=host)


def _at_the_stop(view: View, found: list[Sighting]) -> Sighting:
    """Give a meeting the place that somebody has just gone to («سينتقل إلى … حيث سيلتقي»)."""
    s = found[-1]
    visit = next((v for v in reversed(found[:-1]) if v.kind == "visit" and v.place), None)
    if visit is None or s.kind != "meeting" or s.back or s.trigger.i - visit.last > _STOP:
        return s
    to_meet = s.trigger.head.role == "noun" and s.trigger.term.taken.endswith(_LAM) and s.hold is None
    if (
        to_meet
        and visit.trigger.head.reaches
        and set(s.parties) & set(visit.parties)
        and len(visit.parties) > 1
    ):
        s = replace(s, parties=visit.parties, date=visit.date)
    if s.date and visit.date and not agree(s.date, visit.date):
        return s
    if len(visit.parties) > 1 and view.has("pair", s.trigger.last, view.end):
        s = replace(s, parties=visit.parties)
    if not set(s.parties) & set(visit.parties):
        return s
    within = visit.planned and s.hold is not None and s.hold.term.tense == "present" and s.opens
    aim = (
        s.trigger.head.role == "noun"
        and s.trigger.term.taken.endswith(_LAM)
        and s.hold in (None, visit.trigger)
    )
    s = replace(s, planned=s.planned or aim or within, date=s.date or _month_of(visit))
    return s if s.place else replace(s, place=visit.place, host=visit.host, city=visit.city)


def _month_of(visit: Sighting) -> str | None:
    """Return the month or year of a visit, in which what is told of it lies as well."""
    return visit.date if visit.date and len(visit.date) < len("2024-03-05") else None


def _on_margins_ahead(found: list[Sighting]) -> Sighting:
    """Make one that is to come of what another to come is on the margins of («اللقاء … على هامش القمة»)."""
    s = found[-1]
    before = next((o for o in reversed(found[:-1]) if o.trigger.i < s.trigger.i), None)
    ahead = s.margin and before is not None and before.planned and before.opens and s.hold is None
    return replace(s, planned=True) if ahead and not s.date else s


def _at_the_airport(view: View, s: Sighting) -> Sighting:
    """Make an arrival of a reception at an airport: it is part of the guest's visit."""
    if view.trigger.head.role != "receive" and not view.trigger.head.guests:
        return s
    return replace(s, kind="visit", city=False) if view.has("airport", view.trigger.i, view.clause[1]) else s


_LAM = "\N{ARABIC LETTER LAM}"
_STOP = 12
"""What somebody does at a stop is told within so many words."""


def _meet_to_hold(place: Place, found: list[Sighting], triggers: list[Trigger]) -> bool:
    """Say whether the sentence first says that two met, then that they held the dialogue («… وترأسا»)."""
    if _met_in_it(place, found):
        return True
    if len(found) < 2 or found[0].trigger.head.role != "meet" or found[1].kind != "strategic_dialogue":
        return False
    first, last = found[0].trigger.i, found[1].trigger.i
    between = (t for t in triggers if first < t.i < last and t.head.role in {"hold", "chair"})
    return any(t.term.number == "d" and bool(t.term.taken) for t in between)


def _met_in_it(place: Place, found: list[Sighting]) -> bool:
    """Say whether the sentence tells that two met in a dialogue («سيلتقي … نظيره في حوار استراتيجي»)."""
    if len(found) < 2 or found[0].trigger.head.role != "meet" or not _encloses(place, found[1]):
        return False
    told = found[1].hold is None or (found[1].kind == "summit" and found[1].hold.head.hosts)
    if found[1].clause != found[0].clause or found[1].back or not told:
        return False
    first, last = found[:2]
    found[1] = replace(
        last,
        parties=last.parties or first.parties,
        planned=first.planned,
        place=last.place or first.place,
        opens=first.opens,
    )
    return True


def _encloses(place: Place, s: Sighting) -> bool:
    """Say whether two who meet can meet in it: a dialogue, or a summit that nobody else is named for."""
    inside = place.ctx.folds[s.trigger.i - 1] in place.table.words["within"]
    return s.kind == "strategic_dialogue" or (s.kind == "summit" and inside and not s.parties)


def _two(s: Sighting, last: int, day: str) -> list[Sighting]:
    """Part an edition from the beginning of its series («الجولة الثالثة من الحوار الذي انطلق في …»)."""
    first = s.inner[0].i
    begun = replace(
        s,
        first=first,
        last=last,
        edition=None,
        date=day,
        place=None,
        chairs=(),
        planned=False,
        opens=True,
        fresh=True,
    )
    date = None if s.date == day else s.date
    return [replace(s, date=date, last=min(s.last, s.inner[-1].last), opens=True), begun]


def _says_session(view: View) -> bool:
    """Say whether it tells of the occasion before that it was a session («…، وهي الجلسة الأولى»)."""
    return view.trigger.head.kind == "session" and view.before in view.table.words["apposition"]


def _as_session(view: View, s: Sighting) -> Sighting:
    """Make a session of a sighting, its theme what stands behind it."""
    return replace(
        s,
        kind="session",
        theme=theme_words(view, s.trigger.last),
        last=max(s.last, view.trigger.last),
        opens=True,
    )


def _sighting(view: View) -> Sighting:
    """Gather what the clause says of the occasion."""
    table, trigger = view.table, view.trigger
    day = date_near(view)
    begin = first_day(day)
    place, host = place_of(view)
    planned = not long_ago(view, begin) and (to_come(view) or is_planned(view, begin))
    parties = parties_of(view, host)
    people = people_of(view)
    first, last = phrase(view)
    sighting = Sighting(
        trigger=trigger,
        sentence=view.sentence,
        kind=view.kind,
        first=first,
        last=last,
        clause=view.clause,
        inner=view.inner,
        hold=view.hold,
        parties=parties,
        people=people,
        edition=edition(view),
        date=None if planned and _is_over(view, (day or "").rpartition("/")[2]) else day,
        place=place,
        host=host,
        city=place is not None and place not in table.state_names and not place.endswith(_AIRPORT),
        planned=planned,
        back=takes_up(view),
        chairs=chairs_of(view),
        stops=stops_of(view, host),
        theme=theme_of(view),
    )
    return settled(view, _marked(view, sighting), bool(day))


def _is_over(view: View, day: str | None) -> bool:
    """Say whether a day lies behind the article's own: what is to come is not on it."""
    now = view.ctx.day
    return bool(day and now) and len(str(day)) == len(str(now)) and str(day) < str(now)


def _marked(view: View, s: Sighting) -> Sighting:
    """Add what tells the occasion from others of the same two."""
    table, trigger = view.table, view.trigger
    return replace(
        s,
        aside=view.has("margin", *view.clause) and view.before not in table.words["margin"],
        lay=lay_people(view),
        alone=len(s.parties) == 1
        and s.parties[0] not in table.bodies
        and not (other_side(view) or under_a_roof(view)),
        envoys=view.has("envoys", trigger.last, max(view.end, s.last)),
        three=view.kind == "meeting" and view.has("three", trigger.last, max(view.end, s.last)),
        joining=_joins(view),
        bodied=not table.bodies.isdisjoint(s.parties),
        earlier=_is_earlier(view),
        long_ago=long_ago(view, first_day(s.date)),
        preparing=_prepares(view),
        fresh=_is_another(view),
        margin=_on_whose_margin(view),
        meanwhile=_is_meanwhile(view),
        mine=speaks_first(view),
        besides=trigger.head.role in VERBS and view.before in table.words["besides_that"],
    )


def _prepares(view: View) -> bool:
    """Say whether experts or high officials meet, and do not only attend («محادثات حضرها كبار المسؤولين»)."""
    first, last = view.trigger.last, view.end
    if view.trigger.head.role not in NOUNS:
        return False
    there = (k for k in range(first, last) if view.has("attended", k, k + 1))
    return view.has("preparatory", first, next(there, last))


def _is_another(view: View) -> bool:
    """Say whether its words tell that it is one more («ثم التقى …», «وفي اتصال آخر»)."""
    if view.trigger.head.role in VERBS:
        return view.before in view.table.words["then"]
    term, last = view.trigger.term, view.trigger.last
    if view.trigger.head.role != "noun" or term.definite or term.pronoun:
        return False
    return view.kind in _OF_TWO and view.has("another", last, last + _FIRST)


def _is_meanwhile(view: View) -> bool:
    """Say whether its verb stands behind «فيما» or the like, with whoever held it («فيما أجرى وزير …»)."""
    hold = view.hold
    if hold is None or hold.i >= view.trigger.i or hold.term.number != "s" or not hold.term.tense:
        return False
    led = view.has("meanwhile", hold.i - 1, hold.i)
    return led and has_office(view.ctx, hold.last, min(hold.last + _FIRST, view.trigger.i))


_OF_TWO = frozenset({"meeting", "call"})
"""Kinds of which a party has several with others one after the other."""


def _on_whose_margin(view: View) -> bool:
    """Say whether something else took place on its margins («على هامش انعقاد الدورة الثالثة»)."""
    at = view.trigger.i
    at -= view.has("holding", at - 1, at)
    return view.has("margin", at - 1, at)


def _is_earlier(view: View) -> bool:
    """Say whether its words tell that it is the one before («الدورة السابقة», «آخر دورة»)."""
    last = view.trigger.last
    dates = mentions_in(view.ctx.article.mentions.dates, last - 3, last + 1)
    dated = any(m.first <= last < m.last for m in dates)
    if view.trigger.head.role in VERBS:
        return view.has("bygone_that", max(view.sentence.first, view.trigger.i - _AGO), view.trigger.i)
    if view.trigger.head.role not in NOUNS or dated:
        return False
    return view.has("previous", last, last + 1) or view.has("last_of", view.trigger.i - 1, view.trigger.i)


_AGO = 6
"""Who met before stands between «سبق» and the verb («سبق للوزيرين أن التقيا»)."""


def _joins(view: View) -> bool:
    """Say whether a sentence tells who took part besides («ورأس وفد الهند إلى الاجتماع»)."""
    first = view.sentence.first
    works = bool(view.inner) and view.inner[0].last == view.end and view.inner[0].term.definite
    return view.has("joining", first, first + _FIRST) and (works or takes_up(view))


_FIRST = 2
"""That others took part is what a sentence begins with."""
_AIRPORT = "Airport"
"""Where somebody lands says no more than which state he visits."""


def settled(view: View, s: Sighting, dated: bool) -> Sighting:
    """Say whether the sighting is enough to open an occasion."""
    if view.trigger.head.role == "chair":
        return replace(s, parties=(), people=frozenset(), edition=None, date=None, place=None, host=None)
    if s.back and s.earlier and (s.date or s.place):
        both = view.has("between_both", view.trigger.last, view.trigger.last + _FIRST)
        return replace(s, opens=both and len(s.parties) > 1)
    numbered = s.edition is not None and s.kind == "strategic_dialogue"
    if s.back and not numbered and (s.hold is None or (s.trigger.term.plural and not s.trigger.head.loose)):
        return replace(s, date=None, place=None, host=None)
    return replace(s, opens=not s.back and opens(view, s, dated=dated))

"""Whether a sighting is of an occasion that is known: same kind, and nothing that both say differs."""

from __future__ import annotations

from mahdar.reading.meetings_date import agree
from mahdar.reading.meetings_occasion import HEADLINES, Occasion, in_the_present
from mahdar.reading.meetings_sight import Sighting

__all__ = ["RULES", "is_of_body", "speaks_of"]


def speaks_of(o: Occasion, s: Sighting) -> bool:
    """Say whether a sighting can be of an occasion."""
    return _same_kind(o, s) and _agree(o, s) and _linked(o, s)


def _linked(o: Occasion, s: Sighting) -> bool:
    """Say whether a sighting that opens nothing shares a fact with an occasion: to differ in none is little.

    A definite noun takes up what was spoken of before; talks with a complement of their own («المفاوضات
    النووية») mostly are others.
    """
    if s.back and s.trigger.head.loose and s.first - o.sightings[-1].last > _FAR:
        return False
    if s.back or s.opens or s.sentence is o.sightings[-1].sentence:
        return True
    term = s.trigger.term
    taking_up = term.definite or term.pronoun or term.tense
    held = s.hold is not None and abs(s.hold.i - s.trigger.i) <= _NEAR
    if taking_up and (held or not s.trigger.head.loose or s.last == s.trigger.last):
        return True
    shared = bool(set(o.parties) & set(s.parties)) or bool(o.people & s.people)
    return shared or bool(s.edition or (s.place and s.place == o.place) or (s.date and s.date == o.date))


_NEAR = 6
"""A verb of holding that is a mere mention's own stands within so many words."""
_FAR = 250
"""«المحادثات» so many words further on mostly are others."""


def _same_kind(o: Occasion, s: Sighting) -> bool:
    """Say whether a sighting's word can be used for an occasion."""
    if s.trigger.head.many and not o.sightings[0].trigger.head.many:
        return False
    if o.kind == s.kind or _by_phone(o, s):
        return True
    talks = s.trigger.head.loose and not s.trigger.term.tense
    if talks and o.kind == "visit" and o.sightings[-1].sentence is s.sentence:
        return True
    if not s.back:
        return s.kind == "meeting" and s.trigger.head.loose and not s.opens and o.kind not in _APART
    if s.trigger.term.pronoun and o.kind == "visit":
        return o.sightings[-1].sentence is s.sentence
    return o.kind in _TAKEN_UP.get(s.trigger.head.id, ()) or (s.trigger.head.loose and o.kind not in _APART)


_APART = frozenset({"call", "working_group"})
"""Kinds that a word for talks does not take up."""
_TAKEN_UP = {
    "ar.meeting.taraasa": ("meeting", "strategic_dialogue", "working_group", "session"),
    "ar.meeting.meeting": ("working_group", "summit", "meeting"),
    "ar.meeting.session": ("strategic_dialogue", "meeting"),
    "ar.meeting.round": ("strategic_dialogue", "meeting"),
}
"""Head → kinds that its definite form can take up besides its own."""


def _by_phone(o: Occasion, s: Sighting) -> bool:
    """Say whether the text tells that two of whose talks its headline speaks called one another."""
    first = o.sightings[0]
    talks = first.trigger.head.role == "discuss" and first.sentence.block in HEADLINES
    return talks and s.kind == "call" and s.opens and o.parties == s.parties


def _agree(o: Occasion, s: Sighting) -> bool:
    """Say whether nothing that both say differs."""
    if s.back and s.earlier and not same_turn(o, s):
        return False
    if s.back:
        ahead = s.hold is not None and s.hold.term.tense == "future" and bool(s.date or s.place)
        if ahead and not o.planned and _told(o.sightings[0]):
            return False
        return not (s.edition and o.edition and s.edition != o.edition)
    return all(rule(o, s) for rule in RULES)


def same_edition(o: Occasion, s: Sighting) -> bool:
    """«السادس» and «السابع» are two; so are the first round of one thing and the first meeting of another."""
    if s.edition is None or o.edition is None:
        return True
    first = o.sightings[0]
    alike = s.trigger.head.role == first.trigger.head.role or s.sentence is first.sentence
    return s.edition == o.edition and (s.edition > 1 or s.kind != "meeting" or alike)


def same_date(o: Occasion, s: Sighting) -> bool:
    """A day and its month agree, two days do not."""
    if not s.date or not o.date:
        return True
    return agree(s.date, o.date)


def same_place(o: Occasion, s: Sighting) -> bool:
    """Two cities are two occasions; a city and its state are one place."""
    if not s.place or not o.place or s.place == o.place:
        return True
    return bool(s.host) and s.host == o.host and not (s.city and o.sightings[0].city)


def same_status(o: Occasion, s: Sighting) -> bool:
    """One to come is not the one just held, unless edition or date say that it is."""
    if o.planned and not s.planned and s.hold is not None and s.hold.term.tense == "past" and s.date:
        return s.date == o.date
    if o.planned and s.long_ago and s.opens:
        return False
    if in_the_present(s) and s.planned and s.opens and _told(o.sightings[0]) and not o.planned:
        return bool(s.date and s.date == o.date)
    if in_the_present(s) or (not s.opens and not s.planned):
        return True
    if in_the_present(o.sightings[-1]) or _going_on(o, s):
        return True
    same = bool(s.edition and s.edition == o.edition) or bool(s.date and s.date == o.date)
    return same or s.planned == o.planned


def _going_on(o: Occasion, s: Sighting) -> bool:
    """Say whether the same two were said to hold it in the present («يجري اليوم محادثات»)."""
    hold = o.sightings[-1].hold
    if s.kind not in {"meeting", "summit"} or len(s.parties) < 2 or o.parties != s.parties:
        return False
    return hold is not None and hold.term.tense == "present"


def same_sides(o: Occasion, s: Sighting) -> bool:
    """Two full lists of parties agree where one holds the other."""
    mine, theirs = set(o.parties), set(s.parties)
    if s.edition is not None and s.edition == o.edition and mine == theirs:
        return True
    if _three_and_two(o, s):
        return False
    if _among_themselves(s) != _among_themselves(o.sightings[0]) and len(mine | theirs) > 1:
        return False
    if len(mine) < 2 or len(theirs) < 2:
        return not mine or not theirs or bool(mine & theirs)
    if _indefinite(s) and len(theirs) < len(mine) and not o.sightings[0].bodied:
        return False
    return mine <= theirs or theirs <= mine


def _three_and_two(o: Occasion, s: Sighting) -> bool:
    """Say whether three meet at one of them, and two of these by themselves at the other."""
    three = any(x.three for x in o.sightings)
    mine, theirs = len(o.parties), len(s.parties)
    if s.opens and s.three != three and mine == theirs == _TWO:
        return True
    if s.three and not three and mine == _TWO < theirs and _indefinite(s):
        return True
    if _two_of_many(o, s):
        return True
    return three and not s.three and not s.back and mine > theirs == _TWO and bool(s.trigger.term.taken)


_TWO = 2


def _two_of_many(o: Occasion, s: Sighting) -> bool:
    """Say whether a verb tells that one met another where many gathered («كما التقى الرئيس …»)."""
    one = s.opens and s.trigger.head.role in _REPORTING and s.trigger.term.number == "s"
    return one and len(s.parties) == _TWO < len(o.parties) and o.sightings[0].trigger.head.role == "noun"


def _among_themselves(s: Sighting) -> bool:
    """Say whether the members of a body meet by themselves («عقد وزراء … اجتماعا تنسيقيا»)."""
    held = s.opens and s.hold is not None and s.kind == "meeting" and s.trigger.head.role == "noun"
    return held and len(s.parties) == 1 and not s.alone and not s.lay


def same_people(o: Occasion, s: Sighting) -> bool:
    """A visit is known by its visitor; a meeting by who is named in it."""
    if s.kind in {"strategic_dialogue", "summit", "session", "working_group"}:
        return True
    told = all(x.sentence.block in HEADLINES or not x.people for x in o.sightings)
    if _other_partner(o, s) or _of_him_and_of_me(o, s):
        return False
    if s.trigger.term.definite and s.parties == o.parties and len(s.parties) == _TWO and s.kind == "meeting":
        return True
    headline = told and o.sightings[0].sentence.block in HEADLINES and bool(set(o.parties) & set(s.parties))
    return headline or not o.people or not s.people or bool(o.people & s.people)


def _of_him_and_of_me(o: Occasion, s: Sighting) -> bool:
    """Say whether who speaks tells of another who met somebody, and then that he did («كما اجتمعت مع …»)."""
    last = o.sightings[-1]
    his = last.trigger.head.role in _REPORTING and last.trigger.term.number == "s" and not last.mine
    return his and s.mine and s.opens and s.besides and s.first - last.last <= _BESIDES


_BESIDES = 12
"""What somebody tells of another and of himself stands close together."""


def _other_partner(o: Occasion, s: Sighting) -> bool:
    """Say whether one of those who met goes on to meet somebody else («كما التقت … مع رئيس الوزراء»)."""
    if s.kind != "meeting" or s.trigger.head.role not in _REPORTING or not s.opens:
        return False
    return (
        len(o.people) == len(s.people) == 2 == len(o.people & s.people) + 1 and s.trigger.term.number != "d"
    )


_REPORTING = frozenset({"meet", "receive"})


def same_theme(o: Occasion, s: Sighting) -> bool:
    """Two sessions are one where their themes share words."""
    return s.kind != "session" or len(o.theme & s.theme) >= _SHARED


_SHARED = 2


def known_referent(o: Occasion, s: Sighting) -> bool:
    """Two indefinite nouns in two sentences of the running text name two occasions."""
    first = o.sightings[0]
    if s.besides and o.sightings[-1].sentence.block == "prose" and o.sightings[0].sentence.first:
        return bool(o.people & s.people) and o.people >= s.people
    if not _indefinite(s) or first.sentence.block == "title":
        return True
    if len(s.parties) > 1 and s.parties == o.parties and o.people & s.people:
        return True
    if not _indefinite(first) and not (s.planned or s.trigger.head.many):
        return True
    if s.meanwhile and first.clause != s.clause and not (o.people & s.people):
        return False
    return first.sentence is s.sentence or bool(o.date and o.date == s.date)


def same_margin(o: Occasion, s: Sighting) -> bool:
    """What took place on the margins of an occasion is another; of a body's session even of the same two."""
    named = s.edition is not None or is_of_body(s) or s.bodied
    if s.margin and named and any(x.aside and x.sentence is s.sentence for x in o.sightings):
        return False
    if len(s.parties) > 1 and s.parties == o.parties and not any(map(_is_sitting, o.sightings)):
        return True
    return not s.aside or any(x.aside or x.trigger.term.tense for x in o.sightings)


def _indefinite(s: Sighting) -> bool:
    """Say whether a noun that says enough brings its occasion in as new."""
    term = s.trigger.term
    nouns = any(t.head.role != "body" for t in s.inner)
    return s.opens and not (term.definite or term.tense or term.pronoun or nouns) and s.kind == "meeting"


def same_body(o: Occasion, s: Sighting) -> bool:
    """A committee's session, talks of two ministers and a reception are three, even of the same states."""
    if (s.trigger.head.role == "receive" and any(map(_is_sitting, o.sightings))) or _met_without_it(o, s):
        return False
    if s.edition is not None and o.edition is None and is_of_body(s) and (s.date or s.place):
        return not o.sightings[0].opens or any(is_of_body(x) for x in o.sightings)
    if s.kind != "meeting" or not s.opens or len(s.parties) < 2 or s.sentence is o.sightings[-1].sentence:
        return True
    if s.edition is not None and s.edition == o.edition:
        return True
    bodies = [is_of_body(x) for x in o.sightings if x.opens]
    return not bodies or is_of_body(s) == bodies[0]


def _met_without_it(o: Occasion, s: Sighting) -> bool:
    """Say whether people met by themselves, and no body whose session is told of."""
    sits = any(t.head.role == "body" and t.i - s.trigger.last <= 1 for t in s.inner)
    if not s.opens and sits and all(x.trigger.head.role == "meet" for x in o.sightings):
        return True
    first = o.sightings[0]
    return s.edition is not None and first.sentence is not s.sentence and _met_by_themselves(first, s)


def _met_by_themselves(first: Sighting, s: Sighting) -> bool:
    """Say whether a verb tells that people met: no numbered session with its own day or place is that."""
    if first.trigger.head.role == "receive":
        return True
    told = first.trigger.head.role == "meet" and first.sentence.block not in HEADLINES
    return told and bool(s.date or s.place)


def is_of_body(s: Sighting) -> bool:
    """Say whether a committee or council meets."""
    return any(t.head.role == "body" for t in s.inner)


def _is_sitting(s: Sighting) -> bool:
    """Say whether it is the session of a body, or one that has its number."""
    return is_of_body(s) or (s.edition is not None and s.opens)


def same_turn(o: Occasion, s: Sighting) -> bool:
    """«الدورة السابقة» with a day or place of its own is not the one told of before."""
    if not (s.earlier and (s.date or s.place)) or o.sightings[0].sentence.block in HEADLINES:
        return True
    return any(x.earlier for x in o.sightings) or bool(s.date and o.date and o.date.startswith(s.date))


def same_time(o: Occasion, s: Sighting) -> bool:
    """What lies well back is not what an article tells of without a date."""
    if not (s.long_ago and s.opens) or o.date:
        return True
    return o.planned or not any(x.opens and _told(x) for x in o.sightings)


def _told(s: Sighting) -> bool:
    """Say whether a verb tells that it took place."""
    past = s.trigger.term.tense == "past" or (s.hold is not None and s.hold.term.tense == "past")
    return past and s.trigger.head.role in {"meet", "receive", "noun", "discuss"} and s.kind == "meeting"


def same_plan(o: Occasion, s: Sighting) -> bool:
    """«اجتماع للجنة النقل» to come is not the numbered session to come, whichever is told first."""
    if not (s.planned and o.planned) or (s.edition is None) == (o.edition is None):
        return True
    other = s if s.edition is None else o.sightings[0]
    term = other.trigger.term
    return term.definite or bool(term.pronoun) or not is_of_body(other)


def same_level(o: Occasion, s: Sighting) -> bool:
    """The experts who prepare a session meet by themselves («اجتماع الخبراء», «الاجتماع التحضيري»)."""
    return not s.opens or any(x.preparing == s.preparing for x in o.sightings if x.opens)


RULES = (
    same_body,
    same_level,
    same_plan,
    same_turn,
    same_time,
    same_edition,
    same_date,
    same_place,
    same_status,
    same_sides,
    same_people,
    same_theme,
    known_referent,
    same_margin,
)
"""Each says whether a sighting can be of an occasion."""

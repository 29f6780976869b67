"""Whether a sighting says enough to open an occasion: one rule a kind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mahdar.reading.clauses import codes_in, mentions_in
from mahdar.reading.meetings_details import officials_near, people_in
from mahdar.reading.meetings_parties import under_a_roof
from mahdar.reading.meetings_persons import speaks_first
from mahdar.reading.meetings_refusals_bodies import of_its_ministers
from mahdar.reading.meetings_said import has_office
from mahdar.reading.meetings_sides import assembly, chain, relative_end
from mahdar.reading.meetings_sight import Sighting
from mahdar.reading.meetings_status import accepted, invited
from mahdar.reading.meetings_view import VERBS, View, in_passing

__all__ = ["opens"]


@dataclass(frozen=True, slots=True)
class Case:
    """A sighting and how much stands beside it."""

    view: View
    sighting: Sighting
    facts: int
    """How many are given: that it is held, day, place, edition, two sides, that something happened at it."""
    held: bool


def opens(view: View, s: Sighting, *, dated: bool) -> bool:
    """Say whether a sighting says enough for its kind."""
    told = s.place is not None and len(s.parties) > 1
    if invited(view) and not (told or accepted(view) or _on_a_day(view, s)):
        return False
    if view.trigger.head.role in VERBS:
        return view.kind != "working_group" or bool(dated or s.place or s.edition or s.planned)
    start = max(view.sentence.first, view.trigger.i - 3)
    held = view.hold is not None or view.has("holding", start, view.trigger.i)
    held = held or _pleased(view) or _begins_or_ends(view)
    held = held or view.resumed[0] < view.resumed[1] or _had(view)
    framed = view.has("frame", start, view.trigger.i) or in_passing(view)
    reach = max(view.end, relative_end(view))
    sided = len(codes_in(view.ctx, view.trigger.last, reach, without=view.table.words["within"])) > 1
    sided = sided or view.has("pair", view.trigger.last, reach)
    if view.hold is not None and view.hold.i < view.trigger.i:
        both = view.hold.term.number == "d" or view.has("with_one", view.hold.last, view.hold.last + 1)
        sided = sided or (both and len(s.parties) == _TWO)
        sided = sided or view.has("pair", view.hold.last, view.hold.last + 1)
    facts = sum((held, dated, s.place is not None, framed, s.edition is not None, sided))
    return _ENOUGH[s.kind](Case(view, s, facts, held))


def _pleased(view: View) -> bool:
    """Say whether somebody tells that he was pleased to meet («تشرفت السفيرة بلقاء الوزير»)."""
    led = view.trigger.term.taken.endswith(_BEH) and not view.trigger.term.definite
    return led and view.has("pleased", max(view.sentence.first, view.trigger.i - _GLAD), view.trigger.i)


def _begins_or_ends(view: View) -> bool:
    """Say whether somebody begins or ends his visit or talks with it («اختتم زيارته بلقاء مع نظيره»)."""
    if not view.trigger.term.taken.endswith(_BEH):
        return False
    his = (t for t in view.triggers if view.clause[0] <= t.i < view.trigger.i and t.term.pronoun)
    return any(t.head.role in {"noun", "container"} for t in his)


_BEH = "\N{ARABIC LETTER BEH}"
_GLAD = 8
"""Who is pleased is named within so many words."""


def _had(view: View) -> bool:
    """Say whether somebody «had» it («كان للسفير لقاء مع وزير التجارة»)."""
    ctx, at = view.ctx, view.trigger.i
    if view.trigger.term.definite or view.trigger.term.taken or view.before in view.table.words["within"]:
        return False
    k = next((k for k in range(view.clause[0], at - 1) if view.has("had", k, k + 1)), None)
    return k is not None and at - k <= _HAD and ctx.folds[k + 1].startswith(_LAM)


_LAM = "\N{ARABIC LETTER LAM}"
_HAD = 14
"""Who had it is named within so many words."""


def _on_a_day(view: View, s: Sighting) -> bool:
    """Say whether a day stands behind what somebody is invited to."""
    behind = mentions_in(view.ctx.article.mentions.dates, view.trigger.last, view.clause[1])
    return len(s.date or "") >= _DAY and any(d.value for d in behind)


_DAY = len("2024-03-05")
"""An invitation that tells neither who comes nor where to needs a day, or to be accepted."""


def visit(case: Case) -> bool:
    """A visit needs its visitor and where it leads, or that it is made."""
    view, s = case.view, case.sighting
    visitor = bool(s.people) or has_office(view.ctx, view.trigger.last, view.end)
    visitor = visitor or view.has("officials", max(view.clause[0], view.trigger.i - 12), view.end)
    if view.has("whence", max(view.sentence.first, view.trigger.i - _WHERE), view.trigger.i):
        visitor = visitor or view.has("officials", view.sentence.first, view.trigger.i)
    visitor = visitor or view.has("of_the_head", view.trigger.last, view.trigger.last + 1)
    visitor = visitor or view.has("resolve", view.trigger.i - 1, view.trigger.i)
    visitor = visitor or speaks_first(view)
    visitor = visitor or (s.place is not None and len(s.parties) == _TWO and _leads_in(view))
    facts = case.facts + view.has("planned", view.trigger.last, view.end)
    known = s.place is not None or facts > 1 or case.held
    return (visitor and known) or (case.held and len(s.parties) > 1)


def _leads_in(view: View) -> bool:
    """Say whether a visit tells when its visitor, spoken of before, said it («وأضاف خلال زيارته …»)."""
    his = bool(view.trigger.term.pronoun) and not view.trigger.term.plural
    return his and view.has("frame", view.trigger.i - 1, view.trigger.i)


_WHERE = 5
"""«حيث» stands within so many words before the visit."""


def meeting(case: Case) -> bool:
    """A meeting needs two sides and one more fact; several at once need to be held by them."""
    view, s = case.view, case.sighting
    two = len(s.parties) > 1 and (view.trigger.head.id != _FORUM or case.held or bool(s.date))
    if view.trigger.head.many:
        known = view.has("assembled", view.trigger.last, view.end) or view.hold is not None
        known = known or (
            two and (view.has("holding", view.trigger.i - 1, view.trigger.i) or bool(s.date and s.place))
        )
        return known and bool(s.date or s.place) and case.facts > 1
    if view.trigger.term.plural and not view.trigger.head.loose:
        near = officials_near(view.ctx, view.table, view.trigger.last, view.end)
        return (two and case.facts + bool(near) > 1) or assembly(view) is not None
    if view.trigger.head.loose and not (case.held or s.date or s.edition):
        return two and any(rule(case) for rule in _OF_TALKS)
    if view.trigger.head.guests:
        return _received(case)
    if len(s.parties) == 1 and (_of_one(case) or (s.people and relative_end(view) > view.end)):
        return True
    near = officials_near(view.ctx, view.table, view.trigger.last, max(view.end, relative_end(view)))
    someone = near or people_in(view.ctx, view.trigger.last, view.end)
    return two and case.facts + bool(someone or s.chairs or len(s.parties) > _TWO) > 1


_FORUM = "ar.meeting.forum"
"""A word that also is where roads and the like meet: it needs to be held, or its day."""


def _received(case: Case) -> bool:
    """Say whether a noun of receiving tells of host and guest («استقباله سفير الهند», «استقباله له»)."""
    view, s = case.view, case.sighting
    first, last = view.trigger.last, view.end
    host = min(first + _HOST, last)
    if _pleased(view) or (view.trigger.term.pronoun and view.has("to_him", first, first + 1)):
        return len(s.parties) > 1
    received = people_in(view.ctx, first, host) or has_office(view.ctx, first, host)
    if s.planned and s.date and view.has("officials", first, host):
        return len(s.parties) > 1  # «تستعد نيروبي لاستقبال وفد هندي في 5 يوليو»
    named = codes_in(view.ctx, first, last, without=view.table.words["placing"])
    # Of «استقباله سفير الهند» the host is named before.
    return bool(received) and len(s.parties if view.trigger.term.pronoun else named) > 1


def _of_two_at(case: Case) -> bool:
    """Say whether talks name a place and two people («محادثات في ماليزيا … بين وزير … ونظيره»)."""
    view, s = case.view, case.sighting
    people = range(view.trigger.last, max(view.end, min(view.clause[1], view.trigger.last + _NAMED)))
    titles = sum(k in view.ctx.at.offices or view.has("counterpart", k, k + 1) for k in people)
    return s.place is not None and titles > 1


def _behind_which(case: Case) -> bool:
    """Say whether two who are named did something after talks («عقد الوزيران … مؤتمرا، إثر محادثات …»)."""
    view = case.view
    before = view.before in view.table.words["afterwards"]
    return before and not view.trigger.term.definite and len(case.sighting.people) > 1


def _of_two_people(case: Case) -> bool:
    """Say whether talks are told with both who held them («محادثات الوزير الكيني مع نظيره الهندي»)."""
    view = case.view
    if view.trigger.term.definite or not view.has("bringing", view.trigger.last, view.end):
        return False
    people = range(view.trigger.last, view.end)
    return sum(_is_somebody(view, k) for k in people) > 1


def _with_an_outcome(case: Case) -> bool:
    """Say whether talks of two came to something («نتائج مشاورات القاهرة مع روما»)."""
    view = case.view
    told = view.before in view.table.words["outcome"]
    return told and len(chain(view, view.trigger.last, view.end)) > 1


def _theirs(case: Case) -> bool:
    """Say whether two do something after or at their own talks («عقب مباحثاتهما في القاهرة»)."""
    view = case.view
    both = view.ctx.folds[view.trigger.last - 1].endswith(_OF_BOTH)
    return both and view.has("frame", view.trigger.i - 1, view.trigger.i)


_OF_BOTH = "\N{ARABIC LETTER HEH}\N{ARABIC LETTER MEEM}\N{ARABIC LETTER ALEF}"
_OF_TALKS = (_of_two_at, _of_two_people, _behind_which, _with_an_outcome, _theirs)
"""Each says True where talks of two are an occasion though nothing says that they were held."""


def _is_somebody(view: View, k: int) -> bool:
    """Say whether a title, a counterpart or a person stands at a word."""
    named = any(True for _ in mentions_in(view.ctx.article.mentions.people, k, k + 1))
    return named or k in view.ctx.at.offices or view.has("counterpart", k, k + 1)


_NAMED = 20
"""Both are named within so many words."""


def _of_one(case: Case) -> bool:
    """Say whether a body's members hold it by themselves, or a host lends his place to one of two."""
    ministers = of_its_ministers(case.view)
    of_body = (case.held or ministers) and case.sighting.parties[0] in case.view.table.bodies
    return case.facts > (not ministers) and (of_body or under_a_roof(case.view))


_HOST = 5
"""Who receives stands right behind the noun of receiving."""


def dialogue(case: Case) -> bool:
    """One fact is enough for a strategic dialogue."""
    return case.facts > 0


def summit(case: Case) -> bool:
    """A summit needs two facts, or to be known by its place."""
    at = case.view.trigger.last
    if case.view.trigger.term.pronoun:
        return False
    return (
        case.facts > 1
        or (case.view.trigger.term.definite and case.view.has("latest", at + 1, min(at + 2, case.view.end)))
        or len(case.sighting.parties) > 1
        or any(True for _ in mentions_in(case.view.ctx.article.mentions.places, at, at + 1))
    )


def group(case: Case) -> bool:
    """A working group needs to meet: a day, or two sides and that they do; a team may travel on its day."""
    if case.view.trigger.head.id == _TEAM and not case.held:
        return False
    return bool(case.sighting.date) or (case.held and (len(case.sighting.parties) > 1 or case.view.series))


_TEAM = "ar.meeting.experts"


def session(case: Case) -> bool:
    """A session needs a theme."""
    at = case.view.trigger.last
    return bool(case.sighting.theme) or case.view.has("theme", at, at + 2)


def call(case: Case) -> bool:
    """A call needs somebody who calls."""
    return len(case.sighting.parties) > 1 or (case.held and bool(case.sighting.parties))


_TWO = 2
_ENOUGH: dict[str, Callable[[Case], bool]] = {
    "strategic_dialogue": dialogue,
    "summit": summit,
    "working_group": group,
    "visit": visit,
    "meeting": meeting,
    "call": call,
    "session": session,
}
"""Kind → its rule."""

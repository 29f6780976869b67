"""A word for an occasion and its surroundings: what the other rules ask about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mahdar.lexicon.meetings import MeetingTable
from mahdar.model.mentions import PartyMention
from mahdar.model.prose import Sentence
from mahdar.reading.clauses import clause_around, mentions_in, named_in, phrase_end
from mahdar.reading.context import Context
from mahdar.reading.meetings_details import destination, place_in, topic_start
from mahdar.reading.meetings_kind import Place, kind_of
from mahdar.reading.meetings_phrase import breaks_off, can_go_on, parted_at
from mahdar.reading.meetings_sight import Trigger

__all__ = [
    "NOUNS",
    "REACH",
    "VERBS",
    "View",
    "goes_on_unnamed",
    "in_passing",
    "view_of",
]

NOUNS = frozenset({"noun", "container"})
VERBS = frozenset({"meet", "receive", "visit", "phone", "discuss"})
REACH = 24
"""No verb of holding stands further than this many words from its noun: titles and names fill the space."""
_RESUMED = 14
"""What is said of an occasion may stand so many words behind its name, and be as long."""
_ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"
_LAM = "\N{ARABIC LETTER LAM}"
_WAW = "\N{ARABIC LETTER WAW}"
_BEH = "\N{ARABIC LETTER BEH}"


@dataclass(frozen=True, slots=True)
class View:
    """A trigger with all that the rules ask about its surroundings."""

    ctx: Context
    table: MeetingTable
    sentence: Sentence
    trigger: Trigger
    kind: str
    end: int
    """One past the last word of its phrase."""
    inner: tuple[Trigger, ...]
    clause: tuple[int, int]
    hold: Trigger | None
    series: bool
    """True where the article names a strategic dialogue."""
    triggers: tuple[Trigger, ...] = ()
    """All words for occasions of the sentence."""

    @property
    def before(self) -> str:
        """The folded word before, in the sentence."""
        return self.ctx.folds[self.trigger.i - 1] if self.trigger.i > self.sentence.first else ""

    def has(self, words: str, first: int, last: int) -> bool:
        """Say whether a word of a closed list stands between two words."""
        return not self.table.words[words].isdisjoint(self.ctx.folds[first:last])

    @property
    def resumed(self) -> tuple[int, int]:
        """Where words behind a comma tell when and where it is («…، المزمع عقدها في مسقط»); else empty."""
        ctx, stop = self.ctx, min(self.sentence.last, self.end + _RESUMED)
        if self.trigger.head.role not in NOUNS:
            return (self.end, self.end)
        first = next((k for k in range(self.end, stop) if ctx.comma(k)), stop)
        if first == stop or not self.has("set_for", first, first + 1):
            return (self.end, self.end)
        stop = min(self.sentence.last, first + _RESUMED)
        return first, next((k for k in range(first + 1, stop) if ctx.comma(k)), stop)

    @property
    def topic(self) -> int:
        """Where the clause turns to what was talked about."""
        return topic_start(self.ctx, self.table, self.trigger.last, self.clause[1])


def view_of(place: Place, triggers: Sequence[Trigger], n: int) -> View | None:
    """Read the surroundings of a sentence's n-th trigger; None where it names no occasion."""
    if triggers[n].head.role == "chair":
        return _chair_view(place, triggers, n)
    if triggers[n].head.role == "body":
        return _noun_view(place, triggers, n) if _is_convened(place, triggers[n]) else None
    if triggers[n].head.reaches:
        return _travel_view(place, triggers, n)
    noun = triggers[n].head.role in NOUNS
    return _noun_view(place, triggers, n) if noun else _verb_view(place, triggers, n)


def _noun_view(place: Place, triggers: Sequence[Trigger], n: int) -> View | None:
    """Read a noun with the nouns inside its phrase; None for a container of nothing."""
    ctx, table, sentence, trigger = place.ctx, place.table, place.sentence, triggers[n]
    stops = table.words["relative"] | table.words["frame"] | table.words["then"]
    end = topic_start(ctx, table, trigger.last, phrase_end(ctx, sentence, trigger.last, stops))
    whole = (t for t in triggers[n:] if t.term.definite and t.i < end)
    end = next((t.last for t in whole if breaks_off(ctx, table, t.last)), end)
    if trigger.term.definite and not can_go_on(ctx, table, trigger.last):
        end = trigger.last
    end = next((k for t in triggers[n + 1 :] if (k := parted_at(place, trigger, t)) and k <= end), end)
    inner = [t for t in triggers[n + 1 :] if t.i < end and t.head.role in NOUNS | {"body"}]
    clause = _own_clause(place, triggers, n, end)
    framed = trigger.i > sentence.first and ctx.folds[trigger.i - 1] in table.words["frame"]
    lo = trigger.i if framed else clause[0]
    visit = any(t.head.kind == "visit" and t.i < trigger.i for t in triggers)
    apart = [
        t
        for t in triggers
        if t is trigger
        or not (
            _lists_members(place, t) or _tells_what_happened(place, t)
            if t.i > trigger.i
            else t.head.includes and not visit
        )
    ]
    hold = _hold(apart, apart.index(trigger), (lo, clause[1]), _told_at(place, end)) or _hold_before(
        place, triggers, n
    )
    kind = kind_of(place, trigger, inner, end, held=hold is not None)
    if not kind:
        return None
    every = tuple(triggers)
    return View(ctx, table, sentence, trigger, kind, end, tuple(inner), clause, hold, place.series, every)


def _lists_members(place: Place, t: Trigger) -> bool:
    """Say whether a relative clause tells who is in a body, and not who met («آسيان التي تضم …»)."""
    ctx, k = place.ctx, t.i - 1
    led = k > place.sentence.first and ctx.folds[k] in place.table.words["relative"]
    return led and t.head.id == _HAVING and any(m.last == k for m in ctx.article.mentions.parties)


_HAVING = "ar.meeting.damma"


def _tells_what_happened(place: Place, t: Trigger) -> bool:
    """Say whether a verb tells what was done at an occasion, and not that it was held («جرى خلالها بحث»)."""
    behind = place.ctx.folds[t.last : t.last + 1]
    if t.head.includes:
        return True
    return (
        t.head.role == "hold"
        and not t.head.joins
        and bool(behind)
        and behind[0] in place.table.words["at_it"]
    )


def _own_clause(place: Place, triggers: Sequence[Trigger], n: int, end: int) -> tuple[int, int]:
    """Return the clause around a noun's phrase, up to the next occasion, what comes then, what is said."""
    lo, hi = clause_around(place.bounds, triggers[n].i, end)
    means = place.table.words["means"]
    others = (t for t in triggers[n + 1 :] if t.i >= end and t.head.role in NOUNS)
    later = (t.i for t in others if place.ctx.folds[t.i - 1] not in means)
    then = (
        k for k in range(end, hi) if place.ctx.folds[k] in place.table.words["then"] or _says(place, k, hi)
    )
    return lo, min([hi, *later, *then])


def _says(place: Place, k: int, stop: int) -> bool:
    """Say whether a word leads to what is said («أن بلاده …»), and to no verb («المقرر أن يعقد»)."""
    ctx, words = place.ctx, place.table.words
    if ctx.folds[k] not in ctx.acts.words["that"] or k + 1 >= stop or ctx.folds[k - 1] in words["upon"]:
        return False
    held = any(t.tense for t in place.table.terms.get(ctx.folds[k + 1], ()))
    verb = held or any(c.form.kind == "finite" for c in ctx.candidates[k + 1])
    return ctx.covered[k + 1] or not verb


def _verb_view(place: Place, triggers: Sequence[Trigger], n: int, kind: str = "") -> View:
    """Read a verb that reports an occasion; its own kind unless another is given."""
    ctx, table, sentence, trigger = place.ctx, place.table, place.sentence, triggers[n]
    clause = clause_around(place.bounds, trigger.i, trigger.last)
    end = min(topic_start(ctx, table, trigger.last, clause[1]), _reach(ctx, trigger.last, clause[1]))
    end = next((k for k in range(trigger.last, end) if _stops(ctx, table, trigger, k)), end)
    kind = kind or ("working_group" if _is_of_group(place, trigger) else trigger.head.kind)
    kind = "meeting" if trigger.head.role == "visit" and _is_of_a_person(place, trigger, end) else kind
    body = tuple(t for t in triggers[n + 1 : n + 2] if t.head.role == "body" and t.i == trigger.last)
    body = body if trigger.head.role == "meet" and trigger.term.number == "s" else ()
    kind = "meeting" if kind == "call" and _is_somewhere(place, trigger, clause) else kind
    return View(
        ctx, table, sentence, trigger, kind, end, body, clause, trigger, place.series, tuple(triggers)
    )


def _is_somewhere(place: Place, trigger: Trigger, clause: tuple[int, int]) -> bool:
    """Say whether two who spoke were at one place, or on the margins of something: no call."""
    ctx, words = place.ctx, place.table.words
    if trigger.head.role != "discuss":
        return False
    behind = ctx.folds[trigger.last : clause[1]]
    there = place_in(ctx, place.table, trigger.last, clause[1]) is not None
    return there or not words["margin"].isdisjoint(behind)


def _is_of_a_person(place: Place, trigger: Trigger, end: int) -> bool:
    """Say whether a verb of visiting has a person as its object («زار السفير وزير الصحة»)."""
    ctx, table, first = place.ctx, place.table, trigger.last
    people = {c for m, c in named_in(ctx, first, end) if not isinstance(m, PartyMention)}
    if people and first in ctx.at.offices:
        lo = clause_around(place.bounds, trigger.i, first)[0]
        people |= {c for m, c in named_in(ctx, lo, trigger.i) if not isinstance(m, PartyMention)}
    if len(people) < _TWO:
        return False
    return destination(ctx, table, first, min(place.sentence.last, first + _VISITED), direct=True) is None


_TWO = 2
_VISITED = 12
"""The place that a verb of visiting leads to stands within so many words behind it."""


def _is_convened(place: Place, body: Trigger) -> bool:
    """Say whether a committee itself is held («انعقاد اللجنة المشتركة», «اللجنة التي ستلتئم في …»)."""
    ctx, words = place.ctx, place.table.words
    joint = not words["shared"].isdisjoint(ctx.folds[body.i : body.last + _NAMED_LONG])
    if joint and body.i > place.sentence.first and ctx.folds[body.i - 1] in words["convening"]:
        return True
    stop = min(body.last + _NAMED_LONG, place.sentence.last - 1)
    k = next((k for k in range(body.last, stop) if ctx.folds[k] in words["relative"]), None)
    heads, terms = place.table.heads, place.table.terms
    held = terms.get(ctx.folds[k + 1], ()) if k is not None else ()
    return any(heads[t.head].role in {"hold", "meet"} and not heads[t.head].only for t in held)


_NAMED_LONG = 5
"""What a committee is for stands within so many words behind it."""


def _chair_view(place: Place, triggers: Sequence[Trigger], n: int) -> View | None:
    """Read a verb that tells who leads a side; None where its sentence names the occasion itself."""
    at = triggers[n].last
    side = place.ctx.folds[at : at + 1]
    if not side or side[0] not in place.table.words["side"] or any(t.head.role in NOUNS for t in triggers):
        return None
    return _verb_view(place, triggers, n, "meeting")


def _reach(ctx: Context, first: int, stop: int) -> int:
    """Return how far a verb's subject and object may stand; names and titles do not count."""
    left = _WIDE
    for k in range(first, stop):
        left -= not ctx.covered[k]
        if left < 0:
            return k
    return stop


_WIDE = 16


def in_passing(view: View) -> bool:
    """Say whether something else is told of an occasion («في لقاء مع … أقر الوزير»)."""
    last = view.trigger.last
    last += view.has("another", last, last + 1)
    return (
        view.trigger.head.role in NOUNS
        and not view.trigger.term.definite
        and view.before in view.table.words["within"]
        and view.has("bringing", last, last + 1)
    )


def _is_of_group(place: Place, trigger: Trigger) -> bool:
    """Say whether a group of the sides meets, and nobody else («فريق الخبراء سيجتمع في …»)."""
    ctx, table = place.ctx, place.table
    if trigger.head.role != "meet":
        return False
    behind = ctx.folds[trigger.last : trigger.last + 1]
    if behind and behind[0] in table.words["group"]:
        return not {trigger.last, trigger.last + 1} & ctx.at.parties.keys()
    lo = max(place.sentence.first, trigger.i - _GROUP_REACH)
    at = max((k for k in range(lo, trigger.i) if ctx.folds[k] in table.words["group"]), default=None)
    if at is None or trigger.term.number == "d" or trigger.last in ctx.starts:
        return False
    people = (*mentions_in(ctx.article.mentions.people, at, trigger.last + 3),)
    return not people and not any(k in ctx.at.offices for k in range(at, trigger.last + 3))


_GROUP_REACH = 16
"""A group's name stands no further before the verb that says that it met."""


def _travel_view(place: Place, triggers: Sequence[Trigger], n: int) -> View | None:
    """Read a verb of going or staying somewhere; None where its clause names the visit itself."""
    trigger = triggers[n]
    lo, hi = clause_around(place.bounds, trigger.i, trigger.last)
    if any(t.head.kind in _JOURNEYS and t.head.role in NOUNS and lo <= t.i < hi for t in triggers):
        return None
    return _verb_view(place, triggers, n, "visit")


_JOURNEYS = frozenset({"visit", "summit"})
"""Kinds whose own noun says more than the verb of going there."""


def goes_on_unnamed(view: View) -> bool:
    """Say whether a verb goes on with the subject of the one before («…، ثم يزور», «وينتقل بعدها»)."""
    if view.before in view.table.words["going_on"]:
        return True
    term = view.trigger.term
    return bool(view.before) and term.tense in {"present", "future"} and term.taken.endswith(_WAW)


def _stops(ctx: Context, table: MeetingTable, trigger: Trigger, k: int) -> bool:
    """Say whether what a verb reports ends before a word."""
    if ctx.folds[k] in table.words["relative"]:
        return True
    turns = k > trigger.last + 4 or ctx.folds[k].startswith(_WAW)
    if (
        not (ctx.comma(k) and k > trigger.last and turns)
        or k in ctx.starts
        or ctx.folds[k] in table.words["honorific"] | table.words["with_one"]
    ):
        return False
    return not any(True for _ in mentions_in(ctx.article.mentions.dates, k, k + 3))


def _told_at(place: Place, end: int) -> int | None:
    """Return where the verb of a noun's relative clause stands; None where none begins at a word."""
    inside = end + 1 < place.sentence.last
    return end + 1 if inside and place.ctx.folds[end] in place.table.words["relative"] else None


def _hold(triggers: Sequence[Trigger], n: int, clause: tuple[int, int], verb: int | None) -> Trigger | None:
    """Return the verb of holding of a noun: of its relative clause, else the nearest in its clause."""
    at = triggers[n].i
    told = next((t for t in triggers if t.i == verb and t.head.role == "hold"), None)
    if told is not None and told.i < clause[1] and told.term.tense and not told.head.begins:
        return told
    near = [
        t
        for t in triggers
        if t.head.role in {"hold", "chair"}
        and clause[0] <= t.i < clause[1]
        and abs(t.i - at) <= REACH
        and (not t.head.only or triggers[n].head.kind in t.head.only)
    ]
    return min(near, key=lambda t: abs(t.i - at), default=None)


def _hold_before(place: Place, triggers: Sequence[Trigger], n: int) -> Trigger | None:
    """Return the verb of holding before an apposition («أجرى الوزير، وهو أيضا …، زيارة إلى»)."""
    ctx, at = place.ctx, triggers[n].i
    t = next((t for t in reversed(triggers[:n]) if t.head.role != "body"), None)
    if t is None or t.head.role != "hold" or at - t.i > _APPOSED or not t.term.tense:
        return None
    if t.head.only and triggers[n].head.kind not in t.head.only:
        return None
    apposed = any(ctx.folds[k] in place.table.words["apposition"] for k in range(t.last, at))
    return t if apposed else None


_APPOSED = 45
"""An apposition to the subject may fill so many words between a verb and what is held."""

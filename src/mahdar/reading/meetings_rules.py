"""A sentence's words for occasions → its sightings: what each is, and whether it says enough to stand alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from mahdar.language.clitics import bare
from mahdar.lexicon.meetings import MeetingTable
from mahdar.model.entries import Chair
from mahdar.model.prose import Sentence
from mahdar.reading.clauses import clause_around, clause_bounds, codes_in, named_in, phrase_end
from mahdar.reading.context import Context
from mahdar.reading.meetings_details import (
    Where,
    chairs_in,
    date_near,
    destination,
    edition_in,
    is_planned,
    officials_near,
    people_in,
    place_in,
    sides,
    topic_start,
)
from mahdar.reading.meetings_sight import Sighting, Trigger

__all__ = ["sightings_in"]

_NOUNS = frozenset({"noun", "container"})
_VERBS = frozenset({"meet", "receive", "visit", "phone"})
_ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"
_LAM = "\N{ARABIC LETTER LAM}"
_WAW = "\N{ARABIC LETTER WAW}"


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence and the tables it is read with."""

    ctx: Context
    table: MeetingTable
    sentence: Sentence
    bounds: Sequence[int]
    """First words of its clauses, its end last."""


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

    @property
    def before(self) -> str:
        """The folded word before, in the sentence."""
        return self.ctx.folds[self.trigger.i - 1] if self.trigger.i > self.sentence.first else ""

    def has(self, words: str, first: int, last: int) -> bool:
        """Say whether a word of a closed list stands between two words."""
        return not self.table.words[words].isdisjoint(self.ctx.folds[first:last])

    @property
    def topic(self) -> int:
        """Where the clause turns to what was talked about."""
        return topic_start(self.ctx, self.table, self.trigger.last, self.clause[1])


def sightings_in(
    ctx: Context, table: MeetingTable, sentence: Sentence, triggers: Sequence[Trigger]
) -> list[Sighting]:
    """Return the sightings of one sentence. Order: by word."""
    found: list[Sighting] = []
    done, bounds = sentence.first, clause_bounds(ctx, sentence)
    for n, trigger in enumerate(triggers):
        if trigger.i < done or trigger.head.role not in _NOUNS | _VERBS:
            continue
        noun = trigger.head.role in _NOUNS
        place = Place(ctx, table, sentence, bounds)
        view = _noun_view(place, triggers, n) if noun else _verb_view(place, trigger)
        if view is None or any(rule(view) for rule in REFUSALS):
            continue
        found.append(_sighting(view, triggers))
        if _says_session(view) and len(found) > 1:
            found[-2:] = [_as_session(view, found[-2])]
        done = max([trigger.last, *(t.last for t in view.inner)])
    return found


def _says_session(view: View) -> bool:
    """Say whether it tells of the occasion before that it was a session («…، وهي الجلسة الأولى»)."""
    return view.trigger.head.kind == "session" and view.before in view.table.words["apposition"]


def _as_session(view: View, s: Sighting) -> Sighting:
    """Make a session of a sighting, its theme what stands behind it."""
    return replace(
        s,
        kind="session",
        theme=_content(view, s.trigger.last),
        last=max(s.last, view.trigger.last),
        opens=True,
    )


def _noun_view(place: Place, triggers: Sequence[Trigger], n: int) -> View | None:
    """Read a noun with the nouns inside its phrase; None for a container of nothing."""
    ctx, table, sentence, trigger = place.ctx, place.table, place.sentence, triggers[n]
    stops = table.words["relative"] | table.words["frame"]
    end = topic_start(ctx, table, trigger.last, phrase_end(ctx, sentence, trigger.last, stops))
    if trigger.term.definite and not _goes_on(ctx, table, trigger.last):
        end = trigger.last
    inner: list[Trigger] = []
    for t in triggers[n + 1 :]:
        if t.i >= end:
            break
        if t.head.role in _NOUNS and t.term.taken.startswith(_WAW):
            end = t.i
            break
        if t.head.role in _NOUNS | {"body"}:
            inner.append(t)
    lo, hi = clause_around(place.bounds, trigger.i, end)
    later = (t.i for t in triggers[n + 1 :] if t.i >= end and t.head.role in _NOUNS)
    clause = (lo, min([hi, *later]))
    hold = _hold(ctx, triggers, n, clause)
    kind = _kind(ctx, table, trigger, inner, end, hold)
    return View(ctx, table, sentence, trigger, kind, end, tuple(inner), clause, hold) if kind else None


def _goes_on(ctx: Context, table: MeetingTable, k: int) -> bool:
    """Say whether a definite noun's phrase can go on with a word: an adjective, a name, a preposition."""
    if k >= len(ctx.words):
        return False
    fold = ctx.folds[k]
    adjective = ctx.words[k].text.startswith((_ARTICLE, _LAM + _LAM)) or fold.isdigit()
    return adjective or k in ctx.starts or fold in table.words["attaching"]


def _verb_view(place: Place, trigger: Trigger) -> View | None:
    """Read a verb that reports an occasion."""
    ctx, table, sentence = place.ctx, place.table, place.sentence
    clause = clause_around(place.bounds, trigger.i, trigger.last)
    end = min(topic_start(ctx, table, trigger.last, clause[1]), trigger.last + 16)
    end = next((k for k in range(trigger.last, end) if _stops(ctx, table, trigger, k)), end)
    return View(ctx, table, sentence, trigger, trigger.head.kind, end, (), clause, trigger)


def _stops(ctx: Context, table: MeetingTable, trigger: Trigger, k: int) -> bool:
    """Say whether what a verb reports ends before a word."""
    return (ctx.comma(k) and k > trigger.last + 4) or ctx.folds[k] in table.words["relative"]


def _hold(ctx: Context, triggers: Sequence[Trigger], n: int, clause: tuple[int, int]) -> Trigger | None:
    """Return the verb of holding that stands nearest to a noun in its clause."""
    at = triggers[n].i
    near = [
        t
        for t in triggers
        if t.head.role in {"hold", "chair"}
        and clause[0] <= t.i < clause[1]
        and abs(t.i - at) <= _REACH
        and (not t.head.only or triggers[n].head.kind in t.head.only)
    ]
    return min(near, key=lambda t: abs(t.i - at), default=None)


_REACH = 24
"""No verb of holding stands further than this many words from its noun: titles and names fill the space."""

_STRONG = ("strategic_dialogue", "summit", "working_group")


def _kind(
    ctx: Context,
    table: MeetingTable,
    trigger: Trigger,
    inner: Sequence[Trigger],
    end: int,
    hold: Trigger | None,
) -> str:
    """Return the kind of occasion that a phrase names; empty where it names none."""
    part = trigger.head.role == "container"
    kinds = [t.head.kind for t in inner if part or not t.head.back]
    if trigger.head.kind == "session":
        if ctx.folds[trigger.i - 1] in table.words["apposition"]:
            return "session"
        return _session(ctx, table, trigger, kinds, end)
    named = [k for k in _STRONG if k in (trigger.head.kind, *kinds)]
    if named:
        return named[0]
    if trigger.head.role == "container":
        assembly = any(m.form == "organisation" for k, m in ctx.at.parties.items() if trigger.last <= k < end)
        numbered = hold is not None and edition_in(ctx, table, trigger.last, end) is not None
        return "meeting" if kinds or assembly or numbered else ""
    return trigger.head.kind


def _session(ctx: Context, table: MeetingTable, trigger: Trigger, kinds: list[str], end: int) -> str:
    """Return what a session is: one with a theme, or a part of what is named with it."""
    folds = ctx.folds[trigger.last : end + 1]
    if not table.words["house"].isdisjoint(folds[:2]):
        return ""
    if not table.words["opening"].isdisjoint(folds):
        return "strategic_dialogue"  # taken up by whatever occasion it opened
    if not table.words["theme"].isdisjoint(folds):
        return "session"
    return next((k for k in kinds if k in _STRONG), "")


# --- what makes a word no occasion of parties


def generic(view: View) -> bool:
    """«تبادل الزيارات», «أهمية الحوار», «رفض اللقاء»: meetings in general, or none."""
    return view.trigger.head.role in _NOUNS and view.before in view.table.words["generic"]


def habitual(view: View) -> bool:
    """«اللقاءات الدورية», «لقاء صحفي», «زيارة تفقدية»."""
    return view.trigger.head.role in _NOUNS and view.has(
        "habitual", view.trigger.last, min(view.trigger.last + 3, view.end)
    )


def negated(view: View) -> bool:
    """«لم يلتق», «لن يزور»."""
    return view.trigger.head.role in _VERBS and view.before in view.table.words["generic"]


def of_a_house(view: View) -> bool:
    """«اجتماع مجلس الوزراء»: a state's own body at its routine."""
    if view.trigger.head.role not in _NOUNS or view.kind in {"strategic_dialogue", "visit", "call"}:
        return False
    folds = view.ctx.folds[view.trigger.last : view.trigger.last + 2]
    return bool(folds) and folds[0] in view.table.words["house"] and len(_sides(view)) < 2


def nobody(view: View) -> bool:
    """A verb with nobody in its clause who could meet («يلتقي النهران»)."""
    if view.trigger.head.role not in _VERBS:
        return False
    if view.has("abstract", view.trigger.last, view.trigger.last + 3):
        return True
    least = 2 if view.trigger.head.role in {"receive", "phone"} else 1
    lo = max(view.clause[0], view.trigger.i - 14)
    return officials_near(view.ctx, view.table, lo, min(view.clause[1], view.trigger.last + 14)) < least


def nowhere(view: View) -> bool:
    """A verb of visiting whose subject is no person or that leads nowhere."""
    if view.trigger.head.role != "visit":
        return False
    lo, hi = max(view.clause[0], view.trigger.i - 12), min(view.clause[1], view.trigger.last + 12)
    person = people_in(view.ctx, lo, hi) or view.has("officials", lo, hi) or _office(view.ctx, lo, hi)
    pronoun = view.trigger.term.tense == "future"
    return (
        not (person or pronoun)
        or destination(view.ctx, view.table, view.trigger.last, hi, direct=True) is None
    )


def phone_number(view: View) -> bool:
    """«هاتف» as a noun."""
    return view.trigger.head.role == "phone" and view.trigger.last not in view.ctx.starts


REFUSALS: tuple[Callable[[View], bool], ...] = (
    generic,
    habitual,
    negated,
    of_a_house,
    nobody,
    nowhere,
    phone_number,
)
"""Each says True where a word is no sighting of an occasion."""


def _office(ctx: Context, first: int, last: int) -> bool:
    """Say whether a title stands between two words."""
    return any(k in ctx.at.offices for k in range(first, last))


# --- what a sighting says


def _sighting(view: View, triggers: Sequence[Trigger]) -> Sighting:
    """Gather what the clause says of the occasion."""
    ctx, table, trigger = view.ctx, view.table, view.trigger
    day = date_near(ctx, view.clause, trigger.i, view.topic)
    place, host = _place(view)
    parties = _parties(view, host)
    people = _people(view)
    first, last = _phrase(view)
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
        edition=_edition(view),
        date=day.value if day else None,
        place=place,
        host=host,
        city=place is not None and place not in table.state_names,
        planned=_planned(view) or is_planned(ctx, table, trigger.i, view.end, day),
        back=_back(view),
        chairs=_chairs(view, triggers),
        theme=_theme(view),
        fresh=view.trigger.head.role in _VERBS and view.before in table.words["then"],
    )
    return _with_opens(view, sighting, bool(day))


def _with_opens(view: View, s: Sighting, dated: bool) -> Sighting:
    """Say whether the sighting is enough to open an occasion."""
    if s.back and s.hold is None:
        return replace(s, date=None, place=None, host=None)
    return replace(s, opens=not s.back and _opens(view, s, dated=dated))


def _opens(view: View, s: Sighting, *, dated: bool) -> bool:
    """Say whether a sighting says enough for its kind."""
    if view.trigger.head.role in _VERBS:
        return True
    held = view.hold is not None or view.has(
        "holding", max(view.sentence.first, view.trigger.i - 3), view.trigger.i
    )
    placed = s.place is not None
    framed = view.has("frame", max(view.sentence.first, view.trigger.i - 3), view.trigger.i)
    sided = (
        len(
            codes_in(
                view.ctx,
                view.trigger.last,
                max(view.end, _relative_end(view)),
                without=view.table.words["within"],
            )
        )
        > 1
    )
    facts = held + dated + placed + framed + (s.edition is not None) + sided
    return _ENOUGH[s.kind](view, s, facts, held)


def _visit_opens(view: View, s: Sighting, facts: int, held: bool) -> bool:
    """A visit needs its visitor and where it leads, or that it is made."""
    visitor = bool(s.people) or _office(view.ctx, view.trigger.last, view.end)
    visitor = visitor or view.has("officials", max(view.clause[0], view.trigger.i - 12), view.end)
    return (visitor and (s.place is not None or facts > 1 or held)) or (held and len(s.parties) > 1)


def _meeting_opens(view: View, s: Sighting, facts: int, held: bool) -> bool:
    """A meeting needs two sides and one more fact; several at once need to be held by them."""
    if view.trigger.term.plural and not view.trigger.head.loose:
        return (held and len(s.parties) > 1 and facts > 1) or _assembly(view) is not None
    if view.trigger.head.loose and not (held or s.date or s.edition):
        return False
    near = officials_near(view.ctx, view.table, view.trigger.last, view.end)
    return len(s.parties) > 1 and facts + bool(near) > 1


def _any_fact(view: View, s: Sighting, facts: int, held: bool) -> bool:
    """One fact is enough."""
    return facts > 0


def _summit_opens(view: View, s: Sighting, facts: int, held: bool) -> bool:
    """A summit needs two facts, or to be known by its place."""
    return facts > 1 or any(p.first == view.trigger.last for p in view.ctx.article.mentions.places)


def _group_opens(view: View, s: Sighting, facts: int, held: bool) -> bool:
    """A working group needs to meet: a day, or two sides and that they do."""
    return bool(s.date) or (held and len(s.parties) > 1)


def _session_opens(view: View, s: Sighting, facts: int, held: bool) -> bool:
    """A session with a theme."""
    return bool(s.theme)


def _held_call(view: View, s: Sighting, facts: int, held: bool) -> bool:
    """A call needs somebody who calls."""
    return len(s.parties) > 1 or (held and bool(s.parties))


_ENOUGH: dict[str, Callable[[View, Sighting, int, bool], bool]] = {
    "strategic_dialogue": _any_fact,
    "summit": _summit_opens,
    "working_group": _group_opens,
    "visit": _visit_opens,
    "meeting": _meeting_opens,
    "call": _held_call,
    "session": _session_opens,
}


def _back(view: View) -> bool:
    """Say whether a definite noun takes up what was spoken of before."""
    term = view.trigger.term
    if view.trigger.head.role in _VERBS:
        return False
    if view.trigger.head.back or view.before in view.table.words["this"]:
        return True
    if term.pronoun and term.plural:
        return True
    if view.trigger.head.kind == "session" and view.has("opening", view.trigger.last, view.end):
        return True
    bare = view.end == view.trigger.last or view.trigger.last in _date_words(view.ctx)
    return term.definite and bare and _relative_end(view) == view.end


def _date_words(ctx: Context) -> set[int]:
    """Return the first words of all dates."""
    return {d.first for d in ctx.article.mentions.dates}


def _phrase(view: View) -> tuple[int, int]:
    """Return the words that are the sighting's evidence: from the verb of holding, where it is near."""
    first, last = view.trigger.i, max(view.end, view.trigger.last)
    hold = view.hold
    if hold is not None and hold.i < first and first - hold.i <= 4:
        first = hold.i
    if hold is not None and last <= hold.i < last + 3:
        last = min(view.clause[1], hold.i + 6)
    return first, max(last, first + 1)


def _edition(view: View) -> int | None:
    """Return the edition; sessions and visits have none, nor has an indefinite «لقاء ثان»."""
    if view.kind in {"session", "visit", "call"} or view.trigger.head.role in _VERBS:
        return None
    return edition_in(view.ctx, view.table, view.trigger.last, min(view.end + 1, view.sentence.last))


def _place(view: View) -> tuple[str | None, str | None]:
    """Return where it takes place: English name and state."""
    ctx, table, trigger = view.ctx, view.table, view.trigger
    lo, hi = view.clause[0], view.topic
    if view.kind == "visit":
        return _destination(view) or (None, None)
    if view.kind == "summit" and (
        m := next((p for p in ctx.article.mentions.places if p.first == trigger.last), None)
    ):
        return m.name, m.party
    return (
        _hosted(view)
        or place_in(ctx, table, trigger.i, hi)
        or place_in(ctx, table, lo, trigger.i)
        or (None, None)
    )


def _destination(view: View) -> Where | None:
    """Return where a visit leads: behind its word, else before it («وصل إلى مسقط في زيارة»)."""
    ctx, table, at = view.ctx, view.table, view.trigger
    direct = at.head.role == "visit"
    found = destination(ctx, table, at.last, min(view.clause[1], at.last + 24), direct=direct)
    return found or (
        None if direct else destination(ctx, table, max(view.clause[0], at.i - 12), at.i, direct=False)
    )


def _hosted(view: View) -> Where | None:
    """Return the place behind «استضافته», «شهدت»."""
    hold = view.hold
    if hold is None or not hold.head.hosts:
        return None
    return destination(view.ctx, view.table, hold.last, hold.last + 3, direct=True)


def _sides(view: View) -> tuple[str, ...]:
    """Return who meets; of a summit known by its place only who the phrase itself names."""
    at, hi = view.trigger.i, max(view.topic, view.end)
    if view.kind == "summit":
        skip = any(p.first == view.trigger.last for p in view.ctx.article.mentions.places)
        return sides(view.ctx, view.table, (view.trigger.last + skip, view.end), (at, at))
    near = (view.trigger.last, max(hi, _relative_end(view)))
    if (assembly := _assembly(view)) is not None:
        return (assembly,)
    return sides(view.ctx, view.table, near, (_subject_start(view), at))


def _assembly(view: View) -> str | None:
    """Return the organisation that meets in sessions of its own («اجتماعات الأمم المتحدة»)."""
    named = view.ctx.at.parties.get(view.trigger.last)
    several = view.trigger.term.plural and named is not None and named.form == "organisation"
    return named.code if several and named is not None else None


def _subject_start(view: View) -> int:
    """Return how far back the subject of the occasion may begin: a verb's stands right before it."""
    at, lo = view.trigger.i, view.clause[0]
    if view.trigger.head.role not in _VERBS:
        return max(lo, at - _REACH)
    named = [m.first for m, _ in named_in(view.ctx, max(lo, at - 12), at)]
    return named[-1] if named else at


def _parties(view: View, host: str | None) -> tuple[str, ...]:
    """Return the parties: for a visit the visitor's and the host's."""
    if view.kind != "visit":
        return _sides(view)
    lo, hi = view.clause[0], view.end
    codes = [c for c in codes_in(view.ctx, view.trigger.last, hi) if c != host] or [
        c for c in codes_in(view.ctx, lo, view.trigger.i) if c != host
    ]
    if host is None and codes and codes[0] in view.ctx.pair:
        return view.ctx.pair
    return tuple(sorted({*codes[:1], *((host,) if host else ())}))


def _people(view: View) -> frozenset[str]:
    """Return who visits or meets: behind the noun, or before where nobody is named there."""
    found = people_in(view.ctx, view.trigger.last, max(view.end, _relative_end(view)))
    return found or people_in(view.ctx, view.clause[0], view.trigger.i)


def _relative_end(view: View) -> int:
    """Return where the relative clause of holding ends («اللقاء الذي عقده …»)."""
    hold = view.hold
    if hold is None or hold.i != view.end + 1 or view.ctx.folds[view.end] not in view.table.words["relative"]:
        return view.end
    return phrase_end(view.ctx, view.sentence, hold.last, view.table.words["relative"])


def _planned(view: View) -> bool:
    """Say whether verb or preparation put it in the future."""
    hold, at, folds = view.hold, view.trigger.i, view.ctx.folds
    holding = any(folds[k] in view.table.words["holding"] for k in range(max(view.clause[0], at - 2), at))
    if holding and view.has("intending", max(view.clause[0], at - 8), at):
        return True
    if hold is not None and (
        hold.term.tense == "future" or view.ctx.folds[max(hold.i - 1, 0)] in view.table.words["planned"]
    ):
        return True
    lo = max(view.clause[0], view.trigger.i - 8)
    return any(
        view.ctx.folds[k] in view.table.words["planned"] and _free(view.ctx, k)
        for k in range(lo, view.trigger.i)
    )


def _free(ctx: Context, k: int) -> bool:
    """Say whether a word is no part of a name or title."""
    return not ctx.covered[k]


def _chairs(view: View, triggers: Sequence[Trigger]) -> tuple[Chair, ...]:
    """Return who chairs, where the sentence says so."""
    ctx = view.ctx
    places = [t.i for t in triggers if t.head.role == "chair"]
    places += [
        k
        for k in range(view.sentence.first, view.sentence.last)
        if ctx.folds[k] in view.table.words["chairing"]
    ]
    return next((found for k in places if (found := chairs_in(ctx, view.table, view.sentence, k))), ())


def _theme(view: View) -> frozenset[str]:
    """Return the words of a session's theme."""
    if view.kind != "session":
        return frozenset()
    return _content(view, view.trigger.last)


_NO_THEME = ("theme", "topic", "relative", "officials", "pair")


def _content(view: View, first: int) -> frozenset[str]:
    """Return the nouns of the next words, without article."""
    last = min(view.sentence.last, first + 12)
    known = view.ctx.acts.words["detached"].union(*(view.table.words[w] for w in _NO_THEME))
    words = (view.ctx.folds[k] for k in range(first, last) if view.ctx.folds[k] not in known)
    return frozenset(bare(w.removeprefix(_WAW)) for w in words if len(w) > 2)

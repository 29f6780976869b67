"""Who takes part in an occasion: the sides that its phrase and its verb name, and no place or topic.

A state takes part as the verb's subject or object, in the construct of the noun («لقاء وزيري مصر وكينيا»), or
behind «بين» and «مع». Behind a preposition of place or direction it is where something happens; as an
adjective of a file or a crisis it is what was talked about.
"""

from __future__ import annotations

from mahdar.model.mentions import PartyMention
from mahdar.reading.clauses import Named, mentions_in, named_in, party_of
from mahdar.reading.meetings_gathered import attending, gathered, who_chair
from mahdar.reading.meetings_going_on import who_goes_on
from mahdar.reading.meetings_pair import both_spoken_of, of_the_pair
from mahdar.reading.meetings_partakers import can_act, takes_part
from mahdar.reading.meetings_persons import (
    accredited,
    held_by_us,
    meets_him,
    receiving_city,
    speaks_first,
    whom_it_means,
    with_whom,
)
from mahdar.reading.meetings_sides import (
    COMPANY,
    assembly,
    behind_aside,
    chain,
    lay_people,
    phrase_sides,
)
from mahdar.reading.meetings_two import two_people
from mahdar.reading.meetings_view import NOUNS, REACH, VERBS, View, goes_on_unnamed, in_passing

__all__ = [
    "held_subject",
    "in_main_clause",
    "of_the_speaker",
    "opening_people",
    "subject",
    "under_a_roof",
    "who_meets",
]

_WAW = "\N{ARABIC LETTER WAW}"
_SUBJECT_GAP = 2
"""A verb's subject stands right behind it, «أمس» or «كل من» between."""


def who_meets(view: View) -> tuple[str, ...]:
    """Return who takes part, alphabetical; empty where the text does not say.

    The phrase first, then the subject of its verb, then whoever was named last before it.
    """
    if (organisation := assembly(view)) is not None:
        return (organisation,)
    if speaks_first(view) or held_by_us(view):
        return _with_speaker(view)
    if (two := two_people(view)) is not None and not view.trigger.head.manner:
        return tuple(sorted({*two, *_joined_by_with(view)}))
    return _by_phone(view) if view.trigger.head.manner else _by_words(view)


def _by_words(view: View) -> tuple[str, ...]:
    """Return who takes part by the phrase, the subject of its verb, and who is there besides."""
    near = phrase_sides(view) or _behind_comma(view) or with_whom(view)
    if len(near) > 1 and view.before in view.table.words["outcome"]:
        return tuple(sorted(near))
    near += [c for c in behind_aside(view) if len(near) == 1 and c not in near]
    if view.trigger.head.many or (view.kind == "summit" and not _with_one(view, near)):
        return gathered(view, near) or _two_at_the_summit(view)
    near = near if len(near) > 1 else who_chair(view) or near
    there = attending(view, led=not near and not _led_by_its_own(view))
    near = [*_with_subject(view, [c for c in near if c not in there] or near), *there]
    near = list(dict.fromkeys(near))
    if len(near) == 1 and view.trigger.head.role == "receive":
        near += [c for c in receiving_city(view) or accredited(view) if c not in near]
    if len(near) < 2 and meets_him(view):
        near += whom_it_means(view, near)
    if len(near) < 2 and len(view.ctx.pair) == 2 and (both_spoken_of(view) or of_the_pair(view, near)):
        return view.ctx.pair
    return tuple(sorted(near))


def _by_phone(view: View) -> tuple[str, ...]:
    """Return who speak where «هاتفيا» only tells how: the subject, and whom «مع» or «و» adds."""
    ctx, at = view.ctx, view.trigger.i
    ends = view.table.words["topic"] | view.table.words["relative"]
    stop = next((k for k in range(at + 1, view.clause[1]) if ctx.folds[k] in ends), view.clause[1])
    named = [*named_in(ctx, view.clause[0], at), *named_in(ctx, at + 1, stop)]
    people = [c for m, c in named if not isinstance(m, PartyMention)]
    met = list(dict.fromkeys(people or (c for _, c in named)))
    if len(met) == 1:
        told = _left_out(view) or opening_people(view) or of_the_speaker(view)
        met += [c for c in told if c not in met]
    return tuple(sorted(met)) if len(met) > 1 else ()


def _two_at_the_summit(view: View) -> tuple[str, ...]:
    """Return the two that are told to hold a summit («الرئيسان … قد عقدا قمة ثنائية»)."""
    hold = view.hold
    if view.kind != "summit" or hold is None or hold.term.number != "d" or hold.i > view.trigger.i:
        return ()
    named = list(dict.fromkeys(c for _, c in named_in(view.ctx, view.sentence.first, hold.i)))
    return tuple(sorted(named)) if len(named) == len(view.ctx.pair) else view.ctx.pair


def _with_one(view: View, near: list[str]) -> bool:
    """Say whether a summit is with one other («قمة مع الرئيس الكيني»)."""
    return len(near) == 1 and view.has("with_one", view.trigger.last, view.end)


def _behind_comma(view: View) -> list[str]:
    """Return the sides that a comma parts from the noun («الاجتماع الثالث للجنة …، بين السعودية والمغرب»)."""
    end = view.end
    stop = min(view.sentence.last, end + _BEHIND_COMMA)
    if view.trigger.head.role in VERBS or end >= stop or not view.ctx.comma(end):
        return []
    return chain(view, end + 1, stop) if view.has("bringing", end, end + 1) else []


_BEHIND_COMMA = 14
"""Sides behind a comma stand within so many words."""


def _led_by_its_own(view: View) -> bool:
    """Say whether who holds it is told: then who leads it is one of them."""
    return bool(held_subject(view))


def _with_subject(view: View, near: list[str]) -> list[str]:
    """Add who does it to whom the phrase names: all of a verb's subject, of others the last."""
    if near and (_on_its_own(view, near[0]) or lay_people(view) or under_a_roof(view)):
        return near
    first = view.trigger.last
    more = view.has("three", first, view.end) or view.has("two_peers", first, view.end)
    joined = view.trigger.head.role in NOUNS and view.has("with_one", first, first + 2)
    partaker = [c for c in _partaker(view) if c not in near]
    if len(near) > 1 and not (joined or partaker or _calls(view) or (more and len(near) == 2)):
        return near
    held = partaker or [c for c in held_subject(view) if c not in near]
    if held:
        return [*near, *held]
    if not near and _passive(view):
        return []
    if near and (going_on := [c for c in who_goes_on(view) if c not in near]):
        return [*near, *going_on]
    before = [c for c in subject(view) if c not in near] or [c for c in _left_out(view) if c not in near]
    if near and not _dual(view):
        before = before[:1] if _framing(view) or _goes_on_holding(view) else before[-1:]
    return [*near, *before]


def _goes_on_holding(view: View) -> bool:
    """Say whether «و» joins the verb of holding to one whose subject it shares («التقى …، وعقد …»)."""
    hold = view.hold
    if hold is None or not view.sentence.first < hold.i < view.trigger.i:
        return False
    return hold.term.taken.endswith(_WAW)


def _framing(view: View) -> bool:
    """Say whether an occasion only tells when something else was («قال … عقب عقد الاجتماع مع …»)."""
    at = view.trigger.i
    at -= view.has("holding", at - 1, at)
    return view.trigger.head.role in NOUNS and view.has("frame", at - 1, at)


def under_a_roof(view: View) -> bool:
    """Say whether a host only lends the place to those between whom it is («استضافت مسقط محادثات بين …»)."""
    hosted = view.hold is not None and view.hold.head.hosts
    return hosted and view.has("between", view.trigger.last, view.end)


def _partaker(view: View) -> list[str]:
    """Return who is said to take part beside those named («شارك الوزير في اجتماع ضم …»)."""
    at = view.trigger.i
    joins = (t.last for t in view.triggers if t.head.joins and view.clause[0] <= t.i < at)
    first = next(joins, None)
    return [] if first is None or view.trigger.head.role in VERBS else chain(view, first, at)


def _calls(view: View) -> bool:
    """Say whether it is calls with several, whoever makes them being one more."""
    return view.kind == "call" and view.trigger.term.plural


def _on_its_own(view: View, code: str) -> bool:
    """Say whether an occasion has no part in what stands before it: its margins tell of another."""
    return view.before in view.table.words["margin"] or _by_itself(view, code)


def _by_itself(view: View, code: str) -> bool:
    """Say whether a body is the subject of a verb without object («تلتقي مجموعة آسيان في …»)."""
    first, last = view.trigger.last, view.trigger.last + 2
    behind = (m.code for m in mentions_in(view.ctx.article.mentions.parties, first, last))
    subject = view.trigger.head.role == "meet" and code in view.table.bodies and code in behind
    return subject and not view.has("bringing", first, view.end)


def _dual(view: View) -> bool:
    """Say whether a verb has two as its subject."""
    return view.trigger.head.role in VERBS and view.trigger.term.number == "d"


def _joined_by_with(view: View) -> list[str]:
    """Return whom «مع» adds to two who meet («اجتمع الوزيران مع نظيرهما …»)."""
    at = next((k for k in range(view.trigger.last, view.end) if view.has("bringing", k, k + 1)), None)
    return [] if at is None else chain(view, at, view.end)


def _passive(view: View) -> bool:
    """Say whether a noun is itself the subject of the verb behind it («المحادثات التي افتتحت أمس»)."""
    return view.trigger.head.role in NOUNS and view.hold is not None and view.hold.i > view.trigger.i


def _left_out(view: View) -> list[str]:
    """Return who meets where nobody before the word does: of the main clause, else of the sentence before."""
    framed = view.trigger.term.pronoun or in_passing(view)
    return (in_main_clause(view) if framed else []) or _elided(view)


def _elided(view: View) -> list[str]:
    """Return who goes on doing it: who the sentence before begins with («واستقبل أيضا …»)."""
    s, at = view.sentence, view.trigger.i
    if s.first == 0:
        return []
    if view.trigger.head.role not in VERBS:
        his = view.has("with_him", view.trigger.last, view.trigger.last + 1)
        return opening_people(view) if his or _said_at(view) else []
    return [] if at > s.first + 1 else opening_people(view)


def _said_at(view: View) -> bool:
    """Say whether a sentence without subject tells what was said then («وقال عقب اتصال هاتفي مع …»)."""
    ctx, first, at = view.ctx, view.sentence.first, view.trigger.i
    says = any(
        ctx.acts.heads[c.form.head].act_class == "affirm" for c in ctx.candidates[first] if c.form.tense
    )
    framed = in_passing(view) or view.has("frame", first, at)
    return says and framed and at - first <= _FRAMING and not named_in(ctx, first, at)


def opening_people(view: View) -> list[str]:
    """Return for whom the person acts that the sentence before begins with."""
    before = view.ctx.sentence_of(view.sentence.first - 1)
    stop = min(before.last, before.first + _OPENING)
    people = [c for m, c in named_in(view.ctx, before.first, stop) if not isinstance(m, PartyMention)]
    return people[:1]


_OPENING = 8
"""Within so many words the subject of a sentence is named."""


def _with_speaker(view: View) -> tuple[str, ...]:
    """Return the sides of an occasion told in the first person: the speaker's own and who is named."""
    ctx = view.ctx
    named = phrase_sides(view)
    sides = {*named, *of_the_speaker(view)}
    known = len(sides) > 1 or not set(named) <= set(ctx.pair)
    return tuple(sorted(sides)) if known else ctx.pair


def of_the_speaker(view: View) -> list[str]:
    """Return for whom «I» speaks: whoever is interviewed, or who says it in the same sentence."""
    ctx = view.ctx
    own = ctx.party_of(ctx.holder) if ctx.holder else ctx.holder_party
    if own:
        return [own]
    named = named_in(ctx, view.sentence.first, view.trigger.i)
    return [c for m, c in named if not isinstance(m, PartyMention)][:1]


def held_subject(view: View) -> list[str]:
    """Return who holds it, named right behind the verb of holding."""
    ctx, at, hold = view.ctx, view.trigger.i, view.hold
    if hold is None or hold.i >= at or hold.head.role == "chair" or hold.head.hosts:
        return []
    if (apposed := _of_a_stranger(view, hold.last)) is not None:
        return apposed
    body = next((t for t in view.triggers if t.head.role == "body" and t.i == hold.last), None)
    if body is not None and (whose := chain(view, body.i, at)):
        return whose
    first = next((m.first for m, _ in named_in(ctx, hold.last, at)), at)
    led = any(ctx.comma(k) for k in range(hold.last, at)) and not _people(view, hold.last, at)
    between = [k for k in range(hold.last, first) if not view.has("honorific", k, k + 1)]
    return chain(view, hold.last, at) if len(between) <= _SUBJECT_GAP and not led else []


def _of_a_stranger(view: View, k: int) -> list[str] | None:
    """Return the body that an apposition gives to a name not known otherwise; None for another subject."""
    ctx = view.ctx
    person = next(mentions_in(ctx.article.mentions.people, k, k + 1), None)
    if person is None or party_of(ctx, person):
        return None
    named = named_in(ctx, person.last, min(person.last + _APPOSED, view.trigger.i))
    return [c for _, c in named if c in view.table.bodies][:1] or None


_APPOSED = 8
"""The apposition to a name tells within so many words for whom it stands."""


def subject(view: View) -> list[str]:
    """Return who does it, named before the word: the last person, else the last party that acts."""
    at = view.trigger.i
    lo = max(view.clause[0], at - (12 if view.trigger.head.role in VERBS else REACH))
    spans = ((lo, at), (view.sentence.first, at))
    if view.trigger.term.tense and (group := _group_before(view)):
        return group
    named = [_people(view, *s) for s in spans] + [_sides(view, *s) for s in spans]
    return next((found for found in named if found), [])


def _group_before(view: View) -> list[str]:
    """Return whose delegation stands right before a verb («أن الوفد الهندي سيزور …»)."""
    at = view.trigger.i
    behind = [
        (m, c) for m, c in named_in(view.ctx, max(view.sentence.first, at - _GROUP), at) if m.last == at
    ]
    led = any(view.has("officials", m.first - 1, at) for m, _ in behind)
    return [c for _, c in behind][-1:] if led else []


_GROUP = 3
"""A delegation's party is named within so many words before its verb."""


def _people(view: View, lo: int, at: int) -> list[str]:
    """Return for whom the people between two words act; before a verb the last alone."""
    found = [c for m, c in named_in(view.ctx, lo, at) if not isinstance(m, PartyMention)]
    if _dual(view):
        return list(dict.fromkeys(reversed(found)))[:2]
    verb = view.trigger.head.role in VERBS or view.trigger.head.reaches
    if verb and at == view.trigger.i and (goes_on_unnamed(view) or _joined_verb(view)):
        whole = named_in(view.ctx, view.sentence.first, at)
        return [c for m, c in whole if not isinstance(m, PartyMention)][:1]
    return found[-1:] if view.trigger.head.role in VERBS else list(dict.fromkeys(found))


def _joined_verb(view: View) -> bool:
    """Say whether «و» joins a past without subject to the verb before («زار … والتقى رئيس الوزراء»)."""
    term = view.trigger.term
    if not term.taken.endswith(_WAW) or term.number != "s" or view.trigger.head.role not in VERBS:
        return False
    return view.trigger.i > view.sentence.first


def _sides(view: View, lo: int, at: int) -> list[str]:
    """Return the parties that act between two words."""
    found = (
        c
        for m, c in named_in(view.ctx, lo, at)
        if not (c.startswith(COMPANY) or _is_left(view, m))
        and takes_part(view, m)
        and (can_act(view.ctx, m) or view.has("officials", m.first - 1, m.first))
        and not view.has("deal", max(lo, m.first - _OF_A_DEAL), m.first)
    )
    states = view.table.states
    return list(dict.fromkeys(c for c in found if view.kind not in _OF_STATES or c in states))


def _is_left(view: View, m: Named) -> bool:
    """Say whether a capital is where somebody sets out from («تغادر الوزيرة نيروبي متوجهة إلى …»)."""
    return view.kind == "visit" and isinstance(m, PartyMention) and m.form == "capital"


_OF_A_DEAL = 4
"""The sides of a deal stand within so many words behind it («الاتفاق النووي بين …»)."""
_OF_STATES = frozenset({"working_group", "visit"})
"""Kinds in which nobody but a state takes part where only its name stands somewhere before."""


def in_main_clause(view: View) -> list[str]:
    """Return who acts in the clause that an occasion puts in time («قبيل اجتماعه …، أكد الوزير …»)."""
    at = view.trigger.i
    framed = in_passing(view) or view.has("frame", max(view.sentence.first, at - 2), at)
    if at - view.sentence.first > _FRAMING or not framed:
        return []
    named = named_in(view.ctx, view.end, view.sentence.last)
    people = (m for m, _ in named if not isinstance(m, PartyMention))
    first = next(people, None)
    return [] if first is None or view.ctx.governed(first.first) else _people(view, view.end, first.last)[:1]


_FRAMING = 3
"""A circumstance that opens the sentence leaves its subject to the clause behind."""

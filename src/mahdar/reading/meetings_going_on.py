"""Who goes on: the subject that a verb leaves out, named behind a verb before it.

«التقى الوزير الكيني نظيره الهندي. كما عقد لقاء مع وزير خارجية غانا»: whoever was named last is the other
side of the meeting before, and not the one who goes on to hold the next.
"""

from __future__ import annotations

from collections.abc import Iterator

from mahdar.model.mentions import PartyMention
from mahdar.reading.clauses import Named, mentions_in, named_in
from mahdar.reading.meetings_occasion import HEADLINES
from mahdar.reading.meetings_sight import Trigger
from mahdar.reading.meetings_view import NOUNS, View

__all__ = ["who_goes_on"]

_ITS = ("\N{ARABIC LETTER HEH}", "\N{ARABIC LETTER HEH}\N{ARABIC LETTER ALEF}")
_TEH = "\N{ARABIC LETTER TEH}"
_BACK = 70
"""The verb that names its subject stands within so many words before."""
_TITLED = 4
"""Honorifics, a day and the like may stand between a verb and its subject."""


def who_goes_on(view: View) -> list[str]:
    """Return for whom the subject acts that a verb of meeting or holding leaves out; empty where it has one.

    It is named right behind the last verb before that has a subject of its own, of the same gender.
    """
    verb = _governing(view)
    if verb is None:
        return []
    if (before := _behind_been(view, verb)) is not None:
        return [before]
    if _has_its_own(view, verb):
        return []
    ctx, gender = view.ctx, {*_genders(view, verb.i)}
    for k in range(verb.i - 1, max(-1, verb.i - _BACK), -1):
        if gender.isdisjoint(_genders(view, k)) or ctx.covered[k] or ctx.sentence_of(k).block in HEADLINES:
            continue
        found = _subject_of(view, k)
        if found is not None:
            return [] if _told_of_another(view, found, verb.i) else [found[1]]
    return _first_of_sentence(view, verb.i)


def _first_of_sentence(view: View, at: int) -> list[str]:
    """Return for whom the person acts who is named first in the sentence, where no preposition governs him.

    Of a verb that opens its sentence, the sentence before.
    """
    ctx, first = view.ctx, view.sentence.first
    if at - first <= 1 and first:
        first = ctx.sentence_of(first - 1).first
        at = view.sentence.first
    if ctx.sentence_of(first).block in HEADLINES:
        return []
    people = ((m, c) for m, c in named_in(ctx, first, at) if not isinstance(m, PartyMention))
    named = next(people, None)
    return [] if named is None or ctx.governed(named[0].first) else [named[1]]


def _behind_been(view: View, verb: Trigger) -> str | None:
    """Return for whom the subject acts that «قد» parts from its verb («وكان الوزير قد زار»)."""
    if not view.has("been", verb.i - 1, verb.i):
        return None
    named = named_in(view.ctx, view.sentence.first, verb.i)
    people = [c for m, c in named if m.last == verb.i - 1 and not isinstance(m, PartyMention)]
    return people[-1] if people else None


def _told_of_another(view: View, found: tuple[Named, str], at: int) -> bool:
    """Say whether somebody says in the same sentence of another that he met («قال إن … إذ سيلتقي»)."""
    ctx, first = view.ctx, found[0].last
    that = next((k for k in range(first, at) if ctx.folds[k] in ctx.acts.words["that"]), None)
    if that is None or that < view.sentence.first:
        return False
    return any(c != found[1] and not isinstance(m, PartyMention) for m, c in named_in(ctx, that, at))


def _governing(view: View) -> Trigger | None:
    """Return the verb that tells that it takes place: of one person, and none that only lends its place."""
    verb = view.trigger if view.trigger.head.role not in NOUNS else view.hold
    if verb is None or verb.term.number != "s" or not verb.term.tense:
        return None
    if verb.i < view.trigger.i and view.ctx.folds[verb.i].endswith(_ITS):
        return None  # «عبر زيارة الوزير وعقده لقاءات»: a noun
    if verb.i > view.trigger.i and not view.has("relative", verb.i - 1, verb.i):
        return None
    timed = view.has("frame", verb.i - 1, verb.i)
    timed = timed or (view.trigger.term.definite and verb.last == view.trigger.i)  # «بدأت المفاوضات»
    return None if timed or verb.head.hosts or verb.head.includes else verb


def _has_its_own(view: View, verb: Trigger) -> bool:
    """Say whether its subject is named: right before the verb, or right behind it and not whom he met."""
    named = named_in(view.ctx, view.sentence.first, verb.i)
    beside = not verb.term.taken and any(m.last == verb.i for m, _ in named)
    if beside or (verb.i < view.trigger.last and view.has("relative", verb.i - 1, verb.i)):
        return True
    first = _first_behind(view, verb.i)
    if first is None:
        return False
    return (
        verb.head.role not in _DIRECT
        or _met_by(view, verb.i, first)
        or view.has("mutual", first.last, view.clause[1])
    )


def _subject_of(view: View, k: int) -> tuple[Named, str] | None:
    """Return who is the subject of a verb: named right behind it, or before it where a sentence begins so."""
    ctx = view.ctx
    first = _first_behind(view, k)
    if first is not None:
        direct = any(view.table.heads[t.head].role in _DIRECT for t in view.table.terms.get(ctx.folds[k], ()))
        code = next((c for m, c in named_in(ctx, first.first, first.last) if m is first), None)
        if code is not None and (not direct or _met_by(view, k, first)):
            return first, code
        return None
    start = ctx.sentence_of(k).first
    before = [(m, c) for m, c in named_in(ctx, start, k) if m.last <= k and not isinstance(m, PartyMention)]
    last = k - view.has("been", k - 1, k)
    if not before or before[-1][0].last != last:
        return None
    at = before[-1][0].first
    led = at > start and ctx.folds[at - 1] in ctx.acts.words["that"]
    return before[-1] if led else before[0] if before[0][0].first <= start + 1 else None


_DIRECT = frozenset({"meet", "receive", "phone"})
"""Verbs that may have whom they met right behind them."""


def _first_behind(view: View, k: int) -> Named | None:
    """Return who is named right behind a verb: a title, a person, a delegation."""
    ctx, stop = view.ctx, min(view.ctx.sentence_of(k).last, k + 1 + _TITLED)
    for j in range(k + 1, stop):
        for m, _ in named_in(ctx, j, j + 1):
            if not isinstance(m, PartyMention) or view.has("sent", j - 1, j):
                return m
            if j == k + 1 and m.code in view.table.states and _says(view, k):
                return m
        dated = any(True for _ in mentions_in(ctx.article.mentions.dates, j, j + 1))
        if not (dated or view.has("honorific", j, j + 1) or view.has("sent", j, j + 1)):
            return None
    return None


def _says(view: View, k: int) -> bool:
    """Say whether a verb tells that somebody said something («قالت كينيا إنها …»)."""
    ctx = view.ctx
    return any(ctx.acts.heads[c.form.head].act_class == "affirm" for c in ctx.candidates[k] if c.form.tense)


def _met_by(view: View, k: int, first: Named) -> bool:
    """Say whether somebody else is named behind the subject of a verb: whom he met."""
    ctx = view.ctx
    stop = min(ctx.sentence_of(k).last, first.last + _OBJECT)
    stop = next((j for j in range(first.last, stop) if _is_finite(view, j)), stop)
    code = next((c for m, c in named_in(ctx, first.first, first.last) if m is first), None)
    others = (c for _, c in named_in(ctx, first.last, stop))
    return view.has("counterpart", first.last, stop) or any(c != code for c in others)


_OBJECT = 16
"""Whom somebody met is named within so many words behind him."""


def _is_finite(view: View, k: int) -> bool:
    """Say whether a word may be a finite verb of one person."""
    ctx = view.ctx
    return not ctx.covered[k] and any(True for _ in _genders(view, k))


def _genders(view: View, k: int) -> Iterator[str]:
    """Yield the gender of each reading of a word as a verb of the third person singular."""
    ctx = view.ctx
    for c in ctx.candidates[k]:
        if c.form.kind == "finite" and c.form.person == _THIRD and c.form.number == "s":
            yield c.form.gender
    for t in view.table.terms.get(ctx.folds[k], ()):
        if t.tense and t.number == "s":
            bare = ctx.folds[k].removeprefix(t.taken)
            past = t.tense == "past"
            hers = bare.endswith(_TEH) if past else bare.removeprefix(_SEEN).startswith(_TEH)
            yield "f" if hers else "m"


_THIRD = 3
_SEEN = "\N{ARABIC LETTER SEEN}"

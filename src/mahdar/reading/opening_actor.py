"""Who opens a sentence, over what stands between him and his verb: «إن الوزراء، إدراكاً منهم لـ …، يؤكدون».

Declarations name who speaks once, tell in commas or behind «إذ» what moves him, and come to the verb late; in
a list under such an opening every item begins with a verb of his.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mahdar.reading.actors import Actor, actor_at
from mahdar.reading.agreement import misfit
from mahdar.reading.conditions import noun_stems
from mahdar.reading.going_on import stranger

if TYPE_CHECKING:
    from mahdar.model.prose import Sentence
    from mahdar.reading.context import Context
    from mahdar.reading.spot import Spot

__all__ = [
    "begins_item",
    "clause_of",
    "declares",
    "done_before",
    "had_come_before",
    "opens_list",
    "over_aside",
    "tells_of_sides",
]


def over_aside(spot: Spot) -> Actor | None:
    """Return who opens the sentence, where only an aside parts him from a verb.

    The aside begins right behind him, with a comma or «إذ», and a comma ends it; or the verb itself stands
    behind «إذ» («إن الوزارة إذ تدين …»).
    """
    form = spot.candidate.form
    if form.kind != "finite" or form.person != 3 or form.passive or spot.candidate.conjunction:
        return None
    if not (spot.ctx.comma(spot.i) or spot.is_word(spot.before, "whereas")):
        return None
    actor = _opening(spot.ctx, spot.sentence, spot.i)
    if actor is None or not _parted(spot, actor) or not _agrees(spot, actor):
        return None
    return None if misfit(spot, actor, actor.first) or stranger(spot) else actor


def clause_of(spot: Spot, actor: Actor) -> int:
    """Return where the clause begins that a verb over an aside heads; behind «إذ» a clause stands between."""
    aside = spot.ctx.folds[actor.last]
    told = actor.first > spot.sentence.first + 1 and not spot.is_word(spot.before, "whereas")
    return actor.first if told and not spot.is_word(aside, "whereas") else spot.i


def declares(spot: Spot) -> bool:
    """Say whether a verb is surely that of who opens the sentence over an aside: no dateline begins it.

    «إن» opens it, or a person, a title or several; a state alone may be where a report was written.
    """
    actor = over_aside(spot)
    if actor is None:
        return False
    lead = spot.ctx.folds[actor.first - 1] if actor.first > spot.sentence.first else ""
    return spot.is_word(lead, "bare_that") or actor.titled or actor.plural or bool(actor.people)


def _opening(ctx: Context, sentence: Sentence, stop: int) -> Actor | None:
    """Return the actor that a sentence begins with, «إن» before him or not, or the last clause with «أن»."""
    that = (k for k in range(stop - 1, sentence.first - 1, -1) if ctx.folds[k] in ctx.lists["bare_that"])
    start = next(that, sentence.first - 1) + 1
    start += start == sentence.first and ctx.folds[start] in ctx.lists["had"]
    if start >= stop or start not in ctx.starts:
        return None
    actor = actor_at(ctx, start, stop)
    return actor if actor is not None and actor.first == start and not actor.private else None


def _parted(spot: Spot, actor: Actor) -> bool:
    """Say whether an aside begins right behind the actor, and ends right before the verb; or only a comma."""
    ctx, last = spot.ctx, actor.last
    if last == spot.i:
        # «أن نائب الوزير، أكد …»: a comma alone, where who stands before it can only be the subject.
        return spot.tense == "past" and (actor.first > spot.sentence.first or actor.titled)
    if last >= spot.i - 1:
        return last == spot.i - 1 and spot.is_word(spot.before, "whereas")
    opens = ctx.comma(last) or spot.is_word(ctx.folds[last], "whereas") or _relates(spot, last)
    return opens and ctx.comma(spot.i)


def _relates(spot: Spot, k: int) -> bool:
    """Say whether a relative word of the verb's gender opens the aside («الوزيرة التي تزور …، أعربت …»)."""
    word, form = spot.ctx.folds[k], spot.candidate.form
    if not spot.is_word(word, "relative"):
        return False
    return form.number != "s" or not word.endswith(_WHO_SHE if form.gender == "m" else _WHO_HE)


_WHO_HE = "\N{ARABIC LETTER THAL}\N{ARABIC LETTER YEH}"
_WHO_SHE = "\N{ARABIC LETTER TEH}\N{ARABIC LETTER YEH}"
"""Endings of the relative words for him and for her."""


def _agrees(spot: Spot, actor: Actor) -> bool:
    """Say whether a verb agrees with an actor before it in number; things in the plural take a feminine."""
    form = spot.candidate.form
    several = actor.plural or len(actor.parties) > 1 or len(actor.people) > 1
    things = not actor.people and any(r.number == "p" for r in actor.roles)
    return several == (form.number != "s") or (things and form.number == "s" and form.gender == "f")


def opens_list(ctx: Context, sentence: Sentence) -> Actor | None:
    """Return whom «إن رؤساء مالي والنيجر، المجتمعين في باماكو:» names: verbs of his begin what is listed."""
    if ctx.folds[sentence.first] not in ctx.lists["bare_that"]:
        return None
    return _opening(ctx, sentence, sentence.last)


def begins_item(spot: Spot) -> bool:
    """Say whether a verb of several begins an item of a list («3- يقررون إنشاء …؛», «إذ يعبرون عن …؛»)."""
    ctx, first = spot.ctx, spot.sentence.first
    if spot.candidate.form.number != "p" or first == 0:
        return False
    numbered = ctx.folds[first].isdigit()
    lead = spot.i - numbered - spot.is_word(spot.before, "whereas")
    between = ctx.text[ctx.words[first - 1].end : ctx.words[first].start]
    return lead == first and "\n" in between and (numbered or not _OF_ITEMS.isdisjoint(between))


_OF_ITEMS = frozenset(":;,-–•*\N{ARABIC COMMA}\N{ARABIC SEMICOLON}")
"""Marks around the items of a list."""


def had_come_before(spot: Spot) -> bool:
    """Say whether «سبق أن», «بعد أن» or «عندما» stands before a past: what follows was done."""
    if spot.is_word(spot.before, "when_past"):
        return _named_behind(spot)
    if not spot.is_word(spot.before, "bare_that"):
        return False
    if spot.is_word(spot.two_before, "earlier") or done_before(spot) >= 0:
        return True
    return spot.is_word(spot.two_before, "after") and _named_behind(spot)


def _named_behind(spot: Spot) -> bool:
    """Say whether a party is named right behind a verb («بعد أن منحت اليابان كينيا قرضاً»)."""
    actor = actor_at(spot.ctx, spot.i + 1, spot.sentence.last)
    return actor is not None and actor.first == spot.i + 1 and bool(actor.parties) and not actor.private


def done_before(spot: Spot) -> int:
    """Return where is named of whom «سبق له أن» tells, before a past («وسبق لمالطا أن …»); -1 for none."""
    ctx, that = spot.ctx, spot.i - 1
    for k in range(that - 2, max(spot.sentence.first, that - _TOLD_OF) - 1, -1):
        word = ctx.folds[k]
        plain = word[1:] if word[0] in ctx.conjunctions else word
        if spot.is_word(plain, "earlier"):
            named = ctx.at.people.get(k + 1) or ctx.at.offices.get(k + 1) or ctx.at.parties.get(k + 1)
            led = ctx.prefix(named) == _LAM if named is not None else tells_of_sides(ctx, k + 1)
            return k + 1 if led else -1
        if ctx.words[k + 1].gap:
            break
    return -1


def tells_of_sides(ctx: Context, k: int) -> bool:
    """Say whether a word names two sides behind «لـ» («للبلدين»)."""
    word = ctx.folds[k]
    return word.startswith(_LAM * 2) and any(n in ctx.acts.words["sides"] for n in noun_stems(word))


_LAM = "\N{ARABIC LETTER LAM}"
_TOLD_OF = 10
"""Words of a name and its titles at most."""

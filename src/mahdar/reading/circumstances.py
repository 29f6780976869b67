"""Does a verb that is also a noun stand behind the circumstance that opens its clause?

«وفي السياق الأمني طلب السفير العماني …» has no comma before its verb. A definite noun ends the circumstance,
and no noun goes on with it; nor can one be meant where two stand in the nominative («وقع الوزيران»).
"""

from __future__ import annotations

from collections.abc import Mapping

from mahdar.language.clitics import bare
from mahdar.model.mentions import PartyMention, PersonMention
from mahdar.reading.actors import Actor, actor_at
from mahdar.reading.clauses import mentions_in
from mahdar.reading.conditions import attached, noun_stems, particle_of
from mahdar.reading.spot import Spot

__all__ = [
    "behind_circumstance",
    "ended",
    "goes_on_past",
    "led_behind_comma",
    "past_circumstance",
    "past_day_or_place",
]


def behind_circumstance(spot: Spot) -> bool:
    """Say whether a past stands behind a circumstance without a comma, its subject right behind it."""
    form, ctx = spot.candidate.form, spot.ctx
    past = form.kind == "finite" and (form.tense, form.person, form.number) == ("past", 3, "s")
    if not past or form.passive or spot.candidate.conjunction or spot.gap or spot.i == spot.sentence.first:
        return False
    start = _clause_start(spot)
    if not _opens(spot, start):
        return False
    if spot.after in spot.head.needs & spot.head.prepositions:  # «وحول الوضع عبر عن أسفه»
        return ended(spot, spot.i - 1) and _one_circumstance(spot, start)
    actor = actor_at(ctx, spot.i + 1, spot.sentence.last)
    if actor is None or actor.first > spot.i + _HONOURED or ctx.governed(actor.first):
        return False
    if _oblique(spot, actor):
        return False
    return (_nominative(spot, actor) or ended(spot, spot.i - 1)) and _one_circumstance(spot, start)


def goes_on_past(spot: Spot) -> bool:
    """Say whether a joined past goes on over a circumstance («أثنى على …، ووجه خلال الجلسة بدراسة …»).

    In a headline its object follows («زار طرابلس ووقع اتفاقية وطلب مساعدة»).
    """
    ctx, form, stop = spot.ctx, spot.candidate.form, spot.sentence.last
    past = form.kind == "finite" and (form.tense, form.person, form.number) == ("past", 3, "s")
    if not past or form.passive or not spot.candidate.conjunction or not _behind_past(spot):
        return False
    if spot.sentence.block == "title":
        return spot.i + 2 < stop and not ctx.words[spot.i + 1].gap and bare(spot.after) == spot.after
    return ctx.comma(spot.i) and spot.is_word(spot.after, "circumstance") and _governs_later(spot)


def _governs_later(spot: Spot) -> bool:
    """Say whether what a verb governs follows behind a circumstance."""
    ctx, stop = spot.ctx, spot.sentence.last
    for k in range(spot.i + 2, min(spot.i + _GOVERNED, stop)):
        if ctx.comma(k) or any(c.form.kind == "finite" for c in ctx.candidates[k]):
            return False
        led = ctx.folds[k] in spot.head.prepositions or (ctx.folds[k][0] == _BEH and attached(spot, k))
        if led or any(n in spot.head.needs for n in noun_stems(ctx.folds[k])):
            return True
    return False


_GOVERNED = 10
"""Words behind such a verb within which what it governs follows."""


def past_circumstance(spot: Spot, at: int) -> int:
    """Return the word behind a circumstance without commas («وجه خلال الجلسة بدراسة …»), or the word itself.

    A definite word ends it, and what follows begins anew: a noun without article, or one behind «بـ».
    """
    ctx, stop = spot.ctx, spot.sentence.last
    if spot.candidate.form.kind != "finite" or at >= stop or not spot.is_word(ctx.folds[at], "circumstance"):
        return at
    if ctx.folds[at] in spot.head.prepositions:
        return at
    for k in range(at + 2, min(at + _GOVERNED, stop)):
        word = ctx.folds[k]
        if ctx.words[k].gap or any(c.form.kind == "finite" for c in ctx.candidates[k]):
            return at
        new = bare(word) == word and not _small(spot, word) and not ctx.covered[k]
        if new and ended(spot, k - 1) and not word.isdigit() and not _describes(spot, k):
            return k
    return at


def past_day_or_place(spot: Spot, at: int) -> int:
    """Return the noun behind a mere day or place («أعلنت في يناير تعليق …»), or the word itself."""
    ctx, mentions = spot.ctx, spot.ctx.article.mentions
    if spot.candidate.form.kind != "finite" or at >= spot.sentence.last or ctx.words[at].gap:
        return at
    if not spot.is_word(ctx.folds[at], "circumstance") or ctx.folds[at] in spot.head.prepositions:
        return at
    ends = [m.last for m in mentions_in(mentions.dates, at, at + 2)]
    ends += [m.last for m in mentions_in(mentions.places, at, at + 2)]
    ends += [m.last for m in mentions_in(mentions.parties, at + 1, at + 2) if m.form == "capital"]
    end = max(ends, default=at)
    if end == at or end >= spot.sentence.last or ctx.words[end].gap or ctx.covered[end]:
        return at
    small = _small(spot, ctx.folds[end]) or attached(spot, end)
    verb = any(c.form.kind == "finite" for c in ctx.candidates[end])
    return at if small or verb or ctx.folds[end].isdigit() else end


def led_behind_comma(spot: Spot, at: int, stop: int) -> int:
    """Return what the head must have where a comma parts it from a place («اعترف أمام النواب، بأن …»)."""
    ctx, needs, must = spot.ctx, spot.head.needs, spot.head.needs & spot.head.prepositions
    wants = must or _BEH in needs or _LAM in needs
    if spot.candidate.form.kind != "finite" or not wants or at - 1 not in ctx.ends or attached(spot, at):
        return at
    for k in range(at + 1, min(at + _PARTED, stop)):
        told = any(c.form.kind == "finite" for c in ctx.candidates[k]) and not ctx.covered[k]
        if told and not ctx.comma(at):
            return at
        if ctx.comma(k):
            bound = attached(spot, k) or spot.is_word(ctx.folds[k], "that")
            led = ctx.folds[k] in must or (bound and particle_of(spot, k) in needs)
            return k if led else at
    return at


_PARTED = 16
"""Words between a subject and a comma before what its verb must have."""


def _behind_past(spot: Spot) -> bool:
    """Say whether the sentence has told of the same person in the past before; no masdar is meant."""
    ctx, gender = spot.ctx, spot.candidate.form.gender
    if any(c.form.kind == "masdar" for c in ctx.candidates[spot.i]):
        return False
    if spot.is_word(ctx.folds[spot.sentence.first], "main_verb") and gender == "m":
        return True
    return any(
        (c.form.kind, c.form.tense, c.form.number, c.form.gender) == ("finite", "past", "s", gender)
        and not ctx.covered[k]
        for k in range(spot.sentence.first, spot.i - 1)
        for c in ctx.candidates[k]
    )


_HONOURED = 2
"""Words behind a verb within which its subject begins («طلب السيد الوزير …»)."""


def _clause_start(spot: Spot) -> int:
    """Return the first word behind the last mark before a verb."""
    k = spot.i - 1
    while k > spot.sentence.first and not spot.ctx.words[k].gap.strip('"«»“”()'):
        k -= 1
    return k


def _opens(spot: Spot, k: int) -> bool:
    """Say whether a circumstance opens at a word: a preposition, written apart or not."""
    word = spot.ctx.folds[k]
    if any(spot.is_word(word, words) for words in ("detached", "aside", "topic_opener")):
        return True
    return attached(spot, k) or (word[0] in spot.ctx.conjunctions and word[1:2] == _BEH)


_BEH, _LAM = "\N{ARABIC LETTER BEH}", "\N{ARABIC LETTER LAM}"


def _one_circumstance(spot: Spot, start: int) -> bool:
    """Say whether nothing between two words can be the verb of the clause, but inside a relative one."""
    ctx = spot.ctx
    for k in range(start + 1, spot.i):
        word = ctx.folds[k]
        if spot.is_word(word, "relative"):
            return True
        if ctx.covered[k] or any(d.first <= k < d.last for d in ctx.article.mentions.dates):
            continue
        if _verb_only(spot, k):
            return False
        begins = bare(word) == word and not (word.isdigit() or attached(spot, k) or _small(spot, word))
        if begins and ended(spot, k - 1) and not _describes(spot, k):
            return False
    return True


def _verb_only(spot: Spot, k: int) -> bool:
    """Say whether a word is a verb, and no other word as well («طلب», «على صعيد آخر»)."""
    here = spot.ctx.candidates[k]
    if any(c.form.kind == "masdar" for c in here):
        return False
    heads = spot.ctx.acts.heads
    return any(c.form.kind == "finite" and not heads[c.form.head].homograph for c in here)


def _small(spot: Spot, word: str) -> bool:
    """Say whether a word leads on inside a circumstance: a preposition, a conjunction, «ذلك»."""
    if word[0] in spot.ctx.conjunctions:
        return True
    return any(spot.is_word(word, words) for words in ("detached", "aside", "demonstrative", "adverb", "of"))


def ended(spot: Spot, k: int) -> bool:
    """Say whether a word makes a noun phrase definite, so that no noun can go on with it."""
    ctx, word = spot.ctx, spot.ctx.folds[k]
    if bare(word) != word or word.isdigit() or spot.is_word(word, "other_turn"):
        return True
    if ctx.words[k].text.endswith(_ITS) and len(word) > _SHORT and word[-2] not in _WEAK:
        return True
    dated = any(d.first <= k < d.last for d in ctx.article.mentions.dates)
    return dated or _describes(spot, k) or any(_ends_mention(k, m) for m in (ctx.at.people, ctx.at.parties))


_ITS = (
    "\N{ARABIC LETTER HEH}",
    "\N{ARABIC LETTER HEH}\N{ARABIC LETTER ALEF}",
    "\N{ARABIC LETTER HEH}\N{ARABIC LETTER MEEM}",
    "\N{ARABIC LETTER HEH}\N{ARABIC LETTER MEEM}\N{ARABIC LETTER ALEF}",
)
"""Pronouns that make a noun definite («بعد وصوله»)."""
_SHORT = 3
_WEAK = "\N{ARABIC LETTER YEH}\N{ARABIC LETTER ALEF}"
"""Behind these the letter of the pronoun is mostly the root's («تشويه», «اتجاه»)."""


def _describes(spot: Spot, k: int) -> bool:
    """Say whether a word only ends a set circumstance («على صعيد متصل», «من جهة أخرى»)."""
    return spot.is_word(spot.ctx.folds[k], "ends_circumstance")


def _ends_mention(k: int, mentions: Mapping[int, PersonMention] | Mapping[int, PartyMention]) -> bool:
    """Say whether a name ends at a word."""
    reach = range(k, max(-1, k - _NAME), -1)
    return any(j in mentions and mentions[j].last == k + 1 for j in reach)


_NAME = 6
"""Words of a name."""


def _nominative(spot: Spot, actor: Actor) -> bool:
    """Say whether two who do something are written in the nominative («الوزيران»)."""
    two = any(role.number == "d" for role in actor.roles)
    return two and spot.ctx.folds[actor.first].endswith(_DUAL)


_DUAL = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER NOON}"


def _oblique(spot: Spot, actor: Actor) -> bool:
    """Say whether several are written as a noun governs them («رفض الجانبين»)."""
    return actor.plural and spot.ctx.folds[actor.first].endswith(_OBLIQUE)


_OBLIQUE = "\N{ARABIC LETTER YEH}\N{ARABIC LETTER NOON}"

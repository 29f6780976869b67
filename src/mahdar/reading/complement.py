"""What an act is about, and which class that gives it.

From behind the subject the words are passed over that are no complement: adverbs, asides in commas, the
prepositions of the head. Then the complement's first noun decides: a stance noun («قلقه»), a condition of the
head, or nothing special.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from mahdar.language.clitics import bare
from mahdar.reading.actors import actor_at
from mahdar.reading.conditions import attached, behind_word, holds, noun_stems, owned, particle_of
from mahdar.reading.context import Context
from mahdar.reading.spot import Spot

__all__ = ["Complement", "complement_of", "noun_stems"]


@dataclass(frozen=True, slots=True)
class Complement:
    """The class of an act and where its content begins."""

    act_class: str
    start: int
    """Word index at which the content begins."""
    marker: str
    """What led to it: `that` (a clause with أن), `preposition`, `noun`."""
    rule: str
    """What decided the class: `head`, `stance` or `when`."""
    noun: int = -1
    """Word index of the stance noun, where one decided."""
    called: int = -1
    """Word index at which whoever is called upon is named, before the content; -1 where nobody is."""


def complement_of(spot: Spot, behind: int) -> Complement | None:
    """Read the complement of an act.

    Args:
        spot: the act's head.
        behind: index of the first word behind verb and subject.

    Returns:
        None where the head needs a complement that is not there, or its class is `none` here.
    """
    stop = spot.sentence.last
    if spot.head.frame == "report" and _particle(spot) and not _reports_here(spot, behind):
        return None
    at = _past_partner(spot, _past_aside(spot, behind, stop))
    at, preposition = _past_prepositions(spot, at, stop)
    if at >= stop:
        return None if _needs_words(spot) else Complement(_class_alone(spot), stop, "noun", "head")
    marker = (
        "that" if spot.is_word(spot.ctx.folds[at], "that") else ("preposition" if preposition else "noun")
    )
    if not _satisfied(spot, at, preposition) or _names_source(spot, at):
        return None
    found = _classified(spot, at, marker, preposition)
    if found is None or preposition or not spot.head.called or found.start != at:
        return found
    return _behind_called(spot, found)


def _behind_called(spot: Spot, found: Complement) -> Complement:
    """Let the content begin behind whom a call is made on («دعا أثينا إلى …»: behind «إلى»)."""
    ctx, at, stop = spot.ctx, found.start, min(found.start + 16, spot.sentence.last)
    if _leads_call(spot, at):
        return found
    for k in range(at + 1, stop):
        if any(c.form.kind == "finite" for c in ctx.candidates[k]) and not ctx.covered[k]:
            break
        if _leads_call(spot, k):
            start = k + 1 if spot.is_word(ctx.folds[k], "detached") and k + 1 < spot.sentence.last else k
            return replace(found, start=start, called=at)
    return found


def _leads_call(spot: Spot, k: int) -> bool:
    """Say whether a word leads to what is called for."""
    if spot.ctx.folds[k] in spot.head.called:
        return True
    return attached(spot, k) and particle_of(spot, k) in spot.head.called and k not in spot.ctx.starts


def _past_partner(spot: Spot, at: int) -> int:
    """Pass over with whom, when and where something is discussed or signed, where the topic follows."""
    ctx, stop = spot.ctx, spot.sentence.last
    if spot.head.frame != "act" or spot.head.act_class not in {"discuss", "sign"} or at >= stop:
        return at
    end = at
    if spot.is_word(ctx.folds[at], "with"):
        actor = actor_at(ctx, at + 1, stop)
        end = actor.last if actor is not None else at
    elif spot.is_word(ctx.folds[at], "detached") and ctx.folds[at] not in spot.head.prepositions:
        end = next((k for k in range(at + 1, min(stop, at + 16)) if ctx.comma(k)), at)
    follows = end < stop and end > at and not spot.is_word(ctx.folds[end], "detached")
    return end if follows and ctx.folds[end][0] not in ctx.conjunctions else at


def _particle(spot: Spot) -> bool:
    """Say whether the word as written is also a preposition («بين»)."""
    return spot.is_word(spot.ctx.folds[spot.i], "detached")


def _reports_here(spot: Spot, at: int) -> bool:
    """Say whether what is reported follows at once."""
    if at >= spot.sentence.last:
        return False
    return spot.is_word(spot.ctx.folds[at], "that") or bool(set(spot.ctx.words[at].gap) & _OPENERS)


def _needs_words(spot: Spot) -> bool:
    """Say whether the head acts only with a complement."""
    return bool(spot.head.needs) or spot.head.frame in {"stance", "report"} or spot.head.act_class == "none"


def _class_alone(spot: Spot) -> str:
    """Return the class of a head with nothing behind it."""
    return spot.head.act_class


def _past_aside(spot: Spot, at: int, stop: int) -> int:
    """Pass over adverbs and over asides between subject and complement."""
    ctx = spot.ctx
    while at < stop:
        if spot.is_word(ctx.folds[at], "adverb") and not _led(spot, at):
            at += 1
        elif (blessed := _behind_blessing(spot, at, stop)) is not None:
            at = blessed
        elif (date := _date_at(ctx, at)) > at:
            at = date
        elif ctx.comma(at) and not _led(spot, at) and (close := _closed(spot, at, stop)):
            at = close
        elif (
            _may_be_aside(spot, at)
            and not _own_partner(spot, at)
            and not _led(spot, at)
            and (led := _led_later(spot, at, stop))
        ):
            at = led
        else:
            break
    return at


def _behind_blessing(spot: Spot, at: int, stop: int) -> int | None:
    """Return where the text goes on behind a few words between dashes («مؤكداً - حفظه الله - عمق …»)."""
    gaps = [spot.ctx.words[k].gap for k in range(at, min(at + _BLESSING, stop))]
    if not gaps or not set(gaps[0]) & _DASHES:
        return None
    return next((at + n for n, gap in enumerate(gaps) if n and set(gap) & _DASHES), None)


_BLESSING = 5
_DASHES = frozenset("-\N{EN DASH}\N{EM DASH}\N{ARABIC TATWEEL}")


def _date_at(ctx: Context, at: int) -> int:
    """Return the word behind a date that begins at a word; the word itself where none does."""
    return next((d.last for d in ctx.article.mentions.dates if d.first == at), at)


def _own_partner(spot: Spot, at: int) -> bool:
    """Say whether «مع» belongs to the verb itself («نعمل مع»), not to the circumstances."""
    return spot.head.frame == "act" and at == spot.i + 1 and spot.is_word(spot.ctx.folds[at], "with")


def _may_be_aside(spot: Spot, at: int) -> bool:
    """Say whether a circumstance may begin at a word: behind a reporting verb anything not reported."""
    if spot.head.frame == "stance" and at in spot.ctx.starts and spot.ctx.governed(at):
        return True
    return spot.is_word(spot.ctx.folds[at], "aside") or spot.head.frame == "report"


def _closed(spot: Spot, at: int, stop: int) -> int | None:
    """Return where an aside that a comma opens is closed by another."""
    if not spot.is_word(spot.ctx.folds[at], "aside") and at not in spot.ctx.starts:
        return None
    return next((k for k in range(at + 1, min(stop, at + 22)) if spot.ctx.comma(k)), None)


def _led_later(spot: Spot, at: int, stop: int) -> int | None:
    """Return where, behind an aside without commas, the complement begins."""
    reach = range(at + 1, min(stop, at + 22))
    if spot.head.frame == "report":
        return next((k for k in range(at, min(stop, at + 30)) if _led(spot, k)), None)
    if spot.head.frame == "stance":
        sure = next((k for k in reach if _led(spot, k) and _stance_at(spot, k)), None)
        if sure is not None:
            return sure
    sure = next((k for k in reach if _led(spot, k)), None)
    loose = not spot.is_word(spot.ctx.folds[at], "detached") or spot.head.frame == "stance"
    return sure or (next((k for k in reach if spot.ctx.comma(k) and k > at + 1), None) if loose else None)


def _stance_at(spot: Spot, k: int) -> bool:
    """Say whether a stance noun stands at a word, or behind the preposition that stands there."""
    near = (j for j in range(k, min(k + 2, spot.sentence.last)) if not spot.ctx.covered[j])
    return any(n in spot.ctx.acts.stances for j in near for n in noun_stems(spot.ctx.folds[j]))


def _led(spot: Spot, k: int) -> bool:
    """Say whether a word leads to this head's complement."""
    ctx, fold = spot.ctx, spot.ctx.folds[k]
    if _inside_title(ctx, spot.i, k):
        return False
    if (spot.head.frame != "act" or spot.head.act_class == "announce") and spot.is_word(fold, "that"):
        return True
    if spot.head.frame == "report" and _opens_speech(ctx, k):
        return True
    if any(_phrase_at(ctx, p, k) for p in spot.head.prepositions):
        return True
    if spot.head.frame == "stance" and not spot.head.prepositions & {fold}:
        direct = not _only_prepositional(spot)
        return direct and any(n in ctx.acts.stances or n in ctx.acts.sets["topic"] for n in noun_stems(fold))
    return any(n in spot.head.needs for n in noun_stems(fold))


def _inside_title(ctx: Context, i: int, k: int) -> bool:
    """Say whether a word stands inside a quotation that begins before it and behind the head: a thing's name."""
    quote = ctx.quoted(k)
    return quote is not None and ctx.quoted(i) != quote and ctx.words_in(quote)[0] < k


_OPENERS = frozenset(':«“"')
"""What leads to somebody's own words."""


def _opens_speech(ctx: Context, k: int) -> bool:
    """Say whether somebody's own words begin at a word: behind a colon, or a quotation of some length."""
    gap = ctx.words[k].gap
    if ":" in gap:
        return True
    if not set(gap) & _OPENERS:
        return False
    quote = ctx.quoted(k)
    first, last = ctx.words_in(quote) if quote is not None else (0, 0)
    return first == k and last - first > 3


def _only_prepositional(spot: Spot) -> bool:
    """Say whether the head never takes its complement without a preposition («أعرب عن»)."""
    return bool(spot.head.prepositions & spot.head.needs)


def _phrase_at(ctx: Context, phrase: str, k: int) -> int:
    """Return how many words of a phrase stand at a word; 0 where they do not."""
    words = phrase.split(" ")
    return len(words) if ctx.folds[k : k + len(words)] == words else 0


def _past_prepositions(spot: Spot, at: int, stop: int) -> tuple[int, str]:
    """Pass over the head's own prepositions; return the place and the first of them.

    «مع» stays: with whom something is done is part of what is done.
    """
    found = ""
    while at < stop:
        length = max((_phrase_at(spot.ctx, p, at) for p in spot.head.prepositions), default=0)
        if not length or spot.is_word(spot.ctx.folds[at], "with"):
            break
        found = found or spot.ctx.folds[at]
        at += length
    return at, found


def _satisfied(spot: Spot, at: int, preposition: str) -> bool:
    """Say whether what the head needs is there."""
    needs = spot.head.needs
    if not needs or preposition in needs or _antecedent_needed(spot):
        return True
    if attached(spot, at) and particle_of(spot, at) in needs:
        return True
    return any(
        n in needs for k in (at, at + 1) if k < spot.sentence.last for n in noun_stems(spot.ctx.folds[k])
    )


def _names_source(spot: Spot, at: int) -> bool:
    """Say whether «كما أعلنت الوزارة أمس» only says who had said it: nothing but a time follows."""
    if not spot.is_word(spot.before, "as"):
        return False
    return any(d.first <= at < d.last for d in spot.ctx.article.mentions.dates)


def _antecedent_needed(spot: Spot) -> bool:
    """Say whether what the head needs is what its relative clause speaks of («اتفاق تم التوصل إليه»)."""
    if spot.relative < 0 or not (spot.resumes or spot.candidate.form.passive):
        return False
    near = spot.ctx.folds[max(spot.sentence.first, spot.relative - 26) : spot.relative]
    return any(n in spot.head.needs for word in near for n in noun_stems(word))


def _classified(spot: Spot, at: int, marker: str, preposition: str) -> Complement | None:
    """Find the class: by a condition, by a stance noun, or the head's own."""
    when = next((w for w in spot.head.whens if holds(spot, w, at, preposition)), None)
    if when is not None:
        if when.act_class == "none":
            return None
        start = behind_word(spot, when, at) if when.behind else at
        return Complement(when.act_class, _content_start(spot, start, marker, when.act_class), marker, "when")
    noun = _past_intensifiers(spot, at)
    stance = _stance(spot, noun_stems(spot.ctx.folds[noun]))
    if stance:
        return Complement(stance, _behind_stance(spot, noun), marker, "stance", noun)
    described = _described_position(spot, at)
    if described is not None:
        return Complement(described[0], described[1], marker, "stance", at)
    if spot.head.act_class == "none":
        return None
    return Complement(
        spot.head.act_class, _content_start(spot, at, marker, spot.head.act_class), marker, "head"
    )


def _stance(spot: Spot, stems: tuple[str, ...]) -> str | None:
    """Return the class that a stance noun gives a stance frame."""
    if spot.head.frame != "stance":
        return None
    return next((spot.ctx.acts.stances[s] for s in stems if s in spot.ctx.acts.stances), None)


def _past_intensifiers(spot: Spot, at: int) -> int:
    """Return where the stance noun stands behind «بالغ», «خالص», «استمرار»; the place itself without one."""
    k = at
    while k + 1 < spot.sentence.last and k < at + 3:
        if not any(n in spot.ctx.acts.words["intensifier"] for n in noun_stems(spot.ctx.folds[k])):
            break
        k += 1 + (spot.ctx.folds[k + 1] in spot.ctx.acts.words["of"])
    nouns = noun_stems(spot.ctx.folds[k]) if k < spot.sentence.last else ()
    return k if any(n in spot.ctx.acts.stances for n in nouns) else at


def _described_position(spot: Spot, at: int) -> tuple[str, int] | None:
    """Return class and content's start where an adjective says what a position is («موقفه الداعم لـ»)."""
    ctx, stop = spot.ctx, min(at + 7, spot.sentence.last)
    if spot.head.frame != "stance" or not any(
        n in ctx.acts.sets["position"] for n in noun_stems(ctx.folds[at])
    ):
        return None
    for k in range(at + 1, stop):
        if ctx.words[k].gap.strip('"«»“”()'):
            return None
        for act_class in ("support", "oppose"):
            if ctx.folds[k] in ctx.acts.sets[f"position_{act_class}"]:
                return act_class, min(k + 1, spot.sentence.last)
    return None


_KEEPS_THAT = frozenset({"hope", "call", "commit"})


def _content_start(spot: Spot, at: int, marker: str, act_class: str) -> int:
    """Leave «أن» out where it only introduces, keep it where it is what is hoped or called for."""
    if marker != "that" or act_class in _KEEPS_THAT:
        return at
    return at + 1 if spot.is_word(spot.ctx.folds[at], "bare_that") else at


def _takes_object(spot: Spot, at: int) -> bool:
    """Say whether an object stands right behind a stance noun («عزمها دعم الجيش», «مواصلة دعم المسار»)."""
    ctx, k = spot.ctx, at + 1
    if k >= spot.sentence.last or ctx.words[k].gap or k in ctx.starts or attached(spot, k):
        return False
    fold = ctx.folds[k]
    if fold[0] in ctx.conjunctions or any(spot.is_word(fold, w) for w in ("detached", "that", "adverb")):
        return False
    if owned(ctx, at):
        return bare(fold) == fold and not owned(ctx, k)
    before = noun_stems(ctx.folds[at - 1])
    goes_on = any(n in ctx.acts.words["going_on"] for n in before)
    return goes_on and bare(ctx.folds[at]) == ctx.folds[at]


def _behind_stance(spot: Spot, at: int) -> int:
    """Return where the content begins behind a stance noun: at its first preposition."""
    ctx, stop = spot.ctx, spot.sentence.last
    if _takes_object(spot, at):
        return at + 1
    for k in range(at + 1, min(stop, at + 9)):
        fold = ctx.folds[k]
        if spot.is_word(fold, "detached"):
            return k + 1 if k + 1 < stop else k
        if attached(spot, k) or spot.is_word(fold, "that"):
            return k
    return min(at + 1, stop)

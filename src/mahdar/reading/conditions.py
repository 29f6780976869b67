"""Does a condition of an act's head hold: what begins the complement, or stands in its clause?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from mahdar.language.clitics import bare, pronoun_readings, readings

if TYPE_CHECKING:
    from mahdar.lexicon.acts import When
    from mahdar.reading.context import Context
    from mahdar.reading.spot import Spot

__all__ = [
    "agrees_with",
    "attached",
    "behind_word",
    "carries_preposition",
    "counted",
    "dated",
    "holds",
    "matters",
    "noun_stems",
    "numbered",
    "opens_clause",
    "owned",
    "particle_of",
    "singular",
]


_ALEF, _HAA = "\N{ARABIC LETTER ALEF}", "\N{ARABIC LETTER HEH}"
_LONG = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER WAW}\N{ARABIC LETTER YEH}"
"""Long vowels, behind which a heh is a noun's own letter («اتجاه», «توجيه»)."""


@lru_cache(maxsize=1 << 16)
def noun_stems(fold: str) -> tuple[str, ...]:
    """Return what a folded word may be without particles, article, pronoun and accusative alef."""
    return tuple(dict.fromkeys(_stems(fold)))


def _stems(fold: str) -> Iterator[str]:
    """Take off in turn what may be attached to a noun."""
    for _, rest in readings(fold):
        for noun, _ in pronoun_readings(rest):
            yield noun
            if noun != rest and noun.endswith(_YAA):
                # «دبلوماسييها» is «دبلوماسيين» before a pronoun
                yield noun + _NUN
            if noun != rest and noun.endswith(_ALEF):
                # «جرحاها» is «جرحى» before a pronoun
                yield noun[:-1] + _YAA
            if bare(noun) != noun:
                yield bare(noun)
        if rest.endswith(_ALEF) and len(rest) > 3 and not _is_hers(rest):
            yield rest[:-1]


def _is_hers(rest: str) -> bool:
    """Say whether a final alef is the pronoun's («دورها» is no accusative of «دورة»; «اتجاها» is one)."""
    return rest[-2] == _HAA and rest[-3] not in _LONG


def _wishes(spot: Spot, at: int) -> bool:
    """Say whether «أن» leads to what is to be done («على أن يعقد»), not to what is the case."""
    ctx = spot.ctx
    if not spot.is_word(ctx.folds[at], "bare_that") or at + 1 >= spot.sentence.last:
        return False
    following = ctx.folds[at + 1]
    if following[0] not in _IMPERFECT or _second_form(ctx.words[at + 1].text):
        return False
    return bare(following) == following and at + 1 not in ctx.starts


def _second_form(text: str) -> bool:
    """Say whether a word is a noun like «توقيع», «تسوية», which only begins as an imperfect does."""
    if len(text) != _OF_SECOND or text[0] != _IMPERFECT[1]:
        return False
    return text[3] in _WEAK_THIRD if text.endswith(_FEMININE) else text[3] == _YAA and text[-1] != _HAA


_OF_SECOND = 5
"""Letters of such a noun."""
_WEAK_THIRD = "\N{ARABIC LETTER YEH}\N{ARABIC LETTER YEH WITH HAMZA ABOVE}"
_FEMININE = "\N{ARABIC LETTER TEH MARBUTA}"
_IMPERFECT = "\N{ARABIC LETTER YEH}\N{ARABIC LETTER TEH}"
"""First letters of the imperfect in the third person."""


def holds(spot: Spot, when: When, at: int, preposition: str) -> bool:
    """Say whether a condition of the head is met."""
    stems = noun_stems(spot.ctx.folds[at])
    return (
        (not when.complement or _begins(spot, when, at, stems))
        and (not when.within or _within(spot, when, at) is not None)
        and (not when.indefinite or _indefinite(spot, at))
        and (not when.party or (at in spot.ctx.starts and not spot.ctx.governed(at)))
        and (
            not when.preposition
            or when.preposition == preposition
            or when.preposition in _first_preposition(spot)
        )
        and (not when.tense or when.tense == spot.tense)
        and (not when.person or when.person == spot.candidate.form.person)
        and when.negated == spot.negated
    )


def _begins(spot: Spot, when: When, at: int, stems: tuple[str, ...]) -> bool:
    """Say whether one of a condition's nouns, or its attached preposition, begins the complement."""
    if attached(spot, at) and particle_of(spot, at) in when.complement:
        return True
    nouns = (*stems, singular(spot.ctx.folds[at]))
    if any(s in when.complement for s in nouns) and not _wishes(spot, at):
        return True
    noun = counted(spot, at)
    return noun > at and not when.complement.isdisjoint(noun_stems(spot.ctx.folds[noun]))


def singular(fold: str) -> str:
    """Return the noun that a dual is of («لجنتين» → «لجنه», «بياني» → «بيان»); empty for a shorter word."""
    stem = next((fold.removesuffix(end) for end in _DUAL if fold.endswith(end)), "")
    if len(stem) < _SHORT - 1:
        return ""
    return stem[:-1] + _HAA if stem.endswith(_TAA) else stem


_DUAL = (
    "\N{ARABIC LETTER YEH}\N{ARABIC LETTER NOON}",
    "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER NOON}",
    "\N{ARABIC LETTER YEH}",
)
"""Endings of two, before another noun without their last letter («مذكرتي تفاهم»)."""
_TAA = "\N{ARABIC LETTER TEH}"


def matters(spot: Spot, k: int) -> bool:
    """Say whether a word names what is stressed: the importance, the need, the strength of something."""
    sets, stems = spot.ctx.acts.sets, noun_stems(spot.ctx.folds[k])
    return any(n in sets["importance"] or n in sets["need"] for n in stems)


def counted(spot: Spot, at: int) -> int:
    """Return the noun behind words of number and measure («سلسلة غارات», «200 جندي», «عدد من القذائف»)."""
    ctx, k, stop = spot.ctx, at, min(at + _MEASURED, spot.sentence.last - 1)
    while k < stop and (ctx.folds[k].isdigit() or spot.is_word(ctx.folds[k], "measure")):
        k += 1
    return at if k > at and ctx.words[k].gap else k


def numbered(spot: Spot, at: int) -> bool:
    """Say whether a sum or a number of things or people begins at a word («أعادت تونس 9 مراكب»)."""
    return any(a.first == at for a in spot.ctx.article.mentions.amounts) or spot.ctx.folds[at].isdigit()


_MEASURED = 4
"""Words of number and measure that can stand before what is counted."""


def _within(spot: Spot, when: When, at: int) -> int | None:
    """Return where one of a condition's words stands in the clause, before its next comma."""
    ctx, stop = spot.ctx, min(at + 24, spot.sentence.last)
    stop = next((k for k in range(at + 1, stop) if ctx.comma(k)), stop)
    for k in range(at, stop):
        word = ctx.folds[k]
        if word in when.within or (word[0] in ctx.conjunctions and word[1:] in when.within):
            return k
    return None


def _indefinite(spot: Spot, at: int) -> bool:
    """Say whether neither article nor pronoun nor a name makes the first word of a complement definite."""
    ctx, fold = spot.ctx, spot.ctx.folds[at]
    if at in ctx.starts or spot.candidate.pronoun or spot.is_word(fold, "demonstrative"):
        return False
    return bare(fold) == fold and not owned(ctx, at)


def owned(ctx: Context, k: int) -> bool:
    """Say whether a word ends in a pronoun («موقفه»); taa marbuta, which folded looks like one, is none."""
    if ctx.words[k].text.endswith(_TAA_MARBUTA):
        return False
    return any(pronoun and pronoun != _YAA for _, pronoun in pronoun_readings(ctx.folds[k]))


_YAA = "\N{ARABIC LETTER YEH}"
_NUN = "\N{ARABIC LETTER NOON}"
"""Too often a letter of the word itself («إحدى»)."""


_TAA_MARBUTA = "\N{ARABIC LETTER TEH MARBUTA}"
"""Folded it looks like the pronoun «ـه»."""


def behind_word(spot: Spot, when: When, at: int) -> int:
    """Return where the content begins behind the word of a condition and that word's preposition."""
    k = _within(spot, when, at)
    if k is None or k + 2 >= spot.sentence.last:
        return at
    own = spot.is_word(spot.ctx.folds[k + 1], "detached")
    return k + 1 + own


def _first_preposition(spot: Spot) -> tuple[str, ...]:
    """Return the detached prepositions within reach behind the head."""
    window = spot.ctx.folds[spot.i + 1 : min(spot.i + 8, spot.sentence.last)]
    return tuple(w for w in window if spot.is_word(w, "detached"))


def particle_of(spot: Spot, k: int) -> str:
    """Return the first letter of a word, which is its preposition where one is attached."""
    return spot.ctx.folds[k][0]


def attached(spot: Spot, k: int) -> bool:
    """Say whether a word carries an attached preposition that a stance noun may govern."""
    return carries_preposition(spot.ctx, k)


def agrees_with(spot: Spot, at: int) -> bool:
    """Say whether «مع» leads to the other who agreed («اتفق الوزير مع نظيره على …»)."""
    deal = spot.head.id in spot.ctx.head_lists["joint"] and spot.head.act_class == "commit"
    told = deal and spot.tense == "past" and at + 1 < spot.sentence.last
    return told and spot.is_word(spot.ctx.folds[at], "with") and not spot.ctx.words[at].gap


def carries_preposition(ctx: Context, k: int) -> bool:
    """Say whether a word carries an attached preposition, not merely a first letter like one."""
    fold = ctx.folds[k]
    short = len(fold) < _SHORT and fold not in ctx.lists["short_attached"]
    if fold[0] not in _PREPOSITIONS or short or fold in ctx.lists["unprefixed"]:
        return False
    named = ctx.at.people.get(k) or ctx.at.offices.get(k) or ctx.at.parties.get(k)
    return named is None or bool(ctx.prefix(named))


_SHORT = 4
"""Shorter words begin with a letter of their own, but for a closed list («لكل»)."""
_PREPOSITIONS = "\N{ARABIC LETTER BEH}\N{ARABIC LETTER LAM}"


def dated(spot: Spot) -> bool:
    """Say whether the rest of the clause gives a day or a sum."""
    ctx, stop = spot.ctx, spot.sentence.last
    stop = next((k for k in range(spot.i + 1, stop) if ctx.comma(k)), stop)
    firsts = [d.first for d in ctx.article.mentions.dates] + [a.first for a in ctx.article.mentions.amounts]
    return any(spot.i < first < stop for first in firsts)


def opens_clause(spot: Spot, at: int) -> bool:
    """Say whether another clause begins here («وإذ يذكران …، فإنهما يدعوان», «أبلغناه قلقنا، ودعونا …»)."""
    ctx, word = spot.ctx, spot.ctx.folds[at]
    if spot.candidate.form.kind == "masdar":
        return ctx.comma(at) and any(c.conjunction and c.form.kind == "finite" for c in ctx.candidates[at])
    return word[0] == _FEH and spot.is_word(spot.before, "whereas") and spot.is_word(word[1:], "that")


_FEH = "\N{ARABIC LETTER FEH}"

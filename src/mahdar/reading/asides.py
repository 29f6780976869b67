"""What is passed over between a verb's subject and its complement.

Adverbs, blessings between dashes, dates, asides in commas or without, with whom something is discussed, whom
something is given, and the prepositions that lead to the complement.
"""

from __future__ import annotations

from mahdar.language.clitics import bare
from mahdar.reading.actors import actor_at
from mahdar.reading.circumstances import led_behind_comma
from mahdar.reading.conditions import agrees_with, noun_stems
from mahdar.reading.context import Context
from mahdar.reading.prepositions import phrase_at
from mahdar.reading.set_phrases import behind_set_phrase
from mahdar.reading.spot import Spot
from mahdar.reading.topics import met_at

__all__ = [
    "OPENERS",
    "past_aside",
    "past_between",
    "past_cognate",
    "past_partner",
]

OPENERS = frozenset(':«“"')
"""What leads to somebody's own words."""


def past_partner(spot: Spot, at: int) -> int:
    """Pass over with whom, when and where something is discussed or signed, where the topic follows."""
    ctx, stop = spot.ctx, spot.sentence.last
    done_by_two = spot.head.act_class in {"discuss", "sign"} or agrees_with(spot, at)
    if spot.head.frame != "act" or not done_by_two or at >= stop:
        return at
    end = at
    if at == spot.i + 1 and spot.is_word(ctx.folds[at], "with_him"):
        end = at + 1
    elif spot.is_word(ctx.folds[at], "with"):
        actor = actor_at(ctx, at + 1, stop)
        end = actor.last if actor is not None else at
    elif spot.is_word(ctx.folds[at], "detached") and ctx.folds[at] not in spot.head.prepositions:
        end = next((k for k in range(at + 1, min(stop, at + 16)) if ctx.comma(k)), at)
    further = past_aside(spot, end, stop) if at < end < stop else end
    end = further if further < stop else end
    follows = end < stop and end > at
    follows = follows and (agrees_with(spot, at) or not spot.is_word(ctx.folds[end], "detached"))
    return end if follows and ctx.folds[end][0] not in ctx.conjunctions else at


def past_cognate(spot: Spot, at: int) -> int:
    """Pass over the verb's own noun, which only says how («رفض رفضاً قاطعاً …», «حريصة كل الحرص على …»)."""
    ctx, stop = spot.ctx, spot.sentence.last
    whole = at < stop and spot.is_word(ctx.folds[at], "wholly")
    k = at + whole
    if k >= stop or ctx.words[at].gap or not (whole or _indefinite_accusative(ctx, k)):
        return at
    forms = (f for noun in noun_stems(ctx.folds[k]) for f in ctx.acts.forms.get(noun, ()))
    if not any(f.kind == "masdar" and ctx.acts.heads[f.head] is spot.head for f in forms):
        return at
    k += 1
    while not whole and k < stop and not ctx.words[k].gap and _indefinite_accusative(ctx, k):
        k += 1
    return k


def _indefinite_accusative(ctx: Context, k: int) -> bool:
    """Say whether a word ends as an indefinite accusative may («رفضاً», «إدانة»)."""
    word = ctx.folds[k]
    return bare(word) == word and ctx.words[k].text.endswith(_ACCUSATIVE)


_ACCUSATIVE = (
    "\N{ARABIC LETTER ALEF}",
    "\N{ARABIC FATHATAN}",
    "\N{ARABIC LETTER TEH MARBUTA}",
)


def past_between(spot: Spot, at: int) -> int:
    """Pass over what parts a subject from its object: initials in brackets, asides, whom, when.

    «سلمت الوكالة (جايكا)، على هامش الزيارة، إلى الأردن في مايو معدات»: one after the other, in any order.
    """
    ctx, stop, begun = spot.ctx, spot.sentence.last, -1
    while spot.candidate.form.kind == "finite" and begun < at < stop:
        begun = at
        gap = ctx.words[at].gap
        if "(" in gap:
            at = next((k for k in range(at + 1, min(at + _INITIALS, stop)) if ")" in ctx.words[k].gap), at)
        elif ctx.comma(at):
            at = _behind_comma(spot, at, stop)
        elif not gap.strip(")"):
            at = max(_behind_side(spot, at), _behind_time(spot, at))
            at += at == begun and spot.is_word(ctx.folds[at], "adverb")
    return at


_INITIALS = 6
"""Words of what stands in brackets behind a name."""


def _behind_comma(spot: Spot, at: int, stop: int) -> int:
    """Return the word behind a circumstance between two commas; the word itself where none stands there."""
    ctx = spot.ctx
    if not (spot.is_word(ctx.folds[at], "aside") or spot.is_word(ctx.folds[at], "detached")):
        return at
    for k in range(at + 1, min(at + _CIRCUMSTANCE, stop)):
        if ctx.comma(k):
            goes_on = ctx.folds[k][0] != _WAW and ctx.folds[k] not in ctx.acts.words["break"]
            told = any(c.form.kind != "masdar" for c in ctx.candidates[k])
            return k if goes_on and not told else at
        if spot.is_word(ctx.folds[k], "that"):
            return at
    return at


_WAW = "\N{ARABIC LETTER WAW}"
_CIRCUMSTANCE = 16
"""Words of a circumstance between two commas."""


def _behind_side(spot: Spot, at: int) -> int:
    """Return the word behind to whom or from whom something goes («تسلم المغرب من فرنسا وثائق»)."""
    ctx = spot.ctx
    lead = spot.is_word(ctx.folds[at], "to") or spot.is_word(ctx.folds[at], "of")
    if not lead or ctx.folds[at] in spot.head.prepositions:
        return at
    side = actor_at(ctx, at + 1, spot.sentence.last)
    return side.last if side is not None and side.first == at + 1 else at


def past_aside(spot: Spot, at: int, stop: int) -> int:
    """Pass over adverbs and over asides between subject and complement."""
    ctx, closed, inside, begun = spot.ctx, -1, False, -1
    while begun < at < stop:
        inside, begun = inside or (ctx.comma(at) and closed != at), at
        at = _past_one(spot, at, stop, closed)
        if inside and begun < at < stop and ctx.comma(at):
            closed, inside = at, False
    return at


def _past_one(spot: Spot, at: int, stop: int, closed: int) -> int:
    """Pass over one adverb or aside, or over none. `closed`: the word before which a comma closed one."""
    ctx, begun = spot.ctx, at
    if spot.is_word(ctx.folds[at], "adverb") and not _led(spot, at):
        return at + 1 + (ctx.folds[at] in ctx.acts.words["adverbial"] and at + 1 < stop)
    if (blessed := _behind_blessing(spot, at, stop)) is not None:
        return blessed
    if (later := max(passed(spot, at) for passed in _PASSED)) > at:
        return later
    if not _led(spot, at):
        if (parted := led_behind_comma(spot, at, stop)) > at:
            return parted
        at = (_may_open(spot, at, closed) and _closed(spot, at, stop)) or at
    return at if at > begun else _past_led(spot, at, stop)


def _past_led(spot: Spot, at: int, stop: int) -> int:
    """Pass over words that may be an aside to what leads to the complement; the word itself without any."""
    aside = _may_be_aside(spot, at) and not _own_partner(spot, at) and not _led(spot, at)
    return (_led_later(spot, at, stop) or at) if aside else at


def _may_open(spot: Spot, at: int, closed: int) -> bool:
    """Say whether an aside opens at a comma; where one closes («دعا، أمس، مالطا إلى»), with a preposition."""
    again = any(spot.is_word(spot.ctx.folds[at], words) for words in ("detached", "aside"))
    return spot.ctx.comma(at) and (at != closed or again)


def _behind_blessing(spot: Spot, at: int, stop: int) -> int | None:
    """Return where the text goes on behind a few words between dashes («مؤكداً - حفظه الله - عمق …»)."""
    gaps = [spot.ctx.words[k].gap for k in range(at, min(at + _BLESSING, stop))]
    if not gaps or not set(gaps[0]) & _DASHES:
        return None
    return next((at + n for n, gap in enumerate(gaps) if n and set(gap) & _DASHES), None)


_BLESSING = 5
_DASHES = frozenset("-\N{EN DASH}\N{EM DASH}\N{ARABIC TATWEEL}")


def _behind_time(spot: Spot, at: int) -> int:
    """Return the word behind a date or a span of time that begins at a word; the word itself without one."""
    span = _behind_span(spot, at)
    if span > at:
        return span
    return next((d.last for d in spot.ctx.article.mentions.dates if d.first <= at < d.last), at)


def _behind_span(spot: Spot, at: int) -> int:
    """Pass over how long or for the how manieth time («منذ زمن طويل», «لليوم الثاني على التوالي»)."""
    ctx, words, stop = spot.ctx, spot.ctx.acts.words, spot.sentence.last
    if at + 1 >= stop or ctx.words[at + 1].gap:
        return at
    lasting = ctx.folds[at] in words["time_lead"] and ctx.folds[at + 1] in words["time_span"]
    if not (lasting or ctx.folds[at] in words["time_again"]):
        return at
    end = at + 2
    while end < stop and ctx.folds[end] in words["time_rest"] and not ctx.words[end].gap:
        end += 1
    return at if end < stop and ctx.folds[end].isdigit() else end


def _behind_place(spot: Spot, at: int) -> int:
    """Return the word behind the city where it is done («ناقشا في أثينا ملف …»), or the word itself."""
    ctx = spot.ctx
    city = ctx.at.parties.get(at + 1) if spot.is_word(ctx.folds[at], "location") else None
    if city is None or city.form != "capital" or ctx.folds[at] in spot.head.prepositions:
        return at
    goes_on = city.last < spot.sentence.last and not ctx.words[city.last].gap
    noun = goes_on and not (ctx.candidates[city.last] or ctx.folds[city.last][0] in ctx.conjunctions)
    return city.last if noun and not spot.is_word(ctx.folds[city.last], "detached") else at


def _behind_meeting(spot: Spot, at: int) -> int:
    """Return the word behind whom somebody met meanwhile («بحث الوزير خلال لقائه السفير ملف …»)."""
    ctx, stop = spot.ctx, spot.sentence.last
    if ctx.folds[at] not in ctx.acts.words["while_meeting"]:
        return at
    guest = met_at(ctx, at + 1, stop)
    return guest.last if guest is not None and guest.last < stop and not ctx.words[guest.last].gap else at


_PASSED = (_behind_time, _behind_place, _behind_meeting, behind_set_phrase)
"""What may stand between subject and complement without a comma, each as where it ends."""


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
    close = next((k for k in range(at + 1, min(stop, at + 22)) if spot.ctx.comma(k)), None)
    opened = spot.is_word(spot.ctx.folds[at], "aside") or at in spot.ctx.starts
    if opened or close is None:
        return close
    acts = any(spot.ctx.candidates[k] for k in range(at, close))
    return close if not acts and _led(spot, close) else None


def _led_later(spot: Spot, at: int, stop: int) -> int | None:
    """Return where, behind an aside without commas, the complement begins."""
    if spot.head.frame == "report":
        stop = next((k for k in range(at + 1, stop) if _says_next(spot, k)), stop)
        return next((k for k in range(at, min(stop, at + 30)) if _led(spot, k)), None)
    stop = next((k for k in range(at + 1, stop) if _turns(spot, k)), stop)
    reach = range(at + 1, min(stop, at + 22))
    if spot.head.frame == "stance":
        sure = next((k for k in reach if _led(spot, k) and _stance_at(spot, k)), None)
        if sure is not None:
            return sure
    told = next((k for k in reach if spot.is_word(spot.ctx.folds[k], "that")), stop)
    sure = next((k for k in reach if k <= told and _led(spot, k)), None)
    loose = not spot.is_word(spot.ctx.folds[at], "detached") or spot.head.frame == "stance"
    commas = (k for k in reach if spot.ctx.comma(k) and k > at + 1 and not _provides(spot, k))
    return sure or (next(commas, None) if loose else None)


def _provides(spot: Spot, k: int) -> bool:
    """Say whether «، على أن …» says under which condition."""
    folds = spot.ctx.folds
    behind = k + 1 < spot.sentence.last and spot.is_word(folds[k + 1], "bare_that")
    return behind and spot.is_word(folds[k], "detached")


def _says_next(spot: Spot, k: int) -> bool:
    """Say whether the next saying begins at a word («…، وأكدت أن …», «…، مشدداً على أن …»)."""
    ctx = spot.ctx
    if not ctx.comma(k) or k + 1 >= spot.sentence.last:
        return False
    that = spot.is_word(ctx.folds[k + 1], "that")
    on_that = that or (k + 2 < spot.sentence.last and spot.is_word(ctx.folds[k + 2], "that"))
    told = (
        c
        for c in ctx.candidates[k]
        if (that and c.conjunction and c.form.kind == "finite") or (on_that and c.form.kind == "participle")
    )
    return any(ctx.acts.heads[c.form.head].frame in {"report", "stance"} for c in told)


def _turns(spot: Spot, k: int) -> bool:
    """Say whether another clause begins behind a comma («…، كما اتفقتا على …»).

    A deed's complement stands in no relative clause and behind no other act («…، الذي سلمه …»، «…، كاشفاً»).
    """
    ctx = spot.ctx
    if not ctx.comma(k) or ctx.folds[k] in ctx.acts.words["break"]:
        return ctx.comma(k)
    participle = any(c.form.kind == "participle" and not c.definite for c in ctx.candidates[k])
    return spot.head.frame == "act" and (participle or spot.is_word(ctx.folds[k], "relative"))


def _stance_at(spot: Spot, k: int) -> bool:
    """Say whether a stance noun stands at a word, or behind the preposition that stands there."""
    near = (j for j in range(k, min(k + 2, spot.sentence.last)) if not spot.ctx.covered[j])
    return any(n in spot.ctx.acts.stances for j in near for n in noun_stems(spot.ctx.folds[j]))


def _led(spot: Spot, k: int) -> bool:
    """Say whether a word leads to this head's complement."""
    ctx, fold = spot.ctx, spot.ctx.folds[k]
    if _inside_title(ctx, spot.i, k):
        return False
    if spot.is_word(fold, "that") and _takes_clause(spot, k):
        return True
    if spot.head.frame == "report" and _opens_speech(ctx, k):
        return True
    if any(phrase_at(ctx, p, k) for p in spot.head.prepositions):
        return True
    if spot.head.frame == "stance" and not spot.head.prepositions & {fold}:
        direct = not _only_prepositional(spot)
        return direct and any(n in ctx.acts.stances or n in ctx.acts.sets["topic"] for n in noun_stems(fold))
    return any(n in spot.head.needs for n in noun_stems(fold))


def _takes_clause(spot: Spot, k: int) -> bool:
    """Say whether what a head governs may be a clause that begins at «أن» («نفى في تصريح سابق أن تكون …»)."""
    head = spot.head
    if head.frame != "act" or head.act_class == "announce":
        return True
    if head.act_class not in _OF_CLAUSES or head.prepositions or head.needs:
        return False
    return not any(spot.ctx.comma(j) for j in range(spot.i + 1, k + 1))


_OF_CLAUSES = frozenset({"oppose", "call", "commit"})


def _inside_title(ctx: Context, i: int, k: int) -> bool:
    """Say whether a quotation that opens behind the head and before a word holds it: a thing's name."""
    quote = ctx.quoted(k)
    return quote is not None and ctx.quoted(i) != quote and ctx.words_in(quote)[0] < k


def _opens_speech(ctx: Context, k: int) -> bool:
    """Say whether somebody's own words begin at a word: behind a colon, or a quotation of some length."""
    gap = ctx.words[k].gap
    if ":" in gap:
        return True
    if not set(gap) & OPENERS:
        return False
    quote = ctx.quoted(k)
    first, last = ctx.words_in(quote) if quote is not None else (0, 0)
    return first == k and last - first > 3


def _only_prepositional(spot: Spot) -> bool:
    """Say whether the head never takes its complement without a preposition («أعرب عن»)."""
    return bool(spot.head.prepositions & spot.head.needs)

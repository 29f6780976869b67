"""Which light verb carries a masdar («جرى … بحث»): near, behind a circumstance, or another masdar's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mahdar.language.clitics import bare, slot
from mahdar.reading.conditions import carries_preposition, noun_stems

if TYPE_CHECKING:
    from mahdar.reading.context import Context
    from mahdar.reading.draft import Draft
    from mahdar.reading.spot import Spot

__all__ = ["carried_by_noun", "hastened", "is_done", "light_does", "light_verb", "opening_of_words"]


def light_verb(ctx: Context, spot: Spot) -> int | None:
    """Return where the light verb stands whose act a masdar is («جرى بحث»); None where none does."""
    if spot.candidate.form.kind != "masdar":
        return None
    first, i = spot.sentence.first, spot.i
    yielded = _given_rise(ctx, spot)
    if yielded is not None:
        return yielded
    joined = _joined(ctx, spot)
    shared = _shared_talks(ctx, spot, joined)
    if _is_outcome(ctx, spot, joined) or _beside_talks(ctx, spot):
        shared = _shared(ctx, spot, joined, _OUTCOMES)
    # «جرى خلال اللقاء كذلك بحث …»: an adverb joins the masdar to none before it.
    alone = shared is None and joined == 1 and ctx.folds[i - 1] in ctx.acts.words["adverb"]
    if (joined and not alone) or shared is not None:
        return shared
    if spot.candidate.preposition == slot("preposition")[1]:
        return None
    if spot.candidate.conjunction and ctx.comma(i):
        return None
    near = _near(ctx, first, i)
    if near is None and spot.head.act_class == "sign":
        near = _witnessed(ctx, first, i)
    return _behind_aside(ctx, first, i) if near is None else near


def light_does(ctx: Context, light: int) -> bool:
    """Say whether a light verb's subject does what the noun behind it tells («قامت الوزارة باستدعاء …»)."""
    heads = (ctx.acts.heads[c.form.head].id for c in ctx.candidates[light])
    return any(head in ctx.head_lists["does"] or head in ctx.head_lists["does_to"] for head in heads)


def carried_by_noun(draft: Draft) -> Draft | None:
    """Let the noun behind «قام بـ» head the deed that it tells; None where it heads an act of its own."""
    ctx, at = draft.spot.ctx, draft.complement.start
    if draft.spot.head.id not in ctx.head_lists["does_deeds"]:
        return draft
    led = ctx.folds[at][0] == slot("preposition")[0] and carries_preposition(ctx, at)
    own = any(c.form.kind == "masdar" for c in ctx.candidates[at])
    general = not ctx.acts.words["no_deed"].isdisjoint(noun_stems(ctx.folds[at]))
    return replace(draft, word=at) if led and not (own or general) else None


def is_done(ctx: Context, spot: Spot) -> bool:
    """Say whether a light verb tells that something was done, and not by whom («جرى بحث …»)."""
    light = ctx.light_before(spot)
    return light is not None and not light_does(ctx, light)


def _witnessed(ctx: Context, first: int, i: int) -> int | None:
    """Look for who witnesses a signing behind names and titles («شهد الرئيس … أمس توقيع …»)."""
    for k in range(i - 1, max(first, i - _NAMES) - 1, -1):
        if ctx.covered[k]:
            continue
        if _carries(ctx, k, i):
            return k
        if any(c.form.kind == "finite" for c in ctx.candidates[k]) or _masdars(ctx, k):
            return None
    return None


_NAMES = 30
"""Words that names and titles of those who witness a signing may fill."""


def _given_rise(ctx: Context, spot: Spot) -> int | None:
    """Look for the meeting that gave rise to an act, the words it opens, or the list that it stands in."""
    yielded = _yielded(ctx, spot)
    if yielded is None:
        yielded = opening_of_words(ctx, spot)
    if yielded is None:
        yielded = hastened(ctx, spot)
    return _listed(ctx, spot) if yielded is None else yielded


def _yielded(ctx: Context, spot: Spot) -> int | None:
    """Look for what a meeting gave rise to: «شكل اللقاء فرصة لبحث …», «توجت الزيارة بتوقيع …»."""
    told = spot.head.act_class in _WITNESSED or _occasion_for(ctx, spot)
    if not told or spot.candidate.pronoun:
        return None
    ended = spot.head.act_class == "sign" and spot.candidate.preposition == slot("preposition")[0]
    for k in range(spot.i - 2, max(spot.sentence.first, spot.i - (_ENDED if ended else _YIELDS)) - 1, -1):
        word = ctx.folds[k]
        bare_word = word[1:] if word[0] in ctx.conjunctions and len(word) > _LEAST else word
        if bare_word in ctx.acts.words["encounter_yields"]:
            near = ctx.folds[k + 1 : min(k + 4, spot.i)]
            met = ctx.acts.words["encounter"] | ctx.acts.words["session"]
            return k if any(n in met for w in near for n in noun_stems(w)) else None
        if ctx.comma(k + 1) and not ended:
            return None
    return None


_LEAST = 3
"""Letters of a word that begins with a letter of its own, no conjunction."""
_YIELDS = 8
"""Words from what a meeting did to the talks or signings that it gave rise to."""
_ENDED = 40
"""The same of what it ended in («اختتمت أعمال اللجنة … برئاسة …، بالتوقيع على …»)."""


def _occasion_for(ctx: Context, spot: Spot) -> bool:
    """Say whether a meeting is called the occasion for what sides said («كان اللقاء فرصة للتأكيد على …»)."""
    led = spot.candidate.preposition == slot("preposition")[1] and spot.head.act_class in _OUTCOMES
    return led and any(n in ctx.acts.words["occasion_to_speak"] for n in noun_stems(spot.before))


def opening_of_words(ctx: Context, spot: Spot) -> int | None:
    """Look for the verb of opening, closing or seizing by which somebody comes to say something.

    «استهل الوزير كلمته بالترحيب بـ …», «اختتم اللقاء بالإعراب عن …», «اغتنم الجانبان الفرصة للإشادة بـ …».

    Returns:
        None where no such verb leads to the masdar, or its object is neither words nor an occasion.
    """
    by, words = spot.candidate.preposition, ctx.acts.words
    if not by or by not in slot("preposition")[:2] or spot.candidate.form.kind != "masdar":
        return None
    with_beh = by == slot("preposition")[0]
    verbs = words["opens_words" if with_beh else "takes_occasion"]
    objects = words["opened_words" if with_beh else "occasion_to_speak"]
    for k in range(spot.i - 1, max(spot.sentence.first, spot.i - _OPENED) - 1, -1):
        word = ctx.folds[k]
        bare_word = word[1:] if word[0] in ctx.conjunctions and len(word) > _LEAST else word
        if bare_word in verbs:
            between = range(k + 1, spot.i)
            return k if any(n in objects for j in between for n in noun_stems(ctx.folds[j])) else None
        if not ctx.covered[k] and any(c.form.kind == "finite" for c in ctx.candidates[k]):
            return None
    return None


_OPENED = 16
"""Words from a verb of opening, over names and titles, to what is said first."""


def hastened(ctx: Context, spot: Spot) -> int | None:
    """Look for the verb of hurrying by which somebody says something («سارعت بنما إلى الترحيب بـ …»)."""
    first = spot.sentence.first
    attached = spot.candidate.conjunction or spot.candidate.preposition or spot.candidate.pronoun
    if attached or not spot.is_word(spot.before, "to") or spot.head.act_class not in _SAID:
        return None
    for k in range(spot.i - 2, max(first, spot.i - _HASTENED) - 1, -1):
        heads = {ctx.acts.heads[c.form.head].id for c in ctx.candidates[k] if c.form.kind == "finite"}
        if not heads.isdisjoint(ctx.head_lists["does_to"]):
            return k
        if (heads and not ctx.covered[k]) or ctx.comma(k + 1):
            return None
    return None


_SAID = frozenset({"affirm", "announce", "appreciate", "call", "condemn", "oppose", "support", "welcome"})
"""Classes of what is said; what is done else at once is a deed of its own («سارعت بنما إلى إرسال …»)."""
_HASTENED = 12
"""Words from the verb to its noun, over names and titles."""


def _listed(ctx: Context, spot: Spot) -> int | None:
    """Look for what a list of outcomes hangs on: «… توصلوا إلى ما يلي: 1. الإشادة بـ … 2. الدعوة إلى …».

    A deed in such a list is what was agreed on, and not yet done («اتفقا على ما يلي: استئناف الرحلات …»).

    Returns:
        The first word of the sentence that leads to the list; None where the masdar opens no item of one.
    """
    first = spot.sentence.first
    attached = spot.candidate.conjunction or spot.candidate.preposition or spot.candidate.pronoun
    numbered = spot.i == first + 1 and ctx.folds[first].isdigit()
    done = spot.head.act_class == "deed"
    if attached or done or not (spot.i == first or numbered) or spot.sentence.block == "title":
        return None
    at = first - (first > 0 and ctx.folds[first - 1].isdigit())
    if at == 0 or "\n" not in _between(ctx, at):
        return None
    for _ in range(_ITEMS):
        before = ctx.sentence_of(at - 1)
        led = range(max(before.first, at - _LEAD), at)
        if ":" in _between(ctx, at) and any(ctx.folds[k] in ctx.acts.words["leads_list"] for k in led):
            return before.first
        at = before.first
        if at == 0:
            break
    return None


def _between(ctx: Context, k: int) -> str:
    """Return the text between a word and the one before it."""
    return ctx.text[ctx.words[k - 1].end : ctx.words[k].start]


_ITEMS, _LEAD = 24, 4
"""Sentences back within which a list begins, and words before its colon that announce it."""


def _carries(ctx: Context, k: int, i: int) -> bool:
    """Say whether a word is a light verb that carries a masdar: what is witnessed are talks and signings."""
    light = {h.act_class for c in ctx.candidates[k] if (h := ctx.acts.heads[c.form.head]).frame == "light"}
    return bool(light) and (light != {"discuss"} or bool(_masdars(ctx, i) & _WITNESSED))


def _masdars(ctx: Context, k: int) -> set[str]:
    """Return the classes that a word has as a masdar."""
    return {ctx.acts.heads[c.form.head].act_class for c in ctx.candidates[k] if c.form.kind == "masdar"}


_WITNESSED = frozenset({"discuss", "sign"})


def _near(ctx: Context, first: int, i: int) -> int | None:
    """Look for the light verb a few words before a masdar."""
    reach, least = _SOON, max(first, i - _NAMES)
    named = {k for m in ctx.parties_in(least, i) for k in range(m.first, m.last)}
    for k in range(i - 1, least - 1, -1):
        reach -= not (k in named or ctx.covered[k] or ctx.folds[k] in ctx.acts.words["adverb"])
        if reach < 0:
            return None
        if _carries(ctx, k, i):
            return k
        closes = k + 1 == i and not any(ctx.comma(j) for j in range(max(k - 3, 0), k + 1))
        masdar = _masdars(ctx, k) and not (ctx.governed(k) or ctx.folds[k] in ctx.acts.words["detached"])
        if (ctx.comma(k + 1) and not closes) or masdar:
            return None
    return None


_SOON = 5
"""Words between a light verb and its masdar, names and adverbs not counted."""


def _behind_aside(ctx: Context, first: int, i: int) -> int | None:
    """Look for it behind a circumstance that a comma closes («وتم خلال الاستقبال الذي حضره …، استعراض»)."""
    if not ctx.comma(i):
        return None
    for k in range(i - 1, max(first, i - _ASIDE) - 1, -1):
        if _carries(ctx, k, i):
            return k if ctx.folds[k + 1] in ctx.acts.words["leads_occasion"] else None
        if ctx.comma(k):
            return None
    return None


_ASIDE = 24
"""Words that a circumstance behind a light verb may have."""


def _joined(ctx: Context, spot: Spot) -> int:
    """Return how many words join a masdar to one before it («إضافة إلى مناقشة»); 0 where none do."""
    joiners = ctx.acts.words["besides"]
    for length in (1, 2):
        start = spot.i - length
        if start > spot.sentence.first and " ".join(ctx.folds[start : spot.i]) in joiners:
            return length
    return 0


def _beside_talks(ctx: Context, spot: Spot) -> bool:
    """Say whether «مع» leads to what sides say besides («ناقشا الملف، مع التأكيد على أهمية …»)."""
    named = spot.candidate.definite and bare(ctx.folds[spot.i]) in ctx.acts.words["outcomes"]
    led = spot.after in spot.head.prepositions
    return named and led and spot.is_word(spot.before, "with")


def _is_outcome(ctx: Context, spot: Spot, joined: int) -> bool:
    """Say whether a joined masdar tells what talks came to («… والاتفاق على …»), not what they were about."""
    word = ctx.folds[spot.i].removeprefix(spot.candidate.conjunction)
    if not (
        (spot.candidate.conjunction or joined)
        and spot.candidate.definite
        and bare(word) in ctx.acts.words["outcomes"]
    ):
        return False
    led = spot.after in spot.head.prepositions
    led = led or (
        spot.head.id in ctx.head_lists["with_beh"] and spot.after.startswith(slot("preposition")[0])
    )
    return led and not _masdars(ctx, spot.i - 1 - joined)


def _shared(ctx: Context, spot: Spot, joined: int, classes: frozenset[str]) -> int | None:
    """Return the light verb of the masdar before, both being of some classes («تم استعراض … ومناقشة …»)."""
    if spot.head.act_class not in classes:
        return None
    first = spot.sentence.first
    for j in range(spot.i - joined - 1, max(first, spot.i - _LIST) - 1, -1):
        carried = any(ctx.acts.heads[c.form.head].act_class in classes for c in ctx.candidates[j])
        if carried and not (ctx.candidates[j][0].definite and classes is _TALKS):
            near = _near(ctx, first, j)
            found = _behind_aside(ctx, first, j) if near is None else near
            if found is not None:
                return found
            finite = (ctx.acts.heads[c.form.head] for c in ctx.candidates[j] if c.form.kind == "finite")
            if any(head.act_class not in _STANCES for head in finite):
                return j
    return None


def _shared_talks(ctx: Context, spot: Spot, joined: int) -> int | None:
    """Return the light verb of the talks, or of the signing, that talks are joined to."""
    goes_on = bool(spot.candidate.conjunction) and not spot.candidate.definite
    shared = _shared(ctx, spot, joined, _TALKS) if joined or goes_on else None
    return _beside_signing(ctx, spot) if goes_on and shared is None else shared


def _beside_signing(ctx: Context, spot: Spot) -> int | None:
    """Return the light verb of a signing that talks are joined to («تم التوقيع على …، ومناقشة …»)."""
    if spot.head.act_class != "discuss" or not ctx.comma(spot.i):
        return None
    first = spot.sentence.first
    for j in range(spot.i - 1, max(first, spot.i - _LIST) - 1, -1):
        if "sign" in _masdars(ctx, j):
            near = _near(ctx, first, j)
            return _behind_aside(ctx, first, j) if near is None else near
    return None


_STANCES = frozenset({"appreciate", "condemn", "welcome"})
"""Classes whose own verb has a content of many masdars («رحب بنتائج … والتشديد على …»)."""


_TALKS = frozenset({"discuss"})
_OUTCOMES = frozenset({"affirm", "appreciate", "call", "commit", "condemn", "discuss", "sign", "welcome"})
_LIST = 40
"""Words back within which a list of masdars has its light verb."""

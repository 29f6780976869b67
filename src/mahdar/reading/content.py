"""Where an act's content ends: at the next act, at a break of the clause, at the sentence's end."""

from __future__ import annotations

from collections.abc import Collection

from mahdar.language.clitics import bare, readings
from mahdar.lexicon.fold import fold
from mahdar.model.spans import Span
from mahdar.reading.actors import actor_at
from mahdar.reading.conditions import attached, noun_stems, owned
from mahdar.reading.context import Context
from mahdar.reading.forms import Candidate
from mahdar.reading.spot import Spot

__all__ = ["behind_addressee", "content_end", "goes_on_with_reason", "span_of"]


def content_end(spot: Spot, start: int, cuts: Collection[int], *, told: bool) -> int:
    """Return one past the last word of a content.

    Args:
        spot: the act's head; a content never leaves the quotation that the head stands in.
        start: its first word.
        cuts: first words of the clauses of other acts in the sentence.
        told: True where a clause with «أن» tells what is the case: verbs may be joined in it.

    Returns:
        At least `start + 1`.
    """
    ctx, stop = spot.ctx, spot.sentence.last
    quote = ctx.quoted(spot.i)
    if quote is not None:
        stop = min(stop, next((k for k in range(start, stop) if ctx.words[k].start >= quote.end), stop))
    stop = min((c for c in cuts if start < c <= stop and not _lone(ctx, start, c)), default=stop)
    own = _own_words(ctx, spot.i, start)
    ends = (k for k in range(max(start + 1, own), stop) if _breaks(ctx, k, start, told=told))
    stop = next(ends, stop)
    if not told and spot.head.act_class in _OF_THINGS:
        stop = next((k for k in range(start + 1, stop) if _takes_up_that(spot, k)), stop)
    return max(start + 1, _without_tail(ctx, start, stop))


def _takes_up_that(spot: Spot, k: int) -> bool:
    """Say whether «، وأن» goes on with the clause that an act stands in («أعلن أن بلاده ستدعم …، وأن …»)."""
    ctx, word = spot.ctx, spot.ctx.folds[k]
    if not ctx.comma(k) or word[0] != _WAW or word[1:] not in ctx.lists["bare_that"]:
        return False
    return any(spot.is_word(ctx.folds[j], "that") for j in range(spot.sentence.first, spot.i))


_WAW = "\N{ARABIC LETTER WAW}"
_OF_THINGS = frozenset({"appreciate", "welcome", "support", "condemn", "deed", "sign", "discuss"})
"""Classes whose content is hardly ever a clause behind «أن»."""


def _lone(ctx: Context, start: int, cut: int) -> bool:
    """Say whether a cut would leave a content of one word that goes on in the next («مساندة مالطا»).

    A participle in the accusative goes on with the verb, and no noun («دافع عن القرار قائلا إن …»).
    """
    if cut != start + 1 or ctx.words[cut].gap or ctx.folds[cut][0] in ctx.conjunctions:
        return False
    told = ctx.words[cut].text.endswith(_ACCUSATIVE)
    return not (told and any(c.form.kind == "participle" for c in ctx.candidates[cut]))


def _own_words(ctx: Context, trigger: int, start: int) -> int:
    """Return where somebody's own words end that a content begins with; a clause may break in them."""
    quote = ctx.quoted(start)
    if quote is None or quote == ctx.quoted(trigger):
        return start
    first, last = ctx.words_in(quote)
    return last if last - first > _PHRASE else start


_PHRASE = 5
"""More words between quotation marks than this are a saying, not only a term."""


def _breaks(ctx: Context, k: int, start: int, *, told: bool) -> bool:
    """Say whether the clause breaks off before a word: a connector behind a comma, or a semicolon."""
    gap = ctx.words[k].gap
    if "\N{ARABIC SEMICOLON}" in gap or ";" in gap:
        return True
    pair = _pair(ctx, k)
    if pair in ctx.acts.words["turns_without_comma"]:
        return not (ctx.comma(k) and goes_on_with_reason(ctx, k))
    if (not told and _goes_on_with_deed(ctx, k)) or (_is_whole(ctx, start, k) and _joins_promise(ctx, k)):
        return True
    if not (ctx.comma(k) and _is_whole(ctx, start, k)) or pair in ctx.acts.words["no_break"]:
        return False
    if _on_occasion(ctx, k) or goes_on_with_reason(ctx, k):
        return _on_occasion(ctx, k)
    turns = ctx.folds[k] in ctx.acts.words["break"] or pair in ctx.acts.words["break"]
    return turns or _tells_how(ctx, k) or (not told and _joins_clause(ctx, k))


def _is_whole(ctx: Context, start: int, k: int) -> bool:
    """Say whether the words up to a place may be a content: two at least, or a noun that a comma ends."""
    if k > start + 1:
        return True
    return ctx.comma(k) and (owned(ctx, start) or not ctx.words[start].text.endswith(_ACCUSATIVE))


def _joins_promise(ctx: Context, k: int) -> bool:
    """Say whether a joined verb of the future begins a clause, also without a comma («وستسبقها لجان»)."""
    word = ctx.folds[k]
    verb = word[0] in ctx.conjunctions and word[1:3] in _FUTURE and len(word) > _SHORT
    if not verb or ctx.covered[k] or ctx.words[k].text.endswith(_OF_NOUNS):
        return False
    return not any(n in ctx.acts.words["not_promises"] for n in noun_stems(word))


_OF_NOUNS = (
    "\N{ARABIC LETTER TEH MARBUTA}",
    "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER TEH}",
    "\N{ARABIC LETTER HAMZA}",
)
"""Endings of nouns that begin as verbs of the future do («وسيارات», «وسيادة», «وسيناء»)."""


def _tells_how(ctx: Context, k: int) -> bool:
    """Say whether a participle behind a comma tells how it was said or done («، مستندا إلى …»)."""
    word = ctx.words[k].text
    if not (word.endswith(_ACCUSATIVE) and ctx.folds[k][0] == _MEEM and len(ctx.folds[k]) >= _SHORT):
        return False
    if ctx.folds[k] in ctx.acts.words["adverb"] or k + 1 >= len(ctx.folds) or ctx.words[k + 1].gap:
        return False
    behind = ctx.folds[k + 1]
    led = any(behind in ctx.acts.words[words] for words in ("detached", "that", "bare_that"))
    return led or bare(behind) != behind


_MEEM = "\N{ARABIC LETTER MEEM}"
_ACCUSATIVE = ("\N{ARABIC LETTER ALEF}", "\N{ARABIC FATHATAN}")
"""How an indefinite accusative ends."""


def _goes_on_with_deed(ctx: Context, k: int) -> bool:
    """Say whether a main verb that is no act is joined, its subject or a preposition behind it.

    «، وهنأ الوزير …», «، وكتب على حسابه …».
    """
    if not (ctx.comma(k) and ctx.folds[k][0] in ctx.conjunctions and k + 1 < len(ctx.folds)):
        return False
    led = ctx.folds[k + 1] in ctx.acts.words["detached"] and not ctx.words[k].text.endswith(_OF_NOUNS)
    return (led or k + 1 in ctx.starts) and ctx.folds[k][1:] in ctx.acts.words["main_verb"]


def _joins_clause(ctx: Context, k: int) -> bool:
    """Say whether a joined verb behind a comma begins a clause of its own («، وسيعملان على …»)."""
    word = ctx.folds[k]
    if _pair(ctx, k) in ctx.acts.words["turns_untold"]:
        return True
    if word[0] not in ctx.conjunctions or ctx.covered[k]:
        return False
    if len(word) > _WITH_PRONOUN and word[1:] in ctx.acts.words["that"]:
        return True
    found = ctx.candidates[k]
    return bool(found) and all(c.conjunction and c.form.kind == "finite" and not _bare(c) for c in found)


def _pair(ctx: Context, k: int) -> str:
    """Return a word and the next."""
    return " ".join(ctx.folds[k : k + 2])


def _bare(c: Candidate) -> bool:
    """Say whether a form is the bare past, which is spelt like a noun («ودعم»)."""
    return (c.form.tense, c.form.number, c.form.gender) == ("past", "s", "m")


_FUTURE = ("\N{ARABIC LETTER SEEN}\N{ARABIC LETTER YEH}", "\N{ARABIC LETTER SEEN}\N{ARABIC LETTER TEH}")
_SHORT = 5
_WITH_PRONOUN = 3
"""Longer forms of «وأن» have the one who does it in them («وأنها تسعى»); the bare one goes on with a list."""


def behind_addressee(spot: Spot, start: int) -> int:
    """Return where the content of a call begins behind whoever is called upon («ناشد كينيا الإسهام في …»).

    Args:
        spot: the act's head.
        start: where its complement begins.

    Returns:
        The place itself where nobody is named there, or nothing that is called for follows.
    """
    ctx, stop = spot.ctx, spot.sentence.last
    wishes = fold(spot.head.word) in ctx.acts.words["asks"]
    own = wishes and ctx.folds[start] in ctx.acts.words["upon"]
    asked = own or ctx.folds[start - 1] in ctx.acts.words["from"]
    pleads = fold(spot.head.word) in ctx.acts.words["pleads"]
    actor = actor_at(ctx, start + own, stop)
    invited = _invited_to(spot, start)
    if invited:
        return invited
    if actor is None or actor.first != start + own:
        whom = not attached(spot, start) or fold(spot.head.word) in ctx.acts.words["appeals_to"]
        return _behind_run(ctx, start + own, stop) or start if asked or (pleads and whom) else start
    k = actor.last
    if k + 1 >= stop or ctx.words[k].gap or k in ctx.starts or ctx.folds[k] in ctx.acts.words["time_lead"]:
        return start
    small = ctx.folds[k] in ctx.acts.words["detached"] or any(
        c.form.kind == "finite" for c in ctx.candidates[k]
    )
    told = ctx.folds[k] in ctx.acts.words["bare_that"]
    two = pleads and start not in ctx.role_at and not small
    return k if asked or told or attached(spot, k) or two else start


def _invited_to(spot: Spot, start: int) -> int:
    """Return where «لزيارة …» stands behind whoever is invited by his title; 0 where it does not."""
    ctx = spot.ctx
    if start not in ctx.at.offices and ctx.folds[start - 1] not in ctx.acts.words["to"]:
        return 0
    for k in range(start + 1, min(start + _TITLED, spot.sentence.last)):
        if ctx.words[k].gap or any(c.form.kind == "finite" for c in ctx.candidates[k]):
            return 0
        if ctx.folds[k][0] == _LAM and attached(spot, k) and _encounter(ctx, k):
            return k
    return 0


_TITLED = 10
"""Words of a name with its titles at most."""


def _behind_run(ctx: Context, start: int, stop: int) -> int:
    """Return where a definite noun and what describes it end («بوسائل الإعلام تحري …»); 0 for none.

    Behind such a run stands what is asked for; where only a preposition does, it is the run's last word
    («ناشد الدول المانحة الإسراع في …»).
    """
    k = start + 1
    while k < stop and not ctx.words[k].gap and _definite(ctx.folds[k]):
        k += 1
    whole = _definite(ctx.folds[start]) or k > start + 1
    if not whole or k + 1 >= stop or ctx.words[k].gap:
        return 0
    if ctx.folds[k] in ctx.acts.words["detached"]:
        return k - 1 if k > start + 2 else 0
    return k


def _definite(fold: str) -> bool:
    """Say whether a word has the article."""
    return any(bare(rest) != rest for _, rest in readings(fold))


def goes_on_with_reason(ctx: Context, k: int) -> bool:
    """Say whether «وذلك» gives the reason of what is said («، وذلك بعد انهيار الهدنة»)."""
    if k + 2 >= len(ctx.folds) or ctx.folds[k] not in ctx.acts.words["and_that"]:
        return False
    behind = ctx.folds[k + 1]
    if _encounter(ctx, k + 2):
        return False
    purpose = behind[0] == _LAM and len(behind) > 3 and noun_stems(behind)[-1] != behind
    return behind in ctx.acts.words["reason"] or purpose


_LAM = "\N{ARABIC LETTER LAM}"


def _on_occasion(ctx: Context, k: int) -> bool:
    """Say whether the occasion of the saying is told from here on («، خلال لقائه نظيره»)."""
    if ctx.folds[k] not in ctx.acts.words["leads_occasion"] or k + 1 >= len(ctx.folds):
        return False
    return _encounter(ctx, k + 1)


def _encounter(ctx: Context, k: int) -> bool:
    """Say whether a word names a meeting of the two sides."""
    fold = ctx.folds[k]
    return fold in ctx.acts.words["occasion"] or any(
        n in ctx.acts.words["encounter"] for n in noun_stems(fold)
    )


def _without_tail(ctx: Context, start: int, stop: int) -> int:
    """Drop connectors and adverbs that belong to the next clause from the end."""
    while (
        stop > start + 1
        and ctx.folds[stop - 2] not in ctx.acts.words["detached"]
        and not _is_that(ctx, stop - 1)
        and (
            ctx.folds[stop - 1] in ctx.acts.words["connector"]
            or ctx.folds[stop - 1] in ctx.acts.words["break"]
            or _and_that(ctx, stop - 1)
        )
    ):
        stop -= 1
    turned = stop > start + 2 and _pair(ctx, stop - 2) in ctx.acts.words["turns_untold"]
    return stop - 2 if turned else stop


def _is_that(ctx: Context, k: int) -> bool:
    """Say whether a word is a pronoun of its own at the end («إذا طلبا ذلك»), and joins nothing."""
    return ctx.folds[k] in ctx.acts.words["that_thing"] and not ctx.comma(k)


def _and_that(ctx: Context, k: int) -> bool:
    """Say whether a word joins another clause of what is told («، وإن المشروع …»)."""
    return ctx.folds[k][0] in ctx.conjunctions and ctx.folds[k][1:] in ctx.acts.words["that"]


def span_of(ctx: Context, first: int, last: int) -> Span:
    """Return the offsets of words `first` to `last` (exclusive), the closing quotation mark included."""
    start, end = ctx.words[first].start, ctx.words[last - 1].end
    inside = ctx.text[start:end]
    for opening, closing in _PAIRS:
        lone = (
            inside.count(opening) > inside.count(closing) if opening != closing else inside.count(opening) % 2
        )
        if lone and ctx.text[end : end + 1] == closing:
            return Span(start, end + 1)
    return Span(start, end)


_PAIRS = (("«", "»"), ("“", "”"), ('"', '"'), ("(", ")"))

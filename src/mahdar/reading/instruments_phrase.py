"""Where the phrase that names an instrument ends."""

from __future__ import annotations

from collections.abc import Iterator

from mahdar.lexicon.instruments import InstrumentTable
from mahdar.lexicon.word_terms import Term
from mahdar.model.prose import Sentence
from mahdar.reading.clauses import mentions_in, phrase_end
from mahdar.reading.context import Context

__all__ = ["amended_in", "before_next", "goes_on", "name_end", "one_more"]

_ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"
_WAW, _LAM = "\N{ARABIC LETTER WAW}", "\N{ARABIC LETTER LAM}"


def name_end(ctx: Context, table: InstrumentTable, sentence: Sentence, behind: int, *, definite: bool) -> int:
    """Return where the phrase ends: at a break, a relative, a verb, or the day and place of signing."""
    stops = table.words["relative"] | table.words["stops"]
    year = not definite and _is_year(ctx, behind)
    year = year or ctx.folds[behind - 1] in table.words["another"]
    last = phrase_end(ctx, sentence, behind + year, stops, 18)
    if behind < last < sentence.last - 1 and _each_of(ctx, table, last):
        last = phrase_end(ctx, sentence, last + 1, stops, 18)
    dates = {m.first for m in mentions_in(ctx.article.mentions.dates, behind, last)}
    for k in range(behind, last):
        if (
            (k in dates and k > behind + 1)
            or _in_capital(ctx, table, k)
            or _turns(ctx, table, behind, k, definite=definite)
        ):
            last = k
            break
    while last > behind and ctx.folds[last - 1] in ctx.acts.words["detached"]:
        last -= 1
    return last


def _each_of(ctx: Context, table: InstrumentTable, k: int) -> bool:
    """Say whether «كل من» stands before the makers («بين كل من الهند وكينيا»)."""
    between = ctx.folds[k - 1] in table.words["between"]
    return between and ctx.folds[k] in table.words["each"] and ctx.folds[k + 1] in table.words["among"]


def _is_year(ctx: Context, k: int) -> bool:
    """Say whether a word leads to the year that names an instrument («اتفاق العام 2002»)."""
    dated = any(d.first == k for d in mentions_in(ctx.article.mentions.dates, k, k + 1))
    return dated and any(f.isdigit() for f in ctx.folds[k + 1 : k + 2])


def _in_capital(ctx: Context, table: InstrumentTable, k: int) -> bool:
    """Say whether a preposition leads to a capital: where it was signed."""
    named = ctx.at.parties.get(k + 1)
    return named is not None and named.form == "capital" and ctx.folds[k] in table.words["about"]


def _turns(ctx: Context, table: InstrumentTable, behind: int, k: int, *, definite: bool) -> bool:
    """Say whether the sentence turns to something else.

    At a connector, at a person, at an indefinite word behind a definite («الاتفاق النووي بداية …»):
    what follows a definite noun without article or preposition says something of it.
    """
    fold, words = ctx.folds[k], ctx.acts.words
    if fold in words["negation"] or fold in words["connector"] or fold in words["subjunctive"]:
        return True
    if (
        k in ctx.at.people
        or k in ctx.at.offices
        or _is_present(ctx, k)
        or _behind_maker(ctx, table, behind, k)
    ):
        return True
    if (
        not definite
        or fold.startswith((_ARTICLE, _WAW + _ARTICLE, _LAM * 2))
        or fold.isdigit()
        or _inside_party(ctx, k)
    ):
        return False
    purpose = fold.startswith(_LAM) and len(fold) > _SHORT and not ctx.candidates[k]
    if _leads(ctx, table, k) or purpose or fold.removeprefix(_LAM) in table.words["short"]:
        return False
    before = ctx.folds[k - 1]
    chained = k > behind and (
        _leads(ctx, table, k - 1) or not before.startswith((_ARTICLE, _WAW + _ARTICLE, _LAM * 2))
    )
    return not chained or _inside_party(ctx, k - 1)


def _behind_maker(ctx: Context, table: InstrumentTable, behind: int, k: int) -> bool:
    """Say whether a bare word behind the maker that «مع» names tells of something else («مع الهند أضعف»)."""
    maker = next(
        (m for m in mentions_in(ctx.article.mentions.parties, max(behind, k - 4), k) if m.last == k), None
    )
    if maker is None or maker.form not in _NAMED or maker.first <= behind or _inside_party(ctx, k):
        return False
    fold = ctx.folds[k]
    if ctx.folds[maker.first - 1] not in table.words["with"] or k in ctx.starts or _leads(ctx, table, k):
        return False
    return (
        len(fold) > _SHORT - 1
        and not fold.isdigit()
        and fold[0] not in _ATTACHED
        and not _is_definite(ctx, k)
    )


_NAMED = frozenset({"name", "capital", "weak"})
_ATTACHED = frozenset({"\N{ARABIC LETTER LAM}", "\N{ARABIC LETTER BEH}", "\N{ARABIC LETTER FEH}"})
_SHORT = 4
"""A longer word with an attached «ل» leads to a purpose («لتغير المناخ»)."""


def _is_present(ctx: Context, k: int) -> bool:
    """Say whether a word looks like a verb of the third person («يراعي», «ليقره», «فستضطر»).

    Hardly a noun begins so that is no party and no date.
    """
    fold = ctx.folds[k]
    if (
        k in ctx.at.parties
        or len(fold) < _SHORT
        or not fold.startswith(_VERBAL)
        or fold.endswith(_ADJECTIVAL)
    ):
        return False
    mentions = ctx.article.mentions
    counted = any(m.last > k for m in mentions_in(mentions.amounts, k - 6, k + 1))
    return not counted and not any(mentions_in(mentions.dates, k, k + 1))


_YEH, _SEEN, _TEH = "\N{ARABIC LETTER YEH}", "\N{ARABIC LETTER SEEN}", "\N{ARABIC LETTER TEH}"
_FEH, _HEH, _NOON = "\N{ARABIC LETTER FEH}", "\N{ARABIC LETTER HEH}", "\N{ARABIC LETTER NOON}"
_VERBAL = (_YEH, _WAW + _YEH, _LAM + _YEH, _FEH + _SEEN + _YEH, _FEH + _SEEN + _TEH)
"""What such a verb begins with, written together with what is attached."""
_ADJECTIVAL = (_YEH + _HEH, _YEH + _NOON)


def _is_definite(ctx: Context, k: int) -> bool:
    """Say whether a word has the article; «إلغاء» has none, though it folds as if it had."""
    return ctx.words[k].text.lstrip(_WAW).startswith((_ARTICLE, _LAM * 2))


def _leads(ctx: Context, table: InstrumentTable, k: int) -> bool:
    """Say whether a word leads on to a noun: a preposition, «رقم»."""
    fold = ctx.folds[k]
    return (
        any(fold in table.words[w] for w in ("about", "between", "numbered"))
        or fold in ctx.acts.words["detached"]
    )


def _inside_party(ctx: Context, k: int) -> bool:
    """Say whether a word is part of a party's name."""
    return any(m.last > k for m in mentions_in(ctx.article.mentions.parties, max(0, k - 6), k + 1))


def goes_on(ctx: Context, table: InstrumentTable, behind: int, last: int) -> bool:
    """Say whether the phrase of a definite noun goes on: an adjective, a name, a preposition."""
    if behind >= last:
        return False
    fold = ctx.folds[behind]
    particle = (
        fold in table.words["about"]
        or fold in table.words["between"]
        or fold.isdigit()
        or fold in table.words["numbered"]
    )
    if fold.startswith(_WAW) and behind not in ctx.starts:
        return False
    return particle or _is_definite(ctx, behind) or behind in ctx.starts


def amended_in(ctx: Context, table: InstrumentTable, first: int, last: int) -> Iterator[tuple[int, Term]]:
    """Yield the instruments named in the words right behind an amendment."""
    for k in range(first, min(last, first + 3)):
        term = next(
            (
                t
                for t in table.terms.get(ctx.folds[k], ())
                if tuple(ctx.folds[k + 1 : k + t.length]) == t.rest
            ),
            None,
        )
        if term is not None:
            yield k, term


def before_next(ctx: Context, table: InstrumentTable, behind: int, last: int, *, several: bool) -> int:
    """Cut the phrase before another instrument joined to it («… ومذكرة تعاون», «… وعلى خارطة طريق»).

    One more of its kind may need no noun («… وأخرى للصيد»), nor the first of several («… الأولى للصيد»).
    """
    for k in range(behind, last):
        joined = several or ctx.folds[k].startswith(_WAW)
        if _joins_another(ctx, table, k) or (joined and one_more(ctx, table, k)):
            return k
    return last


def _is_place(ctx: Context, k: int) -> bool:
    """Say whether a place is named at a word."""
    return k in ctx.at.parties or any(p.first == k for p in ctx.article.mentions.places)


def one_more(ctx: Context, table: InstrumentTable, k: int) -> bool:
    """Say whether a word tells of one more of a kind: its matter or its makers follow («وأخرى للصيد»)."""
    words = table.words
    if ctx.folds[k] not in words["another"] or k + 1 >= len(ctx.folds) or ctx.words[k + 1].gap:
        return False
    following = ctx.folds[k + 1]
    if following in words["inside"] and _is_place(ctx, k + 2):
        return False
    led = any(following in words[w] for w in ("about", "between", "deals_with"))
    purpose = following.startswith(_LAM) and len(following) > _SHORT and not ctx.candidates[k + 1]
    return led or purpose


def _joins_another(ctx: Context, table: InstrumentTable, k: int) -> bool:
    """Say whether a word joins another text, or another thing done with one («والتوقيع على إعلان نوايا»)."""
    fold, behind = ctx.folds[k], ctx.folds[k + 1 : k + 3]
    if fold.startswith(_WAW) and fold in table.terms:
        return True
    if fold in table.words["joining"]:
        return any(f in table.terms for f in behind)
    acts = (table.rungs[t.head].action for t in table.rung_terms.get(fold, ()) if fold.startswith(_WAW))
    return any(a in _ACTING for a in acts) and any(f in table.terms for f in behind)


_ACTING = frozenset({"signing", "announced"})

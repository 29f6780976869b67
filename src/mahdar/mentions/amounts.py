"""Prose → the sums of money in it, and the counts of people moved, freed, killed or helped and of deals.

A number is read at every word that can begin one, a unit behind it (or a currency code before it). What is
counted decides: money always, instruments and things where they are given or signed for, people where the
sentence frees, moves, kills or helps them.

Of a range («بين 3 و5 مليارات دولار») the value is the upper end, the sum that can be at stake; the words are
all of it.

Limits: «ملايين الدولارات» has no number and is no amount. Currencies shared by name («ريال») take the code
of the one state of them that the prose names most; none named, no amount.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mahdar.language.clitics import proclitic_length
from mahdar.lexicon.store import Lexicon
from mahdar.lexicon.units import Unit
from mahdar.mentions.amounts_context import counted
from mahdar.mentions.amounts_currency import open_code
from mahdar.mentions.amounts_scan import Scan
from mahdar.mentions.numerals import Numeral
from mahdar.model.mentions import AmountMention, DateMention
from mahdar.model.prose import Prose, Sentence

__all__ = ["find_amounts"]

_DASHES = frozenset({"-", "\N{EN DASH}", "\N{EM DASH}"})
_PERCENT = frozenset({"%", "\N{ARABIC PERCENT SIGN}"})
_YEARS = range(1900, 2100)
"""No lower end of a range: «من مليار في 2014 إلى 3 مليارات»."""
_MILLION = 1_000_000
_DIGITS = frozenset("0123456789")
_ALEF = "\N{ARABIC LETTER ALEF}"
_NUN = "\N{ARABIC LETTER NOON}"
_WAW = "\N{ARABIC LETTER WAW}"


@dataclass(frozen=True, slots=True)
class _Sum:
    """A number and its unit."""

    first: int
    last: int
    value: float
    unit: Unit
    taken: str = ""


def find_amounts(
    prose: Prose, lexicon: Lexicon, dates: Sequence[DateMention] = ()
) -> tuple[AmountMention, ...]:
    """Find every amount.

    Args:
        prose: the article.
        lexicon: numbers and units.
        dates: the dates found in it: a year counts nothing («في مايو 2018 اتفاقية»).

    Returns:
        Mentions by start, never overlapping.

    Source: lexicon/data/shared/units.tsv, lexicon/data/ar/numbers.tsv, lexicon/data/ar/amounts.toml
    """
    folds = [w.fold for w in prose.words]
    scan = Scan(prose.words, folds, lexicon)
    dated = {k for d in dates for k in range(d.first, d.last)}
    found: list[AmountMention] = []
    for sentence in prose.sentences:
        for amount in _sums(scan, sentence, dated):
            mention = _mention(scan, amount, prose, lexicon)
            if mention:
                found.append(mention)
    return tuple(found)


def _sums(scan: Scan, sentence: Sentence, dated: set[int]) -> list[_Sum]:
    """Read a sentence from left to right, past the words of dates."""
    found: list[_Sum] = []
    folds, terms, duals = scan.folds, scan.numbers.terms, scan.units.duals
    scan.enter(sentence)
    i = sentence.first
    while i < sentence.last:
        fold = folds[i]
        if i in dated:
            i += 1
            continue
        if fold in terms or fold[0] in _DIGITS:
            one = _numbered(scan, i)
        elif fold in duals:
            one = _dual(scan, i)
        else:
            i += 1
            continue
        if one is None and found:
            one = _elided(scan, i, found[-1])
        if one and found and one.first < found[-1].last:
            one = None
        if one and counted(scan, one.unit, one.first, one.last):
            found.append(one)
        i = one.last if one else i + 1
    return found


def _numbered(scan: Scan, i: int) -> _Sum | None:
    """Read a number with its unit, a range's upper end first."""
    number = scan.reader.number(i)
    if not number:
        return None
    ranged = _range(scan, i, number)
    return ranged or _with_unit(scan, i, number, number.taken)


def _range(scan: Scan, i: int, lower: Numeral) -> _Sum | None:
    """«بين 3 و5 مليارات دولار», «من 3 إلى 5 ملايين يورو», «3-5 مليارات»."""
    at = lower.next
    if at >= scan.last:
        return None
    dashed = scan.words[at].gap in _DASHES
    attached = scan.opens_range(i) and scan.folds[at] != _WAW and scan.folds[at].startswith(_WAW)
    word = scan.joins_range(at) or (scan.folds[at] == _WAW and scan.opens_range(i))
    shared = scan.words[at].gap[:1] in _PERCENT
    if shared or not (dashed or attached or word) or (lower.scale == 1 and lower.value in _YEARS):
        return None
    upper = scan.reader.number(at + word)
    if not upper or upper.value <= lower.value:
        return None
    return _with_unit(scan, i, upper, lower.taken)


def _with_unit(scan: Scan, i: int, number: Numeral, taken: str) -> _Sum | None:
    """Find the unit of a number: behind it, or as a sign or code beside it."""
    sign = scan.sign_before(i) or scan.sign_behind(number.next)
    if sign:
        return _Sum(i, number.next, number.value, Unit(sign, "currency"), taken)
    unit = scan.unit(number.next, number)
    if unit:
        value = number.value * 2 if number.construct else number.value
        return _Sum(i, unit[1], value, unit[0], taken)
    code = scan.code(i - 1) or scan.unit_before(i, number)
    return _Sum(i - 1, number.next, number.value, code) if code else None


def _elided(scan: Scan, i: int, before: _Sum) -> _Sum | None:
    """Give a sum without its money that of the sum before it («72 مليون يورو، منها 18 مليونا للمياه»).

    A scale word in the indefinite accusative counts no noun behind it; any other wants a mark or «لكل» there.
    """
    number = scan.reader.number(i)
    if not number or before.unit.kind == "count" or number.scale < _MILLION or number.next < i + 2:
        return None
    at = number.next
    ends = at >= scan.last or scan.words[at].gap not in {"", "("} or scan.cue(at, "each")
    closed = ends or scan.folds[at - 1].endswith(_ALEF)
    shared = at < len(scan.words) and scan.words[at].gap[:1] in _PERCENT
    return _Sum(i, at, number.value, before.unit, number.taken) if closed and not shared else None


def _dual(scan: Scan, i: int) -> _Sum | None:
    """«رهينتين», with the adjective that agrees: «مواطنان أمريكيان»."""
    taken, unit = scan.units.duals[scan.folds[i]]
    named = scan.noun(i, scan.folds[i][len(taken) :])
    last = named[1] if named else i + 1
    if scan.definite(last) and not scan.folds[i].endswith(_NUN):
        return None
    if last < scan.last and _agrees(scan, i, last):
        last += 1
    return _Sum(i, last, 2.0, unit, taken)


def _agrees(scan: Scan, i: int, at: int) -> bool:
    """Say whether a word has the dual ending of another, as its adjective has."""
    fold = scan.folds[at]
    return len(fold) > 4 and not scan.words[at].gap and fold[-2:] == scan.folds[i][-2:]


def _mention(scan: Scan, amount: _Sum, prose: Prose, lexicon: Lexicon) -> AmountMention | None:
    """Make the mention: choose an open currency's code, take in «أكثر من», leave particles out."""
    code: str | None = amount.unit.code
    if amount.unit.kind == "currency_open":
        code = open_code(amount.unit.code.split("/"), prose, lexicon)
    if code is None:
        return None
    money = amount.unit.kind != "count"
    compared = None if money else scan.compared(amount.first)
    first, taken = compared or (amount.first, amount.taken)
    start = _start(scan, first, taken)
    end = scan.words[amount.last - 1].end
    kind = "money" if money else "count"
    return AmountMention(start, end, first, amount.last, amount.value, code, kind)


def _start(scan: Scan, first: int, taken: str) -> int:
    """Return where an amount begins in the text: behind its particles, or at its currency sign."""
    word = scan.words[first]
    if scan.sign_before(first):
        return word.start - 1
    return word.start + (proclitic_length(word.text, taken) if taken else 0)

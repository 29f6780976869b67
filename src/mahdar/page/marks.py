"""One line → what it is recognised as on its own, whatever stands around it; None where it may be prose.

`RULES` is the algorithm: the first rule that fires names the mark.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from mahdar.lexicon.layout import Agency, Bag, Layout, Mark
from mahdar.page import channels, furniture
from mahdar.page.lines import Line, after_words, fold_words_of
from mahdar.page.sites import glued_credit, site_line

__all__ = ["RULES", "dates_only", "is_credit", "mark_line"]

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w{2,}|\[email\sprotected\].*", re.IGNORECASE)
_SIGNED = re.compile(r"\(@\w+\)|pic\.twitter\.com/", re.IGNORECASE)
_AFTER_PHRASE = ":\N{FULLWIDTH COLON}-\N{EN DASH}\N{EM DASH}|/»>(\N{ARABIC TATWEEL}"
_JOINT = re.compile(r"\s*[/|\N{EN DASH}\N{EM DASH}]\s*|\s+-+\s*|\s*-+\s+|\s+\N{ARABIC TATWEEL}+\s+|:\s+")
_CREDIT_MARK = (
    "\N{BLACK DIAMOND MINUS WHITE X}\N{WRITING HAND}\N{UPPER RIGHT PENCIL}\N{LOWER RIGHT PENCIL}\N{PENCIL}"
)
_PAUSES = ".\N{ARABIC COMMA}\N{ARABIC SEMICOLON}"
_STOPS = (".", "!", "\N{ARABIC QUESTION MARK}")
_TRAIL = re.compile(r"\s[>\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}\N{RIGHTWARDS ARROW}]\s")
_BRACKETS = '(«"{[“'
_LISTED = re.compile(r"\s*[\N{ARABIC COMMA},/+|-]\s*")
_CREDIT = 90
_LONGEST_MARK = 100
_LONGEST_DATE = 20
_SIGNS = 100
_MENU_GAPS = re.compile(r"\s[|>»/•·]\s")

Rule = Callable[[Line, Layout], Mark | None]


def mark_line(line: Line, table: Layout) -> Mark | None:
    """Return what a line is recognised as."""
    if line.words > _LONGEST_MARK and not line.text.startswith("#"):
        return furniture.ticker(line, table) or _repeated(line, table) or _by_start(line, table)
    return next((mark for rule in RULES if (mark := rule(line, table)) is not None), None)


def _separator(line: Line, _table: Layout) -> Mark | None:
    """A line of signs without a word."""
    signs = not line.lead and (line.words <= 5 or len(line.text) <= _SIGNS)
    return Mark("rule.separator", "other") if signs else None


def _copyright(line: Line, _table: Layout) -> Mark | None:
    """A line that begins with the sign of copyright."""
    signed = line.text[0] == "\N{COPYRIGHT SIGN}" and line.words <= 30
    return Mark("rule.copyright", "other", closes=True) if signed else None


def _initials(line: Line, _table: Layout) -> Mark | None:
    """The initials of a wire's editors."""
    if line.text.startswith("--(") and line.words <= 8:
        return Mark("rule.initials", "other")
    fenced = any(c in line.text for c in "/.(")
    short = 2 <= sum(map(len, line.lead)) <= 12 and all(len(word) <= 2 for word in line.lead)
    enough = len(line.lead) >= 3 or (len(line.lead) == 2 and fenced)
    worded = any(word.isdigit() for word in line.lead) or (not fenced and any(len(w) > 1 for w in line.lead))
    return Mark("rule.initials", "other") if short and enough and not worded else None


def _address(line: Line, _table: Layout) -> Mark | None:
    """A link or a mail address alone."""
    if line.words <= 3 and _ADDRESS.fullmatch(line.text.split()[-1]) and not line.stopped:
        return Mark("rule.address", "byline" if "@" in line.text else "other")
    return None


def _signed_post(line: Line, _table: Layout) -> Mark | None:
    """The line of an embedded post that carries its picture or its author's handle."""
    return Mark("rule.post", "embed") if line.words <= 90 and _SIGNED.search(line.text) else None


def _hashtags(line: Line, _table: Layout) -> Mark | None:
    """A line made of hashtags."""
    tags = line.text.count("#")
    return Mark("rule.hashtags", "keywords") if tags * 2 > line.words else None


def _number(line: Line, _table: Layout) -> Mark | None:
    """A count that stands alone: views, comments, a page."""
    bare = line.words <= 2 and len(line.lead) <= 2 and all(word.isdigit() for word in line.lead)
    return Mark("rule.number", "navigation") if bare and line.lead else None


def _by_whole(line: Line, table: Layout) -> Mark | None:
    """A line that is a phrase of the lexicon, digits apart."""
    if line.words > 14:
        return None
    found = table.whole.get(line.lead) or table.whole.get(tuple(w for w in line.lead if not w.isdigit()))
    return found if found and not line.asks else None


def _by_start(line: Line, table: Layout) -> Mark | None:
    """A line that begins with a phrase of the lexicon."""
    found = table.starts.at(line.lead, 0) if line.lead else None
    if found is None or not _fits(line, found[1]):
        return None
    length, mark = found
    return mark if not mark.colon or len(line.lead) == length or _marked_off(line, length) else None


def _fits(line: Line, mark: Mark) -> bool:
    """Say whether a line meets a mark's conditions on its length, digits and full stop."""
    if line.words > mark.most or (mark.stopless and line.stopped):
        return False
    return not mark.digits or any(c.isdigit() for c in line.text)


def _marked_off(line: Line, length: int) -> bool:
    """Say whether a colon or a like mark follows the first words."""
    rest = line.text[after_words(line.text[:_LONGEST_MARK], length) :].lstrip()
    return not rest or rest[0] in _AFTER_PHRASE


def _by_inside(line: Line, table: Layout) -> Mark | None:
    """A line that holds a phrase of the lexicon among its first words."""
    for i, word in enumerate(line.lead[:12]):
        found = table.inside.at(line.lead, i) if word in table.inside else None
        if found and _fits(line, found[1]):
            return found[1]
    return None


def _by_bag(line: Line, table: Layout) -> Mark | None:
    """A line made of the words of a bag; digits belong to every bag."""
    if line.words > 60:
        return None
    first = next((word for word in line.lead if not word.isdigit()), "")
    return next((bag.mark for bag in table.bags if first in bag.allowed and _made_of(line, bag)), None)


def _made_of(line: Line, bag: Bag) -> bool:
    """Say whether a line is made of a bag's words; one alone is enough to share or to count."""
    words = [w for w in line.folds if not w.isdigit()]
    own = sum(w in bag.words for w in words)
    alone = len(words) == 1 and not bag.mark.digits and bag.mark.why != "share"
    enough = own > 0 and own * 3 >= len(words) and not alone
    return enough and _fits(line, bag.mark) and all(w in bag.allowed for w in words)


def dates_only(line: Line, table: Layout, strangers: int = 0) -> bool:
    """Say whether a line says nothing but when; up to `strangers` other words may stand first.

    >>> from mahdar.lexicon.store import default_lexicon
    >>> from mahdar.lexicon.layout import layout_table
    >>> line = Line(0, 18, "الثلاثاء 5 مارس 2024", 0)
    >>> dates_only(line, layout_table(default_lexicon()))
    True
    """
    if line.words > _LONGEST_DATE or not any(c.isdigit() for c in line.text):
        return False
    words = [w for w in line.lead if not w.isdigit()]
    known = [w in table.months or w in table.dateline for w in words]
    numeric = len(line.lead) - len(words) >= 3
    named = any(w in table.months for w in words) or (numeric and "." not in line.text.replace(". ", ""))
    dated = named or any(w in table.dateline and len(w) > 2 for w in words)
    return dated and all(known[min(strangers, len(known)) :]) and not line.stopped


def _date(line: Line, table: Layout) -> Mark | None:
    """A line that only dates."""
    return Mark("rule.date", "byline") if dates_only(line, table) else None


def _repeated(line: Line, _table: Layout) -> Mark | None:
    """A long run of words without any sentence, many of them again and again."""
    if line.words < 20 or line.stopped or sum(line.text.count(c) for c in _PAUSES) > line.words // 20:
        return None
    words = line.text.split()
    return Mark("rule.repeated", "keywords", closes=True) if len(set(words)) * 2 < len(words) else None


def _barred(line: Line, table: Layout) -> Mark | None:
    """Short labels between bars or arrows: a breadcrumb or a menu."""
    if line.words <= 30 and not line.stopped and len(_TRAIL.findall(line.text)) >= 2:
        return Mark("rule.trail", "navigation")
    labels = _MENU_GAPS.split(line.text)
    first = fold_words_of(labels[0])
    if len(labels) == 3 and first and line.words <= 9 and all(word in table.sections for word in first):
        return Mark("rule.trail", "navigation")
    if len(labels) >= 4 and line.words <= 4 * len(labels) and not line.stopped and line.words <= 40:
        return Mark("rule.barred", "navigation")
    return None


def is_credit(text: str, table: Layout, *, weak: bool = False) -> Mark | None:
    """Read a short stretch as a credit: agency and place, agency and author, with a mark between them.

    Args:
        text: the stretch.
        table: layout words.
        weak: take names that are ordinary words also without brackets.

    >>> from mahdar.lexicon.store import default_lexicon
    >>> from mahdar.lexicon.layout import layout_table
    >>> is_credit("مسقط - رويترز", layout_table(default_lexicon())).why
    'byline'
    >>> is_credit("رويترز تنشر الخبر", layout_table(default_lexicon())) is None
    True
    """
    signed = _signed_place(text.strip(), table) or glued_credit(text.strip(), table)
    if signed is not None:
        return signed
    parts = [Line(0, 0, p, 0) for p in _JOINT.split(text.strip(" -–—/.")) if p.strip()]
    if not 2 <= len(parts) <= 4 or any(part.words > 6 for part in parts):
        return None
    named = [agency for part in parts if (agency := _named(part, table, weak=weak)) is not None]
    others = [part for part in parts if _named(part, table, weak=weak) is None]
    wired = len(named) == 1 and all(part.words == 1 or _placed(part, table) for part in others)
    return Mark("rule.credit", "byline", ministry=wired and named[0].state) if named else None


def _signed_place(text: str, table: Layout) -> Mark | None:
    """Read places and agencies one after the other, one of the two in brackets, an author perhaps first."""
    if not text.endswith(")") or "(" not in text or len(text) > _CREDIT:
        return None
    before, _, inner = text[:-1].partition("(")
    outer = [Line(0, 0, p.strip(), 0) for p in _LISTED.split(before) if p.strip()]
    inside = [Line(0, 0, p.strip(), 0) for p in _LISTED.split(inner) if p.strip()]
    if not outer or not inside or len(outer) + len(inside) > 6:
        return None
    if all(_placed(p, table) for p in outer) or (len(outer) == 1 and outer[0].words == 1):
        named = [_named(p, table, weak=True) for p in inside]
        states = all(a is not None and a.state for a in named) and len(named) == 1
        return Mark("rule.credit", "byline", ministry=states) if any(named) else None
    if all(_placed(p, table) for p in inside) and outer[0].words <= 4:
        return Mark("rule.author_and_agency", "byline") if any(_named(p, table) for p in outer) else None
    return None


def _placed(part: Line, table: Layout) -> bool:
    """Say whether a part of a credit is the name of a town or a state and nothing else."""
    hit = table.places.at(part.lead, 0) or table.parties.at(part.lead, 0) if part.lead else None
    return hit is not None and hit[0] == len(part.lead)


def _named(part: Line, table: Layout, *, weak: bool = False) -> Agency | None:
    """Return the agency that a part of a credit names and nothing else; an ordinary word needs brackets."""
    hit = table.agencies.at(part.lead, 0) if part.lead else None
    if hit is None or hit[0] != len(part.lead):
        return None
    return hit[1] if weak or not hit[1].weak or part.text.strip()[0] in _BRACKETS else None


def _credit(line: Line, table: Layout) -> Mark | None:
    """A line that credits an agency."""
    return is_credit(line.text, table) if line.words <= 9 and not line.stopped else None


def _dateline(line: Line, table: Layout) -> Mark | None:
    """A line of a place, a day and an agency's name, first or last."""
    lead = line.lead
    if line.words > 18 or not any(word.isdigit() for word in lead):
        return None
    for i in (0, *range(max(1, len(lead) - 4), len(lead))):
        hit = table.agencies.at(lead, i)
        if hit is None or hit[1].weak or (i > 0 and i + hit[0] < len(lead)):
            continue
        others = lead[:i] + lead[i + hit[0] :]
        if sum(_dates(word, table) for word in others) * 2 >= len(others) > 0:
            return Mark("rule.dateline", "byline", ministry=hit[1].state)
    return None


def _dates(word: str, table: Layout) -> bool:
    """Say whether a folded word belongs to a date."""
    return word.isdigit() or word in table.months or word in table.dateline


def _captioned(line: Line, table: Layout) -> Mark | None:
    """A short line with the agency of its picture in brackets at the end."""
    if line.words > 25 or not line.text.endswith(")"):
        return None
    opened = line.text.rfind("(")
    if line.text[:opened].rstrip().endswith(_STOPS):
        return None
    inner = Line(0, 0, line.text[opened + 1 : -1], 0)
    hit = table.agencies.at(inner.lead, 0) if inner.lead and len(inner.text) < len(line.text) - 8 else None
    return Mark("rule.caption", "caption") if hit and hit[0] == len(inner.lead) else None


def _author_sign(line: Line, _table: Layout) -> Mark | None:
    """A name after the sign that some papers print before their author."""
    signed = line.text[0] in _CREDIT_MARK and line.words <= 10
    return Mark("rule.author", "byline") if signed else None


RULES: tuple[Rule, ...] = (
    *furniture.FIRST,
    *channels.FIRST,
    _separator,
    _copyright,
    _initials,
    _author_sign,
    _signed_post,
    _by_whole,
    _by_start,
    _by_inside,
    _by_bag,
    *channels.LAST,
    _address,
    _hashtags,
    _number,
    _date,
    _dateline,
    _credit,
    _captioned,
    *furniture.LAST,
    site_line,
    _barred,
    _repeated,
)
"""In the order in which they are asked."""

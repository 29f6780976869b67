"""One line → what it is recognised as on its own, whatever stands around it; None where it may be prose.

`RULES` is the algorithm: the first rule that fires names the mark.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from mahdar.lexicon.layout import Bag, Layout, Mark
from mahdar.page import agencies, channels, columns, furniture
from mahdar.page.lines import Line, after_words, fold_words_of, make_line
from mahdar.page.sites import is_place, site_line

__all__ = ["RULES", "dates_only", "mark_line"]

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w{2,}|\[email\sprotected\].*", re.IGNORECASE)
_DOMAIN = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.IGNORECASE)
_SIGNED = re.compile(r"\(@\w+\)|pic\.twitter\.com/", re.IGNORECASE)
_AFTER_PHRASE = ":\N{FULLWIDTH COLON}-\N{EN DASH}\N{EM DASH}|/»>(\N{ARABIC TATWEEL}"
_CREDIT_MARK = (
    "\N{BLACK DIAMOND MINUS WHITE X}\N{WRITING HAND}\N{UPPER RIGHT PENCIL}\N{LOWER RIGHT PENCIL}\N{PENCIL}"
)
_PAUSES = ".\N{ARABIC COMMA}\N{ARABIC SEMICOLON}"
_TRAIL = re.compile(r"\s[>\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}\N{RIGHTWARDS ARROW}]\s")
_LONGEST_MARK = 100
_LONGEST_DATE = 20
_LONGEST_MARKED = 12
_AGE_WORDS = 4
_FIELD_WORDS = 4
_SIGNS = 100
_TRAIL_WORDS = 14
_LABEL = 3
_ERA = re.compile(
    r"\d{4}(?:\N{ARABIC LETTER MEEM}|\N{ARABIC LETTER HEH})|\d\d[\N{ARABIC LETTER MEEM}\N{ARABIC LETTER SAD}]"
)
"""A year with the letter of its calendar glued to it, folded, or minutes with that of a half-day."""
_BETWEEN_DASHES = re.compile(r"[-\N{EN DASH}\N{EM DASH}~]\s?\d{1,3}\s?[-\N{EN DASH}\N{EM DASH}~]")
_OWNED = re.compile(r"\N{COPYRIGHT SIGN}\s?\d{4}$")
_LATIN_DAY = re.compile(r"\d{1,2} [A-Z][a-z]{2,8},? \d{4}|[A-Z][a-z]{2,8} \d{1,2}, \d{4}")
"""A day in Latin letters («3 May, 2031»)."""
_LATIN_AGE = re.compile(r"\d{1,2}\s?(?:min|m|hrs?|h|d|w|y)\s?(?:\N{MIDDLE DOT}.{0,4})?")
"""How long ago a network printed a message («3 h ·»)."""
_DOTTED_DAY = re.compile(r"[0-3]?\d\.[01]?\d\.(?:19|20)\d\d(?:,?\s[0-2]?\d:[0-5]\d)?")
"""A day in numbers with dots, perhaps with its clock."""
_WIDE = re.compile(r"\s{2,}|\t+|\s[|•]\s")
_WIDE_LABEL = 5
_LANGUAGE = 3
"""Letters of a language's mark in the switch of a site («EN | ع»)."""
_MENU_GAPS = re.compile(r"\s[|>»/•·]\s")

Rule = Callable[[Line, Layout], Mark | None]


def mark_line(line: Line, table: Layout) -> Mark | None:
    """Return what a line is recognised as."""
    if line.words > _LONGEST_MARK and not line.text.startswith("#"):
        return furniture.ticker(line, table) or _repeated(line, table) or _by_start(line, table)
    return next((mark for rule in RULES if (mark := rule(line, table)) is not None), None)


def _form_field(line: Line, _table: Layout) -> Mark | None:
    """A field of a form that must be filled in: a word or three and a star."""
    starred = line.text.endswith(" *") and line.words <= _FIELD_WORDS and line.text[0] != "*"
    return Mark("rule.form", "other", closes=True) if starred and line.lead else None


def _separator(line: Line, _table: Layout) -> Mark | None:
    """A line of signs without a word."""
    signs = not line.lead and (line.words <= 5 or len(line.text) <= _SIGNS)
    return Mark("rule.separator", "other") if signs else None


def _copyright(line: Line, _table: Layout) -> Mark | None:
    """A line that begins with the sign of copyright, or a short one that ends with it."""
    signed = line.text[0] == "\N{COPYRIGHT SIGN}" and line.words <= 30
    behind = line.text[-1] == "\N{COPYRIGHT SIGN}" or _OWNED.search(line.text) is not None
    signed = signed or (behind and line.words <= _LONGEST_MARKED)
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


def _page_number(line: Line, _table: Layout) -> Mark | None:
    """The number of a printed page between dashes."""
    return Mark("ar.layout.page_number", "navigation") if _BETWEEN_DASHES.fullmatch(line.text) else None


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
    heads = table.inside.by_head
    for i, word in enumerate(line.lead[:12]):
        found = table.inside.at(line.lead, i) if word in heads else None
        if found and _fits(line, found[1]):
            return found[1]
    return None


def _by_bag(line: Line, table: Layout) -> Mark | None:
    """A line made of the words of a bag; counts belong to every bag."""
    if line.words > 60:
        return None
    first = next((word for word in line.lead if not channels.is_count(word)), "")
    return next((bag.mark for bag in table.bags if first in bag.allowed and _made_of(line, bag)), None)


def _made_of(line: Line, bag: Bag) -> bool:
    """Say whether a line is made of a bag's words; one alone is enough to share or to count."""
    words = [w for w in line.folds if not channels.is_count(w)]
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
    words = [w for w in line.lead if not w.isdigit() and not _ERA.fullmatch(w)]
    clock = table.sets["clock_of"]
    known = [
        w in table.months or w in table.dateline or w in clock or before in clock
        for before, w in zip(("", *words), words, strict=False)
    ]
    numeric = len(line.lead) - len(words) >= 3
    named = any(w in table.months for w in words) or (numeric and "." not in line.text.replace(". ", ""))
    dated = named or any(w in table.dateline and len(w) > 2 for w in words)
    return dated and all(known[min(strangers, len(known)) :]) and not line.stopped


def _date(line: Line, table: Layout) -> Mark | None:
    """A line that only dates, or dates and says from where."""
    dated = dates_only(line, table) or (line.words <= _LONGEST_DATE and _dated_from(line, table))
    dated = dated or _DOTTED_DAY.fullmatch(line.text) is not None or _placed_day(line, table)
    return Mark("rule.date", "byline") if dated else None


def _placed_day(line: Line, table: Layout) -> bool:
    """Say whether a line is a town, a colon and a day."""
    before, colon, _ = line.text.partition(":")
    day = (
        make_line(line.text, len(before) + 1, len(line.text))
        if colon and line.words <= _LONGEST_MARKED
        else None
    )
    return day is not None and is_place(before, table) and dates_only(day, table)


def _dated_from(line: Line, table: Layout) -> bool:
    """Say whether a line is a clock and a day, then a word and the place of a post."""
    before, dot, after = line.text.rpartition("\N{MIDDLE DOT}")
    if not dot:
        return False
    folds = fold_words_of(after)
    day = next(
        (i for i, word in enumerate(folds) if not (word.isdigit() or word in table.months)), len(folds)
    )
    clocked = any(c.isdigit() for c in before) and len(before.split()) <= _AGE_WORDS
    place = (
        table.places.at(folds, day + 1) or table.parties.at(folds, day + 1) if day + 1 < len(folds) else None
    )
    return clocked and day > 1 and place is not None and day + 1 + place[0] == len(folds)


def _age(line: Line, table: Layout) -> Mark | None:
    """How long ago a line was printed, with a number or without one."""
    short = 1 < line.words <= _AGE_WORDS and not line.stopped and len(line.lead) > 1
    aged = short and line.lead[0] in table.sets["age_opening"]
    fits = aged and all(word.isdigit() or word in table.dateline for word in line.lead[1:])
    fits = fits or _LATIN_AGE.fullmatch(line.text) is not None
    return Mark("rule.age", "byline") if fits else None


def _dated_domain(line: Line, _table: Layout) -> Mark | None:
    """A site's address beside a day or a clock."""
    if line.words > _AGE_WORDS + 1:
        return None
    first, *others = line.text.split()
    dated = bool(others) and all(not any(map(str.isalpha, word)) for word in others)
    fits = dated and any(c.isdigit() for c in others[-1]) and _DOMAIN.fullmatch(first)
    return Mark("rule.date", "byline") if fits else None


def _repeated(line: Line, _table: Layout) -> Mark | None:
    """A long run of words without any sentence, many of them again and again."""
    if line.words < 20 or line.stopped or sum(line.text.count(c) for c in _PAUSES) > line.words // 20:
        return None
    words = line.text.split()
    return Mark("rule.repeated", "keywords", closes=True) if len(set(words)) * 2 < len(words) else None


def _barred_day(line: Line, _table: Layout) -> Mark | None:
    """An author, a day in Latin letters and what the text is about, between bars."""
    labels = _MENU_GAPS.split(line.text) if "|" in line.text and not line.stopped else []
    dated = any(_LATIN_DAY.fullmatch(label.strip()) for label in labels)
    return Mark("rule.date", "byline") if dated and line.words <= _LONGEST_DATE else None


def _barred(line: Line, table: Layout) -> Mark | None:
    """Short labels between bars or arrows: a breadcrumb or a menu."""
    if line.words <= 30 and not line.stopped and len(_TRAIL.findall(line.text)) >= 2:
        return Mark("rule.trail", "navigation")
    labels = _MENU_GAPS.split(line.text)
    if len(labels) == 3 and line.words <= 9:
        first = fold_words_of(labels[0])
        if first and all(word in table.sections for word in first):
            return Mark("rule.trail", "navigation")
    if len(labels) > 1 and all(len(label) <= _LANGUAGE for label in labels):
        return Mark("rule.languages", "navigation")
    if len(labels) >= 3 and _arrowed(line):
        return Mark("rule.trail", "navigation")
    if len(labels) >= 4 and line.words <= 4 * len(labels) and not line.stopped and line.words <= 40:
        return Mark("rule.barred", "navigation")
    return None


def _known_labels(line: Line, table: Layout) -> Mark | None:
    """A few words each between bars, one of them known as a button or a section."""
    if line.words > _TRAIL_WORDS or line.stopped:
        return None
    labels = _MENU_GAPS.split(line.text)
    if len(labels) < 2:
        return None
    folds = [tuple(fold_words_of(label)) for label in labels]
    known = [words in table.whole or table.starts.at(words, 0) is not None for words in folds if words]
    short = (len(words) <= _LABEL for words in folds if words)
    fits = any(known) and all(yes or few for yes, few in zip(known, short, strict=True))
    return Mark("rule.barred", "navigation") if fits else None


def _set_apart(line: Line, table: Layout) -> Mark | None:
    """A few words each, set apart by wide gaps or bars, of which half or more are known as a page's own."""
    texts = [part for part in _WIDE.split(line.text) if part.strip()]
    if not 1 < len(texts) <= _LONGEST_MARKED or line.stopped or line.introduces:
        return None
    parts = [part for text in texts if (part := make_line(text, 0, len(text))) is not None]
    known = [mark for part in parts if (mark := _known_part(part, table)) is not None]
    short = all(part.words <= _WIDE_LABEL or _known_part(part, table) is not None for part in parts)
    return known[0] if known and short and len(known) * 2 >= len(parts) else None


def _known_part(part: Line, table: Layout) -> Mark | None:
    """Return what a part of a line is as a tool, a count, a section or a day of a page."""
    rules = (_by_whole, _by_start, _by_bag, _date, furniture.published)
    return next((mark for rule in rules if (mark := rule(part, table)) is not None), None)


def _arrowed(line: Line) -> bool:
    """Say whether closing quotation marks that close nothing stand between a few words: arrows of a trail."""
    opened = "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}" in line.text
    arrows = line.text.count(" \N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK} ")
    return arrows >= 2 and not opened and line.words <= _TRAIL_WORDS and not line.stopped


def _author_sign(line: Line, _table: Layout) -> Mark | None:
    """A name after the sign that some papers print before their author."""
    signed = line.text[0] in _CREDIT_MARK and line.words <= 10
    return Mark("rule.author", "byline") if signed else None


RULES: tuple[Rule, ...] = (
    _form_field,
    _page_number,
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
    _age,
    _dated_domain,
    _date,
    agencies.dateline,
    agencies.credit_line,
    agencies.owned_picture,
    agencies.captioned,
    *furniture.LAST,
    site_line,
    _barred_day,
    _known_labels,
    _set_apart,
    columns.menu_row,
    columns.two_sides,
    _barred,
    _repeated,
)
"""In the order in which they are asked."""

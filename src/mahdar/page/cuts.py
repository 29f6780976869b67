"""A line → its parts: what stands before a headline or a sentence, the text itself, what stands after it.

A wire copy prints its section before the headline, its place, day and name before the first sentence, and
closing marks behind the last, often on the same line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from mahdar.lexicon.layout import Layout, Mark
from mahdar.page.agencies import is_credit
from mahdar.page.lines import Line, fold_all, fold_words_of, make_line
from mahdar.page.sheets import text_label
from mahdar.page.sites import (
    agency_tail,
    barred_head,
    barred_tail,
    glued_head,
    is_place,
    latin_agency,
    place_alone,
    place_author,
    scraped_date,
    section_day_tail,
    site_head,
)

__all__ = ["Part", "cut_line"]

Part = tuple[Line, Mark | None]
"""A part of a line, and what it is recognised as."""

_HEAD = 120
_TAIL = 260
_NUMERIC_DAY = 3
_HEADLINE = 5
_MONTH = 20
"""Letters among which a month's name ends."""
_FENCES = "/([{*-\N{EN DASH}\N{EM DASH}|#"
_ENDS = '.!…»"”)?:\N{ARABIC QUESTION MARK}\N{ARABIC FULL STOP}'
_DASHES = "-\N{EN DASH}\N{EM DASH}\N{ARABIC TATWEEL}"
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"\d{4}")
_JOINT = re.compile(r"\s*[:/]\s+|\s*-{1,2}\s+|\s*[\N{EN DASH}\N{EM DASH}]\s+")
_SLASHED = re.compile(r"\s*/\s*")
_PAREN_AGENCY = re.compile(
    r"[(/«\[]\s*([^()/«»\[\]]{2,24}?)\s*[)/»\]]\s*([-:.\N{EN DASH}\N{EM DASH}\N{ARABIC TATWEEL}]*)\s*"
)
_PAREN_AGENCIES = re.compile(
    r"[(\[]\s*([^()\[\]]{2,40}?)\s*[)\]]\s*([-:.\N{EN DASH}\N{EM DASH}\N{ARABIC TATWEEL}]*)\s*"
)
_LISTED = re.compile(r"\s*[/+]\s*")


def cut_line(line: Line, text: str, table: Layout) -> Iterator[Part]:
    """Cut a line; a line with nothing to cut comes back alone, without a mark."""
    head = next((cut for rule in _HEADS if (cut := rule(line, table)) is not None), None)
    begin = line.start + head[0] if head else line.start
    tail = next((cut for rule in _TAILS if (cut := rule(line, table)) is not None), None)
    end = line.start + tail[0] if tail and line.start + tail[0] >= begin else line.end
    if begin == line.start and end == line.end:
        yield line, None
        return
    yield from _part(text, line.start, begin, line.gap, head[1] if head else None)
    yield from _part(text, begin, end, 0 if head else line.gap, None)
    yield from _part(text, end, line.end, 0, tail[1] if tail else None)


def _part(text: str, start: int, end: int, gap: int, mark: Mark | None) -> Iterator[Part]:
    """Make a part, unless it is blank."""
    part = make_line(text, start, end, gap)
    if part is not None:
        yield part, mark


Cut = tuple[int, Mark]
"""Where a head ends or a tail begins, counted from the line's first character, and what it is."""


def _section(line: Line, table: Layout) -> Cut | None:
    """A wire's section and a slash before the headline."""
    if not line.lead or line.lead[0] not in table.sets["wire_section"]:
        return _section_and_dash(line, table)
    slash = _SLASHED.search(line.text, 0, _HEAD)
    alone = slash and len(line.text[: slash.start()].split()) == 1 and slash.end() < len(line.text)
    return (slash.end(), Mark("rule.section", "navigation", ministry=True)) if slash and alone else None


def _section_and_dash(line: Line, table: Layout) -> Cut | None:
    """A section's name and a dash between blanks before a headline («اقتصاد - …»)."""
    before, dash, after = line.text[:_HEAD].partition(" - ")
    words = fold_words_of(before) if dash and not line.prose else []
    if not 0 < len(words) <= 2 or len(after.split()) < _HEADLINE:
        return None
    known = all(word in table.sections for word in words) and line.text[len(before) + 3 :].count(" - ") == 0
    return (len(before) + 3, Mark("rule.section", "navigation")) if known else None


def _agency_sign(line: Line, table: Layout) -> Cut | None:
    """Place, day and an agency between slashes or brackets, before the sentence."""
    for match in _PAREN_AGENCY.finditer(line.text, 0, _HEAD):
        name = fold_all(match[1])[0]
        before = line.text[: match.start()].rstrip()
        hit = table.agencies.at(name, 0) if name else None
        if hit and hit[0] == len(name) and _signs(before, match):
            return match.end(), Mark("rule.sign", "byline", ministry=hit[1].state)
        fenced = match[0].lstrip()[0] == "/" or (match[2] and match[2][0] in _DASHES)
        if name and fenced and _place_and_day(before, table):
            return match.end(), Mark("rule.sign", "byline")
    return None


def _agencies_sign(line: Line, table: Layout) -> Cut | None:
    """Place, day and two agencies or three in one bracket, before the sentence."""
    found = _PAREN_AGENCIES.search(line.text, 0, _HEAD) if "/" in line.text[:_HEAD] else None
    names = [fold_all(part)[0] for part in _LISTED.split(found[1])] if found else []
    if found is None or len(names) < 2 or not all(names):
        return None
    hits = [table.agencies.at(name, 0) for name in names]
    known = [hit[1] for hit, name in zip(hits, names, strict=True) if hit and hit[0] == len(name)]
    if len(known) < len(names) or not _signs(line.text[: found.start()].rstrip(), found):
        return None
    return found.end(), Mark("rule.sign", "byline", ministry=all(agency.state for agency in known))


def _place_and_day(text: str, table: Layout) -> bool:
    """Say whether a stretch is a place of one to three words, then a day with its month."""
    if not _DIGIT.search(text):
        return False
    folds = fold_all(text)[0]
    first = next((i for i, word in enumerate(folds) if _dates(word, table)), len(folds))
    day = folds[first:]
    numbers = sum(word.isdigit() for word in day)
    named = numbers >= _NUMERIC_DAY or (numbers > 0 and any(word in table.months for word in day))
    return 1 <= first <= 3 and len(day) <= 12 and named and all(_dates(word, table) for word in day)


def _dated_place(line: Line, table: Layout) -> Cut | None:
    """Place and day before a slash, a colon or a dash, before the sentence."""
    joint = _JOINT.search(line.text, 6, _HEAD) if line.prose else None
    while joint is not None:
        if _place_and_day(line.text[: joint.start()], table) and not _goes_on(
            line.text[joint.end() :], table
        ):
            return _behind_agency(line, joint.end(), table) or (
                joint.end(),
                Mark("rule.dated_place", "byline"),
            )
        joint = _JOINT.search(line.text, joint.end(), _HEAD)
    return None


def _behind_agency(line: Line, at: int, table: Layout) -> Cut | None:
    """Cut behind an agency and a slash or dash that follow place and day («الرباط / 3 مارس / ومع / »)."""
    joint = _JOINT.search(line.text, at, _HEAD)
    name = fold_words_of(line.text[at : joint.start()]) if joint else ()
    hit = table.agencies.at(name, 0) if name else None
    if joint is None or hit is None or hit[0] != len(name):
        return None
    return joint.end(), Mark("rule.sign", "byline", ministry=hit[1].state)


def _agency_and_place(line: Line, table: Layout) -> Cut | None:
    """Agency and place, a dash behind each, before the sentence («وطنية - صيدا - »)."""
    first = _JOINT.search(line.text, 0, _HEAD) if line.prose else None
    second = _JOINT.search(line.text, first.end(), _HEAD) if first else None
    if first is None or second is None:
        return None
    name = fold_words_of(line.text[: first.start()])
    hit = table.agencies.at(name, 0) if name else None
    if hit is None or hit[0] != len(name) or not is_place(line.text[first.end() : second.start()], table):
        return None
    return second.end(), Mark("rule.sign", "byline", ministry=hit[1].state)


def _goes_on(text: str, table: Layout) -> bool:
    """Say whether the date itself goes on behind the joint: a number, or the month's second name."""
    folds = fold_all(text[:_MONTH])[0]
    return text[0].isdigit() or (bool(folds) and folds[0] in table.months)


def _signs(before: str, match: re.Match[str]) -> bool:
    """Say whether an agency between brackets signs a dateline, and is not spoken of in a sentence."""
    words = before.split()
    if match[0][0] == "«" and before[-1:] not in _DASHES:
        return False
    if any(word[0].isdigit() for word in words):
        return len(words) <= 9 and (len(match[2]) > 0 or match[0].lstrip()[0] == "/" or len(words) <= 6)
    if match[0].lstrip()[0] == "/":
        return 0 < len(words) <= 4
    dashed = any(word[0] in _DASHES for word in words[:-1])
    return len(words) <= 4 and match[2][:1] in _DASHES and bool(match[2]) and not dashed


def _agency_slash(line: Line, table: Layout) -> Cut | None:
    """Place and agency, or an agency alone, up to a slash."""
    slash = line.text.rfind("/", 0, 45)
    if slash <= 0 or not line.prose:
        return None
    before = line.text[:slash]
    name = fold_all(before)[0]
    hit = table.agencies.at(name, 0) if name else None
    alone = hit is not None and hit[0] == len(name) and not hit[1].weak
    mark = Mark("rule.slash", "byline", ministry=alone and hit is not None and hit[1].state)
    return (slash + 1, mark) if alone or is_credit(before, table) else None


def _agency_dash(line: Line, table: Layout) -> Cut | None:
    """Agency, place and author with dashes between them, up to a colon."""
    colon = line.text.find(":", 0, 70)
    if colon < 0 or colon + 1 >= len(line.text.rstrip()):
        return None
    short = len(line.text[:colon].split()) <= 8
    mark = is_credit(line.text[:colon], table, weak=line.prose) if short else None
    return (colon + 1, mark) if mark else None


def _dated_agency(line: Line, table: Layout) -> Cut | None:
    """Place, day of both calendars and an agency without a mark, before the sentence."""
    if not _YEAR.search(line.text, 0, _HEAD):
        return None
    folds, starts = fold_all(line.text[:_HEAD])
    years = [i for i, word in enumerate(folds) if word.isdigit() and len(word) == 4]
    for i in range(years[0] + 1 if years else len(folds), min(len(folds) - 1, 16)):
        hit = table.agencies.at(folds, i) if folds[i] in table.agencies else None
        if hit and hit[1].state and not hit[1].weak and all(_dates(word, table) for word in folds[3:i]):
            return starts[min(i + hit[0], len(starts) - 1)], Mark("rule.dated", "byline", ministry=True)
    return None


def _dates(word: str, table: Layout) -> bool:
    """Say whether a folded word belongs to a date."""
    return word.isdigit() or word in table.months or word in table.dateline


def _tail(line: Line, table: Layout) -> Cut | None:
    """Closing marks, tag runs and links behind the last sentence."""
    base = max(0, len(line.text) - _TAIL)
    if line.stopped or not any(word in table.ends for word in fold_words_of(line.text[base:])):
        return None
    folds, starts = fold_all(line.text[base:])
    for i, word in enumerate(folds):
        hit = table.ends.at(folds, i) if word in table.ends else None
        if hit and len(folds) - i - hit[0] <= hit[1].most:
            at = _fenced(line.text, base + starts[i], hit[1].before)
            if at is not None:
                return at, hit[1]
    return None


def _fenced(text: str, at: int, before: str) -> int | None:
    """Return where a closing mark begins, its fence included; None where nothing sets it off."""
    left = text[:at].rstrip()
    if before == "stop":
        return at if not left or left[-1] in _ENDS else None
    if before == "bracket":
        return at - 1 if text[at - 1 : at] == "(" else None
    kept = left.rstrip(_FENCES + " ")
    return len(kept) if len(kept) < len(left) else None


_TAILS: tuple[Callable[[Line, Layout], Cut | None], ...] = (agency_tail, barred_tail, section_day_tail, _tail)
"""In the order in which they are asked."""
_HEADS: tuple[Callable[[Line, Layout], Cut | None], ...] = (
    _section,
    _agencies_sign,
    _agency_sign,
    _agency_and_place,
    _agency_dash,
    _agency_slash,
    _dated_agency,
    _dated_place,
    scraped_date,
    latin_agency,
    site_head,
    glued_head,
    place_author,
    place_alone,
    barred_head,
    text_label,
)
"""In the order in which they are asked."""

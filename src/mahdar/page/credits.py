"""The small print around an article → its datelines, and who published it in the document's own words."""

from __future__ import annotations

import re

from mahdar.lexicon.layout import Layout, Mark
from mahdar.model.spans import Span
from mahdar.page.lines import Line, after_words, fold_all
from mahdar.page.sites import SITE, site_name

__all__ = ["bylined_by_ministry", "datelines", "publisher"]

Credit = tuple[Line, Mark]
"""A line of small print and what it is recognised as."""

_LAM = "\N{ARABIC LETTER LAM}"
_ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"
_TATWEEL = "\N{ARABIC TATWEEL}"
_TOLD_TO = re.compile(rf"(?<!\w){_LAM}{_TATWEEL}*\s?[\"«»“]([^\"«»“”\n]{{2,30}})[\"«»”]")
_TOLD_TO_PLAIN = re.compile(rf"(?<!\w){_LAM}{_TATWEEL}\s?(\w+)\s?:")
_LATIN = re.compile(r"[A-Z][A-Za-z]+(?:\s[A-Z][A-Za-z]+)*")
_FOUR_DIGITS = re.compile(r"(?<!\d)\d{4}(?!\d)")
_TOKEN = re.compile(r"\S+")
_SIGNATURES = frozenset({"rule.signed", "rule.author_and_agency"})
"""An agency behind the last sentence or beside a paper's own author was a source, not the publisher."""
_NUMBER = re.compile(r"\d+")
_DAY_AND_CLOCK = 6
"""Digits of an agency's stamp, in which the day and the clock stand together («081542»)."""
_SOLAR = range(1300, 1415)
_AFTER_LABEL = " :-\N{EN DASH}\N{EM DASH}|/"


def datelines(credits_: list[Credit], table: Layout) -> tuple[Span, ...]:
    """Return the spans of the bylines and datelines from which a day can be read: of publishing first."""
    dated = [line for line, mark in credits_ if mark.why == "byline" and _dated(line, table)]
    dated.sort(key=lambda line: _rank(line, table))
    return tuple(span for line in dated if (span := _readable(line)) is not None)


def _rank(line: Line, table: Layout) -> int:
    """Return what a day's label is worth: of publishing, none, of a later change."""
    labels = (table.sets["first_day_label"], None, table.sets["later_day_label"])
    found = (i for i, words in enumerate(labels) if words is not None and words.at(line.lead, 0) is not None)
    return next(found, 1) if line.lead else 1


def _readable(line: Line) -> Span | None:
    """Return the part of a line whose day can be read: Persian years would pass for Hijri ones.

    A page of the web has no Hijri year before 1415 (1994).
    """
    years = [int(year) for year in _FOUR_DIGITS.findall(line.text)]
    if not any(year in _SOLAR for year in years):
        return Span(line.start, line.end)
    own = next((m for m in _TOKEN.finditer(line.text) if _gregorian(m[0])), None)
    return Span(line.start + own.start(), line.start + own.end()) if own else None


def _gregorian(token: str) -> bool:
    """Say whether a word is a day in numbers of the Gregorian calendar."""
    numbers = [int(number) for number in _NUMBER.findall(token)]
    return len(numbers) >= 3 and any(1900 <= number < 2100 for number in numbers)


def _dated(line: Line, table: Layout) -> bool:
    """Say whether a line holds a number beside a month's name, or a day in numbers («3-2-2007م»)."""
    numbers = sum(1 + (len(number) == _DAY_AND_CLOCK) for number in _NUMBER.findall(line.text))
    return numbers >= 3 or (numbers > 0 and any(word in table.months for word in line.lead))


def publisher(credits_: list[Credit], opening: list[Line], table: Layout) -> str | None:
    """Read who published an article: its source line, its byline, its agency, or to whom it was told."""
    bylines = [credit for credit in credits_ if credit[1].why == "byline" and not _service(*credit)]
    states = (_agency(line, table) for line, mark in bylines if mark.ministry)
    sources = (_labelled(line) for line, mark in bylines if mark.id == "ar.layout.source")
    authors = (_latin(line, table) for line, mark in bylines if mark.id == "ar.layout.by")
    sites = (site_name(line) for line, mark in bylines if mark.id == SITE)
    agencies = (_agency(line, table) for line, mark in bylines if mark.id not in _SIGNATURES)
    told = (_told_to(line, table) for line in opening)
    return next(
        (name for found in (states, sources, authors, sites, agencies, told) for name in found if name), None
    )


def _service(line: Line, mark: Mark) -> bool:
    """Say whether a line below a star names the paper that a text was translated from."""
    return mark.id == SITE and line.text[0] == "*"


def bylined_by_ministry(credits_: list[Credit], table: Layout) -> bool:
    """Say whether a byline names a ministry or an embassy as the author."""
    words = table.sets["ministry_byline"]
    return any(
        word in words and words.at(line.lead, i) is not None
        for line, mark in credits_
        if mark.why == "byline"
        for i, word in enumerate(line.lead)
    )


def _labelled(line: Line) -> str | None:
    """Return what stands behind the label of a source line."""
    label = after_words(line.text, 1)
    return line.text[label:].strip(_AFTER_LABEL + ".") or None


def _latin(line: Line, table: Layout) -> str | None:
    """Return a byline's Latin name, where a ministry's word stands before it."""
    found = _LATIN.search(line.text)
    known = any(word in table.sets["byline_name"] for word in line.lead[1:])
    return found.group() if found and known else None


def _agency(line: Line, table: Layout) -> str | None:
    """Return the agency that a line names, as it is printed."""
    folds, starts = fold_all(line.text)
    for i, word in enumerate(folds):
        hit = table.agencies.at(folds, i) if word in table.agencies else None
        if hit and table.sets["no_publisher"].at(folds, i) is None:
            first = starts[i]
            return line.text[first : first + after_words(line.text[first:], hit[0])]
    return None


def _told_to(line: Line, table: Layout) -> str | None:
    """Return the paper to which somebody spoke: a name with the article, or one of an agency or a site."""
    found = _TOLD_TO.search(line.text) or _TOLD_TO_PLAIN.search(line.text[:120])
    name = found[1].strip() if found else ""
    folds = fold_all(name)[0]
    known = name.startswith(_ARTICLE) or (bool(folds) and table.agencies.at(folds, 0) is not None)
    return name if known or (folds and folds[-1] in table.sets["site_word"]) else None

"""A short line between a headline and its text → the credit that it is; None where it may be text.

Such a line names its author, its place or its day without a word that says so; where it stands tells.
`RULES` is the algorithm.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mahdar.lexicon.layout import Layout, Mark
from mahdar.page.lines import Line
from mahdar.page.marks import dates_only
from mahdar.page.reach import Marks
from mahdar.page.sites import is_place

__all__ = ["BRACKETED", "RULES", "credit"]

BRACKETED = "rule.bracketed"
"""The mark of a sender in brackets, which may stand above the headline."""

_JOINED_WORDS = 6
_WRITTEN_WORDS = 5
_NAME_WORDS = 3
_DATED_NAME_WORDS = 4
_PICTURE = (4, 12)
_PICTURE_LEAD = 7
_LONG_PICTURE = (18, 12)
"""The same two of a line that begins with an office: its holder's whole title and name may stand there."""
_QUOTES = ("\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}", '"', "\N{LEFT DOUBLE QUOTATION MARK}")
_YEH = "\N{ARABIC LETTER YEH}"
"""With which a verb in the present begins."""
_ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"
_DAYS = frozenset({"rule.date", "ar.layout.published"})
_CREDITS = frozenset({"caption", "byline"})
_JOINTS = (
    *(" - ", " \N{EN DASH} ", " \N{EM DASH} ", "- ", "\N{EN DASH} ", " \N{ARABIC TATWEEL} "),
    *(": «", ":«", ': "'),
)
_PLACE_AND_AUTHOR = Mark("rule.place_and_author", "byline")
_AUTHOR = Mark("rule.author", "byline")


@dataclass(frozen=True, slots=True)
class _Place:
    """A line and what stands next to it."""

    line: Line
    above: Mark | None
    below: Mark | None
    next_to_text: bool
    """A paragraph follows."""
    table: Layout


def credit(lines: list[Line], marks: Marks, i: int, table: Layout) -> Mark | None:
    """Read a line of an article's head as a credit or as the text of a picture."""
    after = lines[i + 1] if i + 1 < len(lines) else None
    below = marks[i + 1] if after is not None else None
    next_to_text = after is not None and below is None and after.prose
    place = _Place(lines[i], marks[i - 1] if i else None, below, next_to_text, table)
    if (picture := _picture(place)) is not None:
        return picture
    if place.line.stopped or place.line.asks or place.line.bulleted or place.line.introduces:
        return None
    return next((mark for rule in RULES if (mark := rule(place)) is not None), None)


def _picture(place: _Place) -> Mark | None:
    """The text of a picture: somebody at an occasion, or in a posture, and no verb behind it."""
    line, sets = place.line, place.table.sets
    held = bool(line.lead) and sets["office"].at(line.lead, 0) is not None and not line.stopped
    most, lead = _LONG_PICTURE if held else (_PICTURE[1], _PICTURE_LEAD)
    if not _PICTURE[0] <= line.words <= most or ":" in line.text or line.asks:
        return None
    for i in range(1, min(len(line.lead) - 1, lead)):
        if line.lead[i].startswith(_YEH):
            return None
        hit = sets["picture_moment"].at(line.lead, i)
        after = line.lead[i + hit[0] :][:1] if hit else ()
        if line.lead[i] in sets["picture_posture"] or (after and after[0] in sets["picture_occasion"]):
            return Mark("rule.picture", "caption")
    return None


def _place_and_day(place: _Place) -> Mark | None:
    """A place, then a day."""
    fits = dates_only(place.line, place.table, strangers=3)
    return Mark("rule.place_and_day", "byline") if fits else None


def _joined(place: _Place) -> Mark | None:
    """A few words with a dash between them, right above the text."""
    line = place.line
    joined = line.words <= _JOINED_WORDS and any(joint in line.text for joint in _JOINTS)
    signed = place.below is not None and place.below.id == "ar.layout.wrote"
    above = (place.next_to_text or signed) and not line.bare.endswith("..")
    return _PLACE_AND_AUTHOR if joined and above else None


def _written(place: _Place) -> Mark | None:
    """A verb of writing and a name without the article."""
    lead = place.line.lead
    verb = 3 <= place.line.words <= _WRITTEN_WORDS and lead[:1] and lead[0] in place.table.sets["author_verb"]
    return _AUTHOR if verb and not lead[1].startswith(_ARTICLE) else None


def _author_at(place: _Place) -> Mark | None:
    """A name, that of a paper in quotation marks, and, in brackets, a place."""
    name, _, where = place.line.text.rstrip(")").partition("(")
    fewest = 1 if name.strip()[:1] in _QUOTES else 2
    named = fewest <= len(name.split()) <= _NAME_WORDS
    return _PLACE_AND_AUTHOR if named and is_place(where, place.table) else None


def _author_from(place: _Place) -> Mark | None:
    """A place, a colon and a name, right above the text; perhaps one such pair behind another."""
    where, *names = place.line.text.split(":")
    if not names or not place.next_to_text or not is_place(where, place.table):
        return None
    further = (_without_place(name, place.table) for name in names[:-1])
    counts = [*further, len(names[-1].split())]
    return _PLACE_AND_AUTHOR if all(1 < count <= _NAME_WORDS for count in counts) else None


def _without_place(text: str, table: Layout) -> int:
    """Return how many words stand before the town that a stretch ends in; 0 where it ends in none."""
    words = text.split()
    return next((k for k in range(1, len(words)) if is_place(" ".join(words[k:]), table)), 0)


def _bracketed(place: _Place) -> Mark | None:
    """A few words in brackets and nothing else: who sent the text."""
    text = place.line.text
    alone = text[0] == "(" and text[-1] == ")" and text.count("(") == 1
    return Mark(BRACKETED, "byline") if alone and place.line.words <= _JOINED_WORDS else None


def _among_print(place: _Place) -> Mark | None:
    """Two words or three, the first without an article, beside a caption or a credit."""
    line = place.line
    named = 2 <= line.words <= _NAME_WORDS and not line.lead[0].startswith(_ARTICLE)
    among = any(mark is not None and mark.why in _CREDITS for mark in (place.above, place.below))
    return _AUTHOR if named and among and (place.next_to_text or place.below is not None) else None


def _day_and_section(place: _Place) -> Mark | None:
    """A day with its year, then a section's name."""
    lead, table = place.line.lead, place.table
    dated = [word.isdigit() or word in table.months or word in table.dateline for word in lead]
    days = dated.index(False) if False in dated else 0
    year = any(len(word) == 4 and word.isdigit() for word in lead[:days])
    fits = year and days >= 3 and len(lead) - days <= _NAME_WORDS
    return Mark("rule.date", "byline") if fits else None


def _beside_day(place: _Place) -> Mark | None:
    """A name beside a day: an author's, or in one word a place's."""
    dated = any(mark is not None and mark.id in _DAYS for mark in (place.above, place.below))
    return _AUTHOR if dated and place.line.words <= _DATED_NAME_WORDS else None


RULES: tuple[Callable[[_Place], Mark | None], ...] = (
    _place_and_day,
    _joined,
    _written,
    _author_at,
    _author_from,
    _bracketed,
    _among_print,
    _day_and_section,
    _beside_day,
)
"""In the order in which they are asked."""

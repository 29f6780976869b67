"""A short stretch → the agency that it credits, with a place, an author or a day, or below a picture."""

from __future__ import annotations

import re

from mahdar.lexicon.layout import Agency, Layout, Mark
from mahdar.page.lines import Line, fold_words_of
from mahdar.page.sites import dates, glued_credit

__all__ = ["captioned", "credit_line", "dateline", "is_credit", "owned_picture"]

_JOINT = re.compile(r"\s*[/|\N{EN DASH}\N{EM DASH}]\s*|\s+-+\s*|\s*-+\s+|\s+\N{ARABIC TATWEEL}+\s+|:\s+")
_STOPS = (".", "!", "\N{ARABIC QUESTION MARK}")
_BRACKETS = '(«"{[“'
_LISTED = re.compile(r"\s*[\N{ARABIC COMMA},/+|-]\s*")
_FENCED = re.compile(r"/([^/]{2,40})/")
"""An agency's name between slashes, below its text."""
_STAMP = re.compile(r"([^\W\d]{2,12})\s?\d{6}\s[^\W\d]{2,4}\s[^\W\d]{2,5}\s\d{2}")
"""An agency's mark, the day with the clock, a zone, a month and a year: «كونا081542 جمت ماي 18»."""
_CREDIT = 90
_CREDIT_WORDS = 9
_PICTURE_WORDS = 25
_OWNER_WORDS = 4
_PAIR = 2


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
    weak = weak or (len(parts) == _PAIR and any(_placed(part, table) for part in parts))
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
    words = [word for word in part.lead if not word.isascii()]
    hit = table.places.at(words, 0) or table.parties.at(words, 0) if words else None
    return hit is not None and hit[0] == len(words)


def _named(part: Line, table: Layout, *, weak: bool = False) -> Agency | None:
    """Return the agency that a part of a credit names and nothing else; an ordinary word needs brackets."""
    hit = table.agencies.at(part.lead, 0) if part.lead else None
    if hit is None or hit[0] != len(part.lead):
        return None
    return hit[1] if weak or not hit[1].weak or part.text.strip()[0] in _BRACKETS else None


def credit_line(line: Line, table: Layout) -> Mark | None:
    """A line that credits an agency, or a place and its correspondent."""
    if line.words > _CREDIT_WORDS or line.stopped:
        return None
    if (fenced := _FENCED.fullmatch(line.text)) is not None:
        named = _named(Line(0, 0, fenced[1].strip(), 0), table, weak=True) if fenced[1].strip() else None
        return Mark("rule.signed", "byline", ministry=named.state) if named else None
    return is_credit(line.text, table) or _correspondent(line, table)


def _correspondent(line: Line, table: Layout) -> Mark | None:
    """A place, a mark and who wrote there, or who asked («مسقط - حاورته: منى صالح»)."""
    before, mark, after = line.text.partition(":")
    place, *roles = _DASH.split(before.strip(), maxsplit=1)
    who = fold_words_of(after)
    if not mark or not who:
        return None
    if roles:
        words = fold_words_of(roles[0])
        hit = table.sets["interviewer"].at(words, 0) if words else None
        named = hit is not None and hit[0] == len(words)
    else:
        named = who[0] in table.sets["correspondent"]
    placed = bool(place) and named and _placed(Line(0, 0, place, 0), table)
    return Mark("rule.place_and_author", "byline") if placed else None


_DASH = re.compile("\\s*[-\N{EN DASH}\N{EM DASH}\N{ARABIC TATWEEL}]\\s*")


def dateline(line: Line, table: Layout) -> Mark | None:
    """A line of a place, a day and an agency's name, first or last."""
    lead = line.lead
    stamped = _STAMP.fullmatch(line.text.strip())
    if stamped is not None:
        hit = table.agencies.at(fold_words_of(stamped[1]), 0)
        return Mark("rule.dateline", "byline", ministry=hit[1].state) if hit else None
    if line.words > 18 or not any(word.isdigit() for word in lead):
        return None
    for i in (0, *range(max(1, len(lead) - 4), len(lead))):
        hit = table.agencies.at(lead, i)
        if hit is None or hit[1].weak or (i > 0 and i + hit[0] < len(lead)):
            continue
        others = lead[:i] + lead[i + hit[0] :]
        if sum(dates(word, table) for word in others) * 2 >= len(others) > 0:
            return Mark("rule.dateline", "byline", ministry=hit[1].state)
    return None


def owned_picture(line: Line, _table: Layout) -> Mark | None:
    """The text of a picture, the sign of copyright and its owner."""
    before, sign, owner = line.text.partition(" \N{COPYRIGHT SIGN} ")
    fits = sign and 3 <= len(before.split()) <= _PICTURE_WORDS and 0 < len(owner.split()) <= _OWNER_WORDS
    return Mark("rule.picture", "caption") if fits and not any(c.isdigit() for c in owner) else None


def captioned(line: Line, table: Layout) -> Mark | None:
    """A short line with the agency of its picture in brackets at the end."""
    if line.words > 25 or not line.text.endswith(")"):
        return None
    opened = line.text.rfind("(")
    if line.text[:opened].rstrip().endswith(_STOPS):
        return None
    inner = Line(0, 0, line.text[opened + 1 : -1], 0)
    hit = table.agencies.at(inner.lead, 0) if inner.lead and len(inner.text) < len(line.text) - 8 else None
    return Mark("rule.caption", "caption") if hit and hit[0] == len(inner.lead) else None

"""A site's or an agency's name on the line of a text → how much of it is cut off.

A site signs before the first sentence («the site's name - …»), an agency behind the last one, in brackets.
"""

from __future__ import annotations

import re

from mahdar.lexicon.layout import Layout, Mark
from mahdar.page.lines import Line, after_words, fold_all, fold_words_of, make_line

__all__ = [
    "SCRAPED",
    "SITE",
    "agency_tail",
    "barred_head",
    "barred_tail",
    "dates",
    "glued_credit",
    "glued_head",
    "organ_name",
    "scraped_date",
    "site_head",
    "site_line",
    "site_name",
]

SCRAPED = "rule.collector_date"
"""The mark of a collector's day."""
SITE = "rule.site"
"""The mark of a site's name."""

_JOINT = re.compile(r"\s*[:/|\N{EN DASH}\N{EM DASH}-]+\s*")
_SCRAPED = re.compile(r"date\s\d{4}-\d{2}-\d{2}\s+")
_SIGNED = re.compile(r"[.!\N{ARABIC QUESTION MARK}»\"”]\s*([(\[]\s*([^()\[\]]{2,40}?)\s*[)\]])\s*[.\s]*$")
_BARS = re.compile(r"\s[|/\N{EN DASH}-]\s")
_GLUED = re.compile(r"((\w+(?:\s\w+){0,2})\s?[-\N{EN DASH}]\s?)\w")
_AFTER = re.compile(r"\s*[.:/\N{EN DASH}-]*\s+")
_DESK_SITE = 3
_DAY_WORDS = 4
_PLACE_AUTHOR = re.compile(
    r"(\w+(?:\s\w+){0,2})\s?[-\N{EN DASH}]\s?[^\W\d]+(?:\s[^\W\d]+){1,3}\s?[-\N{EN DASH}]\s+"
)
_COMMA = re.compile(r"\s?\N{ARABIC COMMA}\s?")
_PLACE_DASH = re.compile(r"(\w+(?:\N{ARABIC COMMA}?\s\w+){0,2})\s+[-\N{EN DASH}\N{EM DASH}]+\s+")
_SECTION_DAY = re.compile(r"\s[-\N{EN DASH}]\s(\w+)\s[-\N{EN DASH}]\s\d{1,2}/\d{1,2}/\d{4}$")
_BETWEEN = re.compile(r"\s*[\N{ARABIC COMMA},/+]\s*|\s+[-\N{EN DASH}]\s+")
_LOOK = 60
_ORGAN_WORDS = 9
_ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"
_WAW = "\N{ARABIC LETTER WAW}"
_TO = "\N{ARABIC LETTER LAM}"
_SITE_WORDS = 4
_SITE_LINE = 18
_HEADLINE = 4

Cut = tuple[int, Mark]
"""Where a head ends or a tail begins, counted from the line's first character, and what it is."""


def scraped_date(line: Line, _table: Layout) -> Cut | None:
    """A collector's own label of the day before the text."""
    found = _SCRAPED.match(line.text) if line.text.startswith("date") else None
    return (found.end(), Mark(SCRAPED, "byline")) if found and found.end() < len(line.text) else None


def site_line(line: Line, table: Layout) -> Mark | None:
    """A line that is a site's name, a desk's, or a day and one of the two.

    >>> from mahdar.lexicon.store import default_lexicon
    >>> from mahdar.lexicon.layout import layout_table
    >>> site_line(Line(0, 11, "الساحل نيوز", 0), layout_table(default_lexicon())).id
    'rule.site'
    """
    if line.words > _SITE_LINE or line.stopped or line.asks or not line.lead:
        return None
    if _all_papers(line, table):
        return Mark(SITE, "byline")
    if _desk_of_site(line, table):
        return Mark("rule.desk", "byline")
    return _site_behind_day(line.lead, table)


def _site_behind_day(lead: tuple[str, ...], table: Layout) -> Mark | None:
    """Read a site's name or a desk's, perhaps behind a day."""
    day = next((i for i, word in enumerate(lead) if not dates(word, table)), len(lead))
    dated = day >= _DAY_WORDS and any(word.isdigit() for word in lead[:day])
    rest = lead[day if dated else 0 :]
    if not rest or len(rest) > _SITE_WORDS + 2:
        return None
    desk = table.sets["site_desk"].at(rest, 0)
    if desk is not None and desk[0] == len(rest):
        return Mark("rule.desk", "byline")
    return Mark("rule.date" if dated else SITE, "byline") if _ends_in_site(rest, table) else None


def _ends_in_site(words: tuple[str, ...], table: Layout) -> bool:
    """Say whether words are a site's name, perhaps with its desk behind."""
    if _qualified(words, table):
        return True
    named = next((i for i, word in enumerate(words) if word in table.sets["site_word"]), 0)
    return named > 0 and (named == len(words) - 1 or table.sets["site_desk"].at(words, named + 1) is not None)


def _desk_of_site(line: Line, table: Layout) -> bool:
    """Say whether a line is a desk's name and, behind a dash or a bar, that of its site."""
    first, *others = _BARS.split(line.text)
    folds = fold_words_of(first)
    desk = table.sets["site_desk"].at(folds, 0) if len(others) == 1 and folds else None
    return desk is not None and desk[0] == len(folds) and len(others[0].split()) <= _DESK_SITE


def barred_head(line: Line, table: Layout) -> Cut | None:
    """An organ's name and a bar before the headline."""
    before, bar, after = line.text[:_LOOK].partition(" | ")
    if not bar or line.prose or len(after.split()) < _HEADLINE or "|" in line.text[len(before) + 3 :]:
        return None
    owner = make_line(line.text, 0, len(before))
    named = owner is not None and organ_name(owner, table)
    own = named and not any(word in table.parties for word in owner.lead) if owner else False
    return (len(before) + 3, Mark("rule.organ", "navigation", ministry=own)) if named else None


def barred_tail(line: Line, table: Layout) -> Cut | None:
    """A bar and a site's or an agency's name behind the headline."""
    before, bar, after = line.text.rpartition(" | ")
    if not bar or line.prose or len(before.split()) < _HEADLINE:
        return None
    words = fold_words_of(after)
    if not 0 < len(words) <= _SITE_WORDS:
        return None
    hit = table.agencies.at(words, 0)
    named = (hit is not None and hit[0] == len(words)) or words[0] in table.sets["press_noun"]
    named = named or words[-1] in table.sets["site_word"]
    return (len(before), Mark("rule.site_tail", "navigation")) if named else None


def latin_agency(line: Line, table: Layout) -> Cut | None:
    """An agency's Latin initials and a colon before the headline («KUNA : »)."""
    before, colon, after = line.text.partition(":")
    if not colon or line.prose or not before.isascii() or not after.strip():
        return None
    words = fold_words_of(before)
    hit = table.agencies.at(words, 0) if len(words) == 1 else None
    end = len(line.text) - len(after.lstrip())
    return (end, Mark("rule.site_head", "byline", ministry=hit[1].state)) if hit else None


def section_day_tail(line: Line, table: Layout) -> Cut | None:
    """A wire's section and a day in numbers behind the headline («… - سياسي - 23/10/2018»)."""
    found = _SECTION_DAY.search(line.text) if not line.prose else None
    known = found is not None and fold_words_of(found[1])[0] in table.sets["wire_section"]
    return (found.start(), Mark("rule.section_day", "byline")) if found and known else None


def place_author(line: Line, table: Layout) -> Cut | None:
    """A known place and an author between dashes, before the sentence."""
    found = _PLACE_AUTHOR.match(line.text) if line.prose else None
    if found is None:
        return None
    return (found.end(), Mark("rule.place_and_author", "byline")) if is_place(found[1], table) else None


def place_alone(line: Line, table: Layout) -> Cut | None:
    """A known place and a dash between blanks, before the sentence («نواكشوط – اختتمت …»)."""
    found = _PLACE_DASH.match(line.text) if line.prose else None
    behind = fold_words_of(line.text[found.end() : _LOOK]) if found else []
    if found is None or not behind or behind[0].isdigit() or table.places.at(behind, 0) is not None:
        return None
    parts = _COMMA.split(found[1])
    known = all(is_place(part, table) for part in parts) or _state_alone(found[1], behind, table)
    return (found.end(), Mark("rule.place", "byline")) if known else None


def _state_alone(text: str, behind: list[str], table: Layout) -> bool:
    """Say whether a stretch names a state that may be its capital too, and a verb may follow it."""
    words = fold_words_of(text)
    hit = table.parties.at(words, 0)
    goes_on = behind[0].startswith(_ARTICLE) or table.parties.at(behind, 0) is not None
    return hit is not None and hit[0] == len(words) == 1 and not goes_on


def is_place(text: str, table: Layout) -> bool:
    """Say whether a stretch is the name of a town and nothing else.

    >>> from mahdar.lexicon.store import default_lexicon
    >>> from mahdar.lexicon.layout import layout_table
    >>> is_place("نواكشوط", layout_table(default_lexicon()))
    True
    """
    words = fold_words_of(text)
    hit = table.places.at(words, 0) if words else None
    return hit is not None and hit[0] == len(words)


def _all_papers(line: Line, table: Layout) -> bool:
    """Say whether a line is two names or three of papers and sites, with bars between them."""
    parts = [fold_words_of(part) for part in _BARS.split(line.text)]
    nouns = table.sets["press_noun"]
    return 2 <= len(parts) <= 3 and all(0 < len(p) <= _SITE_WORDS and p[0] in nouns for p in parts)


def glued_head(line: Line, table: Layout) -> Cut | None:
    """Place and agency with a hyphen between them and no other mark, before the sentence."""
    found = _GLUED.match(line.text) if line.prose else None
    if found is None or found.end() == len(line.text):
        return None
    name = fold_words_of(line.text[found.end(1) : _LOOK])
    hit = table.agencies.at(name, 0) if name else None
    end = found.end(1) + after_words(line.text[found.end(1) : _LOOK], hit[0]) if hit else 0
    mark = (
        glued_credit(line.text[: found.end(2)] + "-" + line.text[found.end(1) : end], table) if hit else None
    )
    ended = _AFTER.match(line.text, end) if mark else None
    glued = found.end(1) - found.end(2) == 1
    if mark is None or ended is None or not (glued or ended.group().strip()):
        return None
    return ended.end(), mark


def glued_credit(text: str, table: Layout) -> Mark | None:
    """Read place and agency with a hyphen between them.

    >>> from mahdar.lexicon.store import default_lexicon
    >>> from mahdar.lexicon.layout import layout_table
    >>> glued_credit("لاهاي-سانا", layout_table(default_lexicon())).ministry
    True
    """
    before, hyphen, name = text.rpartition("-")
    folds = fold_words_of(name)
    hit = table.agencies.at(folds, 0) if hyphen and folds else None
    place = 1 <= len(before.split()) <= _SITE_WORDS - 1
    known = hit is not None and hit[0] == len(folds) and not hit[1].weak
    return Mark("rule.glued", "byline", ministry=hit[1].state) if place and known and hit else None


def organ_name(line: Line, table: Layout) -> bool:
    """Say whether a line is an organ's full name and no more: whose page it is («وزارة النقل القطرية»)."""
    lead = line.lead
    owners = (table.sets["organ"], table.sets["organ_owner"])
    if (
        not 1 < line.words <= _ORGAN_WORDS
        or line.stopped
        or not any(lead[:1] and lead[0] in o for o in owners)
    ):
        return False
    i = 1
    while i < len(lead):
        hit = table.parties.at(lead, i) or table.places.at(lead, i)
        word = lead[i].removeprefix(_WAW)
        bare = word.isascii() or (i == 1 and len(lead) > 2)
        if hit is None and not bare and not (word.startswith((_ARTICLE, _TO)) or _joint(word, table)):
            return False
        i += hit[0] if hit else 1
    return True


def _joint(word: str, table: Layout) -> bool:
    """Say whether a word only joins the parts of an organ's name."""
    return any(word in table.sets[name] for name in ("organ", "state_noun", "organ_joint"))


def dates(word: str, table: Layout) -> bool:
    """Say whether a folded word belongs to a date."""
    return word.isdigit() or word in table.months or word in table.dateline


def site_head(line: Line, table: Layout) -> Cut | None:
    """A site's name and, where it is printed, the desk that wrote, before the first sentence."""
    joint = _JOINT.search(line.text, 1, _LOOK) if line.prose else None
    if joint is None or not _names_site(line.text[: joint.start()], line.text[joint.start()], table):
        return None
    end = joint.end()
    return end + _desk(line.text[end : end + _LOOK], table), Mark(SITE, "byline")


def _names_site(text: str, joint: str, table: Layout) -> bool:
    """Say whether a stretch is a site's name: its last word is one of sites, or a paper's «today»."""
    words = fold_words_of(text)
    if not 2 <= len(words) <= _SITE_WORDS or words[0] in table.sets["told_verb"]:
        return False
    if words[-1] in table.sets["site_word"] or _qualified(tuple(words), table):
        return True
    glued = joint == ":" or not text[-1:].isspace()
    return len(words) == 2 and glued and words[1] in table.sets["site_day"]


def _qualified(words: tuple[str, ...], table: Layout) -> bool:
    """Say whether words are a site's name by their first and their last: «the gate …, electronic»."""
    return words[0] in table.sets["press_noun"] and words[-1] in table.sets["site_quality"]


def _desk(text: str, table: Layout) -> int:
    """Return how much of a stretch names the desk or the place, up to its own joint if it has one."""
    folds, starts = fold_all(text)
    hit = table.sets["site_desk"].at(folds, 0) if folds else None
    place = table.places.at(folds, 0) if folds and hit is None else None
    found = hit or place
    if found is None or starts[0] > 1:
        return 0
    end = after_words(text, found[0])
    joint = _JOINT.match(text, end)
    closed = joint is not None and joint.group().strip()
    if closed and joint is not None:
        return joint.end()
    return end if hit is not None else 0


def site_name(line: Line) -> str:
    """Return the name of the site that a line signs with.

    >>> site_name(Line(0, 20, "الساحل نيوز - متابعة:", 0))
    'الساحل نيوز'
    """
    return _JOINT.split(line.text, maxsplit=1)[0].strip()


def agency_tail(line: Line, table: Layout) -> Cut | None:
    """Agencies in brackets behind the last sentence."""
    found = _SIGNED.search(line.text, max(0, len(line.text) - _LOOK)) if line.text[-1] in ")]. " else None
    if found is None:
        return None
    names = [tuple(fold_words_of(part)) for part in _BETWEEN.split(found[2])]
    if not all(name and (hit := table.agencies.at(name, 0)) and hit[0] == len(name) for name in names):
        return None
    states = [hit[1].state for name in names if (hit := table.agencies.at(name, 0))]
    return found.start(1), Mark("rule.signed", "byline", ministry=all(states) and len(states) == 1)

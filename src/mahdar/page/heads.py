"""An article's lines above its first paragraph → its headline, what repeats it, and the small print between.

Where a headline stands twice the first copy is a repetition (noise), the second, next to the text, is read.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from mahdar.lexicon.layout import Agency, Layout, Mark
from mahdar.page.bylines import BRACKETED, credit
from mahdar.page.channels import from_channel, opens_post
from mahdar.page.lines import Line, fold_words_of
from mahdar.page.reach import Marks
from mahdar.page.segments import Segment
from mahdar.page.sites import organ_name

__all__ = ["Head", "apply_head", "read_head"]

_SITE_WORDS = 6
_OWN_WORDS = 7
_HEADLINE = 5
_COPIES = 2
_OWN_BELOW = frozenset(
    {"rule.barred", "rule.trail", "rule.menu", "rule.languages", "rule.issue", "ar.layout.breadcrumb"}
)
_POST_HEADLINE = 40
_KICKER_WORDS = 14
_LABEL_WORDS = 3
_LONGEST = 18
"""The longest headline below the label of its section, in words."""
_PLACE_WORDS = 2


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the first paragraph; numbers are those of lines."""

    title: int | None
    copies: tuple[int, ...] = ()
    """Further headlines next to the text, which repeat a line that is noise."""
    noise: tuple[tuple[int, Mark], ...] = ()
    """What the rest of the head turned out to be."""


def read_head(lines: list[Line], marks: Marks, segment: Segment, table: Layout) -> Head:
    """Find an article's headline."""
    channel = any(mark and from_channel(mark) for mark in marks[segment.first : segment.last])
    body = _first_paragraph(lines, marks, segment, channel=channel)
    zone = [i for i in range(segment.first, body) if marks[i] is None]
    if body == segment.last:
        return _without_paragraph(lines, zone, channel=channel, posted=_posted(marks, segment))
    zone, noise = _small_print(lines, marks, zone, table)
    owner = _owner(lines, marks, zone, body, table) if zone else None
    if owner is not None:
        noise.append((zone.pop(0), owner))
    repeated = _repeated(lines, zone)
    noise += [(i, Mark("rule.repetition", "other")) for i in sorted(repeated)]
    last, zone = _last_copy(lines, zone), [i for i in zone if i not in repeated]
    picked = last or _title(lines, marks, zone, table)
    title = _told_below(lines, zone, picked, range(body, segment.last))
    if channel and zone and lines[zone[0]].introduces and zone[0] + 1 < segment.last:
        title = zone[0]
    if title is not None and zone[0] < title and not _kicker(lines[zone[0]], table):
        above = [i for i in zone if i < title and not _leads_up(lines[i])]
        noise += [(i, Mark("rule.site_name", "navigation")) for i in above]
    kept = {lines[i].key for i in repeated}
    below = [i for i in zone if title is not None and i > title]
    captions = {i for i in below if title is not None and _ends_alike(lines[i], lines[title])}
    noise += [(i, Mark("rule.caption_twice", "caption")) for i in captions]
    copies = tuple(
        i for i in below if i not in captions and (lines[i].key in kept or _names_statement(lines[i], table))
    )
    return Head(title, copies, tuple(sorted(noise, key=lambda n: n[0])))


def _first_paragraph(lines: list[Line], marks: Marks, segment: Segment, *, channel: bool) -> int:
    """Return the first line that is a paragraph; a long headline over a longer text is none."""
    found = (i for i in range(segment.first, segment.last) if marks[i] is None and lines[i].prose)
    first = next(found, segment.last)
    above = any(marks[i] is None for i in range(segment.first, min(first, segment.last)))
    if channel and not above and first < segment.last and _introduces_post(lines, marks, first, segment):
        return next(found, segment.last)
    after = next((i for i in found if i <= first + 3), None) if not above else None
    if after is not None and _long_headline(lines[first], lines[after]):
        return after
    return first


def _introduces_post(lines: list[Line], marks: Marks, i: int, segment: Segment) -> bool:
    """Say whether a message's first line ends in a colon with its text below: it serves as headline."""
    below = any(marks[j] is None for j in range(i + 1, segment.last))
    return lines[i].introduces and lines[i].words <= _POST_HEADLINE and below


def _long_headline(line: Line, below: Line) -> bool:
    """Say whether a long first line is a headline: no full stop, set off by a blank line, a text below."""
    return line.headline and below.gap > 0 and (below.stopped or below.words > line.words)


def _owns(lines: list[Line], marks: Marks, zone: list[int], body: int) -> bool:
    """Say whether an organ's name is that of the page: a headline, or nothing but marks, below it."""
    if len(zone) > 1:
        return lines[zone[1]].headline
    return body > zone[0] + 1 and all(marks[zone[0] + 1 : body])


def _leads_up(line: Line) -> bool:
    """Say whether a line above the headline tells who says it."""
    return line.introduces and line.words >= _LEADING


_LEADING = 4


def _names_site(lines: list[Line], marks: Marks, zone: list[int], table: Layout) -> bool:
    """Say whether the first line is a paper's own name: with what it is, or above its menu."""
    line, headed = lines[zone[0]], any(lines[i].headline and lines[i].words >= _HEADLINE for i in zone[1:])
    if zone[0] or not headed or line.words > _OWN_WORDS or line.stopped or ":" in line.text:
        return False
    _, dash, what = line.text.partition(" - ")
    words = fold_words_of(what)
    periodical = bool(dash and words) and words[0] in table.sets["periodical"]
    below = marks[1]
    lead, sets = line.lead, table.sets
    named = 1 < len(lead) <= _SITE_NAME and lead[0] in sets["press_noun"]
    if named and (lead[-1].startswith(_ARTICLE) or lead[-1] in sets["site_quality"]):
        return True
    return periodical or (below is not None and below.id in _OWN_BELOW)


def _owner(lines: list[Line], marks: Marks, zone: list[int], body: int, table: Layout) -> Mark | None:
    """Read the first line of a head as the name of the page's owner: an organ, an agency, a paper."""
    if organ_name(lines[zone[0]], table) and _owns(lines, marks, zone, body):
        return Mark("rule.organ", "byline", ministry=True)
    if len(zone) > 1 and (agency := _agency_alone(lines, zone, table)) is not None:
        return Mark("rule.agency_head", "byline", ministry=agency.state)
    if len(zone) > 1 and _names_site(lines, marks, zone, table):
        return Mark("rule.site_name", "navigation")
    return None


def _agency_alone(lines: list[Line], zone: list[int], table: Layout) -> Agency | None:
    """Return the agency whose name is all that the first line says, a headline below it."""
    lead = lines[zone[0]].lead
    hit = table.agencies.at(lead, 0) if lead else None
    headed = any(lines[i].headline and lines[i].words >= _HEADLINE for i in zone[1:])
    return hit[1] if hit and headed and hit[0] == len(lead) and not hit[1].weak else None


_SITE_NAME = 4
"""Words of a paper's name behind what it is."""


def _without_paragraph(lines: list[Line], zone: list[int], *, channel: bool, posted: bool = False) -> Head:
    """Read an article of short lines: the first is its headline, if it looks like one.

    A message of one line has none.
    """
    if not zone:
        return Head(None)
    if posted and len(zone) == 1:
        return Head(None)
    first, set_off = lines[zone[0]], len(zone) == 1 or lines[zone[1]].gap > 0
    if channel and first.introduces and len(zone) > 1:
        return Head(zone[0])
    return Head(zone[0] if first.headline or (set_off and not first.stopped) else None)


def _small_print(
    lines: list[Line], marks: Marks, zone: list[int], table: Layout
) -> tuple[list[int], list[tuple[int, Mark]]]:
    """Part the credits from the headlines: place and day, place and author, an author beside a date."""
    known = list(marks)
    noise: list[tuple[int, Mark]] = []
    for i in zone:
        mark = None if _heads_statement(lines[i], table) else credit(lines, known, i, table)
        if mark and (i != zone[0] or mark.id == BRACKETED):
            noise.append((i, mark))
            known[i] = mark  # a name below a picture's text is an author's
    credits_ = {i for i, _ in noise}
    return [i for i in zone if i not in credits_], noise


def _repeated(lines: list[Line], zone: list[int]) -> set[int]:
    """Return the headlines of which another copy follows; a site may add its name to the first."""
    last = {lines[i].key: i for i in zone}
    copied = {i for i in zone if last[lines[i].key] > i and lines[i].words >= 3}
    for i, j in pairwise(zone):
        longer = lines[j].words >= 5 and _with_name(lines[i].key, lines[j].key)
        copied |= {i} if longer and lines[i].words - lines[j].words <= _SITE_WORDS else set()
    return copied


def _with_name(key: str, shorter: str) -> bool:
    """Say whether a headline is another one with something behind it, or a little before it."""
    return key.startswith(shorter) or (key.endswith(shorter) and len(key) - len(shorter) <= _NAME_LETTERS)


_NAME_LETTERS = 14
"""Letters of a site's or an agency's name before a headline."""


def _last_copy(lines: list[Line], zone: list[int]) -> int | None:
    """Return the last line of a head, right above the text, where it is a copy of the first."""
    if len(zone) < _COPIES:
        return None
    first, last = zone[0], zone[-1]
    fits = lines[first].key == lines[last].key and lines[last].words >= _HEADLINE and lines[last].headline
    return last if fits else None


def _posted(marks: Marks, segment: Segment) -> bool:
    """Say whether an account's line of name and day stands in an article's stretch."""
    return any(mark and opens_post(mark) for mark in marks[segment.first : segment.last])


def _told_below(lines: list[Line], zone: list[int], picked: int | None, text: range) -> int | None:
    """Return the headline whose words the text takes up, where it takes up none of the one above it."""
    told = {stem for i in text[:_TOLD_LINES] if lines[i].prose for stem in _stems(lines[i])}
    if picked is None or not told.isdisjoint(_stems(lines[picked])):
        return picked
    heads = (
        i
        for i in zone
        if i > picked and lines[i].headline and lines[i].words >= _HEADLINE and lines[i].text[0] != "*"
    )
    return next((i for i in heads if len(told & _stems(lines[i])) >= _TAKEN_UP), picked)


def _stems(line: Line) -> set[str]:
    """Return what the first words of a line have in common with their other forms, roughly."""
    words = (word.lstrip(_CLITICS).removeprefix(_ARTICLE) for word in line.lead)
    return {word[:_STEM] for word in words if len(word) >= _STEM and not word.isdigit()}


_TOLD_LINES = 3
_TAKEN_UP = 3
_STEM = 4
_ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"
_CLITICS = "\N{ARABIC LETTER WAW}\N{ARABIC LETTER BEH}\N{ARABIC LETTER LAM}"


def _title(lines: list[Line], marks: Marks, zone: list[int], table: Layout) -> int | None:
    """Return the headline: the first line that looks like one; among small print, a site's name does not."""
    heads = [i for i in zone if _could_head(lines[i], zone, lines)]
    if not heads:
        return None
    first = heads[0]
    if len(heads) > 1 and heads[1] == zone[1] and _kicker(lines[first], table):
        return heads[1]
    longer = next((i for i in heads[1:] if lines[i].words >= 5), None)
    labelled = longer is not None and _names_place(lines, marks, (first, longer), table)
    return longer if labelled else first


def _names_place(lines: list[Line], marks: Marks, pair: tuple[int, int], table: Layout) -> bool:
    """Say whether a short line above a longer one names where on the site the text stands."""
    first, longer = pair
    line = lines[first]
    if len(line.lead) > _LABEL_WORDS or _heads_statement(line, table):
        return False
    below = lines[longer]
    if len(line.lead) < _LABEL_WORDS and _HEADLINE <= below.words <= _LONGEST and longer <= first + 2:
        return not below.prose
    shown = line.lead and line.lead[0] in table.sets["show_label"]
    labels = [i for i in range(first, longer) if marks[i] is None and lines[i].words <= _LABEL_WORDS]
    if shown or len(labels) > 1:
        return True
    return len(line.lead) < _LABEL_WORDS and (any(marks[max(0, first - 1) : longer]) or _section(line, table))


def _section(line: Line, table: Layout) -> bool:
    """Say whether a line is a state, a place or an agency and no more: a site's section."""
    tables = (table.parties, table.places, table.agencies)
    return any((hit := names.at(line.lead, 0)) and hit[0] == len(line.lead) for names in tables if line.lead)


def _kicker(line: Line, table: Layout) -> bool:
    """Say whether a line only leads up to the headline below it: when and where, and no sentence."""
    opens = line.lead and table.sets["kicker_opening"].at(line.lead, 0) is not None
    return bool(opens) and line.words <= _KICKER_WORDS


def _ends_alike(line: Line, title: Line) -> bool:
    """Say whether a line is the headline behind a place: the text of its picture."""
    before = line.words - title.words
    return 0 < before <= _PLACE_WORDS and title.words >= 4 and line.key.endswith(title.key)


def _names_statement(line: Line, table: Layout) -> bool:
    """Say whether a further line of the head is the statement's own headline below that of its page."""
    return _heads_statement(line, table) and line.words >= 5 and line.headline


def _heads_statement(line: Line, table: Layout) -> bool:
    """Say whether a line begins like the headline of a statement."""
    return bool(line.lead) and table.sets["statement_heading"].at(line.lead, 0) is not None


def _could_head(line: Line, zone: list[int], lines: list[Line]) -> bool:
    """Say whether a line of the head could be the headline."""
    only = line is lines[zone[0]] and not line.bare.endswith(".") and not line.introduces
    return (line.headline or only) and not line.bulleted


def apply_head(marks: Marks, head: Head) -> None:
    """Add what a head turned out to hold to the page's marks."""
    for i, mark in head.noise:
        marks[i] = mark

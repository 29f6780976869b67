"""A line → what a page's software printed it for: dates beside sections and authors, post numbers, tickers.

What a line is made of decides; no phrase of the lexicon alone does. `FIRST` and `LAST` are the algorithm.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from mahdar.lexicon.layout import Layout, Mark
from mahdar.page.lines import Line, fold_words_of

__all__ = ["FIRST", "LAST", "published", "ticker"]

_FONT = re.compile(r"(?=.*[-+])[aA\N{ARABIC LETTER ALEF}]?[-+\s|/]*(?:[aA\N{ARABIC LETTER ALEF}][-+\s|/]*)+")
_POST_NUMBER = re.compile(r"#\s?\d{1,5}")
_PAGES = re.compile(r"[^\w/:.-]*\d{1,3}(?:[\s|•·]+\d{1,3}){2,}\W*")
_THOUSANDS = re.compile(r"\d{1,3}(?:[,\N{ARABIC THOUSANDS SEPARATOR}]\d{3})+")
_WIDE = re.compile(r"\s{3,}|\t|\s[|•*]\s|\s?[\N{BLACK DIAMOND}\N{BLACK CIRCLE}\N{BLACK SQUARE}]\s")
_COUNTED = re.compile(r"\d{1,5}\s?\|\s?[^\W\d]")
_MARKUP = re.compile(r"</?[a-zA-Z][^<]*>?|undefined$|\[?object Object\]?|array\(\d+\)")
_SIZED = re.compile(r"[-\N{EN DASH}]\s[^,]{3,25},\s\d{3,4},\s\d{1,2}\.\d{1,2}\.\d{4}$")
_SOURCE_WORDS = 12
_DANGLING_WORDS = 5
_DASHES = "-\N{EN DASH}\N{EM DASH}"
_PAUSE = re.compile(r"[\N{ARABIC COMMA}.:!?\N{ARABIC QUESTION MARK}«\"]")
_MENU_WORDS = 7
_LONGEST_MENU = 60
_KNOWN = 4
_LABEL = re.compile(r"(\w+)\s*:")
_ENDED = (".", "!", '."', ".»", ".”")
_TICKER_WORDS = 20
_TICKER_PARTS = 4
_DATED_AUTHOR = 22
_LONGEST_DATE = 40
_HALF = 12
_TAG_WORDS = 10
_CAMERAS = "\N{CAMERA}\N{CAMERA WITH FLASH}\N{MOVIE CAMERA}\N{VIDEO CAMERA}"
_CAPTION_WORDS = 14
_ISSUE_WORDS = 14
_BESIDE = re.compile(r"\s[-|\N{EN DASH}]\s|\N{ARABIC COMMA}")


def _font(line: Line, _table: Layout) -> Mark | None:
    """The buttons that change the size of the letters."""
    return Mark("rule.font", "navigation") if len(line.text) <= 12 and _FONT.fullmatch(line.text) else None


def _tools(line: Line, _table: Layout) -> Mark | None:
    """The two signs for larger and smaller letters, and the few words of a page's tools beside them."""
    if line.words > _TOOLS_WORDS or line.stopped or ":" in line.text:
        return None
    signs = sum(_SIZE.fullmatch(token) is not None for token in line.text.split())
    return Mark("rule.tools", "navigation") if signs > 1 else None


_TOOLS_WORDS = 8
_SIZE = re.compile(r"[aA\N{ARABIC LETTER ALEF}\N{ARABIC LETTER ALEF WITH HAMZA ABOVE}][-+]|[-+][aA]")


def _post_number(line: Line, _table: Layout) -> Mark | None:
    """The number of a post in a forum."""
    return Mark("rule.number", "navigation") if _POST_NUMBER.fullmatch(line.text) else None


def _numbers(line: Line, _table: Layout) -> Mark | None:
    """The numbers of pages or stars, or one large number that counts visitors."""
    fits = line.words <= 14 and (_PAGES.fullmatch(line.text) or _THOUSANDS.fullmatch(line.text))
    return Mark("rule.number", "navigation") if fits else None


def ticker(line: Line, _table: Layout) -> Mark | None:
    """A run of headlines on one line, set apart by wide gaps or signs, few of them ending like sentences."""
    if line.words < _TICKER_WORDS or line.stopped:
        return None
    parts = [part for part in _WIDE.split(line.text) if part.strip()]
    if len(parts) < _TICKER_PARTS or not 3 * len(parts) <= line.words <= 30 * len(parts):
        return None
    ended = sum(part.rstrip().endswith(_ENDED) for part in parts)
    return Mark("rule.ticker", "related_links") if ended * 3 <= len(parts) else None


def _masthead(line: Line, table: Layout) -> Mark | None:
    """Two or more of a paper's editors on one line, their names between, perhaps without a gap."""
    labels = table.sets["masthead"]
    if line.words > _DATED_AUTHOR or line.stopped or not line.lead or line.lead[0] not in labels:
        return None
    found = ((head, *rest) for head, rests in labels.by_head.items() for rest, _ in rests)
    count = sum(line.key.count("".join(words)) for words in found)
    return Mark("rule.masthead", "navigation") if count > 1 else None


def _menu_words(line: Line, table: Layout) -> Mark | None:
    """A run of sections' names, among them a site's own, without a pause."""
    if not _KNOWN < line.words <= _LONGEST_MENU or line.stopped or _PAUSE.search(line.text):
        return None
    words = [word for word in line.lead if len(word) > 2]
    known = sum(word in table.sections for word in words)
    if len(words) < _MENU_WORDS:
        return Mark("rule.menu", "navigation") if known >= _KNOWN and known * 5 >= len(words) * 4 else None
    echo = max((words.count(word) for word in set(words)), default=0)
    menu = known >= _KNOWN and known * 5 >= len(words) * 2
    return Mark("rule.menu", "navigation") if menu or (echo >= 3 and echo * 4 >= len(words)) else None


def _counted_author(line: Line, _table: Layout) -> Mark | None:
    """A count of comments and a bar before an author."""
    fits = line.words <= 6 and _COUNTED.match(line.text) is not None
    return Mark("rule.author", "byline") if fits else None


def _sized_caption(line: Line, _table: Layout) -> Mark | None:
    """A caption behind which an agency, the picture's width and its day are printed."""
    fits = line.words <= 40 and _SIZED.search(line.text) is not None
    return Mark("rule.caption_size", "caption") if fits else None


def _sourced(line: Line, table: Layout) -> Mark | None:
    """The label of the source without a mark, and an agency."""
    lead = line.lead
    if (
        line.words > _SOURCE_WORDS
        or len(lead) < 2
        or line.stopped
        or lead[0] not in table.sets["source_label"]
    ):
        return None
    return Mark("ar.layout.source", "byline") if table.agencies.at(lead, 1) is not None else None


def _dangling(line: Line, _table: Layout) -> Mark | None:
    """A name with a dash behind it and nothing more: a site's own, or a place's."""
    fits = line.words <= _DANGLING_WORDS and line.lead and not line.bulleted and line.text[-1] in _DASHES
    return Mark("rule.dangling", "byline") if fits and not line.lead[0].isdigit() else None


def _markup(line: Line, _table: Layout) -> Mark | None:
    """What is left of a page's code."""
    return Mark("rule.markup", "other") if _MARKUP.match(line.text) else None


def _of_date(word: str, table: Layout) -> bool:
    """Say whether a folded word belongs to a date."""
    return word.isdigit() or word in table.months or word in table.dateline


def _names_day(words: tuple[str, ...], table: Layout) -> bool:
    """Say whether words hold a day: three numbers, or one beside a month's name."""
    numbers = sum(word.isdigit() for word in words)
    return numbers >= 3 or (numbers > 0 and any(word in table.months for word in words))


def _section_and_date(line: Line, table: Layout) -> Mark | None:
    """A section's name beside a day and a clock."""
    lead = line.lead
    if line.words > 14 or line.stopped or len(lead) < 4 or not _names_day(lead, table):
        return None
    others = [word for word in lead if not _of_date(word, table)]
    numbers = sum(word.isdigit() for word in lead)
    fits = numbers > 1 and 0 < len(others) <= 4 and all(word in table.sections for word in others)
    return Mark("rule.date", "byline") if fits else None


def published(line: Line, table: Layout) -> Mark | None:
    """A label of the page's own day, and nothing but days and clocks behind it."""
    lead = line.lead
    hit = table.sets["published_label"].at(lead, 0) if lead and line.words <= _LONGEST_DATE else None
    if hit is None or len(lead) == hit[0]:
        return None
    rest = (*lead[hit[0] :], *line.folds[len(lead) :])
    dated = all(_of_date(word, table) for word in rest) and _names_day(rest, table)
    return Mark("rule.date", "byline") if dated else None


def _author_and_days(line: Line, table: Layout) -> Mark | None:
    """An author and the days of publishing and of the last change, perhaps run together."""
    if line.words > _DATED_AUTHOR or line.stopped or not any(c.isdigit() for c in line.text):
        return None
    words = tuple(fold_words_of(_GLUED_DAY.sub(" ", line.text)))
    labels = table.sets["later_day_label"]
    at = next((i for i in range(1, len(words)) if words[i] in labels and labels.at(words, i)), 0)
    before, behind = words[:at], words[at:]
    name = next((i for i, word in enumerate(before) if _of_date(word, table)), len(before))
    hit = labels.at(words, at) if at else None
    dated = hit is not None and _names_day(before, table) and all(_of_date(w, table) for w in before[name:])
    rest = behind[hit[0] :] if hit else ()
    fits = dated and name <= _NAME_WORDS and all(_of_date(w, table) for w in rest)
    return Mark("rule.date", "byline") if fits else None


_GLUED_DAY = re.compile(r"(?<=\d)(?=[^\W\d])|(?<=[^\W\d])(?=\d)")
_NAME_WORDS = 4


def _collected(line: Line, table: Layout) -> Mark | None:
    """An author, the label of publishing, a paper's name and its day in numbers."""
    if line.words > _LONGEST_CREDIT or line.stopped or _DAY_BEHIND.search(line.text) is None:
        return None
    words = table.sets["collected_label"]
    labelled = any(words.at(line.lead, i) is not None for i in range(1, min(len(line.lead), _AUTHOR_WORDS)))
    return Mark("rule.date", "byline") if labelled else None


_LONGEST_CREDIT = 18
_AUTHOR_WORDS = 7
_DAY_BEHIND = re.compile(r"\d{1,2}\s?[-/]\s?\d{1,2}\s?[-/]\s?\d{4}$")


def _read_on(line: Line, table: Layout) -> Mark | None:
    """A headline and the link to the whole of its text behind it («… Read More »»)."""
    if line.words > _DATED_AUTHOR or not line.text.endswith(_ARROWS) or len(line.lead) < _READ_ON_WORDS:
        return None
    found = table.whole.get(line.lead[-2:]) or table.whole.get(line.lead[-3:])
    return Mark("rule.read_on", "navigation") if found and found.why in _LEADS_ON else None


_ARROWS = ("\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}", "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}")
_READ_ON_WORDS = 4
_LEADS_ON = frozenset({"navigation", "related_links"})


def _dated_links(line: Line, _table: Layout) -> Mark | None:
    """Headlines on one line, behind each of them its day and clock."""
    if line.stopped or line.words > _DATED_LINKS_WORDS or line.text.count(":") < _DATED_LINKS:
        return None
    fits = len(_STAMPED.findall(line.text)) >= _DATED_LINKS and line.words >= _DATED_LINKS * _LEAST_LINK
    return Mark("rule.dated_links", "related_links") if fits else None


_DATED_LINKS = 2
_DATED_LINKS_WORDS = 120
_LEAST_LINK = 7
_STAMPED = re.compile(r"\b\d{4}\s?[-\N{ARABIC COMMA},|]?\s?[0-2]?\d:[0-5]\d\b")
"""A year and a clock right behind it."""


def _date_and_author(line: Line, table: Layout) -> Mark | None:
    """A day, then the label of an author with a mark around it, and a name or two."""
    if line.words > _DATED_AUTHOR or line.stopped or not line.lead[:1] or "|" not in line.text:
        return None
    words = table.sets["written_label"]
    at = next((i for i, word in enumerate(line.lead) if word in words), None)
    dated = at is not None and at >= 3 and all(_of_date(word, table) for word in line.lead[:at])
    return Mark("rule.date", "byline") if dated and _names_day(line.lead[:at], table) else None


def _photographer(line: Line, table: Layout) -> Mark | None:
    """A caption with the label of its photographer and a colon behind it."""
    if line.words > 30 or line.stopped or ":" not in line.text:
        return None
    words = table.sets["photo_label"]
    for i, word in enumerate(line.lead):
        if word in words and words.at(line.lead, i) is not None:
            labelled = any(fold_words_of(label) == [word] for label in _LABEL.findall(line.text))
            return Mark("rule.caption_credit", "caption") if labelled else None
    return None


def _pictured(line: Line, _table: Layout) -> Mark | None:
    """A few words behind the sign of a camera."""
    fits = line.text[0] in _CAMERAS and bool(line.lead) and line.words <= _CAPTION_WORDS
    return Mark("rule.picture", "caption") if fits and not line.stopped else None


def _archived(line: Line, table: Layout) -> Mark | None:
    """The text of a picture, and in brackets that it is an old one."""
    if line.words > _ARCHIVED_WORDS or ")" not in line.text[-2:] or "(" not in line.text:
        return None
    inner = re.split(r"[-/\N{ARABIC COMMA}]", line.text[line.text.rfind("(") + 1 :])[-1]
    words = fold_words_of(inner)
    hit = table.sets["archive_label"].at(words, 0) if words else None
    return Mark("rule.picture", "caption") if hit is not None and hit[0] == len(words) else None


_ARCHIVED_WORDS = 25


def _gauges(line: Line, _table: Layout) -> Mark | None:
    """A temperature, or a row of clocks or rates, a word or two before each: hours of prayer, currencies."""
    if line.stopped or line.words > _GAUGE_WORDS or not line.lead:
        return None
    values = len(_GAUGE.findall(line.text))
    row = values >= _FEWEST_GAUGES and values * 4 >= line.words
    warm = line.words <= _WARM_WORDS and _WARM.search(line.text) is not None
    return Mark("rule.gauges", "other") if row or warm else None


_GAUGE = re.compile(r"(?<![\d.:])\d{1,3}(?::[0-5]\d|\.\d{1,4})(?![\d.:])")
"""A clock or a number with decimals."""
_FEWEST_GAUGES = 3
_GAUGE_WORDS = 40
_WARM = re.compile(r"\d{1,2}\s?\N{DEGREE SIGN}")
_WARM_WORDS = 5


def _twice(line: Line, _table: Layout) -> Mark | None:
    """The text of a picture and its caption, the same words one after the other."""
    half, odd = divmod(line.words, 2)
    if odd or not 2 <= half <= _HALF or line.stopped:
        return None
    words = line.text.split()
    return Mark("rule.twice", "caption") if words[:half] == words[half:] else None


def _issue(line: Line, table: Layout) -> Mark | None:
    """The number of a printed paper, its name or its page beside it."""
    if line.words > _ISSUE_WORDS or line.stopped or _BESIDE.search(line.text) is None:
        return None
    labels = table.sets["issue_label"]
    ends = (
        (i + hit[0])
        for i, word in enumerate(line.lead)
        if word in labels and (hit := labels.at(line.lead, i))
    )
    numbered = any(end < len(line.lead) and line.lead[end].isdigit() for end in ends)
    return Mark("rule.issue", "byline") if numbered else None


def _tagged(line: Line, table: Layout) -> Mark | None:
    """The label of tags without a mark behind it, and names of states and towns."""
    if not 2 <= line.words <= _TAG_WORDS or line.stopped:
        return None
    found = table.starts.at(line.lead, 0)
    if found is None or found[1].reach != "tags":
        return None
    i = found[0]
    while i < len(line.lead):
        hit = table.parties.at(line.lead, i) or table.places.at(line.lead, i)
        if hit is None:
            return None
        i += hit[0]
    return found[1]


def _languages(line: Line, table: Layout) -> Mark | None:
    """The languages of a site, each called by its own name («EN FR العربية»)."""
    tokens = [token for token in line.text.split() if any(c.isalpha() for c in token)]
    if not 1 < len(tokens) <= _LANGUAGES or line.stopped or any(c.isdigit() for c in line.text):
        return None
    arabic = [word for word in line.lead if word in table.sets["language"]]
    foreign = [token for token in tokens if not _ARABIC.search(token)]
    fits = len(arabic) == 1 and len(arabic) + len(foreign) == len(tokens)
    return Mark("rule.languages", "navigation") if fits else None


_LANGUAGES = 8
_ARABIC = re.compile("[\N{ARABIC LETTER HAMZA}-\N{ARABIC LETTER YEH}]")

FIRST: tuple[Callable[[Line, Layout], Mark | None], ...] = (
    _font,
    _tools,
    _post_number,
    _numbers,
    _section_and_date,
    _masthead,
    _counted_author,
    _sized_caption,
    _sourced,
    _dangling,
    _markup,
    _languages,
    ticker,
)
"""What is asked before the words of the lexicon."""
LAST: tuple[Callable[[Line, Layout], Mark | None], ...] = (
    published,
    _author_and_days,
    _collected,
    _read_on,
    _dated_links,
    _date_and_author,
    _menu_words,
    _photographer,
    _pictured,
    _archived,
    _gauges,
    _twice,
    _tagged,
    _issue,
)
"""What is asked behind them."""

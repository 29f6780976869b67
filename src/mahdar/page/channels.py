"""A line of a message copied from a channel or a network → what it is; None where it may be prose.

Such a message is headed by its number, flags and pins, and closed by its views, its day and its handles. A
line is read by what its words are made of, signs apart; `FIRST` and `LAST` are the algorithm.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from mahdar.lexicon.layout import Layout, Mark
from mahdar.page.lines import Line, fold_words_of

__all__ = [
    "FIRST",
    "LAST",
    "account_name",
    "ends_post",
    "from_channel",
    "heads_post",
    "is_count",
    "opens_post",
]

_FOOT = "rule.channel_foot"
_SIGNS = "rule.channel_signs"
_ACCOUNT_DAY = "rule.account_day"
_NUMBERS = frozenset({"ar.layout.message_number", "en.layout.message_number"})
_FORWARDED = frozenset({"ar.layout.forwarded", "en.layout.forwarded"})
_OWN = frozenset({_FOOT, _SIGNS, "rule.handle"}) | _NUMBERS | _FORWARDED
_PICTURE = re.compile("[\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff\u2600-\u27bf\u2b50\u2b55]")
_COUNTING = re.compile(
    "[\N{EYE}\N{EYES}\N{CLOCKWISE RIGHTWARDS AND LEFTWARDS OPEN CIRCLE ARROWS}\N{SPEECH BALLOON}"
    "\N{HEAVY BLACK HEART}\N{THUMBS UP SIGN}\N{BAR CHART}]"
)
_LINKING = re.compile(
    "[\N{LINK SYMBOL}\N{GLOBE WITH MERIDIANS}\N{PAPERCLIP}\N{MOBILE PHONE WITH RIGHTWARDS ARROW AT LEFT}]"
)
_COUNT = re.compile(r"\d+[kmKM]|[kmKM]")
_NUMBER = re.compile(r"\d[\d.,]*")
_NUMERIC_DAY = re.compile(r"(?<!\d)(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})(?!\d)")
_HANDLE = re.compile(r"@\w{3,}[.,:|]?")
_HANDLE_INSIDE = re.compile(r"(?<!\S)@\w{3,}")
_URL = re.compile(r"(?:https?://|www\.|\b[a-z0-9-]+\.[a-z]{2,}/)\S+", re.IGNORECASE)
_CLOCK = re.compile(r"(?<!\d)[0-2]?\d:[0-5]\d(?!\d)")
_DATE_WORDS = 14
"""The most words of a line that only dates."""
_FOOT_SETS = ("channel_count", "channel_filler", "solar_month")
_FOOT_WORDS = 26
_BESIDE_HANDLE = 3
_ACCOUNT_NAME, _DATED_NAME = 6, 10
_BESIDE_LINK = 8


def from_channel(mark: Mark) -> bool:
    """Say whether a mark is one that only messages of channels and networks carry.

    >>> from_channel(Mark("rule.handle", "share")), from_channel(Mark("rule.date", "byline"))
    (True, False)
    """
    return mark.id in _OWN


def ends_post(mark: Mark) -> bool:
    """Say whether a mark closes a message.

    >>> ends_post(Mark("rule.channel_foot", "other"))
    True
    """
    return mark.id == _FOOT


def heads_post(mark: Mark) -> bool:
    """Say whether a mark stands above a message's headline.

    >>> heads_post(Mark("rule.channel_signs", "other"))
    True
    """
    return (
        mark.id in _NUMBERS or mark.id in _FORWARDED or mark.id in {_SIGNS, _ACCOUNT_DAY, "rule.account_name"}
    )


def opens_post(mark: Mark) -> bool:
    """Say whether a mark is an account's name and handle with a message's day.

    >>> opens_post(Mark("rule.account_day", "byline"))
    True
    """
    return mark.id == _ACCOUNT_DAY


def account_name(line: Line) -> str:
    """Return the name before an account's handle.

    >>> account_name(Line(0, 30, "سفارة اليابان @japan · 3 مارس", 0))
    'سفارة اليابان'
    """
    return line.text.partition("@")[0].strip()


def is_count(word: str) -> bool:
    """Say whether a folded word is a number, or one of thousands or millions.

    >>> [is_count(word) for word in ("345", "31k", "K")]
    [True, True, False]
    """
    return word[:1].isdigit() and (word.isdigit() or _COUNT.fullmatch(word) is not None)


def _pictures(line: Line, _table: Layout) -> Mark | None:
    """A line of flags, pins and other pictures without a word."""
    bare = not line.lead and len(line.text) <= 200 and _PICTURE.search(line.text)
    return Mark(_SIGNS, "other") if bare else None


def _foot(line: Line, table: Layout) -> Mark | None:
    """A line that counts readers, by its signs or its words, and may date the message."""
    if line.words > _FOOT_WORDS or not any(c.isdigit() for c in line.text):
        return None
    words = [word for word in line.lead if not word.isdigit() and not _COUNT.fullmatch(word)]
    counted = sum(word in table.sets["channel_count"] for word in words)
    digits = len(line.lead) - len(words)
    signed = _COUNTING.search(line.text) is not None
    short = any(_COUNT.fullmatch(word) for word in line.lead)
    dated = _dates(line, table)
    clocked = _CLOCK.search(line.text) is not None
    several = len(_NUMBER.findall(line.text)) > 1
    counts = signed or (counted > 0 and (short or dated or clocked or several))
    bare = short and digits > 1 and not words
    if not (counts or bare) or not all(_of_foot(word, table) for word in words):
        return None
    return Mark(_FOOT, "byline" if dated else "other", closes=True)


def _of_foot(word: str, table: Layout) -> bool:
    """Say whether a word may stand in a message's last line."""
    return any(word in table.sets[name] for name in _FOOT_SETS) or (
        word in table.months or word in table.dateline
    )


def _dates(line: Line, table: Layout) -> bool:
    """Say whether a line holds a month's name, or a day in numbers."""
    named = any(word in table.months or word in table.sets["solar_month"] for word in line.lead)
    return named or _NUMERIC_DAY.search(line.text) is not None


def _solar_date(line: Line, table: Layout) -> Mark | None:
    """A line that dates by the Persian calendar."""
    if line.words > _DATE_WORDS:
        return None
    words = [word for word in line.lead if not word.isdigit()]
    named = any(word in table.sets["solar_month"] for word in words)
    numbered = len(line.lead) - len(words) >= 1
    fits = named and numbered and all(_of_foot(word, table) for word in words)
    return Mark("rule.date", "byline") if fits else None


def _account_day(line: Line, table: Layout) -> Mark | None:
    """An account's name, its handle and the day of its message («الخارجية الأردنية @… · 3 مارس»)."""
    found = _HANDLE_INSIDE.search(line.text)
    if found is None or not 0 < len(line.text[: found.start()].split()) <= _DATED_NAME:
        return None
    day = fold_words_of(line.text[found.end() :])
    fits = any(word[0].isdigit() for word in day) and all(_of_day(word, table) for word in day)
    return Mark(_ACCOUNT_DAY, "byline") if fits and len(day) <= _DATE_WORDS else None


def _of_day(word: str, table: Layout) -> bool:
    """Say whether a folded word belongs to a day or an hour."""
    return word.isdigit() or word in table.months or word in table.dateline


def _handles(line: Line, table: Layout) -> Mark | None:
    """A line that names an account, first or last, with few words beside it."""
    if "@" not in line.text:
        return None
    tokens = [token for token in line.text.split() if any(c.isalnum() for c in token)]
    found = [bool(_HANDLE.fullmatch(token)) for token in tokens]
    if not any(found) or not (found[0] or found[-1]) or "pic." in line.text:
        return None
    others = len(found) - sum(found)
    follows = others <= _BESIDE_LINK and any(word in table.sets["follow"] for word in line.lead)
    signed = others <= _ACCOUNT_NAME and found[-1] and _PICTURE.search(line.text)
    return Mark("rule.handle", "share") if others <= _BESIDE_HANDLE or follows or signed else None


def _tags(line: Line, _table: Layout) -> Mark | None:
    """A line of hashtags, signs apart, perhaps behind a label («الأكثر تداولاً: #…»)."""
    if "#" not in line.text:
        return None
    tokens = [token for token in line.text.split() if any(c.isalnum() for c in token)]
    label = next((i for i, token in enumerate(tokens[:_LABEL]) if token.endswith(":")), -1)
    tagged = len(tokens) > label + 1 and all(_untagged(t).startswith("#") for t in tokens[label + 1 :])
    return Mark("rule.hashtags", "keywords") if tagged else None


def _untagged(token: str) -> str:
    """Return a word without the signs before it."""
    return token.lstrip(_PUNCTUATION + "".join(_PICTURE.findall(token)))


_LABEL = 6
"""Words of a label before hashtags."""
_PUNCTUATION = "|-:\N{VARIATION SELECTOR-16}"


def _link(line: Line, _table: Layout) -> Mark | None:
    """A link with its label, or a line under the sign of a link."""
    url = _URL.search(line.text)
    first = _LINKING.match(line.text)
    if url is None:
        return Mark("rule.link", "other") if first and line.words <= _BESIDE_LINK else None
    before = line.text[: url.start()].rstrip()
    set_off = bool(first) or not fold_words_of(before) or before.endswith(":")
    alone = len(before.split()) <= _BESIDE_LINK and not fold_words_of(line.text[url.end() :])
    return Mark("rule.link", "other") if set_off and alone else None


FIRST: tuple[Callable[[Line, Layout], Mark | None], ...] = (
    _pictures,
    _foot,
    _solar_date,
    _account_day,
    _handles,
    _tags,
)
"""What is asked before the words of the lexicon, in this order."""
LAST: tuple[Callable[[Line, Layout], Mark | None], ...] = (_link,)
"""What is asked behind them: an embedded post ends in a link too."""

"""What a user types into a search ↔ a `Query`.

Words stand beside one another; words in quotation marks of any kind («…», "…") must follow one another; `-`
before anything excludes it. A filter is a field's name, `:` (of days due and of money also `<`, `>`, `<=`,
`>=`) and a value; of values parted by commas any will do; a value with blanks stands in quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches
from typing import Final

from mahdar.errors import QueryError
from mahdar.lexicon import Lexicon, default_lexicon
from mahdar.lexicon.search import search_table, spelled
from mahdar.model.queries import FILTERS, Filter, Query, Words

__all__ = ["parse_query", "unparse_query"]

_PAIRS: Final = {
    '"': '"',
    "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}": "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}",
    "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}": "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}",
    "\N{LEFT DOUBLE QUOTATION MARK}": "\N{RIGHT DOUBLE QUOTATION MARK}",
    "\N{RIGHT DOUBLE QUOTATION MARK}": "\N{LEFT DOUBLE QUOTATION MARK}",
}
"""What opens → what closes; right-to-left keyboards produce either for either."""
_QUOTES: Final = "".join(_PAIRS)
_MARKS: Final = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff\0-\x1f]")
"""What cannot be seen and comes along when text is copied."""
_NAME: Final = re.compile(r"([^\W\d_]+)(<=|>=|[:<>])(?!/)")
_COMMAS: Final = ",\N{ARABIC COMMA}"
_COMPARED: Final = frozenset({"due", "money"})


def parse_query(text: str, lexicon: Lexicon | None = None) -> Query:
    """Take a search apart.

    Args:
        text: as typed; filters may be called what `shared/search.toml` says.
        lexicon: the default one where None.

    Raises:
        QueryError: a filter that there is not, or one without a value; says which there are.
    """
    parser = _Parser(_MARKS.sub(" ", text), lexicon or default_lexicon())
    parts = list(parser.parts())
    return Query(
        tuple(one for one in parts if isinstance(one, Words)),
        tuple(one for one in parts if isinstance(one, Filter)),
    )


def unparse_query(query: Query) -> str:
    """Write a query down so that it is parsed as the same query.

    >>> unparse_query(Query((Words("gas", excluded=True),), (Filter("party", ("QAT", "south korea")),)))
    '-gas party:QAT,"south korea"'
    """
    words = (f"{'-' * one.excluded}{_quoted(one.text) if one.phrase else one.text}" for one in query.words)
    filters = (
        f"{'-' * one.excluded}{one.name}{one.sign}{','.join(map(_value, one.values))}"
        for one in query.filters
    )
    return " ".join((*words, *filters))


def _quoted(text: str) -> str:
    return f'"{text}"'


def _value(text: str) -> str:
    """Return a value, in quotation marks where it would fall apart or join the sign before it («<=»)."""
    apart = text.startswith(("/", "=")) or any(c.isspace() or c in _COMMAS for c in text)
    return _quoted(text) if apart else text


class _Parser:
    """Goes through a text from its start to its end."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self._text, self._at = text, 0
        self._names = search_table(lexicon).filters

    def parts(self) -> Iterator[Words | Filter]:
        """Yield words and filters, in order."""
        while self._skip():
            excluded = self._text[self._at] == "-"
            while self._more() and self._text[self._at] == "-":
                self._at += 1  # several exclude no more than one does
            if excluded and not self._more():
                continue
            part = self._filter() or self._words()
            if part is not None:
                yield replace(part, excluded=excluded)

    def _skip(self) -> bool:
        """Go to the next character that is no blank; say whether there is one."""
        while self._at < len(self._text) and self._text[self._at].isspace():
            self._at += 1
        return self._at < len(self._text)

    def _more(self) -> bool:
        """Say whether something stands here and no blank."""
        return self._at < len(self._text) and not self._text[self._at].isspace()

    def _filter(self) -> Filter | None:
        """Take a filter that begins here."""
        match = _NAME.match(self._text, self._at)
        if match is None:
            return None
        written, sign = match.groups()
        name = self._names.get(spelled(written))
        if name is None and (
            sign != ":" or self._text[match.end() :][:1].isspace() or match.end() == len(self._text)
        ):
            return None  # prose: «قال:», "a<b"
        if name is None:
            raise QueryError(f"{written}:", self._unknown(written))
        if sign != ":" and name not in _COMPARED:
            raise QueryError(f"{written}{sign}", f"only due and money are compared; write {name}:…")
        self._at = match.end()
        self._skip()
        values = tuple(self._values())
        if not values:
            raise QueryError(f"{written}{sign}", f"has no value; {_EXAMPLES.get(name, '')}".rstrip("; "))
        return Filter(name, values, sign)

    def _values(self) -> Iterator[str]:
        """Take the values of a filter."""
        while self._more():
            value = self._phrase() if self._text[self._at] in _QUOTES else self._until(_COMMAS)
            if value:
                yield value
            if self._more() and self._text[self._at] not in _COMMAS:
                return  # glued to a quotation: a part of its own
            self._at += self._more()

    def _words(self) -> Words | None:
        """Take a word or a phrase that begins here; None where nothing is left of it."""
        if self._text[self._at] in _QUOTES:
            phrase = self._phrase()
            return Words(phrase, phrase=True) if any(c.isalnum() for c in phrase) else None
        word = self._until("")
        return Words(word) if any(c.isalnum() for c in word) else None

    def _until(self, stops: str) -> str:
        """Take what stands before the next blank, quotation mark or one of some stops."""
        start = self._at
        while self._more() and self._text[self._at] not in _QUOTES and self._text[self._at] not in stops:
            self._at += 1
        return self._text[start : self._at]

    def _phrase(self) -> str:
        """Take words in quotation marks; without a closing mark they reach to the end."""
        opening = self._text[self._at]
        closing = {_PAIRS[opening], opening} if opening in _QUOTES[1:] else {opening}
        self._at += 1
        start = self._at
        while self._at < len(self._text) and self._text[self._at] not in closing:
            self._at += 1
        words = self._text[start : self._at]
        self._at += 1
        return " ".join("".join(" " if c in _QUOTES else c for c in words).split())

    def _unknown(self, written: str) -> str:
        """Say which filters there are, and which was likely meant."""
        near = get_close_matches(spelled(written), self._names, n=1)
        meant = f" (did you mean {near[0]}:?)" if near else ""
        there = ", ".join(FILTERS)
        return f"is no filter{meant}; there are {there}. What is none goes in quotation marks"


_EXAMPLES: Final = {
    "type": "write type:act",
    "class": "write class:commit",
    "party": "write party:QAT or party:qatar",
    "money": "write money>5m or money>5mEUR",
    "due": "write due:any or due<2025",
}

"""Labels → words of a language: parties, people, places, dates, sums, rungs, the brief's own headings; notes.

Source: outputs/brief/labels.toml, lexicon/data/shared/{values.toml,notes.toml,counted.tsv,parties.tsv,
    organisations.tsv,places.tsv}, lexicon/data/ar/titles.toml
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import date as day_of
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, Final

from babel.dates import format_date, get_day_names
from babel.lists import format_list
from babel.numbers import format_decimal, get_currency_name

from mahdar.lexicon import Lexicon, default_lexicon
from mahdar.lexicon.counted import counted, pair
from mahdar.lexicon.directory import arabic_places, parties_known
from mahdar.lexicon.fold import fold
from mahdar.lexicon.notes import Sentence, sentences
from mahdar.lexicon.offices import arabic_office
from mahdar.lexicon.values import values_of
from mahdar.model.labels import Label, Note
from mahdar.model.units import IsoDate

__all__ = ["LANGUAGES", "LOCALES", "Wording", "date_in", "in_english", "noted"]

LANGUAGES: Final = ("ar", "en")
LOCALES: Final = {"ar": "ar_AE", "en": "en"}
"""The Emirates write Arabic with Western digits and commas."""
_PATTERNS: Final = {1: "y", 2: "MMMM y", 3: "d MMMM y"}
_WITH_WEEKDAY: Final = "EEEE d MMMM y"
_DATE: Final = re.compile(r"\d{4}(-\d\d){0,2}")
_RANGE: Final = "\N{EN DASH}"
_TWO: Final = 2
_ARTICLE: Final = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"


def date_in(value: IsoDate, language: str) -> str:
    """Return a date of any precision, its month by name; a value of another form as it is.

    >>> date_in("2021-05-31", "en"), date_in("2021-05", "en"), date_in("2024/2030", "en")
    ('31 May 2021', 'May 2021', '2024–2030')
    """
    return _RANGE.join(_day_in(part, language) for part in value.split("/") if part)


def _day_in(value: IsoDate, language: str, full: str = _PATTERNS[3]) -> str:
    if not _DATE.fullmatch(value):
        return value
    parts = [int(part) for part in value.split("-")]
    try:
        day = day_of(*[*parts, 1, 1][:3])
    except ValueError:
        return value
    return format_date(day, {**_PATTERNS, 3: full}[len(parts)], locale=language)


class Wording:
    """The words of one language.

    Args:
        language: `ar` or `en`.
        lexicon: names of parties and of values, and the sentences of notes.
        people: gives Latin names of people → Arabic ones, as far as a register has them.
    """

    def __init__(
        self, language: str, lexicon: Lexicon, people: Callable[[], Mapping[str, str]] | None = None
    ) -> None:
        self.language, self._lexicon = language, lexicon
        self._arabic = language == "ar"
        self._people = people if people and self._arabic else dict[str, str]
        self._values: dict[str, dict[str, str]] = {}
        self._parties = {
            one.code: one.name_ar if self._arabic else one.name for one in parties_known(lexicon)
        }
        self._ways: Mapping[str, Callable[[Label], str]] = {
            "date": lambda one: date_in(one.value, language),
            "due": lambda one: date_in(one.value, language),
            "day": lambda one: _day_in(one.value, language, _WITH_WEEKDAY),
            "weekday": lambda one: str(get_day_names("wide", locale=language)[int(one.value) - 1]),
            "word": lambda one: self.name(one.value),
            "party": lambda one: self._party(one.value),
            "person": lambda one: self._person(one.value, one.arabic),
            "voice": lambda one: self.comma.join(self._voice(part) for part in one.value.split("+")),
            "place": self._place,
            "office": self._office,
            "amount": self._amount,
            "number": lambda one: self.number(float(one.value)),
            "years": self._years,
            "unit": lambda one: self._unit(one.value, 1),
            "step": lambda one: (one.arabic if self._arabic else "") or one.value,
            "edition": lambda one: one.value,
            "words": lambda one: one.value,
        }

    @property
    def direction(self) -> str:
        """How lines run: `rtl` or `ltr`."""
        return "rtl" if self._arabic else "ltr"

    @property
    def comma(self) -> str:
        """What stands between members of a list."""
        return "\N{ARABIC COMMA} " if self._arabic else ", "

    def name(self, word: str) -> str:
        """Return what a part, a column or a remark is called."""
        return _labels()[word][self.language]

    def of(self, label: Label) -> str:
        """Return what a label says."""
        way = self._ways.get(label.kind)
        return way(label) if way else self._value(label)

    def say(self, note: Note) -> str:
        """Return a note as a sentence, without a full stop."""
        values = {name: self.listed(map(self.of, note.named(name))) for name in dict(note.values)}
        return self._sentences[note.label].filled(values)

    def listed(self, words: Iterable[str]) -> str:
        """Return words as a list in a sentence: with an «and» before the last one."""
        return str(format_list(list(words), locale=self.language))

    def number(self, value: float) -> str:
        """Return a number with its thousands marked, in Western digits: they run like those of the texts."""
        if isinstance(value, int):
            return f"{value:,}"  # what Babel writes in both languages, in a hundredth of the time
        return str(format_decimal(value, locale=LOCALES[self.language]))

    def order(self, words: str) -> str:
        """Return what sorts words as readers of the language look them up.

        Marks, cases, forms of one letter and the Arabic article count for nothing.
        """
        if self._arabic:
            return fold(words.removeprefix(_ARTICLE))
        plain = unicodedata.normalize("NFKD", words).casefold()
        return "".join(sign for sign in plain if not unicodedata.combining(sign))

    @cached_property
    def _sentences(self) -> Mapping[str, Sentence]:
        return sentences(self._lexicon, self.language)

    def _party(self, code: str) -> str:
        return self._parties.get(code) or code.removeprefix("ORG:")

    def _person(self, name: str, arabic: str = "") -> str:
        return (arabic or self._people().get(name, "") if self._arabic else "") or name

    def _voice(self, who: str) -> str:
        return self._party(who) if who in self._parties or who.startswith("ORG:") else self._person(who)

    def _place(self, label: Label) -> str:
        if not self._arabic:
            return label.value
        return label.arabic or arabic_places(self._lexicon).get(label.value) or label.value

    def _office(self, label: Label) -> str:
        """Return an office's title, with whose it is where a code of a party stands behind it."""
        title, _, party = label.value.rpartition(" ")
        if party not in self._parties:
            title, party = label.value, ""
        named = (arabic_office(self._lexicon, title) if self._arabic else None) or title
        return f"{named} ({self._party(party)})" if party else named

    def _amount(self, label: Label) -> str:
        """Return a number and what it counts."""
        number, _, unit = label.value.partition(" ")
        value = float(number)
        two = pair(self._lexicon, unit) if self._arabic and value == _TWO else ""
        return two or f"{self.number(value)} {self._unit(unit, value)}"

    def _years(self, label: Label) -> str:
        own = f"{label.kind}.{label.value}"
        return self.name(own) if own in _labels() else self.name(label.kind).format(count=label.value)

    def _unit(self, unit: str, number: float) -> str:
        """Return what is counted, as it is called behind a number."""
        if not self._arabic:
            return unit
        if unit.isupper():
            return str(get_currency_name(unit, locale=self.language))
        return counted(self._lexicon, unit, number)

    def _value(self, label: Label) -> str:
        """Return what a word of a value set is called."""
        own = f"{label.kind}.{label.value}"
        if own in _labels():
            return self.name(own)
        if self._arabic:
            if label.kind not in self._values:
                known = values_of(self._lexicon, label.kind)
                self._values[label.kind] = {one.name: one.label for one in known}
            return self._values[label.kind].get(label.value, label.value)
        return label.value.replace("_", " ")


@cache
def in_english() -> Wording:
    """Return the words of the terminal and of exports."""
    return Wording("en", default_lexicon())


def noted(note: Note) -> dict[str, Any]:
    """Return a note as programs read it: in plain English, and as label and values.

    >>> noted(Note.of("becomes", one=Label("date", "2021-05"), other=Label("date", "2021-06")))["note"]
    'May 2021 becomes June 2021'
    """
    return {"note": in_english().say(note), "label": note.label, "values": note.plain}


@cache
def _labels() -> dict[str, dict[str, str]]:
    """Read the file of labels."""
    data = files("mahdar.outputs.brief") / "labels.toml"
    rows = tomllib.loads(data.read_text(encoding="utf-8"))["label"]
    return {row["name"]: {language: row[language] for language in LANGUAGES} for row in rows}

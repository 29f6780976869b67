"""Labels → words of a language: parties, dates, rungs, places, people, and the brief's own headings.

Source: outputs/brief/labels.toml, lexicon/data/shared/{values.toml,parties.tsv,organisations.tsv}
"""

from __future__ import annotations

import re
import tomllib
from datetime import date as day_of
from functools import cache
from importlib.resources import files
from typing import Final

from babel.dates import format_date

from mahdar.lexicon import Lexicon
from mahdar.lexicon.directory import parties_known
from mahdar.lexicon.values import values_of
from mahdar.model.briefs import Label
from mahdar.model.units import IsoDate

__all__ = ["LANGUAGES", "Wording", "date_in"]

LANGUAGES: Final = ("ar", "en")
_PATTERNS: Final = {1: "y", 2: "MMMM y", 3: "d MMMM y"}
_DATE: Final = re.compile(r"\d{4}(-\d\d){0,2}")
_RANGE: Final = "\N{EN DASH}"


def date_in(value: IsoDate, language: str) -> str:
    """Return a date of any precision, its month by name; a value of another form as it is.

    >>> date_in("2021-05-31", "en"), date_in("2021-05", "en"), date_in("2024/2030", "en")
    ('31 May 2021', 'May 2021', '2024–2030')
    """
    return _RANGE.join(_day_in(part, language) for part in value.split("/") if part)


def _day_in(value: IsoDate, language: str) -> str:
    if not _DATE.fullmatch(value):
        return value
    parts = [int(part) for part in value.split("-")]
    try:
        day = day_of(*[*parts, 1, 1][:3])
    except ValueError:
        return value
    return format_date(day, _PATTERNS[len(parts)], locale=language)


class Wording:
    """The words of one language.

    Args:
        language: `ar` or `en`.
        lexicon: names of parties and of values.
    """

    def __init__(self, language: str, lexicon: Lexicon) -> None:
        self.language, self._lexicon = language, lexicon
        self._arabic = language == "ar"
        self._values: dict[str, dict[str, str]] = {}
        self._parties = {
            one.code: one.name_ar if self._arabic else one.name for one in parties_known(lexicon)
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
        if label.kind in {"date", "due"}:
            return date_in(label.value, self.language)
        if label.kind == "word":
            return self.name(label.value)
        if label.kind == "party":
            return self._parties.get(label.value, label.value.removeprefix("ORG:"))
        if label.kind in {"person", "place"}:
            return (label.arabic if self._arabic else "") or label.value
        if label.kind == "edition":
            return label.value
        return self._value(label)

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
def _labels() -> dict[str, dict[str, str]]:
    """Read the file of labels."""
    data = files("mahdar.outputs.brief") / "labels.toml"
    rows = tomllib.loads(data.read_text(encoding="utf-8"))["label"]
    return {row["name"]: {language: row[language] for language in LANGUAGES} for row in rows}

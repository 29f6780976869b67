"""What the nodes of a JSON-LD graph are made of: ids, dates, parties and series."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any
from urllib.parse import quote

from mahdar.lexicon import default_lexicon
from mahdar.lexicon.directory import Party, parties_known
from mahdar.model.units import IsoDate, PartyCode
from mahdar.outputs.export.context import DATES

__all__ = ["Named", "dated", "filled", "identifier"]


def identifier(kind: str, key: str) -> str:
    """Return the id of a thing of the register.

    >>> identifier("party", "ORG:World Bank")
    'urn:mahdar:party:ORG:World%20Bank'
    """
    return f"urn:mahdar:{kind}:{quote(key, safe=':+')}"


def dated(value: IsoDate | None) -> dict[str, str] | None:
    """Return a date as a typed literal: a day, a month, a year, or an interval.

    >>> dated("2021-05"), dated("2024/2030")["@type"], dated(None)
    ({'@type': 'xsd:gYearMonth', '@value': '2021-05'}, 'edtf:EDTF', None)
    """
    if not value:
        return None
    return {"@type": "edtf:EDTF" if "/" in value else DATES.get(len(value), "edtf:EDTF"), "@value": value}


def filled(node: Mapping[str, Any]) -> dict[str, Any]:
    """Return a node without what is not known: an absent key says nothing, as it should."""
    return {key: value for key, value in node.items() if value not in (None, "", [])}


class Named:
    """The parties and series that nodes point to, to be written at the end."""

    def __init__(self) -> None:
        self._codes: set[PartyCode] = set()
        self._series: set[str] = set()

    def party(self, code: PartyCode) -> str:
        """Return a party's id, and note that it is named."""
        self._codes.add(code)
        return identifier("party", code)

    def parties(self, codes: list[PartyCode]) -> list[str]:
        """Return parties' ids."""
        return [self.party(code) for code in codes]

    def series(self, key: str | None) -> str | None:
        """Return a series' id, and note that it is named."""
        if key is None:
            return None
        self._series.add(key)
        return identifier("series", key)

    def nodes(self) -> Iterator[dict[str, Any]]:
        """Yield what was named, parties by code, then series by id."""
        for code in sorted(self._codes):
            yield self._party(code)
        for key in sorted(self._series):
            yield {"id": identifier("series", key), "type": "EventSeries"}

    def _party(self, code: PartyCode) -> dict[str, Any]:
        known = self._known.get(code)
        names = [{"@value": known.name, "@language": "en"}] if known else []
        if known and known.name_ar:
            names.append({"@value": known.name_ar, "@language": "ar"})
        return {
            "id": identifier("party", code),
            "type": "Country" if known and known.kind == "state" else "Organization",
            "identifier": code,
            "name": names or code.removeprefix("ORG:"),
        }

    @cached_property
    def _known(self) -> dict[PartyCode, Party]:
        return {party.code: party for party in parties_known(default_lexicon())}

"""What can be counted, compiled: currencies, people, things; and the words near by that decide.

Source: lexicon/data/shared/units.tsv, lexicon/data/ar/amounts.toml
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mahdar.lexicon.fold import fold
from mahdar.lexicon.inflect import with_article
from mahdar.lexicon.load import Row
from mahdar.lexicon.particles import attached_forms, tokens
from mahdar.lexicon.store import Lexicon

__all__ = ["Unit", "UnitTable", "unit_table"]

_NUN = "\N{ARABIC LETTER NOON}"
_TEH, _FEMININE = "\N{ARABIC LETTER TEH}", "\N{ARABIC LETTER HEH}"
_HAMZA = "\N{ARABIC LETTER HAMZA}"
_SEATS = ("\N{ARABIC LETTER WAW}", "\N{ARABIC LETTER YEH}")
"""What a final hamza is folded to before a pronoun («إجلاؤهم», «إجلائهم»)."""
_ENDINGS = {
    "plural": "\N{ARABIC LETTER WAW}" + _NUN,
    "oblique": "\N{ARABIC LETTER YEH}" + _NUN,
    "dual": "\N{ARABIC LETTER ALEF}" + _NUN,
}


@dataclass(frozen=True, slots=True)
class Unit:
    """What an amount counts."""

    code: str
    """ISO 4217, or the English plural; of an open currency its codes, joined by `/`."""
    kind: str
    """`currency`, `currency_open` or `count`."""
    counts: str = ""
    """`always`, `context`, `given` or `never`."""


@dataclass(frozen=True, slots=True)
class UnitTable:
    """All units."""

    nouns: dict[str, tuple[tuple[tuple[str, ...], Unit], ...]]
    """Folded first word, nothing attached → the words that must follow, and the unit; longest first."""
    duals: dict[str, tuple[str, Unit]]
    """Folded dual with its particles → what is attached, and the unit that it counts two of."""
    signs: dict[str, str]
    """Currency sign → code."""
    parties: dict[str, str]
    """ISO 4217 → alpha-3 of the issuer."""
    goods: frozenset[str]
    """Codes of things that are given and bought, people and instruments apart."""
    cues: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    """Folded first word with its particles → the words that must follow, and the kind of cue or frame."""


def unit_table(lexicon: Lexicon) -> UnitTable:
    """Return the compiled units."""
    return lexicon.table("units", _build)


def _build(lexicon: Lexicon) -> UnitTable:
    """Compile both files."""
    nouns: defaultdict[str, list[tuple[tuple[str, ...], Unit]]] = defaultdict(list)
    duals: dict[str, tuple[str, Unit]] = {}
    signs: dict[str, str] = {}
    rows = lexicon.rows("shared/units.tsv")
    for row in rows:
        unit = Unit(row.text("code"), row.text("kind"), row.text("counts"))
        for name in row.list("names"):
            first, *rest = tokens(name) or ("",)
            if not first and unit.kind == "currency":
                signs[name] = unit.code
            if not first or name[-1] in signs:
                continue
            nouns[first].append((tuple(rest), unit))
        if unit.kind == "count":
            duals |= {form: (taken, unit) for word in _duals(row) for taken, form in attached_forms(word)}
    parties = {row.text("code"): row.text("party") for row in rows if row.text("party")}
    goods = frozenset(row.text("code") for row in rows if row.text("counts") == "given")
    return UnitTable(_longest(nouns.items()), duals, signs, parties, goods, _cues(lexicon))


def _with_pronouns(word: str, pronouns: Iterable[str]) -> Iterator[str]:
    """Yield a word with a pronoun of those whom it moves («إنقاذهم», «رعايتهن», «إجلائهم»)."""
    stems = [word[:-1] + _TEH if word.endswith(_FEMININE) else word]
    if word.endswith(_HAMZA):
        stems += [word[:-1] + seat for seat in _SEATS]
    yield from (stem + form for stem in stems for form in pronouns if form.startswith(_FEMININE))


def _longest(
    found: Iterable[tuple[str, list[tuple[tuple[str, ...], Unit]]]],
) -> dict[str, tuple[tuple[tuple[str, ...], Unit], ...]]:
    """Order each word's phrases: longest first, and as they stand in the file."""
    return {first: tuple(sorted(phrases, key=lambda p: -len(p[0]))) for first, phrases in found}


def _duals(row: Row) -> Iterator[str]:
    """Yield the row's one-word duals that are no plural too.

    «محتجزين» is plural as well where the row has «محتجزون» or has no «محتجزان». A feminine has its
    construct too: «مذكرتي تفاهم».
    """
    names = {fold(name) for name in row.list("names")}
    for name in names:
        stem, ending = name[:-2], name[-2:]
        if name.endswith(_FEMININE) and f"{name[:-1]}{_TEH}{_ENDINGS['oblique']}" in names:
            yield from (f"{name[:-1]}{_TEH}{ending[0]}" for ending in (_ENDINGS["dual"], _ENDINGS["oblique"]))
        if ending == _ENDINGS["dual"] and len(stem) > 2 and stem + _ENDINGS["oblique"] in names:
            yield name
            if stem + _ENDINGS["plural"] not in names:
                yield stem + _ENDINGS["oblique"]


def _cues(lexicon: Lexicon) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Read the words that decide what is counted, and who gives and receives."""
    found: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    slots = {row.text("slot"): row.list("forms") for row in lexicon.rows("ar/clitics.toml", "head")}
    pronouns = slots["pronoun"]
    for row in lexicon.rows("ar/amounts.toml"):
        kind = row.text("kind")
        for phrase in row.list("words"):
            first, *rest = tokens(phrase)
            theirs = _with_pronouns(first, pronouns) if kind == "moved" and not rest else ()
            for word in (*with_article(first), *theirs):
                for _, form in attached_forms(word):
                    found[form].append((tuple(rest), kind))
    return {form: tuple(sorted(phrases, key=lambda p: -len(p[0]))) for form, phrases in found.items()}

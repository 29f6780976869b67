"""Titles of offices, role words and honorifics as phrases.

Source: lexicon/data/ar/titles.toml, ar/organs.toml (roles status, former, pair, toward, here, affairs,
field, field_adjective, field_construct, no_field, charged)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mahdar.lexicon.fold import fold
from mahdar.lexicon.load import Row
from mahdar.lexicon.phrases import PhraseTable, fold_words
from mahdar.lexicon.store import Lexicon

__all__ = ["Role", "Title", "TitleTable", "title_table"]


@dataclass(frozen=True, slots=True)
class Title:
    """An office."""

    id: str
    title: str
    """English."""
    title_for: tuple[tuple[str, str], ...]
    """Its English by party, where that differs."""
    scope: str
    """Whose office it can be: `state`, `organisation` or `body`."""
    composes: bool
    """True where the body or post that follows belongs to the title."""
    party: str | None = None
    """Whose office it always is; None for an office that several parties have."""
    head_of_state: bool = False
    """True for the offices of which a state has one: king, president, emir."""
    sent: bool = False
    """True for an office that is held abroad, or for one occasion: only its own words say whose it is."""

    def for_party(self, party: str | None) -> str:
        """Return the title as one party calls it.

        >>> title = Title("t", "Minister of Finance", (("USA", "Secretary of the Treasury"),), "state", False)
        >>> title.for_party("USA")
        'Secretary of the Treasury'
        """
        return next((title for code, title in self.title_for if code == party), self.title)


@dataclass(frozen=True, slots=True)
class Role:
    """A word that points at one person by an office named before («الوزير», «نظيره»)."""

    id: str
    counterpart: bool
    """True for the words that mean the holder of the same office of another party."""
    address: bool = False
    """True for the forms of address that stand for a name («سيادته»)."""


@dataclass(frozen=True, slots=True)
class TitleTable:
    """All lookups of the office finder."""

    titles: PhraseTable[Title]
    pairs: PhraseTable[Title]
    """Offices in the dual: two holders."""
    roles: PhraseTable[Role]
    honorifics: PhraseTable[str]
    minister: str
    """The folded head word of ministers."""
    ministers: frozenset[str]
    """The same in every gender."""
    ministry: frozenset[str]
    """The folded words for a ministry, in construct."""
    status: frozenset[str]
    """Adjectives behind a title: new, acting."""
    former: frozenset[str]
    """Adjectives that end a tenure."""
    toward: frozenset[str]
    """Prepositions before the state where an ambassador serves."""
    sent: frozenset[str]
    """Those of them that an organisation's envoy can have too."""
    here: frozenset[str]
    """What papers call their own state, as an ambassador's host («لدى المملكة»)."""
    affairs: frozenset[str]
    """What stands between a minister of state and the portfolio."""
    fields: frozenset[str]
    """Nouns, with the article, for what some ministry has charge of."""
    adjectives: frozenset[str]
    """Adjectives of such nouns, with the article."""
    constructs: frozenset[str]
    """Nouns before such a noun («شؤون الأسرة»)."""
    no_fields: frozenset[str]
    """Nouns, with the article, that only look like the adjective of a field («القضية»)."""
    charged: frozenset[str]
    """What stands before «بـ» and that with which a minister is charged."""
    things: frozenset[str]
    """Nouns behind which a title is part of a name («جامعة الملك …»)."""
    main: frozenset[str]
    """Nouns behind which the word for president is an adjective («السبب الرئيس»)."""
    heads: frozenset[str]
    """First words of titles and honorifics: none of them is part of a name."""


def title_table(lexicon: Lexicon) -> TitleTable:
    """Return the compiled table."""
    return lexicon.table("titles", _build)


def _build(lexicon: Lexicon) -> TitleTable:
    """Compile the files."""
    rows = lexicon.rows("ar/titles.toml")
    words = {row.text("role"): row for row in lexicon.rows("ar/organs.toml", "head")}
    ministry = next(r for r in lexicon.rows("ar/organs.toml", "head") if r.text("id") == _MINISTRY)
    pairs = [r for r in lexicon.rows("ar/organs.toml", "head") if r.text("role") == "pair"]
    heads = [row for row in rows if row.table == "head"]
    titles = PhraseTable(_titles(heads))
    honorifics = PhraseTable((row.text("word"), row.text("id")) for row in rows if row.table == "honorific")
    return TitleTable(
        titles=titles,
        pairs=PhraseTable(_pairs(heads, pairs)),
        roles=PhraseTable(_roles(rows)),
        honorifics=honorifics,
        minister=next(fold(row.text("word")) for row in heads if row.text("id") == _MINISTER),
        ministers=frozenset(
            fold(w)
            for row in heads
            if row.text("id") == _MINISTER
            for w in (row.text("word"), *row.list("variants"))
        ),
        ministry=frozenset(map(fold, ministry.list("words"))),
        status=_set(words, "status"),
        former=_set(words, "former"),
        toward=_set(words, "toward"),
        sent=_set(words, "sent"),
        here=_set(words, "here"),
        affairs=_set(words, "affairs"),
        fields=_set(words, "field"),
        adjectives=_set(words, "field_adjective"),
        constructs=_set(words, "field_construct"),
        no_fields=_set(words, "no_field"),
        charged=_set(words, "charged"),
        things=_set(words, "named"),
        main=_set(words, "main"),
        heads=frozenset(titles.by_head) | frozenset(honorifics.by_head),
    )


_MINISTER, _MINISTRY = "ar.title.minister_any", "ar.organ.ministry"


def _set(words: dict[str, Row], role: str) -> frozenset[str]:
    """Return the folded words of a role."""
    return frozenset(map(fold, words[role].list("words")))


def _title(row: Row) -> Title:
    """Make an office of a row."""
    title_for = tuple(dict(row.values.get("title_for") or {}).items())
    return Title(
        row.text("id"),
        row.text("title"),
        title_for,
        row.text("scope"),
        bool(row.values.get("composes")),
        row.text("party") or None,
        bool(row.values.get("head_of_state")),
        bool(row.values.get("sent")),
    )


def _titles(heads: list[Row]) -> Iterator[tuple[str, Title]]:
    """Yield every wording of every office."""
    for row in heads:
        title = _title(row)
        for wording in (row.text("word"), *row.list("variants")):
            yield wording, title


def _pairs(heads: list[Row], pairs: list[Row]) -> Iterator[tuple[str, Title]]:
    """Yield the wordings of two words and more in the dual."""
    for wording, title in _titles(heads):
        head, *rest = fold_words(wording)
        for row in pairs:
            if rest and fold(row.text("of")) == head:
                yield from ((" ".join((fold(word), *rest)), title) for word in row.list("words"))


def _roles(rows: tuple[Row, ...]) -> Iterator[tuple[str, Role]]:
    """Yield the words that point at one person."""
    for row in rows:
        if row.table == "role" and row.text("number") == "singular" and row.text("refers") == "person":
            role = Role(row.text("id"), row.text("id") == _COUNTERPART, bool(row.values.get("address")))
            for wording in (row.text("word"), *row.list("variants")):
                yield wording, role


_COUNTERPART = "ar.role.counterpart"

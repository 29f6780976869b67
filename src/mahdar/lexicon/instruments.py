"""Words for texts that bind or declare, and for what is done with them, compiled.

Source: lexicon/data/ar/instruments.toml, ar/ordinary.toml (everyday words that name no programme)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mahdar.lexicon.load import Row
from mahdar.lexicon.names import name_table
from mahdar.lexicon.particles import attached_forms, tokens
from mahdar.lexicon.store import Lexicon
from mahdar.lexicon.word_terms import Term, index_terms, noun_terms, verb_terms, word_sets

__all__ = ["InstrumentHead", "InstrumentTable", "Known", "Rung", "instrument_table"]


@dataclass(frozen=True, slots=True)
class InstrumentHead:
    """One word for an instrument."""

    id: str
    kind: str
    opens: str
    """What makes it an entry: `always`, `attribute`, `done`, `listed`, `number`, `parties`, `place`,
    `called`, `named`, `inner` or `never`."""
    needs: frozenset[str]
    """Folded words one of which must stand in the phrase of a `listed` head."""
    whens: tuple[tuple[frozenset[str], str], ...]
    """Words of the phrase and the kind that they make of it; the first that fits wins."""
    party: str | None
    """Whose it is where nobody is named beside it."""
    act: bool
    """True for a word that is also a verb or the noun of an act («اتفاق على»)."""
    adjective: bool
    """True for a word that is also an adjective («شراكة استراتيجية»)."""
    whole: bool
    """True for a phrase that is all of its name («ميثاق الأمم المتحدة»): what follows is something else."""


@dataclass(frozen=True, slots=True)
class Rung:
    """One way to say what is done with an instrument."""

    action: str
    """One of `values.INSTRUMENT_ACTIONS`; `signing`: signed or to be signed, by what stands before it;
    `reached`, `yielded`: signed or proposed, likewise; `agreed`: announced, of a plan that «على»
    leads to; `ratified`,
    `ended`, `discussed`: no rung of the register's own, see `reading.instruments_rungs`."""
    side: str
    """Where it stands: `before` the name, `after` it, `both`, or `close`: right before it."""
    finite: bool


@dataclass(frozen=True, slots=True)
class Known:
    """An instrument that is known by name: whose it is need not be said."""

    id: str
    beside: frozenset[str]
    """Parties one of which the article must name; empty where the name is enough."""
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InstrumentTable:
    """All lookups of the instrument reader."""

    heads: tuple[InstrumentHead, ...]
    terms: dict[str, tuple[Term, ...]]
    """Folded first word with its particles → readings, longest phrase first."""
    rungs: tuple[Rung, ...]
    rung_terms: dict[str, tuple[Term, ...]]
    """The same for the words of the rungs; a term's head is an index into `rungs`."""
    known: dict[str, tuple[tuple[tuple[str, ...], Known], ...]]
    """Folded first word behind the head → the words that follow and what they name, longest first."""
    words: dict[str, frozenset[str]]
    """Closed word lists by id, folded."""
    ordinary: frozenset[str]
    """Everyday words, folded: none of them names a programme."""


def instrument_table(lexicon: Lexicon) -> InstrumentTable:
    """Return the compiled words for instruments."""
    return lexicon.table("instruments", _build)


def _build(lexicon: Lexicon) -> InstrumentTable:
    """Compile the files."""
    rows = lexicon.rows("ar/instruments.toml")
    heads = [row for row in rows if row.table == "head"]
    rungs = [row for row in rows if row.table == "rung"]
    return InstrumentTable(
        tuple(_head(row) for row in heads),
        index_terms(pair for n, row in enumerate(heads) for pair in noun_terms(row, n)),
        tuple(Rung(r.text("action"), r.text("side"), bool(r.text("root"))) for r in rungs),
        index_terms(pair for n, row in enumerate(rungs) for pair in _rung_terms(row, n)),
        _known(rows),
        word_sets(rows),
        name_table(lexicon).ordinary,
    )


def _head(row: Row) -> InstrumentHead:
    """Make a head of its row."""
    whens = (Row(row.file, row.line, "when", item) for item in row.values.get("when", ()))
    return InstrumentHead(
        id=row.text("id"),
        kind=row.text("kind"),
        opens=row.text("opens"),
        needs=_folded(row.list("needs")),
        whens=tuple((_folded(w.list("words")), w.text("kind")) for w in whens),
        party=row.text("party") or None,
        act=bool(row.values.get("act")),
        adjective=bool(row.values.get("adjective")),
        whole=bool(row.values.get("fixed")) and row.text("opens") == "always",
    )


def _known(rows: Iterable[Row]) -> dict[str, tuple[tuple[tuple[str, ...], Known], ...]]:
    """Read the instruments that are known by name."""
    found: dict[str, list[tuple[tuple[str, ...], Known]]] = {}
    for row in rows:
        if row.table != "known":
            continue
        known = Known(row.text("id"), frozenset(row.list("with")), tuple(row.list("parties")))
        for words in row.list("words"):
            first, *rest = tokens(words)
            found.setdefault(first, []).append((tuple(rest), known))
    return {first: tuple(sorted(pairs, key=lambda p: -len(p[0]))) for first, pairs in found.items()}


def _folded(words: tuple[str, ...]) -> frozenset[str]:
    """Fold single words."""
    return frozenset(tokens(word)[0] for word in words)


def _rung_terms(row: Row, rung: int) -> Iterator[tuple[str, Term]]:
    """Yield the forms of a rung: a verb's, a noun's, or fixed phrases with what may be attached."""
    if row.text("root"):
        yield from verb_terms(row, rung)
    if row.text("word"):
        yield from noun_terms(row, rung)
    for phrase in row.list("fixed"):
        first, *rest = tokens(phrase)
        for taken, form in attached_forms(first):
            yield form, Term(rung, tuple(rest), taken)
